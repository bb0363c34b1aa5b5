"""The score of a riff: its tempo, meter, key, chords, and the notes of each part. Values only; everything is frozen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from enum import IntEnum
from typing import Any

from riffdesk.compose.harmony import Key
from riffdesk.language import mark

ROLES = (mark("melody"), mark("chords"), mark("bass"), mark("drums"))
"""Roles of parts in a riff."""
OWN_KIT = -1
"""The sound of riffdesk's own analogue drum kit, which is no General MIDI kit."""
MIN_TEMPO, MAX_TEMPO, MAX_BEATS, MAX_SECONDS = 20, 400, 16, 600
"""Limits of a score: beats per minute, beats of a bar, length."""


_EDGE_BEATS = 0.25  # beats beyond a part of a score in which notes are included


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
        In beats from the beginning of the score; the length of a drum stroke is not used.
    pitch : int
        MIDI note; for drums a `DrumPiece`.
    velocity : int
        1 to 127.
    """

    start: float
    length: float
    pitch: int
    velocity: int

    @property
    def end(self) -> float:
        """End in beats."""
        return self.start + self.length


@dataclass(frozen=True)
class Part:
    """The notes of one player.

    Parameters
    ----------
    role : str
        One of `ROLES`.
    instrument : str
        A key of `riffdesk.compose.vocabulary.FAMILIES`, or 'drums'.
    sound : int or str
        General MIDI program, counted from 0, or the name of a riffdesk synth; for drums the kit's program, or
        `OWN_KIT`.
    notes : tuple of Note
        By start.
    """

    role: str
    instrument: str
    sound: int | str
    notes: tuple[Note, ...]

    def between(self, start: float, stop: float) -> Part:
        """Return the part with the notes that start between two beats, cut at ``stop``."""
        inside = [note for note in self.notes if start <= note.start < stop]
        return replace(self, notes=tuple(replace(n, length=min(n.length, stop - n.start)) for n in inside))


@dataclass(frozen=True)
class Chord:
    """A chord from a beat to the next chord: pitch classes (0 = C), the root first."""

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
        """Return the duration of a number of beats in seconds."""
        return beats * 60 / self.tempo

    def first(self, bars: int) -> Score:
        """Return the first bars of the score; longer notes are cut."""
        stop = float(bars * self.beats_per_bar)
        return replace(
            self,
            bars=min(bars, self.bars),
            chords=tuple(chord for chord in self.chords if chord.start < stop),
            parts=tuple(part.between(0, stop) for part in self.parts),
        )

    def repeated(self, start: float, stop: float, period: float, *, before: bool = True) -> Score:
        """Return a part of the score repeated without end: the notes that sound in it, in beats from ``start``.

        Parameters
        ----------
        start, stop : float
            In beats; they may be negative, and beyond the end.
        period : float
            Beats after which the score repeats, > 0; later notes are left out. Notes that begin before the part have a
            negative start.
        before : bool
            Whether the score also repeats before its beginning.
        """
        first_repeat = -math.inf if before else 0
        parts = tuple(
            replace(part, notes=by_start(_repeated_notes(part.notes, start, stop, period, first_repeat)))
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
        """Return the score of the values of `to_json`."""
        return cls(
            **{name: values[name] for name in ("tempo", "beats_per_bar", "bars")},
            key=Key(**values["key"]),
            chords=tuple(Chord(chord["start"], tuple(chord["pitch_classes"])) for chord in values["chords"]),
            parts=tuple(_part(part) for part in values["parts"]),
        )


def by_start(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return notes ordered by start, then by pitch."""
    return tuple(sorted(notes, key=lambda note: (note.start, note.pitch)))


def _repeated_notes(
    notes: Sequence[Note], start: float, stop: float, period: float, first_repeat: float
) -> Iterator[Note]:
    """Yield the notes of a part of a repeated score, from a repeat on, with those that nearly touch its edges."""
    for note in notes:
        if note.start >= period:
            break
        repeat = max(math.ceil((start - _EDGE_BEATS - note.end) / period), first_repeat)
        while note.start + repeat * period <= stop + _EDGE_BEATS:
            yield replace(note, start=note.start + repeat * period - start)
            repeat += 1


def _part(values: dict[str, Any]) -> Part:
    kind = DrumPiece if values["role"] == "drums" else int
    notes = tuple(Note(start, length, kind(pitch), velocity) for start, length, pitch, velocity in values["notes"])
    return Part(values["role"], values["instrument"], values["sound"], notes)
