"""Scores as MIDI files: one track for each part, with tempo, meter, key and the chords as markers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from riffdesk.compose.chords import name_of_chord
from riffdesk.compose.harmony import Key, key_of_notes
from riffdesk.compose.midi.general_midi import family_of, piece_of, program_of
from riffdesk.compose.midi.midi_file import Event, Kind, MidiFile, midi_bytes, read_midi_file
from riffdesk.compose.score import (
    LEAST_TEMPO,
    MOST_BEATS,
    MOST_SECONDS,
    MOST_TEMPO,
    Note,
    Part,
    Score,
    by_start,
)
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.errors import UserError
from riffdesk.files import write_beside

MOST_NOTES, MOST_PARTS = 50_000, 64

_DIVISION = 480
_DRUM_CHANNEL = 9
_USUAL_TEMPO = 500_000  # microseconds: what a file without a tempo means
_HIGHEST = max(pitch for pitch in range(128) if hertz_of_midi(pitch) < SpectrogramParams().max_hz)
_LOWEST_MELODY = 45.0  # mean pitch below which one voice is a bass
_IN_KEY = 0.9  # share of the notes of a piece in C major that are in its scale
_CHORDAL = 1.5  # notes that sound at once on average, above which a part is chords


@dataclass(frozen=True)
class Imported:
    """A score from a file, and a sentence for each thing of the file that is not in it."""

    score: Score
    notices: tuple[str, ...]


def write_midi(path: Path, score: Score) -> None:
    """Write a score as a MIDI file (format 1); a UserError if it cannot be written."""
    with write_beside(path) as temporary:
        temporary.write_bytes(midi_bytes(_file_of(score)))


def read_midi(path: Path) -> Imported:
    """Return the score of a MIDI file.

    Raises
    ------
    UserError
        If it is no MIDI file or damaged, has no notes, or more of them, or of parts or time, than a score may have.
    """
    file = read_midi_file(path)
    notices: list[str] = []
    meter, beat = _meter_of(file, path.name, notices)
    tempo = _tempo_of(file, beat, path.name, notices)
    parts = _parts_of(file, 1 / (file.division * beat), path.name, notices)
    last = max(note.end for part in parts for note in part.notes)
    ends = [event.tick / (file.division * beat) for track in file.tracks for event in track if event.kind is Kind.END]
    silence = max(ends, default=0.0) - last
    end = last + (silence if 0 < silence <= 4 * meter else 0.0)
    bars = max(1, math.ceil(end / meter - 1e-6))
    seconds = bars * meter * 60 / tempo
    if seconds > MOST_SECONDS:
        raise UserError(
            f"{path.name} lasts {seconds / 60:.0f} minutes at {tempo:g} bpm; a score has at most "
            f"{MOST_SECONDS // 60}. Cut it in a sequencer."
        )
    key = _key_of(file, [(note.pitch, note.length) for part in parts if part.role != "drums" for note in part.notes])
    return Imported(Score(tempo, meter, key, bars, (), tuple(parts)).first(bars), tuple(notices))


def _file_of(score: Score) -> MidiFile:
    end = round(score.beats * _DIVISION)
    sharps = score.key.sharps
    first = [
        Event(0, Kind.TEMPO, numbers=(round(60e6 / score.tempo),)),
        Event(0, Kind.METER, numbers=(score.beats_per_bar, 4)),
        Event(0, Kind.KEY, numbers=(sharps, int(score.key.mode == "minor"))),
        *(
            Event(
                round(chord.start * _DIVISION), Kind.MARKER, text=name_of_chord(chord.pitch_classes, flats=sharps < 0)
            )
            for chord in score.chords
        ),
        Event(end, Kind.END),
    ]
    free = [channel for channel in range(16) if channel != _DRUM_CHANNEL]
    pitched = [number for number, part in enumerate(score.parts) if part.role != "drums"]
    channels = {number: free[place % len(free)] for place, number in enumerate(pitched)}
    tracks = [_track_of(part, channels.get(number, _DRUM_CHANNEL), end) for number, part in enumerate(score.parts)]
    return MidiFile(_DIVISION, (tuple(first), *tracks))


def _track_of(part: Part, channel: int, end: int) -> tuple[Event, ...]:
    name = part.role if part.instrument == part.role else f"{part.instrument}: {part.role}"
    begun: list[tuple[int, int, Event]] = []
    until: dict[int, int] = {}
    for note in reversed(part.notes):  # a key is released before it is struck again
        start = round(note.start * _DIVISION)
        stop = max(start + 1, min(round(note.end * _DIVISION), until.get(note.pitch, end)))
        until[note.pitch] = start
        pitch = int(note.pitch)
        begun.append((start, 1, Event(start, Kind.NOTE_ON, channel, (pitch, note.velocity))))
        begun.append((stop, 0, Event(stop, Kind.NOTE_OFF, channel, (pitch,))))
    begun.sort(key=lambda one: (one[0], one[1], one[2].numbers))
    played = [event for _, _, event in begun]
    program = Event(0, Kind.PROGRAM, channel, (program_of(part.sound),))
    last = max([end, *(event.tick for event in played)])
    return (Event(0, Kind.NAME, text=name), program, *played, Event(last, Kind.END))


def _meter_of(file: MidiFile, name: str, notices: list[str]) -> tuple[int, float]:
    """Return beats of a bar, and the quarter notes of a beat: a dotted quarter in 6/8, 9/8, 12/8 and 15/8."""
    meters = [event.numbers for track in file.tracks for event in track if event.kind is Kind.METER] or [(4, 4)]
    if len(set(meters)) > 1:
        notices.append(f"The meter of {name} changes; {meters[0][0]}/{meters[0][1]}, the first one, is kept.")
    over, under = meters[0]
    if under >= 8 and over % 3 == 0 and over > 3:
        beats, beat = over // 3, 12 / under
    elif under < 4 and over * 4 // under <= MOST_BEATS:
        beats, beat = over * 4 // under, 1.0
    else:
        beats, beat = over, 4 / under
    if beats > MOST_BEATS:
        notices.append(f"A bar of {name} has {beats} beats, and {MOST_BEATS} are the most; it is read in bars of 4.")
        return 4, beat
    return beats, beat


def _tempo_of(file: MidiFile, beat: float, name: str, notices: list[str]) -> float:
    """Return the tempo that holds longest, in beats per minute."""
    changes = sorted(
        (event.tick, event.numbers[0]) for track in file.tracks for event in track if event.kind is Kind.TEMPO
    )
    end = max((event.tick for track in file.tracks for event in track), default=0)
    if not changes or changes[0][0] > 0:
        changes.insert(0, (0, _USUAL_TEMPO))
    held: Counter[int] = Counter()
    for (tick, micros), following in zip(changes, [tick for tick, _ in changes[1:]] + [end], strict=True):
        held[micros] += (following - tick) * micros
    longest = held.most_common(1)[0][0]
    tempo = round(60e6 / longest / beat, 3)
    if not LEAST_TEMPO <= tempo <= MOST_TEMPO:
        raise UserError(
            f"{name} is played at {tempo:g} bpm; a sketch has {LEAST_TEMPO} to {MOST_TEMPO}. Change it in a sequencer."
        )
    if sum(time > 0 for time in held.values()) > 1:
        notices.append(f"The tempo of {name} changes; {tempo:g} bpm, which holds longest, is kept throughout.")
    return tempo


def _parts_of(file: MidiFile, scale: float, name: str, notices: list[str]) -> list[Part]:
    """Return a part for each track and channel that has notes; ``scale`` is beats of a tick."""
    programs: dict[tuple[int, int], int] = {}
    by_channel: dict[int, int] = {}
    notes: dict[tuple[int, int], list[Note]] = {}
    for number, track in enumerate(file.tracks):
        for event in track:
            if event.kind is Kind.PROGRAM:
                programs.setdefault((number, event.channel), event.numbers[0])
                by_channel.setdefault(event.channel, event.numbers[0])
        for channel, note in _notes_of(track, scale):
            notes.setdefault((number, channel), []).append(note)
    count = sum(map(len, notes.values()))
    if not count:
        raise UserError(f"{name} has no notes. Choose a MIDI file with some.")
    if count > MOST_NOTES:
        raise UserError(f"{name} has {count:,} notes; {MOST_NOTES:,} are the most. Cut it in a sequencer.")
    if len(notes) > MOST_PARTS:
        raise UserError(
            f"{name} has {len(notes)} tracks with notes; {MOST_PARTS} are the most. Join some in a sequencer."
        )
    parts = [
        _part_of(place[1], programs.get(place, by_channel.get(place[1], 0)), some) for place, some in notes.items()
    ]
    _tell_lost(count - sum(len(part.notes) for part in parts), name, notices)
    kept = [part for part in parts if part.notes]
    if not kept:
        raise UserError(f"{name} has no notes that can be heard here. Choose another MIDI file.")
    return kept


def _notes_of(track: Sequence[Event], scale: float) -> Iterable[tuple[int, Note]]:
    """Yield channel and note of each that is begun, released when the key is, or at the end of the track."""
    held: dict[tuple[int, int], list[Event]] = {}
    end = track[-1].tick if track else 0
    for event in track:
        if event.kind is Kind.NOTE_ON:
            held.setdefault((event.channel, event.numbers[0]), []).append(event)
        elif event.kind is Kind.NOTE_OFF and held.get((event.channel, event.numbers[0])):
            yield _note(held[event.channel, event.numbers[0]].pop(0), event.tick, scale)
    for some in held.values():
        for event in some:
            yield _note(event, end, scale)


def _note(begun: Event, tick: int, scale: float) -> tuple[int, Note]:
    length = max(tick - begun.tick, 1) * scale
    return begun.channel, Note(begun.tick * scale, length, begun.numbers[0], begun.numbers[1])


def _part_of(channel: int, program: int, notes: Sequence[Note]) -> Part:
    if channel == _DRUM_CHANNEL:
        struck = [replace(note, pitch=piece) for note in notes if (piece := piece_of(note.pitch)) is not None]
        return Part("drums", "drums", program, by_start(struck))
    family = family_of(program)
    kept = [note for note in notes if note.pitch <= _HIGHEST]
    return Part(_role_of(family, kept), family, program, by_start(kept))


def _role_of(family: str, notes: Sequence[Note]) -> str:
    """Return what a part does: bass if it is one, or one low voice; chords if several notes sound at once."""
    if family == "bass" or not notes:
        return "bass" if family == "bass" else "melody"
    sounding = sum(note.length for note in notes)
    edges = sorted([(note.start, 1) for note in notes] + [(note.end, -1) for note in notes])
    covered, depth = 0.0, 0
    for (place, step), (following, _) in pairwise(edges):
        depth += step
        covered += (following - place) * (depth > 0)
    if sounding / max(covered, 1e-9) > _CHORDAL:
        return "chords"
    return "bass" if sum(note.pitch for note in notes) / len(notes) < _LOWEST_MELODY else "melody"


def _tell_lost(lost: int, name: str, notices: list[str]) -> None:
    if lost:
        what = "1 note or stroke is" if lost == 1 else f"{lost:,} notes or strokes are"
        notices.append(f"{what} left out of {name}: above 10 kHz, or of drums that the kit here does not have.")


def _key_of(file: MidiFile, notes: Sequence[tuple[int, float]]) -> Key:
    """Return the key that a file says, or that of its notes: C major is what many say that are in another."""
    for track in file.tracks:
        for event in track:
            if event.kind is Kind.KEY and -7 <= event.numbers[0] <= 7:
                sharps, minor = event.numbers
                key = Key((sharps * 7 + (9 if minor else 0)) % 12, "minor" if minor else "major")
                inside = sum(length for pitch, length in notes if pitch % 12 in key.scale)
                if key != Key(0, "major") or inside >= _IN_KEY * sum(length for _, length in notes):
                    return key
    return key_of_notes(notes)
