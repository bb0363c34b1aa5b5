"""A stroke: a tip that moves across a layer."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from riffdesk.dsp.band_scale import BandScale
from riffdesk.language import tr, translated
from riffdesk.sketch.paint.modifiers import Modifiers
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.tips import Point, Tip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.tiles.ranges import Columns

_LAST_CELL = 1.0  # columns: a stroke that ends at a line of the grid does not cover the column of one that begins there
_LONG, _PART = 400, 64  # columns of a line that is cut, and of its parts


class Stroke:
    """One drag of a tip across the active layer, or the mask: one undo step, or none if it is aborted.

    Parameters
    ----------
    start : (column, band)
        Where the drag begins.
    on_mask : bool
        Whether it paints on the mask.
    name : str
        Name of the undo step; that of the tip by default.
    modifiers : Modifiers
        With a grid, the stroke begins and ends at lines of it, with the edge of its tip.
    within : Region, optional
        The only part that is painted.
    scale : BandScale, optional
        The axis on which it is drawn; by default by mel.
    """

    def __init__(
        self,
        sketch: Sketch,
        tip: Tip,
        start: Point,
        *,
        on_mask: bool = False,
        name: str = "",
        modifiers: Modifiers | None = None,
        within: Region | None = None,
        scale: BandScale | None = None,
    ) -> None:
        self._modifiers = modifiers or Modifiers()
        begin = sketch.begin_mask_stroke if on_mask else sketch.begin_stroke
        self._edit = begin(tr("Mask") if on_mask else name or translated(tip.name), within)
        self._edit.scale = scale or self._edit.scale
        self._tip = self._modifiers.applied(tip, sketch.params)
        self._path = [start]
        self._pressure = 1.0, 1.0
        self._pressures: dict[int, tuple[float, float]] = {}  # by the number of the point of the path
        self._pressed = self._tip
        self._end: Point | None = None  # of the last mark
        if self._modifiers.grid is not None:
            start = self._modifiers.column(start[0]) + self._tip.radius, start[1]
        self._redraw([start])

    def set_pressure(self, size: float, strength: float) -> None:
        """Set the pressure of a pen from here on: factors up to 1 of the size and of the strength of the tip."""
        if (size, strength) != self._pressure:
            self._pressure = self._pressures[len(self._path)] = size, strength
            self._pressed = self._tip.pressed(size, strength)
            if len(self._path) == 1:
                self._redraw(self._snapped(self._path))

    def move(self, point: Point) -> None:
        """Paint from the last point to another one."""
        with self._edit.together():
            self._mark(self._path[-1], point)
        self._path.append(point)

    def line(self, point: Point) -> None:
        """Replace the path of the stroke by a straight line from its start."""
        self._path = [self._path[0], point]
        self._redraw(self._snapped(self._path))

    def curve(self, points: list[Point]) -> None:
        """Replace the path of the stroke by a line through at least one point."""
        self._path = list(points)
        self._redraw(self._snapped(self._path))

    @property
    def missed(self) -> bool:
        """Whether it was entirely outside of the part that it may paint."""
        return self._edit.missed

    def commit(self) -> Columns | None:
        """End the stroke as one undo step; return the columns that changed."""
        if self._edit.open:
            with self._edit.together():
                if self._modifiers.grid is not None:
                    self._redraw(self._snapped(self._path))
                self._tip.finish(self._edit)
        return self._edit.commit()

    def abort(self) -> None:
        """Restore the ink and end the stroke without an undo step."""
        self._edit.abort()

    def _snapped(self, path: list[Point]) -> list[Point]:
        """Return a path whose ends lie so that the edges of the tip are at lines of the grid."""
        grid, columns = self._modifiers.grid, [column for column, _ in path]
        if grid is None:
            return path
        radius = self._tip.radius
        left, right = grid.ends(min(columns), max(columns))
        left += radius
        right = max(left, right - radius - (0 if radius else _LAST_CELL))
        if len(path) == 1 or grid.snapped(min(columns)) == grid.snapped(max(columns)):
            stop = right if self._tip.sustains else left
            return [(left, path[0][1]), (stop, path[-1][1])]
        ends = (left, right) if columns[0] <= columns[-1] else (right, left)
        inner = [(min(max(column, left), right), band) for column, band in path[1:-1]]
        return [(ends[0], path[0][1]), *inner, (ends[1], path[-1][1])]

    def _redraw(self, path: list[Point]) -> None:
        """Restore the ink and paint another path."""
        if not self._edit.open:
            return
        with self._edit.together():
            self._edit.restore()
            self._tip.begin(self._edit)
            self._end = None
            for number, (start, stop) in enumerate(pairwise([path[0], *path] if len(path) == 1 else path), 1):
                if number in self._pressures:
                    self._pressed = self._tip.pressed(*self._pressures[number])
                self._mark(start, stop)

    def _mark(self, start: Point, stop: Point) -> None:
        if not self._edit.open:
            return
        for piece in self._modifiers.segments(start, stop, self._edit.original, self._edit.params):
            for first, last in [piece] if self._tip.is_thin else parts(*piece):
                self._pressed.mark(self._edit, first, last, joined=first == self._end)
                self._end = last


def parts(start: Point, stop: Point) -> Iterator[tuple[Point, Point]]:
    """Yield the parts of a line: a long one is cut, as the cells around it are those of the box of each part."""
    across, along = stop[0] - start[0], stop[1] - start[1]
    count = 1 if abs(across) <= _LONG else math.ceil(abs(across) / _PART)
    points = [(start[0] + across * part / count, start[1] + along * part / count) for part in range(count)]
    yield from pairwise([*points, stop])
