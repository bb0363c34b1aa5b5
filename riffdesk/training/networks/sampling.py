"""Generating images from prompts with the components of a model folder, for sheets and evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from riffdesk.diffusion.prompt.embeddings import with_absences
from riffdesk.training.config import GUIDANCE, STEPS
from riffdesk.training.networks.text_encoder import tokenize


@dataclass
class Components:
    """The parts of a text-to-image model, and its words of absence (see `riffdesk.diffusion.model.Model`)."""

    tokenizer: Any
    text_encoder: Any
    unet: Any
    vae: Any
    absences: Mapping[str, str] = field(default_factory=dict)


def load_components(folder: Path, device: str = "cpu") -> Components:
    """Return the components of a model folder as `riffdesk.training.model_export` writes it, in fp32."""
    from transformers import CLIPTextModel, CLIPTokenizer

    from riffdesk.diffusion.loading import network_class
    from riffdesk.diffusion.starter.patch_autoencoder import PatchAutoencoder
    from riffdesk.models.layout import read_layout

    layout = read_layout(folder)
    kind = network_class(layout.classes["unet"])
    unet = kind.from_pretrained(folder / "unet").float().to(device).eval()
    return Components(
        CLIPTokenizer.from_pretrained(folder / "tokenizer"),
        CLIPTextModel.from_pretrained(folder / "text_encoder").float().to(device).eval(),
        unet.to(memory_format=torch.channels_last),
        PatchAutoencoder.from_pretrained(folder / "vae").float().to(device).eval(),
        layout.absences,
    )


@torch.no_grad()
def generate(  # noqa: PLR0913 - options, by keyword only
    parts: Components,
    prompts: list[str],
    *,
    seed: int,
    negative: str = "",
    guidance: float = GUIDANCE,
    steps: int = STEPS,
    batch: int = 8,
    device: str = "cpu",
    scores: Tensor | None = None,
    guide_notes: bool = False,
) -> NDArray[np.uint8]:
    """Return one image for each prompt: uint8 ``[n, 512, 512]``.

    ``scores``, one from `riffdesk.diffusion.starter.score_unet.score_input` for each prompt, are the notes to play.
    With ``guide_notes`` guidance leads away from other notes too, and not only from other words.

    DPM-Solver++ (2M) with Karras' noise levels and classifier-free guidance (Ho and Salimans 2022).
    Image number i starts from noise of seed ``seed + i``, independent of the batch size.
    """
    images = []
    for start in range(0, len(prompts), batch):
        batch_prompts = [with_absences(prompt, negative, parts.absences) for prompt in prompts[start : start + batch]]
        size, channels = parts.unet.config.sample_size, parts.unet.config.in_channels
        noise = torch.cat([_noise(seed + start + i, (1, channels, size, size)) for i in range(len(batch_prompts))])
        text = embeddings(parts, [negative] * len(batch_prompts) + batch_prompts, device)
        score_inputs: dict[str, Tensor] = {}
        if scores is not None:
            batch_scores = scores[start : start + batch].to(device)
            score_inputs["score"] = torch.cat(
                [torch.zeros_like(batch_scores) if guide_notes else batch_scores, batch_scores]
            )
        latents = _denoise(parts, noise.to(device), text, guidance, steps, score_inputs)
        decoded = parts.vae.decode(latents / parts.vae.config.scaling_factor).sample[:, 0]
        images.append(((decoded + 1) * 127.5).round().clamp(0, 255).byte().cpu().numpy())
    return np.concatenate(images)


def embeddings(parts: Components, texts: list[str], device: str) -> Tensor:
    """Return the text encoder's last hidden states ``[n, 77, width]``."""
    hidden: Tensor = parts.text_encoder(tokenize(parts.tokenizer, texts).to(device)).last_hidden_state
    return hidden


def new_scheduler(kind: str = "DPMSolverMultistepScheduler", **options: Any) -> Any:
    """Return a scheduler with the noise levels that the starter is trained on.

    Scaled-linear betas up to 0.0225: the noise of the last step is a hundred times as strong as the latents,
    which hides them (Lin et al. 2024), while all schedulers still have a finite noise level.
    The network predicts the velocity (Salimans and Ho 2022).
    """
    import diffusers

    return getattr(diffusers, kind)(
        num_train_timesteps=1000,
        beta_start=0.00085,
        beta_end=0.0225,
        beta_schedule="scaled_linear",
        prediction_type="v_prediction",
        timestep_spacing="trailing",
        **options,
    )


def _denoise(
    parts: Components, noise: Tensor, text: Tensor, guidance: float, steps: int, score_inputs: dict[str, Tensor]
) -> Tensor:
    scheduler = new_scheduler(use_karras_sigmas=True)
    scheduler.set_timesteps(steps)
    latents = noise * scheduler.init_noise_sigma
    for time in scheduler.timesteps:
        scaled = scheduler.scale_model_input(torch.cat([latents] * 2), time)
        unguided, guided = parts.unet(scaled, time, text, **score_inputs).sample.chunk(2)
        latents = scheduler.step(unguided + guidance * (guided - unguided), time, latents).prev_sample
    return latents  # type: ignore[no-any-return]


def _noise(seed: int, shape: tuple[int, ...]) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))
