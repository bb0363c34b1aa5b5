"""Published weights of Stable Audio 3 become a folder in diffusers layout with the same numbers."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import StableAudio3DiTModel
from safetensors.torch import load_file, save_file

from riffdesk.diffusion.stable_audio.chunked_autoencoder import ChunkedAutoencoder
from riffdesk.diffusion.stable_audio.conversion import convert_stable_audio
from riffdesk.diffusion.stable_audio.loading import load_sound_model
from riffdesk.diffusion.stable_audio.sampling import Task, sample
from riffdesk.errors import UserError
from riffdesk.models.registry import add_model, describe
from riffdesk.models.stable_audio import BASE, TUNED, read_stable_audio
from riffdesk.progress import Step
from tests.models.published_audio import published
from tests.models.stable_audio import PER_LATENT, pipeline


@pytest.mark.parametrize("small", [True, False], ids=["small", "medium"])
def test_all_weights_are_those_that_were_published(tmp_path: Path, small: bool) -> None:
    transformer, vae = published(tmp_path / "there", small=small)
    steps: list[Step] = []
    convert_stable_audio(tmp_path / "there" / "model.safetensors", tmp_path / "model", on_step=steps.append)
    assert [step.done for step in steps] == [0, 1, 2, 3]
    entry = add_model(tmp_path / "model")
    facts, layout = describe(entry), read_stable_audio(tmp_path / "model")
    assert facts.suggestion == (TUNED if small else BASE)
    assert facts.licence == tmp_path / "model" / "LICENSE.md"
    assert layout.max_seconds == 2.0
    assert layout.autoencoder == ("ChunkedAutoencoder" if small else "AutoencoderSAME")
    model = load_sound_model(entry)
    original = pipeline()
    for ours, theirs in (
        (model.transformer, transformer),
        (model.vae, vae),
        (model.duration_embedder, original.duration_embedder),
        (model.text_encoder.encoder, original.text_encoder.encoder),
    ):
        mine, other = ours.state_dict(), theirs.state_dict()
        assert mine.keys() == other.keys()
        assert [name for name in mine if not torch.equal(mine[name], other[name])] == []
    assert model.vae.config.patch_size == vae.config.patch_size
    latents = sample(model, Task("piano", "", 1, 1.0, 44, 2, 1.0))
    assert model.decode(latents).shape == (2, 44 * PER_LATENT)


def edited(path: Path, change: Callable[[Any], object]) -> None:
    config = json.loads(path.read_text())
    change(config)
    path.write_text(json.dumps(config))


def test_another_model_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    there = tmp_path / "there"
    published(there, small=True)
    weights, target = there / "model.safetensors", tmp_path / "model"
    config = (there / "model_config.json").read_text()

    def refused(said: str) -> None:
        with pytest.raises(UserError, match=said):
            convert_stable_audio(weights, target)
        assert [path.name for path in tmp_path.iterdir() if path.name != "riffdesk-home"] == ["there"]

    for change in (
        lambda one: one.pop("sample_size"),
        lambda one: one["model"].pop("conditioning"),
        lambda one: one["model"]["pretransform"]["config"]["encoder"]["config"].pop("chunk_midpoint_shift"),
    ):
        edited(there / "model_config.json", change)
        refused("is not the config of a Stable Audio 3")
        (there / "model_config.json").write_text(config)
    values = load_file(weights)
    missing = dict(values)
    missing.pop("model.model.transformer.project_in.weight")
    save_file(missing, weights)
    refused(r"of its weights, proj_in\.weight does not fit")
    save_file(values | {"model.model.conformer.weight": torch.ones(1)}, weights)
    refused(r"of its weights, conformer\.weight does not fit")
    save_file(values | {"model.model.transformer.project_in.weight": torch.ones(3, 3)}, weights)
    refused("project_in.weight has another size")
    save_file(values, weights)
    (there / "t5gemma-b-b-ul2" / "tokenizer.json").unlink()
    refused("holds no text encoder")
    target.mkdir()
    with pytest.raises(UserError, match="already"):
        convert_stable_audio(weights, target)


def test_the_small_model_at_its_full_size_has_as_many_weights_as_were_published() -> None:
    with torch.device("meta"), warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        autoencoder = ChunkedAutoencoder()
        transformer = StableAudio3DiTModel(
            embed_dim=1024, depth=20, num_heads=16, use_differential_attention=False
        ).state_dict()
    layers = [layer for side in (autoencoder.encoder, autoencoder.decoder) for layer in side.blocks[0].transformers]
    ignored = len(layers) + 1  # frequencies of positions, and an empty scale of noise
    embedder = 2
    assert len(transformer) + len(autoencoder.state_dict()) + ignored + embedder == 685
    assert transformer["transformer_blocks.19.self_attn.to_qkv.weight"].shape == (3072, 1024)
    assert transformer["transformer_blocks.0.ff.proj_in.weight"].shape == (8192, 1024)
    assert autoencoder.reach == 4
