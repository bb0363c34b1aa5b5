"""Reads and writes scores as MIDI files: one track for each part, tempo, meter, key, and chords as markers."""

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
    MAX_BEATS,
    MAX_SECONDS,
    MAX_TEMPO,
    MIN_TEMPO,
    Note,
    Part,
    Score,
    by_start,
)
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.errors import UserError
from riffdesk.files import write_beside
from riffdesk.language import plural, tr

MAX_NOTES, MAX_PARTS = 50_000, 64

_DIVISION = 480
_DRUM_CHANNEL = 9
_DEFAULT_TEMPO = 500_000  # microseconds of a quarter note, in a file without a tempo
_HIGHEST = max(pitch for pitch in range(128) if hertz_of_midi(pitch) < SpectrogramParams().max_hz)
_LOWEST_MELODY = 45.0  # mean pitch below which a single voice is a bass
_IN_KEY = 0.9  # minimum share of notes in the scale for a key signature of C major to be believed
_CHORDAL = 1.5  # mean number of simultaneous notes above which a part is chords


@dataclass(frozen=True)
class ImportedScore:
    """A score from a file, and notices to the user about contents of the file that it lacks."""

    score: Score
    notices: tuple[str, ...]


def write_midi(path: Path, score: Score) -> None:
    """Write a score as a MIDI file (format 1); UserError if it cannot be written."""
    with write_beside(path) as temporary:
        temporary.write_bytes(midi_bytes(_file_of(score)))


