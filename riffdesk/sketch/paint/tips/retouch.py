"""Tips that change present ink: blur, dodge and burn, smudge."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.language import mark
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.tips.tip import Area, Point, RoundTip, SizedTip, Tip, bands_around, coverage_of

_MANY = 96  # longest line that is smudged at each cell
_BOXES = 3  # running means, whose sequence is nearly Gaussian (Wells 1986)
MAX_GAIN_DB = 24.0
MAX_BLUR = 32.0


@dataclass(frozen=True)
class BlurTip(RoundTip):
    """Blurs ink in time and pitch.

    Parameters
    ----------
    radius_cells : float
        Distance over which ink is averaged, in cells, 1 to 32.
    strength : float
        Part of the blurred ink in the result, 0 to 1.
    """

    radius_cells: float = 4.0
    strength: float = 1.0
    name = mark("Blur")

    def changed(self, edit: InkEdit, area: Area, before: Array, coverage: Array) -> Array:
        """Return the ink of an area, blurred."""
        reach = round(min(max(self.radius_cells, 1.0), MAX_BLUR)) * _BOXES
        bands, columns = area
        low, high = max(0, bands.start - reach), min(edit.shape[-2], bands.stop + reach)
        first, last = max(edit.span[0], columns.start - reach), min(edit.span[1], columns.stop + reach)
        around = edit.read_original(first, last, slice(low, high))
        width = 2 * (reach // _BOXES) + 1
        blurred = _blurred(_blurred(around, -1, width), -2, width)
        part = blurred[..., bands.start - low : bands.stop - low, columns.start - first : columns.stop - first]
        return before + (part - before) * (coverage * np.float32(self.strength))


@dataclass(frozen=True)
class DodgeTip(RoundTip):
    """Makes sound louder or, with a negative gain, quieter; nothing becomes louder than full scale by it.

    Parameters
    ----------
    gain_db : float
        Gain of a stroke in dB, -24 to 24.
    """

    gain_db: float = 6.0

    @property
    def name(self) -> str:  # type: ignore[override]
        """Name of its undo steps."""
        return mark("Dodge") if self.gain_db >= 0 else mark("Burn")

    def changed(self, edit: InkEdit, area: Area, before: Array, coverage: Array) -> Array:
        """Return the ink of an area with the gain."""
        gain = np.clip(self.gain_db, -MAX_GAIN_DB, MAX_GAIN_DB) * edit.params.power / 20
        after = before * np.power(10.0, gain * coverage, dtype=np.float64).astype(np.float32)
        return np.asarray(np.minimum(after, np.maximum(before, np.float32(1))), np.float32)


@dataclass
class _Carried:
    """The ink under a tip that is smudged along, and the cell of its centre."""

    ink: Array | None = None
    column: int = 0
    band: int = 0

    def reaching(self, bands: int, ink: Array) -> Array:
        """Return the ink with some bands on each side of its centre; missing ones are those of ``ink``."""
        if self.ink is None:
            return ink.copy()
        mine = self.ink.shape[-2] // 2
        shared, out = min(mine, bands), ink.copy()
        out[..., bands - shared : bands + shared + 1, :] = self.ink[..., mine - shared : mine + shared + 1, :]
        return out


@dataclass(frozen=True)
class SmudgeTip(SizedTip):
    """Smudges ink, like a finger on wet paint.

    Parameters
    ----------
    strength : float
        Part of the ink that is carried on at each cell, 0 to 1.
    """

    hardness: float = 0.3
    strength: float = 0.9
    name = mark("Smudge")
    _carried: _Carried = field(default_factory=_Carried, init=False, compare=False, repr=False)

    def begin(self, edit: InkEdit) -> None:
        """Drop the ink of the stroke before."""
        self._carried.ink = None

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Smudge from one point to another."""
        carried = self._carried
        joined = joined and carried.ink is not None
        path, step = _cells_between((carried.column, carried.band) if joined else start, stop, self.radius)
        reach, high = int(np.ceil(self.radius)), self._high(edit.scale, path)
        first, last = min(path[:, 0]) - reach, max(path[:, 0]) + reach + 1
        low = min(path[:, 1]) - high
        ink = _read_padded(edit, (slice(low, max(path[:, 1]) + high + 1), slice(first, last)))
        covers: dict[int, Array] = {}
        rate, taken = np.float32(1 - self.strength**step), None
        for column, band in path.tolist():
            under = ink[
                ..., band - high - low : band + high + 1 - low, column - reach - first : column + reach + 1 - first
            ]
            if taken is None:
                taken = carried.reaching(high, under) if joined else under.copy()
                if not joined:
                    continue
            taken += (under - taken) * rate
            under += (taken - under) * self._cover(edit.scale, band, (high, reach), step, covers)
        carried.ink = taken
        carried.column, carried.band = (int(value) for value in path[-1])
        bands = slice(max(0, low), min(edit.shape[-2], low + ink.shape[-2]))
        columns = slice(*np.clip((first, last), *edit.span))
        if bands.start < bands.stop and columns.start < columns.stop:
            part = ink[..., bands.start - low : bands.stop - low, columns.start - first : columns.stop - first]
            edit.write(columns.start, part, bands)

    def _high(self, scale: BandScale, path: np.ndarray) -> int:
        """Return the bands on each side of its centre that it reaches on a path."""
        if scale.is_mel:
            return int(np.ceil(self.radius))
        ends = ((band, bands_around(scale, band, band, self.radius)) for band in (min(path[:, 1]), max(path[:, 1])))
        return int(max(max(band - low, high - band) for band, (low, high) in ends))

    def _cover(
        self, scale: BandScale, band: int, reach: tuple[int, int], step: float, covers: dict[int, Array]
    ) -> Array:
        """Return the coverage of the cells around a band by a step, which on the mel axis is the same at each band."""
        key = 0 if scale.is_mel else band
        if key not in covers:
            area = slice(key - reach[0], key + reach[0] + 1), slice(-reach[1], reach[1] + 1)
            cover = coverage_of(scale, area, (0, key), (0, key), self.radius, self.hardness)
            covers[key] = 1 - (1 - cover) ** np.float32(step)
        return covers[key]

    def partial(self, number: int, gain_db: float, params: SpectrogramParams) -> Tip:
        """Return a tip that smudges the ink of the partial."""
        return replace(self)


