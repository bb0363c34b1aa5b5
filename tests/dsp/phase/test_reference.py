"""Riffusion's own inversion is torchaudio's."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
import torch
import torchaudio

from riffdesk.dsp.mel import analyse, mel_from_ink
from riffdesk.dsp.phase import reference
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from tests.dsp.phase.drawing import HOP, PARAMS, SMALL, WINDOW, with_sound
from tests.measure import Array, convergence_db, kinks, riff, rms_db, sine


def riffusions_own(ink: Array, seed: int) -> Array:
    """Return the sound that Riffusion's converter makes with torchaudio's transforms."""
    mel = torch.from_numpy(mel_from_ink(ink, PARAMS))
    inverse = torchaudio.transforms.InverseMelScale(
        n_stft=PARAMS.n_freqs,
        n_mels=PARAMS.bands,
        sample_rate=PARAMS.sample_rate,
        f_min=0,
        f_max=10_000,
        norm=None,
        mel_scale="htk",
    )
    griffin_lim = torchaudio.transforms.GriffinLim(
        n_fft=PARAMS.n_fft, n_iter=32, win_length=WINDOW, hop_length=HOP, power=1.0
    )
    torch.manual_seed(seed)
    return griffin_lim(inverse(mel)).numpy()


def test_it_is_torchaudios_from_the_same_seed() -> None:
    ink, _ = with_sound(riff(0.4), 40)
    ours = reconstruct(ink, PARAMS, quality="reference", seed=7)
    # A column more ends the sound where the last column ends; up to there the two are one.
    theirs = riffusions_own(np.pad(ink, ((0, 0), (0, 1))), 7)
    assert theirs.shape == ours.shape
    assert rms_db(ours - theirs) < rms_db(theirs) - 60


@pytest.mark.parametrize("columns", [1, 5, 21])
def test_short_ink_sounds(columns: int) -> None:
    ink = np.full((SMALL.bands, columns), 0.5, np.float32)
    sound = reconstruct(ink, SMALL, quality="reference")
    assert sound.shape == (columns * SMALL.hop,)
    assert np.isfinite(sound).all()
    assert np.abs(sound).max() > 1e-4


def test_long_ink_goes_through_in_pieces_that_join(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "_CHUNK_COLUMNS", 60)
    ink = analyse(sine(440, 1.5, 0.4), SMALL)[:, :150]  # 440 Hz at this rate is another pitch, but a tone
    steps: list[Step] = []
    sound = reconstruct(ink, SMALL, quality="reference", on_step=steps.append)
    assert [step.done for step in steps] == [0, 1, 2]
    assert convergence_db(ink, sound, SMALL) < -12
    for join in (50 * SMALL.hop, 100 * SMALL.hop):
        around = kinks(sound)[join - SMALL.window - 4 : join + 4]
        assert around.max() < 1.5 * np.percentile(kinks(sound), 99)


def test_it_may_be_cancelled_in_the_middle_of_torchaudios_work() -> None:
    ink, before = with_sound(riff(0.6), 60)
    kept, cancel = before.copy(), threading.Event()
    reconstruct(ink[:, :1], PARAMS, quality="reference")  # what is made once for all is no part of either time
    threading.Timer(0.1, cancel.set).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        reconstruct(ink, PARAMS, quality="reference", previous=before, cancel=cancel)
    waited = time.monotonic() - began
    np.testing.assert_array_equal(before, kept)
    finished = time.monotonic()
    reconstruct(ink, PARAMS, quality="reference")
    assert waited < time.monotonic() - finished  # sooner than it would have been ready


def test_after_a_cancel_nothing_goes_on_and_the_same_seed_gives_the_same_samples() -> None:
    ink, _ = with_sound(riff(0.6), 20)
    expected = reconstruct(ink, PARAMS, quality="reference", seed=7)
    torch.manual_seed(99)
    threads, random = threading.active_count(), torch.get_rng_state()
    for moment in (0.02, 0.1, 0.2):
        cancel = threading.Event()
        presser = threading.Timer(moment, cancel.set)
        presser.start()
        with pytest.raises(Cancelled):
            reconstruct(np.tile(ink, 24), PARAMS, quality="reference", seed=7, cancel=cancel)
        presser.join()
        assert threading.active_count() == threads
        again = reconstruct(ink, PARAMS, quality="reference", seed=7)
        np.testing.assert_array_equal(again, expected)
    assert torch.equal(torch.get_rng_state(), random), "nobody else's random numbers are used or changed"


def test_an_error_in_it_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Array:
        raise MemoryError("no room")

    monkeypatch.setattr(reference, "_chunk_sound", broken)
    with pytest.raises(MemoryError, match="no room"):
        reconstruct(np.full((SMALL.bands, 30), 0.5, np.float32), SMALL, quality="reference")
