"""The score of a riff: its tempo, meter, key, chords, and the notes of each part. Values only; everything is frozen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from enum import IntEnum
from typing import Any

from riffdesk.compose.harmony import Key

ROLES = ("melody", "chords", "bass", "drums")
"""What a part does in a riff."""
OWN_KIT = -1
"""The sound of drums that are not a General MIDI kit: the project's analogue kit."""
LEAST_TEMPO, MOST_TEMPO, MOST_BEATS, MOST_SECONDS = 20, 400, 16, 600
"""Limits of a score: beats per minute, beats of a bar, length."""


_HAIR = 0.25  # of a beat


class DrumPiece(IntEnum):
    """A piece of the drum kit, by its General MIDI number."""

    KICK = 36
    RIM = 37
    SNARE = 38
    CLAP = 39
    CLOSED_HAT = 42
    PEDAL_HAT = 44
    LOW_TOM = 45
    OPEN_HAT = 46
    MID_TOM = 47
    CRASH = 49
    HIGH_TOM = 50
    RIDE = 51
    TAMBOURINE = 54
    COWBELL = 56
    HIGH_CONGA = 63
    LOW_CONGA = 64
    SHAKER = 70


@dataclass(frozen=True)
class Note:
    """One note, or one stroke of a drum.

    Parameters
    ----------
    start, length : float
        In beats from the beginning of the score; a drum's length means nothing.
    pitch : int
        MIDI note; of a drum its `DrumPiece`.
    velocity : int
        1 to 127.
    """

    start: float
    length: float
    pitch: int
    velocity: int

    @property
    def end(self) -> float:
        """Where it is released, in beats."""
        return self.start + self.length


@dataclass(frozen=True)
class Part:
    """What one player plays.

    Parameters
    ----------
    role : str
        One of `ROLES`.
    instrument : str
        A key of `riffdesk.compose.vocabulary.FAMILIES`, or 'drums'.
    sound : int or str
        General MIDI program, counted from 0, or the name of a synth of our own; of drums the kit's program, or
        `OWN_KIT`.
    notes : tuple of Note
        By start.
    """

    role: str
    instrument: str
    sound: int | str
    notes: tuple[Note, ...]

    def between(self, start: float, stop: float) -> Part:
        """Return the part with the notes that start in a span of beats, released at its end at the latest."""
        inside = [note for note in self.notes if start <= note.start < stop]
        return replace(self, notes=tuple(replace(n, length=min(n.length, stop - n.start)) for n in inside))


@dataclass(frozen=True)
class Chord:
    """A chord from one beat on, until the next chord: pitch classes (0 = C), the root first."""

    start: float
    pitch_classes: tuple[int, ...]


@dataclass(frozen=True)
class Score:
    """A riff as notes.

    Parameters
    ----------
    tempo : float
        Beats per minute.
    beats_per_bar : int
    key : Key
        Tonic and mode.
    bars : int
        Length.
    chords : tuple of Chord
        By start.
    parts : tuple of Part
    """

    tempo: float
    beats_per_bar: int
    key: Key
    bars: int
    chords: tuple[Chord, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def beats(self) -> float:
        """Length in beats."""
        return float(self.bars * self.beats_per_bar)

    def seconds(self, beats: float) -> float:
        """Return how long a number of beats takes."""
        return beats * 60 / self.tempo

    def first(self, bars: int) -> Score:
        """Return the score up to a bar line; notes that would sound on are released there."""
        stop = float(bars * self.beats_per_bar)
        return replace(
            self,
            bars=min(bars, self.bars),
            chords=tuple(chord for chord in self.chords if chord.start < stop),
            parts=tuple(part.between(0, stop) for part in self.parts),
        )

    def going_round(self, start: float, stop: float, period: float, *, before: bool = True) -> Score:
        """Return a stretch of the score as it goes round: whatever sounds in it, in beats from its beginning.

        Parameters
        ----------
        start, stop : float
            In beats; they may be negative, and beyond the end.
        period : float
            Beats of a round, > 0: what begins later is left out. Notes that begin before the stretch begin below 0.
        before : bool
            Whether there are rounds before the score's beginning, too.
        """
        least = -math.inf if before else 0
        parts = tuple(
            replace(part, notes=by_start(_notes_going_round(part.notes, start, stop, period, least)))
            for part in self.parts
        )
        return replace(self, chords=(), parts=parts)

    def to_json(self) -> dict[str, Any]:
        """Return the score as JSON types; a note is a list of its four numbers."""
        return {
            "tempo": self.tempo,
            "beats_per_bar": self.beats_per_bar,
            "key": asdict(self.key),
            "bars": self.bars,
            "chords": [{"start": c.start, "pitch_classes": list(c.pitch_classes)} for c in self.chords],
            "parts": [
                {
                    "role": part.role,
                    "instrument": part.instrument,
                    "sound": part.sound,
                    "notes": [[n.start, n.length, int(n.pitch), n.velocity] for n in part.notes],
                }
                for part in self.parts
            ],
        }

    @classmethod
    def of_json(cls, values: dict[str, Any]) -> Score:
        """Return the score that `to_json` made values of."""
        return cls(
            **{name: values[name] for name in ("tempo", "beats_per_bar", "bars")},
            key=Key(**values["key"]),
            chords=tuple(Chord(chord["start"], tuple(chord["pitch_classes"])) for chord in values["chords"]),
            parts=tuple(_part(part) for part in values["parts"]),
        )


def by_start(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return notes in the order in which they start, low ones first."""
    return tuple(sorted(notes, key=lambda note: (note.start, note.pitch)))


def _notes_going_round(notes: Sequence[Note], start: float, stop: float, period: float, least: float) -> Iterator[Note]:
    """Yield the notes of a stretch and those that touch it by a hair and are drawn across its edge, from a round on."""
    for note in notes:
        if note.start >= period:
            break
        turn = max(math.ceil((start - _HAIR - note.end) / period), least)
        while note.start + turn * period <= stop + _HAIR:
            yield replace(note, start=note.start + turn * period - start)
            turn += 1


def _part(values: dict[str, Any]) -> Part:
    kind = DrumPiece if values["role"] == "drums" else int
    notes = tuple(Note(start, length, kind(pitch), velocity) for start, length, pitch, velocity in values["notes"])
    return Part(values["role"], values["instrument"], values["sound"], notes)
