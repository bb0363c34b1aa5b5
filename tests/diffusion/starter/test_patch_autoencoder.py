from __future__ import annotations

from pathlib import Path

import pytest
import torch

from riffdesk.diffusion.starter.patch_autoencoder import PatchAutoencoder


@pytest.fixture
def model() -> PatchAutoencoder:
    torch.manual_seed(0)
    return PatchAutoencoder(latent_channels=8, block_out_channels=(16,) * 5, blocks=1, fine_blocks=1)


def image(height: int = 64, width: int = 96) -> torch.Tensor:
    grey = torch.rand(2, 1, height, width, generator=torch.Generator().manual_seed(1)) * 2 - 1
    return grey.expand(-1, 3, -1, -1)


def test_latents_are_a_sixteenth_and_images_come_back_grey_in_their_size(model: PatchAutoencoder) -> None:
    latents = model.encode(image()).latent_dist.mode()
    assert latents.shape == (2, 8, 4, 6)
    decoded = model.decode(latents).sample
    assert decoded.shape == image().shape
    assert torch.equal(decoded[:, 0], decoded[:, 2])


def test_readers_of_the_config_find_the_factor(model: PatchAutoencoder) -> None:
    assert 2 ** (len(model.config.block_out_channels) - 1) == 16
    assert model.config.scaling_factor == 1


def test_the_posterior_is_narrow_and_follows_its_generator(model: PatchAutoencoder) -> None:
    posterior = model.encode(image()).latent_dist
    first, again = (posterior.sample(torch.Generator().manual_seed(3)) for _ in range(2))
    assert torch.equal(first, again)
    assert 0.02 < (first - posterior.mode()).std() < 0.1


def test_an_untrained_net_adds_nothing_to_the_linear_maps(model: PatchAutoencoder) -> None:
    grey = image()[:, :1]
    assert torch.allclose(model.raw_latents(grey), model.analysis(grey))
    latents = torch.randn(1, 8, 3, 3)
    assert torch.allclose(model.decode(latents).sample[:, :1], model.synthesis(latents), atol=1e-6)


def test_it_is_saved_and_loaded_as_any_diffusers_model(model: PatchAutoencoder, tmp_path: Path) -> None:
    model.latent_mean.fill_(0.3)
    model.save_pretrained(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {"config.json", "diffusion_pytorch_model.safetensors"}
    again = PatchAutoencoder.from_pretrained(tmp_path)
    with torch.no_grad():
        assert torch.equal(again(image()).sample, model(image()).sample)


def test_tuples_come_back_where_dictionaries_are_not_wanted(model: PatchAutoencoder) -> None:
    with torch.no_grad():
        posterior = model.encode(image(), return_dict=False)[0]
        assert torch.equal(model.decode(posterior.mode(), return_dict=False)[0], model(image()).sample)
