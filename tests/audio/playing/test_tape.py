"""A tape plays what was put on it, sample for sample; if it runs out, its last bars go round on the beat."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.audio.playing.playback import Playback, PlaybackMix
from riffdesk.audio.playing.tape import KEPT_SECONDS, MadeBar, Tape
from riffdesk.dsp.mix import Track

RATE, BAR = 1_000, 500.5
ALL = ("drums", "bass")


def made(audio: np.ndarray, after: np.ndarray, number: int, sample: int, content: object) -> MadeBar:
    return MadeBar({ALL: audio}, {ALL: after}, number, sample, content)


def tone(start: int, stop: int) -> np.ndarray:
    """Return samples of an endless tone that repeats in each two bars."""
    return np.sin(2 * np.pi * np.arange(start, stop) * 20 / round(2 * BAR))[None].astype(np.float32)


def filled(bars: int) -> Tape:
    tape = Tape(RATE, BAR)
    for number in range(bars):
        first, last = round(number * BAR), round((number + 1) * BAR)
        tape.append(made(tone(first, last), tone(last, last + 50), number, first, f"bar {number}"))
    return tape


def played(tape: Tape, samples: int) -> np.ndarray:
    """Play a tape block by block, as the player does."""
    playback = Playback(RATE)
    playback.mix = PlaybackMix((Track(tape, key="jam"),), tape.shape[-1])
    playback.start(0)
    return np.concatenate([playback.block(40).sound[:, 0] for _ in range(samples // 40)])


def test_it_plays_what_was_put_on_it_sample_for_sample() -> None:
    tape = filled(6)
    np.testing.assert_array_equal(played(tape, 2_400), tone(0, 2_400)[0])
    assert tape.repeats == 0


def test_if_it_runs_out_the_last_two_bars_go_round_on_the_beat_without_a_step() -> None:
    tape = filled(4)
    sound = played(tape, 6_000)
    assert tape.repeats >= 3
    # A tone that fits two bars goes on as if nothing had happened.
    np.testing.assert_allclose(sound, tone(0, 6_000)[0], atol=1e-3)


def test_what_comes_late_goes_on_after_the_repetition() -> None:
    tape = filled(4)
    played(tape, 2_000)
    assert tape.repeats == 1
    first = tape.length
    assert first == round(4 * BAR) + round(2 * BAR)
    tape.append(made(np.full((1, 500), 0.5, np.float32), np.zeros((1, 50), np.float32), 4, round(4 * BAR), "bar 4"))
    np.testing.assert_array_equal(tape.read(first, first + 500), np.full((1, 500), 0.5))
    assert [bar.number for bar in tape.bars(first + 501)] == [0, 1, 2, 3, 2, 3, 4]
    assert tape.bars(first + 501)[-1].line == pytest.approx(6 * BAR, abs=1)


def test_it_tells_what_of_that_was_made_is_heard() -> None:
    tape = filled(4)
    played(tape, 2_000)
    made = round(4 * BAR)
    assert tape.made_at(1_500) == 1_500
    assert tape.made_at(made + 10) == made - round(2 * BAR) + 10
    assert tape.made_at(made + round(2 * BAR)) == made


def test_it_ends_with_a_fade() -> None:
    tape = filled(4)
    tape.end_at(1_001)
    sound = tape[:, 900:1_100]
    np.testing.assert_array_equal(sound[:, :90], tone(900, 990))
    assert not sound[:, 101:].any()
    assert np.abs(np.diff(sound)).max() < 0.15
    played(tape, 4_000)
    assert tape.repeats == 0


def test_it_is_silent_before_anything_is_there() -> None:
    assert not Tape(RATE, BAR)[:, 0:100].any()


def test_it_keeps_ten_minutes() -> None:
    tape = Tape(10, 100.0)
    for number in range(200):
        tape.append(made(np.ones((1, 100), np.float32), np.ones((1, 2), np.float32), number, number * 100, None))
    kept = KEPT_SECONDS * 10
    assert tape.read(int(20_000 - kept), 20_000).all()
    assert not tape.read(0, int(20_000 - kept - 200)).any()
    assert len(tape.bars(20_000)) <= kept / 100 + 2


def other(number: int) -> MadeBar:
    """Return another version of a bar: a constant."""
    first, last = round(number * BAR), round((number + 1) * BAR)
    return made(np.full((1, last - first), 0.25, np.float32), np.full((1, 50), 0.25, np.float32), number, first, "b")


def test_the_last_bar_is_replaced_as_long_as_it_is_not_played() -> None:
    tape = filled(4)
    played(tape, 1_000)
    tape.append(other(3))
    start = round(3 * BAR)
    assert tape.length == round(4 * BAR)
    np.testing.assert_array_equal(tape.read(start - 100, start), tone(start - 100, start))
    np.testing.assert_array_equal(tape.read(start, tape.length), np.full((1, tape.length - start), 0.25))
    assert [(bar.number, bar.content) for bar in tape.bars(3_000)][-2:] == [(2, "bar 2"), (3, "b")]


def test_what_is_played_already_of_a_bar_that_is_replaced_stays_and_fades() -> None:
    tape = filled(4)
    heard = played(tape, 1_600)
    tape.append(other(3))
    np.testing.assert_array_equal(tape.read(1_480, 1_600)[0], heard[1_480:])
    assert tape.read(1_700, 1_701)[0, 0] == 0.25
    assert np.abs(np.diff(tape.read(1_480, 1_700))).max() < 0.4


def test_an_end_after_what_is_there_is_reached_with_the_sound_that_would_follow() -> None:
    tape = filled(4)
    end = round(4 * BAR) + 40
    tape.end_at(end)
    np.testing.assert_array_equal(tape.read(1_900, end - 10), tone(1_900, end - 10))
    assert not tape.read(end, end + 100).any()


def test_a_part_is_muted_from_the_next_sample_on_without_a_step() -> None:
    tape = Tape(RATE, BAR)
    first, last = 0, round(BAR)
    drums, bass = tone(first, last), np.full((1, last), 0.5, np.float32)
    ends = {("drums",): tone(last, last + 50), ("bass",): np.full((1, 50), 0.5, np.float32)}
    tape.append(MadeBar({("drums",): drums, ("bass",): bass}, ends, 0, 0, None))
    heard = [tape[:, 0:100]]
    tape.set_gains({"drums": 0.0, "bass": 0.5})
    heard.append(tape[:, 100:200])
    tape.set_gains({"bass": 2.0})
    heard.append(tape[:, 200:300])
    whole = np.concatenate(heard, axis=-1)[0]
    np.testing.assert_array_equal(whole[:100], (drums + bass)[0, :100])
    np.testing.assert_array_equal(whole[105:200], np.full(95, 0.25))
    np.testing.assert_allclose(whole[205:], drums[0, 205:300] + 1.0, atol=1e-6)
    np.testing.assert_array_equal(tape.read(0, 300)[0], whole)
    parts = tape.stems(0, 300)
    again = sum(parts[roles][0] * tape.gain(roles, 0, 300) for roles in parts)
    np.testing.assert_allclose(again, whole, atol=1e-6)


def test_gains_that_change_often_are_those_of_the_last_change() -> None:
    tape = filled(2)
    tape[:, 0:100]
    for gain in np.linspace(1, 0, 50):
        tape.set_gains({"drums": float(gain), "bass": float(gain)})
    assert not tape[:, 105:150].any()
    tape.set_gains({"drums": 1.0, "bass": 1.0})
    np.testing.assert_array_equal(tape[:, 160:200], tone(160, 200))


def test_a_part_that_is_there_in_some_bars_only_goes_round_with_the_others() -> None:
    tape = filled(3)
    last = round(3 * BAR)
    tape.append(MadeBar({("bass",): tone(last, last + 501)}, {("bass",): tone(last + 501, last + 551)}, 3, last, None))
    sound = played(tape, 4_000)
    assert tape.repeats >= 2
    np.testing.assert_allclose(sound, tone(0, 4_000)[0], atol=0.05)
