"""OSC in a real window: it moves what widgets move, sounds, paints, and reaches a jam; floods do not stall."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMessageBox

from riffdesk.settings import SettingsFile
from riffdesk.ui.control.osc_box import OscBox
from riffdesk.ui.window.main_window import MainWindow
from tests.control.osc.sender import Sender, sender_to
from tests.control.standin import Computer
from tests.ui.conftest import Hands
from tests.ui.control.conftest import WorkAtOnce

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
    client.send("/riffdesk/jam/chords", "H | X")
    hands.wait(lambda: len(sent) == 2 and "H" in window.notice.text)
    assert [message.to_json() for message in sent] == [{"prompt": "techno"}, {"chords": "Am | F"}]


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
    ending, sent = threading.Event(), [0]

    def flood() -> None:
        while not ending.is_set():
            for number in range(100):
                client.send("/riffdesk/master", number / 100)
                client.send("/riffdesk/note", 40 + number % 40, number % 2)
                sent[0] += 2
            time.sleep(0.01)

    sender = threading.Thread(target=flood)
    with WorkAtOnce(window, hands) as work:
        sender.start()
        hands.pause(2.0)
        waiting = osc.osc._inbox.waiting
        ending.set()
        sender.join()
    print(f"{sent[0] / 2:.0f} messages a second, {1e3 * work.longest:.0f} ms of work at once, {waiting} waiting")
    assert sent[0] > 400, "how many there are depends on what else the computer does"
    assert waiting <= 256 + 64
    assert work.longest < 0.1
    QTest.qWait(0)
    hands.wait(lambda: not osc.osc._inbox.waiting)
