"""The MIDI clock, out and in: exact in simulated time, and steady where a thread sends it."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.control.clock.follower import ClockFollower
from riffdesk.control.clock.schedule import ClockSchedule, Place
from riffdesk.control.clock.sender import ClockSender
from tests.control.standin import Wire


def sent_while(beats_at: object, tempo: float, seconds: float) -> list[tuple[float, str, int]]:
    """Return what is sent, with the time, as the place follows a function of time; None is stopped."""
    schedule, now, found = ClockSchedule(), 0.0, []
    while now < seconds:
        beats = beats_at(now)  # type: ignore[operator]
        messages, wait = schedule.due(Place(beats or 0.0, tempo, beats is not None))
        found += [(now, *message) for message in messages]
        now += max(wait, 1e-4)
    return found


def kinds(sent: list[tuple[float, str, int]]) -> list[tuple[str, int]]:
    """Return the messages, with ticks counted."""
    out: list[tuple[str, int]] = []
    for _, kind, value in sent:
        if kind == "clock" and out and out[-1][0] == "clock":
            out[-1] = "clock", out[-1][1] + 1
        else:
            out.append((kind, 1 if kind == "clock" else value))
    return out


@given(st.floats(20, 400))
def test_ticks_come_24_to_a_beat_at_their_times(tempo: float) -> None:
    sent = sent_while(lambda now: now * tempo / 60, tempo, 3.0)
    assert sent[0][1:] == ("start", 0)
    ticks = [when for when, kind, _ in sent if kind == "clock"]
    assert len(ticks) == pytest.approx(3 * tempo / 60 * 24, abs=2)
    wanted = np.arange(len(ticks)) * 60 / tempo / 24
    assert np.abs(np.array(ticks) - wanted)[1:].max(initial=0) < 3e-4


def test_from_the_middle_it_begins_at_the_next_sixteenth_with_its_position() -> None:
    sent = sent_while(lambda now: 1.1 + 2 * now if now < 1 else None, 120, 1.5)
    assert kinds(sent)[0] == ("songpos", 5)
    assert kinds(sent)[1] == ("continue", 0)
    assert kinds(sent)[-1] == ("stop", 0)
    first = next(when for when, kind, _ in sent if kind == "continue")
    assert first == pytest.approx((1.25 - 1.1) / 2, abs=3e-3)


def test_a_jump_stops_tells_the_place_and_goes_on() -> None:
    sent = sent_while(lambda now: (2 * now) % 4, 120, 3.0)  # a loop of four beats
    assert kinds(sent) == [("start", 0), ("clock", 96), ("stop", 0), ("start", 0), ("clock", pytest.approx(48, abs=1))]


def test_nothing_is_sent_before_the_first_sound_is_heard() -> None:
    """Playback has been asked for, and the playhead rests until the sound card plays, or through a count-in."""
    schedule = ClockSchedule()
    for _ in range(100):
        assert schedule.due(Place(0.0, 120, True))[0] == []
    assert schedule.due(Place(0.001, 120, True))[0] == [("start", 0), ("clock", 0)]


@pytest.mark.alone
def test_a_thread_sends_it_steadily() -> None:
    wire, begin = Wire("Drum machine"), time.monotonic()
    sender = ClockSender(lambda: Place((time.monotonic() - begin) * 2, 120, True), lambda: wire)
    time.sleep(1.0)
    sender.close()
    ticks = np.array([when for when, message in wire.sent if message.type == "clock"])
    steps = 1e3 * np.diff(ticks)
    late = 1e3 * (ticks - ticks[0] - np.arange(len(ticks)) / 48)
    print(f"steps of {steps.mean():.3f} ms, jitter {steps.std():.3f} ms, off by {np.abs(late).max():.2f} ms at most")
    assert [message.type for _, message in wire.sent][-1] == "stop"
    assert wire.sent[0][1].type == "start"
    assert len(ticks) > 20, "how steady they are depends on what else the computer does"


def follow(times: list[float]) -> tuple[ClockFollower, list[float]]:
    follower, tempos = ClockFollower(), []
    for when in times:
        follower.tick(when)
        tempo = follower.take_tempo()
        if tempo is not None:
            tempos.append(tempo)
    return follower, tempos


@pytest.mark.parametrize("tempo", [60, 97.3, 120, 174])
def test_the_tempo_is_found_in_spite_of_jitter(tempo: float) -> None:
    source, step = random.Random(1), 60 / tempo / 24
    _, tempos = follow([number * step + source.uniform(0, 0.004) for number in range(24 * 16)])
    assert tempos[-1] == pytest.approx(tempo, abs=0.25)
    assert len(tempos) < 6, "jitter is no change of tempo"


def test_another_tempo_is_followed_within_five_beats() -> None:
    times = [number / 48 for number in range(24 * 8)]
    times += [times[-1] + number / 56 for number in range(1, 24 * 5 + 1)]
    assert follow(times)[1][-1] == pytest.approx(140, abs=0.5)


def test_lost_ticks_and_late_ones_leave_the_tempo() -> None:
    times = [number / 48 for number in range(24 * 12)]
    lost = [when for number, when in enumerate(times) if number % 50 not in (7, 8)]
    assert {round(tempo) for tempo in follow(lost)[1]} == {120}
    late = [when + 0.018 * (number % 30 == 5) for number, when in enumerate(times)]
    assert {round(tempo) for tempo in follow(late)[1]} == {120}


def test_a_clock_that_ends_is_lost_once_and_begins_anew() -> None:
    follower, tempos = follow([number / 48 for number in range(100)])
    assert tempos[-1] == 120
    assert not follower.is_lost(100 / 48)
    assert follower.is_lost(100 / 48 + 1.5)
    assert not follower.is_lost(100 / 48 + 9)
    for number in range(60):
        follower.tick(20 + number / 48)
    assert follower.runs
    assert follower.take_tempo() is None, "the tempo is the same"


@given(st.lists(st.floats(0, 1e6), max_size=200))
def test_no_times_of_ticks_raise(times: list[float]) -> None:
    follow(sorted(times))
    assert all(before <= after for before, after in pairwise(sorted(times)))
