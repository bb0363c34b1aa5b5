"""Controllers that are learned move what the widgets move; the clock is sent and followed."""

from __future__ import annotations

import time

import pytest
from mido import Message
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMessageBox

from riffdesk.audio.playing.player_state import BarLines
from riffdesk.control.messages import Controller
from riffdesk.settings import SettingsFile
from riffdesk.ui.control import binding_box
from riffdesk.ui.control.midi_box import MidiBox
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.room import Room, furnish
from tests.control.standin import Computer
from tests.ui.conftest import Hands
from tests.ui.control.conftest import choose

pytestmark = pytest.mark.alone

PATIENCE = 60.0


def fader(value: int, number: int = 7) -> Message:
    return Message("control_change", control=number, value=value)


def learn(box: MidiBox, hands: Hands, target: str, message: Message, computer: Computer) -> None:
    bindings = box.bindings
    bindings.target.setCurrentIndex(bindings.target.findData(target))
    bindings.learn.click()
    computer.play(message)
    hands.wait(lambda: not bindings.learning.waits, PATIENCE)


def test_learn_waits_visibly_and_esc_ends_it_and_nothing_else(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    window.editing.select_all()
    box.bindings.learn.click()
    assert box.bindings.learn.text() == "Waiting… (Esc)"
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not box.bindings.learning.waits
    assert box.bindings.learn.text() == "Learn"
    assert window.canvas.selection is not None
    computer.play(fader(5))
    hands.pause(0.1)
    assert box.bindings.table.rowCount() == 0


def test_a_fader_moves_the_layer_as_one_step_and_is_there_at_the_next_start(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    learn(box, hands, "layer.gain", fader(64), computer)
    assert box.bindings.table.item(0, 0).text() == "CC 7, channel 1"
    assert box.bindings.table.item(0, 1).text() == "Level of the layer"
    steps = len(window.sketch.history.steps)
    for value in (0, 30, 60, 127):
        computer.play(fader(value))
        hands.pause(0.05)
    hands.wait(lambda: window.sketch.active_layer.gain_db == 12, PATIENCE)
    assert len(window.sketch.history.steps) == steps + 1
    assert SettingsFile().load().midi_bindings == {"cc:1:7": "layer.gain"}


def test_every_level_and_press_moves_what_it_says(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    controls = box.midi.controls
    for name, target in controls.targets.items():
        if target.kind == "level":
            controls.set_level(name, 1.0)
    layer, settings = window.sketch.active_layer, window.settings
    assert (layer.gain_db, layer.pan, window.sketch.state.tempo) == (12, 1, 187)
    assert (settings.brush_size, settings.brush_strength, settings.master_db) == (256, 1, 6)
    assert [row.level.value() for row in window.jam.rows] == [window.jam.rows[0].level.maximum()] * 4
    for name in ("layer.mute", "layer.solo", *(f"jam.{role}.mute" for role in ("drums", "bass", "chords", "melody"))):
        controls._press(name)
    layer = window.sketch.active_layer
    assert (layer.mute, layer.solo, [row.mute.isChecked() for row in window.jam.rows]) == (True, True, [True] * 4)
    controls._press("action:actionUndo")
    assert not window.sketch.active_layer.solo
    for name in ("jam.fill", "jam.other", "jam.scene.3", "record"):
        window.notice.clear()
        controls._press(name)
        assert window.notice.text, name


def test_a_key_that_is_bound_is_pressed_once_and_does_not_sound(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    key = Message("note_on", note=36, velocity=100, channel=9)
    learn(box, hands, "layer.mute", key, computer)
    computer.play(Message("note_off", note=36, channel=9))
    hands.pause(0.1)
    assert not window.sketch.active_layer.mute
    computer.play(key)
    computer.play(Message("note_off", note=36, channel=9))
    hands.wait(lambda: window.sketch.active_layer.mute, PATIENCE)
    assert window.player._state.tones is None


@pytest.mark.parametrize("answer", [True, False])
def test_a_controller_that_is_bound_already_is_asked_about(
    box: MidiBox, computer: Computer, hands: Hands, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(binding_box, "confirm", lambda *args: (asked.append(args[2]), answer)[1])
    learn(box, hands, "layer.gain", fader(64), computer)
    learn(box, hands, "tempo", fader(70), computer)
    assert asked == [
        "CC 7, channel 1 is bound to “Level of the layer” already. Bind it to “Tempo, 60 to 187 bpm” instead?"
    ]
    bound = box.midi.controls.bindings.target(Controller("cc", 1, 7))
    assert bound == ("tempo" if answer else "layer.gain")


def test_a_binding_is_removed_by_its_button_and_by_delete(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    learn(box, hands, "layer.gain", fader(64), computer)
    learn(box, hands, "layer.pan", fader(64, 10), computer)
    table = box.bindings.table
    assert not box.bindings.remove.isEnabled()
    table.selectRow(0)
    box.bindings.remove.click()
    assert table.rowCount() == 1
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert window.settings.midi_bindings == {}


def test_a_fader_waits_for_the_end_of_a_stroke(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    learn(box, hands, "layer.gain", fader(64), computer)
    hands.drag((0.5, 400), (1.0, 800), release=False)
    computer.play(fader(0))
    hands.pause(0.1)
    assert window.canvas.painting
    assert window.sketch.active_layer.gain_db == 0
    QTest.mouseRelease(window.canvas.viewport(), Qt.MouseButton.LeftButton)
    hands.wait(lambda: window.sketch.active_layer.gain_db == -60, PATIENCE)


def test_the_tempo_follows_the_clock_and_stays_when_it_is_lost(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    window.findChild(QCheckBox, "midiClockIn").click()
    steps = len(window.sketch.history.steps)
    follower, now = box.midi.clock._follower, time.monotonic()
    for number in range(120):
        follower.tick(now - 3 + number / 60)  # 150 bpm
    hands.wait(lambda: window.sketch.state.tempo == 150, PATIENCE)
    assert len(window.sketch.history.steps) == steps + 1
    hands.wait(lambda: window.notice.text == "The MIDI clock was lost; the tempo stays 150 bpm.", PATIENCE)


def test_start_position_and_stop_from_outside_move_playback(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[float] = []
    monkeypatch.setattr(window.playback, "play_from", lambda seconds, asked: played.append(seconds))
    computer.play(Message("start"))
    hands.pause(0.1)
    assert played == [], "it is not followed"
    window.findChild(QCheckBox, "midiClockIn").click()
    computer.play(Message("start"))
    computer.play(Message("songpos", pos=8))
    computer.play(Message("continue"))
    hands.wait(lambda: len(played) == 2, PATIENCE)
    assert played == [0.0, 1.0]
    computer.play(Message("songpos", pos=16_000))
    hands.wait(lambda: "after the end of the sketch" in window.notice.text, PATIENCE)


def test_the_clock_goes_to_the_chosen_output(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.wait(lambda: box.clock_out.count() > 1, PATIENCE)
    choose(box, "clock_out", "Drum machine:port")
    hands.wait(lambda: any(wire.receive is None for wire in computer.opened), PATIENCE)
    (wire,) = (wire for wire in computer.opened if wire.receive is None)
    begin, player = time.monotonic(), type(window.player)
    monkeypatch.setattr(player, "playing", property(lambda _: True))
    monkeypatch.setattr(player, "position", property(lambda _: round((time.monotonic() - begin) * 44_100)))
    hands.wait(lambda: len(wire.sent) > 20, PATIENCE)
    monkeypatch.undo()
    kinds = {message.type for _, message in wire.sent}
    assert "clock" in kinds
    assert kinds & {"start", "continue"}
    choose(box, "clock_out", "")
    hands.wait(lambda: wire.closed, PATIENCE)


def test_the_clock_stands_while_playback_waits_for_a_bar_line(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(monkeypatch, Room())
    hands.wait(lambda: box.clock_out.count() > 1, PATIENCE)
    choose(box, "clock_out", "Drum machine:port")
    hands.wait(lambda: any(wire.receive is None for wire in computer.opened), PATIENCE)
    (wire,) = (wire for wire in computer.opened if wire.receive is None)
    window.playback.toggle()
    hands.wait(lambda: any(message.type == "clock" for _, message in wire.sent), PATIENCE)
    window.player.set_bar_lines(BarLines(time.monotonic(), 1_000.0))
    window.playback.seek(2.0)
    hands.wait(lambda: window.player.held, PATIENCE)
    hands.pause(0.5)
    assert wire.sent[-1][1].type == "stop"
    window.player.set_bar_lines(None)
    hands.wait(lambda: wire.sent[-1][1].type == "clock", PATIENCE)


def test_the_dock_is_closed_with_the_window(box: MidiBox, computer: Computer, window: MainWindow) -> None:
    from unittest.mock import patch

    with patch.object(QMessageBox, "question", staticmethod(lambda *_: QMessageBox.StandardButton.Discard)):
        window.close()
    QApplication.processEvents()
    assert computer.listened_to == []
