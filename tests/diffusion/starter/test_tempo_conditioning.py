"""What keeps time: how a tempo is read, and what is seen at it."""

from __future__ import annotations

import torch
from torch import Tensor

from riffdesk.diffusion.starter.tempo_conditioning import LATENT_COLUMNS_PER_MINUTE, Metronome, Repeats, beat_shifts


def test_columns_are_shifted_by_whole_beats() -> None:
    # At 125 bpm a beat is 3 columns of latents, at 150 it is 2.5.
    shifts = beat_shifts(torch.tensor([125.0, 150.0]), 16)
    assert shifts.shape == (2, 16, 8, 16)
    ramp = torch.arange(16.0)
    moved = torch.einsum("x,nxby->nby", ramp, shifts)
    for number, beat in enumerate((-4, -3, -2, -1, 1, 2, 3, 4)):
        for tempo, columns in enumerate((3.0, 2.5)):
            place = ramp + beat * columns
            inside = (place >= 0) & (place <= 15)
            assert torch.allclose(moved[tempo, number][inside], place[inside], atol=1e-4)
            outside = (place <= -1) | (place >= 16)
            assert (moved[tempo, number][outside] == 0).all()


def test_a_minute_has_as_many_columns_of_latents_as_riffusions_spectrogram_has() -> None:
    from riffdesk.diffusion.starter.patch_autoencoder import PATCH
    from riffdesk.dsp.params import SpectrogramParams

    assert SpectrogramParams().columns_per_second * 60 / PATCH == LATENT_COLUMNS_PER_MINUTE


def test_what_sounds_a_bar_away_is_seen_at_the_tempo_that_is_asked_for_and_without_one_it_is_not() -> None:
    torch.manual_seed(0)
    repeats = Repeats(4).eval()
    latents = torch.randn(1, 4, 8, 32)
    changed = latents.clone()
    changed[..., 20] += 3  # 12 columns after column 8: four beats at 125 bpm

    def difference(asked: float) -> Tensor:
        said = torch.tensor([125.0]), torch.tensor([asked])
        with torch.no_grad():
            # A normalisation sees all columns a little; a beat away is seen far more.
            return (repeats(changed, *said) - repeats(latents, *said)).abs().mean(dim=(0, 1, 2))

    heard, unheard = difference(100.0), difference(-100.0)
    assert heard[8] > 3 * unheard[8]
    assert unheard[20] > 3 * unheard[8]


def test_where_a_window_begins_makes_no_difference() -> None:
    torch.manual_seed(0)
    repeats = Repeats(4).eval()
    latents = torch.zeros(1, 4, 8, 96)
    latents[..., 44:52] = torch.randn(4, 8, 8)
    said = torch.tensor([150.0]), torch.tensor([100.0])
    with torch.no_grad():
        one, other = repeats(latents, *said), repeats(latents.roll(3, dims=-1), *said)
    assert torch.allclose(one[..., 44:52], other[..., 47:55], atol=1e-4)


def test_the_metronome_stays_within_what_is_music() -> None:
    torch.manual_seed(0)
    bpm, asked = Metronome(16)(100 * torch.randn(50, 77, 16))
    assert bpm.shape == asked.shape == (50,)
    assert bpm.min() > 30
    assert bpm.max() < 300
