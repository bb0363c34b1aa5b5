"""The step, the frames and the mel amplitudes of the working grid."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from riffdesk.dsp.mel import mel_amplitudes
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.initial_sound import rows_of
from riffdesk.dsp.phase.span import whole_span
from riffdesk.dsp.phase.spectra import modulus, spectra_of
from tests.clips import MUSIC
from tests.dsp.phase.drawing import HOP, PARAMS
from tests.measure import Array, rms_db

COLUMNS = 60
WIDE = SpectrogramParams(min_hz=20, max_hz=20_000)


def working(sound: Array, params: SpectrogramParams) -> torch.Tensor:
    """Return a sound's first columns at the working rate: ``[1, samples]``."""
    section = whole_span(COLUMNS, params, circular=False)
    assert section is not None
    samples = sound[None, : COLUMNS * params.hop]
    return torch.from_numpy(section.resampled(samples, params.hop, spectra_of(params, "cpu").grid.column))


@pytest.mark.parametrize("params", [PARAMS, WIDE], ids=["10 kHz", "20 kHz"])
@pytest.mark.parametrize("name", ["plucks", "voice"])
def test_mel_amplitudes_are_those_of_the_full_rate_and_padding(name: str, params: SpectrogramParams) -> None:
    sound = MUSIC[name](0.7)
    spectra = spectra_of(params, "cpu")
    at_work = working(sound, params)
    frames = spectra.frames(at_work.shape[-1], 0, False)
    mel = np.concatenate([spectra.mel(modulus(part))[0] for _, part in frames.analysis(at_work)])
    # The ends are reflected at the last column here, and some samples later there.
    columns = frames.centres // spectra.grid.column
    inner = (columns > 6) & (columns < COLUMNS - 6)
    wanted = mel_amplitudes(sound, params).T[columns[inner]]
    assert 20 * np.log10(np.linalg.norm(mel[inner] - wanted) / np.linalg.norm(wanted)) < -35


@pytest.mark.parametrize("circular", [False, True])
@pytest.mark.parametrize("offset", [0, 216])
@pytest.mark.parametrize("columns", [2, 7, 60])
def test_analysis_and_synthesis_give_the_sound_back(columns: int, offset: int, circular: bool) -> None:
    spectra = spectra_of(PARAMS, "cpu")
    sound = torch.from_numpy(np.random.default_rng(0).standard_normal((2, columns * 216)).astype(np.float32))
    frames = spectra.frames(sound.shape[-1], offset, circular)
    synthesis = frames.synthesis(2)
    for part, one in frames.analysis(sound):
        synthesis.add(part, one)
    again = synthesis.sound()
    inner = slice(None) if circular or offset == 0 else slice(432, -432)
    assert torch.allclose(again[:, inner], sound[:, inner], atol=1e-4)


@pytest.mark.parametrize("circular", [False, True])
def test_a_step_leaves_a_sound_that_fits_as_it_is(circular: bool) -> None:
    spectra = spectra_of(PARAMS, "cpu")
    sound = working(MUSIC["plucks"](0.7), PARAMS)
    frames = spectra.frames(sound.shape[-1], 0, circular)
    wanted = torch.cat([spectra.mel(modulus(part)) for _, part in frames.analysis(sound)], dim=1)
    assert rms_db((spectra.step(sound, wanted, frames, None) - sound).numpy()) < rms_db(sound.numpy()) - 60


def test_a_step_brings_a_sound_nearer() -> None:
    spectra = spectra_of(PARAMS, "cpu")
    sound = working(MUSIC["plucks"](0.7), PARAMS)
    frames = spectra.frames(sound.shape[-1], 0, False)
    wanted = 0.5 * torch.cat([spectra.mel(modulus(part)) for _, part in frames.analysis(sound)], dim=1)
    stepped = spectra.step(sound, wanted, frames, None)
    assert rms_db((stepped - 0.5 * sound).numpy()) < rms_db(sound.numpy()) - 60


def test_nothing_becomes_much_louder_in_one_step() -> None:
    spectra = spectra_of(PARAMS, "cpu")
    sound = working(MUSIC["plucks"](0.7), PARAMS)
    frames = spectra.frames(sound.shape[-1], 0, False)
    wanted = torch.full((1, len(frames.centres), PARAMS.bands), 1e6)
    assert spectra.step(sound, wanted, frames, None).abs().max() < 2 * sound.abs().max()


def test_smooth_magnitudes_have_the_mel_amplitudes_they_are_made_of() -> None:
    spectra = spectra_of(PARAMS, "cpu")
    mel = torch.from_numpy(mel_amplitudes(MUSIC["chords"](0.7), PARAMS)).T[None, 10:50].contiguous()
    made = spectra.mel(spectra.magnitudes(mel))
    assert 20 * torch.log10((made - mel).norm() / mel.norm()) < -20


def test_between_columns_what_is_wanted_is_interpolated() -> None:
    params = SpectrogramParams(step_ms=50)
    spectra = spectra_of(params, "cpu")
    frames = spectra.frames(10 * spectra.grid.column, 0, False)
    mel = np.arange(10, dtype=np.float32) * np.ones((1, params.bands, 1), np.float32)
    places = frames.centres / spectra.grid.column
    np.testing.assert_allclose(rows_of(mel, places, False)[0, :, 0], np.minimum(places, 9), atol=1e-6)
    to_the_first = 9 * (1 - np.maximum(places - 9, 0))
    np.testing.assert_allclose(rows_of(mel, places, True)[0, :, 0], np.minimum(places, to_the_first) % 9, atol=1e-5)


def test_every_column_has_its_turn() -> None:
    spectra = spectra_of(PARAMS, "cpu")
    rows = [spectra.frames(50 * 216, offset, False).centres / 216 for offset in spectra.grid.offsets]
    assert sorted(np.concatenate(rows)) == list(range(51)) or sorted(np.concatenate(rows)) == list(range(50))
    assert HOP / spectra.grid.column == pytest.approx(PARAMS.hop / 216)
