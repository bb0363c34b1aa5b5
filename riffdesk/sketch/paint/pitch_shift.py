"""Ink moved along the frequency axis, by an interval or to wider or narrower ones, at the level of tones there."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams, sine_amplitudes
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.tonal_peaks import Tones, amplitudes_of, lobe_width, tones_in

MAX_SEMITONES = 120.0
FACTORS = (0.1, 10.0)
"""Least and greatest factor of intervals and of lengths."""
LOWEST_HZ = 440 * 2 ** (-57 / 12)
"""C0, 16.4 Hz: no interval is counted from a lower pitch."""
_DEEPEST_HZ = 0.1
_BEYOND_HZ = 1e9
_MOST_GAIN = 2.0  # by which a tone is brought back to its strength
_KERNEL = {offset: (1 - abs(offset)) / 2 for offset in (-0.5, 0.0, 0.5)}
"""A triangle of half a width of 1: places and weights."""
_MOST_ROWS, _ONE_ROW = 12, 0.25  # rows that become one at most; fewer than this over one count as one


class PitchChange:
    """The move of a region's ink to other pitches.

    Every row is interpolated from the rows of its former pitch, at the level of a tone of the new pitch; where several
    rows become one, it has the loudest of them. So broad ink becomes wider or narrower. The lobe of a tone, which
    has the same width in Hz at every pitch, is moved unchanged.

    Parameters
    ----------
    region : Region
    power : float
        The factor of all intervals, above 0.
    ratio : float
        The factor of frequencies after that.
    params : SpectrogramParams
    """

    def __init__(self, region: Region, power: float, ratio: float, params: SpectrogramParams) -> None:
        self._region, self._power, self._ratio, self._params = region, power, ratio, params
        hertz = np.maximum(params.hertz_of(np.arange(params.bands)), _DEEPEST_HZ)
        bands = params.band_of((hertz / ratio) ** (1 / power))
        inside = np.flatnonzero((bands >= region.low - 0.5) & (bands <= region.high - 0.5))
        self._sources = bands[inside]
        self._widths = np.gradient(bands)[inside]
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

    def moved(self, ink: Array, tones: Tones | None = None) -> Array:
        """Return ink of the region's box at the new place: float32 ``[..., high - low, columns]``.

        Parameters
        ----------
        tones : Tones, optional
            The tones of the ink; found in it by default.
        """
        if self.low == self.high:
            return ink[..., :0, :]
        mixed = _interpolated(ink, self._sources - self._region.low)
        count = min(_MOST_ROWS, int(np.ceil(self._widths.max() - _ONE_ROW)))
        for place in (np.arange(count) + 0.5) / count - 0.5 if count > 1 else ():
            np.maximum(mixed, _interpolated(ink, self._sources - self._region.low + place * self._widths), out=mixed)
        level = _tone_levels(self._params)
        gain = level[self.low : self.high] / np.interp(self._sources, np.arange(len(level)), level)
        mixed *= gain[:, None].astype(np.float32)
        if self._power != 1 or self._ratio != 1:
            self._move_tones(mixed, ink, tones or tones_in(ink, self._region.low, self._params))
        return mixed

    def _move_tones(self, mixed: Array, ink: Array, tones: Tones) -> None:
        """Replace the ink around tones by their original lobes, with their former strength."""
        low, params = self._region.low, self._params
        rows = np.clip(np.round(self._sources - low).astype(int), 0, ink.shape[-2] - 1)
        nearest = tones.hertz[..., rows, :]
        logs = np.log(nearest) * np.float32(self._power) + np.float32(np.log(self._ratio))
        target = np.exp(np.minimum(logs, np.float32(np.log(_BEYOND_HZ))))
        above = params.hertz_of(self._bands)[:, None].astype(np.float32) - target
        was_above = params.hertz_of(self._sources)[:, None].astype(np.float32) - nearest
        before, after = (lobe_width(params.hertz_of(one), params) for one in (self._sources, self._bands))
        widths = np.maximum(before, after)[:, None]
        lobe = np.abs(above) < widths
        cells = np.nonzero(lobe | (np.abs(was_above) < widths))
        row = cells[-2]
        offsets, width = above[cells], before[row]
        hertz = nearest[cells] + np.clip(offsets, -width, width)
        wider, ratio = self._widening
        moved = self._blurred(ink, (*cells[:-2], hertz, cells[-1]), wider[row])
        inside = lobe[cells]
        moved[inside] *= ratio[row[inside]]
        number = tones.number[(*cells[:-2], rows[row], cells[-1])]
        sums = np.bincount(number, moved * inside, len(tones.strength))
        factors = np.clip(tones.strength / np.maximum(sums, 1e-12), 1 / _MOST_GAIN, _MOST_GAIN).astype(np.float32)
        moved[inside] *= factors[number[inside]]
        mixed[cells] = np.power(moved, np.float32(params.power))

    @property
    def _bands(self) -> NDArray[np.int_]:
        """Bands of the new place."""
        return np.arange(self.low, self.high)

    @cached_property
    def _widening(self) -> tuple[Array, Array]:
        """How much wider the mel filters of the new place are than those of the old one: in Hz, and as a ratio."""
        widths = np.gradient(self._params.hertz_of(np.arange(self._params.bands)))
        after, before = widths[self._bands], np.interp(self._sources, np.arange(len(widths)), widths)
        wider = np.sqrt(np.maximum(after**2 - before**2, 0))
        return wider.astype(np.float32), (after / before).astype(np.float32)

    def _blurred(self, ink: Array, cells: tuple[NDArray[Any], ...], widths: Array) -> Array:
        """Return amplitudes at some ``(..., hertz, column)``, as filters that are wider by some Hz have them."""
        (*lead, hertz, column), low, last = cells, self._region.low, ink.shape[-2] - 1
        total = np.zeros(len(hertz), np.float32)
        kernel = _KERNEL if widths.any() else {0.0: 1.0}
        for offset, weight in kernel.items():
            bands = np.clip(self._params.band_of(hertz + np.float32(offset) * widths) - low, 0, last)
            first = bands.astype(int)
            part = (bands - first).astype(np.float32)
            below, above = (ink[(*lead, one, column)] for one in (first, np.minimum(first + 1, last)))
            total += np.float32(weight) * amplitudes_of(below + part * (above - below), self._params)
        return total


class PitchShift(PitchChange):
    """The move of a region's ink by an interval.

    Parameters
    ----------
    region : Region
    semitones : float
        -120 to 120, cut to that.
    params : SpectrogramParams
    """

    def __init__(self, region: Region, semitones: float, params: SpectrogramParams) -> None:
        ratio = 2.0 ** (min(max(semitones, -MAX_SEMITONES), MAX_SEMITONES) / 12)
        super().__init__(region, 1.0, ratio, params)


class PitchScale(PitchChange):
    """The intervals of a region's ink from one pitch, multiplied by a factor.

    Parameters
    ----------
    region : Region
    fixed_hertz : float
        The pitch that stays; `LOWEST_HZ` if it is lower.
    factor : float
        `FACTORS`, cut to that.
    params : SpectrogramParams
    """

    def __init__(self, region: Region, fixed_hertz: float, factor: float, params: SpectrogramParams) -> None:
        factor = min(max(factor, FACTORS[0]), FACTORS[1])
        super().__init__(region, factor, max(fixed_hertz, LOWEST_HZ) ** (1 - factor), params)


def _interpolated(ink: Array, rows: NDArray[np.float64]) -> Array:
    """Return ink at fractional rows: a new array."""
    rows = np.clip(rows, 0, ink.shape[-2] - 1)
    low = rows.astype(int)
    mixed: Array = ink[..., low, :]
    mixed += (rows - low)[:, None].astype(np.float32) * (ink[..., np.minimum(low + 1, ink.shape[-2] - 1), :] - mixed)
    return mixed


@lru_cache(maxsize=4)
def _tone_levels(params: SpectrogramParams) -> NDArray[np.float64]:
    """Return the ink of a tone of constant level at each band: float64 ``[bands]``."""
    sampled_bands = np.linspace(0, params.bands - 1, 48)
    peaks = [sine_amplitudes(params, float(hertz)).max() for hertz in params.hertz_of(sampled_bands)]
    return np.interp(np.arange(params.bands), sampled_bands, np.power(peaks, params.power))
