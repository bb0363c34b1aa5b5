"""The pitch of ink that is a line of single notes: its fundamental in each column, and where its notes change."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import A4_HZ, A4_MIDI

_LOWEST, _HIGHEST, _STEP = 28.0, 108.0, 0.25  # MIDI notes that are tried
_PARTIALS, _ROLLOFF = 8, 0.8  # partials that are summed, and the weight of each against the one below
_RANGE_DB = 45.0  # below the loudest cell of a column; fainter cells are ignored
_SILENT_DB = 50.0  # below the loudest cell of all; such columns have no pitch
_LOBE_HZ = 45.0  # half of the width of a partial's lobe, under the window of 100 ms
_SAME_NOTE = 0.7  # semitones between columns of one note


@dataclass(frozen=True)
class PitchedNote:
    """Columns ``[start, stop)`` of one note, and its median pitch as a fractional MIDI note."""

    start: int
    stop: int
    midi: float


def notes_of_line(ink: Array, params: SpectrogramParams) -> list[PitchedNote]:
    """Return the notes of a line of single notes.

    Parameters
    ----------
    ink : float32 ``[bands, columns]``
        With all bands.
    """
    pitches = pitches_of(ink, params)
    jumps = np.flatnonzero(~(np.abs(np.diff(pitches)) < _SAME_NOTE)) + 1  # a column without a pitch is one too
    ends = [0, *jumps.tolist(), len(pitches)]
    return [
        PitchedNote(start, stop, float(np.median(pitches[start:stop])))
        for start, stop in pairwise(ends)
        if start < stop and np.isfinite(pitches[start])
    ]


def pitches_of(ink: Array, params: SpectrogramParams) -> NDArray[np.float64]:
    """Return the pitch of each column as a fractional MIDI note: ``[columns]``, NaN where there is none.

    The pitch whose partials have the largest weighted sum of ink is taken; it is refined by the centroids of its
    partials. Mel filters are triangles over Hz that add up to 1, so that the centroid of mel amplitudes around a
    partial is that of its spectrum.
    """
    candidates = np.arange(_LOWEST, _HIGHEST, _STEP)
    loudest = ink.max(axis=0)
    floor = loudest * 10 ** (-_RANGE_DB * params.power / 20)
    best = candidates[(_comb(params) @ np.maximum(ink - floor, 0)).argmax(axis=0)]
    hertz = A4_HZ * 2 ** ((best - A4_MIDI) / 12)
    amplitudes = np.power(ink, 1 / params.power, dtype=np.float64)
    sums = np.vstack([np.zeros(ink.shape[1]), np.cumsum(amplitudes, axis=0)])
    moments = np.vstack(
        [np.zeros(ink.shape[1]), np.cumsum(amplitudes * params.hertz_of(np.arange(len(ink)))[:, None], axis=0)]
    )
    columns, total, weight = np.arange(ink.shape[1]), np.zeros(ink.shape[1]), np.zeros(ink.shape[1])
    reach = np.minimum(_LOBE_HZ, 0.45 * hertz)
    for number in range(1, _PARTIALS + 1):
        edges = (params.band_of(np.maximum(hertz * number + side, 0)) for side in (-reach, reach))
        low, high = (np.clip(edge, 0, len(ink)).astype(int) for edge in edges)
        high = np.minimum(high + 2, len(ink))
        energy = sums[high, columns] - sums[low, columns]
        centre = (moments[high, columns] - moments[low, columns]) / np.maximum(energy, 1e-12) / number
        # The centroid of a missing partial would be that of other ink.
        found = energy * number * (np.abs(np.log2(np.maximum(centre, 1e-9) / hertz)) < 0.04)
        total += found * np.log2(np.maximum(centre, 1e-9) / A4_HZ)
        weight += found
    silent = loudest <= max(float(loudest.max(initial=0.0)), 1e-9) * 10 ** (-_SILENT_DB * params.power / 20)
    pitches = A4_MIDI + 12 * total / np.maximum(weight, 1e-12)
    return np.where(silent | (weight <= 0), np.nan, pitches)


@lru_cache(maxsize=4)
def _comb(params: SpectrogramParams) -> Array:
    """Return the weight of each band for each pitch that is tried: float32 ``[pitches, bands]``."""
    hertz = A4_HZ * 2 ** ((np.arange(_LOWEST, _HIGHEST, _STEP) - A4_MIDI) / 12)
    comb = np.zeros((len(hertz), params.bands), np.float32)
    rows = np.arange(len(hertz))
    for number in range(1, _PARTIALS + 1):
        bands = params.band_of(hertz * number)
        low = np.floor(bands).astype(int)
        for band, part in ((low, 1 - (bands - low)), (low + 1, bands - low)):
            inside = (band >= 0) & (band < params.bands)
            comb[rows[inside], band[inside]] += (part * _ROLLOFF ** (number - 1))[inside]
    return comb
