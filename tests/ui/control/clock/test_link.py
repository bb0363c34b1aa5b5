"""Ableton Link in a real window: with stand-ins for the session, and with a second program in the network."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget

from riffdesk.audio.playing.player_state import BarLines
from riffdesk.control.clock.link import LinkPeer
from riffdesk.settings import SettingsFile
from riffdesk.sketch.state import empty_state
from riffdesk.ui.control.clock.link_box import LinkBox
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.playing.test_in_time import clicks_heard, deviations
from tests.audio.room import Room, furnish
from tests.audio.stalls import again_after_stalls
from tests.control.clock.peers import StandInPeer, StandIns, find_each_other, real_peer, stand_in, take_out_link
from tests.control.standin import Computer
from tests.ui.conftest import Hands

STEP = "Tempo of the Link session"


@pytest.fixture
def stand_ins(monkeypatch: pytest.MonkeyPatch) -> StandIns:
    return stand_in(monkeypatch)


@pytest.fixture
def box(computer: Computer, window: MainWindow) -> Iterator[LinkBox]:
    """Return the dock's controls of Link."""
    window.findChild(QDockWidget, "controlDock").show()
    yield window.control.link
    window.control.link.link.close()


@pytest.fixture
def peer(stand_ins: StandIns, box: LinkBox) -> StandInPeer:
    box.on.click()
    return stand_ins.last


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    """Return a room with a loudspeaker, 20 ms away."""
    made = Room(output_told=0.02)
    furnish(monkeypatch, made)
    return made


def names(window: MainWindow) -> list[str]:
    return [step.name for step in window.sketch.history.steps]


def test_it_is_off_at_first_and_then_says_who_is_there(
    stand_ins: StandIns, box: LinkBox, window: MainWindow, hands: Hands
) -> None:
    assert stand_ins.made == []
    assert box.status.isHidden()
    box.on.click()
    peer = stand_ins.last
    assert peer.tempo == window.sketch.state.tempo
    assert box.status.text() == "No other program, 120 bpm."
    peer.peers = 1
    hands.wait(lambda: box.status.text() == "1 other program, 120 bpm.", 5)
    peer.peers, peer.tempo = 3, 132.9999468
    hands.wait(lambda: box.status.text() == "3 other programs, 133 bpm.", 5)
    assert SettingsFile().load().link
    box.on.click()
    assert peer.closed
    assert box.status.isHidden()
    assert not SettingsFile().load().link


