"""The network that plays from a score: it begins as a RiffUNet, and what it is shown lies where the latents lie."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from riffdesk.compose.score_pictures import CELL_COLUMNS, STROKE_CLASSES, TONE_PICTURES
from riffdesk.diffusion.starter.patch_autoencoder import PATCH
from riffdesk.diffusion.starter.riff_unet import RiffUNet
from riffdesk.diffusion.starter.score_unet import (
    CELLS,
    SCORE_FEATURES,
    SCORE_WIDTH,
    STROKES,
    TONES,
    ScoreUNet,
    score_input,
)
from tests.diffusion.tiny import Tiny, tiny_folder


@pytest.fixture
def riff() -> RiffUNet:
    torch.manual_seed(0)
    return RiffUNet.from_pretrained(
        tiny_folder(Tiny(vae="patch", unet="riff", latent_height=8, latent_width=32)) / "unet"
    ).eval()


@pytest.fixture
def scored(riff: RiffUNet) -> ScoreUNet:
    torch.manual_seed(1)
    unet = ScoreUNet.from_config(riff.config).eval()
    unet.load_riff(riff.state_dict())
    return unet


def inputs() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    torch.manual_seed(2)
    return torch.randn(2, 4, 8, 32), torch.tensor([900, 300]), torch.randn(2, 77, 16)


def test_the_network_and_the_pictures_agree_on_their_number_and_spacing() -> None:
    assert (TONE_PICTURES, len(STROKE_CLASSES)) == (TONES, STROKES)
    assert CELLS * CELL_COLUMNS == PATCH


@torch.no_grad()
def test_with_the_weights_of_a_riff_unet_it_predicts_what_that_does(riff: RiffUNet, scored: ScoreUNet) -> None:
    latents, time, text = inputs()
    expected = riff(latents, time, text).sample
    assert torch.equal(scored(latents, time, text).sample, expected)
    score = torch.rand(2, SCORE_WIDTH, 8, 32)
    assert torch.allclose(scored(latents, time, text, score=score).sample, expected, atol=1e-5)


def test_it_learns_to_see_the_score(scored: ScoreUNet) -> None:
    latents, time, text = inputs()
    score = torch.rand(2, SCORE_WIDTH, 8, 32)
    scored(latents, time, text, score=score).sample.square().sum().backward()
    assert scored.conv_in.weight.grad[:, -SCORE_FEATURES:].abs().max() > 0
    with torch.no_grad():
        scored.conv_in.weight += 0.1 * torch.randn_like(scored.conv_in.weight)
        one, none = scored(latents, time, text, score=score).sample, scored(latents, time, text).sample
        assert not torch.allclose(one, none, atol=1e-3)
        assert torch.equal(scored(latents, time, text, score=torch.zeros_like(score)).sample, none)


@torch.no_grad()
def test_it_is_saved_and_loaded_as_any_diffusers_model(scored: ScoreUNet, tmp_path: Path) -> None:
    scored.save_pretrained(tmp_path)
    again, info = ScoreUNet.from_pretrained(tmp_path, output_loading_info=True)
    assert not any(info.values())
    for name, value in scored.state_dict().items():
        assert torch.equal(again.state_dict()[name], value)


@pytest.mark.parametrize(("band", "cell"), [(0, 0), (17, 9), (500, 255), (255, 128)])
def test_a_spot_is_seen_in_the_row_and_column_of_its_patch(band: int, cell: int) -> None:
    tones = np.zeros((TONES, 512, 256), np.float32)
    tones[1, band, cell] = 0.5
    shown = score_input(tones, np.zeros((STROKES, 256), np.float32))
    assert shown.shape == (SCORE_WIDTH, 32, 32)
    assert (shown[0] == 1).all()
    ((_, row, column),) = torch.nonzero(shown[1:]).tolist()
    assert row == (511 - band) // PATCH  # latents begin with the highest bands
    assert column == cell // CELLS


def test_a_stroke_is_seen_in_all_rows_of_its_column() -> None:
    strokes = np.zeros((STROKES, 256), np.float32)
    strokes[2, 100] = 1
    shown = score_input(np.zeros((TONES, 512, 256), np.float32), strokes)[1:]
    places = torch.nonzero(shown)
    assert len(places) == 32
    assert set(places[:, 2].tolist()) == {100 // CELLS}
    assert len(set(places[:, 0].tolist())) == 1
