from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.ink_partials import partials_at
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import A4_HZ
from riffdesk.dsp.synth import MOST_PARTIALS
from riffdesk.dsp.tone import tone_shape
from tests.measure import cents

PARAMS = SpectrogramParams()


def tone(hertz: float, level: float = 0.7, harmonics: int = 1) -> np.ndarray:
    return tone_shape(PARAMS, round(1200 * np.log2(hertz / A4_HZ)), harmonics, 6.0) * np.float32(level)


@pytest.mark.parametrize("hertz", [65.4, 110, 440, 1_000, 5_000])
def test_a_tone_is_one_partial_at_its_pitch_and_level(hertz: float) -> None:
    found = partials_at(tone(hertz), float(PARAMS.band_of(hertz)), PARAMS).partials
    loudest = max(found, key=lambda pair: pair[1])
    assert abs(cents(loudest[0], hertz)) < 4
    assert 20 * np.log10(loudest[1]) == pytest.approx(80 * np.log10(0.7), abs=3)
    assert all(level < loudest[1] / 30 for _, level in found if level != loudest[1])


def test_it_is_quieter_beside_the_tone_and_silent_elsewhere() -> None:
    ink, band = tone(440), float(PARAMS.band_of(440))

    def level(at: float) -> float:
        return max((amplitude for _, amplitude in partials_at(ink, at, PARAMS).partials), default=0.0)

    assert level(band) > level(band + 2) > level(band + 4) > 0
    assert level(float(PARAMS.band_of(880))) < level(band) / 1_000
    assert partials_at(np.zeros(512, np.float32), band, PARAMS).partials == ()


def test_of_a_chord_only_the_note_under_the_pointer_is_heard() -> None:
    ink = np.maximum(tone(440), tone(660))
    found = partials_at(ink, float(PARAMS.band_of(660)), PARAMS).partials
    assert abs(cents(max(found, key=lambda pair: pair[1])[0], 660)) < 6
    assert all(level < 1e-3 for hertz, level in found if hertz < 550)


def test_a_wash_has_a_partial_in_each_band_but_not_too_many() -> None:
    ink = np.full(512, 0.5, np.float32)
    low, high = (len(partials_at(ink, band, PARAMS).partials) for band in (40.0, 450.0))
    assert 4 <= low <= high <= MOST_PARTIALS


@pytest.mark.parametrize("band", [-3.0, 0.0, 511.0, 530.0])
def test_at_the_edges_it_does_not_fail(band: float) -> None:
    for hertz, level in partials_at(np.full(512, 0.5, np.float32), band, PARAMS).partials:
        assert np.isfinite(hertz)
        assert np.isfinite(level)
