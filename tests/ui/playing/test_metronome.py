"""Metronome, count-in and tap tempo by key and by button."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QToolButton, QWidget

from riffdesk.audio.playing import devices
from riffdesk.audio.playing.metronome_clicks import Clicks
from riffdesk.dsp.mix import Track, gain_of
from riffdesk.sketch.mixer import tracks
from riffdesk.ui.playing import metronome
from riffdesk.ui.window.app import create_window
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.fakecards import Card, plug_in
from tests.ui.conftest import Hands

SHIFT = Qt.KeyboardModifier.ShiftModifier
_BEGINNINGS = itertools.count(1_000.0, 1_000)


def clicks(window: MainWindow) -> Track | None:
    """Return the metronome as the player has it."""
    return window.player._state.mix.clicks


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, in a list of one; that of each test is long after that of the test before."""
    now = [next(_BEGINNINGS)]
    monkeypatch.setattr(metronome.time, "perf_counter", lambda: now[0])
    return now


def test_taps_by_key_and_by_button_set_the_tempo_as_one_step_for_each_tapping(
    window: MainWindow, hands: Hands, clock: list[float]
) -> None:
    button = window.findChild(QToolButton, "tapTempo")
    before = window.sketch.state.tempo, len(window.sketch.history.steps)
    for number in range(5):
        if number % 2:
            QTest.mousePress(button, Qt.MouseButton.LeftButton)
            QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
        else:
            hands.key(Qt.Key.Key_T, SHIFT)
        clock[0] += 0.4
    assert window.sketch.state.tempo == 150
    assert window.transport.tempo.value() == 150
    assert len(window.sketch.history.steps) == before[1] + 1
    clock[0] += 3
    for _ in range(3):
        hands.key(Qt.Key.Key_T, SHIFT)
        clock[0] += 0.6
    assert window.sketch.state.tempo == 100
    assert len(window.sketch.history.steps) == before[1] + 2
    window.actions_["actionUndo"].trigger()
    assert window.sketch.state.tempo == 150
    window.actions_["actionUndo"].trigger()
    assert window.sketch.state.tempo == before[0]


def test_an_empty_sketch_keeps_its_bars_when_the_tempo_is_tapped(
    window: MainWindow, hands: Hands, clock: list[float]
) -> None:
    window.sketch.set_bars(4)
    for _ in range(3):
        hands.key(Qt.Key.Key_T, SHIFT)
        clock[0] += 0.75
    assert (window.sketch.state.tempo, window.sketch.seconds) == (80, 12)
    assert window.sketch.history.step.name == "Tapped tempo"


def test_a_held_key_is_one_tap(window: MainWindow) -> None:
    assert not window.actions_["actionTapTempo"].autoRepeat()
    assert window.actions_["actionUndo"].autoRepeat()


def test_the_metronome_is_off_and_clicks_at_the_tempo_of_the_sketch_when_it_is_on(
    window: MainWindow, hands: Hands
) -> None:
    assert clicks(window) is None
    hands.key(Qt.Key.Key_M, SHIFT)
    assert window.findChild(QToolButton, "metronome").isChecked()
    window.sketch.set_tempo(93)
    window.sketch.set_beats_per_bar(3)
    track = clicks(window)
    assert track is not None
    assert isinstance(track.audio, Clicks)
    assert (track.audio.tempo, track.audio.beats_per_bar) == (93, 3)
    window.findChild(QSlider, "metronomeLevel").setValue(-20)
    track = clicks(window)
    assert track is not None
    assert track.left == track.right == gain_of(-20)
    assert all(not isinstance(one.audio, Clicks) for one in tracks(window.sketch.state))  # what is exported
    window.actions_["actionUndo"].trigger()
    track = clicks(window)
    assert track is not None
    assert track.audio.beats_per_bar == 4
    hands.key(Qt.Key.Key_M, SHIFT)
    assert clicks(window) is None


def test_metronome_count_in_and_level_are_remembered(window: MainWindow, hands: Hands) -> None:
    hands.key(Qt.Key.Key_M, SHIFT)
    hands.key(Qt.Key.Key_C, SHIFT)
    window.findChild(QSlider, "metronomeLevel").setValue(-7)
    window.close()
    again = create_window()
    assert again.actions_["actionMetronome"].isChecked()
    assert again.actions_["actionCountIn"].isChecked()
    assert again.findChild(QSlider, "metronomeLevel").value() == -7
    track = clicks(again)
    assert track is not None
    assert track.left == pytest.approx(gain_of(-7))
    again.close()


def test_space_counts_a_bar_in_and_what_plays_by_itself_begins_at_once(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = Card("Speakers", speed=4)
    plug_in(monkeypatch, card)
    window.sketch.set_tempo(240)
    hands.key(Qt.Key.Key_C, SHIFT)
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: window.player.position > 1_000)
    assert np.flatnonzero(np.diff(np.flatnonzero(card.sound[0])) > 5_000).size == 3  # four clicks
    assert card.sound.shape[1] > 44_100
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: not devices.portaudio.in_use)
    card.heard.clear()
    window.playback.play_from(0.0, asked=False)
    hands.wait(lambda: card.sound.shape[1] > 10_000)
    assert not card.sound.any()


@pytest.mark.own_window  # whose player has opened no device yet
def test_the_window_asks_for_the_buffer_of_the_settings_and_that_is_20_ms(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = Card("Speakers", speed=4)
    module = plug_in(monkeypatch, card)
    asked = []
    make = module.OutputStream
    monkeypatch.setattr(module, "OutputStream", lambda **options: asked.append(options["latency"]) or make(**options))
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: asked)
    assert asked == [0.02]
    window.player.stop()


def test_on_a_small_screen_every_control_of_the_transport_is_in_sight(window: MainWindow, hands: Hands) -> None:
    window.resize(1_280, 720)
    hands.pause()
    for name in ("metronome", "tapTempo", "tempo", "outputDevice"):
        assert window.findChild(QWidget, name).isVisible(), name
