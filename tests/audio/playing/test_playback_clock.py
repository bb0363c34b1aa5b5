"""The place that is heard follows the sound card, smoothly and never backwards."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.audio.playing.playback import Playback, PlaybackMix
from riffdesk.audio.playing.playback_clock import Levels, PlaybackClock
from riffdesk.dsp.mix import Track

RATE = 44_100
BUFFER = 4_410
BLOCK = 512


def sketch(level: float = 0.5, samples: int = 20 * RATE, **mix) -> Playback:
    playback = Playback(RATE)
    playback.mix = PlaybackMix((Track(np.full((1, samples), level, np.float32)),), samples, **mix)
    playback.start(0)
    return playback


def run(heard: PlaybackClock, playback: Playback, seconds: float, *, grain: int = 1, starts_after: float = 0.0) -> list:
    """Play into a card that holds 100 ms and reports in steps; return (time, frame, position) every ms."""
    seen = []
    written, now = 0, 0.0
    while now < seconds:
        played = max(0, int((now - starts_after) * RATE)) // grain * grain
        while written + BLOCK <= played + BUFFER:
            written += BLOCK
            heard.wrote(playback.block(BLOCK), written - played, now)
        seen.append((now, heard.frame(now), heard.position(now)))
        now += 0.001
    return seen


def test_before_anything_was_heard_there_is_no_place():
    assert PlaybackClock(RATE).position(1.0) is None
    assert PlaybackClock(RATE).levels(1.0) == Levels()


def test_the_place_is_what_was_written_less_what_the_card_still_holds():
    for now, frame, position in run(PlaybackClock(RATE), sketch(), 2.0)[100:]:
        assert abs(position - now * RATE) < 0.002 * RATE
        assert frame == position


@pytest.mark.parametrize("grain", [441, 882, 1_024])
def test_a_card_that_reports_in_steps_still_gives_an_even_motion(grain):
    seen = np.array(run(PlaybackClock(RATE), sketch(), 4.0, grain=grain))[500:]
    steps = np.diff(seen[:, 1])
    assert steps.min() >= 0
    assert np.abs(steps - RATE / 1_000).max() < 0.05 * grain + 2
    assert np.abs(seen[:, 1] - seen[:, 0] * RATE).max() < grain


def test_it_waits_for_a_card_that_starts_late():
    seen = run(PlaybackClock(RATE), sketch(), 1.0, starts_after=0.4)
    assert all(frame == 0 for now, frame, _ in seen if now < 0.39)
    now, frame, _ = seen[-1]
    assert abs(frame - (now - 0.4) * RATE) < 0.01 * RATE


def test_it_never_passes_what_was_written():
    heard, playback = PlaybackClock(RATE), sketch()
    for index in range(4):
        heard.wrote(playback.block(BLOCK), 0.0, index * BLOCK / RATE)
    assert heard.frame(10.0) == 4 * BLOCK


def test_it_finds_back_after_a_gap():
    heard, playback = PlaybackClock(RATE), sketch()
    run(heard, playback, 1.0)
    before = heard.frame(1.0)
    heard.wrote(playback.block(BLOCK), BUFFER, 3.0)  # the card stood still for two seconds
    after = heard.frame(3.0)
    assert before <= after < before + BUFFER


def test_in_a_loop_the_place_stays_in_the_loop():
    start, stop = 10_000, 20_000
    seen = run(PlaybackClock(RATE), sketch(loop=(start, stop)), 2.0)[100:]
    for now, _, position in seen:
        frame = now * RATE
        expected = frame if frame < stop else start + (frame - stop) % (stop - start)
        distance = abs(position - expected)
        assert min(distance, stop - start - distance) < 100
        assert position <= stop


def test_after_the_end_it_stays_there():
    seen = run(PlaybackClock(RATE), sketch(samples=10_000), 1.0)
    assert seen[-1][2] == 10_000
    assert seen[-1][1] > 40_000


def test_levels_are_those_of_the_blocks_that_are_heard_now():
    heard, playback = PlaybackClock(RATE), sketch(level=0.5)
    run(heard, playback, 1.0)
    levels = heard.levels(1.0)
    assert levels == pytest.approx(Levels(0.5, 0.5, 0.5, 0.5))
    playback.mix = PlaybackMix((), 20 * RATE)
    heard.wrote(playback.block(BLOCK), BUFFER, 1.0)
    assert heard.levels(1.0).left_peak == 0.5  # written, not heard
    for index in range(20):
        heard.wrote(playback.block(BLOCK), BUFFER, 1.0 + index * BLOCK / RATE)
    assert heard.levels(1.25).left_peak == 0.0


def test_what_is_kept_does_not_grow():
    heard, playback = PlaybackClock(RATE), sketch(loop=(0, 64))
    run(heard, playback, 3.0)
    assert len(heard._state.stretches) < 200
