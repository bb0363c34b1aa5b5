"""Places of notes on the canvas, in columns and bands; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from riffdesk.compose.notes.note_edits import Selected
from riffdesk.compose.score import DrumPiece, Note, Part, Score
from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import hertz_of_midi, midi_of, name_of_midi
from riffdesk.language import tr, translated
from riffdesk.sketch.paint.tips import Point

_DRUM_NAMES = {
    DrumPiece.KICK: tr("kick"), DrumPiece.RIM: tr("rim"), DrumPiece.SNARE: tr("snare"), DrumPiece.CLAP: tr("clap"),
    DrumPiece.CLOSED_HAT: tr("closed hat"), DrumPiece.PEDAL_HAT: tr("pedal hat"), DrumPiece.OPEN_HAT: tr("open hat"),
    DrumPiece.LOW_TOM: tr("low tom"), DrumPiece.MID_TOM: tr("mid tom"), DrumPiece.HIGH_TOM: tr("high tom"),
    DrumPiece.CRASH: tr("crash"), DrumPiece.RIDE: tr("ride"), DrumPiece.TAMBOURINE: tr("tambourine"),
    DrumPiece.COWBELL: tr("cowbell"), DrumPiece.HIGH_CONGA: tr("high conga"), DrumPiece.LOW_CONGA: tr("low conga"),
    DrumPiece.SHAKER: tr("shaker"),
}  # fmt: skip
_DRUM_HERTZ = {
    DrumPiece.KICK: 65, DrumPiece.LOW_TOM: 100, DrumPiece.MID_TOM: 145, DrumPiece.HIGH_TOM: 200,
    DrumPiece.LOW_CONGA: 260, DrumPiece.HIGH_CONGA: 350, DrumPiece.SNARE: 500, DrumPiece.COWBELL: 800,
    DrumPiece.RIM: 1_600, DrumPiece.CLAP: 2_400, DrumPiece.CRASH: 3_400, DrumPiece.RIDE: 4_200,
    DrumPiece.OPEN_HAT: 5_400, DrumPiece.PEDAL_HAT: 6_300, DrumPiece.CLOSED_HAT: 7_200,
    DrumPiece.TAMBOURINE: 8_200, DrumPiece.SHAKER: 9_200,
}  # fmt: skip
"""Frequency of the mark of each piece: within its sound, and apart from the others."""
STROKE_PIXELS = 9
"""Width and height of the mark of a drum stroke."""
_SLACK_PIXELS = 3


@dataclass(frozen=True, eq=False)
class PartPlaces:
    """Places of a part's notes: first column, last column, lower and upper band, each ``[notes]``."""

    first: NDArray[np.float64]
    last: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


@dataclass(frozen=True)
class NotePlaces:
    """Converts between a score and the canvas.

    Parameters
    ----------
    score : Score
    params : SpectrogramParams
        Parameters of the ink.
    delay : float
        Column of beat 0.
    """

    score: Score
    params: SpectrogramParams
    delay: float = 0.0

    @property
    def columns_per_beat(self) -> float:
        """Columns of a beat."""
        return self.score.seconds(1) * self.params.columns_per_second

    def beat(self, column: float) -> float:
        """Return the beat at a column."""
        return (column - self.delay) / self.columns_per_beat

    def column(self, beat: float) -> float:
        """Return the column of a beat."""
        return self.delay + beat * self.columns_per_beat

    @cached_property
    def parts(self) -> list[PartPlaces]:
        """The places of each part's notes."""
        return [_places(part, self.columns_per_beat, self.delay, self.params) for part in self.score.parts]

    def hit(self, point: Point, pixel: Point, scale: BandScale) -> Selected | None:
        """Return the note at a point; the shortest of several.

        Parameters
        ----------
        point : (column, band)
        pixel : (columns, heights)
            Size of a pixel of the screen.
        scale : BandScale
            Converts between bands and heights.
        """
        height, found = float(scale.height_of(point[1])), []
        for number, (part, at) in enumerate(zip(self.score.parts, self.parts, strict=True)):
            pixels = _SLACK_PIXELS + (STROKE_PIXELS / 2 if part.role == "drums" else 0)
            columns, heights = pixels * pixel[0], pixels * pixel[1]
            lowest, highest = scale.band_at([height - heights, height + heights])
            inside = (at.first - columns <= point[0]) & (point[0] <= at.last + columns)
            inside &= (at.low <= highest) & (lowest <= at.high)
            found += [(number, part.notes[index]) for index in np.flatnonzero(inside)]

        def nearness(note: Selected) -> tuple[int, float]:
            band = band_of(note[1], self._is_drums(note[0]), self.params)
            distance = abs(float(scale.height_of(band)) - height)
            return round(distance / max(pixel[1], 1e-9) / 4), note[1].length

        return min(found, key=nearness, default=None)

    def inside(self, corner: Point, opposite: Point) -> frozenset[Selected]:
        """Return the notes that a rectangle touches."""
        (left, right), (low, high) = (sorted(pair) for pair in zip(corner, opposite, strict=True))
        return frozenset(
            (number, part.notes[index])
            for number, (part, at) in enumerate(zip(self.score.parts, self.parts, strict=True))
            for index in np.flatnonzero((at.first <= right) & (at.last >= left) & (at.low <= high) & (at.high >= low))
        )

    def description(self, note: Selected) -> str:
        """Return a description of a note: part, pitch and velocity."""
        number, one = note
        part = self.score.parts[number]
        if part.role == "drums":
            return tr(
                "{name}    velocity {velocity}",
                name=_DRUM_NAMES[DrumPiece(one.pitch)],
                velocity=one.velocity,
            )
        return tr(
            "{instrument} ({role})  {note}    velocity {velocity}",
            instrument=part.instrument,
            role=translated(part.role),
            note=name_of_midi(one.pitch),
            velocity=one.velocity,
        )

    def _is_drums(self, number: int) -> bool:
        return self.score.parts[number].role == "drums"


def band_of(note: Note, drums: bool, params: SpectrogramParams) -> float:
    """Return the band of a note's middle."""
    return float(params.band_of(_DRUM_HERTZ[DrumPiece(note.pitch)] if drums else hertz_of_midi(note.pitch)))


def pitch_at(band: float, params: SpectrogramParams) -> float:
    """Return the fractional MIDI note at a band."""
    return midi_of(max(float(params.hertz_of(band)), 8.0))


def piece_at(band: float, params: SpectrogramParams) -> DrumPiece:
    """Return the piece of the drum kit whose place is nearest to a band."""
    return min(_DRUM_HERTZ, key=lambda piece: abs(float(params.band_of(_DRUM_HERTZ[piece])) - band))


@lru_cache(maxsize=128)
def _places(part: Part, columns_per_beat: float, delay: float, params: SpectrogramParams) -> PartPlaces:
    values = np.array([(note.start, note.length, note.pitch) for note in part.notes], np.float64).reshape(-1, 3)
    first = delay + values[:, 0] * columns_per_beat
    if part.role == "drums":
        hertz = np.array([_DRUM_HERTZ[DrumPiece(note.pitch)] for note in part.notes], np.float64)
        bands = np.asarray(params.band_of(hertz), np.float64)
        return PartPlaces(first, first, bands, bands)
    low, high = (np.asarray(params.band_of(440 * 2 ** ((values[:, 2] + by - 69) / 12))) for by in (-0.5, 0.5))
    return PartPlaces(first, first + values[:, 1] * columns_per_beat, low, high)
