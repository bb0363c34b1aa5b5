from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.compose.harmony import Key, key_of_chroma
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.training.evaluation import measures

PARAMS = SpectrogramParams()


def clicks(bpm: float) -> np.ndarray:
    ink = np.zeros((512, 512), np.float32)
    for beat in np.arange(0, 5.12, 60 / bpm):
        column = int(beat * 100)
        length = min(12, 512 - column)
        ink[:, column : column + length] = np.linspace(0.8, 0, 12)[:length]
    return ink


@given(st.integers(60, 180))
def test_the_tempo_of_clicks_is_found(bpm: int) -> None:
    assert measures.tempo_agrees(measures.tempo_of(clicks(bpm)), bpm)


def test_a_wrong_tempo_does_not_agree() -> None:
    assert measures.tempo_agrees(60, 120)
    assert not measures.tempo_agrees(110, 120)
    assert measures.tempo_of(np.zeros((512, 512), np.float32)) == 0


@given(st.integers(60, 180))
def test_every_click_is_an_onset(bpm: int) -> None:
    # All but one at the very edge: nobody hears what was before or comes after.
    inside = [beat for beat in np.arange(0, 5.12, 60 / bpm) if 0 < int(beat * 100) < 511]
    assert measures.onsets_of(clicks(bpm)) == len(inside)


def test_silence_has_no_onsets() -> None:
    assert measures.onsets_of(np.zeros((512, 512), np.float32)) == 0


def chord(notes: tuple[int, ...]) -> np.ndarray:
    ink = np.zeros((512, 512), np.float32)
    for note in notes:
        band = round(float(PARAMS.band_of(440 * 2 ** ((note - 69) / 12))))
        ink[band] = 0.9
        ink[band - 1 : band + 2] = np.maximum(ink[band - 1 : band + 2], 0.6)
    return ink


@pytest.mark.parametrize("tonic", range(57, 69))
def test_the_key_of_a_triad_is_found(tonic: int) -> None:
    for mode, third in (("major", 4), ("minor", 3)):
        chroma = measures.chroma_of(chord((tonic, tonic + third, tonic + 7, tonic + 12)), PARAMS)
        assert key_of_chroma(chroma) == Key(tonic % 12, mode)


def test_blurring_lowers_the_gradients() -> None:
    sharp = clicks(120)
    blurred = np.cumsum(sharp, axis=1)
    blurred = (blurred[:, 8:] - blurred[:, :-8]) / 8
    assert measures.gradients_of(blurred)[0] < 0.7 * measures.gradients_of(sharp)[0]


def test_a_higher_note_has_a_higher_fundamental() -> None:
    bands = [measures.fundamental_band(chord((note,))) for note in (45, 60, 75)]
    assert bands == sorted(bands)
    assert bands[0] < bands[2]


def test_equal_sets_have_no_distance_and_shifted_ones_their_shift() -> None:
    some = np.random.default_rng(0).normal(size=(500, 6)).astype(np.float32)
    assert measures.frechet_distance(some, some) == pytest.approx(0, abs=1e-3)
    assert measures.frechet_distance(some, some + 2) == pytest.approx(6 * 4, rel=0.01)


def test_the_nearest_of_others_and_the_mean_of_pairs() -> None:
    rows = np.array([[0, 0], [3, 4]], np.float32)
    assert measures.nearest_distances(rows, np.array([[0, 1]], np.float32)) == pytest.approx([1, 18**0.5])
    assert measures.mean_pairwise_distance(rows) == pytest.approx(5)
