"""Draw the example sketch that File > Open example opens, with the tools of the window.

    .venv/bin/python packaging/example_sketch.py    # writes resources/examples/example.riff

Every note is a stroke of the tone brush, every drum one of the brush, so that the sketch is riffdesk's own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from riffdesk.models.registry import BUILT_IN, describe, find_model
from riffdesk.paths import resources_dir
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip, Tip, ToneTip
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State, empty_state
from riffdesk.store.project.saving import SaveRequest, save_project

TEMPO, BARS, BEATS = 96.0, 4, 4
CHORDS = ((57, 60, 64), (57, 60, 65), (55, 60, 64), (55, 59, 62))  # Am F C G, as MIDI notes
ROOTS = (33, 29, 36, 31)
MELODY = (
    (0.0, 76, 1.0), (1.5, 74, 0.5), (2.0, 72, 1.0), (3.0, 69, 1.0),
    (4.0, 72, 1.5), (5.5, 74, 0.5), (6.0, 77, 1.5),
    (8.0, 76, 1.0), (9.5, 74, 0.5), (10.0, 72, 1.0), (11.0, 67, 1.0),
    (12.0, 71, 1.0), (13.0, 74, 1.0), (14.0, 71, 0.5), (14.5, 69, 0.5), (15.0, 67, 1.0),
)  # fmt: skip
"""Beat, MIDI note and length in beats."""

_STEPS = 200  # of ink that are told apart, so that the file is small
_LOOKS = {"Chords": ("#4fc3f7", 0.0), "Bass": ("#ba68c8", 0.0), "Drums": ("#ffb74d", -4.0), "Melody": ("#81c784", 0.0)}
"""Colour and gain in dB of each layer."""


def draw() -> State:
    """Return the example: four bars in A minor that go round seamlessly."""
    sketch = Sketch()
    suggested = describe(find_model(BUILT_IN)).suggestion
    sketch.open(empty_state(render=RenderSettings(steps=suggested.steps), bars=BARS))
    sketch.set_tempo(TEMPO)
    sketch.set_bars(BARS)
    sketch.set_key("A minor")
    for name, paint in (("Chords", _chords), ("Bass", _bass), ("Drums", _drums), ("Melody", _melody)):
        layer = sketch.new_layer(name)
        colour, gain_db = _LOOKS[name]
        sketch.set_layer(layer.id, colour=colour, gain_db=gain_db)
        paint(sketch)
    sketch.set_circular(True)  # in a loop what reaches over an end would be painted at the other too
    return _finished(sketch)


def _chords(sketch: Sketch) -> None:
    for bar, notes in enumerate(CHORDS):
        for note in notes:
            _note(sketch, bar * BEATS, note, BEATS - 0.1, ToneTip(0.46, 5, 9), fall=0.08)


def _bass(sketch: Sketch) -> None:
    for bar, root in enumerate(ROOTS):
        for beat, length, note in ((0, 1.4, root), (1.5, 0.4, root), (2.5, 0.9, root), (3.5, 0.4, root + 7)):
            _note(sketch, bar * BEATS + beat, note + 12, length, ToneTip(0.62, 6, 8), fall=0.14)


def _melody(sketch: Sketch) -> None:
    for beat, note, length in MELODY:
        _note(sketch, beat, note, length * 0.95, ToneTip(0.54, 4, 12), fall=0.14)


def _drums(sketch: Sketch) -> None:
    params = sketch.params
    for beat in range(BARS * BEATS):
        at = _column(sketch, beat)
        if beat % 2 == 0:
            high, low = (float(params.band_of(hertz)) for hertz in (110.0, 52.0))
            _stroke(sketch, ToneTip(0.68, 2, 6), (at, high), (at + 5, low))
            _stroke(sketch, ToneTip(0.62, 1, 6), (at + 5, low), (at + 14, low))
        else:
            _stroke(sketch, BrushTip(4, 0.6, 0.39), (at, 40), (at, 330))
            _stroke(sketch, BrushTip(8, 0.3, 0.31), (at + 4, 70), (at + 4, 330))
        for part in (0.0, 0.5):
            hat = _column(sketch, beat + part)
            _stroke(sketch, BrushTip(3, 0.6, 0.36 if part else 0.31), (hat, 390), (hat, 495))


def _note(sketch: Sketch, beat: float, note: int, beats: float, tip: ToneTip, *, fall: float) -> None:
    """Paint a note that becomes quieter, as one that is struck does; ``fall`` is the ink that it loses to its end."""
    band = float(sketch.params.band_of(440.0 * 2 ** ((note - 69) / 12)))
    start, stop = _column(sketch, beat), _column(sketch, beat + beats)
    step = 6  # columns
    for at in range(start, stop, step):
        strength = tip.strength - fall * (at - start) / max(1, stop - start)
        _stroke(sketch, replace(tip, strength=strength), (at, band), (min(at + step, stop), band))


def _stroke(sketch: Sketch, tip: Tip, start: tuple[float, float], stop: tuple[float, float]) -> None:
    stroke = Stroke(sketch, tip, start)
    stroke.line(stop)
    stroke.commit()


def _column(sketch: Sketch, beat: float) -> int:
    return round(beat * 60 / TEMPO * sketch.params.columns_per_second)


def _finished(sketch: Sketch) -> State:
    """Return the sketch with ink that packs well, names that stay the same, and no sound yet."""
    state = sketch.state
    ids = {layer.id: f"example{number}" for number, layer in enumerate(state.layers)}
    drawn = (layer for layer in state.layers if not layer.tiles.is_silent)
    layers = tuple(
        replace(
            layer,
            id=ids[layer.id],
            tiles=Ink.of((layer.ink * _STEPS).round() / _STEPS),
            sound=Sound(None, ((0, state.columns),)),
        )
        for layer in drawn
    )
    guidance = describe(find_model(BUILT_IN)).suggestion.guidance
    prompt = Keyframe(prompt="soft electric piano", guidance=guidance)
    return replace(state, layers=layers, active=layers[-1].id, keyframes=(prompt,))


def main(arguments: Iterable[str]) -> None:
    """Write the example, to where it belongs or to a file that is named."""
    path = Path(next(iter(arguments), resources_dir() / "examples" / "example.riff"))
    path.parent.mkdir(parents=True, exist_ok=True)
    save_project(SaveRequest(draw(), path))
    print(f"{path}: {path.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
