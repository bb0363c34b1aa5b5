"""The table of schedulers by their usual names; diffusers is imported only when one is made."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from riffdesk.diffusion import libraries
from riffdesk.errors import UserError
from riffdesk.language import tr

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True)
class Scheduler:
    """A scheduler of diffusers.

    Parameters
    ----------
    class_name : str
        Its class in diffusers.
    options : dict
        Settings of its config besides those of the model's.
    adds_noise : bool
        Whether each step draws new noise.
    max_steps : int
        Maximum number of steps.
    needs_scipy : bool
        Whether it integrates with scipy.
    few_steps : bool
        Whether it is for networks distilled to a few steps, by consistency (Luo et al. 2023) or trajectory consistency
        (Zheng et al. 2024): all its steps are taken within an init's denoising, as 1 of 4 would keep too much of it
        and 4 of 4 nothing. With other schedulers the first steps are left out.
    """

    class_name: str
    options: Mapping[str, Any] = field(default_factory=dict)
    adds_noise: bool = False
    max_steps: int = 500
    needs_scipy: bool = False
    few_steps: bool = False


SCHEDULERS = {
    "DPM++ 2M Karras": Scheduler("DPMSolverMultistepScheduler", {"use_karras_sigmas": True}),
    # By default it clips to -1 .. 1, which suits images and not latents.
    "DDIM": Scheduler("DDIMScheduler", {"clip_sample": False}),
    # Stable Diffusion and Riffusion do not use its Runge-Kutta steps.
    "PNDM": Scheduler("PNDMScheduler", {"skip_prk_steps": True}),
    "Euler": Scheduler("EulerDiscreteScheduler"),
    "Euler a": Scheduler("EulerAncestralDiscreteScheduler", adds_noise=True),
    "LMS": Scheduler("LMSDiscreteScheduler", needs_scipy=True),
    "UniPC": Scheduler("UniPCMultistepScheduler"),
    "LCM": Scheduler("LCMScheduler", {"clip_sample": False}, adds_noise=True, max_steps=50, few_steps=True),
    # Of the noise that each step adds, its default of 0.3 is the share (gamma) that its authors advise.
    "TCD": Scheduler("TCDScheduler", adds_noise=True, max_steps=50, few_steps=True),
}
DEFAULT_SCHEDULER = "DPM++ 2M Karras"


def scheduler_called(name: str) -> str:
    """Return the usual name of a scheduler, in any case of letters; UserError with a similar name if there is none."""
    names = {name.casefold(): name for name in SCHEDULERS}
    if name.casefold() in names:
        return names[name.casefold()]
    near = difflib.get_close_matches(name.casefold(), names, n=1)
    hint = (
        tr("Did you mean '{name}'?", name=names[near[0]])
        if near
        else tr("There are: {names}.", names=", ".join(SCHEDULERS))
    )
    raise UserError(tr("There is no scheduler '{name}'. {hint}", name=name, hint=hint))


def check_scheduler(name: str, steps: int) -> None:
    """Raise `UserError` if there is no such scheduler or the number of steps is out of its range."""
    if name not in SCHEDULERS:
        raise UserError(
            tr("There is no scheduler “{name}”. There are: {names}.", name=name, names=", ".join(SCHEDULERS))
        )
    max_steps = SCHEDULERS[name].max_steps
    if not 1 <= steps <= max_steps:
        raise UserError(
            tr("{name} takes 1 to {max_steps} steps, not {steps}.", name=name, max_steps=max_steps, steps=steps)
        )


def new_scheduler(config: Mapping[str, Any], name: str, steps: int, denoising: float = 1.0) -> Any:
    """Return a scheduler of diffusers with its timesteps set.

    Parameters
    ----------
    config : dict
        Config of the model's scheduler: its noise levels and prediction type.
    name : str
        Key of `SCHEDULERS`.
    steps : int
        1 to the scheduler's ``max_steps``.
    denoising : float
        The highest of an init, 0 to 1, within which those for few steps take all of them: fewer where the noise levels
        that the network was distilled on are fewer.

    Raises
    ------
    UserError
        If the name or the number of steps is out of range.
    """
    check_scheduler(name, steps)
    entry = SCHEDULERS[name]
    if entry.needs_scipy or config.get("use_beta_sigmas"):
        libraries.import_all()
    with libraries.few_modules():
        import diffusers
    scheduler = getattr(diffusers, entry.class_name).from_config(dict(config), **entry.options)
    if entry.few_steps:
        levels = _levels(scheduler, denoising)
        strength = (levels + 0.5) / scheduler.config.original_inference_steps  # is multiplied and rounded down again
        scheduler.set_timesteps(min(steps, levels), strength=min(strength, 1.0))
    else:
        scheduler.set_timesteps(steps)
    return scheduler


def first_step(scheduler: Any, name: str, steps: int, denoising: float) -> int:
    """Return the index of the first timestep for an init.

    As in Riffusion's image-to-image; with a scheduler for few steps, the first within the denoising. With a denoising
    of 0 it is the number of timesteps: there are no steps.
    """
    if SCHEDULERS[name].few_steps and denoising > 0:
        spacing = scheduler.config.num_train_timesteps // scheduler.config.original_inference_steps
        noisier = int((scheduler.timesteps >= spacing * _levels(scheduler, denoising)).sum())
        return min(noisier, len(scheduler.timesteps) - 1)
    offset = int(scheduler.config.get("steps_offset", 0))
    remaining = min(int(steps * denoising) + offset, steps) if denoising > 0 else 0
    return len(scheduler.timesteps) - remaining


def _levels(scheduler: Any, denoising: float) -> int:
    """Return the number of noise levels, of those that a network for few steps was distilled on, within a denoising."""
    return max(1, int(scheduler.config.original_inference_steps * denoising))


def clean_latents(scheduler: Any, scaled: Tensor, prediction: Tensor, time: Tensor) -> Tensor:
    """Return the noise-free latents that a prediction implies at any timestep.

    Parameters
    ----------
    scaled : tensor
        Noisy latents as scaled for the network, of unit variance.
    prediction : tensor
        The network's output: noise, velocity (Salimans and Ho 2022) or the latents themselves.
    time : tensor
        The timestep; a fractional one is rounded.
    """
    alpha = scheduler.alphas_cumprod[int(time.round())].to(scaled)
    signal, noise = alpha.sqrt(), (1 - alpha).sqrt()
    clean: Tensor
    match scheduler.config.prediction_type:
        case "v_prediction":
            clean = signal * scaled - noise * prediction
        case "sample":
            clean = prediction
        case _:
            clean = (scaled - noise * prediction) / signal.clamp(min=1e-3)
    return clean


def prediction_of(scheduler: Any, scaled: Tensor, clean: Tensor, time: Tensor) -> Tensor:
    """Return the prediction for noisy latents that implies these clean ones; the inverse of `clean_latents`."""
    alpha = scheduler.alphas_cumprod[int(time.round())].to(scaled)
    signal, noise = alpha.sqrt(), (1 - alpha).sqrt().clamp(min=1e-3)
    prediction: Tensor
    match scheduler.config.prediction_type:
        case "v_prediction":
            prediction = (signal * scaled - clean) / noise
        case "sample":
            prediction = clean
        case _:
            prediction = (scaled - signal * clean) / noise
    return prediction
