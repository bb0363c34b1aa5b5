"""The partials of a narrow band of ink, to play it alone as a steady sound."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams, filter_widths, reference_amplitude, sine_amplitudes
from riffdesk.dsp.synth import MOST_PARTIALS, Tones

_HALF_SEMITONES = 1.5  # from the middle of the band to its edges
_HALF_BANDS = 2.5  # where semitones are narrower than bands
_LEAST_INK = 0.03  # 120 dB down
_FLOOR = 1e-6  # ink
_FLAT = 1e-3  # ink
_SAMPLED = 24  # bands whose level is computed; the others are interpolated


def partials_at(column: Array, band: float, params: SpectrogramParams) -> Tones:
    """Return the partials of one column of ink around a band; the farther from it, the quieter.

    A peak of the ink is one partial, at the pitch between bands that a parabola through its logarithm finds (as in
    Smith & Serra, "PARSHL", 1987); ink of one level has a partial in each band.

    Parameters
    ----------
    column : float32 ``[bands]``
    band : float
        The middle, fractional.

    Returns
    -------
    Tones
        The loudest partials; none where there is no ink.
    """
    low, high = played_edges(band, params)
    inner = np.arange(max(1, math.ceil(low)), min(params.bands - 2, math.floor(high)) + 1)
    if not len(inner):
        return Tones(())
    widths, levels = _calibration(params)
    around = np.arange(inner[0] - 1, inner[-1] + 2)
    ink = np.maximum(column[around], _FLOOR).astype(np.float64)
    log = np.log(ink) / params.power - np.log(widths[around])
    left, middle, right = log[:-2], log[1:-1], log[2:]
    flat = np.ptp([ink[:-2], ink[1:-1], ink[2:]], axis=0) < _FLAT
    peaks = (ink[1:-1] >= _LEAST_INK) & (flat | (middle >= left) & (middle >= right))
    bend = np.minimum(left - 2 * middle + right, -1e-9)
    offsets = np.where(flat, 0.0, (0.5 * (left - right) / bend).clip(-0.5, 0.5))
    heights = middle - 0.25 * (left - right) * offsets
    places, bands = (inner + offsets)[peaks], inner[peaks]
    reach = np.where(places < band, band - low, high - band)
    nearness = np.cos(np.pi / 2 * np.clip((places - band) / reach, -1, 1)) ** 2
    amplitudes = np.exp(heights[peaks]) / levels[bands] * nearness
    loudest = np.sort(np.argsort(amplitudes)[::-1][:MOST_PARTIALS])
    pitches = params.hertz_of(places)
    return Tones(tuple((float(pitches[index]), float(amplitudes[index])) for index in loudest))


def played_edges(band: float, params: SpectrogramParams) -> tuple[float, float]:
    """Return the edges, as fractional bands, of the range that is played around a band."""
    hertz, ratio = max(float(params.hertz_of(band)), 1.0), 2 ** (_HALF_SEMITONES / 12)
    low, high = params.band_of([hertz / ratio, hertz * ratio]).tolist()
    return min(low, band - _HALF_BANDS), max(high, band + _HALF_BANDS)


@lru_cache(maxsize=4)
def _calibration(params: SpectrogramParams) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the width of each mel filter, and the level of a full-scale sine in each band for its width."""
    widths = np.maximum(filter_widths(params), 1e-9)
    sampled = np.linspace(1, params.bands - 2, _SAMPLED)
    peaks = [float((sine_amplitudes(params, float(hertz)) / widths).max()) for hertz in params.hertz_of(sampled)]
    levels = np.interp(np.arange(params.bands), sampled, peaks) / reference_amplitude(params)
    return widths, levels
