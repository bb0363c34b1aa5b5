"""Measures of parts beside renders, and of what is estimated from pictures of scores."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.training.evaluation.estimate_evaluation import EstimateCount, counted, table_of_estimates
from riffdesk.training.evaluation.part_evaluation import (
    PartDistance,
    decibels,
    fitted_mix,
    mel_distance,
    score_in_parts,
    table_of_parts,
)

RATE = SpectrogramParams().sample_rate
TIMES = np.arange(RATE) / RATE


def tone(hertz: float) -> np.ndarray:
    return np.asarray(0.2 * np.sin(2 * np.pi * hertz * TIMES), np.float32)


def test_scores_have_four_parts_and_differ() -> None:
    scores = [score_in_parts(number) for number in range(8)]
    assert all([part.role for part in score.parts] == ["melody", "chords", "bass", "drums"] for score in scores)
    assert len({score.tempo for score in scores}) > 4
    assert all(score.seconds(score.beats) > 6 for score in scores)
    assert score_in_parts(0) == scores[0]


def test_a_distance_is_0_of_a_louder_copy_and_grows_with_what_is_missing() -> None:
    whole = tone(200) + tone(900) + tone(3_000)
    assert mel_distance(decibels(whole), decibels(0.3 * whole)) < 0.01
    near = mel_distance(decibels(whole), decibels(whole - tone(3_000)))
    far = mel_distance(decibels(whole), decibels(tone(200)))
    assert 0.1 < near < far


def test_gains_are_fitted_to_a_mix() -> None:
    noise = np.random.default_rng(0).standard_normal((2, RATE)).astype(np.float32)
    early, late = 0.1 * noise[0] * (TIMES < 0.5), 0.1 * noise[1] * (TIMES >= 0.5)
    stems = np.stack([early, late]).astype(np.float32)
    mix = 0.5 * early + 0.1 * late
    fitted = fitted_mix(stems, mix)
    assert np.std(fitted[: RATE // 2]) == pytest.approx(np.std(mix[: RATE // 2]), rel=0.05)
    assert np.std(fitted[RATE // 2 :]) == pytest.approx(np.std(mix[RATE // 2 :]), rel=0.05)


def test_tables_tell_ratios_and_shares() -> None:
    table = table_of_parts([PartDistance(0, 4.0, 3.0, 2.0, 2.0, 2.0), PartDistance(1, 8.0, 3.0, 2.0, 2.0, 2.0)])
    assert "| sum of the program's stems | 2 | 6.00 | 3.00 (2.00 to 4.00) |" in table
    counts = [EstimateCount(True, True, True, True, 4, 4, 4)] * 9 + [EstimateCount(False, True, False, False, 2, 0, 4)]
    table = table_of_estimates(counts)
    assert "| tempo within 2% | 9 | 10 | 90% (60% to 98%) |" in table
    assert "| chord of a bar, tempo and bar line given | 38 | 40 | 95%" in table


def test_most_of_a_score_is_read_from_its_picture() -> None:
    counts = [counted(score_in_parts(number, 15.0)) for number in (3, 7)]
    assert all(count.tempo and count.bar_line and count.key for count in counts)
    assert sum(count.chords for count in counts) >= 0.8 * sum(count.bars for count in counts)
