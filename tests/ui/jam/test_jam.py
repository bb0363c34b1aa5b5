"""The jam in the window: it plays bar after bar, takes changes, and keeps what was heard as layers."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QDockWidget,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from riffdesk.compose.score_text import score_of_text
from riffdesk.engine.remote import link
from riffdesk.sketch.state import empty_state
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.fakecards import Card, plug_in
from tests.engine.riffs import SCORED, add_tiny
from tests.ui.conftest import Hands

TEMPO, BAR = 240.0, 44_100  # samples of a bar, as short as one may be that the engine makes in time


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Card:
    card = Card("a card", speed=2.0)
    plug_in(monkeypatch, card)
    return card


@pytest.fixture
def tempo(request: pytest.FixtureRequest) -> float:
    return float(getattr(request, "param", TEMPO))


@pytest.fixture
def jamming(card: Card, window: MainWindow, hands: Hands, tempo: float) -> MainWindow:
    """Return a window whose jam is heard in its second bar."""
    add_tiny(SCORED)
    window.sketch.open(replace(empty_state(render=window.defaults.new()), tempo=tempo), new=True)
    window.defaults.change(model="tiny", steps=2)
    window.jam.findChild(QLineEdit, "jamPrompt").setText("lofi hip hop")
    window.actions_["actionJam"].trigger()
    hands.wait(lambda: window.jam.jam.heard_bar >= 2)
    return window


def button(window: MainWindow, name: str) -> QPushButton:
    found = window.jam.findChild(QPushButton, name) or window.jam.findChild(QToolButton, name)
    assert found is not None
    return found


def click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def test_it_plays_on_without_a_gap_and_keeps_bars_ahead(jamming: MainWindow, card: Card, hands: Hands) -> None:
    assert not jamming.findChild(QDockWidget, "jamDock").isHidden()
    hands.wait(lambda: jamming.jam.jam.heard_bar >= 7)
    reserve = jamming.jam.findChild(QProgressBar, "jamReserve")
    hands.wait(lambda: "bars ahead" in reserve.text())
    assert jamming.jam.jam.tape is not None
    heard = card.sound[0]
    begin = int(np.flatnonzero(heard)[0])
    power = np.square(heard[begin : begin + 6 * BAR]).reshape(-1, 2_205).mean(axis=1)
    assert (power > 0).all()
    assert jamming.player.underruns == 0


def test_a_prompt_is_heard_from_the_bar_that_the_dock_names(jamming: MainWindow, hands: Hands) -> None:
    jam = jamming.jam.jam
    field = jamming.jam.findChild(QLineEdit, "jamPrompt")
    assert jamming.jam.findChild(QLabel, "jamNextBar").text() == f"Next free bar: {jam.next_bar}"
    field.clear()
    QTest.keyClicks(field, "techno")
    QTest.keyClick(field, Qt.Key.Key_Return)
    hands.wait(lambda: any(message.prompt == "techno" for message in jam.log))
    message = next(message for message in jam.log if message.prompt == "techno")
    assert message.bar is not None
    assert message.bar + 1 - jam.heard_bar <= 3
    hands.wait(lambda: jam.last.recipe.keyframes[0].prompt == "techno")


def test_what_was_heard_is_kept_sample_for_sample_with_its_notes(jamming: MainWindow, card: Card, hands: Hands) -> None:
    jam = jamming.jam.jam
    hands.wait(lambda: jam.heard_bar >= 10)
    jamming.actions_["actionJamKeep8"].trigger()
    layers = [layer for layer in jamming.sketch.layers if layer.recipe is not None]
    sound = np.sum([layer.sound.audio[0] for layer in layers], axis=0, dtype=np.float32)
    assert len(sound) == 8 * BAR
    scores = [score_of_text(layer.recipe.score) for layer in layers]
    for layer, score in zip(layers, scores, strict=True):
        assert not layer.sound.unfinished
        assert (score.bars, score.tempo, layer.recipe.tempo) == (8, TEMPO, TEMPO)
    roles = {part.role for score in scores for part in score.parts}
    assert roles == {"drums", "bass", "chords"}
    assert np.max([layer.ink.max(axis=0) for layer in layers], axis=0).astype(bool).mean() > 0.9
    click(jamming, "jamStop")
    hands.wait(lambda: not jam.running)
    heard, tape = card.sound[0], jam.tape
    # The limiter of the player delays what is heard and, under full scale, leaves it as it is.
    begin = int(np.flatnonzero(heard)[0])
    delay = (
        next(n for n in range(begin, begin + BAR) if np.array_equal(heard[n : n + 500], tape.read(100, 600)[0])) - 100
    )
    starts = [round(bar.line) for bar in tape.bars(tape.length)]
    start = next(start for start in starts if np.allclose(tape.read(start, start + 8 * BAR)[0], sound, atol=1e-6))
    # Up to the order in which parts are added.
    np.testing.assert_allclose(heard[delay + start : delay + start + 8 * BAR], sound, atol=1e-6)


@pytest.fixture
def eager_engines(engines: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have engines that do not give way to other processes, as those of the program do."""
    start = link._start
    monkeypatch.setattr(link, "_start", lambda work, cancels, _: start(work, cancels, 0))


