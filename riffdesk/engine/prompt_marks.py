"""LoRAs, textual inversions and words that change over time in the prompts of a recipe."""

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
    """Return name and weight of a recipe's LoRAs: its own, and those that its prompts name as ``<lora:funk:0.8>``.

    A LoRA in a prompt applies to the whole riff. If it is named more than once, the recipe's own weight counts, or
    else that of the first prompt. Unknown LoRAs are ignored.
    """
    if not any(network.is_lora for keyframe in recipe.keyframes for network in networks_in(keyframe.prompt)):
        return recipe.loras
    names = [entry.name for entry in models() if entry.kind == "lora"]
    weights = dict(recipe.loras)
    from_prompts: dict[str, float] = {}
    for keyframe in recipe.keyframes:
        for name, weight in loras_in(keyframe.prompt, names):
            if name not in weights:
                from_prompts.setdefault(name, weight)
    return (*recipe.loras, *from_prompts.items())


def inversions_of(recipe: Recipe) -> tuple[tuple[str, Path], ...]:
    """Return name and file of the textual inversions whose names are words in a recipe's prompts."""
    texts = "\n".join(text for keyframe in recipe.keyframes for text in (keyframe.prompt, keyframe.negative)).casefold()
    inversions = [entry for entry in models() if entry.kind == "embedding"] if texts.strip() else []
    return tuple((entry.name, entry.path) for entry in inversions if entry.name.casefold() in texts)


def with_word_changes(recipe: Recipe) -> Keyframes:
    """Return a recipe's keyframes with one more for each change of words, as in ``[piano:drums:0.5]``.

    Positions count from a keyframe to the next one, or to the end of the riff. The music walks to the new words and
    reaches them at their position. The seed is that of the keyframe; guidance and denoising are interpolated.
    """
    ordered = sorted(recipe.keyframes, key=lambda keyframe: keyframe.seconds)
    if not any(changes_in(text, recipe.steps) for keyframe in ordered for text in (keyframe.prompt, keyframe.negative)):
        return recipe.keyframes
    last = replace(ordered[-1], seconds=max(recipe.seconds, ordered[-1].seconds))
    result: list[Keyframe] = []
    for current, next_keyframe in pairwise([*ordered, last]):
        texts = current.prompt, current.negative
        changes = sorted({0.0, *(position for text in texts for position in changes_in(text, recipe.steps))})
        for position in changes:
            seconds = lerp(position, current.seconds, next_keyframe.seconds)
            result.append(
                replace(
                    current,
                    seconds=seconds,
                    prompt=words_at(current.prompt, position, recipe.steps),
                    negative=words_at(current.negative, position, recipe.steps),
                    guidance=lerp(position, current.guidance, next_keyframe.guidance),
                    denoising=min(1.0, max(0.0, lerp(position, current.denoising, next_keyframe.denoising))),
                )
            )
    return tuple(result)
