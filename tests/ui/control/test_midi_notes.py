"""Notes of a MIDI keyboard in a real window: they sound, paint where they were heard, or are a jam's chords."""

from __future__ import annotations

import time

import numpy as np
import pytest
from mido import Message
from PySide6.QtWidgets import QComboBox, QDockWidget, QLabel

from riffdesk.dsp.pitch import hertz_of_midi, midi_of
from riffdesk.ui.control.midi_box import MidiBox
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.fakecards import Card
from tests.audio.fakecards import plug_in as plug_in_card
from tests.control.standin import Computer
from tests.ui.conftest import Hands
from tests.ui.control.conftest import KEYS, check_flood, choose

pytestmark = pytest.mark.alone

HOP = 441


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Card:
    card = Card("a card", speed=1.0)
    plug_in_card(monkeypatch, card)
    return card


def on(note: int, velocity: int = 127, channel: int = 0) -> Message:
    return Message("note_on", note=note, velocity=velocity, channel=channel)


def off(note: int, channel: int = 0) -> Message:
    return Message("note_off", note=note, channel=channel)


def heard_notes(window: MainWindow) -> set[int]:
    """Return the notes of the tones that the player has."""
    tones = window.player._state.tones
    return set() if tones is None else {round(midi_of(hertz)) for hertz, level in tones.partials[::3] if level > 0}


def painted(window: MainWindow) -> tuple[set[int], int, int]:
    """Return the notes that are painted, and the first column and the one after the last."""
    ink = np.asarray(window.sketch.active_layer.tiles.read(0, window.sketch.columns))
    columns = np.flatnonzero(ink.max(axis=0) > 0.1)
    loudest = ink[:, columns].max(axis=1)
    peaks = [
        band
        for band in range(1, len(loudest) - 1)
        if loudest[band] > 0.3 and loudest[band] >= loudest[band - 1] and loudest[band] > loudest[band + 1]
    ]
    notes = {round(midi_of(float(window.sketch.params.hertz_of(band)))) for band in peaks}
    return notes, int(columns[0]), int(columns[-1]) + 1


def test_without_midi_the_dock_says_so_in_a_sentence_and_nothing_else_happens(
    computer: Computer, window: MainWindow, hands: Hands
) -> None:
    computer.problem = "This computer offers no MIDI: no sequencer."
    window.actions_["viewControlDock"].trigger()
    status = window.findChild(QLabel, "midiStatus")
    hands.wait(lambda: status.text() == computer.problem)
    assert window.findChild(QComboBox, "midiInput").count() == 1
    assert window.notice.text == ""


