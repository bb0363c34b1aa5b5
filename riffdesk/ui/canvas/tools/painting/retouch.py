"""Tools that change present ink: smudge, blur, dodge and burn."""

from __future__ import annotations

from dataclasses import replace

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.tips import BlurTip, DodgeTip, SmudgeTip, Tip
from riffdesk.ui.canvas.tools.painting.paint_tool import STRAIGHT, PaintTool, hardness_slider, size_slider
from riffdesk.ui.canvas.tools.tool import Desk, Pointer, SliderOption, ToolInfo, percent_slider

_SMUDGE = ToolInfo(
    tr("Smudge"),
    "toolSmudge",
    "U",
    "smudge",
    tr("Smudge sound, like a finger on wet paint; {straight}", straight=STRAIGHT),
    options=(
        (size_slider("smudge_size"),),
        (percent_slider("smudge_strength", tr("Strength"), tr("Part of the sound that is smudged along"), low=1),),
    ),
    group="retouch",
    modified=True,
)
_BLUR = ToolInfo(
    tr("Blur"),
    "toolBlur",
    "Shift+B",
    "blur",
    tr("Soften sound in time and pitch; {straight}", straight=STRAIGHT),
    options=(
        (size_slider("blur_size"),),
        (hardness_slider("blur_hardness"),),
        (
            SliderOption(
                "blur_radius", tr("Blur"), tr("Distance over which sound is softened, in pixels of the picture"), 1, 32
            ),
        ),
    ),
    group="retouch",
    modified=True,
)
_DODGE = ToolInfo(
    tr("Dodge"),
    "toolDodge",
    "O",
    "dodge",
    tr("Make sound louder, or quieter with a negative gain or with Ctrl; {straight}", straight=STRAIGHT),
    options=(
        (size_slider("dodge_size"),),
        (hardness_slider("dodge_hardness"),),
        (
            SliderOption(
                "dodge_db",
                tr("Gain"),
                tr("Gain of a stroke; with Ctrl it is an attenuation"),
                -24,
                24,
                text=tr("{:+.0f} dB"),
            ),
        ),
    ),
    group="retouch",
    modified=True,
)


class DodgeTool(PaintTool):
    """Dodges, and burns while Ctrl is held at the press."""

    def tip(self, desk: Desk, pointer: Pointer) -> Tip | None:
        """Return the tip, with the opposite gain with Ctrl."""
        tip = _dodge_tip(desk.settings)
        return replace(tip, gain_db=-tip.gain_db) if pointer.control else tip


def smudge() -> PaintTool:
    """Return the smudge tool."""
    return PaintTool(_SMUDGE, _smudge_tip, "smudge_size")


def blur() -> PaintTool:
    """Return the blur tool."""
    return PaintTool(_BLUR, _blur_tip, "blur_size")


def dodge() -> PaintTool:
    """Return the dodge and burn tool."""
    return DodgeTool(_DODGE, _dodge_tip, "dodge_size")


def _smudge_tip(settings: Settings) -> SmudgeTip:
    return SmudgeTip(settings.smudge_size, strength=settings.smudge_strength)


def _blur_tip(settings: Settings) -> BlurTip:
    return BlurTip(settings.blur_size, settings.blur_hardness, settings.blur_radius)


def _dodge_tip(settings: Settings) -> DodgeTip:
    return DodgeTip(settings.dodge_size, settings.dodge_hardness, settings.dodge_db)
