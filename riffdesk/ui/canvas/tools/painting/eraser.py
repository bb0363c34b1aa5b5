"""The eraser, which removes ink."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.ui.canvas.tools.painting.paint_tool import STRAIGHT, PaintTool, eraser_tip, hardness_slider, size_slider
from riffdesk.ui.canvas.tools.tool import ToolInfo, percent_slider

_INFO = ToolInfo(
    tr("Eraser"),
    "toolEraser",
    "E",
    "eraser",
    tr("Erase sound; {straight}", straight=STRAIGHT),
    options=(
        (size_slider("eraser_size"),),
        (hardness_slider("eraser_hardness"),),
        (percent_slider("eraser_strength", tr("Strength"), tr("Part of the sound that is removed"), low=1),),
    ),
    group="erase",
    modified=True,
)


def eraser() -> PaintTool:
    """Return the eraser."""
    return PaintTool(_INFO, eraser_tip, "eraser_size")
