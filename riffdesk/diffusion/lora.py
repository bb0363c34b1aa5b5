"""Adds LoRA files (Hu et al. 2021) to a loaded model, for good: a render then costs what it did without."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diffusers import DDIMScheduler, StableDiffusionPipeline

from riffdesk.diffusion.weights import shapes_in
from riffdesk.errors import UserError


def add_loras(parts: Mapping[str, Any], loras: Sequence[tuple[Path, float]]) -> None:
    """Add LoRAs to the text encoder and the network of a model, in place.

    Parameters
    ----------
    parts : mapping
        tokenizer, text_encoder, unet and vae.
    loras : sequence of (Path, weight)
        Files in the formats that diffusers reads, its own and kohya's among them.

    Raises
    ------
    UserError
        If one cannot be read or was made for a model of another shape.
    """
    pipeline = StableDiffusionPipeline(
        **parts,
        scheduler=DDIMScheduler(steps_offset=1, clip_sample=False),  # what the pipeline wants of one
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    for number, (path, weight) in enumerate(loras):
        if not math.isfinite(weight):
            raise UserError(f"A weight of {weight} for {path.name} makes no sense.")
        shapes = shapes_in(path)
        if any("lora_te2_" in name or "text_encoder_2" in name for name in shapes):
            raise UserError(f"{path} was made for a Stable Diffusion XL model, so it cannot be added to this one.")
        name = f"lora{number}"
        try:
            pipeline.load_lora_weights(
                str(path.parent), weight_name=path.name, adapter_name=name, local_files_only=True, use_safetensors=True
            )
            fits = any(name in adapters for adapters in pipeline.get_list_adapters().values())
        except (ValueError, RuntimeError, KeyError, OSError) as error:
            raise UserError(f"{path} does not fit this model: it is no LoRA, or one for another model.") from error
        if not fits:
            raise UserError(f"{path} does not fit this model: none of its parts is in it.")
        pipeline.set_adapters([name], [weight])
        pipeline.fuse_lora(adapter_names=[name])
        pipeline.unload_lora_weights()
