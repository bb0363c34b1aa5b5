"""OSC in a real window: it moves what widgets move, sounds, paints, and reaches a jam; floods do not stall."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from mido import Message
from PySide6.QtWidgets import QApplication, QDockWidget, QMessageBox
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder

from riffdesk.control.osc.addresses import address_of
from riffdesk.settings import SettingsFile
from riffdesk.ui.control.osc_box import OscBox
from riffdesk.ui.window.main_window import MainWindow
from tests.control.osc.sender import Sender, sender_to
from tests.control.osc.test_receiver import in_lists
from tests.control.standin import Computer
from tests.ui.conftest import Hands
from tests.ui.control.conftest import KEYS, check_flood, choose
from tests.ui.control.test_midi_notes import heard_notes

pytestmark = pytest.mark.alone


def free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def osc(computer: Computer, window: MainWindow, hands: Hands) -> Iterator[OscBox]:
    """Return the dock's controls of OSC, which is received."""
    window.findChild(QDockWidget, "controlDock").show()
    box = window.control.osc
    box.port.setValue(free_port())
    box.on.click()
    assert box.osc.port == box.port.value()
    yield box
    box.osc.close()


@pytest.fixture
def client(osc: OscBox) -> Iterator[Sender]:
    with sender_to(osc.port.value()) as sender:
        yield sender


def test_nothing_is_received_before_it_is_switched_on(computer: Computer, window: MainWindow, hands: Hands) -> None:
    window.findChild(QDockWidget, "controlDock").show()
    assert window.control.osc.osc.port is None
    assert not window.control.osc.status.isVisible()


def test_levels_commands_and_tempo(osc: OscBox, client: Sender, window: MainWindow, hands: Hands) -> None:
    layer = window.sketch.active_layer
    client.send("/riffdesk/layer/gain", 0.5)
    client.send("/riffdesk/layer/pan", 1.0)
    client.send("/riffdesk/bpm", 93.5)
    hands.wait(lambda: window.sketch.state.tempo == 93.5)
    hands.wait(lambda: window.sketch.active_layer.gain_db == -24.0)
    assert window.sketch.active_layer.pan == 1.0
    for _ in range(3):
        client.send("/riffdesk/command/Undo", 1)
        client.send("/riffdesk/command/Undo", 0)
        hands.pause(0.1)
    hands.wait(lambda: window.sketch.active_layer == layer)
    client.send("/riffdesk/play")
    hands.wait(lambda: window.player.playing)
    client.send("/riffdesk/play")
    hands.wait(lambda: not window.player.playing)


def test_two_levels_that_move_at_once_are_one_step_and_one_before(
    osc: OscBox, client: Sender, window: MainWindow, hands: Hands
) -> None:
    before, count = window.sketch.active_layer, len(window.sketch.history.steps)
    for number in range(20):
        client.send("/riffdesk/layer/gain", number / 20)
        client.send("/riffdesk/layer/pan", number / 20)
        hands.pause(0.03)
    hands.wait(lambda: window.sketch.active_layer.pan == 0.9)
    names = [step.name for step in window.sketch.history.steps[count:]]
    assert names == ["Layer gain", "Controllers"]
    window.sketch.undo()
    window.sketch.undo()
    assert window.sketch.active_layer == before
    hands.pause(0.6)
    client.send("/riffdesk/layer/pan", 1.0)
    hands.wait(lambda: window.sketch.active_layer.pan == 1.0)
    hands.pause(0.6)
    client.send("/riffdesk/layer/gain", 1.0)
    hands.wait(lambda: window.sketch.active_layer.gain_db == 12.0)
    assert [step.name for step in window.sketch.history.steps[count:]] == ["Layer pan", "Layer gain"]


def test_notes_sound_and_paint(osc: OscBox, client: Sender, window: MainWindow, hands: Hands) -> None:
    client.send("/riffdesk/note", 60, 100)
    hands.wait(lambda: window.player._state.tones is not None)
    client.send("/riffdesk/note", 60, 0)
    hands.wait(lambda: window.player._state.tones is None)
    window.settings.midi_notes = "paint"
    client.send("/riffdesk/note", 69, 100)
    client.send("/riffdesk/note", 69, 0)
    hands.wait(lambda: bool(window.sketch.active_layer.ink.any()))
    assert window.sketch.history.steps[-1].name == "MIDI note"


