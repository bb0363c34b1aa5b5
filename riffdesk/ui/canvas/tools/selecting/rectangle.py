"""The selection tool, which selects a rectangle of time and frequency."""

from __future__ import annotations

from riffdesk.settings import Settings
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.tips import Point
from riffdesk.ui.canvas.tools.tool import Desk, Pointer, ToolInfo


class SelectTool:
    """Selects a rectangle; a click clears the selection and sets the playhead."""

    info = ToolInfo(
        "Select",
        "toolSelect",
        "S",
        "select",
        "Drag a rectangle, to cut, copy, transpose or repaint what is in it; Shift takes all frequencies",
        about="Drag a rectangle; Shift takes all frequencies.\nCut, copy and delete act on it, the buttons beside it "
        "transpose or repaint it, and the loop plays it.",
    )

    def __init__(self) -> None:
        self._corner: Point | None = None

    def press(self, desk: Desk, pointer: Pointer) -> None:
        """Begin a rectangle."""
        self._corner = pointer.point
        desk.select(None)

    def move(self, desk: Desk, pointer: Pointer) -> None:
        """Resize the rectangle; with Shift it has all frequencies."""
        if self._corner is None:
            return
        selection = Region.between(desk.sketch, self._corner, pointer.point)
        if pointer.shift and selection is not None:
            selection = Region(selection.start, selection.stop, 0, desk.sketch.params.bands)
        desk.select(selection)

    def release(self, desk: Desk) -> None:
        """Keep the rectangle, or set the playhead after a click."""
        corner, self._corner = self._corner, None
        if corner is not None and desk.selection is None:
            desk.seek_column(corner[0])

    def cancel(self) -> None:
        """End the drag."""
        self._corner = None

    def size(self, settings: Settings) -> float | None:
        """Return None: the tool has no tip."""
        return None

    def resize(self, settings: Settings, factor: float) -> None:
        """Do nothing: the tool has no tip."""
