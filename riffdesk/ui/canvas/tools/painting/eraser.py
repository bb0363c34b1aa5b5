"""The eraser, which removes ink."""

from __future__ import annotations

from riffdesk.settings import Settings
from riffdesk.sketch.paint.tips import EraserTip
from riffdesk.ui.canvas.tools.painting.paint_tool import STRAIGHT, PaintTool, hardness_slider, size_slider
from riffdesk.ui.canvas.tools.tool import ToolInfo, percent_slider

_INFO = ToolInfo(
    "Eraser",
    "toolEraser",
    "E",
    "eraser",
    f"Take sound away; {STRAIGHT}",
    options=(
        (size_slider("eraser_size"),),
        (hardness_slider("eraser_hardness"),),
        (percent_slider("eraser_strength", "Strength", "How much of the sound is taken away", low=1),),
    ),
    modified=True,
)


def eraser() -> PaintTool:
    """Return the eraser."""
    return PaintTool(_INFO, _tip, "eraser_size")


def _tip(settings: Settings) -> EraserTip:
    return EraserTip(settings.eraser_size, settings.eraser_hardness, settings.eraser_strength)
