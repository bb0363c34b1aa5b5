"""Effects on the order and the length of columns: reverse, mirror, stretch, smear and freeze."""

from __future__ import annotations

import numpy as np

from riffdesk.arrays import Array
from riffdesk.language import mark
from riffdesk.sketch.paint.effects.effect import Effect, Parameter, Place, Values
from riffdesk.sketch.paint.stretching import stretched


def reversed_in_time(ink: Array, _: Place, __: Values) -> Array:
    """Return ink whose last column is first."""
    return ink[..., ::-1]


def mirrored_in_time(ink: Array, _: Place, values: Values) -> Array:
    """Return ink mirrored about its middle, alone or over the original ink.

    Parameters
    ----------
    values : mapping
        stays: index into `STAYS`.
    """
    return ink[..., ::-1] if round(values["stays"]) else np.maximum(ink, ink[..., ::-1])


def lengthened(ink: Array, _: Place, values: Values) -> Array:
    """Return ink that is longer by ``factor``, 25 to 400%, at its own pitch."""
    return stretched(ink, max(1, round(ink.shape[-1] * values["factor"] / 100)))


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


REVERSE = Effect(
    mark("Reverse"), mark("Play the selection backwards"), reversed_in_time, beyond="replace", along="bands"
)
STAYS = (mark("Stays too"), mark("Is replaced"))
"""Whether the original ink stays under its mirror image."""
MIRROR_IN_TIME = Effect(
    mark("Mirror in time"),
    mark("Add the mirror image of the selection in time: a sound that rises falls again"),
    mirrored_in_time,
    (
        Parameter(
            "stays", mark("What was there"), mark("Whether the original stays with its mirror image"), 0, choices=STAYS
        ),
    ),
    beyond="replace",
    along="bands",
)
STRETCH = Effect(
    mark("Stretch"),
    mark("Make the selection longer or shorter at its own pitch"),
    lengthened,
    (
        Parameter(
            "factor",
            mark("Length"),
            mark("Length in percent of the present one; the pitch stays"),
            200,
            25,
            400,
            " %",
            1,
        ),
    ),
    beyond="replace",
    along="bands",
)
SMEAR = Effect(
    mark("Time-smear"),
    mark("Spread the selection over time, so that it blurs"),
    smeared,
    (Parameter("ms", mark("Over"), mark("Time over which sound is spread"), 200, 20, 2_000, " ms"),),
    along="bands",
)
FREEZE = Effect(
    mark("Freeze"),
    mark("Hold one moment of the selection to its end"),
    frozen,
    (
        Parameter(
            "at", mark("From"), mark("Place in the selection whose sound is held from there on"), 50, 0, 100, " %", 1
        ),
    ),
    along="bands",
)
