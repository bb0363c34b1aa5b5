"""What Stable Audio 3 can make of a request: checks before it is loaded, and the part that it makes anew."""

from __future__ import annotations

import numpy as np

from riffdesk.engine.prompt_marks import loras_of, with_word_changes
from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import UserError
from riffdesk.language import mark, tr, translated
from riffdesk.models.registry import find_model
from riffdesk.models.stable_audio import read_stable_audio
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.tiles.ranges import Columns

_OTHER = mark("or choose another model.")


def check_support(request: RenderRequest) -> None:
    """Raise UserError for a request that Stable Audio 3 cannot make, before it is loaded."""
    recipe = request.recipe
    name = recipe.model
    if recipe.circular:
        raise UserError(
            tr("{name} cannot make loops. Switch the loop off, {other}", name=name, other=translated(_OTHER))
        )
    if recipe.clips:
        raise UserError(
            tr(
                "{name} makes a riff as a whole and not as clips. Choose a continuous riff, {other}",
                name=name,
                other=translated(_OTHER),
            )
        )
    if loras_of(recipe):
        raise UserError(
            tr("{name} takes no LoRAs. Set their weights to 0, {other}", name=name, other=translated(_OTHER))
        )
    if len({_content(keyframe) for keyframe in with_word_changes(recipe)}) > 1:
        raise UserError(
            tr(
                "{name} cannot walk between prompts or seeds. Leave one keyframe, {other}",
                name=name,
                other=translated(_OTHER),
            )
        )
    if any(len(keyframe.blend) > 1 for keyframe in recipe.keyframes):
        raise UserError(
            tr("{name} cannot blend prompts. Write one prompt, {other}", name=name, other=translated(_OTHER))
        )
    layout = read_stable_audio(find_model(name).path)
    longest = layout.max_seconds
    if request.mask is None:
        if recipe.seconds > longest:
            raise UserError(
                tr(
                    "{name} makes {longest:g} s at most, not {seconds:g} s. Make it shorter, {other}",
                    name=name,
                    longest=longest,
                    seconds=recipe.seconds,
                    other=translated(_OTHER),
                )
            )
        return
    if not layout.repaints:
        raise UserError(
            tr("{name} cannot make a part of a riff anew. Make all of it, {other}", name=name, other=translated(_OTHER))
        )
    start, stop = new_columns(request)
    seconds = (stop - start) / request.params.columns_per_second
    if seconds > longest:
        raise UserError(
            tr(
                "{name} makes {longest:g} s at most, and what is made anew reaches over {seconds:g} s. "
                "Make less anew, {other}",
                name=name,
                longest=longest,
                seconds=seconds,
                other=translated(_OTHER),
            )
        )


def new_columns(request: RenderRequest) -> Columns:
    """Return the first column that a request with a mask makes anew, and the one after the last."""
    assert request.mask is not None
    marked = np.flatnonzero((request.mask > 0).any(axis=0))
    return int(marked[0]), int(marked[-1]) + 1


def span_of(request: RenderRequest, longest: float) -> Columns:
    """Return the columns of the riff that the model sees: all of it, or the longest part around what is made anew.

    Parameters
    ----------
    longest : float
        Seconds that the model makes at most; no less than what is made anew.
    """
    most = int(longest * request.params.columns_per_second)
    if request.mask is None or request.columns <= most:
        return 0, request.columns
    start, stop = new_columns(request)
    first = min(max(0, (start + stop - most) // 2), request.columns - most)
    return first, first + most


def _content(keyframe: Keyframe) -> tuple[object, ...]:
    return keyframe.prompt, keyframe.negative, keyframe.seed, keyframe.guidance, keyframe.denoising