def test_a_jam_gets_its_prompt_and_without_one_a_sentence_says_so(
    osc: OscBox, client: Sender, window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.send("/riffdesk/jam/prompt", "techno")
    hands.wait(lambda: "start one first" in window.notice.text)
    sent: list[object] = []
    monkeypatch.setattr(type(window.jam.jam), "running", property(lambda _: True))
    monkeypatch.setattr(window.jam.jam._mailbox, "put", sent.append)
    client.send("/riffdesk/jam/prompt", "techno")
    client.send("/riffdesk/jam/chords", "Am | F")
    hands.wait(lambda: len(sent) == 2)
    client.send("/riffdesk/jam/chords", "H | X")
    window.control.osc.osc._seldom._quiet_until = 0.0
    hands.wait(lambda: "H | X" in window.notice.text)
    assert [message.to_json() for message in sent] == [{"prompt": "techno"}, {"chords": "Am | F"}]


def test_bad_values_for_a_jam_are_told_once_and_none_is_sent(
    osc: OscBox, client: Sender, window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[object] = []
    monkeypatch.setattr(type(window.jam.jam), "running", property(lambda _: True))
    monkeypatch.setattr(window.jam.jam._mailbox, "put", sent.append)
    count = len(window.notice.messages)
    for number in range(200):
        client.send("/riffdesk/jam/guidance", 1_000.0 + number)
        hands.pause(0.005)
    hands.wait(lambda: len(window.notice.messages) > count)
    hands.pause(0.2)
    assert [message.text[:35] for message in window.notice.messages][count:] == ["The guidance of a message cannot be"]
    assert not any(card.stays for card in window.notice._cards)
    assert sent == []


def test_a_bundle_of_a_command_and_a_level_sets_what_the_command_has_made(
    osc: OscBox, client: Sender, window: MainWindow, hands: Hands
) -> None:
    before = window.sketch.active_layer
    bundle = OscBundleBuilder(IMMEDIATELY)
    for address, values in (("/riffdesk/command/AddLayer", ()), ("/riffdesk/layer/gain", (0.5,))):
        message = OscMessageBuilder(address)
        for value in values:
            message.add_arg(value)
        bundle.add_content(message.build())
    client.send_bytes(bundle.build().dgram)
    hands.wait(lambda: window.sketch.active_layer.gain_db == -24.0)
    assert window.sketch.active_layer.id != before.id
    assert window.sketch.layer(before.id).gain_db == before.gain_db


def test_lists_in_lists_do_not_end_it(osc: OscBox, client: Sender, window: MainWindow, hands: Hands) -> None:
    client.send_bytes(in_lists("/riffdesk/master", 1_000))
    client.send("/riffdesk/bpm", 77)
    hands.wait(lambda: window.sketch.state.tempo == 77.0)
    assert "a list is no number" in window.notice.text


def test_a_tempo_is_stored_as_it_was_sent(osc: OscBox, client: Sender, window: MainWindow, hands: Hands) -> None:
    client.send("/riffdesk/bpm", 93.3)
    hands.wait(lambda: window.sketch.state.tempo == 93.3)


def test_the_guide_has_the_name_of_every_command_and_no_other(window: MainWindow) -> None:
    guide = (Path(__file__).parents[3] / "docs/guide/osc.md").read_text(encoding="utf-8")
    commands = [address_of(f"action:{name}") for name, action in window.actions_.by_name.items() if action.text()]
    names = {address.removeprefix("/riffdesk/command/") for address in commands}
    _, listed = guide.split("## Names of commands")
    assert set(re.findall("`([A-Za-z0-9]+)`", listed)) == names
    assert set(re.findall("`/riffdesk/command/([A-Za-z0-9]+)`", guide)) <= {*names, "NAME"}


def test_it_is_received_at_the_next_start_though_the_dock_is_hidden(
    osc: OscBox, window: MainWindow, hands: Hands
) -> None:
    stored = SettingsFile().load()
    assert (stored.osc, stored.osc_port, stored.osc_network) == (True, osc.port.value(), False)
    osc.osc.close()
    window.control._boxes = None
    window.control.open_chosen()
    assert window.control.osc.osc.port == osc.port.value()
    window.control.osc.osc.close()


def test_a_port_in_use_is_told_where_it_is_first_switched_on(
    computer: Computer, window: MainWindow, hands: Hands
) -> None:
    window.findChild(QDockWidget, "controlDock").show()
    box = window.control.osc
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", 0))
        box.port.setValue(other.getsockname()[1])
        box.on.click()
        assert f"OSC cannot be received at port {box.port.value()}" in box.status.text()
        hands.wait(box.status.isVisible)
    box.on.click()
    assert box.status.isHidden()


def test_a_port_in_use_is_told_at_the_start_though_the_dock_is_hidden(computer: Computer, window: MainWindow) -> None:
    window.findChild(QDockWidget, "controlDock").hide()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", 0))
        window.settings.osc, window.settings.osc_port = True, other.getsockname()[1]
        window.control.open_chosen()
        assert f"OSC cannot be received at port {window.settings.osc_port}" in window.notice.text


def test_a_port_in_use_is_told_in_the_dock(osc: OscBox, window: MainWindow) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", 0))
        osc.port.setValue(other.getsockname()[1])
        assert osc.osc.port is None
        assert f"OSC cannot be received at port {osc.port.value()}" in osc.status.text()
        assert osc.status.isVisible()
    osc.port.setValue(free_port())
    assert osc.status.text() == f"Listening to programs of this computer at port {osc.port.value()}."
    osc.network.click()
    assert osc.status.text() == f"Listening to any computer of the network at port {osc.port.value()}."


def test_switching_it_off_frees_the_port_and_releases_keys(
    osc: OscBox, client: Sender, window: MainWindow, hands: Hands
) -> None:
    client.send("/riffdesk/note", 60, 100)
    hands.wait(lambda: window.player._state.tones is not None)
    osc.on.click()
    assert osc.osc.port is None
    assert window.player._state.tones is None
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", osc.port.value()))


def test_what_osc_releases_does_not_cut_the_keys_of_a_keyboard(
    osc: OscBox, client: Sender, window: MainWindow, hands: Hands, computer: Computer
) -> None:
    box = window.control.midi
    hands.wait(lambda: box.input.findData(KEYS) > 0)
    choose(box, "input", KEYS)
    hands.wait(lambda: bool(computer.listened_to))
    computer.play(Message("note_on", note=60, velocity=100))
    for release in (("/riffdesk/release",), ("/riffdesk/note", 64, 0)):
        client.send("/riffdesk/note", 64, 100)
        hands.wait(lambda: heard_notes(window) == {60, 64})
        client.send(*release)
        hands.wait(lambda: heard_notes(window) == {60})
    client.send("/riffdesk/note", 60, 100)
    client.send("/riffdesk/note", 67, 100)
    hands.wait(lambda: heard_notes(window) == {60, 67})
    osc.on.click()
    assert heard_notes(window) == {60}
    computer.play(Message("note_off", note=60))
    hands.wait(lambda: heard_notes(window) == set())


def test_nonsense_costs_no_slot_of_the_inbox(osc: OscBox, client: Sender, window: MainWindow, hands: Hands) -> None:
    client.send("/riffdesk/note", 60, 100)
    hands.wait(lambda: heard_notes(window) == {60})
    for _ in range(300):
        osc.osc._put_unreadable()
    hands.pause(0.1)
    assert heard_notes(window) == {60}
    assert not any("came too fast" in message.text for message in window.notice.messages)


def test_nonsense_is_told_seldom_and_opens_no_dialog(
    osc: OscBox, client: Sender, window: MainWindow, hands: Hands
) -> None:
    for number in range(200):
        client.send("/riffdesk/master", "loud")
        client.send_bytes(b"\xff" * (number + 1))
    hands.wait(lambda: "OSC" in window.notice.text)
    assert not any(isinstance(widget, QMessageBox) for widget in QApplication.topLevelWidgets())
    client.send("/riffdesk/bpm", 77)
    hands.wait(lambda: window.sketch.state.tempo == 77.0)


def test_a_flood_neither_stalls_the_window_nor_piles_up(
    osc: OscBox, client: Sender, window: MainWindow, hands: Hands
) -> None:
    def send(number: int) -> None:
        client.send("/riffdesk/master", number / 100)
        client.send("/riffdesk/note", 40 + number % 40, number % 2)

    check_flood(window, hands, osc.osc._inbox, send, "OSC")
