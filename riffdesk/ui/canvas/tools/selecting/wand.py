"""The wand, which selects cells of about the same level as a clicked one."""

from __future__ import annotations

import math

from riffdesk.language import tr
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.shapes import similar_marks
from riffdesk.sketch.paint.tips import Point
from riffdesk.ui.canvas.tools.selecting.selecting_tool import KEYS, MODE, SelectingTool
from riffdesk.ui.canvas.tools.tool import Desk, Pointer, SliderOption, SwitchOption, ToolInfo

_LEVEL = tr("Tolerance: how far below the level at the click the selection reaches")
_REACH = tr("Maximum distance from the click in seconds")
_EVERYWHERE = tr("Select all marks of this level in the sketch, not only those that touch the click")


class WandTool(SelectingTool):
    """Selects the marks with about the level of the one under a click, or more."""

    info = ToolInfo(
        tr("Wand"),
        "toolWand",
        "W",
        "wand",
        tr("Click a mark to select it, with adjacent marks of its level; {keys}", keys=KEYS),
        options=(
            (MODE,),
            (SliderOption("wand_level_db", tr("Level"), _LEVEL, 1, 80, text=tr("{:.0f} dB")),),
            (SliderOption("wand_reach", tr("Reach"), _REACH, 1, 30, text="{:.0f} s"),),
            (SwitchOption("wand_everywhere", tr("Everywhere"), _EVERYWHERE),),
        ),
        group="select",
    )

    def shape(self, desk: Desk, pointer: Pointer) -> Region | None:
        """Return the selection of the press, which a drag does not change."""
        return None

    def press_shape(self, desk: Desk, pointer: Pointer) -> None:
        """Select the cells of a similar level, also in silence."""
        super().press_shape(desk, pointer)
        self._start = None  # a drag selects no more
        self._select(desk, pointer.point)

    def _select(self, desk: Desk, point: Point) -> None:
        settings, sketch = desk.settings, desk.sketch
        reach = None if settings.wand_everywhere else round(settings.wand_reach * sketch.params.columns_per_second)
        width, height = desk.pixel
        middle = float(desk.scale.height_of(point[1]))
        above = float(desk.scale.band_at(middle + height / 2)) - point[1]
        near = (math.ceil(width / 2), max(1, math.ceil(above)))
        shape = similar_marks(sketch.active_layer.tiles, point, settings.wand_level_db, sketch, reach=reach, near=near)
        self.show(desk, shape)
