"""The base of the selecting tools: a drag draws a shape, which replaces the selection or changes it."""

from __future__ import annotations

import numpy as np

from riffdesk.dsp.pitch import midi_of
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.modifiers import Grid
from riffdesk.sketch.paint.move import Move
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.stretching import stretched_cells
from riffdesk.sketch.paint.tips import Point
from riffdesk.ui.canvas.plot.handle import Handle
from riffdesk.ui.canvas.tools.modifiers import grid_of
from riffdesk.ui.canvas.tools.selecting.handles import HandleDrag, handle_at
from riffdesk.ui.canvas.tools.tool import ChoiceOption, Desk, Pointer, ToolInfo

KEYS = tr("Ctrl adds to the selection, Ctrl+Shift subtracts from it")
MODES = {"new": tr("New"), "add": tr("Add"), "subtract": tr("Less"), "intersect": tr("Both")}
"""Ways to combine a shape with the selection, with the words on the buttons."""
MODE = ChoiceOption(
    "select_mode",
    tr("Mode"),
    tr(
        "Replace the selection, add to it, subtract from it, or keep its intersection with the shape; {keys}", keys=KEYS
    ),
    MODES,
    buttons=True,
)
STILL_PIXELS = 3  # a press that moves less is a click


class SelectingTool:
    """Draws shapes; subclasses have `shape`. A click clears the selection and sets the playhead.

    A drag that begins inside of the selection moves its ink, or with Ctrl copies it. One that begins at an edge or a
    corner stretches it.
    """

    info: ToolInfo
    moves = True
    """Whether a drag may move the selection."""

    def __init__(self) -> None:
        self._gripped: Pointer | None = None  # the press inside of the selection
        self._move: Move | HandleDrag | None = None
        self._start: Point | None = None
        self._before: Region | None = None
        self._mode, self._moved = "new", False

    # The shape

    def begin(self, desk: Desk, pointer: Pointer) -> None:
        """Begin a shape."""

    def shape(self, desk: Desk, pointer: Pointer) -> Region | None:
        """Return the shape from the press to a point; None if it encloses nothing."""
        raise NotImplementedError

    def click(self, desk: Desk, point: Point) -> None:
        """Handle a press without a drag."""
        if self._mode == "new":
            desk.seek_column(point[0])

    # The drag

    def handle(self, desk: Desk, pointer: Pointer) -> Handle | None:
        """Return the handle of the selection at a point, which a drag from there moves; None if there is none."""
        selection = desk.selection
        free = desk.settings.select_mode == "new" and not pointer.shift and not pointer.control
        return handle_at(desk, selection, pointer.point) if free and selection is not None else None

    def grips(self, desk: Desk, pointer: Pointer) -> bool:
        """Return whether a drag from a point moves the selected ink."""
        selection = desk.selection
        free = self.moves and desk.settings.select_mode == "new" and not pointer.shift
        return free and selection is not None and selection.contains(*pointer.point)

    def press(self, desk: Desk, pointer: Pointer) -> None:
        """Begin a drag."""
        handle = self.handle(desk, pointer)
        if handle is not None and desk.selection is not None:
            self._gripped, self._before = pointer, desk.selection
            self._move = HandleDrag(desk, handle, desk.selection, pointer.point)
        elif self.grips(desk, pointer):
            self._gripped, self._before = pointer, desk.selection
        else:
            self.press_shape(desk, pointer)

    def press_shape(self, desk: Desk, pointer: Pointer) -> None:
        """Begin a drag that draws a shape."""
        self._start, self._before, self._moved = pointer.point, desk.selection, False
        self._mode = mode_of(desk.settings, pointer)
        if self._mode == "new":
            desk.select(None)
        self.begin(desk, pointer)

    def move(self, desk: Desk, pointer: Pointer) -> None:
        """Draw the shape, with Shift over all frequencies; or move the ink, with Shift in one direction."""
        if self._gripped is not None:
            self._drag(desk, self._gripped, pointer)
        if self._start is None:
            return
        self._moved |= is_far(desk, self._start, pointer.point)
        shape = self.shape(desk, pointer)
        if shape is not None and pointer.shift and not pointer.control:
            shape = Region(shape.start, shape.stop, 0, desk.sketch.params.bands)
        self.show(desk, shape)

    def show(self, desk: Desk, shape: Region | None) -> None:
        """Combine a shape with the selection before the drag; with harmonics on, with its multiples too."""
        settings = desk.settings
        if shape is not None and settings.harmonics and self.moves:
            shape = shape.harmonics(settings.harmonic_count, desk.sketch, odd=settings.harmonics_odd)
        desk.select(combined(self._before, shape, self._mode))

    def release(self, desk: Desk) -> None:
        """Keep the selection or the moved ink; a press without a drag is a click."""
        gripped, self._gripped = self._gripped, None
        move, self._move = self._move, None
        if move is not None:
            if move.commit() and self._before is not None:
                desk.selection_moved_from(self._before)
        elif gripped is not None:
            self.press_shape(desk, gripped)
        start, self._start = self._start, None
        if start is not None and (not self._moved or desk.selection is None):
            self.click(desk, start)

    def cancel(self) -> None:
        """End the drag; the canvas restores the selection."""
        move, self._move = self._move, None
        if move is not None:
            move.abort()
        self._start = self._gripped = None

    def _drag(self, desk: Desk, start: Pointer, pointer: Pointer) -> None:
        """Move the ink by whole columns and semitones."""
        assert self._before is not None
        if isinstance(self._move, HandleDrag):
            self._move.to(pointer.point, even=pointer.shift)
            return
        if self._move is None:
            if not is_far(desk, start.point, pointer.point):
                return
            self._move = Move(desk.sketch, self._before, keep=start.control)
        columns, semitones = self._distance(desk, start.point, pointer.point, straight=pointer.shift)
        desk.select(self._move.to(columns, semitones))
        beats = columns / Grid.of(desk.sketch.state, "beat").step
        desk.show_numbers(tr("{beats:+.2f} beats    {semitones:+d} st", beats=beats, semitones=semitones))

    def _distance(self, desk: Desk, start: Point, point: Point, *, straight: bool) -> tuple[int, int]:
        """Return the columns and semitones from one point to another; ``straight`` keeps the greater on the screen.

        With the grid on, the beginning of the selection goes to its lines.
        """
        width, height = desk.pixel
        hertz = np.maximum(desk.sketch.params.hertz_of([start[1], point[1]]), 1.0).tolist()
        columns, semitones = round(point[0] - start[0]), round(midi_of(hertz[1]) - midi_of(hertz[0]))
        grid = grid_of(desk.settings, desk.sketch.state)
        if grid is not None and self._before is not None:
            columns = round(grid.snapped(self._before.start + columns)) - self._before.start
        if straight:
            across = abs(point[0] - start[0]) / width > abs(_rise(desk, start, point)) / height
            return (columns, 0) if across else (0, semitones)
        return columns, semitones

    def size(self, settings: Settings) -> float | None:
        """Return None: the tool has no tip."""
        return None

    def core(self, settings: Settings) -> float | None:
        """Return None: the tool has no tip."""
        return None

    def resize(self, settings: Settings, factor: float) -> None:
        """Do nothing: the tool has no tip."""


