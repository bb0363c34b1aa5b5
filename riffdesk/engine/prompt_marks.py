"""Marks in the prompts of a recipe that ask for more than words: LoRAs, and words that change on the way."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from riffdesk.diffusion.conditioning import lerp
from riffdesk.diffusion.prompt.syntax import changes_in, loras_in, networks_in, words_at
from riffdesk.models.registry import models
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe, Keyframes


def loras_of(recipe: Recipe) -> tuple[tuple[str, float], ...]:
    """Return name and weight of a recipe's LoRAs, its own and those that its prompts name as ``<lora:funk:0.8>``.

    One that a prompt names counts for the whole riff. Of one that is named in several places, the recipe's own
    weight counts, or else that of the first prompt. One that is not there adds nothing.
    """
    if not any(one.is_lora for keyframe in recipe.keyframes for one in networks_in(keyframe.prompt)):
        return recipe.loras
    known = [entry.name for entry in models() if entry.kind == "lora"]
    weights = dict(recipe.loras)
    named: dict[str, float] = {}
    for keyframe in recipe.keyframes:
        for name, weight in loras_in(keyframe.prompt, known):
            if name not in weights:
                named.setdefault(name, weight)
    return (*recipe.loras, *named.items())


def words_of(recipe: Recipe) -> tuple[tuple[str, Path], ...]:
    """Return name and file of the textual inversions whose names are words in a recipe's prompts."""
    texts = "\n".join(text for one in recipe.keyframes for text in (one.prompt, one.negative)).casefold()
    there = [entry for entry in models() if entry.kind == "embedding"] if texts.strip() else []
    return tuple((entry.name, entry.path) for entry in there if entry.name.casefold() in texts)


def with_changes(recipe: Recipe) -> Keyframes:
    """Return a recipe's keyframes with one more wherever words change on the way, as in ``[piano:drums:0.5]``.

    A keyframe's way goes to the next one, or to the end of the riff. The music walks from its words to those that
    take their place, and has come there at the part of the way that they name. The seed stays until then; guidance
    and denoising go on evenly.
    """
    ordered = sorted(recipe.keyframes, key=lambda one: one.seconds)
    if not any(changes_in(text, recipe.steps) for one in ordered for text in (one.prompt, one.negative)):
        return recipe.keyframes
    last = replace(ordered[-1], seconds=max(recipe.seconds, ordered[-1].seconds))
    keyframes: list[Keyframe] = []
    for keyframe, following in pairwise([*ordered, last]):
        texts = keyframe.prompt, keyframe.negative
        changes = sorted({0.0, *(part for text in texts for part in changes_in(text, recipe.steps))})
        for part in changes:
            seconds = lerp(part, keyframe.seconds, following.seconds)
            keyframes.append(
                replace(
                    keyframe,
                    seconds=seconds,
                    prompt=words_at(keyframe.prompt, part, recipe.steps),
                    negative=words_at(keyframe.negative, part, recipe.steps),
                    guidance=lerp(part, keyframe.guidance, following.guidance),
                    denoising=min(1.0, max(0.0, lerp(part, keyframe.denoising, following.denoising))),
                )
            )
    return tuple(keyframes)
