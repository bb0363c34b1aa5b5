"""Requests that continue a riff: after its end, before its beginning, or both."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.recipe.recipe import Recipe


def continued(
    recipe: Recipe,
    params: SpectrogramParams,
    ink: Array,
    audio: Array | None = None,
    *,
    left: float = 0.0,
    right: float = 0.0,
) -> RenderRequest:
    """Return a request that keeps a riff and continues it.

    Parameters
    ----------
    recipe : Recipe
        Prompts and settings of the new parts. Times of keyframes count from the present beginning; its length is
        ignored.
    params : SpectrogramParams
        Parameters of the ink.
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        The present ink.
    audio : float32 ``[channels, samples]``, optional
        The present sound. It is kept, except at the join.
    left, right : float
        Seconds to add before it, rounded to whole columns, and after it.

    Raises
    ------
    UserError
        If the ink is silent, or no length is added.
    """
    if not (left >= 0 and right >= 0 and left + right > 0):
        raise UserError(tr("A continuation needs a length of more than 0 seconds, and a side."))
    if not ink.any():
        raise UserError(tr("There is nothing to continue: the sketch is silent."))
    hop = params.hop
    before = round(left * params.columns_per_second)
    width = ink.shape[-1]
    existing = width * hop if audio is None else max(audio.shape[-1], (width - 1) * hop)
    samples = before * hop + existing + round(right * params.sample_rate)
    columns = -(-samples // hop) if right else before + max(width, -(-existing // hop))
    # A partly filled last column is regenerated.
    kept = existing // hop if right else columns - before
    mask = np.ones((params.bands, columns), np.float32)
    mask[:, before : before + kept] = 0
    seconds = before * hop / params.sample_rate
    extended = replace(
        recipe,
        seconds=samples / params.sample_rate,
        keyframes=tuple(replace(keyframe, seconds=keyframe.seconds + seconds) for keyframe in recipe.keyframes),
    )
    return RenderRequest(
        extended,
        params,
        _placed(ink[..., : columns - before], before, columns),
        mask,
        None if audio is None else _placed(audio, before * hop, samples),
        from_noise=True,
        downbeat=seconds,
    )


def _placed(values: Array, start: int, length: int) -> Array:
    """Return zeros ``[..., length]`` with values from ``start`` on."""
    result = np.zeros((*values.shape[:-1], length), np.float32)
    result[..., start : start + values.shape[-1]] = values
    return result
