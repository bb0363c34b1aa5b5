"""The sampler of Stable Audio 3: from noise, or from a noised sound, to the latents of a riff.

The model is a rectified flow (Liu et al. 2022, arXiv 2209.03003): latents are ``(1 - sigma) * sound + sigma * noise``,
and it predicts ``noise - sound``. A model that was tuned for few steps predicts the sound at each step and adds new
noise of the next level; a base model takes Euler steps. Noise levels are spaced evenly in the logarithm of the
signal-to-noise ratio, as diffusers spaces them. Noise depends on the seed and the position, see
`riffdesk.diffusion.noise`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from riffdesk.diffusion.noise import seed_noise, step_noise
from riffdesk.diffusion.stable_audio.sound_model import SoundModel
from riffdesk.language import tr
from riffdesk.progress import check

NOISE_BLOCK = 64
"""Latents in a block of noise; a longer riff begins with the same noise."""

_LOWEST_LOG_SNR, _HIGHEST_LOG_SNR = -6.2, 2.0  # of the noise levels that the model was tuned for


@dataclass(frozen=True)
class Task:
    """The settings of one riff.

    Parameters
    ----------
    prompt, negative : str
    seed : int
    seconds : float
        Its length.
    latents : int
        Its length in latents.
    steps : int
    guidance : float
        Scale of classifier-free guidance; 1 and below switch it off, and with it the negative prompt.
    denoising : float
        Share of noise in the latents to begin with, more than 0 to 1.
    """

    prompt: str
    negative: str
    seed: int
    seconds: float
    latents: int
    steps: int
    guidance: float
    denoising: float = 1.0


@torch.no_grad()
def sample(
    model: SoundModel,
    task: Task,
    *,
    init: Tensor | None = None,
    kept: Tensor | None = None,
    on_step: Callable[[int], None] = lambda step: None,
    cancel: threading.Event | None = None,
) -> Tensor:
    """Return the latents of a riff: float32 ``[1, channels, latents]`` on the model's device.

    Parameters
    ----------
    init : float32 ``[1, channels, latents]``, optional
        Latents of the sound to begin with; needed if the denoising is less than 1, or with ``kept``.
    kept : bool ``[latents]``, optional
        Latents whose sound the riff continues; the model is told of them and does not copy them exactly.
    on_step : callable
        Called with the number of each finished step, from 1.
    cancel : threading.Event, optional
        Read before each block of the networks.

    Raises
    ------
    UserError
        If a prompt is too long, or there is too little memory.
    Cancelled
        If ``cancel`` was set.
    """
    conditions = [model.condition(task.prompt, cancel)]
    if task.guidance > 1:
        conditions.append(model.condition(task.negative, cancel))
    scheduler = scheduler_of(model.scheduler_config, task.steps, task.denoising)
    size = model.channels, 1, NOISE_BLOCK
    latents = seed_noise([task.seed] * task.latents, 0, *size)[:, 0][None].to(model.device)
    if init is not None:
        latents = (1 - task.denoising) * init + task.denoising * latents
    given = None
    if kept is not None and init is not None:
        mask = kept.to(init)[None, None]
        given = torch.cat([mask, init * mask], dim=1)
    for step, (time, sigma, following) in enumerate(
        zip(scheduler.timesteps, scheduler.sigmas[:-1], scheduler.sigmas[1:], strict=True)
    ):
        check(cancel)
        velocity = model.predict(latents, time, conditions, task.seconds, given, cancel)
        guided = velocity if len(velocity) == 1 else velocity[1:] + task.guidance * (velocity[:1] - velocity[1:])
        if scheduler.config.stochastic_sampling:
            noise = step_noise(task.seed, step, task.latents, *size)[:, 0][None].to(model.device)
            latents = (1 - following) * (latents - sigma * guided) + following * noise
        else:
            latents = latents + (following - sigma) * guided
        on_step(step + 1)
    return latents


def scheduler_of(config: Mapping[str, Any], steps: int, denoising: float = 1.0) -> Any:
    """Return the scheduler of a config, with timesteps and noise levels set on the processor.

    Raises
    ------
    ValueError, TypeError, ArithmeticError
        If the config is damaged.
    """
    from diffusers import FlowMatchEulerDiscreteScheduler
    from diffusers.pipelines.stable_audio_3.pipeline_stable_audio_3 import logsnr_sigma_schedule

    scheduler = FlowMatchEulerDiscreteScheduler.from_config(dict(config))
    levels = logsnr_sigma_schedule(steps, _LOWEST_LOG_SNR, _HIGHEST_LOG_SNR, sigma_max=denoising)
    with np.errstate(all="ignore"):
        scheduler.set_timesteps(sigmas=levels, device="cpu")
    are_levels = (scheduler.sigmas >= 0) & (scheduler.sigmas <= 1)
    if not bool(are_levels.all() and scheduler.timesteps.isfinite().all()):
        raise ValueError(tr("the noise levels of its scheduler are not between 0 and 1"))
    return scheduler
