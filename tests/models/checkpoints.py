"""A tiny model as one file of weights with Stable Diffusion's own names, and LoRAs for it."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from tests.diffusion.tiny import Tiny, tiny_model

Weights = dict[str, torch.Tensor]

SINGLE = Tiny(halvings=1, latent_height=32, latent_width=32)
"""The tiny model that a single file is made of."""

_RESNET_PARTS = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "time_emb_proj": "emb_layers.1",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "conv_shortcut": "skip_connection",
}


def checkpoint_weights(tiny: Tiny = SINGLE) -> Weights:
    """Return a tiny model's weights under Stable Diffusion's names. Do not write to the tensors."""
    return dict(_weights(tiny))


@functools.cache
def _weights(tiny: Tiny) -> Weights:
    model = tiny_model(tiny)
    weights: Weights = {}
    for name, value in model.text_encoder.state_dict().items():
        weights[f"cond_stage_model.transformer.text_model.{name.removeprefix('text_model.')}"] = value
    places = unet_places(model.unet)
    for name, value in model.unet.state_dict().items():
        weights[f"model.diffusion_model.{_unet_name(name, places)}"] = value
    for name, value in model.vae.state_dict().items():
        weights[f"first_stage_model.{_vae_name(name, tiny.halvings)}"] = value
    return {name: value.contiguous().clone() for name, value in weights.items()}


def write_checkpoint(path: Path, weights: Weights | None = None) -> Path:
    """Write weights, a tiny model's if none are given, to a .safetensors or a .ckpt file."""
    weights = checkpoint_weights() if weights is None else weights
    if path.suffix == ".ckpt":
        torch.save({"state_dict": weights, "global_step": 7}, path)
    else:
        save_file(weights, path)
    return path


def write_lora(path: Path, *, rank: int = 2, kohya: bool = False, width: int = 16) -> Path:
    """Write a LoRA of the network's attention to words, in diffusers' or in kohya's format."""
    generator = torch.Generator().manual_seed(3)
    weights: Weights = {}
    for name in ("attn1.to_q", "attn2.to_v"):
        inner = f"down_blocks.1.attentions.0.transformer_blocks.0.{name}"
        down = torch.randn(rank, width, generator=generator)
        up = torch.randn(16, rank, generator=generator)
        if kohya:
            stem = f"lora_unet_{inner.replace('.', '_')}"
            weights |= {f"{stem}.lora_down.weight": down, f"{stem}.lora_up.weight": up}
            weights[f"{stem}.alpha"] = torch.tensor(float(rank))
        else:
            weights |= {f"unet.{inner}.lora_A.weight": down, f"unet.{inner}.lora_B.weight": up}
    save_file(weights, path)
    return path


def unet_places(unet: Any) -> dict[str, str]:
    """Return where a network's parts stand in Stable Diffusion's numbering, which counts inputs and outputs."""
    blocks, layers = len(unet.config.block_out_channels), unet.config.layers_per_block
    places = {
        "conv_in": "input_blocks.0.0",
        "time_embedding.linear_1": "time_embed.0",
        "time_embedding.linear_2": "time_embed.2",
        "mid_block.resnets.0": "middle_block.0",
        "mid_block.attentions.0": "middle_block.1",
        "mid_block.resnets.1": "middle_block.2",
        "conv_norm_out": "out.0",
        "conv_out": "out.2",
    }
    number = 1
    for block in range(blocks):
        for layer in range(layers):
            places[f"down_blocks.{block}.resnets.{layer}"] = f"input_blocks.{number}.0"
            places[f"down_blocks.{block}.attentions.{layer}"] = f"input_blocks.{number}.1"
            number += 1
        places[f"down_blocks.{block}.downsamplers.0.conv"] = f"input_blocks.{number}.0.op"
        number += 1
    number = 0
    for block in range(blocks):
        attends = unet.config.up_block_types[block].startswith("CrossAttn")
        for layer in range(layers + 1):
            places[f"up_blocks.{block}.resnets.{layer}"] = f"output_blocks.{number}.0"
            places[f"up_blocks.{block}.attentions.{layer}"] = f"output_blocks.{number}.1"
            number += 1
        places[f"up_blocks.{block}.upsamplers.0.conv"] = f"output_blocks.{number - 1}.{2 if attends else 1}.conv"
    return places


def _unet_name(name: str, places: dict[str, str]) -> str:
    place = next(place for place in places if name.startswith(f"{place}."))
    rest = name.removeprefix(f"{place}.")
    if ".resnets." in name:
        part, _, last = rest.partition(".")
        rest = f"{_RESNET_PARTS[part]}.{last}"
    return f"{places[place]}.{rest}"


def _vae_name(name: str, halvings: int) -> str:
    def up(match: re.Match[str]) -> str:
        return f"decoder.up.{halvings - int(match[1])}."

    name = re.sub(r"decoder\.up_blocks\.(\d)\.", up, name)
    for pattern, replacement in (
        (r"encoder\.down_blocks\.(\d)\.", r"encoder.down.\1."),
        (r"\.resnets\.(\d)", r".block.\1"),
        (r"\.downsamplers\.0\.", ".downsample."),
        (r"\.upsamplers\.0\.", ".upsample."),
        (r"conv_shortcut", "nin_shortcut"),
        (r"conv_norm_out", "norm_out"),
        (r"mid_block\.block\.0", "mid.block_1"),
        (r"mid_block\.block\.1", "mid.block_2"),
    ):
        name = re.sub(pattern, replacement, name)
    return name
