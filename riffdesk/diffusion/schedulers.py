"""The schedulers by their usual names; diffusers is imported only when one is made."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from riffdesk.errors import UserError

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True)
class Scheduler:
    """One way of going from noise to latents.

    Parameters
    ----------
    class_name : str
        Of diffusers.
    options : dict
        Of its config, beside what the model's own says.
    adds_noise : bool
        Whether each step draws new noise.
    most_steps : int
        It has no more noise levels than that.
    """

    class_name: str
    options: Mapping[str, Any] = field(default_factory=dict)
    adds_noise: bool = False
    most_steps: int = 500


SCHEDULERS = {
    "DPM++ 2M Karras": Scheduler("DPMSolverMultistepScheduler", {"use_karras_sigmas": True}),
    # It would clip to -1 .. 1 where a config does not say; images are within that, latents are not.
    "DDIM": Scheduler("DDIMScheduler", {"clip_sample": False}),
    # Its Runge-Kutta steps are for other networks; Stable Diffusion goes without, and so does Riffusion.
    "PNDM": Scheduler("PNDMScheduler", {"skip_prk_steps": True}),
    "Euler": Scheduler("EulerDiscreteScheduler"),
    "Euler a": Scheduler("EulerAncestralDiscreteScheduler", adds_noise=True),
    "LMS": Scheduler("LMSDiscreteScheduler"),
    "UniPC": Scheduler("UniPCMultistepScheduler"),
    "LCM": Scheduler("LCMScheduler", adds_noise=True, most_steps=50),
}
DEFAULT_SCHEDULER = "DPM++ 2M Karras"


def scheduler_called(name: str) -> str:
    """Return the usual name of a scheduler, however it is capitalised; `UserError` that names a near one if none is."""
    known = {one.casefold(): one for one in SCHEDULERS}
    if name.casefold() in known:
        return known[name.casefold()]
    near = difflib.get_close_matches(name.casefold(), known, n=1)
    hint = f"Did you mean '{known[near[0]]}'?" if near else f"There are: {', '.join(SCHEDULERS)}."
    raise UserError(f"There is no scheduler '{name}'. {hint}")


def check_scheduler(name: str, steps: int) -> None:
    """Raise `UserError` if there is no such scheduler or it cannot take so many steps."""
    if name not in SCHEDULERS:
        raise UserError(f"There is no scheduler “{name}”. There are: {', '.join(SCHEDULERS)}.")
    most = SCHEDULERS[name].most_steps
    if not 1 <= steps <= most:
        raise UserError(f"{name} takes 1 to {most} steps, not {steps}.")


def new_scheduler(config: Mapping[str, Any], name: str, steps: int) -> Any:
    """Return a scheduler of diffusers with its timesteps set.

    Parameters
    ----------
    config : dict
        Of the scheduler that the model came with: its noise levels and what its network predicts.
    name : str
        Key of `SCHEDULERS`.
    steps : int
        1 to the scheduler's ``most_steps``.

    Raises
    ------
    UserError
        If the name or the number of steps is out of range.
    """
    import diffusers

    check_scheduler(name, steps)
    chosen = SCHEDULERS[name]
    scheduler = getattr(diffusers, chosen.class_name).from_config(dict(config), **chosen.options)
    scheduler.set_timesteps(steps)
    return scheduler


def first_step(scheduler: Any, steps: int, denoising: float) -> int:
    """Return the index of the timestep that an init is noised to and denoised from.

    As in Riffusion's image-to-image; without any denoising it is the number of timesteps, which none begins at.
    """
    offset = int(scheduler.config.get("steps_offset", 0))
    left = min(int(steps * denoising) + offset, steps) if denoising > 0 else 0
    return len(scheduler.timesteps) - left


def clean_latents(scheduler: Any, scaled: Tensor, prediction: Tensor, time: Tensor) -> Tensor:
    """Return the latents without noise that a prediction stands for, wherever a strip is on its way.

    Parameters
    ----------
    scaled : tensor
        Noisy latents as the network is given them, of unit variance whatever the scheduler.
    prediction : tensor
        What the network said of them: noise, velocity (Salimans and Ho 2022) or the latents themselves.
    time : tensor
        The timestep; a fractional one counts as the nearest.
    """
    kept = scheduler.alphas_cumprod[int(time.round())].to(scaled)
    signal, noise = kept.sqrt(), (1 - kept).sqrt()
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
    """Return what the network would have said of noisy latents to mean these clean ones; see `clean_latents`."""
    kept = scheduler.alphas_cumprod[int(time.round())].to(scaled)
    signal, noise = kept.sqrt(), (1 - kept).sqrt().clamp(min=1e-3)
    said: Tensor
    match scheduler.config.prediction_type:
        case "v_prediction":
            said = (signal * scaled - clean) / noise
        case "sample":
            said = clean
        case _:
            said = (scaled - signal * clean) / noise
    return said
