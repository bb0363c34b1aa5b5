"""The tone brush, which paints a pitch and its harmonics."""

from __future__ import annotations

from riffdesk.dsp.pitch import hertz_of_midi, midi_of
from riffdesk.dsp.synth import Tones
from riffdesk.settings import Settings
from riffdesk.sketch.paint.tips import Point, ToneTip
from riffdesk.ui.canvas.tools.painting.paint_tool import LOUDNESS, STRAIGHT, PaintTool
from riffdesk.ui.canvas.tools.tool import CountOption, Desk, SliderOption, SwitchOption, ToolInfo, percent_slider

_ROLLOFF = "How much quieter each octave of partials is: more sounds rounder, less brighter"
_PARTIALS = "How many partials the tone has, the pitch itself among them: more sound brighter"
_SNAP = "Every tone is at the nearest semitone, and so in tune"
_INFO = ToolInfo(
    "Tone",
    "toolTone",
    "T",
    "tone",
    f"Paint a tone at a pitch; {STRAIGHT}",
    options=(
        (percent_slider("tone_strength", "Strength", LOUDNESS, low=1),),
        (SliderOption("tone_rolloff_db", "Roll-off", _ROLLOFF, 0, 24, text="{:.0f} dB/oct"),),
        (
            CountOption("tone_harmonics", "Harmonics", _PARTIALS, 1, 16),
            SwitchOption("tone_snap", "Keep to semitones", _SNAP),
        ),
    ),
)


class ToneTool(PaintTool):
    """The tone brush, which sounds while it draws."""

    over_playback = False

    def tones(self, desk: Desk, point: Point) -> Tones | None:
        """Return the tone that is painted at a point; None if it is not to be heard."""
        settings, params = desk.settings, desk.sketch.params
        midi = midi_of(max(float(params.hertz_of(point[1])), 1.0))
        hertz = hertz_of_midi(round(midi) if settings.tone_snap else midi)
        amplitude = settings.tone_strength ** (1 / params.power)
        tones = Tones.harmonic(hertz, amplitude, settings.tone_harmonics, settings.tone_rolloff_db)
        return tones if settings.hear_tones else None


def tone() -> ToneTool:
    """Return the tone brush."""
    return ToneTool(_INFO, _tip)


def _tip(settings: Settings) -> ToneTip:
    return ToneTip(settings.tone_strength, settings.tone_harmonics, settings.tone_rolloff_db, settings.tone_snap)
