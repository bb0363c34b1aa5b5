"""The tone brush, which paints a pitch."""

from __future__ import annotations

from riffdesk.settings import Settings
from riffdesk.sketch.paint.tips import ToneTip
from riffdesk.ui.canvas.tools.painting.paint_tool import LOUDNESS, STRAIGHT, PaintTool
from riffdesk.ui.canvas.tools.tool import ToolInfo, percent_slider

_INFO = ToolInfo(
    "Tone",
    "toolTone",
    "T",
    "tone",
    f"Paint a tone at a pitch; {STRAIGHT}",
    options=((percent_slider("tone_strength", "Strength", LOUDNESS, low=1),),),
    modified=True,
    in_tune=True,
)


def tone() -> PaintTool:
    """Return the tone brush."""
    return PaintTool(_INFO, _tip)


def _tip(settings: Settings) -> ToneTip:
    return ToneTip(settings.tone_strength)
