"""A stroke: a tip that moves across a layer."""

from __future__ import annotations

from itertools import pairwise

from riffdesk.sketch.paint.modifiers import Modifiers
from riffdesk.sketch.paint.tips import Point, Tip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.tiles.ranges import Columns

_LAST_CELL = 1.0  # columns: what ends at a line of the grid leaves the column there to what begins at it


class Stroke:
    """One drag of a tip across the active layer, or the mask: one undo step, or none if it is aborted.

    Parameters
    ----------
    start : (column, band)
        Where the drag begins.
    on_mask : bool
        Whether it paints on the mask.
    modifiers : Modifiers
        With a grid, the stroke begins and ends at lines of it, with the edge of its tip.
    """

    def __init__(
        self,
        sketch: Sketch,
        tip: Tip,
        start: Point,
        *,
        on_mask: bool = False,
        modifiers: Modifiers | None = None,
    ) -> None:
        self._modifiers = modifiers or Modifiers()
        self._edit = sketch.begin_mask_stroke("Mask") if on_mask else sketch.begin_stroke(tip.name)
        self._tip = self._modifiers.applied(tip, sketch.params)
        self._path = [start]
        self._end: Point | None = None  # of the last mark
        begin = (self._modifiers.column(start[0]), start[1])
        self._redraw([begin])

    def move(self, point: Point) -> None:
        """Paint from the last point to another one."""
        with self._edit.together():
            self._mark(self._path[-1], point)
        self._path.append(point)

    def line(self, point: Point) -> None:
        """Replace what the stroke has painted by a straight line from its start."""
        self._path = [self._path[0], point]
        self._redraw(self._snapped(self._path))

    def curve(self, points: list[Point]) -> None:
        """Replace what the stroke has painted by a line through some points, of which there is at least one."""
        self._path = list(points)
        self._redraw(self._snapped(self._path))

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
        if min(columns) == max(columns):
            band = path[0][1]
            return [(left, band), (right, band)] if self._tip.sustains else [(left, point[1]) for point in path]
        ends = (left, right) if columns[0] <= columns[-1] else (right, left)
        inner = [(min(max(column, left), right), band) for column, band in path[1:-1]]
        return [(ends[0], path[0][1]), *inner, (ends[1], path[-1][1])]

    def _redraw(self, path: list[Point]) -> None:
        """Replace what the stroke has painted by a path."""
        if not self._edit.open:
            return
        with self._edit.together():
            self._edit.restore()
            self._tip.begin(self._edit)
            self._end = None
            for start, stop in pairwise([path[0], *path] if len(path) == 1 else path):
                self._mark(start, stop)

    def _mark(self, start: Point, stop: Point) -> None:
        if not self._edit.open:
            return
        for first, last in self._modifiers.pieces(start, stop, self._edit.original_ink, self._edit.params):
            self._tip.mark(self._edit, first, last, joined=first == self._end)
            self._end = last