def mode_of(settings: Settings, pointer: Pointer) -> str:
    """Return the mode of a shape: with Ctrl add, with Ctrl and Shift subtract, or that in the settings."""
    if pointer.control:
        return "subtract" if pointer.shift else "add"
    return settings.select_mode


def combined(before: Region | None, shape: Region | None, mode: str) -> Region | None:
    """Return the combination of a selection with a shape; None if it is empty."""
    if mode == "new" or (before is None and mode == "add"):
        return shape
    if before is None or shape is None:
        return None if mode == "intersect" else before
    if mode == "add":
        return before.union(shape)
    return before.difference(shape) if mode == "subtract" else before.intersection(shape)


def is_far(desk: Desk, start: Point, point: Point) -> bool:
    """Return whether the distance of two points is that of a drag."""
    width, height = desk.pixel
    return abs(point[0] - start[0]) > STILL_PIXELS * width or abs(_rise(desk, start, point)) > STILL_PIXELS * height


def _rise(desk: Desk, start: Point, point: Point) -> float:
    """Return the height of a point above another on the axis that is shown."""
    before, after = desk.scale.height_of([start[1], point[1]]).tolist()
    return float(after - before)


def on_grid(desk: Desk, corner: Point) -> Point:
    """Return a corner at the nearest line of the grid, so that the column after it is the first or the last."""
    grid = grid_of(desk.settings, desk.sketch.state)
    return corner if grid is None else (grid.snapped(corner[0]) - 0.5, corner[1])


def ends_on_grid(desk: Desk, region: Region | None) -> Region | None:
    """Return a region of any shape, while the grid is on stretched so that its ends are at the nearest lines."""
    grid = grid_of(desk.settings, desk.sketch.state)
    if grid is None or region is None:
        return region
    start, stop = (round(end) for end in grid.ends(region.start, region.stop))
    return stretched_cells(region, region, start, stop - start, desk.sketch)
