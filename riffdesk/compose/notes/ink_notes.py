"""Reads the notes of ink: of a tone-brush drawing, or of a single line that was hummed or imported.

In each column the peaks over the bands are grouped into tones, each a fundamental with its harmonics. Tones of
neighbouring columns are joined into lines, and a line is divided into notes where its pitch changes to another
semitone, or where it becomes louder again. No torch, no Qt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.compose.score import Note, by_start
from riffdesk.dsp.params import SpectrogramParams, reference_amplitude, sine_amplitudes
from riffdesk.dsp.peaks import peaks_of
from riffdesk.dsp.pitch import A4_HZ, A4_MIDI, hertz_of_midi

VOICES = 6
"""Most simultaneous notes of a drawing."""
LOWEST, HIGHEST = 21, 108
"""MIDI notes that are read."""

_QUIETEST = 0.12  # ink of a peak that counts at all: 74 dB below full scale
_RELATIVE_PEAK = 0.45  # of the column's loudest ink (28 dB below it)
_RELATIVE_LINE = 0.6  # of the loudest ink of all columns (18 dB below it): that of a line at its loudest
_HARMONICS = 10
_HARMONIC_WEIGHT = 0.8  # of each partial, relative to the one below
_MISTUNED = 0.35  # semitones within which a peak belongs to a harmonic
_NEAR_BANDS = 1.5  # bands within which it does
_LEAP = 0.7  # semitones from one column to the next that end a line
_GAP = 3  # columns without a tone within a line
_SHORTEST = 5  # columns of a note
_SETTLED = 6  # columns for which a line has another semitone before it is another note
_RISE, _RISE_COLUMNS = 0.07, 4  # ink by which a note begins again, within columns
_BEGUN = 0.84  # of the next level: half its amplitude, as of a window that is half in the note
_FULL_INK, _FULL_VELOCITY = 0.7, 100  # the tone brush's own level, and the velocity it stands for


@dataclass(eq=False)
class _Line:
    """Tones of consecutive columns: column, pitch in semitones, and level of each."""

    columns: list[int] = field(default_factory=list)
    pitches: list[float] = field(default_factory=list)
    levels: list[float] = field(default_factory=list)

    def add(self, column: int, pitch: float, level: float) -> None:
        self.columns.append(column)
        self.pitches.append(pitch)
        self.levels.append(level)

    @property
    def pitch(self) -> float:
        """Pitch at its end."""
        return float(np.median(self.pitches[-3:]))


def notes_of_ink(ink: Array, params: SpectrogramParams, tempo: float, *, voices: int = VOICES) -> tuple[Note, ...]:
    """Return the notes in ink, by start.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
    params : SpectrogramParams
        Parameters of the ink.
    tempo : float
        Beats per minute; starts and lengths are in beats from the first column, and are not rounded.
    voices : int
        Most simultaneous notes, >= 1; 1 for a single line.
    """
    flat = ink.max(axis=0) if ink.ndim == 3 else ink
    loudest = float(flat.max(initial=0))
    if loudest < _QUIETEST:
        return ()
    beats = tempo / 60 / params.columns_per_second
    notes = []
    for line in _lines(flat, params, voices):
        for start, stop, pitch, level in _parts_of(line):
            if LOWEST <= pitch <= HIGHEST and level >= _RELATIVE_LINE * loudest:
                velocity = _velocity(level, pitch, params)
                notes.append(Note(start * beats, (stop - start) * beats, pitch, velocity))
    return by_start(notes)


def tonal_share(
    ink: Array, notes: tuple[Note, ...], params: SpectrogramParams, tempo: float, harmonics: int = 16
) -> float:
    """Return the share of ink, 0 to 1, that lies on the notes' partials.

    Parameters are those of `notes_of_ink`; cells are weighted by the square of their ink.
    """
    flat = ink.max(axis=0) if ink.ndim == 3 else ink
    explained = np.zeros(flat.shape, np.bool_)
    per_beat = 60 / tempo * params.columns_per_second
    for note in notes:
        columns = slice(max(0, round(note.start * per_beat) - 6), round(note.end * per_beat) + 7)
        for partial in range(1, harmonics + 1):
            hertz = partial * hertz_of_midi(note.pitch)
            # A sine lies in the bands of the window's main lobe, which is 40 Hz wide.
            low, high = params.band_of([max(0.0, hertz * 0.97 - 22), hertz * 1.03 + 22])
            if low >= params.bands:
                break
            explained[max(0, int(low)) : int(high) + 2, columns] = True
    weights = flat.astype(np.float64) ** 2
    total = float(weights.sum())
    return float(weights[explained].sum()) / total if total else 0.0


def _lines(ink: Array, params: SpectrogramParams, voices: int) -> list[_Line]:
    """Return the lines in ink, of one column at least."""
    ended: list[_Line] = []
    going: list[_Line] = []
    for column in np.flatnonzero(ink.max(axis=0) >= _QUIETEST):
        still: list[_Line] = []
        for line in going:
            (still if column - line.columns[-1] <= _GAP + 1 else ended).append(line)
        going = still
        free = list(going)
        for pitch, level in _tones(ink[:, column], params, voices):
            nearest = min(free, key=lambda line: abs(line.pitch - pitch), default=None)
            if nearest is None or abs(nearest.pitch - pitch) > _LEAP:
                nearest = _Line()
                going.append(nearest)
            else:
                free.remove(nearest)
            nearest.add(int(column), pitch, level)
    return [*ended, *going]


def _tones(column: Array, params: SpectrogramParams, voices: int) -> Iterator[tuple[float, float]]:
    """Yield pitch and level of the tones of a column, the strongest first."""
    peaks = peaks_of(column[:, None], max(_QUIETEST, _RELATIVE_PEAK * float(column.max())))
    bands, levels = peaks.bands, peaks.levels.astype(np.float64)
    if not len(bands):
        return
    hertz = np.maximum(params.hertz_of(bands), 1.0)
    strengths, pitches, members = _harmonic_sums(hertz, levels, bands, params)
    allowed = np.ones(len(bands), np.bool_)
    strongest = 0.0
    for _ in range(voices):
        weighted = np.where(allowed, strengths, 0.0)
        best = int(weighted.argmax())
        if weighted[best] <= 0 or weighted[best] < 0.45 * strongest:
            return
        strongest = max(strongest, float(weighted[best]))
        yield float(pitches[best]), float(levels[best])
        allowed &= ~members[best]


def _harmonic_sums(
    hertz: NDArray[np.float64], levels: NDArray[np.float64], bands: NDArray[np.float64], params: SpectrogramParams
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """Return for each peak as a fundamental: its strength, its pitch, and the peaks that are its harmonics.

    Strengths are weighted sums of the levels of its harmonics; the pitch is the mean of their
    estimates, with more weight on higher harmonics.
    """
    ratio = hertz[None, :] / hertz[:, None]
    number = np.round(ratio)
    cents = np.abs(12 * np.log2(ratio / np.maximum(number, 1)))
    distance = np.abs(params.band_of(number * hertz[:, None]) - bands[None, :])
    members = (number >= 1) & (number <= _HARMONICS) & ((cents < _MISTUNED) | (distance < _NEAR_BANDS))
    weight = np.where(members, _HARMONIC_WEIGHT ** (number - 1), 0.0)
    strengths = (weight * levels[None, :]).sum(axis=1)
    certain = np.where(members, weight * levels[None, :] * np.maximum(number, 1), 0.0)
    fundamental = (certain * hertz[None, :] / np.maximum(number, 1)).sum(axis=1) / certain.sum(axis=1)
    return strengths, A4_MIDI + 12 * np.log2(fundamental / A4_HZ), members


def _parts_of(line: _Line) -> Iterator[tuple[int, int, int, float]]:
    """Yield the notes of a line: first column, column after the last, MIDI note, and level."""
    columns, levels = np.array(line.columns), np.array(line.levels)
    semitones = _settled(np.round(_smoothed(np.array(line.pitches))).astype(int))
    changes = np.flatnonzero(np.diff(semitones)) + 1
    edges = sorted({0, *changes.tolist(), *_rises(levels), len(columns)})
    for first, last in pairwise(edges):
        part = levels[first:last]
        top = float(np.percentile(part, 90))
        begun = int(np.argmax(part >= _BEGUN * top)) if first == 0 else 0
        start, stop = int(columns[first + begun]), int(columns[last - 1]) + 1
        if stop - start >= _SHORTEST:
            yield start, stop, int(semitones[first]), top


def _smoothed(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the median of five neighbours of each value."""
    padded = np.pad(values, 2, mode="edge")
    return np.asarray(np.median(np.lib.stride_tricks.sliding_window_view(padded, 5), axis=-1))


