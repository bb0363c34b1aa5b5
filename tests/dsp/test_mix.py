from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.mix import Track, db_of, gain_of, mix, pan_gains, stem, true_peak
from tests.measure import sine


def test_gains_and_decibels() -> None:
    assert gain_of(0) == 1.0
    assert gain_of(-6.0206) == pytest.approx(0.5, rel=1e-5)
    assert gain_of(-60) == 0.0
    assert db_of(0.5) == pytest.approx(-6.02, abs=0.01)
    assert db_of(0) == -np.inf


def test_the_middle_leaves_both_sides_untouched_and_the_ends_silence_one() -> None:
    assert pan_gains(0) == (1.0, 1.0)
    assert pan_gains(-1) == (1.0, 0.0)
    assert pan_gains(1) == (0.0, 1.0)
    assert pan_gains(0.5)[0] == pytest.approx(np.cos(np.pi / 4))


def test_a_stem_is_bit_identical_at_unity_and_padded_to_length() -> None:
    sound = np.random.default_rng(1).standard_normal((2, 500)).astype(np.float32)
    out = stem(Track(sound), 700)
    np.testing.assert_array_equal(out[:, :500], sound)
    assert not out[:, 500:].any()
    np.testing.assert_array_equal(stem(Track(sound[:1]), 300), np.stack([sound[0, :300]] * 2))


def test_the_mix_is_the_sum_of_its_stems() -> None:
    rng = np.random.default_rng(2)
    stems = [rng.standard_normal((2, 400)).astype(np.float32) for _ in range(5)]
    np.testing.assert_allclose(mix(stems, 400), np.sum(stems, axis=0), atol=1e-6)


def test_true_peak_finds_what_lies_between_the_samples() -> None:
    quarter = np.sin(np.pi / 2 * np.arange(2_000) + np.pi / 4).astype(np.float32)[None]
    assert np.abs(quarter).max() == pytest.approx(0.7071, abs=1e-3)
    assert true_peak(quarter) == pytest.approx(1.0, abs=0.02)
    assert true_peak(np.zeros((2, 0), np.float32)) == 0
    assert true_peak(sine(100, 0.1)[None]) == pytest.approx(1.0, abs=0.01)
