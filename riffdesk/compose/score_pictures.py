"""The pictures of a score for the network: onsets and duration of notes over bands, and onsets of drums.

They have the bands of ink, and cells of time of two columns (20 ms). A note between two bands or two cells is
distributed over both, so that its exact position can be read.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.score import DrumPiece, Note, Score
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import hertz_of_midi

CELL_COLUMNS = 2
"""Columns of ink in one cell of time."""
PITCHED_ROLES = ("melody", "chords", "bass")
TONE_PICTURES = 2 * len(PITCHED_ROLES)
"""Two for each pitched role: sounding notes, and onsets."""
STROKE_CLASSES: tuple[tuple[DrumPiece, ...], ...] = (
    (DrumPiece.KICK,),
    (DrumPiece.SNARE, DrumPiece.CLAP, DrumPiece.RIM),
    (DrumPiece.CLOSED_HAT, DrumPiece.PEDAL_HAT, DrumPiece.SHAKER, DrumPiece.TAMBOURINE),
    (DrumPiece.OPEN_HAT, DrumPiece.RIDE),
    (DrumPiece.CRASH,),
    (DrumPiece.LOW_TOM, DrumPiece.MID_TOM, DrumPiece.HIGH_TOM, DrumPiece.LOW_CONGA, DrumPiece.HIGH_CONGA,
     DrumPiece.COWBELL),
)  # fmt: skip
"""Drum pieces with a common line."""

_PARTIALS = 16
_SUSTAINED, _AGE_SECONDS = 0.4, 0.7  # a note fades to this strength with this time constant, which shows its age
STROKES_PLAYED = 0.4
"""Exponent of strokes for playing: the network plays soft ones softer than it is shown, and drops some."""

_CLASS_OF = {piece: number for number, pieces in enumerate(STROKE_CLASSES) for piece in pieces}


@dataclass(frozen=True, eq=False)
class ScorePictures:
    """Pictures of a part of a score.

    Parameters
    ----------
    tones : float32 ``[6, bands, cells]``
        Sounding notes of melody, chords and bass, then onsets of each; 0 to 1, the lowest band first. Partial ``k``
        has a strength of ``k ** -0.5``.
    strokes : float32 ``[6, cells]``
        Strokes of each of `STROKE_CLASSES`, 0 to 1.
    """

    tones: Array
    strokes: Array


def pictures_of(
    score: Score, begin: float, columns: int, params: SpectrogramParams, *, stroke_power: float = 1.0
) -> ScorePictures:
    """Return the pictures of a part of a score.

    Parameters
    ----------
    score : Score
    begin : float
        Time of column 0, in seconds of the score; it may be negative.
    columns : int
        Length of the part in columns of ink, a multiple of `CELL_COLUMNS`.
    params : SpectrogramParams
        Parameters of the ink.
    stroke_power : float
        Exponent of the strength of strokes: 1 for training, `STROKES_PLAYED` for playing.
    """
    cells = columns // CELL_COLUMNS
    tones = np.zeros((2, len(PITCHED_ROLES), params.bands, cells), np.float32)
    strokes = np.zeros((len(STROKE_CLASSES), cells), np.float32)
    per_second = params.columns_per_second / CELL_COLUMNS
    # Column 0 is a frame centred at second 0, so the centre of cell 0 is half a column later.
    middle = 0.5 * (CELL_COLUMNS - 1) / CELL_COLUMNS
    for part in score.parts:
        for note in part.notes:
            start = (score.seconds(note.start) - begin) * per_second - middle
            if part.role == "drums":
                _strike(strokes[_CLASS_OF[DrumPiece(note.pitch)]], start, (note.velocity / 127) ** stroke_power)
            else:
                length = score.seconds(note.length) * per_second
                _sound(tones[:, PITCHED_ROLES.index(part.role)], note, start, length, params, per_second)
    return ScorePictures(tones.reshape(TONE_PICTURES, params.bands, cells), strokes)


def _sound(
    pictures: Array, note: Note, start: float, length: float, params: SpectrogramParams, cells_per_second: float
) -> None:
    """Draw a note into the pictures of sounding notes and of onsets, ``[2, bands, cells]``; times in cells."""
    cells = pictures.shape[-1]
    first, last = int(np.floor(start)), int(np.ceil(start + length)) + 1
    inside = slice(max(first, 0), min(last + 1, cells))
    if inside.start >= inside.stop:
        return
    cell_numbers = np.arange(inside.start, inside.stop, dtype=np.float32)
    sounds = np.clip(np.minimum(cell_numbers + 0.5 - start, start + length + 0.5 - cell_numbers), 0, 1)
    age = np.maximum(cell_numbers - start, 0) / cells_per_second
    sounding = sounds * (_SUSTAINED + (1 - _SUSTAINED) * np.exp(-age / _AGE_SECONDS))
    beginning = np.maximum(1 - np.abs(cell_numbers - start), 0)
    lines = np.stack([sounding, beginning])[:, None] * np.float32(note.velocity / 127)
    number = np.arange(1, _PARTIALS + 1)
    bands = params.band_of(number * hertz_of_midi(note.pitch))
    in_range = (bands >= 0) & (bands < params.bands - 1)
    low = np.floor(bands[in_range]).astype(int)
    fraction = bands[in_range] - low
    strength = number[in_range] ** -0.5
    for band, share in ((low, 1 - fraction), (low + 1, fraction)):
        drawn = pictures[:, band, inside]
        pictures[:, band, inside] = np.maximum(drawn, (share * strength)[None, :, None] * lines)


def _strike(line: Array, start: float, strength: float) -> None:
    """Draw a stroke at a fractional cell, shared out between the two that it lies between."""
    low = int(np.floor(start))
    for cell, share in ((low, low + 1 - start), (low + 1, start - low)):
        if 0 <= cell < len(line):
            line[cell] = max(line[cell], share * strength)
