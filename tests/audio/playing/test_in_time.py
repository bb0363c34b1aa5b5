"""Playback that is in time with others begins when a bar line of theirs is heard together with one of the sketch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.audio.playing.playback import BLOCK, Playback, PlaybackMix
from riffdesk.audio.playing.player import Player
from riffdesk.audio.playing.player_state import BarLines
from riffdesk.dsp.mix import Track
from tests.audio.room import Room, furnish
from tests.audio.stalls import again_after_stalls

RATE = 44_100
BAR = 0.25  # seconds
LINES = BarLines(0.123, BAR)


def clicking(seconds: float = 4.0, every: float = BAR) -> np.ndarray:
    """Return a click at each bar line."""
    sound = np.zeros((1, round(seconds * RATE)), np.float32)
    sound[0, np.round(np.arange(0, seconds, every) * RATE).astype(int)] = 0.9
    return sound


def wait_until(holds: Callable[[], object], seconds: float = 10) -> None:
    limit = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < limit
        time.sleep(0.002)


def clicks_heard(room: Room) -> np.ndarray:
    """Return when the clicks were heard, in seconds of ``time.monotonic``."""
    with room.lock:
        written = list(room.written)
    times = [start + np.flatnonzero(sound[:, 0] > 0.5) / room.output_rate for start, sound in written]
    return np.concatenate([np.zeros(0), *times]) + room.output_told


def deviations(times: np.ndarray, lines: BarLines) -> np.ndarray:
    """Return by how many milliseconds each is after the nearest bar line."""
    return 1e3 * ((times - lines.origin + lines.period / 2) % lines.period - lines.period / 2)


@pytest.fixture
def player() -> Iterator[Player]:
    made = Player(latency=0.05)
    made.set_tracks((Track(clicking(), key="a"),), 4 * RATE)
    made.set_bar_lines(LINES)
    yield made
    made.close()


@pytest.mark.alone
@pytest.mark.parametrize(("start", "bars", "told"), [(0, 0, 0.0), (RATE // 5, 0, 0.03), (RATE // 2, 1, 0.0)])
def test_the_heard_bars_lie_on_those_of_others(
    player: Player, monkeypatch: pytest.MonkeyPatch, start: int, bars: int, told: float
) -> None:
    player.set_beat(480, 2)
    player.set_click_gain(0.01)

    @again_after_stalls
    def attempt() -> None:
        room = Room(output_told=told)
        furnish(monkeypatch, room)
        player.play(start, count_in_bars=bars, on_bar_line=True)
        wait_until(lambda: player.held)
        assert player.playing
        assert player.position == start
        began = time.monotonic()
        wait_until(lambda: len(clicks_heard(room)) >= 4)
        times = clicks_heard(room)
        player.stop()
        wait_until(lambda: not player.sounding)
        print(f"{deviations(times, LINES)} ms")
        assert np.abs(deviations(times, LINES)).max() < 2
        assert times[0] - began < (2 + bars) * BAR + 0.7

    attempt()


@pytest.mark.alone
def test_after_a_seek_it_is_in_time_again(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    @again_after_stalls
    def attempt() -> None:
        room = Room()
        furnish(monkeypatch, room)
        player.play(0, on_bar_line=True)
        wait_until(lambda: len(clicks_heard(room)) >= 2)
        count = len(clicks_heard(room))
        player.seek(round(2.345 * RATE))
        wait_until(lambda: len(clicks_heard(room)) >= count + 2)
        player.stop()
        wait_until(lambda: not player.sounding)
        assert np.abs(deviations(clicks_heard(room), LINES)).max() < 2

    attempt()


@pytest.mark.alone
def test_while_it_waits_it_stops_at_once_and_begins_when_there_are_no_others(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room()
    furnish(monkeypatch, room)
    player.set_bar_lines(BarLines(time.monotonic(), 1_000.0))
    ended: list[str] = []
    player.subscribe(lambda event: ended.append(event.kind))
    player.play(1_000, on_bar_line=True)
    wait_until(lambda: player.held)
    player.stop()
    assert not player.playing
    assert not player.held
    wait_until(lambda: "stopped" in ended, 1)
    assert player.position == 1_000
    player.play(1_000, on_bar_line=True)
    wait_until(lambda: player.held)
    player.seek(2_000)
    time.sleep(0.1)
    assert player.position == 2_000
    player.set_bar_lines(None)
    wait_until(lambda: player.position > 2_000, 1)
    assert not player.held


@pytest.mark.alone
def test_what_need_not_be_in_time_begins_at_once(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    furnish(monkeypatch, Room())
    player.set_bar_lines(BarLines(time.monotonic(), 1_000.0))
    player.play(0)
    wait_until(lambda: player.position > 0, 2)


@pytest.mark.alone
def test_what_need_not_wait_begins_at_once_though_something_waits(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(monkeypatch, Room())
    player.set_bar_lines(BarLines(time.monotonic(), 1_000.0))
    player.play(0, count_in_bars=1, on_bar_line=True)
    wait_until(lambda: player.held)
    player.play(1_000)
    wait_until(lambda: player.position > 1_000, 1)
    assert not player.held


@pytest.mark.alone
def test_a_count_in_that_waits_follows_the_tempo(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    @again_after_stalls
    def attempt() -> None:
        room = Room()
        furnish(monkeypatch, room)
        player.set_click_gain(0.9)
        player.set_beat(480, 4)
        player.set_bar_lines(BarLines(time.monotonic(), 1_000.0))
        player.play(0, count_in_bars=1, on_bar_line=True)
        wait_until(lambda: player.held)
        player.set_beat(240, 4)
        player.set_bar_lines(LINES)
        wait_until(lambda: len(clicks_heard(room)) and player.position > 0)
        player.stop()
        wait_until(lambda: not player.sounding)
        times = clicks_heard(room)
        onsets = times[np.diff(times, prepend=-1.0) > 0.1]
        assert np.abs(np.diff(onsets)[:3] - 0.25).max() < 0.005

    attempt()


@given(st.integers(0, 2_000), st.integers(0, 3_000))
def test_a_held_start_is_exact_to_the_frame(position: int, frames: int) -> None:
    audio = np.random.default_rng(0).uniform(-0.3, 0.3, (2, 20_000)).astype(np.float32)
    held, plain = Playback(RATE), Playback(RATE)
    for playback in (held, plain):
        playback.mix = PlaybackMix((Track(audio),), 20_000)
    held.hold(position)
    assert held.held
    assert held.active
    silent = held.block()
    assert not silent.sound.any()
    assert [(mark.position, mark.moving) for mark in silent.marks] == [(position, False)]
    held.start_after(frames)
    plain.start(position)
    count = frames // BLOCK + 5
    blocks = [held.block() for _ in range(count)]
    sound = np.concatenate([block.sound for block in blocks])
    assert not sound[:frames].any()
    expected = plain.block(len(sound) - frames).sound
    assert np.array_equal(sound[frames:], expected)
    places = [
        mark.position - (index * BLOCK + mark.offset - frames)
        for index, block in enumerate(blocks)
        for mark in block.marks
        if mark.moving
    ]
    assert set(places) == {position}


def test_what_plays_fades_out_before_it_is_held() -> None:
    playback = Playback(RATE)
    playback.mix = PlaybackMix((Track(np.full((1, 20_000), 0.5, np.float32)),), 20_000)
    playback.start(0)
    playback.block()
    playback.hold(5_000)
    assert not playback.held
    fade = playback.block()
    assert np.abs(np.diff(fade.sound[:, 0])).max() < 0.01
    assert playback.block().sound[-1].max() == 0
    assert playback.held
    playback.stop()
    assert not playback.active


def test_a_start_takes_the_place_of_what_is_held() -> None:
    playback = Playback(RATE)
    playback.mix = PlaybackMix((Track(np.full((1, 20_000), 0.5, np.float32)),), 20_000)
    playback.hold(5_000)
    playback.start(7_000)
    assert not playback.held
    block = playback.block()
    assert [(mark.position, mark.moving) for mark in block.marks] == [(7_000, True)]
    assert block.sound[-1].max() == 0.5