def test_keys_sound_and_the_pedal_holds_them(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    for note in (60, 64):
        computer.play(on(note))
    hands.wait(lambda: heard_notes(window) == {60, 64})
    computer.play(Message("control_change", control=64, value=127))
    computer.play(off(60))
    computer.play(off(64))
    hands.pause(0.1)
    assert heard_notes(window) == {60, 64}
    computer.play(Message("control_change", control=64, value=0))
    hands.wait(lambda: window.player._state.tones is None)
    assert window.sketch.history.undo_name is None


def test_only_the_chosen_channel_is_used(box: MidiBox, computer: Computer, window: MainWindow, hands: Hands) -> None:
    choose(box, "channel", 3)
    assert window.settings.midi_channel == 3
    computer.play(on(60, channel=0))
    computer.play(on(67, channel=2))
    hands.wait(lambda: heard_notes(window) == {67})
    choose(box, "channel", 0)
    assert heard_notes(window) == set(), "what sounded is released"


def test_while_stopped_a_held_chord_is_painted_at_the_playhead_as_one_step(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    choose(box, "notes", "paint")
    window.settings.note_grid = "1/8"
    window.playback.seek(1.0)
    for note in (60, 64, 67):
        computer.play(on(note))
    hands.pause(0.1)
    assert window.sketch.history.undo_name is None, "it is still held"
    for note in (60, 64, 67):
        computer.play(off(note))
    hands.wait(lambda: window.sketch.history.undo_name)
    assert window.sketch.history.undo_name == "MIDI notes"
    assert painted(window) == ({60, 64, 67}, 100, 125)
    computer.play(on(72))
    computer.play(off(72))
    hands.wait(lambda: window.sketch.history.undo_name == "MIDI note")
    window.actions_["actionUndo"].trigger()
    window.actions_["actionUndo"].trigger()
    assert window.sketch.active_layer.tiles.is_silent


def test_each_note_of_a_chord_has_its_own_level_attack_and_release(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    choose(box, "notes", "paint")
    window.settings.tone_attack = window.settings.tone_release = 100
    window.settings.note_grid = "1/4"
    window.playback.seek(1.0)
    computer.play(on(60, 127))
    computer.play(on(72, 64))
    computer.play(off(60))
    computer.play(off(72))
    hands.wait(lambda: window.sketch.history.undo_name)
    ink = np.asarray(window.sketch.active_layer.tiles.read(0, window.sketch.columns))
    strong, weak = (ink[round(float(window.sketch.params.band_of(hertz_of_midi(note))))] for note in (60, 72))
    assert 40 * np.log10(weak[125] / strong[125]) == pytest.approx(20 * np.log10(0.5), abs=1.5), (
        "in ink, as amplitude^1/4"
    )
    for line in (strong, weak):
        assert line[100] < 0.6 * line[125], "it rises"
        assert 0 < line[155] < 0.8 * line[125], "it fades after its end"


def test_while_playing_notes_are_painted_where_they_were_heard(
    card: Card, box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    choose(box, "notes", "paint")
    window.settings.loop = False
    window.actions_["actionPlay"].trigger()
    hands.wait(lambda: window.player.position > 20_000)
    computer.play(on(69))
    down = window.player.position
    time.sleep(0.3)  # the window takes the message late, and yet knows when it came
    computer.play(off(69))
    up = window.player.position
    hands.wait(lambda: window.sketch.history.undo_name)
    window.player.stop()
    notes, first, last = painted(window)
    assert notes == {69}
    assert first == pytest.approx(down / HOP, abs=1.6)
    assert last == pytest.approx(up / HOP, abs=1.6)
    assert window.sketch.history.undo_name == "MIDI note"


def test_a_note_over_the_end_of_the_loop_goes_on_at_its_beginning(box: MidiBox, window: MainWindow) -> None:
    from riffdesk.control.played_notes import PlayedNote
    from riffdesk.ui.control.note_painter import NotePainter

    window.player.set_loop((100 * HOP, 300 * HOP))
    NotePainter(window).paint((PlayedNote(69, 127, 280 * HOP, 110 * HOP),))
    ink = np.asarray(window.sketch.active_layer.tiles.read(0, 512)).max(axis=0) > 0.1
    assert np.flatnonzero(ink).tolist() == [*range(100, 110), *range(280, 300)]


def test_notes_beyond_the_picture_and_beyond_the_end_are_named(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    choose(box, "notes", "paint")
    computer.play(on(127))
    computer.play(off(127))
    hands.wait(lambda: "G9 is not among the frequencies" in window.notice.text)
    window.playback.seek(window.sketch.seconds)
    computer.play(on(60))
    computer.play(off(60))
    hands.wait(lambda: "no room at the end" in window.notice.text)
    assert window.sketch.history.undo_name is None


def test_a_device_that_vanishes_is_told_releases_its_keys_and_is_taken_again(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands
) -> None:
    computer.play(on(60))
    hands.wait(lambda: heard_notes(window) == {60})
    computer.input_names.clear()
    hands.wait(lambda: window.notice.text == f"{KEYS} is gone. It is used again when it is back.")
    assert window.player._state.tones is None
    assert "not there" in window.findChild(QLabel, "midiStatus").text()
    assert window.findChild(QComboBox, "midiInput").currentText() == f"{KEYS} (not there)"
    computer.input_names.append("Keys:Keys MIDI 1 32:0")
    hands.wait(lambda: window.notice.text == f"{KEYS} is back.")
    computer.play(on(62))
    hands.wait(lambda: heard_notes(window) == {62})


def test_a_chosen_device_is_used_at_the_next_start_though_the_dock_is_hidden(
    computer: Computer, window: MainWindow, hands: Hands
) -> None:
    assert window.findChild(QDockWidget, "controlDock").isHidden()
    window.settings.midi_input = KEYS
    window.control._boxes = None
    window.control.make()
    hands.wait(lambda: computer.listened_to)


@pytest.mark.parametrize("use", ["sound", "paint", "chords"])
def test_ten_thousand_messages_a_second_neither_stall_the_window_nor_pile_up(
    box: MidiBox, computer: Computer, window: MainWindow, hands: Hands, use: str
) -> None:
    choose(box, "notes", use)

    def send(number: int) -> None:
        computer.play(Message("control_change", control=number % 64, value=number))
        computer.play(on(40 + number % 40) if number % 2 else off(40 + number % 40))

    check_flood(window, hands, window.control.midi.midi._inbox, send, use)
