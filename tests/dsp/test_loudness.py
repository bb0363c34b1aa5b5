"""Loudness is the standard's: coefficients, test signals of EBU Tech 3341, gates, and blocks that do not matter."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from riffdesk.dsp.loudness import Loudness, k_weighting, loudness

Array = NDArray[np.float64]


def tone(db: float, seconds: float, rate: int = 48_000, hertz: float = 1_000.0) -> Array:
    """Return a sine in both channels with a peak of so many dBFS."""
    wave = 10 ** (db / 20) * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)
    return np.stack([wave, wave])


def test_the_filters_are_those_of_the_standard_at_48_khz() -> None:
    shelf, high_pass = k_weighting(48_000)
    first = [1.53512485958697, -2.69169618940638, 1.19839281085285, 1, -1.69065929318241, 0.73248077421585]
    np.testing.assert_allclose(shelf, first, atol=1e-7)
    np.testing.assert_allclose(high_pass, [1, -2, 1, 1, -1.99004745483398, 0.99007225036621], atol=1e-7)


@pytest.mark.parametrize("rate", [44_100, 48_000, 96_000])
def test_a_sine_of_997_hz_and_full_scale_in_one_channel_has_minus_3_01_lufs(rate: int) -> None:
    both = tone(0, 5, rate, 997.0)
    assert loudness(both[:1], rate) == pytest.approx(-3.01, abs=0.02)
    assert loudness(both, rate) == pytest.approx(0.0, abs=0.02)


@pytest.mark.parametrize(
    ("parts", "lufs", "rate"),
    [
        ([(-23, 20)], -23, 48_000),
        ([(-33, 20)], -33, 48_000),
        ([(-36, 10), (-23, 60), (-36, 10)], -23, 48_000),
        ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23, 48_000),
        ([(-26, 20), (-20, 20.1), (-26, 20)], -23, 48_000),
        ([(-26, 20), (-20, 20.1), (-26, 20)], -23, 44_100),
    ],
    ids=["1", "2", "3", "4", "5", "5 at 44.1 kHz"],
)
def test_the_signals_of_ebu_tech_3341_are_within_a_tenth(
    parts: list[tuple[float, float]], lufs: float, rate: int
) -> None:
    assert loudness(np.concatenate([tone(*part, rate) for part in parts], axis=1), rate) == pytest.approx(lufs, abs=0.1)


def test_silence_and_what_is_below_the_gate_have_none() -> None:
    assert loudness(np.zeros((2, 96_000)), 48_000) == -np.inf
    assert loudness(tone(-75, 2), 48_000) == -np.inf
    assert loudness(np.zeros((2, 0)), 48_000) == -np.inf
    assert Loudness(48_000, 2).integrated == -np.inf


def test_silence_around_a_sound_does_not_count() -> None:
    around = np.pad(tone(-20, 20), ((0, 0), (480_000, 480_000)))
    assert loudness(around, 48_000) == pytest.approx(-20, abs=0.1)


def test_a_sound_shorter_than_a_block_is_measured_as_a_whole() -> None:
    assert loudness(tone(-20, 0.35), 48_000) == pytest.approx(-20, abs=0.2)


def test_blocks_of_any_length_give_the_same() -> None:
    sound = np.random.default_rng(1).uniform(-0.5, 0.5, (2, 200_000)).astype(np.float32)
    meter = Loudness(44_100, 2)
    start = 0
    for count in (1, 4_409, 4_411, 0, 65_536, 13, 200_000):
        meter.add(sound[:, start : start + count])
        start += count
    assert meter.integrated == pytest.approx(loudness(sound, 44_100), abs=1e-9)
