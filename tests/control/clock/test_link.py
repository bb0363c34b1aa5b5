"""Ableton Link itself, with a second peer in this computer's network."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from riffdesk.audio.playing.player import Player
from riffdesk.control.clock.link import LinkPeer
from riffdesk.dsp.mix import Track
from riffdesk.errors import UserError
from tests.audio.playing.test_in_time import clicks_heard, deviations
from tests.audio.room import Room, furnish
from tests.audio.stalls import again_after_stalls
from tests.control.clock.peers import find_each_other, real_peer, take_out_link, wait_until

RATE = 44_100


def test_without_the_binding_a_sentence_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    take_out_link(monkeypatch)
    with pytest.raises(UserError, match="Install it with: pip install LinkPython-extern"):
        LinkPeer(120)


@pytest.fixture
def pair(network: None) -> Iterator[tuple[LinkPeer, LinkPeer]]:
    with real_peer(133) as first:
        time.sleep(0.2)
        with real_peer(120) as second:
            find_each_other(first, second)
            yield first, second


@pytest.mark.alone
def test_tempo_start_stop_and_bars_are_those_of_the_other(pair: tuple[LinkPeer, LinkPeer]) -> None:
    first, second = pair
    wait_until(lambda: abs(second.session(4).tempo - first.session(4).tempo) < 1e-3)
    second.set_tempo(93.5)
    wait_until(lambda: abs(first.session(4).tempo - 93.5) < 1e-3)
    first.set_playing(True)
    wait_until(lambda: second.session(4).playing)
    second.set_playing(False)
    wait_until(lambda: not first.session(4).playing)
    for beats in (3, 4, 7):
        one, other = first.session(beats).bar_lines, second.session(beats).bar_lines
        assert one.period == pytest.approx(60 / 93.5 * beats, rel=1e-5)
        assert abs(deviations(np.array([one.origin]), other)[0]) < 1  # ms


@pytest.mark.alone
def test_a_beat_is_placed_while_nobody_else_is_there_and_then_it_is_not(network: None) -> None:
    with real_peer(120) as first:
        if first.session(4).peers:
            pytest.skip("another program with Ableton Link is in this network")
        now = time.monotonic()
        first.place_beat(5.0, now, 4)
        lines = first.session(4).bar_lines
        assert abs(deviations(np.array([now - 0.5]), lines)[0]) < 1
        with real_peer(120) as second:
            find_each_other(first, second)
            lines = first.session(4).bar_lines
            second.place_beat(0.0, time.monotonic(), 4)
            assert abs(deviations(np.array([lines.origin]), first.session(4).bar_lines)[0]) < 1


def threads() -> int:
    """Return the number of threads, those of Link included where the system tells."""
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.is_dir() else threading.active_count()


@pytest.mark.alone
def test_who_leaves_is_gone_and_leaves_no_thread(network: None) -> None:
    before = threads()
    with real_peer(120) as first:
        with real_peer(120) as second:
            find_each_other(first, second)
        wait_until(lambda: first.session(4).peers == 0)
    wait_until(lambda: threads() == before)


@pytest.mark.alone
def test_what_is_heard_lies_on_the_bars_of_the_other(
    pair: tuple[LinkPeer, LinkPeer], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = pair
    beats = 4
    bar = second.session(beats).bar_lines.period
    sound = np.zeros((1, round(4 * bar * RATE)), np.float32)
    sound[0, np.round(np.arange(4) * bar * RATE).astype(int)] = 0.9
    player = Player(latency=0.05)
    player.set_tracks((Track(sound, key="a"),), sound.shape[1])

    @again_after_stalls
    def attempt() -> None:
        room = Room(output_told=0.02)
        furnish(monkeypatch, room)
        player.set_bar_lines(second.session(beats).bar_lines)
        player.play(0, on_bar_line=True)
        wait_until(lambda: len(clicks_heard(room)) >= 2, 10)
        player.stop()
        wait_until(lambda: not player.sounding)
        off = deviations(clicks_heard(room), first.session(beats).bar_lines)
        print(f"{off} ms")
        assert np.abs(off).max() < 2

    try:
        attempt()
    finally:
        player.close()
