"""The tones in ink: peaks along the bands that are no wider than the lobe of a sine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams

_NO_TONE_HZ = 1e9  # frequency of the nearest tone where there is none
_FOOT = 0.1  # amplitude at the foot of a tone's lobe against its peak, at most
_AROUND = 3  # bands on each side of a peak that its frequency is the centroid of
_FAINT = 1e-4  # amplitude that is no tone


@dataclass(frozen=True)
class Tones:
    """The tones of some ink.

    Parameters
    ----------
    hertz : float32 ``[..., bands, columns]``
        Frequency of the tone that is nearest to each cell in its column; far beyond the scale where there is none.
    number : int32 ``[..., bands, columns]``
        Number of that tone, from 0; that of no tone is one more than the last.
    strength : float64 ``[tones + 1]``
        Sum of the mel amplitudes in the lobe of each tone. It is the same at all pitches, as the filters add up to 1.
    """

    hertz: Array
    number: NDArray[np.int32]
    strength: NDArray[np.float64]


def lobe_width(hertz: NDArray[np.floating], params: SpectrogramParams) -> Array:
    """Return half the width in Hz of a tone's lobe at some frequencies: that of the window and of the mel filters."""
    centres = params.hertz_of(np.arange(params.bands))
    window = 2 * params.sample_rate / params.window  # of a Hann window, to the first zero
    return np.asarray(1.2 * window + 1.5 * np.interp(hertz, centres, np.gradient(centres)), np.float32)


def tones_in(ink: Array, low: int, params: SpectrogramParams) -> Tones:
    """Return the tones of ink.

    Parameters
    ----------
    ink : float32 ``[..., bands, columns]``
    low : int
        Band of its first row.
    """
    (row, *place), peaks, amplitudes = peaks_in(ink, low, params)
    rows = ink.shape[-2]
    frequencies = params.hertz_of(low + np.arange(rows))
    widths = lobe_width(frequencies, params)
    hertz = np.append(peaks, _NO_TONE_HZ)
    numbers = np.full(amplitudes.shape, len(row), np.int32)
    numbers[(row, *place)] = np.arange(len(row))
    nearest = _spread(numbers, hertz.astype(np.float32), frequencies.astype(np.float32))
    found = hertz.astype(np.float32)[nearest]
    column = (slice(None), *(None,) * (ink.ndim - 1))
    lobes = np.abs(frequencies.astype(np.float32)[column] - found) < widths[column]
    strength = np.asarray(np.bincount(nearest[lobes], amplitudes[lobes], len(hertz)), np.float64)
    return Tones(np.moveaxis(found, 0, -2), np.moveaxis(nearest, 0, -2), strength)


def peaks_in(
    ink: Array, low: int, params: SpectrogramParams
) -> tuple[tuple[NDArray[np.intp], ...], NDArray[np.float64], Array]:
    """Return where the peaks of tones are, and their frequencies.

    The frequency of a tone is the centroid of the mel amplitudes around its peak, which is exact as the filters are
    triangles over Hz that add up to 1.

    Parameters
    ----------
    ink : float32 ``[..., bands, columns]``
    low : int
        Band of its first row.

    Returns
    -------
    tuple of int ``[peaks]``
        The row of each peak, and its place on the other axes.
    float64 ``[peaks]``
        In Hz.
    float32 ``[bands, ..., columns]``
        The mel amplitudes of the ink.
    """
    rows = ink.shape[-2]
    frequencies = params.hertz_of(low + np.arange(rows))
    amplitudes = amplitudes_of(np.moveaxis(ink, -2, 0), params)
    padded = np.pad(amplitudes, ((_AROUND, _AROUND), *((0, 0),) * (ink.ndim - 1)))
    below, above = padded[_AROUND - 1 : -_AROUND - 1], padded[_AROUND + 1 : rows + _AROUND + 1]
    peaks = np.nonzero((amplitudes > below) & (amplitudes >= above) & (amplitudes > _FAINT))
    widths = lobe_width(frequencies, params)
    feet = [_at_rows(amplitudes, params.band_of(frequencies + side * widths) - low, peaks) for side in (-1, 1)]
    row, *place = (axis[np.maximum(*feet) < _FOOT * amplitudes[peaks]] for axis in peaks)
    offsets = np.arange(-_AROUND, _AROUND + 1)[:, None]
    around = padded[(row + offsets + _AROUND, *place)]
    hertz = (around * params.hertz_of(low + row + offsets)).sum(axis=0) / around.sum(axis=0)
    return (row, *place), hertz, amplitudes


def amplitudes_of(ink: Array, params: SpectrogramParams) -> Array:
    """Return the mel amplitudes of ink."""
    if params.power == 0.25:
        squares = ink * ink
        return squares * squares
    return np.asarray(np.power(ink, np.float32(1 / params.power)), np.float32)


def _at_rows(amplitudes: Array, bands: NDArray[np.float64], peaks: tuple[NDArray[np.intp], ...]) -> Array:
    """Return the amplitudes in the columns of peaks at one row for each peak; silence beyond the ends."""
    rows = np.round(bands).astype(int)[peaks[0]]
    inside = (rows >= 0) & (rows < len(amplitudes))
    return np.where(inside, amplitudes[(rows.clip(0, len(amplitudes) - 1), *peaks[1:])], 0)


def _spread(numbers: NDArray[np.int32], hertz: Array, frequencies: Array) -> NDArray[np.int32]:
    """Return for each row the number of the nearest tone, along the first axis."""
    rows = np.arange(len(numbers), dtype=np.int32).reshape(-1, *(1,) * (numbers.ndim - 1))
    none = len(hertz) - 1
    before = np.maximum.accumulate(np.where(numbers < none, rows, -1), axis=0)
    after = np.minimum.accumulate(np.where(numbers < none, rows, len(rows))[::-1], axis=0)[::-1]
    padded = np.concatenate([numbers, np.full((1, *numbers.shape[1:]), none, np.int32)])
    lower, upper = (np.take_along_axis(padded, index, axis=0) for index in (before, after))
    here = frequencies.reshape(rows.shape)
    return np.where(np.abs(here - hertz[lower]) <= np.abs(hertz[upper] - here), lower, upper)
