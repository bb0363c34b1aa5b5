from __future__ import annotations

import threading
import time

import numpy as np
import pytest
import torch
import torchaudio
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.dsp import phase
from riffdesk.dsp.mel import analyse, mel_amplitudes, mel_from_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import reconstruct
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from tests.measure import Array, riff, rms_db, sine

PARAMS = SpectrogramParams()
HOP, WINDOW = PARAMS.hop, PARAMS.window


def convergence_db(ink: Array, sound: Array) -> float:
    """Return spectral convergence in mel amplitude."""
    wanted = mel_from_ink(ink, PARAMS)
    got = mel_amplitudes(sound, PARAMS)[..., : wanted.shape[-1]]
    return float(20 * np.log10(np.linalg.norm(got - wanted) / np.linalg.norm(wanted)))


def test_the_loop_is_torchaudios_griffin_lim_from_the_same_phase(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = 100
    mel = torch.from_numpy(mel_from_ink(analyse(riff(1.0), PARAMS)[None, :, :columns], PARAMS))
    magnitude = phase._spread_over_bins(mel, PARAMS)
    nothing = np.zeros(magnitude[0].shape, np.complex64)
    start = torch.from_numpy(phase._carried_phase(magnitude[0].numpy(), nothing, PARAMS, 0))[None]
    # torchaudio's function draws its own phase from torch.rand; hand it ours instead.
    monkeypatch.setattr(torch, "rand", lambda *_, **__: start.clone())
    window = torch.hann_window(WINDOW)
    theirs = torchaudio.functional.griffinlim(
        magnitude, window, PARAMS.n_fft, HOP, WINDOW, 1.0, 32, 0.99, None, True
    ).numpy()
    monkeypatch.undo()
    samples = (columns - 1) * HOP
    progress = phase._BlockProgress(lambda _: None, 0, 1)
    ours = phase._griffin_lim(
        magnitude, torch.zeros(1, samples), torch.ones(samples), PARAMS, progress, None, 0
    ).numpy()
    assert ours.shape == theirs.shape == (1, samples)
    assert rms_db(ours - theirs) < rms_db(theirs) - 60


def test_sound_of_ink_looks_like_the_ink() -> None:
    ink = analyse(riff(2.0), PARAMS)
    assert convergence_db(ink, reconstruct(ink, PARAMS)) < -15


def test_the_level_is_kept() -> None:
    sound = sine(1_000, 1.5, 0.25)
    again = reconstruct(analyse(sound, PARAMS), PARAMS)
    middle = slice(20_000, 45_000)
    assert rms_db(again[middle]) == pytest.approx(rms_db(sound[middle]), abs=0.3)


def test_the_same_ink_gives_the_same_samples() -> None:
    ink = analyse(riff(0.6), PARAMS)
    np.testing.assert_array_equal(reconstruct(ink, PARAMS), reconstruct(ink, PARAMS))


def test_silence_gives_silence() -> None:
    assert not reconstruct(np.zeros((512, 60), np.float32), PARAMS).any()


@pytest.mark.parametrize("columns", [1, 2, 19])
def test_very_short_ink_sounds(columns: int) -> None:
    ink = np.full((512, columns), 0.5, np.float32)
    sound = reconstruct(ink, PARAMS)
    assert sound.shape == (columns * HOP,)
    assert np.isfinite(sound).all()
    assert np.abs(sound).max() > 1e-4


def test_no_columns_give_no_samples() -> None:
    assert reconstruct(np.zeros((512, 0), np.float32), PARAMS).shape == (0,)


@given(st.sampled_from([np.nan, np.inf, -np.inf, -1.0, 50.0, 1.0, 0.0]), st.integers(0, 511), st.integers(0, 11))
@settings(max_examples=12, deadline=None)
def test_damaged_ink_never_gives_nan(value: float, band: int, column: int) -> None:
    ink = np.zeros((512, 12), np.float32)
    ink[100:110] = 0.6
    ink[band, column] = value
    assert np.isfinite(reconstruct(ink, PARAMS)).all()


def test_channels_and_layers_are_batched() -> None:
    ink = np.zeros((2, 512, 40), np.float32)
    ink[0, 200] = ink[1, 300] = 0.6
    sound = reconstruct(ink, PARAMS)
    assert sound.shape == (2, 40 * HOP)
    np.testing.assert_allclose(sound[1], reconstruct(ink[1], PARAMS), atol=1e-4)


def test_the_wide_variant_sounds_above_10_khz() -> None:
    wide = SpectrogramParams.wide_stereo()
    sound = sine(15_000, 0.6, 0.5)
    again = reconstruct(analyse(sound, wide), wide)
    spectrum = np.abs(np.fft.rfft(again * np.hanning(len(again))))
    assert spectrum.argmax() * 44_100 / len(again) == pytest.approx(15_000, abs=40)  # bands are 100 Hz wide here


class TestUpdate:
    """Only the changed columns are rendered anew."""

    @pytest.fixture
    def before(self) -> tuple[Array, Array]:
        sound = riff(2.0)
        ink = analyse(sound, PARAMS)
        padded = np.zeros(ink.shape[1] * HOP, np.float32)
        padded[: len(sound)] = sound
        return ink, padded

    def test_samples_a_window_away_stay_bit_identical(self, before: tuple[Array, Array]) -> None:
        ink, sound = before
        changed = ink.copy()
        changed[:, 80:120] = 0
        after = reconstruct(changed, PARAMS, previous=sound, changed=(80, 120))
        outside = np.ones(len(sound), bool)
        outside[80 * HOP - WINDOW : 120 * HOP + WINDOW] = False
        np.testing.assert_array_equal(after[outside], sound[outside])
        assert rms_db(after[90 * HOP : 110 * HOP]) < rms_db(sound[90 * HOP : 110 * HOP]) - 20

    def test_new_ink_is_heard(self, before: tuple[Array, Array]) -> None:
        ink, sound = before
        changed = ink.copy()
        changed[:, 60:140] = analyse(sine(1_500, 2.0, 0.5), PARAMS)[:, 60:140]
        after = reconstruct(changed, PARAMS, previous=sound, changed=(60, 140))
        part = after[75 * HOP : 125 * HOP]
        spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part))))
        assert spectrum.argmax() * 44_100 / len(part) == pytest.approx(1_500, abs=3)

    def test_there_is_no_click_at_the_seams(self) -> None:
        sound = sine(330, 2.0, 0.4)
        ink = analyse(sound, PARAMS)[:, :200]
        after = reconstruct(ink, PARAMS, previous=sound, changed=(90, 110))
        steps = np.abs(np.diff(after))
        assert steps.max() < 2 * np.percentile(np.abs(np.diff(sound)), 99)

    @pytest.mark.parametrize("changed", [(-20, 10), (190, 400), (500, 600), (50, 50), (60, 40)])
    def test_a_range_outside_the_ink_is_cut_to_it(self, before: tuple[Array, Array], changed: tuple[int, int]) -> None:
        ink, sound = before
        after = reconstruct(ink, PARAMS, previous=sound, changed=changed)
        np.testing.assert_array_equal(after[50 * HOP : 150 * HOP], sound[50 * HOP : 150 * HOP])


