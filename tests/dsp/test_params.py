from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
import torchaudio
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.dsp.mel import mel_amplitudes
from riffdesk.dsp.params import (
    SpectrogramParams,
    filter_widths,
    mel_filterbank,
    reference_amplitude,
    sine_amplitudes,
)
from riffdesk.errors import UserError
from tests.measure import sine

RIFFUSION = SpectrogramParams()
WIDE = SpectrogramParams.wide_stereo()


def test_the_defaults_are_riffusions() -> None:
    assert (RIFFUSION.hop, RIFFUSION.window, RIFFUSION.n_fft, RIFFUSION.bands) == (441, 4410, 17640, 512)
    assert (RIFFUSION.min_hz, RIFFUSION.max_hz, RIFFUSION.power, RIFFUSION.stereo) == (0, 10_000, 0.25, False)


def test_the_wide_variant_is_stereo_from_20_hz_to_20_khz() -> None:
    assert (WIDE.stereo, WIDE.min_hz, WIDE.max_hz) == (True, 20, 20_000)


@pytest.mark.parametrize("params", [RIFFUSION, WIDE], ids=["10 kHz", "20 kHz"])
def test_the_filters_are_torchaudios(params: SpectrogramParams) -> None:
    theirs = torchaudio.functional.melscale_fbanks(
        params.n_freqs, params.min_hz, params.max_hz, params.bands, params.sample_rate, norm=None, mel_scale="htk"
    )
    assert np.abs(theirs.numpy() - mel_filterbank(params)).max() < 2e-4


@given(st.floats(1, 9_900))
def test_bands_and_hertz_are_each_others_inverse(hertz: float) -> None:
    assert RIFFUSION.hertz_of(RIFFUSION.band_of(hertz)) == pytest.approx(hertz, rel=1e-9)


@pytest.mark.parametrize("hertz", [60.0, 440.0, 1_000.0, 3_333.0, 9_000.0])
def test_a_sines_shape_is_what_the_analysis_sees(hertz: float) -> None:
    seen = mel_amplitudes(sine(hertz, 1.0), RIFFUSION)[:, 50]
    assert np.abs(seen - sine_amplitudes(RIFFUSION, hertz)).max() < 2e-3 * seen.max()


def test_ink_one_is_a_full_scale_sine_at_1_khz() -> None:
    assert mel_amplitudes(sine(1_000, 1.0), RIFFUSION)[:, 50].max() == pytest.approx(
        reference_amplitude(RIFFUSION), rel=1e-4
    )


@pytest.mark.parametrize(("low", "high"), [(2_001, 10_000), (0, 500), (9_000, 9_100)])
def test_a_scale_without_1_khz_has_a_reference_too(low: float, high: float) -> None:
    assert reference_amplitude(SpectrogramParams(min_hz=low, max_hz=high)) > 100


def test_filters_that_would_fill_the_memory_are_refused() -> None:
    with pytest.raises(UserError, match="so long a window"):
        SpectrogramParams(sample_rate=192_000, padded_ms=4_000, bands=2_048)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sample_rate", 0),
        ("step_ms", 0),
        ("window_ms", 5),
        ("bands", 1),
        ("bands", 100_000),
        ("max_hz", 30_000),
        ("min_hz", -1),
        ("min_hz", 12_000),
        ("min_hz", 9_950),
        ("power", 0),
        ("power", float("nan")),
        ("padded_ms", 10),
        ("padded_ms", 4e306),
        ("sample_rate", float("inf")),
    ],
)
def test_nonsense_is_refused_by_name(field: str, value: float) -> None:
    with pytest.raises(UserError, match="make no sense"):
        SpectrogramParams(**{field: value})


def test_a_sine_needs_no_more_than_the_filters_around_it() -> None:
    params = SpectrogramParams()
    sine_amplitudes(params, 440)
    tracemalloc.start()
    amplitudes = sine_amplitudes(params, 1_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**20
    assert amplitudes.shape == (512,)
    bins = np.abs(np.fft.rfft(np.hanning(4_410) * np.sin(2 * np.pi * 1_000 / 44_100 * np.arange(4_410)), 17_640))
    np.testing.assert_allclose(amplitudes, bins @ mel_filterbank(params), atol=0.01 * amplitudes.max())


@pytest.mark.parametrize(
    "params", [RIFFUSION, SpectrogramParams.wide_stereo(), SpectrogramParams(min_hz=27.5, bands=8)]
)
def test_the_widths_of_the_filters_are_the_sums_of_the_filterbank(params: SpectrogramParams) -> None:
    np.testing.assert_allclose(filter_widths(params), mel_filterbank(params).sum(axis=0), rtol=1e-4, atol=1e-3)
