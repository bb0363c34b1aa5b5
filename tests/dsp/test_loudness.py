"""Loudness against the figures of the standard: EBU Tech 3341 and ITU-R BS.1770-4."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.signal import sosfreqz

from riffdesk.dsp.loudness import _k_weighting, loudness
from tests.measure import sine


def stereo_sine(level_db: float, seconds: float, rate: int = 48_000, hertz: float = 1_000) -> np.ndarray:
    time = np.arange(round(seconds * rate)) / rate
    tone = 10 ** (level_db / 20) * np.sin(2 * np.pi * hertz * time)
    return np.stack([tone, tone]).astype(np.float32)


def test_k_weighting_at_48_khz_has_the_coefficients_of_the_standard() -> None:
    shelf, high_pass = _k_weighting(48_000)
    assert shelf == pytest.approx(
        [1.53512485958697, -2.69169618940638, 1.19839281085285, 1, -1.69065929318241, 0.73248077421585], abs=1e-7
    )
    assert high_pass == pytest.approx([1, -2, 1, 1, -1.99004745483398, 0.99007225036621], abs=1e-7)


@pytest.mark.parametrize("rate", [22_050, 44_100, 48_000, 96_000])
def test_a_full_scale_sine_on_one_channel_has_3_01_below(rate: int) -> None:
    tone = stereo_sine(0, 3, rate, 997)[:1]
    assert loudness(tone, rate) == pytest.approx(-3.01, abs=0.04)
    _, response = sosfreqz(_k_weighting(rate), [997], fs=rate)
    assert 20 * math.log10(abs(response[0])) == pytest.approx(0.691, abs=0.04)


@pytest.mark.parametrize("level", [-23.0, -33.0])
def test_a_stereo_sine_has_its_own_level(level: float) -> None:
    """Cases 1 and 2 of EBU Tech 3341."""
    assert loudness(stereo_sine(level, 20), 48_000) == pytest.approx(level, abs=0.1)


@pytest.mark.parametrize(
    "parts", [((-36, 10), (-23, 60), (-36, 10)), ((-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10))]
)
def test_what_is_quiet_does_not_count(parts: tuple[tuple[float, float], ...]) -> None:
    """Cases 3 and 4 of EBU Tech 3341."""
    sound = np.concatenate([stereo_sine(*part) for part in parts], axis=1)
    assert loudness(sound, 48_000) == pytest.approx(-23, abs=0.1)


def test_silence_is_endlessly_quiet_and_a_click_is_a_block_of_its_own() -> None:
    assert loudness(np.zeros((2, 48_000), np.float32), 48_000) == -math.inf
    assert loudness(np.zeros((1, 0), np.float32), 48_000) == -math.inf
    assert -10 < loudness(sine(1_000, 0.1)[None], 44_100) < 0
