"""The lasso, which selects the inside of an outline."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.shapes import inside_outline
from riffdesk.sketch.paint.tips import Point
from riffdesk.ui.canvas.tools.selecting.selecting_tool import KEYS, MODE, SelectingTool, ends_on_grid
from riffdesk.ui.canvas.tools.tool import Desk, Pointer, ToolInfo


class LassoTool(SelectingTool):
    """Selects the inside of a line that is drawn by hand, closed from its end to its start."""

    info = ToolInfo(
        tr("Lasso"),
        "toolLasso",
        "G",
        "lasso",
        tr("Draw around a part to select it; Shift takes all frequencies of its time; {keys}", keys=KEYS),
        options=((MODE,),),
        group="select",
    )

    def __init__(self) -> None:
        super().__init__()
        self._points: list[Point] = []

    def begin(self, desk: Desk, pointer: Pointer) -> None:
        """Begin an outline."""
        self._points = [pointer.point]

    def shape(self, desk: Desk, pointer: Pointer) -> Region | None:
        """Return the inside of the outline until now."""
        if pointer.point != self._points[-1]:
            self._points.append(pointer.point)
        return ends_on_grid(desk, inside_outline(self._points, desk.sketch))
