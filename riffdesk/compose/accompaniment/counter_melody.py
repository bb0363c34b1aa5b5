"""Composes a counter-melody: it moves in the rests of a melody, holds under its notes, and avoids its pitches.

The rhythm is drawn first. The pitches are the cheapest way through the scale by the rules of two-part counterpoint:
chord notes on long notes, steps rather than leaps, no unisons, octaves or clashes with the melody, no parallel fifths,
contrary motion where possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from riffdesk.compose.harmony import Harmony, Key
from riffdesk.compose.score import Note

_GRID = 0.5  # beats
_LONGEST = 2.0  # beats of a note
_FILL = {"sparse": 0.3, "medium": 0.65, "busy": 0.95}
"""Probability of an onset at each step of a rest, after its first."""
_HOLD = {"sparse": 0.15, "medium": 0.35, "busy": 0.6}
"""Probability of an onset on a beat on which the melody holds a note."""
_FORBIDDEN, _HARSH = 50.0, 6.0  # costs of a clash
_CLOSEST = 3  # semitones between the two melodies


@dataclass(frozen=True)
class _Slot:
    """A note of the counter-melody without a pitch: start and length in beats, its chord, the melody over it."""

    start: float
    length: float
    chord: tuple[int, ...]
    melody: tuple[int, ...]


def counter_melody(
    melody: Sequence[Note],
    key: Key,
    harmony: Harmony,
    beats_per_bar: int,
    pitches: tuple[int, int],
    density: str,
    rng: np.random.Generator,
) -> list[Note]:
    """Return the notes of a counter-melody over the bars of a harmony.

    Parameters
    ----------
    melody : sequence of Note
        The melody's notes, in beats from the first bar.
    key : Key
    harmony : Harmony
    beats_per_bar : int
    pitches : (int, int)
        Lowest and highest MIDI note of the instrument.
    density : str
        One of `riffdesk.compose.vocabulary.DENSITIES`.
    rng : generator

    Returns
    -------
    list of Note
        One at a time. While a note of the melody sounds, none has its pitch class or is within two semitones of it.
    """
    total = len(harmony.bars) * beats_per_bar
    onsets = _onsets(melody, harmony, beats_per_bar, density, rng)
    ladder = _ladder(melody, key, pitches)
    slots = [
        _longest_slot(start, min(stop - start, _LONGEST), melody, harmony, beats_per_bar, ladder)
        for start, stop in zip(onsets, [*onsets[1:], float(total)], strict=True)
    ]
    path = _cheapest(slots, ladder, rng)
    notes = []
    for slot, pitch in zip(slots, path, strict=True):
        if _clash(pitch, slot.melody) >= _FORBIDDEN:
            continue  # a rest, where no note of the scale avoids the melody
        accent = 6 if slot.start % beats_per_bar == 0 else 0
        velocity = int(np.clip(78 + accent + rng.normal(0, 5), 30, 127))
        notes.append(Note(slot.start, slot.length * 0.92, int(pitch), velocity))
    return notes


def _onsets(
    melody: Sequence[Note], harmony: Harmony, beats_per_bar: int, density: str, rng: np.random.Generator
) -> list[float]:
    """Return the starts of the notes: in rests, on beats that the melody holds, and where the chord changes."""
    starts = {_step(note.start) for note in melody}
    sounding = {
        step for note in melody for step in range(_step(note.start), max(_step(note.end), _step(note.start) + 1))
    }
    chord_starts = {
        _step(bar * beats_per_bar + chord.start) for bar, chords in enumerate(harmony.bars) for chord in chords
    }
    onsets = []
    last = -round(_LONGEST / _GRID)
    for step in range(round(len(harmony.bars) * beats_per_bar / _GRID)):
        drawn = rng.random()
        if step not in sounding:
            begins_rest = step - 1 in sounding
            chosen = begins_rest or drawn < _FILL[density] or step in chord_starts
        elif step - last >= round(_LONGEST / _GRID) and step * _GRID % _LONGEST == 0:
            chosen = True  # it holds a note under a melody without rests
        elif step in starts:
            chosen = False
        else:
            on_beat = step % round(1 / _GRID) == 0
            chosen = step in chord_starts or (on_beat and drawn < _HOLD[density])
        if chosen:
            onsets.append(step * _GRID)
            last = step
    return onsets


def _step(beat: float) -> int:
    return round(beat / _GRID)


def _longest_slot(
    start: float, longest: float, melody: Sequence[Note], harmony: Harmony, beats_per_bar: int, ladder: Sequence[int]
) -> _Slot:
    """Return the slot of the longest note for which there is a note of the chord that avoids the melody."""
    lengths = [length for length in (longest, 1.5, 1.0, 0.5) if length <= longest]
    slots = [_slot(start, length, melody, harmony, beats_per_bar) for length in lengths]
    free = (
        slot
        for slot in slots
        if any(pitch % 12 in slot.chord and _clash(pitch, slot.melody) < _HARSH for pitch in ladder)
    )
    return next(free, slots[-1])


def _slot(start: float, length: float, melody: Sequence[Note], harmony: Harmony, beats_per_bar: int) -> _Slot:
    over = tuple(dict.fromkeys(n.pitch for n in melody if n.start < start + length - 0.02 and n.end > start + 0.02))
    chord = harmony.at(int(start // beats_per_bar), start % beats_per_bar).notes
    return _Slot(start, length, chord, over)


def _ladder(melody: Sequence[Note], key: Key, pitches: tuple[int, int]) -> list[int]:
    """Return the notes of the scale in a register below the melody's middle, or above it where there is no room."""
    lowest, highest = pitches
    middle = float(np.mean([note.pitch for note in melody])) if melody else (lowest + highest) / 2 + 7
    below = middle - 8
    centre = below if below >= lowest + 5 else middle + 9
    centre = float(np.clip(centre, lowest + 5, max(lowest + 5, highest - 5)))
    return key.ladder(max(lowest, round(centre) - 9), min(highest, round(centre) + 9))


