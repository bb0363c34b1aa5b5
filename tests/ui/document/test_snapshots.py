"""Snapshots: held and switched by buttons and keys, undone in one step, played at one loudness."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QToolButton

from riffdesk.dsp.loudness import Loudness
from riffdesk.dsp.mel import analyse
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import loudness_of_mix
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import empty_state
from riffdesk.ui.window.main_window import MainWindow
from tests import clips
from tests.measure import RATE, sine
from tests.ui.conftest import Hands

CTRL, ALT, SHIFT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Alt", "Shift"))
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def button(window: MainWindow, number: int) -> QToolButton:
    found = window.findChild(QToolButton, f"snapshot{number}")
    assert isinstance(found, QToolButton)
    return found


def ink(window: MainWindow) -> np.ndarray:
    return window.sketch.layers[0].ink


def test_two_versions_are_switched_by_click_and_the_switching_is_one_undo_step(
    window: MainWindow, hands: Hands
) -> None:
    hands.tool("toolBrush")
    hands.drag((1.0, 500), (2.0, 500))
    one = ink(window).copy()
    QTest.mouseClick(button(window, 1), LEFT)
    hands.drag((3.0, 2_000), (4.0, 2_000))
    two = ink(window).copy()
    QTest.mouseClick(button(window, 2), LEFT)
    for number, wanted in ((1, one), (2, two), (1, one)):
        QTest.mouseClick(button(window, number), LEFT)
        np.testing.assert_array_equal(ink(window), wanted)
        assert [button(window, other).isChecked() for other in (1, 2, 3)] == [number == 1, number == 2, False]
    assert window.sketch.history.undo_name == "Snapshot"
    window.sketch.undo()
    np.testing.assert_array_equal(ink(window), two)
    assert window.sketch.history.undo_name == "Brush"
    window.sketch.redo()
    np.testing.assert_array_equal(ink(window), one)


def test_a_change_leaves_the_slot_as_it_was_and_takes_its_mark_away(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.drag((1.0, 500), (2.0, 500))
    one = ink(window).copy()
    hands.key("1", CTRL)
    assert button(window, 1).isChecked()
    hands.drag((3.0, 2_000), (4.0, 2_000))
    assert not button(window, 1).isChecked()
    hands.key("1", CTRL)
    np.testing.assert_array_equal(ink(window), one)


def test_keys_hold_and_switch_and_shift_and_a_click_hold_anew(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.key("3", CTRL | ALT)
    hands.drag((1.0, 500), (2.0, 500))
    drawn = ink(window).copy()
    hands.key("3", CTRL)
    assert not ink(window).any()
    window.sketch.undo()
    hands.key("3", CTRL | ALT)
    window.sketch.new_layer()
    hands.key("3", CTRL)
    assert len(window.sketch.layers) == 1
    np.testing.assert_array_equal(ink(window), drawn)


def test_tempo_and_mix_are_part_of_a_snapshot_and_sound_that_was_made_meanwhile_stays(
    window: MainWindow, hands: Hands
) -> None:
    hands.tool("toolTone")
    hands.drag((1.0, 440), (2.0, 440))
    hands.key("1", CTRL)
    hands.idle()
    window.sketch.set_tempo(90)
    window.sketch.set_layer(window.sketch.state.active, gain_db=-9.0)
    hands.key("1", CTRL)
    assert window.sketch.state.tempo == 120
    assert window.sketch.active_layer.gain_db == 0
    assert not window.sketch.active_layer.sound.unfinished, "nothing has to be made again"


def test_another_sketch_has_none(window: MainWindow, hands: Hands) -> None:
    hands.key("1", CTRL)
    assert "empty" not in button(window, 1).toolTip()
    window.sketch.open(empty_state(render=window.defaults.new()), new=True)
    assert "empty" in button(window, 1).toolTip()
    assert not window.snapshot_bar.snapshots.holds(0)


def saved(window: MainWindow, hands: Hands, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save with Ctrl+S, and wait for it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    hands.key("S", CTRL)
    hands.wait(lambda: not window.sketch.modified)
    assert path.exists()


def reopened(window: MainWindow, hands: Hands, path: Path) -> None:
    history = window.sketch.history
    window.documents.open_path(path)
    hands.wait(lambda: window.sketch.history is not history)


def test_they_are_saved_with_the_sketch_and_there_again_when_it_is_opened(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.tool("toolTone")
    hands.drag((1.0, 440), (2.0, 440))
    hands.idle()
    one, sound = ink(window).copy(), window.sketch.layers[0].sound.audio.copy()
    QTest.mouseClick(button(window, 2), LEFT)
    window.sketch.set_tempo(90)
    window.sketch.new_layer()
    hands.drag((3.0, 880), (4.0, 880))
    hands.idle()
    QTest.mouseClick(button(window, 5), LEFT)
    two = [layer.ink.copy() for layer in window.sketch.layers]
    hands.drag((0.2, 220), (0.6, 220))
    hands.idle()
    path = tmp_path / "held.riff"
    saved(window, hands, path, monkeypatch)
    three = [layer.ink.copy() for layer in window.sketch.layers]

    reopened(window, hands, path)
    assert not window.sketch.modified
    assert ["empty" not in button(window, number).toolTip() for number in range(1, 9)] == [
        number in (2, 5) for number in range(1, 9)
    ]
    assert [layer.ink.tobytes() for layer in window.sketch.layers] == [one.tobytes() for one in three]
    QTest.mouseClick(button(window, 2), LEFT)
    assert (len(window.sketch.layers), window.sketch.state.tempo) == (1, 120)
    assert ink(window).tobytes() == one.tobytes()
    assert window.sketch.layers[0].sound.audio.tobytes() == sound.tobytes()
    assert not window.sketch.layers[0].sound.unfinished, "nothing has to be made again"
    QTest.mouseClick(button(window, 5), LEFT)
    assert window.sketch.state.tempo == 90
    assert [layer.ink.tobytes() for layer in window.sketch.layers] == [one.tobytes() for one in two]


def test_to_hold_one_is_a_change_to_be_saved(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.tool("toolBrush")
    hands.drag((1.0, 500), (2.0, 500))
    saved(window, hands, tmp_path / "a.riff", monkeypatch)
    QTest.mouseClick(button(window, 1), LEFT)
    assert window.sketch.modified
    saved(window, hands, tmp_path / "a.riff", monkeypatch)
    assert button(window, 1).isChecked(), "saving is no change of the sketch"
    window.actions_["actionClearSnapshots"].trigger()
    assert window.sketch.modified
    saved(window, hands, tmp_path / "a.riff", monkeypatch)
    reopened(window, hands, tmp_path / "a.riff")
    assert not window.snapshot_bar.snapshots.holds(0)


def test_one_that_is_held_while_the_sketch_is_saved_is_still_to_be_saved(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.riff"), ""))
    hands.tool("toolBrush")
    hands.drag((1.0, 500), (2.0, 500))
    window.documents.save()
    QTest.mouseClick(button(window, 1), LEFT)
    hands.wait(lambda: window.documents.path is not None)
    assert window.sketch.modified


def test_all_are_played_as_loud_as_the_quietest_if_one_likes(window: MainWindow, hands: Hands) -> None:
    audio = 0.4 * clips.MUSIC["chords"]()[None, : 4 * RATE]
    window.sketch.add_layer(Layer(analyse(audio[0], window.sketch.params), "chords"), Sound(audio))
    hands.key("1", CTRL)
    window.sketch.set_layer(window.sketch.state.active, gain_db=-6.0)
    hands.key("2", CTRL)

    def heard_db() -> float:
        return float(20 * np.log10(window.player._state.mix.master))

    hands.key("1", CTRL)
    assert heard_db() == pytest.approx(0)
    window.actions_["actionMatchSnapshots"].trigger()
    assert heard_db() == pytest.approx(-6, abs=0.1)
    hands.key("2", CTRL)
    assert heard_db() == pytest.approx(0)
    window.transport.volume.setValue(-10)
    hands.key("1", CTRL)
    assert heard_db() == pytest.approx(-16, abs=0.1)
    window.actions_["actionMatchSnapshots"].trigger()
    assert heard_db() == pytest.approx(-10)


@pytest.mark.parametrize("name", ["plucks", "drums", "chords"])
def test_the_loudness_of_ink_tells_what_lufs_tell(name: str) -> None:
    def both(audio: np.ndarray) -> tuple[float, float]:
        sketch = Sketch()
        sketch.add_layer(Layer(analyse(audio, sketch.params), "sound"), Sound(audio[None]), samples=len(audio))
        meter = Loudness(RATE, 2)
        meter.add(np.stack((audio, audio)))
        return loudness_of_mix(sketch.state), meter.integrated

    ink_tone, lufs_tone = both(sine(1_000, 4.0, 0.1))
    ink_loudness, lufs = both(0.3 * clips.MUSIC[name]()[: 4 * RATE])
    assert ink_loudness - ink_tone == pytest.approx(lufs - lufs_tone, abs=2.5)


def test_silence_has_no_loudness_and_matching_leaves_it_alone(window: MainWindow, hands: Hands) -> None:
    assert loudness_of_mix(window.sketch.state) == -np.inf
    window.actions_["actionMatchSnapshots"].trigger()
    hands.key("1", CTRL)
    assert window.player._state.mix.master == 1.0