def _cells_between(start: Point, stop: Point, radius: float) -> tuple[np.ndarray, float]:
    """Return cells of a line, with the first, and the distance from each to the next in cells.

    On a long line they are farther apart.

    Returns
    -------
    int ``[cells, 2]``
        Column and band.
    float
    """
    length = max(abs(stop[0] - start[0]), abs(stop[1] - start[1]))
    apart = min(max(1.0, length / _MANY), max(1.0, radius / 8))
    count = 1 + int(np.ceil(length / apart))
    cells = np.stack([np.linspace(start[axis], stop[axis], count) for axis in (0, 1)], axis=1)
    return np.floor(cells + 0.5).astype(int), apart


def _read_padded(edit: InkEdit, area: Area) -> Array:
    """Return a copy of the present ink of an area that may lie outside the layer, where it is silent."""
    bands, columns = area
    inside = slice(max(0, bands.start), max(0, min(edit.shape[-2], bands.stop)))
    ink = edit.read(columns.start, columns.stop, inside)
    out = np.zeros((*ink.shape[:-2], bands.stop - bands.start, columns.stop - columns.start), np.float32)
    out[..., inside.start - bands.start : inside.start - bands.start + ink.shape[-2], :] = ink
    return out


def _blurred(ink: Array, axis: int, width: int) -> Array:
    """Return ink after three running means of an odd width along an axis; the ends are repeated."""
    padding = [(0, 0)] * ink.ndim
    padding[axis] = (width // 2 + 1, width // 2)
    for _ in range(_BOXES):
        sums = np.cumsum(np.pad(ink, padding, "edge"), axis=axis, dtype=np.float64)
        length = ink.shape[axis]
        upper = np.take(sums, range(width, width + length), axis=axis)
        ink = ((upper - np.take(sums, range(length), axis=axis)) / width).astype(np.float32)
    return np.maximum(ink, 0)
