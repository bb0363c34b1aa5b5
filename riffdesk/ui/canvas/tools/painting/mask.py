"""The mask brush, which marks the part of a layer that Repaint regenerates."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.tips import BrushTip, EraserTip, Tip
from riffdesk.ui.canvas.tools.painting.paint_tool import STRAIGHT, PaintTool, hardness_slider, size_slider
from riffdesk.ui.canvas.tools.tool import ButtonOption, SwitchOption, ToolInfo

_ERASE = tr("Painting removes the mask, so that Repaint keeps that part")
_INFO = ToolInfo(
    tr("Mask"),
    "toolMask",
    "M",
    "mask",
    tr("Mark a part to repaint; {straight}", straight=STRAIGHT),
    options=(
        (size_slider("mask_size"),),
        (hardness_slider("mask_hardness"),),
        (
            SwitchOption("mask_erase", tr("Take away"), _ERASE),
            ButtonOption("actionClearMask", tr("Clear mask"), "clearMask"),
        ),
    ),
    modified=True,
)


def mask() -> PaintTool:
    """Return the mask brush."""
    return PaintTool(_INFO, _tip, "mask_size", on_mask=True)


def _tip(settings: Settings) -> Tip:
    kind = EraserTip if settings.mask_erase else BrushTip
    return kind(settings.mask_size, settings.mask_hardness, 1.0)
