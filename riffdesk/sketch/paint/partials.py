"""Partials in ink: tonal peaks that continue from column to column."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.paint.tonal_peaks import lobe_width, peaks_in, tones_in

LEAST = 8
"""Minimum columns of a partial; shorter ones are parts of noise or of drum strokes."""
_SEMITONES = 0.5  # from column to column at most
_HERTZ = 4.0  # likewise, where half a semitone is less
_APART = 1e6  # Hz from column to column on one axis of both
_COLUMNS = 1_024  # at a time


@dataclass(frozen=True)
class Partials:
    """The peaks of partials, in the order of the partials and then of time.

    Parameters
    ----------
    number : int ``[peaks]``
        Number of the partial of each peak, from 0.
    column : int ``[peaks]``
    hertz : float32 ``[peaks]``
    peak : int ``[peaks]``
        Number of each peak in `riffdesk.sketch.paint.tonal_peaks.peaks_in`.
    """

    number: NDArray[np.intp]
    column: NDArray[np.intp]
    hertz: Array
    peak: NDArray[np.intp]


def partials_in(ink: Array, low: int, params: SpectrogramParams) -> Partials:
    """Return the partials of ink that last 8 columns or more.

    Each peak is joined to the one of the next column that is nearest to it in frequency, if it is nearest to that one
    as well, and no more than half a semitone or 4 Hz away.

    Parameters
    ----------
    ink : float32 ``[bands, columns]``
    low : int
        Band of its first row.
    """
    (_, column), all_hertz, _ = peaks_in(ink, low, params)
    order = np.lexsort((all_hertz, column))
    column, hertz = column[order], all_hertz[order]
    follower, leader = (_nearest(column, hertz, step) for step in (1, -1))
    joined = np.flatnonzero(follower >= 0)
    joined = joined[leader[follower[joined]] == joined]
    reach = np.maximum(hertz[joined] * (2 ** (_SEMITONES / 12) - 1), _HERTZ)
    joined = joined[np.abs(hertz[follower[joined]] - hertz[joined]) <= reach]
    first = np.arange(len(column))
    first[follower[joined]] = joined
    while (further := first[first] != first).any():
        first = np.where(further, first[first], first)
    number = np.unique(first, return_inverse=True)[1]
    long = np.bincount(number, minlength=1) >= LEAST
    chosen = np.flatnonzero(long[number]) if len(number) else number
    chosen = chosen[np.lexsort((column[chosen], number[chosen]))]
    renumbered = np.cumsum(long) - 1
    return Partials(renumbered[number[chosen]], column[chosen], hertz[chosen].astype(np.float32), order[chosen])


def tonal_ink(ink: Array, low: int, params: SpectrogramParams) -> Array:
    """Return the ink of the partials alone: float32 ``[..., bands, columns]``.

    Parameters
    ----------
    low : int
        Band of its first row.
    """
    louder = ink if ink.ndim == 2 else np.asarray(ink.max(axis=0))
    frequencies = params.hertz_of(low + np.arange(ink.shape[-2])).astype(np.float32)
    widths = lobe_width(frequencies, params)[:, None]
    out = np.zeros_like(ink, np.float32)
    for start in range(0, ink.shape[-1], _COLUMNS):
        stop, first = min(start + _COLUMNS, ink.shape[-1]), max(0, start - LEAST)
        part = louder[:, first : stop + LEAST]
        tones, partials = tones_in(part, low, params), partials_in(part, low, params)
        kept = np.zeros(len(tones.strength), bool)
        kept[partials.peak] = True
        inside = kept[tones.number] & (np.abs(frequencies[:, None] - tones.hertz) < widths)
        here = slice(start - first, stop - first)
        out[..., start:stop] = np.where(inside[:, here], ink[..., start:stop], 0)
    return out


def _nearest(column: NDArray[np.intp], hertz: NDArray[np.float64], step: int) -> NDArray[np.intp]:
    """Return for each peak the one that is nearest to it ``step`` columns on; -1 where there is none."""
    axis = column * _APART + hertz
    wanted = axis + step * _APART
    above = np.searchsorted(axis, wanted)
    ends = np.stack([above - 1, above]).clip(0, max(0, len(axis) - 1))
    if not len(axis):
        return above
    distance = np.where(column[ends] == column + step, np.abs(axis[ends] - wanted), np.inf)
    nearest = distance.argmin(axis=0)
    found = np.take_along_axis(ends, nearest[None], axis=0)[0]
    return np.where(np.isfinite(distance.min(axis=0)), found, -1)
