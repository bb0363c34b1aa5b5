"""Edits of a score: selected notes are moved, lengthened, deleted, quantised; each returns a new score."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from riffdesk.compose.score import DrumPiece, Note, Part, Score, by_start
from riffdesk.compose.score_text import rounded

SHORTEST = 1 / 32
"""Beats of the shortest note that an edit leaves."""
Selected = tuple[int, Note]
"""A note of a score, with the number of its part."""
Selection = frozenset[Selected]
Edited = tuple[Score, Selection]
"""A score, and the notes of it that are selected."""


def everything(score: Score) -> Selection:
    """Return all notes of a score."""
    return frozenset((number, note) for number, part in enumerate(score.parts) for note in part.notes)


def present(score: Score, selection: Selection) -> Selection:
    """Return the selected notes that a score has."""
    return selection & everything(score) if selection else selection


def added(score: Score, number: int, note: Note) -> Edited:
    """Return a score with one more note in a part, selected."""
    part = score.parts[number]
    return _with_notes(score, {number: (*part.notes, note)}), frozenset({(number, note)})


def with_part(score: Score, part: Part) -> Score:
    """Return a score with one more part."""
    return replace(score, parts=(*score.parts, part))


def deleted(score: Score, selection: Selection) -> Edited:
    """Return a score without the selected notes; nothing is selected."""
    notes = {
        number: tuple(note for note in score.parts[number].notes if (number, note) not in selection)
        for number in {number for number, _ in selection}
    }
    return _with_notes(score, notes), frozenset()


def moved(score: Score, selection: Selection, beats: float, semitones: int) -> Edited:
    """Return a score with the selected notes moved together, as far as the score reaches; drums keep their piece."""
    if not selection:
        return score, selection
    first, last = min(note.start for _, note in selection), max(note.start for _, note in selection)
    beats = max(-first, min(beats, score.beats - SHORTEST - last))
    pitches = [note.pitch for number, note in selection if not _is_drums(score, number)] or [60]
    semitones = max(-min(pitches), min(semitones, 127 - max(pitches)))

    def move(note: Note, drums: bool) -> Note:
        start = min(max(0.0, note.start + beats), score.beats - SHORTEST)
        return replace(note, start=start, pitch=note.pitch if drums else note.pitch + semitones)

    return _changed(score, selection, move)


def with_piece(score: Score, selection: Selection, piece: DrumPiece) -> Edited:
    """Return a score with the selected drum strokes on another piece of the kit."""
    return _changed(score, selection, lambda note, drums: replace(note, pitch=piece) if drums else note)


def lengthened(score: Score, selection: Selection, beats: float, *, at_start: bool = False) -> Edited:
    """Return a score with the selected notes longer by some beats at their ends, or at their starts; drums stay."""

    def lengthen(note: Note, drums: bool) -> Note:
        if drums:
            return note
        if at_start:
            start = min(max(0.0, note.start - beats), note.end - SHORTEST)
            return replace(note, start=start, length=note.end - start)
        return replace(note, length=min(max(SHORTEST, note.length + beats), max(SHORTEST, score.beats - note.start)))

    return _changed(score, selection, lengthen)


def louder(score: Score, selection: Selection, velocity: int) -> Edited:
    """Return a score with the velocity of the selected notes changed by a number, within 1 to 127."""
    return _changed(score, selection, lambda note, _: replace(note, velocity=_within(note.velocity + velocity)))


def with_velocity(score: Score, selection: Selection, velocity: int) -> Edited:
    """Return a score with the selected notes at a velocity."""
    return _changed(score, selection, lambda note, _: replace(note, velocity=_within(velocity)))


def quantised(score: Score, selection: Selection, grid: float) -> Edited:
    """Return a score with the starts of the selected notes on a grid of so many beats; lengths stay."""

    def quantise(note: Note, _: bool) -> Note:
        start = round(note.start / grid) * grid
        last = math.floor((score.beats - SHORTEST) / grid) * grid
        return replace(note, start=min(start, max(0.0, last)))

    return _changed(score, selection, quantise)


def delayed(score: Score, beats: float) -> Score:
    """Return a score with every note and chord later by some beats, and as many bars more as they need."""
    if beats == 0:
        return score
    parts = tuple(
        replace(
            part, notes=tuple(replace(note, start=note.start + beats) for note in part.notes if note.start >= -beats)
        )
        for part in score.parts
    )
    chords = tuple(replace(chord, start=chord.start + beats) for chord in score.chords)
    bars = math.ceil((score.beats + beats) / score.beats_per_bar - 1e-6)
    return replace(score, parts=parts, chords=chords, bars=bars)


def lasting(score: Score, seconds: float) -> Score:
    """Return a score with as many empty bars more as a length in seconds needs."""
    bars = math.ceil(seconds * score.tempo / 60 / score.beats_per_bar - 1e-6)
    return score if bars <= score.bars else replace(score, bars=bars)


def joined(before: Score, after: Score, beat: float) -> Score:
    """Return a score that is one up to a beat, and another from there; its parts are those of both.

    Both have the same tempo and meter, and count from the same beginning.
    """
    parts = list(replace(part, notes=_starting(part, 0, beat)) for part in before.parts)
    for part in after.parts:
        notes = _starting(part, beat, math.inf)
        same = [at for at, one in enumerate(parts) if (one.role, one.instrument) == (part.role, part.instrument)]
        if same:
            parts[same[0]] = replace(parts[same[0]], notes=(*parts[same[0]].notes, *notes))
        elif notes:
            parts.append(replace(part, notes=notes))
    chords = tuple(
        chord
        for score, first, last in ((before, 0.0, beat), (after, beat, math.inf))
        for chord in score.chords
        if first <= chord.start < last
    )
    return replace(before, bars=max(before.bars, after.bars), chords=chords, parts=tuple(parts))


def differing(before: Score, after: Score) -> list[tuple[float, float]]:
    """Return the ranges of beats, from bar line to bar line, in which two scores of one tempo have different notes.

    A note counts as long as it sounds.
    """
    changed = _sounding(before) ^ _sounding(after)
    bar = after.beats_per_bar
    spans: list[tuple[float, float]] = []
    for start, end in sorted((note[1].start, note[1].end if note[2] else note[1].start) for note in changed):
        first = math.floor(start / bar + 1e-6) * bar
        last = max(first + bar, math.ceil(end / bar - 1e-6) * bar)
        if spans and first <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], float(last))
        else:
            spans.append((float(first), float(last)))
    return spans


def _sounding(score: Score) -> set[tuple[tuple[str, str], Note, bool]]:
    """Return the notes of a score with the role and instrument of each, and whether it has a length."""
    return {
        ((part.role, part.instrument), rounded(note), part.role != "drums")
        for part in score.parts
        for note in part.notes
    }


def _starting(part: Part, first: float, last: float) -> tuple[Note, ...]:
    return part.between(first, last).notes


def _changed(score: Score, selection: Selection, change: Callable[[Note, bool], Note]) -> Edited:
    """Return a score with each selected note changed by a function of it and of whether it is a drum stroke."""
    chosen: set[Selected] = set()
    notes = {}
    for number in {number for number, _ in selection}:
        drums, result = _is_drums(score, number), []
        for note in score.parts[number].notes:
            if (number, note) in selection:
                note = change(note, drums)
                chosen.add((number, note))
            result.append(note)
        notes[number] = tuple(result)
    return _with_notes(score, notes), frozenset(chosen)


def _with_notes(score: Score, notes: Mapping[int, Iterable[Note]]) -> Score:
    """Return a score with other notes of some parts."""
    parts = tuple(
        replace(part, notes=by_start(notes[number])) if number in notes else part
        for number, part in enumerate(score.parts)
    )
    return replace(score, parts=parts)


def _is_drums(score: Score, number: int) -> bool:
    return score.parts[number].role == "drums"


def _within(velocity: int) -> int:
    return min(127, max(1, velocity))
