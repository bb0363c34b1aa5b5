"""Taps become the tempo that was meant, whatever a hand does."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.sketch.music.tap_tempo import TapTempo


def tapped(times: list[float]) -> list[float | None]:
    taps = TapTempo()
    return [taps.tap(100 + now) for now in times]


@pytest.mark.parametrize("tempo", [31, 60, 92.5, 174, 400])
def test_from_the_second_tap_on_it_is_the_tempo_of_the_taps(tempo):
    assert tapped([60 / tempo * beat for beat in range(8)]) == [None, *[tempo] * 7]


def test_what_a_hand_does_to_each_tap_averages_out():
    random = np.random.default_rng(0)
    errors = []
    for _ in range(50):
        times = np.cumsum(np.full(12, 0.5)) + random.normal(0, 0.015, 12)
        errors.append(tapped(list(times))[-1] - 120)
    assert np.abs(errors).mean() < 1.5


@pytest.mark.parametrize("wrong", [[0, 0.5, 1, 2, 2.5, 3], [0, 0.5, 0.55, 1, 1.5, 2, 2.5]], ids=["missed", "doubled"])
def test_a_tap_that_was_missed_or_doubled_does_not_count(wrong):
    assert tapped(wrong)[-1] == pytest.approx(120, abs=1)


def test_two_seconds_without_a_tap_begin_anew():
    taps = TapTempo()
    assert [taps.tap(now) for now in (0, 0.5, 1.0)] == [None, 120, 120]
    assert taps.number == 1
    assert [taps.tap(now) for now in (3.01, 3.41)] == [None, 150]
    assert taps.number == 2


def test_a_tempo_that_changes_is_followed_within_the_last_seconds():
    slow = [beat * 0.75 for beat in range(10)]
    fast = [slow[-1] + beat * 0.5 for beat in range(1, 14)]
    assert tapped([*slow, *fast])[-1] == 120


def test_it_stays_between_20_and_400_bpm():
    assert tapped([0, 0.13, 0.26]) == [None, 400, 400]
    assert tapped([0, 0, 0.01]) == [None, None, None]  # one tap that bounces
    assert tapped([0, 2])[-1] == 30
