"""The limiter never lets a sample over the ceiling, and lets alone what does not want to go there."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.dsp.limiter import HOLD_SECONDS, LOOK_AHEAD_SECONDS, RELEASE_SECONDS, Limiter
from riffdesk.dsp.mix import db_of
from tests.measure import sine

RATE = 44_100
DELAY = Limiter(RATE).delay
RELEASE = round(RELEASE_SECONDS * RATE)
ALL_OF_IT = RELEASE + round((HOLD_SECONDS + 2 * LOOK_AHEAD_SECONDS) * RATE)  # from a peak until all is as before


def limited(sound: np.ndarray, cuts: list[int] | None = None, **options) -> np.ndarray:
    """Return what comes out for a sound, aligned with it, cut into pieces at some samples."""
    limiter = Limiter(RATE, **options)
    padded = np.concatenate([sound, np.zeros((2, limiter.delay), np.float32)], axis=1)
    pieces = np.split(padded, sorted(cuts or []), axis=1)
    return np.concatenate([limiter.process(piece) for piece in pieces], axis=1)[:, limiter.delay :]


def both(sound: np.ndarray) -> np.ndarray:
    return np.stack([sound, sound]).astype(np.float32)


def noise(samples: int, level: float = 0.9, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-level, level, (2, samples)).astype(np.float32)


def music(seconds: float, level: float) -> np.ndarray:
    """Return a chord with a beat in it, whose highest peak is a level."""
    samples = round(seconds * RATE)
    chord = sum(sine(hertz, seconds) for hertz in (110.0, 277.18, 329.63, 1_760.0))
    beat = np.exp(-(np.arange(samples) % (RATE // 4)) / (0.05 * RATE))
    sound = chord * (0.2 + 0.8 * beat)
    return both(sound * level / np.abs(sound).max())


def test_it_looks_2_ms_ahead():
    assert pytest.approx(0.002, rel=0.01) == DELAY / RATE


@pytest.mark.parametrize("level", [0.1, 0.5, 1.0])
def test_what_does_not_exceed_the_ceiling_is_bit_identical_and_only_delayed(level):
    sound = noise(20_000, level)
    sound[:, 5_000:9_000] = level
    out = Limiter(RATE).process(sound)
    assert np.array_equal(out[:, DELAY:], sound[:, :-DELAY])
    assert not out[:, :DELAY].any()
    assert out.dtype == np.float32


def test_silence_stays_exactly_zero_also_while_the_gain_recovers():
    sound = np.zeros((2, 30_000), np.float32)
    sound[:, 1_000] = 20.0
    out = limited(sound)
    assert np.abs(out[:, 1_000]).min() == 1.0
    out[:, 1_000] = 0
    assert not out.any()


@settings(max_examples=80)
@given(
    seed=st.integers(0, 2**20),
    loudness=st.floats(0.1, 1e6),
    ceiling=st.sampled_from([1.0, 10 ** (-0.1 / 20), 0.25]),
    cuts=st.lists(st.integers(0, 9_000), max_size=40),
)
def test_no_sample_ever_exceeds_the_ceiling_and_the_cutting_changes_no_bit(seed, loudness, ceiling, cuts):
    random = np.random.default_rng(seed)
    sound = noise(9_000, 0.9 * ceiling, seed)
    for _ in range(random.integers(1, 8)):
        start = int(random.integers(9_000))
        sound[random.integers(2), start : start + int(random.integers(1, 2_000))] *= np.float32(loudness)
    whole = limited(sound, ceiling=ceiling)
    assert np.abs(whole).max() <= np.float32(ceiling)
    assert np.array_equal(limited(sound, cuts, ceiling=ceiling), whole)


@pytest.mark.parametrize("size", [1, 7, 88, 89, 256, 512])
def test_equal_blocks_of_any_size_sound_the_same(size):
    sound = noise(4_000, 2.5)
    assert np.array_equal(limited(sound, list(range(size, 4_000, size))), limited(sound))


@pytest.mark.parametrize("peak", [1e12, 3e38])
def test_a_monstrous_peak_is_held_and_all_is_as_before_after_the_release(peak):
    sound = noise(40_000, 0.5)
    sound[0, 10_000] = peak
    out = limited(sound)
    assert np.abs(out).max() <= 1.0
    assert np.array_equal(out[:, : 10_000 - DELAY], sound[:, : 10_000 - DELAY])
    assert np.array_equal(out[:, 10_000 + ALL_OF_IT :], sound[:, 10_000 + ALL_OF_IT :])


def test_after_a_click_of_20_times_full_scale_the_rest_is_soon_audible_again():
    sound = music(2, 0.5)
    sound[:, 20_000:20_080] = 20.0
    out = limited(sound)
    gain = np.abs(out[0, 21_000:]).astype(np.float64) / np.maximum(np.abs(sound[0, 21_000:]), 1e-6)
    loud = np.abs(sound[0, 21_000:]) > 0.01
    seconds = (21_000 - 20_080 + np.arange(len(gain)))[loud] / RATE
    levels = 20 * np.log10(gain[loud])
    assert levels[seconds > 0.06].min() > -14
    assert levels[seconds > 0.12].min() > -6.1
    assert levels[seconds > RELEASE_SECONDS + HOLD_SECONDS + 2 * LOOK_AHEAD_SECONDS].min() > -1e-6


def test_both_sides_are_turned_down_alike():
    sound = noise(9_000, 0.5)
    sound[0, 4_000:4_100] *= 8
    out = limited(sound)
    gains = out.astype(np.float64) / sound
    assert np.abs(gains[0] / gains[1] - 1).max() < 1e-6
    assert gains.min() < 0.3


@pytest.mark.parametrize("hertz", [50.0, 110.0, 441.0, 3_000.0])
def test_a_steady_tone_that_is_too_loud_keeps_its_shape(hertz):
    out = limited(both(2 * sine(hertz, 2.0)))[0, RATE // 2 : RATE + RATE // 2]
    spectrum = np.abs(np.fft.rfft(out * np.hanning(len(out)))) ** 2
    tone = round(hertz)
    own = spectrum[tone - 4 : tone + 5].sum()
    assert 10 * np.log10((spectrum.sum() - own) / own) < -80
    assert np.abs(out).max() == pytest.approx(1, abs=1e-3)


def test_the_gain_falls_and_rises_without_steps():
    sound = np.full((2, 40_000), 0.2, np.float32)
    sound[:, 10_000] = 4.0
    gain = limited(sound)[0].astype(np.float64) / sound[0]
    steps = np.diff(gain)
    falling, rising = -steps.min() * RATE, steps.max() * RATE
    assert falling <= 0.75 / LOOK_AHEAD_SECONDS * 1.01  # all the way down takes all of the look-ahead
    assert rising <= 1 / RELEASE_SECONDS * 1.01
    lowest = int(np.flatnonzero(gain < 0.2501)[0])
    assert 10_000 - lowest <= 1
    back = int(np.flatnonzero(gain[lowest:] > 0.4999)[0]) + lowest  # 6 dB up
    assert (back - 10_000) / RATE == pytest.approx(HOLD_SECONDS + RELEASE_SECONDS / 4, abs=2 * LOOK_AHEAD_SECONDS)


def test_it_never_pumps_below_the_ceiling():
    """Where the sound stays under the ceiling for longer than the release, it is what it was."""
    sound = music(3, 1.4)
    out = limited(sound)
    over = np.flatnonzero(np.abs(sound[0]) > 1)
    touched = np.zeros(sound.shape[1], bool)
    for at in over:
        touched[max(0, at - DELAY) : at + ALL_OF_IT] = True
    assert 0.1 < touched.mean() < 1
    assert np.array_equal(out[:, ~touched], sound[:, ~touched])
    assert db_of(float(np.abs(sound - out).max())) < db_of(0.401)


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_silence_and_harms_nothing_else(wrong):
    sound = noise(9_000)
    expected = sound.copy()
    sound[1, 3_000:3_010] = wrong
    expected[1, 3_000:3_010] = 0
    assert np.array_equal(limited(sound), expected)
    sound[0, 5_000] = expected[0, 5_000] = 7.0
    assert np.array_equal(limited(sound, [3_005, 4_000]), limited(expected))


def test_what_it_is_given_is_left_alone_and_nothing_gives_nothing():
    sound = noise(2_000, 3.0)
    before = sound.copy()
    limiter = Limiter(RATE)
    limiter.process(sound)
    assert np.array_equal(sound, before)
    assert limiter.process(sound[:, :0]).shape == (2, 0)


@pytest.mark.parametrize("rate", [8_000, 22_050, 48_000, 192_000])
def test_other_rates(rate):
    limiter = Limiter(rate)
    assert limiter.delay / rate == pytest.approx(LOOK_AHEAD_SECONDS, rel=0.02)
    assert np.abs(limiter.process(noise(rate, 5.0))).max() <= 1.0
