"""Effects on levels: gain, fades, normalising, and a gate.

All are exact in dB: ink is (amplitude / reference) ** power, so that a gain of the amplitude is a factor of the ink.
"""

from __future__ import annotations

import numpy as np

from riffdesk.arrays import Array
from riffdesk.language import mark
from riffdesk.sketch.paint.effects.effect import Effect, Parameter, Place, Values

SILENT_DB = -100.0
"""Cells below it count as silence."""


def factor_of(db: float, place: Place) -> np.float32:
    """Return the factor of ink that is a gain in dB."""
    return np.float32(10 ** (db * place.params.power / 20))


def gained(ink: Array, place: Place, values: Values) -> Array:
    """Return ink that is louder by ``db``, -60 to 24 dB."""
    return np.asarray(ink * factor_of(values["db"], place))


def faded_in(ink: Array, place: Place, _: Values) -> Array:
    """Return ink whose amplitude rises in a straight line, from 0 before the first column to 1 after the last."""
    return np.asarray(ink * _ramp(ink.shape[-1], place))


def faded_out(ink: Array, place: Place, _: Values) -> Array:
    """Return ink whose amplitude falls in a straight line, from 1 before the first column to 0 after the last."""
    return np.asarray(ink * _ramp(ink.shape[-1], place)[::-1])


def normalised(ink: Array, place: Place, values: Values) -> Array:
    """Return ink whose loudest cell is at ``db``, -60 to 0 dB; silence stays silent."""
    loudest = float(ink.max(initial=0.0))
    return (
        ink if loudest <= factor_of(SILENT_DB, place) else np.asarray(ink * (factor_of(values["db"], place) / loudest))
    )


def gated(ink: Array, place: Place, values: Values) -> Array:
    """Return ink whose cells below ``threshold``, -90 to 0 dB, are quieter by ``reduction``, 1 to 120 dB."""
    quiet = ink < factor_of(values["threshold"], place)
    return np.asarray(np.where(quiet, ink * factor_of(-values["reduction"], place), ink))


def _ramp(columns: int, place: Place) -> Array:
    return np.asarray(((np.arange(columns) + 0.5) / columns) ** place.params.power, np.float32)


_LEVEL = mark("Peak level; 0 dB is full scale")
GAIN = Effect(
    mark("Gain"),
    mark("Make the selection, or the whole layer, louder or quieter by some dB"),
    gained,
    (Parameter("db", mark("Gain"), mark("Change of the level"), 6, -60, 24, " dB", 1),),
    along="bands",
)
FADE_IN = Effect(mark("Fade in"), mark("Let the selection rise from silence to its level"), faded_in, along="bands")
FADE_OUT = Effect(mark("Fade out"), mark("Let the selection fall from its level to silence"), faded_out, along="bands")
NORMALISE = Effect(
    mark("Normalise"),
    mark("Bring the peak of the selection to a level"),
    normalised,
    (Parameter("db", mark("Level"), _LEVEL, -12, -60, 0, " dB", 1),),
)
GATE = Effect(
    mark("Gate"),
    mark("Turn down sound below a threshold"),
    gated,
    (
        Parameter("threshold", mark("Threshold"), mark("Sound below it is turned down"), -60, -90, 0, " dB", 1),
        Parameter(
            "reduction",
            mark("Reduction"),
            mark("Attenuation below the threshold; 120 dB is silence"),
            60,
            1,
            120,
            " dB",
            1,
        ),
    ),
    along="bands",
)
