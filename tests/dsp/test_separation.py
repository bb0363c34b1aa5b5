"""The percussive, the bass and the harmonic share of a sound."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from riffdesk.arrays import Array
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.separation import _medians, share_masks, split_sound
from riffdesk.errors import Cancelled

PARAMS = SpectrogramParams()
RATE = PARAMS.sample_rate
TIMES = np.arange(3 * RATE) / RATE


def clicks() -> Array:
    """Return short bursts of noise, four a second."""
    noise = np.random.default_rng(1).standard_normal(len(TIMES))
    return np.asarray(0.3 * noise * np.exp(-80 * (TIMES % 0.25)), np.float32)


def tone(*hertz: float) -> Array:
    return np.asarray(sum(0.15 * np.sin(2 * np.pi * one * TIMES) for one in hertz), np.float32)


def shares_of(sound: Array, **options: object) -> Array:
    """Return the shares of a mono sound: ``[3, samples]``."""
    masks = share_masks(analyse(sound, PARAMS), PARAMS)
    return split_sound(sound[None], masks, PARAMS, **options)[:, 0]  # type: ignore[arg-type]


def level(sound: Array) -> float:
    return float(10 * np.log10((np.asarray(sound, np.float64) ** 2).mean()))


@pytest.mark.parametrize("length", [1, 3, 9])
def test_medians_are_those_of_the_stretches_of_each_row(length: int) -> None:
    rows = np.random.default_rng(1).random((7, 30), np.float32)
    stretches = np.lib.stride_tricks.sliding_window_view(rows, length, axis=1)
    np.testing.assert_array_equal(_medians(rows, length), np.median(stretches, axis=2))


def test_what_is_struck_held_and_low_goes_to_three_sounds() -> None:
    struck, low, held = clicks(), tone(70.0), tone(440.0, 880.0)
    shares = shares_of(struck + low + held)
    inside = slice(RATE // 4, -RATE // 4)
    for share, expected in zip(shares, (struck, low, held), strict=True):
        missing = level((share - expected)[inside]) - level(expected[inside])
        assert missing < -10


@pytest.mark.parametrize("bits", [16, 24])
def test_the_three_sounds_of_a_recording_sum_to_its_very_samples_in_any_order(bits: int) -> None:
    sound = np.round((clicks() + tone(70.0, 440.0)) * 2 ** (bits - 1)) / 2 ** (bits - 1)
    struck, low, held = shares_of(np.asarray(sound, np.float32))
    for total in ((struck + low) + held, (held + low) + struck, (held + struck) + low):
        assert np.array_equal(total, np.asarray(sound, np.float32))


def test_the_three_sounds_of_float_samples_sum_to_them_within_the_last_bit_of_24() -> None:
    sound = clicks() + tone(70.0, 440.0)
    assert np.abs(shares_of(sound).sum(axis=0) - sound).max() <= 2.0**-23


def test_each_side_of_a_stereo_sound_keeps_what_is_its_own() -> None:
    left, right = clicks(), tone(440.0)
    masks = share_masks(analyse((left + right) / 2, PARAMS), PARAMS)
    shares = split_sound(np.stack((left, right)), masks, PARAMS)
    assert shares.shape == (3, 2, len(TIMES))
    assert level(shares[0, 0]) > level(shares[0, 1]) + 10
    assert level(shares[2, 1]) > level(shares[2, 0]) + 10


def test_masks_share_out_each_cell() -> None:
    masks = share_masks(analyse(clicks() + tone(70.0, 440.0), PARAMS), PARAMS)
    assert masks.min() >= 0
    assert masks.sum(axis=0) == pytest.approx(1, abs=1e-5)


def test_a_loop_is_split_alike_wherever_it_begins() -> None:
    samples = 300 * PARAMS.hop
    # Whole periods, and clicks that a third of a loop later are in another place.
    times = np.arange(samples) / samples
    sound = np.asarray(0.2 * np.sin(2 * np.pi * 1_320 * times) + 0.5 * (times * 5 % 1 < 0.002), np.float32)
    moved = np.roll(sound, samples // 3)

    def split(one: Array) -> Array:
        wrapped = np.concatenate([one, one, one])
        ink = analyse(wrapped, PARAMS)[:, 300:600]
        masks = share_masks(ink, PARAMS, circular=True)
        return split_sound(one[None], masks, PARAMS, circular=True)[:, 0]

    assert np.abs(np.roll(split(sound), samples // 3, axis=-1) - split(moved)).max() < 1e-3


def test_silence_and_a_sound_of_a_few_samples_are_split_as_well() -> None:
    for sound in (np.zeros(RATE, np.float32), np.full(10, 0.5, np.float32)):
        assert np.array_equal(shares_of(sound).sum(axis=0), sound)


def test_a_split_that_is_cancelled_stops() -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        share_masks(np.ones((512, 100), np.float32), PARAMS, cancel=cancel)
