"""How soon tones are heard from the mouse, and how soon they end, recorded behind the sound card."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.dsp.mel import analyse
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Sound
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.soundcards import PulseCards
from tests.measure import RATE, cents, pitch_of, sine
from tests.ui.conftest import Hands, _move

pytestmark = pytest.mark.sound
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_the_tone_brush_is_heard_at_once_though_nothing_plays(
    cards: PulseCards, window: MainWindow, hands: Hands
) -> None:
    hands.tool("toolTone")
    hands.pause(0.3)
    view, point = window.canvas.viewport(), window.canvas.point_at(1.0, 440)
    waits, ends, pitches = [], [], []
    with cards.server.recorded() as recorder:
        hands.pause(0.3)
        for _ in range(5):
            pressed = time.monotonic()
            QTest.mousePress(view, LEFT, NONE, point)
            limit = time.monotonic() + 0.35
            while time.monotonic() < limit:
                QApplication.processEvents()
                time.sleep(0.002)
            released = time.monotonic()
            QTest.mouseRelease(view, LEFT, NONE, point)
            hands.pause(0.35)
            sound = recorder.sound[0]
            first = round(recorder.frame_at(pressed))
            loud = np.flatnonzero(np.abs(sound[first:]) > 1e-4) + first
            waits.append(1e3 * (loud[0] / RATE - recorder.frame_at(pressed) / RATE))
            ends.append(1e3 * (loud[-1] / RATE - recorder.frame_at(released) / RATE))
            pitches.append(pitch_of(sound[loud[0] + 2_000 : loud[-1] - 4_000]))
    print(window.player.underruns, "underruns; heard after", np.round(waits, 1), "ends after", np.round(ends, 1))
    assert max(abs(cents(pitch, 440)) for pitch in pitches) < 5
    assert np.median(waits) < 60
    assert np.median(ends) < 100


def test_the_listening_tool_follows_the_pointer(cards: PulseCards, window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.drag((1.0, 440), (2.0, 440))
    hands.drag((3.0, 880), (4.0, 880))
    hands.idle()
    hands.tool("toolListen")
    view = window.canvas.viewport()
    places = window.canvas.point_at(1.5, 440), window.canvas.point_at(3.5, 880)
    waits = []
    with cards.server.recorded() as recorder:
        hands.pause(0.3)
        QTest.mousePress(view, LEFT, NONE, places[0])
        for step in range(1, 6):
            hands.pause(0.3)
            moved = time.monotonic()
            _move(view, places[step % 2], LEFT, NONE)
            hands.pause(0.3)
            first = round(recorder.frame_at(moved))
            wanted = (440, 880)[step % 2]
            sound = recorder.sound[0, first : first + round(0.25 * RATE)]
            shares = [share_of(sound[at : at + 1_024], wanted) for at in range(0, len(sound) - 1_024, 64)]
            waits.append(1e3 * (64 * int(np.argmax(np.array(shares) > 0.9))) / RATE)
        QTest.mouseRelease(view, LEFT, NONE, places[0])
        hands.pause(0.2)
    print(window.player.underruns, "underruns; follows after", np.round(waits, 1))
    assert np.median(waits) < 60


def test_scrubbing_is_heard_at_once_in_both_directions(cards: PulseCards, window: MainWindow, hands: Hands) -> None:
    audio = sine(660, 4.0, 0.3)
    window.sketch.add_layer(Layer(analyse(audio, window.sketch.params), "tone"), Sound(audio[None]), samples=4 * RATE)
    hands.pause(0.3)
    view = window.canvas.viewport()
    under = QPoint(0, view.height() - 8)
    places = [QPoint(window.canvas.point_at(seconds, 440).x(), under.y()) for seconds in (1.0, 1.5)]
    waits = []
    with cards.server.recorded() as recorder:
        hands.pause(0.3)
        QTest.mousePress(view, LEFT, NONE, places[0])
        for step in range(1, 6):
            hands.pause(0.5)  # until the tape stands still
            moved = time.monotonic()
            _move(view, places[step % 2], LEFT, NONE)
            hands.pause(0.3)
            first = round(recorder.frame_at(moved))
            loud = np.abs(recorder.sound[0, first : first + round(0.25 * RATE)]) > 1e-2
            assert loud.any()
            waits.append(1e3 * int(loud.argmax()) / RATE)
        QTest.mouseRelease(view, LEFT, NONE, places[0])
        hands.pause(0.2)
    print(window.player.underruns, "underruns; scrubbing heard after", np.round(waits, 1))
    assert np.median(waits) < 60


def share_of(sound: np.ndarray, hertz: float) -> float:
    """Return the part of the power of a short sound that is within a third of a frequency; 0 of silence."""
    power = np.abs(np.fft.rfft(sound * np.hanning(len(sound)))) ** 2
    near = np.abs(np.fft.rfftfreq(len(sound), 1 / RATE) / hertz - 1) < 1 / 3
    return float(power[near].sum() / power.sum()) if power.sum() > 1e-3 else 0.0
