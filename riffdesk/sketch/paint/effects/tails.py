"""Effects that continue after the region: echoes and a reverb tail."""

from __future__ import annotations

import numpy as np

from riffdesk.arrays import Array
from riffdesk.language import mark
from riffdesk.sketch.paint.effects.effect import Effect, Parameter, Place, Values
from riffdesk.sketch.paint.effects.levels import factor_of
from riffdesk.sketch.paint.partials import tonal_ink

_DECAY_DB = 60.0  # by which the tail of a reverb falls in its time
_MAX_TAIL = 6_000  # columns


def echoed(ink: Array, place: Place, values: Values) -> Array:
    """Return ink with ``count`` echoes, 1 to 16, each ``beats`` after the one before and quieter by ``decay``.

    Parameters
    ----------
    values : mapping
        beats: 0.0625 to 8, at the tempo of the sketch; decay: 0 to 40 dB.
    """
    count = round(values["count"])
    distance = values["beats"] * place.columns_per_beat
    columns = ink.shape[-1]
    out = np.zeros((*ink.shape[:-1], columns + round(count * distance)), np.float32)
    for number in range(count + 1):
        start = round(number * distance)
        target = out[..., start : start + columns]
        np.maximum(target, ink * factor_of(-values["decay"] * number, place), out=target)
    return out


def echoed_partials(ink: Array, place: Place, values: Values) -> Array:
    """Return ink with echoes of its partials alone; the values are those of `echoed`."""
    out = echoed(tonal_ink(ink, place.low, place.params), place, values)
    np.maximum(out[..., : ink.shape[-1]], ink, out=out[..., : ink.shape[-1]])
    return out


def reverberated(ink: Array, place: Place, values: Values) -> Array:
    """Return ink with a tail that falls by 60 dB in ``seconds``, 0.1 to 20.

    Parameters
    ----------
    values : mapping
        level: level of the tail against the sound, -40 to 0 dB.

    Notes
    -----
    In each band the tail is the maximum of all earlier ink less its decay since then: in dB a running maximum.
    """
    columns = max(1, round(values["seconds"] * place.params.columns_per_second))
    slope = _DECAY_DB * place.params.power / 20 * np.log(10) / columns  # of the logarithm of ink, in a column
    length = ink.shape[-1] + min(_MAX_TAIL, columns)
    padded = np.zeros((*ink.shape[:-1], length), np.float64)
    padded[..., : ink.shape[-1]] = ink
    rise = slope * np.arange(length)
    with np.errstate(divide="ignore"):
        levels = np.log(padded)
    levels += rise
    np.maximum.accumulate(levels, axis=-1, out=levels)
    levels -= rise
    tail = np.exp(levels, out=levels) * factor_of(values["level"], place)
    return np.asarray(np.maximum(tail, padded), np.float32)


_ECHOES = (
    Parameter("beats", mark("Beats"), mark("Beats from one echo to the next"), 0.75, 0.0625, 8, mark(" beats"), 4),
    Parameter("count", mark("Echoes"), mark("Number of echoes"), 3, 1, 16),
    Parameter("decay", mark("Decay"), mark("Attenuation of each echo"), 6, 0, 40, " dB", 1),
)
ECHO = Effect(
    mark("Echo"),
    mark("Repeat the selection after some beats, each time quieter"),
    echoed,
    _ECHOES,
    beyond="add",
    along="bands",
)
ECHO_PARTIALS = Effect(
    mark("Echo of partials"),
    mark("Repeat the tones of the selection after some beats, without noise and drum strokes"),
    echoed_partials,
    _ECHOES,
    beyond="add",
)
REVERB = Effect(
    mark("Reverb tail"),
    mark("Let the selection die away as in a hall"),
    reverberated,
    (
        Parameter("seconds", mark("Time"), mark("Time in which the tail falls by 60 dB"), 1.5, 0.1, 20, " s", 1),
        Parameter("level", mark("Level"), mark("Level of the tail against the sound"), -12, -40, 0, " dB", 1),
    ),
    beyond="add",
    along="bands",
)
