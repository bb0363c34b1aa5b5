"""Tiny models with random weights in diffusers layout: always the same ones, and milliseconds a call."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from riffdesk.models.model_entry import ModelEntry

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model

WORDS = ("piano", "drums", "jazz", "slow", "a", "of", "and")
"""What the tokenizer reads as one token each; anything else letter by letter."""


@dataclass(frozen=True)
class Tiny:
    """What a tiny model is like; the defaults are Stable Diffusion's sizes with fewer channels.

    Parameters
    ----------
    vae : str
        ``kl`` for an `AutoencoderKL`, or ``patch`` for the project's own autoencoder, whose factor is 16.
    unet : str
        ``plain`` for diffusers' own network, ``riff`` for the project's `RiffUNet`, or ``score`` for its `ScoreUNet`,
        whose autoencoder must be ``patch``.
    halvings : int
        Of the `AutoencoderKL`: 3 for a factor of 8.
    latent_channels : int
    latent_height, latent_width : int
        What the network was made for, in latents.
    prediction : str
        ``epsilon`` or ``v_prediction``.
    stereo : bool
        Whether riffdesk.json says that images hold two channels.
    weights : str
        ``safetensors``, or ``bin`` for pickled ones.
    seed : int
        Of the weights.
    """

    vae: Literal["kl", "patch"] = "kl"
    unet: Literal["plain", "riff", "score"] = "plain"
    halvings: int = 3
    latent_channels: int = 4
    latent_height: int = 64
    latent_width: int = 64
    prediction: Literal["epsilon", "v_prediction"] = "epsilon"
    stereo: bool = False
    weights: Literal["safetensors", "bin"] = "safetensors"
    seed: int = 0

    @property
    def factor(self) -> int:
        return 16 if self.vae == "patch" else 2**self.halvings

    @property
    def bands(self) -> int:
        return self.latent_height * self.factor


@cache
def tiny_folder(tiny: Tiny = Tiny()) -> Path:
    """Return the model's folder, made at the first call in this process and gone at its end. Do not write to it."""
    folder = Path(tempfile.mkdtemp(prefix="riffdesk-tiny-")) / "tiny"
    atexit.register(shutil.rmtree, folder.parent, ignore_errors=True)
    write_tiny(folder, tiny)
    return folder


def tiny_entry(tiny: Tiny = Tiny()) -> ModelEntry:
    """Return what the registry says of a tiny model."""
    return ModelEntry("tiny", tiny_folder(tiny), "folder", "added")


@cache
def tiny_model(tiny: Tiny = Tiny(), device: str = "cpu") -> Model:
    """Return a loaded tiny model, one for the whole run: do not change it."""
    from riffdesk.diffusion.loading import load_model

    return load_model(tiny_entry(tiny), device=device)


def write_tiny(folder: Path, tiny: Tiny = Tiny()) -> None:
    """Write a tiny model to a new folder."""
    import torch
    from diffusers import PNDMScheduler

    folder.mkdir(parents=True)
    tokenizer = _tokenizer()
    safe = tiny.weights == "safetensors"
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(tiny.seed)
        _text_encoder(tokenizer).save_pretrained(folder / "text_encoder")
        _unet(tiny).save_pretrained(folder / "unet", safe_serialization=safe)
        _vae(tiny).save_pretrained(folder / "vae", safe_serialization=safe)
    if not safe:
        _pickle_weights(folder / "text_encoder")
    tokenizer.save_pretrained(folder / "tokenizer")
    # As in riffusion-model-v1.
    scheduler = PNDMScheduler(
        beta_start=0.00085,
        beta_end=0.012,
        beta_schedule="scaled_linear",
        skip_prk_steps=True,
        steps_offset=1,
        prediction_type=tiny.prediction,
    )
    scheduler.save_pretrained(folder / "scheduler")
    patch = ["riffdesk.diffusion.starter.patch_autoencoder", "PatchAutoencoder"]
    unets = {
        "plain": ["diffusers", "UNet2DConditionModel"],
        "riff": ["riffdesk.diffusion.starter.riff_unet", "RiffUNet"],
        "score": ["riffdesk.diffusion.starter.score_unet", "ScoreUNet"],
    }
    index = {
        "_class_name": "StableDiffusionPipeline",
        "_diffusers_version": "0.42.1",
        "feature_extractor": ["transformers", "CLIPFeatureExtractor"],
        "safety_checker": ["stable_diffusion", "StableDiffusionSafetyChecker"],
        "scheduler": ["diffusers", "PNDMScheduler"],
        "text_encoder": ["transformers", "CLIPTextModel"],
        "tokenizer": ["transformers", "CLIPTokenizer"],
        "unet": unets[tiny.unet],
        "vae": patch if tiny.vae == "patch" else ["diffusers", "AutoencoderKL"],
    }
    (folder / "model_index.json").write_text(json.dumps(index))
    # As a model of riffdesk's own has it; Riffusion's have none.
    (folder / "riffdesk.json").write_text("{}")
    if tiny.stereo:
        from riffdesk.dsp.params import SpectrogramParams

        params = SpectrogramParams(bands=tiny.bands, stereo=True, min_hz=20, max_hz=20_000)
        (folder / "riffdesk.json").write_text(json.dumps({"spectrogram": asdict(params)}))


