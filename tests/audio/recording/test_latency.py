"""Clicks are found in a recording of them, and what is no click is not."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.audio.recording.latency import COUNT, clicks, measured

RATE = 44_100


def later(sound: np.ndarray, seconds: float, *, level: float = 1.0, noise: float = 0.0) -> np.ndarray:
    """Return a sound as it arrives later, quieter and with noise."""
    samples = round(abs(seconds) * RATE)
    out = np.pad(sound, ((0, 0), (samples, RATE)))[:, : sound.shape[1] + RATE // 2]
    out = out if seconds >= 0 else np.pad(sound[:, samples:], ((0, 0), (0, RATE // 2)))
    return (level * out + np.random.default_rng(1).normal(0, noise, out.shape)).astype(np.float32)


@pytest.mark.parametrize("seconds", [-0.03, 0.0, 0.0123, 0.2, 0.4])
@pytest.mark.parametrize("noise", [0.0, 0.003])
def test_the_latency_of_clicks_is_found_to_a_tenth_of_a_millisecond(seconds: float, noise: float) -> None:
    found = measured(later(clicks(RATE), seconds, level=0.1, noise=noise), RATE)
    assert found is not None
    assert found.ms == pytest.approx(1_000 * seconds, abs=0.1)
    assert (found.found, found.agreeing, found.is_certain) == (COUNT, COUNT, True)
    assert found.spread_ms < 0.1


def test_silence_and_noise_are_no_clicks() -> None:
    silence = np.zeros((1, 6 * RATE), np.float32)
    assert measured(silence, RATE) is None
    noise = np.random.default_rng(0).normal(0, 0.1, silence.shape).astype(np.float32)
    found = measured(noise, RATE)
    assert found is None or not found.is_certain


def test_clicks_at_changing_distances_are_not_certain() -> None:
    sound = np.zeros((1, 7 * RATE), np.float32)
    played = clicks(RATE)
    step = round(0.6 * RATE)
    for number in range(COUNT):
        start = round((0.3 + 0.6 * number) * RATE)
        delay = round((0.01 + 0.02 * number) * RATE)
        sound[:, start + delay : start + delay + 441] += played[:, start : start + 441]
    found = measured(sound, RATE)
    assert found is not None
    assert found.found > COUNT // 2
    assert not found.is_certain
    assert step > 0