def _settled(semitones: NDArray[np.int_]) -> NDArray[np.int_]:
    """Return semitones with those that last for too few columns replaced by the ones before, or those after."""
    edges = np.concatenate(([0], np.flatnonzero(np.diff(semitones)) + 1, [len(semitones)]))
    runs = [(first, last) for first, last in pairwise(edges) if last - first >= _SETTLED]
    if not runs:
        return np.full(len(semitones), int(np.median(semitones)))
    result = semitones.copy()
    result[: runs[0][0]] = semitones[runs[0][0]]
    for (_, stop), (start, _) in pairwise(runs):
        middle = (stop + start + 1) // 2
        result[stop:middle] = semitones[stop - 1]
        result[middle:start] = semitones[start]
    result[runs[-1][1] :] = semitones[runs[-1][1] - 1]
    return result


def _rises(levels: NDArray[np.float64]) -> list[int]:
    """Return the places in a line where it becomes louder again by as much as a new stroke makes it."""
    rises: list[int] = []
    for place in range(_SHORTEST, len(levels)):
        before = levels[max(0, place - _RISE_COLUMNS) : place].min()
        if levels[place] - before >= _RISE and place - (rises[-1] if rises else 0) > 2 * _SHORTEST:
            rises.append(place)
    return rises


def _velocity(level: float, pitch: int, params: SpectrogramParams) -> int:
    """Return the velocity that the level of a fundamental stands for, as the guide draws it."""
    full = float((sine_amplitudes(params, hertz_of_midi(pitch)).max() / reference_amplitude(params)) ** params.power)
    ink = level / max(full, 1e-3)
    return int(min(127, max(1, round(_FULL_VELOCITY * (ink / _FULL_INK) ** 2))))
