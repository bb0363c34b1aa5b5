"""The selection tool, which selects a rectangle of time and frequency."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.tools.selecting.selecting_tool import KEYS, MODE, SelectingTool, on_grid
from riffdesk.ui.canvas.tools.tool import ChoiceOption, Desk, Pointer, ToolInfo

_SPANS = {"rectangle": tr("Rectangle"), "time": tr("Time"), "band": tr("Band")}
_SPAN = tr("A drag selects a rectangle, a range of time with all frequencies, or a band of frequencies at all times")


class SelectTool(SelectingTool):
    """Selects a rectangle, a range of time or a band; a click clears the selection and sets the playhead."""

    info = ToolInfo(
        tr("Select"),
        "toolSelect",
        "S",
        "select",
        tr(
            "Drag a rectangle, to cut, copy, transpose or repaint its sound; Shift takes all frequencies; {keys}",
            keys=KEYS,
        ),
        options=((MODE,), (ChoiceOption("select_span", tr("Select"), _SPAN, _SPANS, buttons=True),)),
        group="select",
    )

    def shape(self, desk: Desk, pointer: Pointer) -> Region | None:
        """Return the rectangle between press and pointer."""
        if self._start is None:
            return None
        corners = (on_grid(desk, corner) for corner in (self._start, pointer.point))
        region = Region.between(desk.sketch, *corners)
        span = desk.settings.select_span
        if region is None or span == "rectangle":
            return region
        if span == "time":
            return Region(region.start, region.stop, 0, desk.sketch.params.bands)
        return Region(0, desk.sketch.columns, region.low, region.high)
