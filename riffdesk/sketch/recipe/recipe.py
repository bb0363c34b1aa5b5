"""The recipe of a riff: all settings needed to render it again, sample for sample, on the same machine."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from numbers import Integral

from riffdesk.dsp.phase.quality import QUALITIES, Quality
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.music.tempo import check_meter, check_tempo
from riffdesk.sketch.recipe.timeline import MAX_SEED, RANDOM_SEED, Keyframes

MAX_STEPS = 1_000
CONTINUED = "continued"
"""The mask of a riff that continues another one."""


@dataclass(frozen=True)
class Recipe:
    """The settings of one render.

    Parameters
    ----------
    model : str
        Name of the model.
    keyframes : tuple of Keyframe
        The timeline, with drawn seeds in place of random ones.
    seconds : float
        Length.
    steps : int
        Steps of the denoising.
    scheduler : str
        Its usual name, see `riffdesk.diffusion.schedulers`.
    circular : bool
        Whether the riff is a loop.
    init, mask : str
        Name of the file or seed image that it started from, and of the mask; '' for none.
    loras : tuple of (name, weight)
        Added to the model.
    quality : str
        Quality of the sound, see `riffdesk.dsp.phase.reconstruct`.
    clips : bool
        Whether it is a series of clips, one image each, instead of one strip; see `riffdesk.engine.riff.clips`.
    tempo : float
        Tempo of the sketch in beats per minute, which is written to files of loops; 0 for none.
    beats_per_bar : int
        Beats per bar of the sketch.
    key : str
        Key of the sketch, see `riffdesk.sketch.music.key`; '' for none.
    in_time : bool
        Whether tempo and key are added to prompts that name none.
    score : str
        A given score in the format of `riffdesk.compose.score_text`; '' for one composed from the prompts.

    Raises
    ------
    UserError
        If a value is out of range, with its name.
    """

    model: str
    keyframes: Keyframes
    seconds: float
    steps: int
    scheduler: str = "DPM++ 2M Karras"
    circular: bool = False
    init: str = ""
    mask: str = ""
    loras: tuple[tuple[str, float], ...] = ()
    quality: Quality = "good"
    clips: bool = False
    tempo: float = 0.0
    beats_per_bar: int = 4
    key: str = ""
    in_time: bool = False
    score: str = ""

    def __post_init__(self) -> None:
        """Check the values."""
        if not self.keyframes:
            raise UserError(tr("There is no keyframe. Add one."))
        if any(keyframe.seed == RANDOM_SEED for keyframe in self.keyframes):
            raise UserError(
                tr("A riff is made with a seed from 0 to {max_seed}; a random one is drawn before.", max_seed=MAX_SEED)
            )
        if not 0 < self.seconds < math.inf:
            raise UserError(
                tr("A riff is longer than 0 seconds, not {seconds:g} s. Choose another length.", seconds=self.seconds)
            )
        if not (isinstance(self.steps, Integral) and 1 <= self.steps <= MAX_STEPS):
            raise UserError(
                tr(
                    "A riff takes 1 to {max_steps:,} steps, not {steps}. Choose another number.",
                    max_steps=MAX_STEPS,
                    steps=self.steps,
                )
            )
        if self.quality not in QUALITIES:
            raise UserError(
                tr(
                    "The quality of a riff is one of {qualities}, not {quality}. Choose another one.",
                    qualities=", ".join(QUALITIES),
                    quality=self.quality,
                )
            )
        if self.tempo != 0:
            check_tempo(self.tempo)
        check_meter(self.beats_per_bar)
        key_of(self.key)
        for name, weight in self.loras:
            if not math.isfinite(weight):
                raise UserError(tr("The weight of the LoRA {name} is no number: {weight}.", name=name, weight=weight))


def with_seed(recipe: Recipe, seed: int) -> Recipe:
    """Return a variation: the first keyframe has this seed, and those of the others are shifted by the same amount."""
    shift = seed - recipe.keyframes[0].seed
    keyframes = [replace(keyframe, seed=(keyframe.seed + shift) % (MAX_SEED + 1)) for keyframe in recipe.keyframes]
    return replace(recipe, keyframes=tuple(keyframes))


def with_denoising(recipe: Recipe, denoising: float) -> Recipe:
    """Return a recipe with another denoising of all keyframes."""
    return replace(recipe, keyframes=tuple(replace(keyframe, denoising=denoising) for keyframe in recipe.keyframes))
