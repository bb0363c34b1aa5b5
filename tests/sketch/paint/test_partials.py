"""Partials: peaks that go on from column to column."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.tone import tone_shape
from riffdesk.sketch.paint.partials import LEAST, partials_in, tonal_ink

PARAMS = SpectrogramParams()


def tone(cents: float, partials: int = 1) -> np.ndarray:
    return 0.6 * tone_shape(PARAMS, round(cents), partials, 6.0)[:, None]


def test_a_chord_has_a_partial_for_each_tone_from_its_first_to_its_last_column() -> None:
    ink = np.zeros((512, 200), np.float32)
    ink[:, 20:120] = tone(0)
    ink[:, 60:180] = np.maximum(ink[:, 60:180], tone(1_600))
    partials = partials_in(ink, 0, PARAMS)
    spans = [
        (partials.column[partials.number == number].min(), partials.column[partials.number == number].max())
        for number in range(partials.number.max() + 1)
    ]
    assert spans == [(20, 119), (60, 179)]
    for number, hertz in enumerate((440, 440 * 2 ** (16 / 12))):
        assert partials.hertz[partials.number == number] == pytest.approx(hertz, rel=0.003)


def test_a_glide_is_one_partial_and_a_jump_begins_another() -> None:
    ink = np.concatenate([tone(cents) for cents in (*np.linspace(0, 1_200, 100), *[500] * 40)], axis=1)
    partials = partials_in(ink, 0, PARAMS)
    assert np.bincount(partials.number).tolist() == [100, 40]
    glide = partials.hertz[partials.number == 0]
    assert 1_200 * np.log2(glide / 440) == pytest.approx(np.linspace(0, 1_200, 100), abs=15)


@pytest.mark.parametrize("length", [LEAST - 1, LEAST])
def test_what_is_too_short_is_no_partial(length: int) -> None:
    ink = np.zeros((512, 60), np.float32)
    ink[:, 20 : 20 + length] = tone(0)
    assert len(partials_in(ink, 0, PARAMS).column) == (length if length >= LEAST else 0)


def test_silence_has_no_partials_and_noise_loses_nearly_all_of_its_ink() -> None:
    assert len(partials_in(np.zeros((512, 50), np.float32), 0, PARAMS).column) == 0
    assert len(partials_in(np.zeros((512, 0), np.float32), 0, PARAMS).column) == 0
    noise = 0.5 * np.random.default_rng(1).random((512, 300), np.float32)
    assert np.count_nonzero(tonal_ink(noise, 0, PARAMS)) < 0.02 * noise.size


def test_tones_stay_bit_for_bit_where_strokes_go_in_long_ink_too() -> None:
    ink = np.zeros((2, 300, 2_500), np.float32)
    ink[:, :, 100:2_400] = tone(700)[50:350]
    tones = ink.copy()
    ink[:, :, 1_020:1_023] = 0.5  # a stroke in all bands
    kept = tonal_ink(ink, 50, PARAMS)
    lobe = tones[0, :, 500] > 0.35
    for columns in (slice(100, 1_012), slice(1_040, 2_400)):
        np.testing.assert_array_equal(kept[:, lobe, columns], tones[:, lobe, columns])
    assert not kept[:, :, 1_021].any()
    assert not kept[:, :, :100].any()
