"""The small model's autoencoder attends within chunks, and within chunks between them."""

from __future__ import annotations

import warnings
from functools import cache
from pathlib import Path

import pytest
import torch
from torch import Tensor

from riffdesk.diffusion.stable_audio.chunked_autoencoder import ChunkedAutoencoder

STRIDE, LATENTS = 4, 6


@cache
def autoencoder() -> ChunkedAutoencoder:
    with torch.random.fork_rng(devices=[]), warnings.catch_warnings(), torch.no_grad():
        torch.manual_seed(2)
        warnings.simplefilter("ignore", FutureWarning)
        made = ChunkedAutoencoder(
            patch_size=2,
            encoder_channels=8,
            encoder_c_mults=(2,),
            encoder_strides=(STRIDE,),
            encoder_transformer_depths=(4,),
            latent_dim=LATENTS,
            dim_heads=8,
            chunk_size=2 * STRIDE,
        )
        for name, weight in made.named_parameters():
            if not weight.any() or name.endswith("new_tokens"):
                weight.normal_(std=0.3)
    return made.requires_grad_(False).eval()


def in_chunks(tokens: list[Tensor], layers: torch.nn.ModuleList) -> list[Tensor]:
    """Return segments after layers, two of them at a time: the definition, in a loop."""
    result: list[Tensor] = []
    for first in range(0, len(tokens), 2):
        chunk = torch.cat(tokens[first : first + 2])[None]
        for layer in layers:
            chunk = layer(chunk)
        result += chunk[0].split(STRIDE + 1)
    return result


def attended(tokens: list[Tensor], layers: torch.nn.ModuleList) -> list[Tensor]:
    first = in_chunks(tokens, layers[:2])
    return in_chunks([first[0], *first, first[-1]], layers[2:])[1:-1]


@pytest.mark.parametrize("count", [2, 6, 7])
def test_the_encoder_is_its_definition(count: int) -> None:
    model = autoencoder()
    block = model.encoder.blocks[0]
    frames = torch.randn(1, 4, count * STRIDE, generator=torch.Generator().manual_seed(1))
    padded = torch.nn.functional.pad(frames, (0, STRIDE * (count % 2)))
    mapped = block.mapping(padded)[0].T
    tokens = [torch.cat([segment, block.new_tokens[0]]) for segment in mapped.split(STRIDE)]
    expected = torch.stack([segment[-1] for segment in attended(tokens, block.transformers)])[:count].T
    assert torch.allclose(block(frames)[0], expected, atol=1e-5)


@pytest.mark.parametrize("count", [2, 6, 7])
def test_the_decoder_is_its_definition(count: int) -> None:
    block = autoencoder().decoder.blocks[0]
    latents = torch.randn(1, 16, count, generator=torch.Generator().manual_seed(1))
    padded = torch.nn.functional.pad(latents, (0, count % 2))[0].T
    tokens = [torch.cat([one[None], *[block.new_tokens[0]] * STRIDE]) for one in padded]
    frames = torch.cat([segment[1:] for segment in attended(tokens, block.transformers)])
    weight = block.mapping.weight
    assert weight.shape[-1] == 3
    expected = torch.nn.functional.conv1d(frames.T[None], weight, block.mapping.bias, padding=1)
    assert torch.allclose(block(latents), expected[..., : count * STRIDE], atol=1e-5)


def test_a_latent_reaches_no_further_than_it_says() -> None:
    model = autoencoder()
    latents = torch.randn(1, LATENTS, 24, generator=torch.Generator().manual_seed(1))
    changed = latents.clone()
    changed[..., 12] += 1
    per_latent = STRIDE * 2
    differs = (model.decode(latents).sample != model.decode(changed).sample).any(dim=1)[0]
    reached = differs.nonzero().flatten() // per_latent
    assert 0 < 12 - int(reached.min()) <= model.reach
    assert 0 < int(reached.max()) - 12 <= model.reach


def test_it_is_saved_and_read_as_the_others_are(tmp_path: Path) -> None:
    autoencoder().save_pretrained(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        read = ChunkedAutoencoder.from_pretrained(tmp_path)
    sound = torch.randn(1, 2, 80, generator=torch.Generator().manual_seed(1))
    assert torch.equal(read.encode(sound).latents, autoencoder().encode(sound).latents)


def test_chunks_that_cannot_be_halved_are_refused() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        with pytest.raises(ValueError, match="no even multiple"):
            ChunkedAutoencoder(chunk_size=16, encoder_channels=8, encoder_transformer_depths=(1,))
