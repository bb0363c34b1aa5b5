"""Draws a score as ink, as an init for models that take no score.

The marks are those of the tone brush and the drum brush. They show the notes and not the sound of an instrument: a few
partials of each note, and for each stroke the loud bands of the drum.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.score import DrumPiece, Note, Score
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import A4_MIDI
from riffdesk.dsp.tone import tone_shape


@dataclass(frozen=True)
class _Tone:
    """The mark of a note: number of partials, their rolloff in dB per octave, seconds of a fade to a tenth.

    Sustained instruments have a fade of 0.
    """

    harmonics: int
    rolloff_db: float
    fade: float = 0.0


@dataclass(frozen=True)
class _Patch:
    """A part of a stroke's mark: two frequencies, the ink at the beginning, and seconds until it has faded."""

    low_hz: float
    high_hz: float
    ink: float
    seconds: float


_PLAIN = _Tone(8, 9.0)
_TONES = {
    "piano": _Tone(10, 10.0, 2.5), "electric piano": _Tone(5, 12.0, 2.5), "organ": _Tone(8, 6.0),
    "acoustic guitar": _Tone(12, 8.0, 1.8), "distorted guitar": _Tone(16, 3.0), "bass": _Tone(8, 8.0, 2.0),
    "strings": _Tone(12, 8.0), "violin": _Tone(14, 6.0), "brass": _Tone(14, 5.0), "saxophone": _Tone(12, 6.0),
    "flute": _Tone(4, 12.0), "choir": _Tone(8, 8.0), "mallets": _Tone(4, 14.0, 0.8), "bells": _Tone(4, 8.0, 1.8),
    "synth lead": _Tone(16, 6.0), "synth pad": _Tone(10, 8.0),
}  # fmt: skip
_TONE_INK = 0.7  # ink of a note at full velocity: -12 dBFS
_ATTACK, _RELEASE = 1, 4  # columns

_HAT = (_Patch(6_000, 10_000, 0.5, 0.08),)
_MARKS: dict[DrumPiece, tuple[_Patch, ...]] = {
    DrumPiece.KICK: (_Patch(30, 120, 0.85, 0.35), _Patch(120, 3_000, 0.45, 0.04)),
    DrumPiece.SNARE: (_Patch(150, 260, 0.65, 0.16), _Patch(260, 9_000, 0.52, 0.22)),
    DrumPiece.CLAP: (_Patch(900, 7_000, 0.55, 0.2),),
    DrumPiece.RIM: (_Patch(1_400, 4_500, 0.55, 0.06),),
    DrumPiece.CLOSED_HAT: _HAT,
    DrumPiece.PEDAL_HAT: (_Patch(5_000, 9_000, 0.42, 0.08),),
    DrumPiece.SHAKER: (_Patch(5_500, 10_000, 0.42, 0.07),),
    DrumPiece.TAMBOURINE: (_Patch(5_500, 10_000, 0.5, 0.15),),
    DrumPiece.OPEN_HAT: (_Patch(5_000, 10_000, 0.52, 0.5),),
    DrumPiece.RIDE: (_Patch(3_500, 10_000, 0.45, 0.7), _Patch(3_800, 4_400, 0.52, 0.4)),
    DrumPiece.CRASH: (_Patch(1_500, 10_000, 0.55, 1.6),),
    DrumPiece.LOW_TOM: (_Patch(70, 140, 0.75, 0.4), _Patch(140, 2_000, 0.4, 0.06)),
    DrumPiece.MID_TOM: (_Patch(110, 190, 0.75, 0.35), _Patch(190, 2_500, 0.4, 0.06)),
    DrumPiece.HIGH_TOM: (_Patch(160, 260, 0.75, 0.3), _Patch(260, 3_000, 0.4, 0.06)),
    DrumPiece.HIGH_CONGA: (_Patch(280, 420, 0.65, 0.2),),
    DrumPiece.LOW_CONGA: (_Patch(180, 280, 0.65, 0.25),),
    DrumPiece.COWBELL: (_Patch(520, 900, 0.6, 0.18), _Patch(1_400, 3_000, 0.42, 0.15)),
}


