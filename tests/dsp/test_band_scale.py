from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.dsp.band_scale import AXES, LOWEST_HZ, BandScale
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import hertz_of_midi

RIFFUSION = SpectrogramParams()
PARAMS = (RIFFUSION, SpectrogramParams.wide_stereo(), SpectrogramParams(bands=64, min_hz=200))


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("params", PARAMS)
@given(part=st.floats(0, 1))
def test_a_height_leads_to_its_band_and_back(params: SpectrogramParams, axis: str, part: float) -> None:
    scale, height = BandScale(params, axis), part * params.bands - 0.5
    assert float(scale.height_of(scale.band_at(height))) == pytest.approx(height, abs=1e-6)


@pytest.mark.parametrize("params", PARAMS)
def test_each_semitone_is_as_high_from_e0_to_the_highest_band(params: SpectrogramParams) -> None:
    scale = BandScale(params, "notes")
    lowest = max(LOWEST_HZ, float(params.hertz_of(-0.5)))
    hertz = [lowest * 2 ** (step / 12) for step in range(60)]
    heights = scale.height_of(params.band_of(hertz))
    assert heights[0] == pytest.approx(-0.5, abs=1e-6)
    assert np.diff(heights) == pytest.approx(heights[1] - heights[0], rel=1e-9)
    assert float(scale.height_of(params.bands - 0.5)) == pytest.approx(params.bands - 0.5)


def test_a_semitone_at_c2_has_the_height_of_five_bands() -> None:
    low, high = BandScale(RIFFUSION, "notes").height_of(RIFFUSION.band_of([hertz_of_midi(36), hertz_of_midi(37)]))
    assert high - low == pytest.approx(512 / 107, rel=0.01)


def test_below_the_axis_of_notes_are_all_the_bands_it_leaves_out() -> None:
    scale = BandScale(RIFFUSION, "notes")
    assert float(scale.band_at(-0.6)) < 0
    assert np.all(np.diff(scale.height_of(np.arange(-1, 512))) > 0)
