"""The tone brush, which paints a pitch."""

from __future__ import annotations

from riffdesk.dsp.mix import gain_of
from riffdesk.dsp.synth import MOST_PARTIALS, Tones
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.modifiers import Harmonics
from riffdesk.sketch.paint.tips import Point, ToneTip
from riffdesk.ui.canvas.tools.modifiers import modifiers_of
from riffdesk.ui.canvas.tools.painting.paint_tool import LOUDNESS, STRAIGHT, PaintTool
from riffdesk.ui.canvas.tools.tool import CountOption, Desk, SliderOption, ToolInfo, percent_slider

_ATTACK = tr("Time in which a tone rises at its beginning")
_RELEASE = tr("Time in which a tone fades after its end")
_GLIDE = tr("Time from one pitch to the next, where the pitch of a line jumps")
_DEPTH = tr("Depth of the vibrato to each side, in cents")
_RATE = tr("Rate of the vibrato in Hz")
_INFO = ToolInfo(
    tr("Tone"),
    "toolTone",
    "T",
    "tone",
    tr("Paint a tone at a pitch; {straight}", straight=STRAIGHT),
    options=(
        (percent_slider("tone_strength", tr("Strength"), LOUDNESS, low=1),),
        (
            CountOption("tone_attack", tr("Attack"), _ATTACK, 0, 2_000, " ms"),
            CountOption("tone_release", tr("Release"), _RELEASE, 0, 5_000, " ms"),
        ),
        (
            CountOption("vibrato_cents", tr("Vibrato"), _DEPTH, 0, 200, " ct"),
            CountOption("tone_glide", tr("Glide"), _GLIDE, 0, 2_000, " ms"),
        ),
        (SliderOption("vibrato_hz", tr("Rate"), _RATE, 1, 24, 2, tr("{:.1f} Hz")),),
    ),
    group="tone",
    modified=True,
    in_tune=True,
)


class ToneTool(PaintTool):
    """The tone brush, which sounds while it draws."""

    over_playback = False

    def tones(self, desk: Desk, point: Point) -> Tones | None:
        """Return the tone that is painted at a point; None if it does not sound."""
        return tones_of(desk, point, self.info) if desk.settings.hear_tones else None


def tone() -> ToneTool:
    """Return the tone brush."""
    return ToneTool(_INFO, tone_tip)


def tones_of(desk: Desk, point: Point, tool: ToolInfo) -> Tones:
    """Return the tone of the tone brush at a point, with the harmonics and the magnet of a tool."""
    settings, params = desk.settings, desk.sketch.params
    modifiers = modifiers_of(settings, desk.sketch.state, tool)
    band = modifiers.band(point, desk.sketch.active_layer.tiles, params)
    hertz = max(float(params.hertz_of(band)), 1.0)
    harmonics, amplitude = modifiers.harmonics or Harmonics(1), settings.tone_strength ** (1 / params.power)
    levels = [(number, amplitude * gain_of(harmonics.gain_db(number))) for number in harmonics.numbers]
    return Tones(tuple((hertz * number, level) for number, level in levels[:MOST_PARTIALS]))


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
