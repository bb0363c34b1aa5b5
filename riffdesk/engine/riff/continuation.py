"""Asks for more of what is there: a riff that goes on to the right, to the left, or to both sides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import UserError
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
    """Return a request that keeps a riff and goes on with it.

    Parameters
    ----------
    recipe : Recipe
        What the new parts are asked for. Its keyframes count from where the riff begins now, and its length does not
        count.
    params : SpectrogramParams
        How the ink is spaced.
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        What is there.
    audio : float32 ``[channels, samples]``, optional
        What it sounds like. It stays as it is, but for the join.
    left, right : float
        Seconds to add before it, in whole columns, and after it.

    Raises
    ------
    UserError
        If there is nothing to go on from, or neither side is to be longer.
    """
    if not (left >= 0 and right >= 0 and left + right > 0):
        raise UserError("A riff goes on for more than 0 seconds. Say for how long, and to which side.")
    if not ink.any():
        raise UserError("There is nothing to go on from: what is there is silent.")
    hop = params.hop
    before = round(left * params.columns_per_second)
    width = ink.shape[-1]
    there = width * hop if audio is None else max(audio.shape[-1], (width - 1) * hop)
    samples = before * hop + there + round(right * params.sample_rate)
    columns = -(-samples // hop) if right else before + max(width, -(-there // hop))
    # What ends inside its last column, or in its middle, is made anew from there on.
    kept = there // hop if right else columns - before
    mask = np.ones((params.bands, columns), np.float32)
    mask[:, before : before + kept] = 0
    seconds = before * hop / params.sample_rate
    asked = replace(
        recipe,
        seconds=samples / params.sample_rate,
        keyframes=tuple(replace(one, seconds=one.seconds + seconds) for one in recipe.keyframes),
    )
    return RenderRequest(
        asked,
        params,
        _placed(ink[..., : columns - before], before, columns),
        mask,
        None if audio is None else _placed(audio, before * hop, samples),
        from_noise=True,
        downbeat=seconds,
    )


def _placed(values: Array, start: int, length: int) -> Array:
    """Return values as a part of something longer that is silent elsewhere: ``[..., length]``."""
    out = np.zeros((*values.shape[:-1], length), np.float32)
    out[..., start : start + values.shape[-1]] = values
    return out