def test_without_the_binding_the_dock_says_how_to_install_it(
    box: LinkBox, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_out_link(monkeypatch)
    box.on.click()
    assert "pip install LinkPython-extern" in box.status.text()
    box.on.click()
    assert box.status.isHidden()


def test_it_is_on_at_the_next_start_though_the_dock_is_hidden(
    peer: StandInPeer, stand_ins: StandIns, box: LinkBox, window: MainWindow
) -> None:
    box.link.close()
    window.control._boxes = None
    window.control.open_chosen()
    assert len(stand_ins.made) == 2
    window.control.link.link.close()


def test_the_tempo_of_a_session_is_taken_in_one_undo_step_and_undo_is_sent(
    peer: StandInPeer, window: MainWindow, hands: Hands
) -> None:
    before = len(names(window))
    peer.peers, peer.tempo = 1, 87.30002837250922
    hands.wait(lambda: window.sketch.state.tempo == 87.3, 5)
    peer.tempo = 99.99994
    hands.wait(lambda: window.sketch.state.tempo == 100, 5)
    assert names(window)[before:] == [STEP]
    hands.pause(0.1)
    assert peer.sent == []
    window.actions_["actionUndo"].trigger()
    hands.wait(lambda: peer.sent == [("tempo", 120)], 5)
    hands.pause(0.1)
    assert (peer.sent, window.sketch.state.tempo) == ([("tempo", 120)], 120)


def test_a_tempo_of_the_sketch_is_sent_and_that_of_an_opened_one(
    peer: StandInPeer, window: MainWindow, hands: Hands
) -> None:
    window.transport.tempo.setValue(133.3)
    hands.wait(lambda: peer.sent == [("tempo", 133.3)], 5)
    window.sketch.open(replace(empty_state(), tempo=77.0), new=True)
    hands.wait(lambda: peer.sent[-1] == ("tempo", 77), 5)


def test_a_tempo_that_a_sketch_cannot_have_is_told_once(peer: StandInPeer, window: MainWindow, hands: Hands) -> None:
    peer.peers, peer.tempo = 1, 999.0
    hands.wait(lambda: "between 20 and 400 bpm, not 999" in window.notice.text, 5)
    count = len(window.notice.messages)
    hands.pause(0.2)
    assert len(window.notice.messages) == count
    assert (window.sketch.state.tempo, peer.sent) == (120, [])
    assert window.player._state.bar_lines is None
    peer.tempo = 20.0000001
    hands.wait(lambda: window.sketch.state.tempo == 20, 5)


def test_a_stroke_goes_on_and_the_tempo_follows_after_it(peer: StandInPeer, window: MainWindow, hands: Hands) -> None:
    hands.drag((1.0, 440.0), (2.0, 880.0), release=False)
    peer.peers, peer.tempo = 1, 90.0
    hands.pause(0.2)
    assert window.canvas.painting
    assert window.sketch.state.tempo == 120
    QTest.mouseRelease(window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=window.canvas.point_at(2.0, 880.0))
    hands.wait(lambda: window.sketch.state.tempo == 90, 5)
    assert window.sketch.active_layer.ink.any()


@pytest.mark.alone
def test_others_start_and_stop_playback_and_it_starts_and_stops_them(
    peer: StandInPeer, window: MainWindow, hands: Hands, room: Room
) -> None:
    peer.peers = 1
    window.playback.seek(1.0)
    peer.playing = True
    hands.wait(lambda: window.player.playing, 5)
    hands.wait(lambda: window.player.position > 44_100, 10)
    peer.playing = False
    hands.wait(lambda: not window.player.playing, 5)
    hands.pause(0.2)
    assert peer.sent == []
    window.playback.toggle()
    hands.wait(lambda: peer.sent == [("playing", True)], 5)
    window.playback.toggle()
    hands.wait(lambda: peer.sent == [("playing", True), ("playing", False)], 5)


@pytest.mark.alone
def test_the_end_of_the_sketch_stops_nobody(peer: StandInPeer, window: MainWindow, hands: Hands, room: Room) -> None:
    window.settings.loop = False
    window.playback.play_from(window.sketch.seconds - 0.2)
    hands.wait(lambda: ("playing", True) in peer.sent, 5)
    hands.wait(lambda: not window.player.playing, 10)
    hands.pause(0.2)
    assert ("playing", False) not in peer.sent


@pytest.mark.alone
def test_playback_waits_for_the_bar_says_so_and_stops_at_once(
    peer: StandInPeer, box: LinkBox, window: MainWindow, hands: Hands, room: Room
) -> None:
    peer.tempo, peer.peers = 20.0, 1  # a bar of 12 s
    hands.wait(lambda: window.sketch.state.tempo == 20, 5)
    peer.origin = time.monotonic()
    window.playback.toggle()
    hands.wait(lambda: window.notice.text == "Starts at the next bar of the Link session.", 5)
    assert box.status.text() == "1 other program, 20 bpm. Playback starts at the next bar."
    assert window.player.position == 0
    window.playback.toggle()
    assert not window.player.playing
    hands.wait(lambda: box.status.text() == "1 other program, 20 bpm.", 2)
    window.playback.toggle()
    hands.wait(lambda: window.player.held, 5)
    peer.peers = 0
    hands.wait(lambda: window.player.position > 0, 2)


@pytest.mark.alone
def test_a_change_of_tempo_while_playback_waits_does_not_start_it(
    peer: StandInPeer, window: MainWindow, hands: Hands, room: Room
) -> None:
    peer.peers, peer.origin = 1, time.monotonic() + 3_600.0
    peer.tempo = 20.0
    hands.wait(lambda: window.sketch.state.tempo == 20, 5)
    lines: list[BarLines | None] = []
    set_bar_lines = window.player.set_bar_lines
    window.player.set_bar_lines = lambda one: (lines.append(one), set_bar_lines(one))  # type: ignore[method-assign]
    window.transport.tempo.setValue(133)
    hands.wait(lambda: ("tempo", 133) in peer.sent, 5)
    hands.drag((1.0, 440.0), (2.0, 880.0), release=False)
    peer.tempo = 99.0
    hands.pause(0.2)
    assert window.sketch.state.tempo == 133
    QTest.mouseRelease(window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=window.canvas.point_at(2.0, 880.0))
    hands.wait(lambda: window.sketch.state.tempo == 99, 5)
    hands.pause(0.1)
    assert None not in lines
    assert {round(60 * 4 / line.period) for line in lines if line} == {133, 99}


@pytest.mark.alone
def test_alone_playback_begins_at_once_and_the_session_has_its_bars(
    peer: StandInPeer, window: MainWindow, hands: Hands, room: Room
) -> None:
    peer.origin = 0.777
    window.playback.play_from(1.3)
    hands.wait(lambda: window.player.place is not None, 2)
    hands.wait(lambda: any(kind == "beat" for kind, _ in peer.sent), 2)
    heard = time.monotonic() + window.player.device_latency - window.player.place / window.player.sample_rate
    assert abs(deviations(np.array([heard]), BarLines(peer.origin, 2.0))[0]) < 10


@pytest.mark.alone
def test_a_tape_of_a_jam_is_neither_started_nor_stopped(
    peer: StandInPeer, window: MainWindow, hands: Hands, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(window.playback), "plays_other", property(lambda _: True))
    peer.playing = True
    hands.pause(0.2)
    assert not window.player.playing
    window.player.play(0)
    hands.pause(0.2)
    peer.playing = False
    hands.pause(0.2)
    assert window.player.playing
    assert peer.sent == []


@pytest.mark.alone
def test_a_start_elsewhere_does_not_end_a_jam_that_is_starting(
    peer: StandInPeer, window: MainWindow, hands: Hands, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(window.jam.jam), "running", property(lambda _: True))
    peer.playing = True
    hands.pause(0.2)
    assert not window.player.playing
    monkeypatch.undo()
    hands.pause(0.2)
    assert (peer.sent, window.player.playing) == ([], False)


@pytest.mark.alone
@pytest.mark.parametrize("plays", [False, True])
def test_the_end_of_a_variation_does_not_stop_the_others(
    peer: StandInPeer, window: MainWindow, hands: Hands, room: Room, plays: bool
) -> None:
    if plays:
        window.playback.toggle()
        hands.wait(lambda: peer.playing, 5)
        peer.sent.clear()
    peer.playing = True
    window.playback.audition(np.full((1, 44_100), 0.1, np.float32), False)
    hands.pause(0.2)
    window.playback.audition(None, False)
    assert not window.player.playing
    hands.pause(0.2)
    assert [one for one in peer.sent if one[0] == "playing"] == []
    window.playback.toggle()
    hands.pause(0.2)
    window.playback.toggle()
    hands.wait(lambda: ("playing", False) in peer.sent, 5)


@pytest.mark.alone
def test_a_missing_binding_is_told_at_the_start_though_the_dock_is_hidden(
    computer: Computer, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_out_link(monkeypatch)
    window.findChild(QDockWidget, "controlDock").hide()
    window.settings.link = True
    window.control.open_chosen()
    assert "pip install LinkPython-extern" in window.notice.text


# With a second program


@pytest.fixture
def other(network: None) -> Iterator[LinkPeer]:
    with real_peer(93.5) as one:
        time.sleep(1.0)  # of two sessions that meet, the one that is older by half a second stays
        yield one


def join(box: LinkBox, other: LinkPeer, hands: Hands) -> None:
    """Switch Link on, and wait until the window and the other program have found each other."""
    box.on.click()
    limit = time.monotonic() + 10
    hands.wait(lambda: other.session(4).peers == 1 or time.monotonic() > limit)
    find_each_other(other, box.link._peer)


@pytest.mark.alone
def test_a_window_joins_a_real_session(other: LinkPeer, box: LinkBox, window: MainWindow, hands: Hands) -> None:
    join(box, other, hands)
    hands.wait(lambda: window.sketch.state.tempo == 93.5, 10)
    assert box.status.text() == "1 other program, 93.5 bpm."
    window.transport.tempo.setValue(133)
    hands.wait(lambda: abs(other.session(4).tempo - 133) < 1e-3, 10)
    hands.pause(0.5)
    assert window.sketch.state.tempo == 133
    other.set_tempo(999)
    hands.wait(lambda: "not 999" in window.notice.text, 10)
    other.set_tempo(20)
    hands.wait(lambda: window.sketch.state.tempo == 20, 10)


@pytest.mark.alone
def test_a_program_that_vanishes_is_no_longer_counted(
    network: None, box: LinkBox, window: MainWindow, hands: Hands
) -> None:
    with real_peer(100) as other:
        join(box, other, hands)
    hands.wait(lambda: box.status.text().startswith("No other program"), 10)


@pytest.mark.alone
def test_both_start_and_stop_and_the_clicks_lie_on_the_bars_of_the_other(
    other: LinkPeer, box: LinkBox, window: MainWindow, hands: Hands, room: Room
) -> None:
    join(box, other, hands)
    hands.wait(lambda: window.sketch.state.tempo == 93.5, 10)
    window.playback.set_loop(True)
    window.metronome.set_on(True)
    window.metronome.set_level(-1)
    window.sketch.set_bars(2)

    @again_after_stalls
    def attempt() -> None:
        room.written.clear()
        other.set_playing(True)
        hands.wait(lambda: window.player.playing, 5)
        hands.wait(lambda: window.player.position > 44_100, 10)
        other.set_playing(False)
        hands.wait(lambda: not window.player.sounding, 5)
        bars = other.session(4).bar_lines
        beats = BarLines(bars.origin, bars.period / 4)
        times = clicks_heard(room)
        first = times[0]
        print(f"first click above half of full scale {deviations(np.array([first]), beats)} ms after a beat")
        assert abs(deviations(np.array([first]), bars)[0]) < 3

    attempt()
    window.playback.toggle()
    hands.wait(lambda: other.session(4).playing, 5)
    window.playback.toggle()
    hands.wait(lambda: not other.session(4).playing, 5)


@pytest.mark.alone
def test_a_window_that_is_closed_leaves_the_session(
    other: LinkPeer, box: LinkBox, window: MainWindow, hands: Hands
) -> None:
    join(box, other, hands)
    window.close()
    hands.wait(lambda: other.session(4).peers == 0, 10)
    assert box.link._peer is None
