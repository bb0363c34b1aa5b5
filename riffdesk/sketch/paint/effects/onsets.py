"""Quantising: onsets move to the nearest lines of the grid, and the ink between them is stretched."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.language import mark
from riffdesk.sketch.paint.effects.effect import Effect, Parameter, Place, Values
from riffdesk.sketch.paint.stretching import at_columns

GRIDS = {"1/4": 1.0, "1/8": 0.5, "1/8 triplet": 1 / 3, "1/16": 0.25, "1/16 triplet": 1 / 6, "1/32": 0.125}
"""Beats of each grid."""
_APART = 5  # columns between onsets
_LEAST = 0.15  # of the strongest rise; a weaker one is no onset


def onsets_of(ink: Array) -> NDArray[np.intp]:
    """Return the columns of ink ``[bands, columns]`` at which sound begins: where ink rises most, above 0."""
    rise = np.maximum(np.diff(ink, axis=-1, prepend=ink[..., :1]), 0).sum(axis=0)
    padded = np.pad(rise, _APART)
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * _APART + 1)
    peaks = np.flatnonzero((rise > 0) & (rise >= _LEAST * rise.max(initial=0.0)) & (rise == around.max(axis=1)))
    apart = np.diff(peaks, prepend=-_APART - 1) > _APART  # of equal rises, the first
    return peaks[apart]


def quantised_onsets(ink: Array, place: Place, values: Values) -> Array:
    """Return ink whose onsets are nearer to the lines of a grid; both ends of the ink stay.

    Parameters
    ----------
    values : mapping
        grid: index into `GRIDS`; strength: 0 to 100%, of the way to the line.
    """
    columns = ink.shape[-1]
    onsets = onsets_of(ink if ink.ndim == 2 else ink.max(axis=0))
    grid = list(GRIDS.values())[round(values["grid"])] * place.columns_per_beat
    lines = np.round((place.start + onsets) / grid) * grid - place.start
    targets = np.round(onsets + (lines - onsets) * values["strength"] / 100).astype(int)
    sources, ends = [0], [0]
    for onset, target in zip(onsets.tolist(), targets.tolist(), strict=True):
        if ends[-1] < target < columns:  # two onsets at one line: the first
            sources.append(onset)
            ends.append(target)
    parts = [
        np.linspace(first, max(first, last - 1), stop - start)
        for first, last, start, stop in zip(sources, [*sources[1:], columns], ends, [*ends[1:], columns], strict=True)
    ]
    return at_columns(ink, np.concatenate(parts))


QUANTISE_ONSETS = Effect(
    mark("Quantise onsets"),
    mark("Move onsets to the beats; the sound between them is stretched"),
    quantised_onsets,
    (
        Parameter("grid", mark("Grid"), mark("Lines that onsets move to"), 3, choices=tuple(GRIDS)),
        Parameter("strength", mark("Strength"), mark("How far they move towards the lines"), 100, 0, 100, " %"),
    ),
)
