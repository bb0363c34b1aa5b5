"""The metronome clicks on the sample, through loops, seeks and changes of tempo, and never in the mix."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.audio.playing.metronome_clicks import ACCENT_HERTZ, BEAT_HERTZ, Clicks
from riffdesk.audio.playing.playback import FADE_SECONDS, Playback, PlaybackMix
from riffdesk.dsp.mix import Track

RATE = 44_100
BLOCK = 240
FADE = round(FADE_SECONDS * RATE)
GAIN = 0.25


def beats(tempo: float, count: int, first: int = 0) -> list[int]:
    return [round(beat * 60 / tempo * RATE) for beat in range(first, first + count)]


def onsets(sound: np.ndarray) -> list[int]:
    """Return the samples at which a click begins: the first one is 0, the next is not, after 20 ms of silence."""
    loud = np.flatnonzero(sound)
    new = np.diff(loud, prepend=-RATE) > RATE // 50
    return [int(sample) - 1 for sample in loud[new]]


def pitch(sound: np.ndarray) -> float:
    return float(np.abs(np.fft.rfft(sound, RATE)).argmax())


def playing(tempo: float = 120.0, meter: int = 4, *, samples: int = 20 * RATE, at: int = 0, **mix) -> Playback:
    playback = Playback(RATE)
    clicks = Track(Clicks(tempo, meter, RATE), GAIN, GAIN, "metronome")
    playback.mix = PlaybackMix((), samples, clicks=clicks, **mix)
    playback.start(at)
    return playback


def take(playback: Playback, seconds: float) -> np.ndarray:
    return np.concatenate([playback.block(BLOCK).sound for _ in range(round(seconds * RATE) // BLOCK)]).T


@given(
    st.floats(20, 400), st.integers(1, 16), st.integers(-100_000, 100_000),
    st.lists(st.integers(1, 30_000), min_size=1, max_size=6),
)  # fmt: skip
@settings(max_examples=60)
def test_read_in_any_pieces_it_is_one_sound_with_a_click_on_each_beat(tempo, meter, origin, lengths):
    clicks = Clicks(tempo, meter, RATE, origin=origin)
    whole = clicks[:, : sum(lengths)]
    edges = np.cumsum([0, *lengths])
    assert np.array_equal(np.hstack([clicks[:, a:b] for a, b in pairwise(edges)]), whole)
    assert whole.dtype == np.float32
    for beat in range(int(origin // (60 / tempo * RATE)) + 1, int((origin + sum(lengths)) // (60 / tempo * RATE)) + 1):
        at = round(beat * 60 / tempo * RATE) - origin
        if 0 < at < sum(lengths) - 100:
            # Whatever a faster click before it leaves is under 1% by then.
            assert np.abs(whole[0, at - 1 : at + 1]).max() < 0.01 < np.abs(whole[0, at : at + 30]).max()


def test_the_first_beat_of_a_bar_is_higher_and_louder():
    sound = Clicks(120, 3, RATE)[:, : 3 * RATE][0]
    parts = [sound[at : at + 2_000] for at in beats(120, 6)]
    assert [abs(pitch(part) - ACCENT_HERTZ) < 40 for part in parts] == [True, False, False] * 2
    assert abs(pitch(parts[1]) - BEAT_HERTZ) < 40
    assert np.abs(parts[0]).max() == 1.0
    assert np.abs(parts[1]).max() == pytest.approx(0.7)


def test_it_has_no_length_and_beats_do_not_drift_in_ten_minutes():
    clicks = Clicks(123.4, 4, RATE)
    last = beats(123.4, 1_235)[-1]
    assert last == 600 * RATE
    assert onsets(clicks[:, last - 5_000 : last + 5_000][0]) == [5_000]


@pytest.mark.parametrize("tempo", [20, 92.5, 123.4, 400])
def test_it_is_heard_on_the_very_samples_of_the_grid(tempo):
    sound = take(playing(tempo), 8)
    assert onsets(sound[0]) == [at for at in beats(tempo, 60) if at < sound.shape[1] - 10]
    assert np.array_equal(sound[0], sound[1])
    assert np.abs(sound).max() == pytest.approx(GAIN, rel=1e-6)


def test_in_a_loop_each_turn_clicks_where_the_sketch_does():
    start, stop = beats(92.5, 9)[4], beats(92.5, 9)[8]
    sound = take(playing(92.5, loop=(start, stop)), 20)
    expected = [
        *beats(92.5, 8),
        *(stop + turn * (stop - start) + at - start for turn in range(6) for at in beats(92.5, 4, 4)),
    ]
    assert onsets(sound[0]) == [at for at in expected if at < sound.shape[1] - 10]


def test_a_circular_sketch_clicks_on_its_own_beats_in_each_round():
    samples = beats(92.5, 5)[4]
    sound = take(playing(92.5, samples=samples, loop=(0, samples), circular=True), 12)
    expected = [turn * samples + at for turn in range(6) for at in beats(92.5, 4)]
    found = onsets(sound[0])
    assert found[1:] == [at for at in expected if at < sound.shape[1] - 10][1:]  # the first is faded in


def test_after_a_seek_it_clicks_on_the_beats_there():
    playback = playing(120)
    take(playback, 1)
    place = 5 * RATE + 7_000
    playback.seek(place)
    sound = take(playback, 2)
    assert onsets(sound[0, FADE:]) == [at - place - FADE for at in beats(120, 15) if at > place]


def test_another_tempo_counts_at_once_and_does_not_crackle():
    playback = playing(120)
    take(playback, 0.3)
    begun = playback.position
    playback.mix = PlaybackMix((), 20 * RATE, clicks=Track(Clicks(90, 4, RATE), GAIN, GAIN, "metronome"))
    sound = take(playback, 2)
    assert onsets(sound[0]) == [at - begun for at in beats(90, 10) if begun < at < begun + sound.shape[1] - 10]


def test_without_it_the_samples_are_those_of_the_mix_and_with_it_the_levels_are():
    audio = np.random.default_rng(0).uniform(-0.3, 0.3, (2, RATE)).astype(np.float32)
    with_it, without = Playback(RATE), Playback(RATE)
    clicks = Track(Clicks(120, 4, RATE), 4.0, 4.0, "metronome")
    with_it.mix, without.mix = PlaybackMix((Track(audio),), RATE, clicks=clicks), PlaybackMix((Track(audio),), RATE)
    for playback in (with_it, without):
        playback.start(0)
    blocks = [(with_it.block(), without.block()) for _ in range(100)]
    sound = np.concatenate([block.sound for _, block in blocks]).T
    assert np.array_equal(sound, audio[:, : sound.shape[1]])
    assert all(ours.peaks == theirs.peaks and ours.powers == theirs.powers for ours, theirs in blocks)
    assert not any(ours.over for ours, _ in blocks)
    assert np.abs(np.concatenate([block.sound for block, _ in blocks])).max() > 3


# Counting in


def counted_in(start: int, tempo: float = 100.0, meter: int = 4, bars: int = 1, **mix) -> tuple[Playback, int]:
    """Return a playback of a ramp that counts in, and how long that takes."""
    playback = Playback(RATE)
    ramp = np.linspace(0.1, 0.2, 10 * RATE, dtype=np.float32)[None]
    playback.mix = PlaybackMix((Track(ramp),), 10 * RATE, **mix)
    clicks = Clicks(tempo, meter, RATE).before(start, bars)
    playback.start(start, Track(clicks, GAIN, GAIN))
    return playback, clicks.shape[1]


@pytest.mark.parametrize("start", [0, beats(100, 9)[8]])
@pytest.mark.parametrize(("meter", "bars"), [(4, 1), (3, 2), (1, 1)])
def test_a_bar_of_clicks_comes_before_the_first_sample(start, meter, bars):
    playback, length = counted_in(start, meter=meter, bars=bars)
    sound = take(playback, 7)[0, : length + 3 * RATE]
    assert abs(length - meter * bars * 60 / 100 * RATE) <= 1
    found = onsets(sound[: length - FADE])
    assert len(found) == meter * bars
    assert np.abs(np.diff([*found, length]) - 0.6 * RATE).max() <= 1
    ramp = np.linspace(0.1, 0.2, 10 * RATE, dtype=np.float32)
    assert np.array_equal(sound[length:], ramp[start : start + len(sound) - length])
    assert np.abs(sound[found[-1] + 2_000 : length - FADE]).max() == 0


def test_off_the_grid_the_clicks_are_in_time_with_the_beats_that_follow():
    start = beats(100, 9)[8] + 300
    playback, length = counted_in(start, clicks=Track(Clicks(100, 4, RATE), GAIN, GAIN))
    sound = take(playback, 6)[0]
    assert length - start == -beats(100, 5)[4]  # as long as from a beat on, so that no click is cut into
    found = onsets(sound[: length - FADE])
    assert found == [at - beats(100, 5)[4] for at in beats(100, 5, 4)]


def test_while_it_counts_the_position_waits_and_it_plays():
    playback, length = counted_in(3 * RATE)
    marks = []
    for number in range(length // BLOCK + 3):
        block = playback.block(BLOCK)
        marks += [(number * BLOCK + mark.offset, mark.position, mark.moving) for mark in block.marks]
        assert playback.active
    assert {position for at, position, _ in marks if at <= length} == {3 * RATE}
    assert not any(moving for at, _, moving in marks if at < length)
    assert (length, 3 * RATE, True) in marks
    assert all(position == 3 * RATE + at - length for at, position, moving in marks if moving)


def test_a_stop_ends_the_count_in_where_it_would_have_begun():
    playback, _ = counted_in(3 * RATE)
    take(playback, 1)
    playback.stop()
    take(playback, 0.1)
    assert not playback.active
    assert playback.position == 3 * RATE
    playback.start(0)
    assert take(playback, 0.1)[0, 0] == np.float32(0.1)


def test_a_seek_cuts_the_count_in_short():
    playback, _ = counted_in(3 * RATE)
    take(playback, 1)
    playback.seek(RATE)
    sound = take(playback, 1)[0]
    ramp = np.linspace(0.1, 0.2, 10 * RATE, dtype=np.float32)
    assert np.array_equal(sound[2_000:], ramp[RATE + 2_000 : RATE + len(sound)])