@pytest.mark.alone  # parts are rendered each alone where the computer has the time for it
@pytest.mark.usefixtures("eager_engines")
@pytest.mark.parametrize("tempo", [90], indirect=True)
def test_each_part_has_a_layer_and_is_muted_at_once(jamming: MainWindow, card: Card, hands: Hands) -> None:
    jam, tape = jamming.jam.jam, jamming.jam.jam.tape
    card.speed = 1.0
    hands.wait(lambda: all(len(stem.roles) == 1 for stem in jam.last.stems) and jam.last.number >= 3, seconds=300)
    apart = jam.last.number + 1
    hands.wait(lambda: jam.heard_bar > apart)
    click(jamming, "jamDrumsMute")
    click(jamming, "jamBassSolo")
    pressed = tape._read_to
    for role, gain in (("drums", 0.0), ("bass", 1.0), ("chords", 0.0)):
        assert tape.gain((role,), pressed + 1_764, pressed + 3_528) == gain
    click(jamming, "jamBassSolo")
    hands.wait(lambda: any(message.muted == ("drums",) for message in jam.log))
    bar = jam.heard_bar
    hands.wait(lambda: jam.heard_bar > bar)
    click(jamming, "jamStop")
    hands.wait(lambda: not jam.running)
    jamming.actions_["actionJamKeep8"].trigger()
    layers = {layer.name.split(":")[0]: layer for layer in jamming.sketch.layers if layer.recipe is not None}
    assert {"Drums", "Bass", "Chords"} <= set(layers)


def test_stop_ends_it_at_the_end_of_the_bar_and_the_sketch_plays_again(
    jamming: MainWindow, card: Card, hands: Hands
) -> None:
    jam = jamming.jam.jam
    click(jamming, "jamStop")
    hands.wait(lambda: not jam.running and not jamming.player.sounding)
    assert jam.tape is not None
    assert jam.tape.end % BAR <= 1
    assert not jamming.playback.plays_tape
    assert jamming.actions_["actionJam"].isEnabled()
    assert not jamming.actions_["actionJamStop"].isEnabled()
    jamming.actions_["actionJamKeep8"].trigger()
    assert jamming.sketch.active_layer.recipe is not None


def test_parts_scenes_and_buttons_are_messages(jamming: MainWindow, hands: Hands) -> None:
    jam = jamming.jam.jam
    QTest.mouseClick(jamming.jam.findChild(QCheckBox, "jamStore"), Qt.MouseButton.LeftButton, pos=_box())
    click(jamming, "jamScene1")
    QTest.mouseClick(jamming.jam.findChild(QCheckBox, "jamDrums"), Qt.MouseButton.LeftButton, pos=_box())
    hands.wait(lambda: jam.last is not None and "drums" not in jam.last.parts)
    click(jamming, "jamScene1")
    hands.wait(lambda: jam.last is not None and jam.last.scene == 1 and "drums" in jam.last.parts)
    hands.wait(lambda: button(jamming, "jamScene1").isChecked())
    jamming.actions_["actionJamFill"].trigger()
    jamming.actions_["actionJamOther"].trigger()
    hands.wait(lambda: any(m.fill for m in jam.log) and any(m.other for m in jam.log))


def test_a_prompt_of_ten_thousand_words_is_told_and_the_music_goes_on(jamming: MainWindow, hands: Hands) -> None:
    jam = jamming.jam.jam
    jamming.jam.findChild(QLineEdit, "jamPrompt").setMaxLength(1_000_000)
    jamming.jam.findChild(QLineEdit, "jamPrompt").setText("word " * 10_000)
    QTest.keyClick(jamming.jam.findChild(QLineEdit, "jamPrompt"), Qt.Key.Key_Return)
    hands.wait(lambda: "1,000 are the most" in jamming.notice.text)
    bar = jam.last.number
    hands.wait(lambda: jam.last.number >= bar + 2)
    assert jam.last.recipe.keyframes[0].prompt == "lofi hip hop"
    assert "message" not in jamming.notice.text


def test_a_dead_engine_ends_it_with_a_sentence(jamming: MainWindow, hands: Hands) -> None:
    os.kill(jamming.render_worker._process.process_id, signal.SIGKILL)
    hands.wait(lambda: "The engine stopped" in jamming.notice.text)
    hands.wait(lambda: not jamming.jam.jam.running)
    hands.wait(lambda: not jamming.player.playing)


def test_a_sound_card_that_vanishes_ends_it_with_a_sentence(jamming: MainWindow, card: Card, hands: Hands) -> None:
    card.there = False
    hands.wait(lambda: "a card" in jamming.notice.text)
    hands.wait(lambda: not jamming.jam.jam.running)
    jamming.actions_["actionJamKeep8"].trigger()
    assert jamming.sketch.active_layer.recipe is not None


def test_another_sketch_ends_it(jamming: MainWindow, hands: Hands) -> None:
    jamming.sketch.open(empty_state(), new=True)
    hands.wait(lambda: not jamming.jam.jam.running)
    assert not jamming.playback.plays_tape


