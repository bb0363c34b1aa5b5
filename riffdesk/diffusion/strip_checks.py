"""Checks of strips and settings before a render; errors are raised as UserError."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from riffdesk.diffusion.conditioning import Conditioning
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.overlapping_windows import plan_windows
from riffdesk.diffusion.prompt.embeddings import all_texts_of, check_prompt
from riffdesk.diffusion.schedulers import SCHEDULERS, check_scheduler
from riffdesk.diffusion.starter.score_unet import SCORE_WIDTH
from riffdesk.errors import UserError
from riffdesk.language import tr

if TYPE_CHECKING:
    from riffdesk.diffusion.strip import Strip

MAX_SEED = 2**63 - 1


def check_strips(model: Model, strips: Sequence[Strip], steps: int, scheduler: str, overlap: float) -> None:
    """Raise `UserError` for invalid strips or settings, and ValueError if strips cannot be rendered together."""
    if len({(len(strip.walk), strip.circular) for strip in strips}) != 1:
        raise ValueError("strips that are rendered together are at least one, equally long, and all circular or none")
    check_scheduler(scheduler, steps)
    if SCHEDULERS[scheduler].few_steps and len({strip.denoising for strip in strips}) > 1:
        raise ValueError(f"strips that are rendered together with {scheduler} have the same highest denoising")
    if not 0 <= overlap <= 0.9:
        raise UserError(tr("Parts of a riff overlap by 0 to 90%, not by {overlap:.0%}.", overlap=overlap))
    if model.params.bands % model.factor:
        raise UserError(
            tr(
                "{name} makes images in rows of {factor}, and {bands} mel bands are no multiple of that: "
                "its riffdesk.json does not match it.",
                name=model.name,
                factor=model.factor,
                bands=model.params.bands,
            )
        )
    if not strips[0].walk:
        raise UserError(tr("A riff needs a length of more than 0 seconds."))
    conditionings = {conditioning for strip in strips for conditioning in strip.walk}
    for conditioning in conditionings:
        _check_conditioning(conditioning)
    points = {point for conditioning in conditionings for point in (conditioning.start, conditioning.end)}
    for prompt in {text for point in points for text in all_texts_of(model, point)}:
        check_prompt(model, prompt)
    reach = plan_windows(len(strips[0].walk), model.latent_size[1], overlap, strips[0].circular).length
    for strip in strips:
        _check_ink(model, strip)
        _check_score(model, strip, reach)


def _check_conditioning(conditioning: Conditioning) -> None:
    if not 0 <= conditioning.alpha <= 1:
        raise UserError(tr("The position between two keyframes is 0 to 1, not {alpha}.", alpha=conditioning.alpha))
    for point in (conditioning.start, conditioning.end):
        if not 0 <= point.denoising <= 1:
            raise UserError(
                tr("Denoising goes from 0 (keep) to 1 (make anew); {denoising} is neither.", denoising=point.denoising)
            )
        if not (point.guidance >= 0 and math.isfinite(point.guidance)):
            raise UserError(
                tr("Guidance is 0 or more, not {guidance}; 1 and below switch it off.", guidance=point.guidance)
            )
        if not 0 <= point.seed <= MAX_SEED:
            raise UserError(
                tr("A seed is a whole number from 0 to {max_seed:,}, not {seed}.", max_seed=MAX_SEED, seed=point.seed)
            )


def _check_score(model: Model, strip: Strip, reach: int) -> None:
    """Raise ValueError for a score that does not match the network: that is a bug, not a user's error."""
    if strip.score is None:
        return
    if not model.takes_score:
        raise ValueError(f"{model.name} takes no score")
    channels, height, columns = strip.score.shape
    if (channels, height) != (SCORE_WIDTH, model.params.bands // model.factor) or columns < reach:
        raise ValueError(f"a score of shape {tuple(strip.score.shape)} does not lie on windows of {reach} columns")


def _check_ink(model: Model, strip: Strip) -> None:
    bands, columns = model.params.bands, len(strip.walk) * model.factor
    if strip.init is not None:
        shape = (2, bands) if model.params.stereo else (bands,)
        if strip.init.shape[:-1] != shape or strip.init.shape[-1] == 0:
            raise UserError(
                tr(
                    "The image or sound to start from has the shape {shape}, and {name} reads {bands} mel bands.",
                    shape=strip.init.shape,
                    name=model.name,
                    bands=bands,
                )
            )
        if not np.isfinite(strip.init).all():
            raise UserError(tr("The image or sound to start from has values that are not numbers."))
    if strip.mask is None:
        return
    if strip.init is None:
        raise UserError(tr("A mask needs an image or a sound to start from, whose parts it keeps."))
    if strip.mask.shape != (bands, columns):
        height, width = strip.mask.shape[-2:] if strip.mask.ndim > 1 else (1, strip.mask.shape[-1])
        raise UserError(
            tr(
                "The mask has {width} columns and {height} bands, and the riff {columns} and {bands}. "
                "Make them the same size.",
                width=width,
                height=height,
                columns=columns,
                bands=bands,
            )
        )
    if not (np.isfinite(strip.mask).all() and strip.mask.min() >= 0 and strip.mask.max() <= 1):
        raise UserError(tr("A mask goes from 0 (keep) to 1 (make anew); this one has other values."))
