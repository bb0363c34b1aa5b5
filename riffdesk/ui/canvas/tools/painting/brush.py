"""The brush, which paints with a round tip."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.tips import BrushTip
from riffdesk.ui.canvas.tools.painting.paint_tool import LOUDNESS, STRAIGHT, PaintTool, hardness_slider, size_slider
from riffdesk.ui.canvas.tools.tool import ToolInfo, percent_slider

_INFO = ToolInfo(
    tr("Brush"),
    "toolBrush",
    "B",
    "brush",
    tr("Paint sound; {straight}", straight=STRAIGHT),
    options=(
        (size_slider("brush_size"),),
        (hardness_slider("brush_hardness"),),
        (percent_slider("brush_strength", tr("Strength"), LOUDNESS, low=1),),
    ),
    group="paint",
    modified=True,
)


def brush() -> PaintTool:
    """Return the brush."""
    return PaintTool(_INFO, brush_tip, "brush_size")


def brush_tip(settings: Settings) -> BrushTip:
    """Return the tip of the brush."""
    return BrushTip(settings.brush_size, settings.brush_hardness, settings.brush_strength, bounded=True)
