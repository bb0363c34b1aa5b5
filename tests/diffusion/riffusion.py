"""Riffusion's image-to-image interpolation, written down once more: one image, plain loops, nothing of ours.

See the last section of DESIGN.md. It is what a strip of one window must equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import diffusers
import numpy as np
import torch
from torch import Tensor

SCHEDULERS: dict[str, tuple[str, dict[str, Any]]] = {
    "DPM++ 2M Karras": ("DPMSolverMultistepScheduler", {"use_karras_sigmas": True}),
    "DDIM": ("DDIMScheduler", {"clip_sample": False}),
    "PNDM": ("PNDMScheduler", {}),
    "Euler": ("EulerDiscreteScheduler", {}),
    "LMS": ("LMSDiscreteScheduler", {}),
    "UniPC": ("UniPCMultistepScheduler", {}),
}


@dataclass
class Asked:
    prompts: tuple[str, str] = ("jazz piano", "slow drums")
    negatives: tuple[str, str] = ("", "")
    seeds: tuple[int, int] = (42, 7)
    denoisings: tuple[float, float] = (0.75, 0.75)
    guidances: tuple[float, float] = (7.0, 7.0)
    alpha: float = 0.0
    steps: int = 5
    scheduler: str = "DPM++ 2M Karras"
    init: Tensor | None = field(default=None)
    """Image, ``[1, 3, height, width]``, -1 to 1."""
    keep: Tensor | None = field(default=None)
    """Mask at the latents' size, ``[1, 1, height, width]``, 1 = keep."""


@torch.no_grad()
def riffuse(model: Any, asked: Asked) -> Tensor:
    """Return the image: ``[1, 3, height, width]``, 0 to 1."""
    name, options = SCHEDULERS[asked.scheduler]
    scheduler = getattr(diffusers, name).from_config(model.scheduler_config, **options)
    scheduler.set_timesteps(asked.steps)
    timesteps = scheduler.timesteps

    alpha = asked.alpha
    text = [_embed(model, prompt) for prompt in asked.prompts]
    text_embedding = text[0] + alpha * (text[1] - text[0])
    negative = [_embed(model, prompt) for prompt in asked.negatives]
    negative_embedding = negative[0] + alpha * (negative[1] - negative[0])
    guidance = asked.guidances[0] * (1 - alpha) + asked.guidances[1] * alpha
    strength = (1 - alpha) * asked.denoisings[0] + alpha * asked.denoisings[1]

    size = model.unet.config.sample_size
    shape = (1, model.unet.config.in_channels, size, size)
    noise_a = torch.randn(shape, generator=torch.Generator().manual_seed(asked.seeds[0]))
    noise_b = torch.randn(shape, generator=torch.Generator().manual_seed(asked.seeds[1]))
    noise = _slerp(alpha, noise_a, noise_b)

    factor = model.vae.config.scaling_factor
    if asked.init is None:
        latents = noise * scheduler.init_noise_sigma
    else:
        offset = scheduler.config.get("steps_offset", 0)
        count = min(int(asked.steps * strength) + offset, asked.steps)
        posterior = model.vae.encode(asked.init).latent_dist
        init = factor * posterior.sample(generator=torch.Generator().manual_seed(asked.seeds[0]))
        latents = scheduler.add_noise(init, noise, timesteps[-count].reshape(1))
        timesteps = timesteps[-count:]
        if asked.scheduler == "PNDM":
            # Riffusion counts from the beginning; with its own scheduler that comes to the same.
            assert len(timesteps) == len(scheduler.timesteps) - max(asked.steps - count + offset, 0)

    for time in timesteps:
        scaled = scheduler.scale_model_input(latents, time)
        if guidance > 1:
            unguided = model.unet(scaled, time, encoder_hidden_states=negative_embedding).sample
            guided = model.unet(scaled, time, encoder_hidden_states=text_embedding).sample
            prediction = unguided + guidance * (guided - unguided)
        else:
            prediction = model.unet(scaled, time, encoder_hidden_states=text_embedding).sample
        latents = scheduler.step(prediction, time, latents).prev_sample
        if asked.keep is not None:
            noised = scheduler.add_noise(init, noise, time.reshape(1))
            latents = noised * asked.keep + latents * (1 - asked.keep)

    image: Tensor = model.vae.decode(latents / factor).sample
    return (image / 2 + 0.5).clamp(0, 1)


def _embed(model: Any, text: str) -> Tensor:
    tokens = model.tokenizer(text, padding="max_length", max_length=77, truncation=True, return_tensors="pt")
    states: Tensor = model.text_encoder(tokens.input_ids)[0]
    return states


def _slerp(alpha: float, start: Tensor, end: Tensor) -> Tensor:
    a, b = start.numpy(), end.numpy()
    dot = np.sum(a * b / (np.linalg.norm(a) * np.linalg.norm(b)))
    if np.abs(dot) > 0.9995:
        return torch.from_numpy((1 - alpha) * a + alpha * b)
    angle = np.arccos(dot)
    mixed = np.sin(angle * (1 - alpha)) / np.sin(angle) * a + np.sin(angle * alpha) / np.sin(angle) * b
    return torch.from_numpy(mixed.astype(np.float32))
