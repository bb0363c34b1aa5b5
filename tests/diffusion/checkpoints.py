"""A tiny model as one file of weights with Stable Diffusion's own names, and LoRAs for it."""

from __future__ import annotations

import re
from pathlib import Path

import torch
from safetensors.torch import save_file

from .tiny import Tiny, tiny_model

Weights = dict[str, torch.Tensor]

SINGLE = Tiny()
"""The tiny model that a single file is made of."""

# Where the parts of the two-block network stand in Stable Diffusion's numbering, which counts inputs and outputs.
_UNET_PLACES = {
    "conv_in": "input_blocks.0.0",
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "down_blocks.0.resnets.0": "input_blocks.1.0",
    "down_blocks.0.downsamplers.0.conv": "input_blocks.2.0.op",
    "down_blocks.1.resnets.0": "input_blocks.3.0",
    "down_blocks.1.attentions.0": "input_blocks.3.1",
    "mid_block.resnets.0": "middle_block.0",
    "mid_block.attentions.0": "middle_block.1",
    "mid_block.resnets.1": "middle_block.2",
    "up_blocks.0.resnets.0": "output_blocks.0.0",
    "up_blocks.0.attentions.0": "output_blocks.0.1",
    "up_blocks.0.resnets.1": "output_blocks.1.0",
    "up_blocks.0.attentions.1": "output_blocks.1.1",
    "up_blocks.0.upsamplers.0.conv": "output_blocks.1.2.conv",
    "up_blocks.1.resnets.0": "output_blocks.2.0",
    "up_blocks.1.resnets.1": "output_blocks.3.0",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
}
_RESNET_PARTS = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "time_emb_proj": "emb_layers.1",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "conv_shortcut": "skip_connection",
}


def checkpoint_weights(tiny: Tiny = SINGLE) -> Weights:
    """Return a tiny model's weights under Stable Diffusion's names."""
    model = tiny_model(tiny)
    weights: Weights = {}
    for name, value in model.text_encoder.state_dict().items():
        weights[f"cond_stage_model.transformer.text_model.{name.removeprefix('text_model.')}"] = value
    for name, value in model.unet.state_dict().items():
        weights[f"model.diffusion_model.{_unet_name(name)}"] = value
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


def _unet_name(name: str) -> str:
    for place, number in _UNET_PLACES.items():
        if name.startswith(f"{place}."):
            rest = name.removeprefix(f"{place}.")
            part = rest.split(".")[0]
            return f"{number}.{rest.replace(part, _RESNET_PARTS.get(part, part), 1) if '.resnets.' in name else rest}"
    raise AssertionError(f"{name} has no place in the checkpoint")


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
