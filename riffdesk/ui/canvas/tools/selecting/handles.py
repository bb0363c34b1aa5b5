"""The handles of a selection: its edges and corners, which are dragged to stretch it in time and scale it in pitch."""

from __future__ import annotations

import numpy as np

from riffdesk.dsp.pitch import hertz_of_midi, midi_of
from riffdesk.language import tr
from riffdesk.sketch.paint.modifiers import Grid
from riffdesk.sketch.paint.move import Scaling, limited_length
from riffdesk.sketch.paint.pitch_shift import FACTORS, LOWEST_HZ
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.tips import Point
from riffdesk.ui.canvas.plot.handle import Handle, place_of
from riffdesk.ui.canvas.tools.modifiers import grid_of
from riffdesk.ui.canvas.tools.tool import Desk

_REACH = 6.0  # pixels around a handle, and on each side of an edge
_ROOM = 40.0  # minimum pixels of a side for a handle inside of it


def handle_at(desk: Desk, region: Region, point: Point) -> Handle | None:
    """Return the handle of a region at a (column, band); None if there is none.

    The edges of a rectangle are handles along all of their length; of another shape only the marks are. If
    the region is small, an edge can be dragged from outside only.
    """
    width, height = desk.pixel
    x, y = point[0] / width, float(desk.scale.height_of(point[1])) / height
    left, bottom = (value / size for value, size in zip(_corner(region, desk, -1), (width, height), strict=True))
    right, top = (value / size for value, size in zip(_corner(region, desk, 1), (width, height), strict=True))
    side, level = _end_at(x, left, right), _end_at(y, bottom, top)
    if side is None or level is None or not (side or level):
        return None
    if region.mask is not None and not (side and level):
        along = abs(y - (bottom + top) / 2) if side else abs(x - (left + right) / 2)
        return Handle(side, level) if along <= _REACH else None
    return Handle(side, level)


def _corner(region: Region, desk: Desk, end: int) -> Point:
    return place_of(Handle(end, end), region, desk.scale)


def _end_at(value: float, low: float, high: float) -> int | None:
    """Return -1 or 1 at an end of a range of pixels, 0 between the ends, None outside."""
    if not low - _REACH <= value <= high + _REACH:
        return None
    inside = _REACH if high - low >= _ROOM else 0.0
    if value <= low + inside:
        return -1
    return 1 if value >= high - inside else 0


class HandleDrag:
    """A drag of a handle: the opposite edge stays.

    Parameters
    ----------
    desk : Desk
    handle : Handle
    region : Region
        The selection.
    point : (column, band)
        Start of the drag.
    """

    def __init__(self, desk: Desk, handle: Handle, region: Region, point: Point) -> None:
        self._desk, self._handle, self._region, self._from = desk, handle, region, point
        self._scaling = Scaling(desk.sketch, region, handle.name)
        hertz = desk.sketch.params.hertz_of([region.low - 0.5, region.high - 0.5])
        self._edges = [float(midi_of(one)) for one in np.maximum(hertz, LOWEST_HZ)]

    def to(self, point: Point, *, even: bool) -> None:
        """Drag on to a point; ``even`` scales time and pitch alike at a corner."""
        region, handle = self._region, self._handle
        columns = self._columns(point[0])
        semitones, factor = self._semitones(point[1])
        if even and handle.side and handle.level:
            factor = columns / (region.stop - region.start)
            semitones = handle.level * (factor - 1) * (self._edges[1] - self._edges[0])
        start = region.start if handle.side >= 0 else region.stop - columns
        fixed = self._edges[0] if handle.level >= 0 else self._edges[1]
        self._desk.select(self._scaling.to(start, start + columns, factor, hertz_of_midi(fixed)))
        self._desk.show_numbers(self._text(columns, semitones, factor))

    def commit(self) -> bool:
        """Keep the change as one undo step; return False if there is none."""
        return self._scaling.commit()

    def abort(self) -> None:
        """Revert the change."""
        self._scaling.abort()

    def _columns(self, column: float) -> int:
        """Return the length in columns for a pointer at a column; with the grid on, the edge goes to its lines."""
        region, side = self._region, self._handle.side
        edge = (region.stop if side > 0 else region.start) + column - self._from[0]
        grid = grid_of(self._desk.settings, self._desk.sketch.state)
        edge = round(edge if grid is None else grid.snapped(edge))
        wanted = edge - region.start if side > 0 else region.stop - edge
        return limited_length(wanted, region) if side else region.stop - region.start

    def _semitones(self, band: float) -> tuple[float, float]:
        """Return the whole semitones that the edge is moved by for a pointer at a band, and the factor of intervals."""
        level, span = self._handle.level, self._edges[1] - self._edges[0]
        if not level or span <= 0:
            return 0.0, 1.0
        hertz = np.maximum(self._desk.sketch.params.hertz_of([self._from[1], band]), LOWEST_HZ).tolist()
        moved = round(midi_of(hertz[1]) - midi_of(hertz[0]))
        factor = min(max(1 + level * moved / span, FACTORS[0]), FACTORS[1])
        return level * (factor - 1) * span, factor

    def _text(self, columns: int, semitones: float, factor: float) -> str:
        """Return the numbers of the drag for the status line."""
        parts = []
        if self._handle.side:
            beat = Grid.of(self._desk.sketch.state, "beat").step
            parts.append(
                tr(
                    "{beats:.2f} beats  ×{factor:.2f}",
                    beats=columns / beat,
                    factor=columns / (self._region.stop - self._region.start),
                )
            )
        if self._handle.level:
            parts.append(f"{semitones:+.1f} st  ×{factor:.2f}")
        return "    ".join(parts)
