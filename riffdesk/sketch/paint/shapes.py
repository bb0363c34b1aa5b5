"""Regions of drawn shapes: the inside of an outline, the path of a round tip, and marks of a level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.band_scale import BandScale
from riffdesk.language import tr
from riffdesk.sketch.ink import TILE_COLUMNS, Ink
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.region import Grid, Region
from riffdesk.sketch.paint.tips import BrushTip, Point
from riffdesk.sketch.state import State

_FAINT = 0.05  # ink of -104 dB; fainter cells count as silence
_FIRST_REACH = 256  # columns on each side that are searched first


def inside_outline(points: Sequence[Point], grid: Grid) -> Region | None:
    """Return the cells whose centres are inside a closed outline (even-odd rule); None if there are none.

    Parameters
    ----------
    points : sequence of (column, band)
        Corners of the outline, in order; the last is joined to the first.
    """
    x, y = np.array(points, np.float64).reshape(-1, 2).T
    low, high = max(0, int(np.ceil(y.min()))), min(grid.params.bands, int(np.floor(y.max())) + 1)
    start, stop = max(0, int(np.ceil(x.min()))), min(grid.columns, int(np.floor(x.max())) + 1)
    if low >= high or start >= stop:
        return None
    cells = np.zeros((high - low, stop - start), bool)
    next_x, next_y = np.roll(x, -1), np.roll(y, -1)
    for band in range(low, high):
        crossed = (y <= band) != (next_y <= band)
        along = (band - y[crossed]) / (next_y[crossed] - y[crossed])
        borders = np.ceil(np.sort(x[crossed] + along * (next_x[crossed] - x[crossed]))).astype(int) - start
        for first, last in borders.clip(0, stop - start).reshape(-1, 2):
            cells[band - low, first:last] ^= True
    return Region.of(cells, start, low)


class TipPath:
    """The region that a round tip passes over in one drag.

    Parameters
    ----------
    state : State
        The document whose bands and columns it has.
    tip : BrushTip
    start : (column, band)
    scale : BandScale
        The axis on which the tip is round.
    """

    def __init__(self, state: State, tip: BrushTip, start: Point, scale: BandScale) -> None:
        self._document = _Scratch(replace(state, mask=None))
        self._edit = InkEdit(self._document, None, tr("Select"))
        self._edit.scale = scale
        self._tip, self._last = tip, start
        self._tip.mark(self._edit, start, start)

    def move(self, point: Point) -> None:
        """Pass on to another point."""
        self._tip.mark(self._edit, self._last, point, joined=True)
        self._last = point

    @property
    def region(self) -> Region | None:
        """The cells that the tip has passed over; None if there are none."""
        mask = self._document.state.mask
        tiles = () if mask is None else [index for index, tile in enumerate(mask.tiles) if tile is not mask.silence]
        if mask is None or not tiles:
            return None
        start, stop = tiles[0] * TILE_COLUMNS, min(mask.length, (tiles[-1] + 1) * TILE_COLUMNS)
        return Region.of(mask.read(start, stop).copy(), start)


class _Scratch:
    """A document with nothing but a mask, which is written to and never kept."""

    def __init__(self, state: State) -> None:
        self.state = state

    def update(self, state: State) -> None:
        self.state = state

    def take_step(self, name: str, state: State, merge: str | None = None, *, before: State | None = None) -> None:
        self.state = state


def similar_marks(
    tiles: Ink, point: Point, level_db: float, grid: Grid, *, reach: int | None = None, near: tuple[int, int] = (0, 0)
) -> Region | None:
    """Return the cells with about the level of the one at a point, or more; None outside of the ink.

    At a silent point these are the silent cells.

    Parameters
    ----------
    tiles : Ink ``[..., bands, columns]``
        Of several channels, the louder counts.
    point : (column, band)
    level_db : float
        Tolerance below the level of the point, 0 to 120 dB.
    reach : int, optional
        Only the cells that touch each other, at most so many columns from the point; None for all in the sketch.
    near : (columns, bands)
        Distance within which the loudest cell is used instead of the one at the point, as a cell may be smaller than a
        pixel.
    """
    column, band = round(point[0]), round(point[1])
    if not (0 <= column < tiles.length and 0 <= band < grid.params.bands):
        return None
    start, low = max(0, column - near[0]), max(0, band - near[1])
    around = _louder(tiles.read(start, min(tiles.length, column + near[0] + 1), slice(low, band + near[1] + 1)))
    loudest = float(around.max())
    row, offset = np.unravel_index(int(around.argmax()), around.shape)
    seed = (start + int(offset), low + int(row)) if loudest > _FAINT else (column, band)
    level_db = min(max(level_db, 0.0), 120.0)
    threshold = max(_FAINT, loudest * 10 ** (-level_db * grid.params.power / 20)) if loudest > _FAINT else None
    if reach is None:
        return Region.of(_chosen(tiles, 0, tiles.length, threshold))
    return _touching(tiles, seed, threshold, max(1, reach))


def _touching(tiles: Ink, seed: tuple[int, int], threshold: float | None, reach: int) -> Region | None:
    """Return the chosen cells that are connected with a cell, in a window that grows with them."""
    from scipy.ndimage import label

    column, band = seed
    before = after = min(_FIRST_REACH, reach)
    while True:
        start, stop = max(0, column - before), min(tiles.length, column + after + 1)
        labels, _ = label(_chosen(tiles, start, stop, threshold), np.ones((3, 3), bool))
        number = labels[band, column - start]
        if not number:
            return None
        cells = labels == number
        earlier = start > 0 and before < reach and bool(cells[:, 0].any())
        later = stop < tiles.length and after < reach and bool(cells[:, -1].any())
        if not (earlier or later):
            return Region.of(cells, start)
        before, after = min(reach, 4 * before) if earlier else before, min(reach, 4 * after) if later else after


def _chosen(tiles: Ink, start: int, stop: int, threshold: float | None) -> NDArray[np.bool_]:
    """Return the cells of columns ``[start, stop)`` from a level on, or without one the silent cells."""
    out = np.empty((tiles.lead[-1], stop - start), bool)
    for begin in range(start // TILE_COLUMNS * TILE_COLUMNS, stop, TILE_COLUMNS):
        first, last = max(start, begin), min(stop, begin + TILE_COLUMNS)
        target = out[:, first - start : last - start]
        if tiles.tiles[begin // TILE_COLUMNS] is tiles.silence:
            target[...] = threshold is None
        elif threshold is None:
            np.less_equal(_louder(tiles.read(first, last)), np.float32(_FAINT), out=target)
        else:
            np.greater_equal(_louder(tiles.read(first, last)), np.float32(threshold), out=target)
    return out


def _louder(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the louder channel of each cell."""
    return ink if ink.ndim == 2 else np.asarray(ink.max(axis=0))
