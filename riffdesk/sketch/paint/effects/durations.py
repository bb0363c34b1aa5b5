"""Effects on the order and the length of columns: reverse, stretch, smear and freeze."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.sketch.paint.effects.effect import Effect, Parameter, Place, Values


def at_columns(ink: NDArray[Any], columns: NDArray[np.float64]) -> NDArray[Any]:
    """Return ink at fractional columns, interpolated linearly and cut at the ends: ``[..., bands, len(columns)]``."""
    columns = np.clip(columns, 0, ink.shape[-1] - 1)
    before = np.floor(columns).astype(int)
    after = np.minimum(before + 1, ink.shape[-1] - 1)
    part = (columns - before).astype(ink.dtype)
    return np.asarray(ink[..., before] * (1 - part) + ink[..., after] * part)


def reversed_in_time(ink: Array, _: Place, __: Values) -> Array:
    """Return ink whose last column is first."""
    return ink[..., ::-1]


def stretched(ink: Array, _: Place, values: Values) -> Array:
    """Return ink that is longer by ``factor``, 25 to 400%, at its own pitch."""
    columns = max(1, round(ink.shape[-1] * values["factor"] / 100))
    ends = np.arange(columns + 1) * ink.shape[-1] / columns
    if columns >= ink.shape[-1]:
        return at_columns(ink, (ends[:-1] + ends[1:]) / 2 - 0.5)
    # The mean of what each new column stands for, so that nothing short is lost.
    zero = np.zeros((*ink.shape[:-1], 1), np.float64)
    sums = at_columns(np.concatenate([zero, np.cumsum(ink, axis=-1, dtype=np.float64)], axis=-1), ends)
    return np.asarray(np.diff(sums, axis=-1) / np.diff(ends), np.float32)


def smeared(ink: Array, place: Place, values: Values) -> Array:
    """Return ink whose amplitude is the mean over ``ms``, 20 to 2,000 milliseconds around each column."""
    from scipy.ndimage import uniform_filter1d

    width = max(1, round(values["ms"] / 1000 * place.params.columns_per_second)) | 1
    power = place.params.power
    amplitudes = np.power(ink, 1 / power, dtype=np.float64)
    mean = uniform_filter1d(amplitudes, width, axis=-1, mode="nearest")
    return np.asarray(np.power(np.maximum(mean, 0), power), np.float32)


def frozen(ink: Array, _: Place, values: Values) -> Array:
    """Return ink that holds the column at ``at``, 0 to 100% of its length, from there to its end."""
    column = min(ink.shape[-1] - 1, int(values["at"] / 100 * ink.shape[-1]))
    held = ink.copy()
    held[..., column:] = ink[..., column : column + 1]
    return held


REVERSE = Effect("Reverse", reversed_in_time, beyond="replace")
STRETCH = Effect(
    "Stretch",
    stretched,
    (Parameter("factor", "Length", "Length in percent of the present one; the pitch stays", 200, 25, 400, " %", 1),),
    beyond="replace",
)
SMEAR = Effect(
    "Time-smear", smeared, (Parameter("ms", "Over", "Time over which sound is spread", 200, 20, 2_000, " ms"),)
)
FREEZE = Effect(
    "Freeze",
    frozen,
    (Parameter("at", "From", "Place in the selection whose sound is held from there on", 50, 0, 100, " %", 1),),
)
