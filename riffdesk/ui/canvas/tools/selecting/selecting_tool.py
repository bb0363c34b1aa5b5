"""The base of the selecting tools: a drag draws a shape, which replaces the selection or changes it."""

from __future__ import annotations

from riffdesk.settings import Settings
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.tips import Point
from riffdesk.ui.canvas.tools.tool import ChoiceOption, Desk, Pointer, ToolInfo

KEYS = "Ctrl adds to the selection, Ctrl+Shift takes from it"
MODES = {"new": "New", "add": "Add", "subtract": "Less", "intersect": "Both"}
"""What a shape does to the selection, with the words on the buttons."""
MODE = ChoiceOption(
    "select_mode",
    "Mode",
    f"A new selection, more, less, or only what is in both the selection and the shape that you draw; {KEYS}",
    MODES,
    buttons=True,
)
STILL_PIXELS = 3  # a press that moves less is a click


class SelectingTool:
    """Draws shapes; subclasses have `shape`. A click clears the selection and sets the playhead."""

    info: ToolInfo

    def __init__(self) -> None:
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

    def press(self, desk: Desk, pointer: Pointer) -> None:
        """Begin a drag."""
        self._start, self._before, self._moved = pointer.point, desk.selection, False
        self._mode = mode_of(desk.settings, pointer)
        if self._mode == "new":
            desk.select(None)
        self.begin(desk, pointer)

    def move(self, desk: Desk, pointer: Pointer) -> None:
        """Draw the shape; with Shift it has all frequencies."""
        if self._start is None:
            return
        self._moved |= is_far(desk, self._start, pointer.point)
        shape = self.shape(desk, pointer)
        if shape is not None and pointer.shift and not pointer.control:
            shape = Region(shape.start, shape.stop, 0, desk.sketch.params.bands)
        desk.select(combined(self._before, shape, self._mode))

    def release(self, desk: Desk) -> None:
        """Keep the selection; a press without a drag is a click."""
        start, self._start = self._start, None
        if start is not None and (not self._moved or desk.selection is None):
            self.click(desk, start)

    def cancel(self) -> None:
        """End the drag; the canvas restores the selection."""
        self._start = None

    def size(self, settings: Settings) -> float | None:
        """Return None: the tool has no tip."""
        return None

    def resize(self, settings: Settings, factor: float) -> None:
        """Do nothing: the tool has no tip."""


def mode_of(settings: Settings, pointer: Pointer) -> str:
    """Return what a shape does to the selection: with Ctrl add, with Ctrl and Shift subtract, or as is set."""
    if pointer.control:
        return "subtract" if pointer.shift else "add"
    return settings.select_mode


def combined(before: Region | None, shape: Region | None, mode: str) -> Region | None:
    """Return the selection that a shape makes of the one before it; None if nothing is left."""
    if mode == "new" or (before is None and mode == "add"):
        return shape
    if before is None or shape is None:
        return None if mode == "intersect" else before
    if mode == "add":
        return before.union(shape)
    return before.difference(shape) if mode == "subtract" else before.intersection(shape)


def is_far(desk: Desk, start: Point, point: Point) -> bool:
    """Return whether two points are so far apart that the way between them is a drag."""
    width, height = desk.pixel
    return abs(point[0] - start[0]) > STILL_PIXELS * width or abs(point[1] - start[1]) > STILL_PIXELS * height
