"""Strokes into the loop of a jam are heard when it comes round, shown with what plays, and kept with it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from riffdesk.sketch.state import empty_state
from riffdesk.ui.jam.jam_paint import NAME
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.fakecards import Card
from tests.engine.riffs import SCORED, add_tiny
from tests.ui.conftest import Hands
from tests.ui.jam.test_jam import card

__all__ = ["card"]
HERTZ = 2_000
BAR = 88_200  # samples at 120 bpm


@pytest.fixture
def painting(card: Card, window: MainWindow, hands: Hands) -> MainWindow:
    """Return a window whose jam has a loop of four bars and is being painted into, after a click."""
    card.speed = 2.0
    add_tiny(SCORED)
    window.sketch.open(empty_state(render=window.defaults.new()), new=True)
    window.defaults.change(model="tiny", steps=2)
    window.jam.make()
    window.jam.loop.setCurrentIndex(0)
    window.jam.prompt.setText("lofi hip hop")
    window.actions_["actionJam"].trigger()
    hands.wait(lambda: window.jam.jam.heard_bar >= 2)
    button = window.jam.findChild(QPushButton, "jamPaint")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    return window


def stroke(window: MainWindow, hands: Hands) -> None:
    """Draw half a second of a tone in the loop's third bar, by the mouse."""
    hands.tool("toolTone")
    hands.drag((4.5, HERTZ), (5.0, HERTZ))


def tone_level(audio: np.ndarray) -> float:
    """Return the amplitude around the painted frequency."""
    spectrum = np.abs(np.fft.rfft(audio * np.hanning(len(audio))))
    hertz = np.fft.rfftfreq(len(audio), 1 / 44_100)
    return float(spectrum[np.abs(hertz - HERTZ) < 60].max()) * 4 / len(audio)


def test_a_stroke_is_heard_at_its_place_in_each_round_and_kept(painting: MainWindow, card: Card, hands: Hands) -> None:
    jam, sketch = painting.jam.jam, painting.sketch
    layer = sketch.active_layer
    assert (layer.name, sketch.samples) == (NAME, 4 * BAR)
    assert painting.canvas.overlays._loop is not None
    assert painting.canvas.overlays._loop_ink.any()
    hands.wait(lambda: 0 <= jam.paint.seconds_at(jam._position) < 3)
    assert abs(painting.canvas.overlays.playhead.value() - jam.paint.seconds_at(jam._position)) < 0.2
    stroke(painting, hands)
    hands.wait(lambda: not sketch.sound(layer.id).unfinished)
    begun, tape = jam._position, jam.tape
    hands.wait(lambda: jam._position > begun + 10 * BAR)
    rounds = [bar for bar in tape.bars(jam._position) if bar.position == 2 and bar.line - BAR > begun]
    assert len(rounds) >= 2
    for bar in rounds[:2]:
        start, stop = round(bar.line) + BAR // 4, round(bar.line) + BAR // 2
        assert tone_level(tape.painted(start, stop)[0]) > 0.02
        others = tape.painted(start - BAR, stop - BAR)
        assert tone_level(others[0]) < 1e-4
    painting.actions_["actionJamKeep8"].trigger()
    kept = {one.name: one for one in sketch.layers if one.id != layer.id}
    painted = next(one for name, one in kept.items() if name.startswith("Painted"))
    mix = np.sum([one.sound.audio[0] for one in kept.values() if one.sound.waveform is not None], axis=0)
    assert painted.ink.any()
    assert sketch.active_layer.id == layer.id  # so that the next stroke is heard, too
    QTest.mouseClick(painting.jam.findChild(QPushButton, "jamStop"), Qt.MouseButton.LeftButton)
    hands.wait(lambda: not jam.running)
    # What was kept is what came out of the card, up to the delay of the limiter and the order of a sum.
    heard, first = card.sound[0], rounds[0]
    begin = int(np.flatnonzero(heard)[0])
    delay = (
        next(n for n in range(begin, begin + BAR) if np.array_equal(heard[n : n + 500], tape.read(100, 600)[0])) - 100
    )
    start = round(first.line)
    np.testing.assert_allclose(heard[delay + start : delay + start + BAR], tape.read(start, start + BAR)[0], atol=1e-6)
    at = next(round(one.line) for one in tape.bars(tape.length) if len(mix) and _fits(tape, round(one.line), mix))
    np.testing.assert_allclose(heard[delay + at : delay + at + len(mix)], mix, atol=1e-6)
    # The layer stays in the sketch when the jam is over, and nothing of the jam is drawn any more.
    assert sketch.state.has_layer(layer.id)
    assert painting.canvas.overlays._loop is None
    assert not painting.actions_["actionJamPaint"].isChecked()


def _fits(tape: object, start: int, mix: np.ndarray) -> bool:
    return np.allclose(tape.read(start, start + len(mix))[0], mix, atol=1e-6)


def test_undo_takes_a_stroke_away_and_then_the_layer(painting: MainWindow, hands: Hands) -> None:
    jam, sketch = painting.jam.jam, painting.sketch
    layer = sketch.active_layer.id
    stroke(painting, hands)
    hands.wait(lambda: not sketch.sound(layer).unfinished)
    painting.actions_["actionUndo"].trigger()
    hands.wait(lambda: not sketch.sound(layer).unfinished)
    assert sketch.layer(layer).tiles.is_silent
    painting.actions_["actionUndo"].trigger()
    assert not sketch.state.has_layer(layer)
    assert not jam.paint.on
    assert jam.running
    hands.wait(lambda: jam.tape.painted(jam._position + 2_000, jam._position + 3_000) is None)


def test_mute_and_level_of_the_layer_and_another_layer_in_hand(painting: MainWindow, hands: Hands) -> None:
    jam, sketch = painting.jam.jam, painting.sketch
    layer = sketch.active_layer.id
    stroke(painting, hands)
    hands.wait(lambda: sketch.sound(layer).audio is not None)
    sketch.set_layer(layer, gain_db=-6.0)
    paint = jam.tape._painted._versions[-1][1]
    np.testing.assert_allclose(paint.gains, 10 ** (-6 / 20))
    sketch.set_layer(layer, mute=True)
    assert jam.tape._painted._versions[-1][1].audio is None
    sketch.select_layer(sketch.layers[0].id)
    assert "not heard in the jam" in painting.jam._status.text()
    QTest.mouseClick(painting.jam.findChild(QPushButton, "jamPaint"), Qt.MouseButton.LeftButton)
    assert not jam.paint.on
    QTest.mouseClick(painting.jam.findChild(QPushButton, "jamPaint"), Qt.MouseButton.LeftButton)
    assert sketch.active_layer.id == layer  # the same again, not another one