def _box() -> QPoint:
    return QPoint(8, 10)


def test_what_is_heard_is_recorded_to_a_file(
    jamming: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jam, path = jamming.jam.jam, tmp_path / "jam.flac"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    click(jamming, "jamRecord")
    assert button(jamming, "jamRecord").text() == "Stop recording"
    start = jam._recorded_to
    bar = jam.heard_bar
    hands.wait(lambda: jam.heard_bar >= bar + 2)
    click(jamming, "jamRecord")
    hands.wait(lambda: path.exists() and not jam.recording)
    sound, _ = soundfile.read(path, dtype="float32")
    assert len(sound) > BAR
    np.testing.assert_allclose(sound, jam.tape.read(start, start + len(sound))[0], atol=2**-23)


def test_a_plan_is_played_and_a_wrong_one_is_told(jamming: MainWindow, hands: Hands) -> None:
    jam, plan = jamming.jam.jam, jamming.jam.findChild(QLineEdit, "jamPlan")
    QTest.keyClicks(plan, "A4 B")
    QTest.keyClick(plan, Qt.Key.Key_Return)
    hands.wait(lambda: "A8 A8 B8 A8" in jamming.notice.text)
    plan.clear()
    QTest.mouseClick(jamming.jam.findChild(QCheckBox, "jamStore"), Qt.MouseButton.LeftButton, pos=_box())
    click(jamming, "jamScene2")
    QTest.keyClicks(plan, "B4")
    QTest.keyClick(plan, Qt.Key.Key_Return)
    hands.wait(lambda: any(message.plan == ((2, 4),) for message in jam.log))


def test_playing_the_sketch_before_the_first_bar_ends_the_jam(card: Card, window: MainWindow, hands: Hands) -> None:
    add_tiny(SCORED)
    window.sketch.open(empty_state(render=window.defaults.new()), new=True)
    window.defaults.change(model="tiny", steps=2)
    window.actions_["actionJam"].trigger()
    assert window.jam.jam.running
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: not window.jam.jam.running)
    hands.wait(lambda: window.player.playing)
    assert not window.playback.plays_tape


def test_the_puck_blends_prompts_by_mouse_and_keys(jamming: MainWindow, hands: Hands) -> None:
    jam, pad = jamming.jam.jam, jamming.jam.pad
    field, scroll = jamming.jam.findChild(QLineEdit, "jamPrompt"), jamming.jam.findChild(QScrollArea, "jamScroll")
    for prompt in ("techno", "jazz", "funk"):
        field.clear()
        QTest.keyClicks(field, prompt)
        click(jamming, "jamBlendAdd")
    assert set(pad.blend.values()) == {0.33}
    scroll.ensureWidgetVisible(pad)
    centre, radius = pad._circle
    top, middle = QPoint(round(centre.x()), round(centre.y() - radius)), centre.toPoint()
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(pad, (top + middle) / 2)
    QTest.mouseMove(pad, top)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=top)
    assert pad.blend == {"techno": 1.0}
    hands.wait(lambda: any(message.blend == {"techno": 1.0} for message in jam.log))
    pad.setFocus()
    for _ in range(6):
        QTest.keyClick(pad, Qt.Key.Key_Down)
    assert pad.blend["techno"] > 0.7 > 0.2 > pad.blend["jazz"] > 0
    assert pad.accessibleDescription().startswith("techno 8") or pad.accessibleDescription().startswith("techno 9")
    hands.wait(lambda: any(message.blend and len(message.blend) == 3 for message in jam.log))
    QTest.keyClick(pad, Qt.Key.Key_Home)
    click(jamming, "jamBlendRemove")
    assert len(pad.prompts) == 2


def test_generate_says_that_riffs_wait_for_the_jam_and_ends_it(jamming: MainWindow, hands: Hands) -> None:
    line = jamming.findChild(QWidget, "jamLine")
    assert line.isVisible()
    QTest.mouseClick(jamming.findChild(QPushButton, "jamLineStop"), Qt.MouseButton.LeftButton)
    hands.wait(lambda: not jamming.jam.jam.running)
    assert not line.isVisible()


def test_a_digit_stores_and_plays_a_scene(jamming: MainWindow, hands: Hands) -> None:
    jam, store = jamming.jam.jam, jamming.jam.findChild(QCheckBox, "jamStore")
    QTest.mouseClick(store, Qt.MouseButton.LeftButton, pos=_box())
    assert store.isChecked()
    QTest.keyClick(store, Qt.Key.Key_3)
    assert not store.isChecked()
    hands.wait(lambda: any(message.store == 3 for message in jam.log))
    QTest.keyClick(button(jamming, "jamPaint"), Qt.Key.Key_3)
    assert jam.running
    hands.wait(lambda: any(message.scene == 3 for message in jam.log))
    field = jamming.jam.findChild(QLineEdit, "jamPrompt")
    field.clear()
    QTest.keyClicks(field, "3")  # is text there
    assert field.text() == "3"
