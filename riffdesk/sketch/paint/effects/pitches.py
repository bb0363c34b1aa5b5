"""Effects on pitch: flip, and transposing and quantising the notes of a line."""

from __future__ import annotations

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import NAMES, SCALES
from riffdesk.sketch.paint.effects.effect import Effect, Parameter, Place, Values
from riffdesk.sketch.paint.effects.single_pitch import notes_of_line
from riffdesk.sketch.paint.pitch_shift import PitchShift
from riffdesk.sketch.paint.region import Region


def flipped(ink: Array, _: Place, __: Values) -> Array:
    """Return ink whose highest band is lowest."""
    return ink[..., ::-1, :]


def transposed(ink: Array, place: Place, values: Values) -> Array:
    """Return ink of all bands that is higher by ``semitones``, -48 to 48; partials keep their levels."""
    return _shifted(ink, values["semitones"], place.params)


def transposed_in_scale(ink: Array, place: Place, values: Values) -> Array:
    """Return ink of all bands whose notes are higher by ``steps`` of the scale of the sketch's key, -28 to 28.

    Each note of a line of single notes moves with its partials, from the note of the scale that is nearest to it;
    what it is off that note stays. Without a key, the steps are semitones.
    """
    scale = scale_of(place.key)
    out = np.zeros_like(ink)
    for note in notes_of_line(_louder(ink), place.params):
        nearest = nearest_in(scale, note.midi)
        number = scale.index(nearest % 12) + round(values["steps"])
        target = nearest - nearest % 12 + number // len(scale) * 12 + scale[number % len(scale)]
        part = slice(note.start, note.stop)
        out[..., part] = _shifted(ink[..., part], target - nearest, place.params)
    return out


def quantised_in_pitch(ink: Array, place: Place, values: Values) -> Array:
    """Return ink of all bands whose notes are nearer to the scale of the sketch's key, by ``strength`` 0 to 100%.

    Each note of a line of single notes moves with its partials, so that its median pitch is that of the scale;
    vibrato stays. Without a key, it is the nearest semitone. Columns without a pitch stay as they are.
    """
    scale, out = scale_of(place.key), ink.copy()
    for note in notes_of_line(_louder(ink), place.params):
        by = (nearest_in(scale, note.midi) - note.midi) * values["strength"] / 100
        part = slice(note.start, note.stop)
        out[..., part] = _shifted(ink[..., part], by, place.params)
    return out


def scale_of(key: str) -> list[int]:
    """Return the pitch classes of a key in ascending order, 0 = C; of '' all twelve."""
    if not key:
        return list(range(12))
    name, mode = key.split(" ")
    return sorted((NAMES.index(name) + step) % 12 for step in SCALES[mode])


def nearest_in(scale: list[int], midi: float) -> int:
    """Return the MIDI note of a scale that is nearest to a pitch."""
    around = range(round(midi) - 12, round(midi) + 13)
    return min((note for note in around if note % 12 in scale), key=lambda note: abs(note - midi))


def _shifted(ink: Array, semitones: float, params: SpectrogramParams) -> Array:
    if not semitones:
        return ink
    shift = PitchShift(Region(0, ink.shape[-1], 0, params.bands), semitones, params)
    out = np.zeros_like(ink)
    out[..., shift.low : shift.high, :] = shift.moved(ink)
    return out


def _louder(ink: Array) -> Array:
    return ink if ink.ndim == 2 else np.asarray(ink.max(axis=0))


FLIP = Effect("Flip", flipped, beyond="replace")
TRANSPOSE = Effect(
    "Transpose",
    transposed,
    (Parameter("semitones", "Semitones", "Interval; decimals are cents", 12, -48, 48, " st", 2),),
    beyond="notes",
)
TRANSPOSE_IN_SCALE = Effect(
    "Transpose in the scale",
    transposed_in_scale,
    (Parameter("steps", "Steps", "Steps of the scale of the sketch's key, for a line of single notes", 2, -28, 28),),
    beyond="notes",
)
QUANTISE_PITCHES = Effect(
    "Quantise pitches",
    quantised_in_pitch,
    (
        Parameter(
            "strength",
            "Strength",
            "How far the notes of a line of single notes move towards the scale of the sketch's key",
            100,
            0,
            100,
            " %",
        ),
    ),
    beyond="notes",
)
