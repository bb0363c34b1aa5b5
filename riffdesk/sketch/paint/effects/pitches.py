"""Effects on pitch: flip, copies in octaves, and transposing and quantising the notes of a line."""

from __future__ import annotations

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import NAMES, SCALES
from riffdesk.language import mark
from riffdesk.sketch.paint.effects.effect import Effect, Parameter, Place, Values
from riffdesk.sketch.paint.effects.levels import factor_of
from riffdesk.sketch.paint.effects.single_pitch import notes_of_line
from riffdesk.sketch.paint.pitch_shift import LOWEST_HZ, PitchChange, PitchScale, PitchShift
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
    its deviation from that note stays. Without a key, the steps are semitones.
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


def mirrored_in_octaves(ink: Array, place: Place, values: Values) -> Array:
    """Return ink of all bands with copies of its notes an octave higher, lower or both, quieter by -``level`` dB.

    Parameters
    ----------
    values : mapping
        copies: index into `OCTAVES`; level: -60 to 0 dB.
    """
    factor, out = factor_of(values["level"], place), ink
    for octave in ((1,), (-1,), (1, -1))[round(values["copies"])]:
        out = np.maximum(out, _shifted(ink, 12 * octave, place.params) * factor)
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


def scaled_in_pitch(ink: Array, place: Place, values: Values) -> Array:
    """Return ink of all bands whose intervals are greater by ``factor``, 25 to 400%; partials keep their levels.

    Parameters
    ----------
    values : mapping
        fixed: index into `FIXED`, the place in the region whose pitch stays.
    """
    if values["factor"] == 100:
        return ink
    low, high = np.maximum(place.params.hertz_of([place.low - 0.5, place.high - 0.5]), LOWEST_HZ).tolist()
    fixed = (low, (low * high) ** 0.5, high)[round(values["fixed"])]
    return _changed(ink, PitchScale(_all_of(ink), fixed, values["factor"] / 100, place.params))


def _shifted(ink: Array, semitones: float, params: SpectrogramParams) -> Array:
    if not semitones:
        return ink
    return _changed(ink, PitchShift(_all_of(ink), semitones, params))


def _changed(ink: Array, change: PitchChange) -> Array:
    out = np.zeros_like(ink)
    out[..., change.low : change.high, :] = change.moved(ink)
    return out


def _all_of(ink: Array) -> Region:
    return Region(0, ink.shape[-1], 0, ink.shape[-2])


def _louder(ink: Array) -> Array:
    return ink if ink.ndim == 2 else np.asarray(ink.max(axis=0))


FLIP = Effect(mark("Flip"), mark("Turn the selection upside down"), flipped, beyond="replace", along="columns")
TRANSPOSE = Effect(
    mark("Transpose"),
    mark("Move the notes of the selection by semitones and cents"),
    transposed,
    (Parameter("semitones", mark("Semitones"), mark("Interval; decimals are cents"), 12, -48, 48, " st", 2),),
    beyond="notes",
    along="columns",
)
TRANSPOSE_IN_SCALE = Effect(
    mark("Transpose in the scale"),
    mark("Move each note of a line by steps of the scale of the sketch's key"),
    transposed_in_scale,
    (
        Parameter(
            "steps",
            mark("Steps"),
            mark("Steps of the scale of the sketch's key, for a line of single notes"),
            2,
            -28,
            28,
        ),
    ),
    beyond="notes",
)
FIXED = (mark("Lower edge"), mark("Middle"), mark("Upper edge"))
"""Places in a region whose pitch stays while the intervals are scaled."""
SCALE_PITCH = Effect(
    mark("Scale in pitch"),
    mark("Make the intervals of the selection wider or narrower; partials keep their level"),
    scaled_in_pitch,
    (
        Parameter("factor", mark("Intervals"), mark("Intervals in percent of the present ones"), 150, 25, 400, " %", 1),
        Parameter("fixed", mark("Stays"), mark("Place in the selection whose pitch stays"), 0, choices=FIXED),
    ),
    beyond="notes",
    along="columns",
)
OCTAVES = (mark("Up"), mark("Down"), mark("Up and down"))
"""Where copies of notes are."""
MIRROR_IN_OCTAVES = Effect(
    mark("Mirror in octaves"),
    mark("Add copies of the notes of the selection an octave higher or lower, as an octave pedal does"),
    mirrored_in_octaves,
    (
        Parameter(
            "copies", mark("Octave"), mark("Where the copies are: an octave higher, lower, or both"), 0, choices=OCTAVES
        ),
        Parameter("level", mark("Level"), mark("Level of the copies against the notes"), -6, -60, 0, " dB", 1),
    ),
    beyond="notes",
    along="columns",
)
QUANTISE_PITCHES = Effect(
    mark("Quantise pitches"),
    mark("Move each note of a line to the nearest note of the scale of the sketch's key"),
    quantised_in_pitch,
    (
        Parameter(
            "strength",
            mark("Strength"),
            mark("How far the notes of a line of single notes move towards the scale of the sketch's key"),
            100,
            0,
            100,
            " %",
        ),
    ),
    beyond="notes",
)