def test_long_ink_is_rendered_in_blocks_that_join(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phase, "_BLOCK_COLUMNS", 60)
    ink = analyse(sine(440, 2.0, 0.4), PARAMS)[:, :200]
    sound = reconstruct(ink, PARAMS)
    level = [rms_db(sound[at : at + 4_410]) for at in range(8_820, 75_000, 2_205)]
    assert max(level) - min(level) < 1.0
    steps = np.abs(np.diff(sound[8_820:75_000]))
    assert steps.max() < 2 * np.percentile(steps, 99)


def test_every_iteration_is_a_step_and_cancel_stops_within_a_tenth_of_a_second() -> None:
    ink = analyse(riff(4.0), PARAMS)[:, :400]
    cancel = threading.Event()
    steps: list[Step] = []
    asked = 0.0

    def on_step(step: Step) -> None:
        nonlocal asked
        steps.append(step)
        if step.done == 4:
            threading.Timer(0.03, cancel.set).start()  # in the middle of an iteration
            asked = time.monotonic() + 0.03

    with pytest.raises(Cancelled):
        reconstruct(ink, PARAMS, on_step=on_step, cancel=cancel)
    waited = time.monotonic() - asked
    assert [step.done for step in steps[:4]] == [1, 2, 3, 4]
    assert len(steps) < 10
    assert waited < 1.0  # a tenth on an idle machine; the benchmark reports it
