"""Play the selection: what the player is given, and that the sketch comes back; and heard behind a sound card."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import empty_state
from riffdesk.ui.document import file_dialogs
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.fakecards import Card, plug_in
from tests.audio.soundcards import PulseCards
from tests.engine.test_selection_sound import level_at
from tests.measure import RATE, cents, pitch_of, sine
from tests.ui.conftest import Hands

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def two_tones(window: MainWindow, hands: Hands) -> Hands:
    audio = sine(440, 4.0, 0.2) + sine(2_000, 4.0, 0.2)
    window.sketch.add_layer(Layer(analyse(audio, window.sketch.params), "tones"), Sound(audio[None]), samples=4 * RATE)
    hands.pause()
    hands.tool("toolSelect")
    hands.drag((1.0, 300), (2.0, 700))
    window.playback.seek(0.5)
    return hands


def given(window: MainWindow) -> np.ndarray:
    """Return what the player has to play: float32 ``[samples]`` of the left channel."""
    mix = window.player._state.mix
    (track,) = mix.tracks
    return np.asarray(track.audio[:, : mix.samples][0])


def test_shift_space_plays_the_selection_where_it_is_in_time_and_frequency(
    window: MainWindow, two_tones: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    plug_in(monkeypatch, Card("Speakers", speed=1))
    two_tones.key(Qt.Key.Key_Space, SHIFT)
    two_tones.wait(lambda: window.player.playing)
    sound = given(window)
    first = round(window.canvas.selection.start * RATE / 100)
    assert not sound[: first - 1].any()
    assert level_at(sound[first + 2_000 : -2_000], 440) == pytest.approx(20 * np.log10(0.2), abs=1.5)
    assert level_at(sound[first + 2_000 : -2_000], 2_000) < -60
    assert window.player.loop == (first, len(sound)), "loops are on"
    two_tones.wait(lambda: window.player.position > first)
    two_tones.key(Qt.Key.Key_Space)
    two_tones.wait(lambda: not window.selection_playing.plays)
    assert window.player.position == RATE // 2, "the playhead is where it was"
    assert window.player._state.mix.samples == window.sketch.samples
    assert level_at(given(window)[RATE : 2 * RATE], 2_000) > -20, "the sketch is back"


def test_without_loops_it_ends_by_itself_and_the_sketch_is_back(
    window: MainWindow, two_tones: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    plug_in(monkeypatch, Card("Speakers", speed=5))
    window.actions_["actionLoop"].trigger()
    two_tones.key(Qt.Key.Key_Space, SHIFT)
    two_tones.wait(lambda: window.selection_playing.plays)
    two_tones.wait(lambda: not window.selection_playing.plays)
    assert window.player.position == RATE // 2
    assert window.player.loop is None


def test_a_beat_before_and_after_is_played_once(
    window: MainWindow, two_tones: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    plug_in(monkeypatch, Card("Speakers", speed=1))
    window.actions_["actionSelectionRoll"].trigger()
    two_tones.key(Qt.Key.Key_Space, SHIFT)
    two_tones.wait(lambda: window.player.playing)
    sound, selection = given(window), window.canvas.selection
    first, last = selection.start * 441, selection.stop * 441
    beat = RATE // 2
    assert len(sound) == last + beat
    assert not sound[: first - beat - 1].any()
    assert level_at(sound[first - beat + 1_000 : first - 1_000], 2_000) > -20
    assert level_at(sound[first + 2_000 : last - 2_000], 2_000) < -60
    assert window.player.loop is None
    two_tones.key(Qt.Key.Key_Space, SHIFT)
    assert not window.selection_playing.plays


def test_painting_gives_the_sketch_back(window: MainWindow, two_tones: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in(monkeypatch, Card("Speakers", speed=1))
    two_tones.key(Qt.Key.Key_Space, SHIFT)
    two_tones.wait(lambda: window.player.playing)
    two_tones.tool("toolBrush")
    two_tones.drag((2.0, 500), (2.2, 500))
    assert not window.selection_playing.plays
    assert window.player._state.mix.samples == window.sketch.samples


def test_without_a_selection_it_is_not_offered_and_without_sound_it_says_so(window: MainWindow, hands: Hands) -> None:
    assert not window.actions_["actionPlaySelection"].isEnabled()
    hands.tool("toolSelect")
    hands.drag((1.0, 300), (2.0, 700))
    assert window.actions_["actionPlaySelection"].isEnabled()
    hands.key(Qt.Key.Key_Space, SHIFT)
    assert "no sound there yet" in window.notice.text
    assert not window.selection_playing.plays


def test_saving_does_not_wait_for_the_sound_of_the_selection(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noise = 0.1 * np.random.default_rng(1).standard_normal((2, 60 * RATE)).astype(np.float32)
    params = SpectrogramParams(stereo=True)
    window.sketch.open(empty_state(params))
    window.sketch.add_layer(Layer(analyse(noise, params), "noise"), Sound(noise), samples=60 * RATE)
    hands.pause()
    window.canvas.select(Region(0, 6_000, 100, 200))
    monkeypatch.setattr(file_dialogs, "ask_where", lambda *_: tmp_path / "a.riff")
    hands.key(Qt.Key.Key_Space, SHIFT)
    assert window.edit_worker.running is not None
    hands.key("s", Qt.KeyboardModifier.ControlModifier)
    assert window.worker.running is not None
    assert window.worker.running.label.startswith("Saving")
    assert not window.worker.waiting
    window.edit_worker.cancel()
    hands.wait((tmp_path / "a.riff").exists)
    hands.idle()


@pytest.mark.sound
def test_only_the_selected_frequencies_are_heard(cards: PulseCards, window: MainWindow, two_tones: Hands) -> None:
    with cards.server.recorded() as recorder:
        two_tones.key(Qt.Key.Key_Space, SHIFT)
        two_tones.wait(lambda: window.player.playing)
        two_tones.pause(0.8)
        two_tones.key(Qt.Key.Key_Space)
        two_tones.pause(0.3)
        sound = recorder.sound[0]
    loud = np.flatnonzero(np.abs(sound) > 1e-3)
    heard = sound[loud[0] + 4_000 : loud[-1] - 4_000]
    assert abs(cents(pitch_of(heard), 440)) < 20  # a gap of a busy machine moves it a little
    assert level_at(heard, 2_000) < -50
