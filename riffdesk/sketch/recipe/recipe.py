"""What made a riff: enough to make it again, sample for sample, on the same machine."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from riffdesk.errors import UserError
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.music.tempo import check_meter, check_tempo
from riffdesk.sketch.recipe.timeline import MAX_SEED, RANDOM_SEED, Keyframes

if TYPE_CHECKING:
    from riffdesk.dsp.phase import Quality

MAX_STEPS = 1_000
CONTINUED = "continued"
"""The mask of a riff that goes on from another one."""


@dataclass(frozen=True)
class Recipe:
    """The settings of one render.

    Parameters
    ----------
    model : str
        Name of the model.
    keyframes : tuple of Keyframe
        What was asked for at which time; random seeds have been drawn.
    seconds : float
        Length.
    steps : int
        Of the denoising.
    scheduler : str
        Its usual name, see `riffdesk.diffusion.schedulers`.
    circular : bool
        Whether the end flows into the beginning.
    init, mask : str
        What it started from and where it was made anew: a file's or seed image's name, or '' for none.
    loras : tuple of (name, weight)
        Added to the model.
    quality : str
        Of the sound, see `riffdesk.dsp.phase.reconstruct`.
    clips : bool
        Whether it is a row of clips, each an image of its own, rather than one strip; see `riffdesk.engine.riff.clips`.
    tempo : float
        Of the sketch that it was made for, in beats per minute; a loop tells it to those who play it. 0 for none.
    beats_per_bar : int
        Of these bars.
    key : str
        Key of the sketch that it was made for, see `riffdesk.sketch.music.key`; '' for none.
    in_time : bool
        Whether prompts are read with the tempo and the key, where they name none themselves.
    score : str
        The score that was given to be played, as `riffdesk.compose.score_text` writes it; '' for one that is composed
        from the prompts.

    Raises
    ------
    UserError
        If a value is one that nothing could be made with; the message names it.
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
        """Refuse values that no render could use."""
        if not self.keyframes:
            raise UserError("There is no keyframe, so nothing is asked for. Add one.")
        if any(one.seed == RANDOM_SEED for one in self.keyframes):
            raise UserError(f"A riff is made with a seed from 0 to {MAX_SEED}; a random one is drawn before.")
        if not 0 < self.seconds < math.inf:
            raise UserError(f"A riff is longer than 0 seconds, not {self.seconds:g} s. Choose another length.")
        if not 1 <= self.steps <= MAX_STEPS:
            raise UserError(f"A riff takes 1 to {MAX_STEPS:,} steps, not {self.steps}. Choose another number.")
        if self.tempo != 0:
            check_tempo(self.tempo)
        check_meter(self.beats_per_bar)
        key_of(self.key)
        for name, weight in self.loras:
            if not math.isfinite(weight):
                raise UserError(f"The weight of the LoRA {name} is no number: {weight}.")


def with_seed(recipe: Recipe, seed: int) -> Recipe:
    """Return a variation: the first keyframe has this seed, and the seeds of the others move along with it."""
    shift = seed - recipe.keyframes[0].seed
    keyframes = [replace(one, seed=(one.seed + shift) % (MAX_SEED + 1)) for one in recipe.keyframes]
    return replace(recipe, keyframes=tuple(keyframes))
