"""Blocks are the sketch's own samples, and whatever happens between them makes no click."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.audio.playing.playback import Playback, PlaybackMix
from riffdesk.dsp.mix import Track, mix, stem
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.sketch.sound import Waveform
from tests.clips import ink_of

RATE = 44_100
BLOCK = 512
FADE = 220  # 5 ms
HERTZ, LEVEL = 441.0, 0.5
STEEPEST = LEVEL * 2 * np.pi * HERTZ / RATE  # largest step from sample to sample of the tone
FADE_STEP = LEVEL / FADE  # what a fade of the tone's peak adds to that


def tone(samples: int, hertz: float = HERTZ, level: float = LEVEL, phase: float = 0.0) -> np.ndarray:
    return (level * np.sin(2 * np.pi * hertz * np.arange(samples) / RATE + phase)).astype(np.float32)[None]


def noise(samples: int, channels: int = 2, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-0.2, 0.2, (channels, samples)).astype(np.float32)


def playing(*tracks: Track, samples: int | None = None, at: int = 0, **mix) -> Playback:
    playback = Playback(RATE)
    playback.mix = PlaybackMix(tracks, samples if samples is not None else tracks[0].audio.shape[1], **mix)
    playback.start(at)
    return playback


def take(playback: Playback, blocks: int) -> np.ndarray:
    """Return what the next blocks sound like: ``[2, frames]``."""
    return np.concatenate([playback.block(BLOCK).sound for _ in range(blocks)]).T


def largest_step(sound: np.ndarray, before: float = 0.0) -> float:
    return float(np.abs(np.diff(sound, axis=1, prepend=before)).max())


def test_from_the_start_the_samples_are_bit_identical():
    audio = noise(5_000)
    heard = take(playing(Track(audio)), 9)
    assert np.array_equal(heard, audio[:, : 9 * BLOCK])


@pytest.mark.parametrize("circular", [False, True])
def test_a_layer_s_sound_in_tiles_is_heard_bit_identically_across_its_tiles_and_its_end(circular):
    audio = noise(2 * Waveform.SIZE + 300)
    count = audio.shape[1]
    playback = playing(Track(Waveform.of(audio)), loop=(0, count) if circular else None, circular=circular)
    expected = playing(Track(audio), loop=(0, count) if circular else None, circular=circular)
    heard = take(playback, count // BLOCK + 10)
    assert np.array_equal(heard, take(expected, count // BLOCK + 10))
    begun = FADE if circular else 0
    assert np.array_equal(heard[:, begun:count], audio[:, begun:])


def test_mono_sounds_equal_on_both_sides():
    audio = noise(2_000, channels=1)
    heard = take(playing(Track(audio)), 3)
    assert np.array_equal(heard[0], heard[1])
    assert np.array_equal(heard[0], audio[0, : 3 * BLOCK])


def test_several_tracks_sum_to_the_exported_mix():
    tracks = tuple(Track(noise(4_000, seed=seed), 0.5 + seed / 4, 1 - seed / 4, str(seed)) for seed in range(3))
    heard = take(playing(*tracks), 7)
    expected = mix([stem(track, 4_000) for track in tracks], 4_000)
    assert np.abs(heard - expected[:, : 7 * BLOCK]).max() < 1e-7


def test_it_ends_by_itself_and_pads_the_last_block_with_zeros():
    audio = noise(BLOCK + 100)
    playback = playing(Track(audio))
    heard = take(playback, 2)
    assert np.array_equal(heard[:, : BLOCK + 100], audio)
    assert not heard[:, BLOCK + 100 :].any()
    assert not playback.active
    assert playback.position == BLOCK + 100
    assert not take(playback, 1).any()


def test_audio_shorter_and_longer_than_the_sketch_is_padded_and_cut():
    long, short = noise(2_000), noise(700, seed=1)
    heard = take(playing(Track(long, key="long"), Track(short, key="short"), samples=1_000), 2)
    assert np.array_equal(heard[:, 700:1_000], long[:, 700:1_000])
    assert not heard[:, 1_000:].any()


@pytest.mark.parametrize("samples", [0, 1, 100])
def test_a_sketch_shorter_than_a_block_plays(samples):
    playback = playing(Track(noise(1_000)), samples=samples)
    heard = take(playback, 1)
    assert not heard[:, samples:].any()
    assert not playback.active


def test_elsewhere_it_fades_in_over_5_ms():
    audio = np.full((1, 5_000), 0.5, np.float32)
    heard = take(playing(Track(audio), at=1_000), 2)
    assert heard[0, 0] == 0
    assert np.allclose(heard[0, :FADE], 0.5 * np.arange(FADE) / FADE, atol=1e-6)
    assert np.all(heard[0, FADE:] == 0.5)


def test_stop_fades_out_over_5_ms_and_ends():
    playback = playing(Track(np.full((1, 5_000), 0.5, np.float32)))
    take(playback, 2)
    playback.stop()
    heard = take(playback, 1)
    assert np.allclose(heard[0, :FADE], 0.5 * (1 - np.arange(FADE) / FADE), atol=1e-6)
    assert not heard[:, FADE:].any()
    assert not playback.active
    assert playback.position == 2 * BLOCK + FADE


def test_a_stop_in_the_fade_of_the_end_still_ends():
    playback = playing(Track(noise(BLOCK + FADE)))
    take(playback, 1)
    playback.stop()
    take(playback, 1)
    assert not playback.active


def test_a_seek_crossfades_from_the_old_to_the_new_place():
    audio = np.concatenate([np.full(5_000, 0.2), np.full(5_000, 0.8)]).astype(np.float32)[None]
    playback = playing(Track(audio))
    take(playback, 2)
    playback.seek(7_000)
    heard = take(playback, 1)[0]
    assert np.allclose(heard[:FADE], 0.2 + 0.6 * np.arange(FADE) / FADE, atol=1e-6)
    assert np.all(heard[FADE:] == audio[0, 9_000])
    assert playback.position == 7_000 + BLOCK


def test_after_a_seek_the_samples_are_those_of_the_new_place():
    audio = noise(20_000)
    playback = playing(Track(audio))
    take(playback, 1)
    playback.seek(12_345)
    heard = take(playback, 2)
    assert np.array_equal(heard[:, FADE:], audio[:, 12_345 + FADE : 12_345 + 2 * BLOCK])


def test_seeks_stops_and_starts_at_random_never_step_further_than_a_fade_allows():
    random = np.random.default_rng(3)
    playback = playing(Track(tone(RATE)), loop=(10_000, 30_000))
    heard = []
    for _ in range(400):
        action = random.integers(8)
        if action == 0:
            playback.seek(int(random.integers(RATE)))
        elif action == 1:
            playback.stop()
        elif not playback.active:
            playback.start(int(random.integers(1, RATE)))
        heard.append(playback.block(BLOCK).sound.T)
    # A crossfade adds what each of its two sides changes by.
    assert largest_step(np.concatenate(heard, axis=1)) < STEEPEST + 2 * FADE_STEP


def test_the_loop_returns_to_the_same_samples_at_the_same_distance():
    start, stop = 3_000, 11_000
    audio = noise(20_000)
    playback = playing(Track(audio), loop=(start, stop))
    heard = take(playback, 75)
    length = stop - start
    for turn in range(3):
        begin = stop + turn * length
        assert np.array_equal(heard[:, begin : begin + length - FADE], audio[:, start : stop - FADE]), turn


def test_the_loop_crossfades_into_the_run_up_to_its_start():
    start, stop = 3_000, 11_000
    audio = noise(20_000)
    heard = take(playing(Track(audio), loop=(start, stop)), 24)
    fade = np.arange(FADE) / FADE
    expected = audio[:, stop - FADE : stop] * (1 - fade) + audio[:, start - FADE : start] * fade
    assert np.abs(heard[:, stop - FADE : stop] - expected).max() < 1e-6


def test_a_loop_from_the_very_start_fades_out_to_silence_and_keeps_the_downbeat():
    audio = tone(10_000, phase=np.pi / 2)
    heard = take(playing(Track(audio), loop=(0, 10_000)), 40)
    assert np.array_equal(heard[0, 10_000:10_500], audio[0, :500])
    assert abs(heard[0, 9_999]) < 0.01


def test_a_tone_of_whole_periods_goes_round_without_a_change_of_level():
    period = round(RATE / HERTZ)
    playback = playing(Track(tone(RATE)), loop=(50 * period, 150 * period))
    heard = take(playback, 200)
    assert largest_step(heard) < STEEPEST * 1.001
    times = np.arange(heard.shape[1]) / RATE
    assert np.abs(heard[0] - LEVEL * np.sin(2 * np.pi * HERTZ * times)).max() < 1e-4


def test_a_loop_that_does_not_fit_the_tone_has_no_click():
    heard = take(playing(Track(tone(RATE)), loop=(5_000, 17_777)), 200)
    assert largest_step(heard) < STEEPEST + 2 * FADE_STEP


@settings(max_examples=60)
@given(start=st.integers(0, 9_000), length=st.integers(64, 2_000), at=st.integers(0, 9_999))
def test_a_loop_of_any_length_from_64_samples_on_is_periodic(start, length, at):
    audio = noise(10_000)
    stop = min(start + length, 10_000)
    playback = playing(Track(audio), loop=(start, stop), at=at)
    while playback.position < start or playback.position >= stop:
        take(playback, 1)
    take(playback, 2)
    heard = take(playback, 10)
    turn = stop - start
    assert np.array_equal(heard[:, turn:], heard[:, :-turn])
    assert playback.active


def test_a_region_under_64_samples_is_no_loop():
    audio = noise(2_000)
    heard = take(playing(Track(audio), loop=(500, 563)), 3)
    assert np.array_equal(heard, audio[:, : 3 * BLOCK])


def test_before_the_loop_it_plays_on_until_it_enters():
    audio = noise(20_000)
    playback = playing(Track(audio))
    take(playback, 1)
    playback.mix = PlaybackMix(playback.mix.tracks, 20_000, loop=(8_000, 12_000))
    heard = take(playback, 40)
    assert np.array_equal(heard[:, : 12_000 - BLOCK - FADE], audio[:, BLOCK : 12_000 - FADE])
    assert np.array_equal(heard[:, 12_000 - BLOCK : 15_000 - BLOCK], audio[:, 8_000:11_000])


def test_behind_the_loop_it_jumps_to_the_start_with_a_fade():
    playback = playing(Track(tone(40_000)))
    before = take(playback, 40)
    playback.mix = PlaybackMix(playback.mix.tracks, 40_000, loop=(1_000, 9_000))
    heard = take(playback, 2)
    assert largest_step(np.concatenate([before, heard], axis=1)) < STEEPEST + 2 * FADE_STEP
    assert playback.position == 1_000 - FADE + 2 * BLOCK


def test_no_loop_any_more_plays_to_the_end():
    audio = noise(8_000)
    playback = playing(Track(audio), loop=(0, 4_000))
    take(playback, 20)
    playback.mix = PlaybackMix(playback.mix.tracks, 8_000)
    while playback.active:
        take(playback, 1)
    assert playback.position == 8_000


def test_a_circular_sketch_is_heard_as_the_array_wound_round_bit_by_bit():
    audio = noise(3_000)
    heard = take(playing(Track(audio), loop=(0, 3_000), circular=True), 30)[:, FADE:]
    assert np.array_equal(heard, np.tile(audio, 6)[:, FADE : FADE + heard.shape[1]])


@settings(max_examples=60)
@given(length=st.integers(64, 3_000), at=st.integers(0, 3_000), channels=st.integers(1, 2))
def test_a_circular_sketch_of_any_length_is_wound_round_from_any_place(length, at, channels):
    audio, at = noise(length, channels), min(at, length)
    playback = playing(Track(audio, 0.5, 0.5), loop=(0, length), at=at, circular=True)
    heard = take(playback, 8)[:, FADE:]
    expected = 0.5 * audio[:, (at + FADE + np.arange(heard.shape[1])) % length]
    assert np.array_equal(heard, np.broadcast_to(expected, heard.shape))
    assert playback.position == (at + 8 * BLOCK) % length


@pytest.mark.parametrize("circular", [True, False])
def test_only_a_circular_sketch_keeps_its_level_round_the_end(circular):
    period = round(RATE / HERTZ)
    heard = take(playing(Track(tone(100 * period)), loop=(0, 100 * period), circular=circular), 60)[0, 1_000:]
    levels = np.sqrt(np.square(heard[: len(heard) // period * period].reshape(-1, period)).mean(axis=1))
    dip = 20 * np.log10(levels.min() / np.median(levels))
    bend = np.abs(np.diff(heard, 2)).max() / (STEEPEST * 2 * np.pi * HERTZ / RATE)
    assert (dip > -0.001) == circular
    assert (bend < 1.001) == circular
    assert np.abs(np.diff(heard)).max() < STEEPEST + FADE_STEP


def test_a_loop_inside_a_circular_sketch_crossfades_and_the_same_without_a_loop_ends():
    audio = noise(20_000)
    loops = [take(playing(Track(audio), loop=(3_000, 11_000), circular=circular), 60) for circular in (False, True)]
    assert np.array_equal(*loops)
    playback = playing(Track(audio), circular=True)
    assert np.array_equal(take(playback, 40)[:, :20_000], audio)
    assert playback.position == 20_000
    assert not playback.active


def test_a_layer_shorter_than_a_circular_sketch_is_silent_up_to_its_end_and_a_longer_one_is_cut():
    long, short = noise(2_000), noise(700, seed=1)
    tracks = Track(long, key="long"), Track(short, key="short")
    heard = take(playing(*tracks, samples=1_000, loop=(0, 1_000), circular=True), 8)[:, FADE:]
    expected = np.tile(mix([stem(track, 1_000) for track in tracks], 1_000), 5)
    assert np.array_equal(heard, expected[:, FADE : FADE + heard.shape[1]])


def test_in_a_circular_sketch_it_fades_in_at_the_beginning_and_out_across_the_end():
    playback = playing(Track(np.full((1, 5_000), 0.5, np.float32)), loop=(0, 5_000), circular=True)
    assert np.allclose(take(playback, 1)[0, :FADE], 0.5 * np.arange(FADE) / FADE, atol=1e-6)
    playback.seek(4_900)
    take(playback, 9)
    playback.seek(4_900)
    playback.stop()
    playback.block(50)
    assert playback.active
    heard = take(playback, 1)[0]
    assert np.abs(np.diff(heard)).max() < 1.01 * FADE_STEP
    assert not playback.active
    assert 100 <= playback.position <= 4_900 + FADE - 5_000


def test_whatever_becomes_of_a_circular_sketch_while_it_plays_never_steps_further_than_fades_allow():
    random = np.random.default_rng(4)
    period = round(RATE / HERTZ)
    sounds = {length: tone(length * period) for length in (5, 20, 21, 50)}
    playback = playing(Track(sounds[20]), loop=(0, 20 * period), circular=True)
    heard = []
    for _ in range(600):
        action = random.integers(12)
        length = int(random.choice(list(sounds)))
        mix = playback.mix
        if action == 0:
            loop = random.choice([(0, length * period), (0, 10**6), (period, 6 * period), (5 * period, 500 * period)])
            tracks = (Track(sounds[length]),) if random.integers(2) else mix.tracks
            circular = bool(random.integers(3))
            playback.mix = PlaybackMix(tracks, length * period, tuple(map(int, loop)), 1.0, circular)
        elif action == 1:
            playback.seek(int(random.integers(50 * period)))
        elif action == 2:
            playback.stop()
        elif not playback.active:
            playback.start(int(random.integers(1, 50 * period)))
        block = playback.block(BLOCK)
        assert all(mark.position < (playback.mix.period or 10**6) for mark in block.marks)
        heard.append(block.sound.T)
    # A crossfade of the place and one of the layer may meet.
    assert largest_step(np.concatenate(heard, axis=1)) < STEEPEST + 2 * FADE_STEP + 2 * LEVEL / BLOCK


def test_marks_of_a_circular_sketch_begin_anew_with_every_turn():
    playback = playing(Track(noise(900)), loop=(0, 900), circular=True)
    places = []
    for _ in range(12):
        block = playback.block(BLOCK)
        edges = [*(mark.offset for mark in block.marks), BLOCK]
        for mark, stop_at in zip(block.marks, edges[1:], strict=True):
            places.extend(mark.position + np.arange(stop_at - mark.offset))
    assert places == list(np.arange(12 * BLOCK) % 900)


@pytest.mark.parametrize("after", [Track(np.full((1, 9_000), 0.5, np.float32), 0.0, 2.0, "a")])
def test_gain_and_pan_ramp_over_one_block(after):
    audio = after.audio
    playback = playing(Track(audio, key="a"))
    take(playback, 1)
    playback.mix = PlaybackMix((after,), 9_000)
    heard = take(playback, 2)
    way = np.arange(1, BLOCK + 1) / BLOCK
    assert np.allclose(heard[0, :BLOCK], 0.5 * (1 - way), atol=1e-6)
    assert np.allclose(heard[1, :BLOCK], 0.5 + 0.5 * way, atol=1e-6)
    assert not heard[0, BLOCK:].any()
    assert np.all(heard[1, BLOCK:] == 1.0)


def test_the_master_gain_ramps_over_one_block():
    playback = playing(Track(np.full((1, 9_000), 0.5, np.float32)))
    take(playback, 1)
    playback.mix = PlaybackMix(playback.mix.tracks, 9_000, master=0.5)
    heard = take(playback, 2)
    assert np.abs(np.diff(heard[0, :BLOCK])).max() < 1.01 * 0.25 / BLOCK
    assert np.all(heard[:, BLOCK:] == 0.25)


def test_new_sound_of_a_layer_is_crossfaded_over_one_block():
    old, new = np.full((1, 9_000), 0.2, np.float32), np.full((2, 9_000), 0.6, np.float32)
    playback = playing(Track(old, key="a"))
    take(playback, 1)
    playback.mix = PlaybackMix((Track(new, key="a"),), 9_000)
    heard = take(playback, 2)
    way = np.arange(1, BLOCK + 1) / BLOCK
    assert np.allclose(heard[:, :BLOCK], 0.2 + 0.4 * way, atol=1e-6)
    assert np.all(heard[:, BLOCK:] == np.float32(0.6))


def test_a_refinement_that_replaces_a_draft_makes_no_step_in_level_and_no_click():
    ink = ink_of("chords", SpectrogramParams())[:, :80]
    draft = reconstruct(ink, SpectrogramParams(), quality="draft")[None]
    good = reconstruct(ink, SpectrogramParams(), quality="good", previous=draft[0])[None]
    for start in range(3_000, 27_000, 2_222):
        playback = playing(Track(draft, key="a"), at=start)
        before = [playback.block().sound.T for _ in range(4)]
        playback.mix = PlaybackMix((Track(good, key="a"),), good.shape[1])
        heard = np.concatenate([*before, *(playback.block().sound.T for _ in range(4))], axis=1)[0, FADE:]
        here = slice(start + FADE, start + FADE + len(heard))
        both = draft[0, here], good[0, here]
        levels = [20 * np.log10(np.std(sound)) for sound in both]
        steps = [np.abs(np.diff(sound)).max() for sound in both]
        assert min(levels) - 1.5 < 20 * np.log10(np.std(heard)) < max(levels) + 0.5
        assert np.abs(np.diff(heard)).max() < 1.02 * max(steps)


def test_a_layer_that_comes_or_goes_is_faded_over_one_block():
    one, other = (Track(np.full((1, 9_000), 0.25, np.float32), key=key) for key in "ab")
    playback = playing(one)
    take(playback, 1)
    playback.mix = PlaybackMix((one, other), 9_000)
    coming = take(playback, 2)
    playback.mix = PlaybackMix((one,), 9_000)
    going = take(playback, 2)
    way = np.arange(1, BLOCK + 1) / BLOCK
    assert np.allclose(coming[0], np.concatenate([0.25 + 0.25 * way, np.full(BLOCK, 0.5)]), atol=1e-6)
    assert np.allclose(going[0], np.concatenate([0.5 - 0.25 * way, np.full(BLOCK, 0.25)]), atol=1e-6)


def test_a_take_that_replaces_another_one_while_it_plays_goes_on_at_the_same_place_without_a_gap():
    first, second = (Track(tone(9_000), key=key) for key in "ab")
    playback = playing(first)
    before = take(playback, 4)
    playback.mix = PlaybackMix((second,), 9_000)
    heard = np.concatenate([before, take(playback, 4)], axis=1)
    assert np.allclose(heard[0], tone(9_000)[0, : heard.shape[1]], atol=1e-6)


def test_a_sketch_cut_shorter_than_the_playhead_fades_out_and_ends():
    playback = playing(Track(tone(40_000)))
    before = take(playback, 40)
    playback.mix = PlaybackMix((Track(tone(8_000), key=""),), 8_000)
    heard = np.concatenate([before, take(playback, 2)], axis=1)
    assert largest_step(heard) < STEEPEST + 2 * FADE_STEP
    assert not playback.active


def test_marks_name_the_place_in_the_sketch_that_every_frame_is():
    start, stop = 3_000, 4_000
    playback = playing(Track(noise(9_000)), loop=(start, stop))
    places = []
    for _ in range(12):
        block = playback.block(BLOCK)
        edges = [*(mark.offset for mark in block.marks), BLOCK]
        assert edges[0] == 0
        for mark, stop_at in zip(block.marks, edges[1:], strict=True):
            places.extend(mark.position + np.arange(stop_at - mark.offset))
    expected = [*range(stop), *(start + np.arange(12 * BLOCK) % (stop - start))]
    assert places == expected[: 12 * BLOCK]


def test_levels_are_those_of_the_mix_and_nothing_is_clipped_here():
    audio = np.stack([np.full(2_000, 1.5), np.full(2_000, -0.25)]).astype(np.float32)
    block = playing(Track(audio)).block(BLOCK)
    assert block.peaks == (1.5, 0.25)
    assert block.powers == (2.25, 0.0625)
    assert block.over
    assert np.all(block.sound[:, 0] == 1.5)
    assert np.all(block.sound[:, 1] == -0.25)


def test_full_scale_is_not_over():
    block = playing(Track(np.ones((1, 2_000), np.float32))).block(BLOCK)
    assert not block.over
    assert np.all(block.sound == 1.0)


def test_blocks_are_float32_pairs():
    sound = playing(Track(noise(2_000))).block(BLOCK).sound
    assert sound.shape == (BLOCK, 2)
    assert sound.dtype == np.float32