def _tokenizer() -> Any:
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import CLIPTokenizer

    letters = sorted(ByteLevel.alphabet())
    tokens = [*letters, *(f"{letter}</w>" for letter in letters)]
    merges: list[tuple[str, str]] = []
    for word in WORDS:
        pieces = [*word[:-1], f"{word[-1]}</w>"]
        while len(pieces) > 1:
            pair = (pieces[0], pieces[1])
            if pair not in merges:
                merges.append(pair)
                tokens.append("".join(pair))
            pieces[:2] = ["".join(pair)]
    start, end = "<|startoftext|>", "<|endoftext|>"
    vocabulary = {token: number for number, token in enumerate(dict.fromkeys([*tokens, start, end]))}
    return CLIPTokenizer(vocab=vocabulary, merges=merges, model_max_length=77)


def _text_encoder(tokenizer: Any) -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel

    config = CLIPTextConfig(
        vocab_size=len(tokenizer),
        hidden_size=16,
        intermediate_size=32,
        projection_dim=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    return CLIPTextModel(config)


def _unet(tiny: Tiny) -> Any:
    import torch
    from diffusers import UNet2DConditionModel

    from riffdesk.diffusion.starter.riff_unet import RiffUNet
    from riffdesk.diffusion.starter.score_unet import SCORE_FEATURES, ScoreUNet

    height, width = tiny.latent_height, tiny.latent_width
    kind = {"plain": UNet2DConditionModel, "riff": RiffUNet, "score": ScoreUNet}[tiny.unet]
    unet = kind(
        sample_size=height if height == width else (height, width),
        in_channels=tiny.latent_channels,
        out_channels=tiny.latent_channels,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        block_out_channels=(8, 16),
        layers_per_block=1,
        norm_num_groups=4,
        attention_head_dim=1,
        cross_attention_dim=16,
    )
    # Random attention looks at all words alike; sharper, a word changes the image enough to be seen.
    with torch.no_grad():
        for name, weight in unet.named_parameters():
            if "attn2.to_" in name and name.endswith("weight"):
                weight *= 3
        if isinstance(unet, ScoreUNet):  # as if it had learned to see the notes
            unet.conv_in.weight[:, -SCORE_FEATURES:].normal_(std=0.3)
    return unet


def _vae(tiny: Tiny) -> Any:
    if tiny.vae == "patch":
        from riffdesk.diffusion.starter.patch_autoencoder import PatchAutoencoder

        return PatchAutoencoder(
            latent_channels=tiny.latent_channels, block_out_channels=(8, 8, 8, 8, 8), blocks=1, fine_blocks=1
        )
    from diffusers import AutoencoderKL

    blocks = tiny.halvings + 1
    return AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * blocks,
        up_block_types=("UpDecoderBlock2D",) * blocks,
        block_out_channels=(4,) * blocks,
        latent_channels=tiny.latent_channels,
        norm_num_groups=2,
        sample_size=tiny.bands,
        mid_block_add_attention=False,
    )


def _pickle_weights(folder: Path) -> None:
    """Turn the safetensors of a transformers model into the .bin of its older versions."""
    import torch
    from safetensors.torch import load_file

    torch.save(load_file(folder / "model.safetensors"), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
