"""A model in the layout of Stable Diffusion 1.5 whose weights are made up: as large and as slow, and it plays noise."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from riffdesk.paths import resources_dir

SMALLER: dict[str, dict[str, Any]] = {
    "unet": {
        "sample_size": 32,
        "block_out_channels": (32, 32, 64, 64),
        "cross_attention_dim": 32,
        "attention_head_dim": 4,
    },
    "vae": {"block_out_channels": (32, 32, 32, 32), "layers_per_block": 1},
    "text_encoder": {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2},
}
"""What differs in the tiny model of the rehearsal, by component."""


def write_model(folder: Path, *, tiny: bool, device: str) -> None:
    """Write a model in fp16; its folder must not exist.

    Parameters
    ----------
    tiny : bool
        Whether to write one of few channels and half the bands, which has the same structure.
    device : str
        Where the weights are made: a graphics card takes a second, a processor half a minute.
    """
    from diffusers import AutoencoderKL, UNet2DConditionModel
    from transformers import CLIPTextConfig, CLIPTextModel

    configs = resources_dir() / "models" / "sd1-configs"
    shutil.copytree(configs, folder)
    torch.manual_seed(1)
    with torch.device(device):
        networks = {
            "unet": UNet2DConditionModel.from_config(_config(configs, "unet", tiny)),
            "vae": AutoencoderKL.from_config(_config(configs, "vae", tiny)),
            "text_encoder": CLIPTextModel(CLIPTextConfig(**_config(configs, "text_encoder", tiny))),
        }
    for name, network in networks.items():
        network.half().save_pretrained(folder / name)


def write_lora(path: Path, unet: Any) -> None:
    """Write a LoRA of rank 4 in kohya's names, for every attention of a network."""
    tensors = {}
    generator = torch.Generator().manual_seed(2)
    for name, layer in unet.named_modules():
        if isinstance(layer, torch.nn.Linear) and name.endswith(("to_q", "to_k", "to_v")):
            key = f"lora_unet_{name.replace('.', '_')}"
            tensors[f"{key}.lora_down.weight"] = torch.randn(4, layer.in_features, generator=generator) / 16
            tensors[f"{key}.lora_up.weight"] = torch.randn(layer.out_features, 4, generator=generator) / 16
            tensors[f"{key}.alpha"] = torch.tensor(4.0)
    save_file(tensors, path)


def _config(configs: Path, part: str, tiny: bool) -> dict[str, Any]:
    config: dict[str, Any] = json.loads((configs / part / "config.json").read_text())
    return config | (SMALLER[part] if tiny else {})
