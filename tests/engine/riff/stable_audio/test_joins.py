"""Joins of new sound to kept sound."""

from __future__ import annotations

import numpy as np

from riffdesk.engine.riff.stable_audio.joins import FADE, new_weight

HOP = 100


def weights(*runs: tuple[int, float]) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.concatenate([np.full(count, weight, np.float32) for count, weight in runs])


def test_crossfades_lie_in_the_new_part_where_there_was_sound() -> None:
    weight = new_weight(weights((10, 0), (10, 1), (10, 0)), np.ones((2, 3000), np.float32), HOP)
    assert not weight[:1000].any()
    assert not weight[2000:].any()
    assert (weight[1000 + FADE * HOP : 2000 - FADE * HOP] == 1).all()
    rise = weight[1000 : 1000 + FADE * HOP]
    assert (np.diff(rise) > 0).all()
    assert rise[0] < 0.01
    assert np.allclose(weight[1000:2000], weight[1000:2000][::-1])


def test_crossfades_lie_in_the_kept_part_where_that_ends() -> None:
    kept = np.zeros((1, 3000), np.float32)
    kept[:, 1000:2050] = 1  # its last column is half full
    weight = new_weight(weights((10, 1), (10, 0), (10, 1)), kept, HOP)
    assert (weight[:1000] == 1).all()
    assert (weight[2000:] == 1).all()
    assert not weight[1000 + FADE * HOP : 2000 - FADE * HOP].any()
    assert (np.diff(weight[1000 : 1000 + FADE * HOP]) < 0).all()
    assert (np.diff(weight[2000 - FADE * HOP : 2000]) > 0).all()


def test_a_short_part_has_short_crossfades_and_a_soft_one_stays_soft() -> None:
    ones = np.ones((1, 3000), np.float32)
    short = new_weight(weights((10, 0), (1, 1), (19, 0)), ones, HOP)
    assert short.max() > 0.9
    assert not short[:1000].any()
    assert not short[1100:].any()
    soft = new_weight(weights((10, 0), (10, 0.5), (10, 0)), ones, HOP)
    assert soft.max() == 0.5


def test_all_or_nothing_has_no_crossfade() -> None:
    ones = np.ones((1, 2950), np.float32)
    assert (new_weight(weights((30, 1)), ones, HOP) == 1).all()
    assert not new_weight(weights((30, 0)), ones, HOP).any()
    assert len(new_weight(weights((29, 1)), ones, HOP)) == 2950