def guide_of(score: Score, columns: int, params: SpectrogramParams, begin: float = 0.0) -> Array:
    """Return the ink of a part of a score: float32 ``[bands, columns]``.

    Parameters
    ----------
    score : Score
    columns : int
        Length of the part; silent beyond the end of the score.
    params : SpectrogramParams
        Parameters of the ink.
    begin : float
        Time of column 0, in seconds of the score.

    Notes
    -----
    Overlapping marks have the maximum of their ink, as strokes of the tone brush do.
    """
    ink = np.zeros((params.bands, columns), np.float32)
    per_second = params.columns_per_second
    for part in score.parts:
        tone = _TONES.get(part.instrument, _PLAIN)
        for note in part.notes:
            # Halves are rounded up, with a tolerance, so that a part of a score is drawn as in the complete one.
            start = math.floor((score.seconds(note.start) - begin) * per_second + 0.5 + 1e-6)
            if start >= columns:
                break
            level = np.float32(np.sqrt(note.velocity / 127))  # 40 dB for each tenfold velocity
            if part.role == "drums":
                for low, shape, fading in _mark(DrumPiece(note.pitch), params):
                    _paint(ink, start, low, shape * level, fading)
            else:
                length = max(1, round(score.seconds(note.length) * per_second))
                _paint(ink, start, *_note(note, tone, params, level), _envelope(length, tone.fade, params))
    return ink


def drum_mark(piece: DrumPiece, params: SpectrogramParams) -> Array:
    """Return the ink of one stroke of a drum: float32 ``[bands, columns]``."""
    marks = _mark(piece, params)
    ink = np.zeros((params.bands, max(len(fading) for _, _, fading in marks)), np.float32)
    for low, shape, fading in marks:
        _paint(ink, 0, low, shape, fading)
    return ink


def _paint(ink: Array, start: int, low: int, shape: Array, envelope: Array) -> None:
    """Draw the product of a shape over bands, from band ``low`` on, and an envelope over columns, in place."""
    first, last = max(start, 0), min(start + len(envelope), ink.shape[1])
    if last > first:
        area = ink[low : low + len(shape), first:last]
        np.maximum(area, np.multiply.outer(shape, envelope[first - start : last - start]), out=area)


def _note(note: Note, tone: _Tone, params: SpectrogramParams, level: np.float32) -> tuple[int, Array]:
    """Return the lowest band of a note, and the ink of the bands from there."""
    shape = tone_shape(params, 100 * (note.pitch - A4_MIDI), tone.harmonics, tone.rolloff_db)
    audible = np.flatnonzero(shape)
    if not len(audible):
        return 0, shape[:0]
    return int(audible[0]), shape[audible[0] : audible[-1] + 1] * (np.float32(_TONE_INK) * level)


@lru_cache(maxsize=1_000)
def _envelope(length: int, fade: float, params: SpectrogramParams) -> Array:
    """Return the envelope of a note of ``length`` columns: float32 ``[length + release]``."""
    columns = np.arange(length + _RELEASE, dtype=np.float32)
    rising = np.minimum(1, (columns + 1) / (_ATTACK + 1))
    released = np.clip((length + _RELEASE - columns) / (_RELEASE + 1), 0, 1)
    fading = 10 ** (-columns * params.power / (fade * params.columns_per_second)) if fade else 1.0
    return np.asarray(rising * released * fading, np.float32)


@lru_cache(maxsize=64)
def _mark(piece: DrumPiece, params: SpectrogramParams) -> tuple[tuple[int, Array, Array], ...]:
    """Return the patches of a stroke: lowest band, ink of each band, and envelope."""
    marks = []
    for patch in _MARKS[piece]:
        low, high = (float(params.band_of(hertz)) for hertz in (patch.low_hz, patch.high_hz))
        bands = np.arange(max(0, round(low)), min(params.bands, round(high) + 1))
        edge = np.minimum(bands - low + 1, high - bands + 1) / max(1.0, 0.1 * (high - low))
        shape = np.asarray(patch.ink * np.clip(edge, 0.3, 1), np.float32)
        columns = np.arange(max(2, round(patch.seconds * params.columns_per_second)), dtype=np.float32)
        marks.append((int(bands[0]) if len(bands) else 0, shape, np.asarray(1 - columns / len(columns), np.float32)))
    return tuple(marks)
