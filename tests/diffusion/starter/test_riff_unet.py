"""The starter model's network: that tempo and key reach it, and that it is a diffusers model like any other."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from diffusers import UNet2DConditionModel
from torch import Tensor

from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.starter.key_conditioning import KEYS, key_number
from riffdesk.diffusion.starter.riff_unet import RiffUNet
from tests.diffusion.tiny import Tiny, tiny_entry, tiny_folder

RIFF = Tiny(vae="patch", unet="riff", latent_height=8, latent_width=32)


@pytest.fixture
def unet() -> RiffUNet:
    torch.manual_seed(0)
    return RiffUNet.from_pretrained(tiny_folder(RIFF) / "unet").eval()


class Says(torch.nn.Module):
    """A metronome or a key reader that has made up its mind."""

    def __init__(self, said: Tensor | float, asked: float = 100.0) -> None:
        super().__init__()
        self.said, self.asked = torch.as_tensor(said), asked

    def forward(self, text: Tensor) -> tuple[Tensor, Tensor]:
        return self.said.expand(len(text), *self.said.shape), torch.full((len(text),), self.asked)


def in_key(tonic: int, mode: str) -> Tensor:
    return 50 * torch.eye(KEYS)[key_number(tonic, mode)]


def test_the_tempo_changes_what_is_predicted_and_nothing_beside_the_batch_does(unet: RiffUNet) -> None:
    torch.manual_seed(1)
    latents, time, text = torch.randn(2, 4, 8, 32), torch.tensor([900, 900]), torch.randn(2, 77, 16)

    def predicted(bpm: float, count: int = 2) -> Tensor:
        unet.metronome = Says(bpm)
        with torch.no_grad():
            return unet(latents[:count], time[:count], text[:count]).sample

    assert not torch.allclose(predicted(90), predicted(120), atol=1e-4)
    assert torch.allclose(predicted(90, 1), predicted(90)[:1], atol=1e-5)


def test_the_key_changes_what_is_predicted_unless_none_is_asked_for(unet: RiffUNet) -> None:
    torch.manual_seed(1)
    latents, time, text = torch.randn(1, 4, 8, 32), torch.tensor([900]), torch.randn(1, 77, 16)

    def predicted(mode: str, asked: float) -> Tensor:
        unet.key_reader = Says(in_key(0, mode), asked)
        with torch.no_grad():
            return unet(latents, time, text).sample

    assert not torch.allclose(predicted("major", 100), predicted("minor", 100), atol=1e-4)
    assert torch.allclose(predicted("major", -100), predicted("minor", -100), atol=1e-5)


def test_it_is_saved_and_loaded_as_any_diffusers_model(unet: RiffUNet, tmp_path: Path) -> None:
    unet.save_pretrained(tmp_path)
    again, info = RiffUNet.from_pretrained(tmp_path, output_loading_info=True)
    assert not any(info.values())
    assert again.config.in_channels == 4
    for name, value in unet.state_dict().items():
        assert torch.equal(again.state_dict()[name], value)
    assert isinstance(again, UNet2DConditionModel)


def test_the_loader_knows_it_by_its_config() -> None:
    model = load_model(tiny_entry(RIFF), device="cpu")
    assert type(model.unet) is RiffUNet


def test_diffusers_own_pipeline_reads_the_folder() -> None:
    from diffusers import StableDiffusionPipeline

    pipeline = StableDiffusionPipeline.from_pretrained(tiny_folder(RIFF), safety_checker=None, feature_extractor=None)
    assert type(pipeline.unet) is RiffUNet
