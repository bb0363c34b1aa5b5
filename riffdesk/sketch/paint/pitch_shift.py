"""Ink moved along the frequency axis by an interval, at the level of tones of its new pitch."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams, sine_amplitudes
from riffdesk.sketch.paint.region import Region

MAX_SEMITONES = 120.0


class PitchShift:
    """The move of a region's ink by an interval.

    The mel scale is neither linear nor logarithmic in frequency, so every row is interpolated from the rows whose
    pitch is that many semitones away, at the level of a tone of that pitch.

    Parameters
    ----------
    region : Region
    semitones : float
        -120 to 120, cut to that.
    params : SpectrogramParams
    """

    def __init__(self, region: Region, semitones: float, params: SpectrogramParams) -> None:
        self._region, self._params = region, params
        ratio = 2.0 ** (min(max(semitones, -MAX_SEMITONES), MAX_SEMITONES) / 12)
        sources = params.band_of(np.maximum(params.hertz_of(np.arange(params.bands)) / ratio, 0))
        inside = np.flatnonzero((sources >= region.low - 0.5) & (sources <= region.high - 0.5))
        self._sources = sources[inside]
        self.low = int(inside[0]) if len(inside) else 0
        """Lowest band at the new place."""
        self.high = self.low + len(inside)
        """Band after the highest one; equal to `low` if all of it is beyond the scale."""

    @property
    def region(self) -> Region | None:
        """The new place; None if it is beyond the scale."""
        region = self._region
        if self.low == self.high:
            return None
        if region.mask is None:
            return Region(region.start, region.stop, self.low, self.high)
        rows = np.clip(np.round(self._sources - region.low).astype(int), 0, len(region.mask) - 1)
        return Region.of(region.mask[rows], region.start, self.low)

    def moved(self, ink: Array) -> Array:
        """Return ink of the region's box at the new place: float32 ``[..., high - low, columns]``."""
        rows = np.clip(self._sources - self._region.low, 0, ink.shape[-2] - 1)
        low = np.floor(rows).astype(int)
        above = np.minimum(low + 1, ink.shape[-2] - 1)
        part = (rows - low)[:, None].astype(np.float32)
        level = _tone_levels(self._params)
        gain = level[self.low : self.high] / np.interp(self._sources, np.arange(len(level)), level)
        mixed = ink[..., low, :] * (1 - part) + ink[..., above, :] * part
        return np.asarray(mixed * gain[:, None].astype(np.float32), np.float32)


@lru_cache(maxsize=4)
def _tone_levels(params: SpectrogramParams) -> NDArray[np.float64]:
    """Return the ink of a tone of constant level at each band: float64 ``[bands]``."""
    sampled_bands = np.linspace(0, params.bands - 1, 48)
    peaks = [sine_amplitudes(params, float(hertz)).max() for hertz in params.hertz_of(sampled_bands)]
    return np.interp(np.arange(params.bands), sampled_bands, np.power(peaks, params.power))