def read_midi(path: Path) -> ImportedScore:
    """Return the score of a MIDI file.

    Raises
    ------
    UserError
        If it is no MIDI file or damaged, has no notes, or has more notes, parts or time than a score may have.
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
    if seconds > MAX_SECONDS:
        raise UserError(
            tr(
                "{name} lasts {minutes:.0f} minutes at {tempo:g} bpm; a score has at most {most}. "
                "Cut it in a sequencer.",
                name=path.name,
                minutes=seconds / 60,
                tempo=tempo,
                most=MAX_SECONDS // 60,
            )
        )
    key = _key_of(file, [(note.pitch, note.length) for part in parts if part.role != "drums" for note in part.notes])
    return ImportedScore(Score(tempo, meter, key, bars, (), tuple(parts)).first(bars), tuple(notices))


def _file_of(score: Score) -> MidiFile:
    end = round(score.beats * _DIVISION)
    sharps = score.key.sharps
    conductor = [
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
    channels = {number: free[index % len(free)] for index, number in enumerate(pitched)}
    tracks = [_track_of(part, channels.get(number, _DRUM_CHANNEL), end) for number, part in enumerate(score.parts)]
    return MidiFile(_DIVISION, (tuple(conductor), *tracks))


def _track_of(part: Part, channel: int, end: int) -> tuple[Event, ...]:
    name = part.role if part.instrument == part.role else f"{part.instrument}: {part.role}"
    ordered: list[tuple[int, int, Event]] = []
    next_start: dict[int, int] = {}
    for note in reversed(part.notes):  # a note ends before the next one of its pitch
        start = round(note.start * _DIVISION)
        stop = max(start + 1, min(round(note.end * _DIVISION), next_start.get(note.pitch, end)))
        next_start[note.pitch] = start
        pitch = int(note.pitch)
        ordered.append((start, 1, Event(start, Kind.NOTE_ON, channel, (pitch, note.velocity))))
        ordered.append((stop, 0, Event(stop, Kind.NOTE_OFF, channel, (pitch,))))
    ordered.sort(key=lambda item: (item[0], item[1], item[2].numbers))
    events = [event for _, _, event in ordered]
    program = Event(0, Kind.PROGRAM, channel, (program_of(part.sound),))
    last = max([end, *(event.tick for event in events)])
    return (Event(0, Kind.NAME, text=name), program, *events, Event(last, Kind.END))


def _meter_of(file: MidiFile, name: str, notices: list[str]) -> tuple[int, float]:
    """Return beats per bar, and quarter notes per beat: 1.5 in 6/8, 9/8, 12/8 and 15/8."""
    meters = [event.numbers for track in file.tracks for event in track if event.kind is Kind.METER] or [(4, 4)]
    if len(set(meters)) > 1:
        notices.append(
            tr(
                "The meter of {name} changes; {beats}/{value}, the first one, is kept.",
                name=name,
                beats=meters[0][0],
                value=meters[0][1],
            )
        )
    numerator, denominator = meters[0]
    if denominator >= 8 and numerator % 3 == 0 and numerator > 3:
        beats, beat = numerator // 3, 12 / denominator
    elif denominator < 4 and numerator * 4 // denominator <= MAX_BEATS:
        beats, beat = numerator * 4 // denominator, 1.0
    else:
        beats, beat = numerator, 4 / denominator
    if beats > MAX_BEATS:
        notices.append(
            tr(
                "A bar of {name} has {beats} beats, and {most} are the most; it is read in bars of 4.",
                name=name,
                beats=beats,
                most=MAX_BEATS,
            )
        )
        return 4, beat
    return beats, beat


def _tempo_of(file: MidiFile, beat: float, name: str, notices: list[str]) -> float:
    """Return the tempo with the longest total duration, in beats per minute."""
    changes = sorted(
        (event.tick, event.numbers[0]) for track in file.tracks for event in track if event.kind is Kind.TEMPO
    )
    end = max((event.tick for track in file.tracks for event in track), default=0)
    if not changes or changes[0][0] > 0:
        changes.insert(0, (0, _DEFAULT_TEMPO))
    durations: Counter[int] = Counter()
    for (tick, micros), next_tick in zip(changes, [tick for tick, _ in changes[1:]] + [end], strict=True):
        durations[micros] += (next_tick - tick) * micros
    longest_tempo = durations.most_common(1)[0][0]
    tempo = round(60e6 / longest_tempo / beat, 3)
    if not MIN_TEMPO <= tempo <= MAX_TEMPO:
        raise UserError(
            tr(
                "{name} is played at {tempo:g} bpm; a sketch has {low} to {high}. Change it in a sequencer.",
                name=name,
                tempo=tempo,
                low=MIN_TEMPO,
                high=MAX_TEMPO,
            )
        )
    if sum(time > 0 for time in durations.values()) > 1:
        notices.append(
            tr(
                "The tempo of {name} changes; {tempo:g} bpm, which holds longest, is kept throughout.",
                name=name,
                tempo=tempo,
            )
        )
    return tempo


def _parts_of(file: MidiFile, scale: float, name: str, notices: list[str]) -> list[Part]:
    """Return a part for each track and channel with notes; ``scale`` is beats per tick."""
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
        raise UserError(tr("{name} has no notes. Choose a MIDI file with some.", name=name))
    if count > MAX_NOTES:
        raise UserError(
            tr(
                "{name} has {count:,} notes; {most:,} are the most. Cut it in a sequencer.",
                name=name,
                count=count,
                most=MAX_NOTES,
            )
        )
    if len(notes) > MAX_PARTS:
        raise UserError(
            tr(
                "{name} has {count} tracks with notes; {most} are the most. Join some in a sequencer.",
                name=name,
                count=len(notes),
                most=MAX_PARTS,
            )
        )
    parts = [
        _part_of(source[1], programs.get(source, by_channel.get(source[1], 0)), notes_of_source)
        for source, notes_of_source in notes.items()
    ]
    _add_loss_notice(count - sum(len(part.notes) for part in parts), name, notices)
    audible = [part for part in parts if part.notes]
    if not audible:
        raise UserError(tr("{name} has no notes that riffdesk can play. Choose another MIDI file.", name=name))
    return audible


def _notes_of(track: Sequence[Event], scale: float) -> Iterable[tuple[int, Note]]:
    """Yield channel and note for each note-on event; notes without a note-off end with the track."""
    pressed: dict[tuple[int, int], list[Event]] = {}
    end = track[-1].tick if track else 0
    for event in track:
        if event.kind is Kind.NOTE_ON:
            pressed.setdefault((event.channel, event.numbers[0]), []).append(event)
        elif event.kind is Kind.NOTE_OFF and pressed.get((event.channel, event.numbers[0])):
            yield _note(pressed[event.channel, event.numbers[0]].pop(0), event.tick, scale)
    for events in pressed.values():
        for event in events:
            yield _note(event, end, scale)


def _note(pressed: Event, tick: int, scale: float) -> tuple[int, Note]:
    length = max(tick - pressed.tick, 1) * scale
    return pressed.channel, Note(pressed.tick * scale, length, pressed.numbers[0], pressed.numbers[1])


def _part_of(channel: int, program: int, notes: Sequence[Note]) -> Part:
    if channel == _DRUM_CHANNEL:
        strokes = [replace(note, pitch=piece) for note in notes if (piece := piece_of(note.pitch)) is not None]
        return Part("drums", "drums", program, by_start(strokes))
    family = family_of(program)
    audible = [note for note in notes if note.pitch <= _HIGHEST]
    return Part(_role_of(family, audible), family, program, by_start(audible))


def _role_of(family: str, notes: Sequence[Note]) -> str:
    """Return the role of a part: bass for a bass or a single low voice, chords for simultaneous notes, or melody."""
    if family == "bass" or not notes:
        return "bass" if family == "bass" else "melody"
    sounding = sum(note.length for note in notes)
    edges = sorted([(note.start, 1) for note in notes] + [(note.end, -1) for note in notes])
    covered, depth = 0.0, 0
    for (beat, step), (next_beat, _) in pairwise(edges):
        depth += step
        covered += (next_beat - beat) * (depth > 0)
    if sounding / max(covered, 1e-9) > _CHORDAL:
        return "chords"
    return "bass" if sum(note.pitch for note in notes) / len(notes) < _LOWEST_MELODY else "melody"


def _add_loss_notice(lost: int, name: str, notices: list[str]) -> None:
    if lost:
        notices.append(
            plural(
                lost,
                "{count} note or stroke is left out of {name}: above 10 kHz, or of drums that riffdesk's kit does not "
                "have.",
                "{count:,} notes or strokes are left out of {name}: above 10 kHz, or of drums that riffdesk's kit does "
                "not have.",
                name=name,
            )
        )


def _key_of(file: MidiFile, notes: Sequence[tuple[int, float]]) -> Key:
    """Return the key in a file, or that of its notes if there is none or a C major that does not match them."""
    for track in file.tracks:
        for event in track:
            if event.kind is Kind.KEY and -7 <= event.numbers[0] <= 7:
                sharps, minor = event.numbers
                key = Key((sharps * 7 + (9 if minor else 0)) % 12, "minor" if minor else "major")
                inside = sum(length for pitch, length in notes if pitch % 12 in key.scale)
                if key != Key(0, "major") or inside >= _IN_KEY * sum(length for _, length in notes):
                    return key
    return key_of_notes(notes)
