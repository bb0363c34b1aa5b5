"""The eraser, which removes ink."""

from __future__ import annotations

from riffdesk.ui.canvas.tools.painting.paint_tool import STRAIGHT, PaintTool, eraser_tip, hardness_slider, size_slider
from riffdesk.ui.canvas.tools.tool import ToolInfo, percent_slider

_INFO = ToolInfo(
    "Eraser",
    "toolEraser",
    "E",
    "eraser",
    f"Erase sound; {STRAIGHT}",
    options=(
        (size_slider("eraser_size"),),
        (hardness_slider("eraser_hardness"),),
        (percent_slider("eraser_strength", "Strength", "Part of the sound that is removed", low=1),),
    ),
    group="erase",
    modified=True,
)


def eraser() -> PaintTool:
    """Return the eraser."""
    return PaintTool(_INFO, eraser_tip, "eraser_size")
