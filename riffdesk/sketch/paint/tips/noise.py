"""Tips that paint at random: noise, and a spray of grains. The same stroke with the same seed paints the same ink."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.language import mark
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.tips.brush import BrushTip
from riffdesk.sketch.paint.tips.tip import Area, Point, Tip, area_of, faded

_TEXTURE_COLUMNS = 512
_TIME_KERNEL = np.hanning(13)[1:-1]  # the overlap of windows of 100 ms every 10 ms
_BAND_KERNEL = np.array([0.5, 1.0, 0.5])
_MOST_GRAINS = 1_000.0  # of a mark
_GRAINS_PER_AREA = 1.5  # grains per area of one grain, at full density, along one diameter of a stroke


@dataclass(frozen=True)
class NoiseTip(BrushTip):
    """A round tip that paints noise: ink that scatters as that of white noise does.

    Parameters
    ----------
    size, hardness
        As in `BrushTip`.
    strength : float
        Ink of steady sound with the power of the noise in each band, 0 to 1.
    seed : int
        Seed of the noise, 0 or more.
    """

    size: float = 48
    hardness: float = 0.5
    strength: float = 0.45
    seed: int = 0
    name = mark("Noise")

    def paint(self, edit: InkEdit, area: Area, coverage: Array) -> Array:
        """Return the ink of an area."""
        noise = _noise(edit.params, self.seed, area)
        return np.asarray(np.minimum(coverage * noise * np.float32(self.strength), np.float32(1)), np.float32)


@dataclass(frozen=True)
class SprayTip(Tip):
    """Scatters small round grains within a circle.

    Parameters
    ----------
    size : float
        Diameter of the circle in cells, 1 to 256.
    grain : float
        Diameter of a grain in cells, 1 to 32.
    density : float
        How densely a stroke is covered by grains, more than 0 to 1.
    strength : float
        Highest ink of a grain, 0 to 1; grains are up to 24 dB quieter.
    seed : int
        Seed of the places, 0 or more.
    """

    size: float = 64
    grain: float = 4
    density: float = 0.2
    strength: float = 0.55
    seed: int = 0
    name = mark("Spray")

    @property
    def radius(self) -> float:
        """Half its size."""
        return self.size / 2

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Scatter grains along a line."""
        area = area_of(edit, start, stop, self.radius)
        length = math.hypot(stop[0] - start[0], stop[1] - start[1])
        covered = self.size * length + (0 if joined else math.pi * self.radius**2)
        if area is None or not covered:
            return
        random = np.random.default_rng([self.seed, *(round(abs(value) * 64) for value in (*start, *stop))])
        expected = _GRAINS_PER_AREA * self.density * covered / (math.pi * (self.grain / 2) ** 2)
        count = int(random.poisson(min(expected, _MOST_GRAINS)))
        radii, angles = self.radius * np.sqrt(random.random(count)), 2 * np.pi * random.random(count)
        along, levels = random.random(count), 10 ** (-24 * random.random(count) * edit.params.power / 20)
        columns = start[0] + along * (stop[0] - start[0]) + radii * np.cos(angles)
        begin, end = edit.scale.height_of([start[1], stop[1]])
        bands = edit.scale.band_at(begin + along * (end - begin) + radii * np.sin(angles))
        cells = np.zeros((area[0].stop - area[0].start, area[1].stop - area[1].start), np.float32)
        _add_grains(edit.scale, cells, area, (columns, bands), self.grain / 2, levels * self.strength)
        edit.write(area[1].start, cells, area[0], np.maximum)

    def partial(self, number: int, gain_db: float, params: SpectrogramParams) -> Tip:
        """Return a spray that paints the partial at its level."""
        return replace(self, strength=self.strength * 10 ** (gain_db * params.power / 20))


def _add_grains(
    scale: BandScale,
    cells: Array,
    area: Area,
    centres: tuple[NDArray[np.float64], NDArray[np.float64]],
    radius: float,
    levels: NDArray[np.float64],
) -> None:
    """Paint grains into the ink of an area, in place.

    Parameters
    ----------
    centres : pair of float64 ``[grains]``
        Columns and bands.
    levels : float64 ``[grains]``
        Highest ink of each.
    """
    if not len(levels):
        return
    columns, bands = (place[:, None, None] for place in centres)
    lowest = float(scale.band_height(np.round(bands)).min())
    reach, high = math.ceil(radius), math.ceil(radius / min(1.0, lowest))
    x = np.round(columns).astype(int) + np.arange(-reach, reach + 1)
    y = np.round(bands).astype(int) + np.arange(-high, high + 1)[:, None]
    across, up = (x - columns).astype(np.float32), (scale.height_of(y) - scale.height_of(bands)).astype(np.float32)
    if not scale.is_mel:
        up = up * (radius / np.maximum(radius, scale.band_height(y))).astype(np.float32)
    grains = faded(np.sqrt(across * across + up * up), radius, 0.3) * levels.astype(np.float32)[:, None, None]
    row, column = y - area[0].start, x - area[1].start
    inside = (row >= 0) & (row < cells.shape[0]) & (column >= 0) & (column < cells.shape[1])
    place = (row * cells.shape[1] + column)[inside]
    np.maximum.at(cells.reshape(-1), place, grains[inside])


def _noise(params: SpectrogramParams, seed: int, area: Area) -> Array:
    """Return noise for an area: float32 ``[bands, columns]`` of a mean power of 1."""
    texture = _texture(params.bands, params.power)
    first = int(np.random.default_rng(seed).integers(_TEXTURE_COLUMNS))
    columns = (first + np.arange(area[1].start, area[1].stop)) % _TEXTURE_COLUMNS
    return texture[area[0]][:, columns]


@lru_cache(maxsize=2)
def _texture(bands: int, power: float) -> Array:
    """Return ink of noise that repeats in time: float32 ``[bands, columns]``.

    Neighbouring windows overlap, and so do neighbouring bands: both are smoothed before the magnitude is taken.
    """
    random = np.random.default_rng(20)
    cells: NDArray[np.complex128] = random.standard_normal((bands, _TEXTURE_COLUMNS, 2)) @ np.array([1, 1j])
    for axis, kernel in ((1, _TIME_KERNEL), (0, _BAND_KERNEL)):
        middle = len(kernel) // 2
        cells = sum(
            (weight * np.roll(cells, shift - middle, axis) for shift, weight in enumerate(kernel.tolist())),
            np.zeros_like(cells),
        )
    amplitude = np.abs(cells)
    return np.asarray((amplitude / np.sqrt(np.mean(amplitude**2))) ** power, np.float32)
