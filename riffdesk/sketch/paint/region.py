"""A region: a part of the picture of any shape, as a box of cells and a mask of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams

Cells = NDArray[Any]
"""Bool ``[bands, columns]`` of a region with hard edges, float32 from 0 to 1 of one with soft edges."""
MAX_CELLS = 512
"""Largest distance by which a region grows, shrinks or is feathered, in cells."""
_FAINT = 1e-3  # weights below this are not selected


class Grid(Protocol):
    """An object with bands and columns: a sketch, or its state."""

    @property
    def params(self) -> SpectrogramParams:
        """Its spectrogram settings."""

    @property
    def columns(self) -> int:
        """Its length in columns."""


@dataclass(frozen=True, eq=False)
class Region:
    """Columns ``[start, stop)`` and bands ``[low, high)`` of the layers, or a part of these cells.

    Parameters
    ----------
    start, stop, low, high : int
        The box.
    mask : bool or float32 ``[bands, columns]``, optional
        Whether, or from 0 to 1 how much, each cell of the box is in the region; None if all of them are. It is
        never written to.
    """

    start: int
    stop: int
    low: int
    high: int
    mask: Cells | None = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Region) or self.box != other.box:
            return False
        return self.mask is other.mask or np.array_equal(self.cells(*self.box), other.cells(*self.box))

    def __hash__(self) -> int:
        return hash(self.box)

    @classmethod
    def between(cls, grid: Grid, corner: tuple[float, float], opposite: tuple[float, float]) -> Region | None:
        """Return the cells between two (column, band) corners; None if they enclose nothing."""
        # Cell n reaches from n - 0.5 to n + 0.5; corners go to the nearest border between cells.
        columns = sorted(round(point[0] + 0.5) for point in (corner, opposite))
        bands = sorted(round(point[1] + 0.5) for point in (corner, opposite))
        return _box(grid, columns[0], columns[1], bands[0], bands[1])

    @classmethod
    def everything(cls, grid: Grid) -> Region:
        """Return all columns and bands."""
        return cls(0, grid.columns, 0, grid.params.bands)

    @classmethod
    def of(cls, mask: Cells, start: int = 0, low: int = 0) -> Region | None:
        """Return the region of a mask, in the smallest box; None if it is empty.

        Parameters
        ----------
        mask : bool or float32 ``[bands, columns]``
            The region takes it over.
        start, low : int
            Its first column and band.
        """
        inside = mask if mask.dtype == bool else mask > _FAINT
        columns, bands = np.flatnonzero(inside.any(axis=0)), np.flatnonzero(inside.any(axis=1))
        if not len(columns):
            return None
        first, last, bottom, top = int(columns[0]), int(columns[-1]) + 1, int(bands[0]), int(bands[-1]) + 1
        part = mask[bottom:top, first:last]
        whole = bool(part.all()) if part.dtype == bool else float(part.min()) >= 1 - _FAINT
        return cls(start + first, start + last, low + bottom, low + top, None if whole else _frozen(part))

    # As cells

    @property
    def box(self) -> tuple[int, int, int, int]:
        """``(start, stop, low, high)``."""
        return self.start, self.stop, self.low, self.high

    @property
    def bands(self) -> slice:
        """Bands of the box."""
        return slice(self.low, self.high)

    @property
    def is_soft(self) -> bool:
        """Whether it has soft edges."""
        return self.mask is not None and self.mask.dtype != bool

    @property
    def count(self) -> int:
        """Number of cells that are in the region by a half or more."""
        if self.mask is None:
            return (self.stop - self.start) * (self.high - self.low)
        return int(np.count_nonzero(self.mask if not self.is_soft else self.mask >= 0.5))

    def cells(self, start: int, stop: int, low: int, high: int) -> Cells:
        """Return the mask of another box, which is empty outside of the region's: ``[high - low, stop - start]``."""
        if self.mask is not None and (start, stop, low, high) == self.box:
            return self.mask
        out = np.zeros((high - low, stop - start), bool if self.mask is None else self.mask.dtype)
        first, last = max(start, self.start), min(stop, self.stop)
        bottom, top = max(low, self.low), min(high, self.high)
        if first < last and bottom < top:
            inside = (slice(bottom - self.low, top - self.low), slice(first - self.start, last - self.start))
            target = (slice(bottom - low, top - low), slice(first - start, last - start))
            out[target] = True if self.mask is None else self.mask[inside]
        return out

    def weights(self, start: int, stop: int, bands: slice) -> Array:
        """Return the weight of each cell of some columns and bands in the region, 0 to 1: float32 ``[bands, columns]``.

        Parameters
        ----------
        bands : slice
            With both ends.
        """
        return self.cells(start, stop, bands.start, bands.stop).astype(np.float32, copy=False)

    def contains(self, column: float, band: float) -> bool:
        """Return whether the cell at a fractional column and band is in the region by a half or more."""
        x, y = round(column), round(band)
        if not (self.start <= x < self.stop and self.low <= y < self.high):
            return False
        return self.mask is None or bool(self.mask[y - self.low, x - self.start] >= 0.5)

    # Sets of cells

    def union(self, other: Region) -> Region:
        """Return the cells of one or the other."""
        for one, two in ((self, other), (other, self)):
            if one.mask is None and one._hull(two) == one.box:
                return one
        start, stop, low, high = self._hull(other)
        cells = np.maximum(*_alike(self.cells(start, stop, low, high), other.cells(start, stop, low, high)))
        return Region(start, stop, low, high, _frozen(cells))._reduced()

    def intersection(self, other: Region) -> Region | None:
        """Return the cells of both; None if there are none."""
        start, stop = max(self.start, other.start), min(self.stop, other.stop)
        low, high = max(self.low, other.low), min(self.high, other.high)
        if start >= stop or low >= high:
            return None
        if self.mask is None and other.mask is None:
            return Region(start, stop, low, high)
        cells = np.minimum(*_alike(self.cells(start, stop, low, high), other.cells(start, stop, low, high)))
        return Region.of(cells, start, low)

    def difference(self, other: Region) -> Region | None:
        """Return the cells that are not in another region; None if there are none."""
        mine, others = self.cells(*self.box), other.cells(*self.box)
        if mine.dtype == bool and others.dtype == bool:
            return Region.of(mine & ~others, self.start, self.low)
        return Region.of(np.minimum(_soft(mine), 1 - _soft(others)), self.start, self.low)

    def inverted(self, grid: Grid) -> Region | None:
        """Return all other cells; None if there are none."""
        return Region.everything(grid).difference(self)

    # Changes

    def moved(self, columns: int, bands: int, grid: Grid) -> Region | None:
        """Return the region moved and cut at the borders; None if nothing is left."""
        start, low = self.start + columns, self.low + bands
        box = _box(grid, start, self.stop + columns, low, self.high + bands)
        if box is None or self.mask is None:
            return box
        return Region.of(self.mask[box.low - low : box.high - low, box.start - start : box.stop - start], *box._corner)

    def grown(self, cells: int, grid: Grid) -> Region | None:
        """Return the region grown by some cells on each side, or shrunk if negative; None if nothing is left.

        At the borders of the sketch it stays where it is.
        """
        from scipy.ndimage import maximum_filter1d, minimum_filter1d

        cells = max(-MAX_CELLS, min(MAX_CELLS, cells))
        if self.mask is None:
            start = self.start - cells if self.start > 0 else 0
            stop = self.stop + cells if self.stop < grid.columns else grid.columns
            low = self.low - cells if self.low > 0 else 0
            high = self.high + cells if self.high < grid.params.bands else grid.params.bands
            return _box(grid, start, stop, low, high) if start < stop and low < high else None
        start, stop, low, high = self._around(abs(cells), grid)
        mask = self.cells(start, stop, low, high)
        change, hard = maximum_filter1d if cells > 0 else minimum_filter1d, mask.dtype == bool
        out = mask.view(np.uint8) if hard else mask
        for axis in (0, 1):
            out = change(out, 2 * abs(cells) + 1, axis=axis, mode="nearest")
        return Region.of(out.view(bool) if hard else out, start, low)

    def feathered(self, cells: int, grid: Grid) -> Region | None:
        """Return the region with edges that are soft over some cells on each side.

        Three means of neighbours in turn, which come near to a Gaussian blur. At the borders of the sketch the edges
        stay as they are.
        """
        from scipy.ndimage import uniform_filter1d

        cells = max(0, min(MAX_CELLS, cells))
        if not cells:
            return self
        width = 2 * max(1, round(cells / 3)) + 1
        start, stop, low, high = self._around(3 * (width // 2), grid)
        axes = [self.cells(start, stop, low, high)]
        if self.mask is None:  # of a rectangle, each axis alone
            axes = [self.cells(self.start, self.start + 1, low, high), self.cells(start, stop, self.low, self.low + 1)]
        out = np.ones((1, 1), np.float32)
        for part in axes:
            blurred = _soft(part)
            for axis in (0, 1):
                for _ in range(3 if part.shape[axis] > 1 else 0):
                    blurred = uniform_filter1d(blurred, width, axis=axis, mode="nearest")
            out = out * blurred
        return Region.of(np.clip(out, 0, 1, out=out), start, low)

    def harmonics(self, count: int, grid: Grid, *, odd: bool = False) -> Region:
        """Return the region and its repetitions at whole multiples of its frequencies.

        Parameters
        ----------
        count : int
            Number of the last multiple, 1 to 64. Multiples that touch each other, and those beyond the scale, are left
            out.
        odd : bool
            Whether it is odd multiples only.
        """
        params = grid.params
        lowest, highest = (float(hertz) for hertz in params.hertz_of([self.low - 0.5, self.high - 0.5]))
        out, bands = self, np.arange(params.bands)
        mine = self.cells(*self.box)
        step = 2 if odd else 1
        for number in range(1 + step, min(64, max(1, count)) + 1, step):
            if highest * (number - step) > lowest * number:
                break
            rows = np.round(params.band_of(params.hertz_of(bands) / number)).astype(int)
            inside = np.flatnonzero((rows >= self.low) & (rows < self.high))
            if not len(inside):
                break
            repeated = Region.of(mine[rows[inside] - self.low].copy(), self.start, int(inside[0]))
            out = out if repeated is None else out.union(repeated)
        return out

    @property
    def _corner(self) -> tuple[int, int]:
        return self.start, self.low

    def _hull(self, other: Region) -> tuple[int, int, int, int]:
        return (
            min(self.start, other.start),
            max(self.stop, other.stop),
            min(self.low, other.low),
            max(self.high, other.high),
        )

    def _around(self, cells: int, grid: Grid) -> tuple[int, int, int, int]:
        """Return the box larger by some cells on each side, cut at the borders."""
        start, stop = max(0, self.start - cells), min(grid.columns, self.stop + cells)
        return start, stop, max(0, self.low - cells), min(grid.params.bands, self.high + cells)

    def _reduced(self) -> Region:
        """Return the region without its mask if all of its box is in it."""
        whole = self.mask is not None and self.mask.dtype == bool and bool(self.mask.all())
        return Region(*self.box) if whole else self


def _box(grid: Grid, start: int, stop: int, low: int, high: int) -> Region | None:
    start, stop, low, high = max(0, start), min(grid.columns, stop), max(0, low), min(grid.params.bands, high)
    return Region(start, stop, low, high) if start < stop and low < high else None


def _soft(cells: Cells) -> Array:
    return cells.astype(np.float32, copy=False)


def _alike(one: Cells, other: Cells) -> tuple[Cells, Cells]:
    """Return two masks of one type."""
    return (one, other) if one.dtype == other.dtype else (_soft(one), _soft(other))


def _frozen(cells: Cells) -> Cells:
    cells.flags.writeable = False
    return cells
