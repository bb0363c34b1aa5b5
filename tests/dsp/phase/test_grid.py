"""The working grid of any settings, and sound in settings far from Riffusion's."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.grid import grid_of
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.errors import UserError
from tests.measure import cents, convergence_db, pitch_of, rms_db

ODD = {
    "a column a window": SpectrogramParams(step_ms=100),
    "half-overlapping windows": SpectrogramParams(step_ms=50),
    "no padding": SpectrogramParams(padded_ms=100),
    "telephone rate": SpectrogramParams(sample_rate=8_000, max_hz=4_000),
    "a quarter of the rate": SpectrogramParams(sample_rate=11_025, max_hz=5_000),
    "studio rate": SpectrogramParams(sample_rate=48_000),
    "2048 bands": SpectrogramParams(bands=2_048),
    "100 Hz of range": SpectrogramParams(min_hz=950, max_hz=1_050, bands=32),
    "20 Hz to 20 kHz": SpectrogramParams(min_hz=20, max_hz=20_000),
    "up to half the rate": SpectrogramParams(max_hz=22_050),
    "the treble only": SpectrogramParams(min_hz=9_000, max_hz=22_050),
    "a step of 7 ms": SpectrogramParams(step_ms=7),
    "a window of 33 ms": SpectrogramParams(window_ms=33),
    "flat ink": SpectrogramParams(power=0.05),
}


@pytest.mark.parametrize("params", ODD.values(), ids=ODD)
def test_a_tone_keeps_pitch_and_level_in_any_settings(params: SpectrogramParams) -> None:
    hertz = float(np.clip(1_000, params.min_hz + 500 * (params.min_hz > 2_000), params.max_hz))
    time = np.arange(0.7 * params.sample_rate) / params.sample_rate
    tone = (0.25 * np.sin(2 * np.pi * hertz * time)).astype(np.float32)
    ink = analyse(tone, params)[:, : len(tone) // params.hop]
    sound = reconstruct(ink, params)
    assert sound.shape == (ink.shape[-1] * params.hop,)
    middle = slice(len(sound) // 4, 3 * len(sound) // 4)
    assert cents(pitch_of(sound[middle], params.sample_rate), hertz) == pytest.approx(0, abs=2)
    assert rms_db(sound[middle]) == pytest.approx(rms_db(tone[middle]), abs=0.3)
    assert convergence_db(ink, sound, params) < -20


def test_eight_bands_are_enough_for_a_sound_with_their_levels() -> None:
    params = SpectrogramParams(bands=8)
    ink = np.full((8, 100), 0.3, np.float32)
    ink[3] = 0.6
    assert convergence_db(ink, reconstruct(ink, params), params) < -12


@st.composite
def valid_params(draw: st.DrawFn) -> SpectrogramParams:
    """Draw settings that are allowed, however strange."""
    rate = draw(st.sampled_from([8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000]))
    step = draw(st.integers(1, 120))
    window = draw(st.integers(step, 4 * step + 100))
    low = draw(st.floats(0, rate / 2 - 100))
    high = draw(st.floats(low + 100, rate / 2))
    try:
        return SpectrogramParams(
            sample_rate=rate,
            step_ms=step,
            window_ms=window,
            padded_ms=min(4_000, draw(st.integers(window, 4 * window))),
            bands=draw(st.sampled_from([8, 9, 64, 512])),
            min_hz=low,
            max_hz=high,
            power=draw(st.floats(0.05, 1)),
        )
    except UserError:
        assume(False)
        raise


@given(valid_params())
@settings(max_examples=100)
def test_a_grid_has_whole_frames_that_overlap_and_reaches_the_highest_band(params: SpectrogramParams) -> None:
    grid = grid_of(params)
    assert 1 <= grid.column <= params.hop
    assert grid.window % 2 == 0
    assert grid.n_fft >= grid.window
    assert grid.step <= max(1, grid.window // 2)
    assert all(0 <= offset < grid.step for offset in grid.offsets)
    assert len(set(grid.offsets)) == len(grid.offsets)
    assert grid.column / params.hop * params.sample_rate >= 2 * params.max_hz or grid.column == params.hop
    assert grid.window / grid.column == pytest.approx(params.window / params.hop, rel=0.05, abs=2)


@given(valid_params(), st.integers(0, 12), st.booleans(), st.integers(0, 2**32 - 1))
@settings(max_examples=10)
def test_any_settings_give_finite_sound(params: SpectrogramParams, columns: int, circular: bool, seed: int) -> None:
    ink = np.random.default_rng(seed).random((params.bands, columns), np.float32)
    sound = reconstruct(ink, params, circular=circular, quality="draft")
    assert sound.shape == (columns * params.hop,)
    assert np.isfinite(sound).all()
    changed = reconstruct(ink, params, circular=circular, quality="draft", previous=sound, changed=(1, 3))
    assert np.isfinite(changed).all()


def test_the_defaults_work_at_half_the_rate_on_every_second_column() -> None:
    grid = grid_of(SpectrogramParams())
    assert (grid.column, grid.window, grid.n_fft, grid.step, grid.offsets) == (216, 2_160, 4_320, 432, (0, 216))
