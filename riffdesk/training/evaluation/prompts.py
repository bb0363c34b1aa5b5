"""The prompts of the evaluation: random specs in plain words, and the notes that riffdesk composes of a prompt."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from torch import Tensor

from riffdesk.compose.clip_spec import TYPICAL_BPM, ClipSpec
from riffdesk.compose.harmony import Key
from riffdesk.compose.score import Score
from riffdesk.compose.score_pictures import STROKES_PLAYED
from riffdesk.compose.vocabulary import FAMILIES, GROOVES, HOME_TONIC, NO_DRUMS, TONIC_NAMES
from riffdesk.diffusion.starter.patch_autoencoder import PATCH
from riffdesk.engine.riff.score.riff_score import riff_score
from riffdesk.models.registry import BUILT_IN
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.training.clips.captions import plain_prompt
from riffdesk.training.clips.clip_rendering import CLIP_SECONDS, COLUMNS
from riffdesk.training.config import STEPS
from riffdesk.training.networks.latents import score_of_clip


def drawn_spec(
    family: str, rng: np.random.Generator, *, groove: str | None = None, drums: bool = False, playing: str | None = None
) -> ClipSpec:
    """Return a random spec of an instrument ('' for drums alone), with a groove, with any drums, or without drums."""
    groove = groove or (str(rng.choice(GROOVES)) if drums else NO_DRUMS)
    low, high = TYPICAL_BPM[groove]
    return ClipSpec(
        family=family,
        sound=FAMILIES[family].programs[int(rng.integers(len(FAMILIES[family].programs)))] if family else 0,
        playing=playing or (str(rng.choice(FAMILIES[family].playings)) if family else ""),
        groove=groove,
        waltz=groove == "march" and bool(rng.random() < 0.5),
        bass=False,
        bpm=int(rng.integers(low, high + 1)),
        tonic=int(rng.choice(list(TONIC_NAMES))),
        mode=str(rng.choice(("major", "minor"))),
        register="middle",
        density="medium",
    )


def prompt_of(spec: ClipSpec) -> str:
    """Return the plain prompt of a spec with its mode but without its tonic."""
    return plain_prompt(replace(spec, tonic=HOME_TONIC))


def prompt_in_key(spec: ClipSpec) -> str:
    """Return the plain prompt of a spec with its tonic and mode."""
    return f"{prompt_of(replace(spec, mode=''))}, {Key(spec.tonic, spec.mode).name}"


def shown(score: Score, begin: float) -> Tensor:
    """Return a clip of a score from a second on, as input of a model: ``[SCORE_WIDTH, 32, 32]``."""
    return score_of_clip(score, begin, COLUMNS // PATCH, stroke_power=STROKES_PLAYED)


def composed_score(prompt: str, negative: str, seed: int) -> Tensor:
    """Return the notes that riffdesk composes of a prompt as input of a model: ``[SCORE_WIDTH, 32, 32]``."""
    keyframe = Keyframe(prompt=prompt, negative=negative, seed=seed)
    played = riff_score(Recipe(BUILT_IN, (keyframe,), CLIP_SECONDS, STEPS), beyond=CLIP_SECONDS)
    return shown(played.between(0.0, 2 * CLIP_SECONDS), 0.0)
