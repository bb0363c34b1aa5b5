from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.mix import Track
from riffdesk.dsp.scrub import Scrub
from tests.measure import RATE, sine

BLOCK = 240
RAMP = Track(np.linspace(0, 1, RATE, dtype=np.float32)[None])


def moved(scrub: Scrub, targets: list[int | None], *tracks: Track) -> np.ndarray:
    return np.concatenate([scrub.block(tracks, target, BLOCK) for target in targets], axis=1)


def test_it_sounds_forwards_and_backwards() -> None:
    scrub = Scrub(RATE)
    forwards = moved(scrub, [10_000 + 240 * step for step in range(60)], RAMP)[0, 40 * BLOCK :]
    assert np.all(np.diff(forwards) > 0), "what comes later is louder here"
    assert np.diff(forwards).mean() == pytest.approx(1 / RATE, rel=0.05), "at the speed of the hand"
    backwards = moved(scrub, [24_000 - 240 * step for step in range(60)], RAMP)[0, 40 * BLOCK :]
    assert np.all(np.diff(backwards) < 0)


def test_a_hand_that_rests_is_silent() -> None:
    scrub = Scrub(RATE)
    sound = moved(scrub, [10_000, *range(10_000, 14_800, 240), *[14_560] * 60], Track(sine(300, 1.0)[None]))
    assert np.abs(sound[0, BLOCK : 20 * BLOCK]).max() > 0.5
    assert np.abs(sound[0, -5 * BLOCK :]).max() < 0.02
    assert scrub.sounds, "it still follows the hand"


def test_letting_go_ends_it_without_a_click() -> None:
    scrub, tone = Scrub(RATE), Track(0.5 * sine(300, 1.0)[None])
    sound = moved(scrub, [*range(5_000, 15_000, 240), None, None], tone)
    assert not sound[:, -BLOCK:].any()
    assert not scrub.sounds
    assert np.abs(np.diff(sound[0])).max() < 1.3 * 0.5 * 2 * np.pi * 300 / RATE


def test_it_never_runs_faster_than_four_times_and_not_over_the_ends() -> None:
    scrub = Scrub(RATE)
    sound = moved(scrub, [0, *[RATE - 1] * 20], RAMP)
    assert np.abs(np.diff(sound[0, 3 * BLOCK :])).max() <= 4.05 / RATE
    assert np.isfinite(moved(scrub, [-500, 3 * RATE, 5], RAMP)).all()


def test_both_sides_have_their_gains() -> None:
    tone = sine(300, 1.0)
    track = Track(np.stack((tone, 0 * tone)), left=0.5, right=1.0)
    sound = moved(Scrub(RATE), list(range(5_000, 20_000, 240)), track)
    assert np.abs(sound[0]).max() == pytest.approx(0.5, rel=0.05)
    assert not sound[1].any()
