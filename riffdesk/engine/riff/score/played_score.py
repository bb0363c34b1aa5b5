"""The score of a request as input of a model: notes for one that takes scores, a guide as init for others."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.guide import guide_of
from riffdesk.compose.score_pictures import STROKES_PLAYED, pictures_of
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.riff_score import RiffScore, riff_score, understood
from riffdesk.engine.seed_images import GUIDE
from riffdesk.errors import UserError
from riffdesk.language import mark, tr
from riffdesk.models.registry import describe, find_model
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.recipe.recipe import CONTINUED, Recipe
from riffdesk.sketch.state import MAX_SECONDS

if TYPE_CHECKING:
    from torch import Tensor

    from riffdesk.diffusion.model import Model


def played_score(request: RenderRequest, beyond: float) -> RiffScore | None:
    """Return the score of a request for a model that takes scores; None without one.

    A riff from words alone and its continuation are composed. One that starts from a drawing or a sound has no score,
    unless the recipe carries one: the model then invents the notes from the init.

    Parameters
    ----------
    request : RenderRequest
    beyond : float
        Seconds of score after the riff's end, which the model sees.

    Raises
    ------
    UserError
        As `riffdesk.engine.riff.score.riff_score.riff_score` does.
    """
    if not _has_notes(request):
        return None
    return riff_score(request.recipe, downbeat=request.downbeat, beyond=beyond)


def _has_notes(request: RenderRequest) -> bool:
    """Return whether a model that takes scores is given one for a request."""
    return request.init is None or request.from_noise or bool(request.recipe.score)


def is_played(recipe: Recipe, *, takes_score: bool) -> bool:
    """Return whether a riff was played from the notes of its recipe.

    A riff that was continued to the left begins before the notes of its recipe, so it was not.
    """
    composed = recipe.init == GUIDE or (takes_score and not recipe.init)
    return bool(recipe.score) or (composed and recipe.mask != CONTINUED)


def guide_for(
    request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> Array | None:
    """Return the ink that a request starts from if that is a guide, see `with_guide`."""
    return with_guide(request).init


def understood_of(request: RenderRequest) -> tuple[str, ...]:
    """Return sentences for the user on the composed music of a request and its reasons; none without any.

    Raises
    ------
    UserError
        As `riffdesk.engine.riff.score.riff_score.riff_score` does, and if there is no such model.
    """
    recipe = request.recipe
    from_guide = recipe.init == GUIDE and request.init is None
    takes_score = describe(find_model(recipe.model)).takes_score
    plays = _has_notes(request) if takes_score else bool(recipe.score)
    return understood(recipe, mark("as given")) if plays or from_guide else ()


def score_tensor(played: RiffScore, model: Model, start: int, latents: int, stretched: float = 1.0) -> Tensor:
    """Return a part of a score as input of a model: float32 ``[SCORE_WIDTH, height, latents]``.

    Parameters
    ----------
    played : RiffScore
    model : Model
        One that takes scores.
    start, latents : int
        First column of latents, and number of columns.
    stretched : float
        Duration of a column of the riff relative to one of the model's.
    """
    from riffdesk.diffusion.starter.score_unet import score_input

    seconds_per_latent = stretched * model.factor / model.params.columns_per_second
    section = played.between(start * seconds_per_latent, (start + latents) * seconds_per_latent)
    stretched_section = replace(section, tempo=played.tempo * stretched)
    columns = latents * model.factor
    pictures = pictures_of(stretched_section, 0.0, columns, model.params, stroke_power=STROKES_PLAYED)
    return score_input(pictures.tones, pictures.strokes)


def with_guide(request: RenderRequest) -> RenderRequest:
    """Return a request with the picture of its score as init, if it starts from the guide.

    A recipe with a score, for a model that takes none, starts from the guide too, unless a part of it is regenerated. A
    riff of more than ten minutes repeats the first ten.

    Raises
    ------
    UserError
        If the recipe has both a score and an init, for a model that takes no score.
    """
    recipe = request.recipe
    needs_guide = recipe.init == GUIDE and request.init is None
    if recipe.score and not needs_guide and not describe(find_model(recipe.model)).takes_score:
        if request.mask is not None:  # the kept part was played from it
            return request
        if request.init is not None:
            raise UserError(
                tr(
                    "{model} cannot play a score, it can only start from a picture of the notes. Remove the "
                    "starting image or sound, or choose a model that plays scores.",
                    model=recipe.model,
                )
            )
        needs_guide = True
    if not needs_guide:
        return request
    seconds = min(recipe.seconds, MAX_SECONDS)
    played = riff_score(replace(recipe, seconds=seconds), downbeat=request.downbeat)
    columns = min(request.columns, round(seconds * request.params.columns_per_second) or 1)
    ink = guide_of(played.between(0.0, seconds), columns, request.params)
    return replace(request, init=np.stack((ink, ink)) if request.params.stereo else ink)
