from __future__ import annotations

import threading
import time

import numpy as np
import pytest
import torch
import torchaudio
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.dsp.mel import (
    analyse,
    convert_ink,
    db_to_ink,
    ink_from_mel,
    ink_to_db,
    mel_amplitudes,
    mel_from_ink,
    rms_of_ink,
)
from riffdesk.dsp.params import SpectrogramParams, mel_filterbank
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from tests.measure import riff, rms_db, sine

PARAMS = SpectrogramParams()


def riffusions_own(audio: np.ndarray, params: SpectrogramParams) -> np.ndarray:
    """Return mel amplitudes as Riffusion's converter computes them with torchaudio's transforms."""
    spectrogram = torchaudio.transforms.Spectrogram(
        n_fft=params.n_fft, hop_length=params.hop, win_length=params.window, power=None
    )
    scale = torchaudio.transforms.MelScale(
        n_mels=params.bands,
        sample_rate=params.sample_rate,
        f_min=params.min_hz,
        f_max=params.max_hz,
        n_stft=params.n_freqs,
        norm=None,
        mel_scale="htk",
    )
    return scale(spectrogram(torch.from_numpy(audio)).abs()).numpy()


@pytest.mark.parametrize(
    ("params", "seconds"),
    [(PARAMS, 6.0), (SpectrogramParams.wide_stereo(), 1.0), (SpectrogramParams(window_ms=33), 1.0)],
    ids=["10 kHz, longer than one block", "20 kHz", "a window of odd length"],
)
def test_amplitudes_are_riffusions_to_within_a_grey_level(params: SpectrogramParams, seconds: float) -> None:
    sound = riff(seconds)
    ours, theirs = mel_amplitudes(sound, params), riffusions_own(sound, params)
    assert ours.shape == theirs.shape == (512, 1 + 100 * seconds)
    greys = [np.floor(255 - 255 * (mel / mel.max()) ** 0.25) for mel in (ours, theirs)]
    assert np.abs(greys[0] - greys[1]).max() <= 1
    assert np.mean(greys[0] != greys[1]) < 0.01


@pytest.mark.parametrize("samples", [1, 2, 440, 441, 4_410, 20_000])
def test_any_length_has_one_column_a_hop_and_one_more(samples: int) -> None:
    mel = mel_amplitudes(sine(440, 1.0)[:samples], PARAMS)
    assert mel.shape == (512, 1 + samples // 441)
    assert np.isfinite(mel).all()


def test_channels_are_analysed_apart() -> None:
    left, right = sine(300, 0.5), sine(2_000, 0.5)
    both = analyse(np.stack([left, right]), PARAMS)
    np.testing.assert_allclose(both[0], analyse(left, PARAMS), atol=1e-5)
    assert PARAMS.hertz_of(both[1][:, 25].argmax()) == pytest.approx(2_000, rel=0.01)


def test_silence_is_exactly_zero_ink() -> None:
    assert not analyse(np.zeros(10_000, np.float32), PARAMS).any()


def test_nan_and_infinite_samples_count_as_silence() -> None:
    sound = sine(440, 0.2)
    sound[100], sound[200] = np.nan, np.inf
    assert np.isfinite(analyse(sound, PARAMS)).all()


def test_ink_and_amplitude_are_each_others_inverse() -> None:
    mel = np.geomspace(1e-3, 1e6, 200, dtype=np.float32)
    np.testing.assert_allclose(mel_from_ink(ink_from_mel(mel, PARAMS), PARAMS), mel, rtol=1e-4)


@given(st.lists(st.floats(width=32, allow_nan=True, allow_infinity=True), min_size=1, max_size=50))
@settings(max_examples=50)
def test_any_ink_gives_finite_amplitudes(values: list[float]) -> None:
    mel = mel_from_ink(np.array(values, np.float32), PARAMS)
    assert np.isfinite(mel).all()
    assert (mel >= 0).all()


def test_a_sine_6_db_down_has_ink_6_db_down() -> None:
    ink = analyse(sine(1_000, 1.0, 0.5), PARAMS)[:, 50].max()
    assert ink_to_db(float(ink), PARAMS) == pytest.approx(-6.02, abs=0.02)
    assert db_to_ink(-6.02, PARAMS) == pytest.approx(float(ink), abs=1e-3)
    assert ink_to_db(0.0, PARAMS) == -np.inf


def test_cancel_is_heard_between_blocks() -> None:
    cancel, steps = threading.Event(), []

    def on_step(step: Step) -> None:
        steps.append(step)
        cancel.set()

    began = time.monotonic()
    with pytest.raises(Cancelled):
        mel_amplitudes(np.zeros(44_100 * 60, np.float32), PARAMS, on_step=on_step, cancel=cancel)
    assert len(steps) == 1
    assert time.monotonic() - began < 5


def test_converted_ink_is_near_ink_taken_with_those_settings() -> None:
    sound = sine(1_000, 1.0) * 0.5 + sine(3_000, 1.0) * 0.25
    wide = SpectrogramParams.wide_stereo().mono()
    converted, direct = convert_ink(analyse(sound, wide), wide, PARAMS), analyse(sound, PARAMS)
    assert converted.shape == direct.shape
    for hertz in (1_000, 3_000):
        band = round(float(PARAMS.band_of(hertz)))
        peak = slice(band - 4, band + 5)
        assert converted[peak, 50].max() == pytest.approx(direct[peak, 50].max(), rel=0.08)
    assert abs(int(converted[:, 50].argmax()) - int(direct[:, 50].argmax())) <= 2


@pytest.mark.parametrize("params", [PARAMS, SpectrogramParams.wide_stereo()], ids=["riffusion", "wide"])
def test_the_loudness_of_a_sound_can_be_told_from_its_ink(params: SpectrogramParams) -> None:
    noise = 0.1 * np.random.default_rng(0).standard_normal(88_200).astype(np.float32)
    for sound in (sine(200, 2, 0.1), sine(1_000, 2, 0.5), sine(4_000, 2, 0.01), noise, riff(2)):
        told = np.sqrt(np.mean(rms_of_ink(analyse(sound, params), params) ** 2))
        assert 20 * np.log10(told) == pytest.approx(rms_db(sound), abs=3)


def test_the_loudness_of_ink_takes_no_memory_for_all_filters() -> None:
    mel_filterbank.cache_clear()
    rms_of_ink(np.ones((512, 10), np.float32), PARAMS)
    assert mel_filterbank.cache_info().currsize == 0  # 18 MB that the window would keep for one line of text
