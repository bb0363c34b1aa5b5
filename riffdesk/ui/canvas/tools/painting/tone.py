"""The tone brush, which paints a pitch."""

from __future__ import annotations

from riffdesk.settings import Settings
from riffdesk.sketch.paint.tips import ToneTip
from riffdesk.ui.canvas.tools.painting.paint_tool import LOUDNESS, STRAIGHT, PaintTool
from riffdesk.ui.canvas.tools.tool import CountOption, SliderOption, ToolInfo, percent_slider

_ATTACK = "Time in which a tone rises at its beginning"
_RELEASE = "Time in which a tone fades after its end"
_GLIDE = "Time from one pitch to the next, where the pitch of a line jumps"
_DEPTH = "How far the pitch goes up and down, in cents"
_RATE = "How often the pitch goes up and down in a second"
_INFO = ToolInfo(
    "Tone",
    "toolTone",
    "T",
    "tone",
    f"Paint a tone at a pitch; {STRAIGHT}",
    options=(
        (percent_slider("tone_strength", "Strength", LOUDNESS, low=1),),
        (
            CountOption("tone_attack", "Attack", _ATTACK, 0, 2_000, " ms"),
            CountOption("tone_release", "Release", _RELEASE, 0, 5_000, " ms"),
        ),
        (
            CountOption("vibrato_cents", "Vibrato", _DEPTH, 0, 200, " ct"),
            CountOption("tone_glide", "Glide", _GLIDE, 0, 2_000, " ms"),
        ),
        (SliderOption("vibrato_hz", "Rate", _RATE, 1, 24, 2, "{:.1f} Hz"),),
    ),
    group="tone",
    modified=True,
    in_tune=True,
)


def tone() -> PaintTool:
    """Return the tone brush."""
    return PaintTool(_INFO, tone_tip)


def tone_tip(settings: Settings) -> ToneTip:
    """Return the tip of the tone brush."""
    return ToneTip(
        settings.tone_strength,
        attack=settings.tone_attack / 1_000,
        release=settings.tone_release / 1_000,
        vibrato_cents=settings.vibrato_cents,
        vibrato_hz=settings.vibrato_hz,
        glide=settings.tone_glide / 1_000,
    )