def _cheapest(slots: Sequence[_Slot], ladder: Sequence[int], rng: np.random.Generator) -> list[int]:
    """Return a pitch for each slot: the path through the ladder with the least cost (Viterbi's algorithm)."""
    pitches = np.array(ladder)
    centre = pitches.mean()
    steps = np.abs(pitches[:, None] - pitches)
    leap = np.select([steps == 0, steps <= 2, steps <= 4, steps <= 7], [2.0, 0.0, 1.2, 3.0], 7.0)
    cost = _costs(slots[0], pitches, centre, rng)
    cost += np.array([0.0 if pitch % 12 in slots[0].chord else 2.0 for pitch in pitches])
    came_from: list[NDArray[np.int64]] = []
    for before, slot in pairwise(slots):
        total = cost[:, None] + leap + _motion(before, slot, pitches)
        came_from.append(total.argmin(axis=0))
        cost = total.min(axis=0) + _costs(slot, pitches, centre, rng)
    index = int(cost.argmin())
    path = [index]
    for previous in reversed(came_from):
        index = int(previous[index])
        path.append(index)
    return [int(pitches[index]) for index in reversed(path)]


def _costs(slot: _Slot, pitches: NDArray[np.int64], centre: float, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return the cost of each pitch in a slot, with a little chance."""
    weight = 4.0 if slot.length >= 1 or slot.start % 2 == 0 else 0.8
    off_chord = np.array([0.0 if pitch % 12 in slot.chord else weight for pitch in pitches])
    clash = np.array([_clash(int(pitch), slot.melody) for pitch in pitches])
    return np.asarray(off_chord + clash + 0.1 * np.abs(pitches - centre) + rng.uniform(0, 1.5, len(pitches)))


def _clash(pitch: int, melody: tuple[int, ...]) -> float:
    """Return how badly a pitch sounds with the notes of the melody over it."""
    worst = 0.0
    for other in melody:
        interval = abs(pitch - other)
        if interval % 12 == 0 or interval < _CLOSEST:
            return _FORBIDDEN
        worst = max(worst, {1: 9.0, 11: 6.0, 2: 3.0, 10: 1.0, 6: 3.0, 5: 0.5}.get(interval % 12, 0.0))
    return worst


def _motion(before: _Slot, slot: _Slot, pitches: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the cost of each move relative to the melody's: contrary is best, parallel fifths are bad."""
    moves = np.sign(pitches[None] - pitches[:, None])
    if not before.melody or not slot.melody or before.melody[-1] == slot.melody[0]:
        return np.zeros(moves.shape)
    first, second = before.melody[-1], slot.melody[0]
    cost = np.where(moves == -np.sign(second - first), -0.8, 0.0)
    fifths = (np.abs(pitches - first) % 12 == 7)[:, None] & (np.abs(pitches - second) % 12 == 7)[None]
    return np.asarray(cost + np.where(fifths, 8.0, 0.0))
