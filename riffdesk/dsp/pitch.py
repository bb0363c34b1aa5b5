"""Notes and frequencies (equal temperament, A4 = 440 Hz), and scales."""

from __future__ import annotations

import math

NAMES = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")
A4_HZ, A4_MIDI = 440.0, 69
SCALES = {"major": (0, 2, 4, 5, 7, 9, 11), "minor": (0, 2, 3, 5, 7, 8, 10)}
"""Semitones above the tonic; in minor those of the natural scale."""
MODES = tuple(SCALES)


def midi_of(hertz: float) -> float:
    """Return the fractional MIDI note of a frequency in Hz, which must be above 0."""
    return A4_MIDI + 12 * math.log2(hertz / A4_HZ)


def hertz_of_midi(midi: float) -> float:
    """Return the frequency in Hz of a MIDI note."""
    return float(A4_HZ * 2 ** ((midi - A4_MIDI) / 12))


def name_of_midi(midi: int) -> str:
    """Return the name of a MIDI note, such as ``C4`` for 60."""
    return f"{NAMES[midi % 12]}{midi // 12 - 1}"


def note_of(hertz: float) -> tuple[str, int]:
    """Return the nearest note's name and the distance to it in cents, -50 to +50.

    Examples
    --------
    >>> note_of(445.0)
    ('A4', 20)
    """
    midi = midi_of(hertz)
    nearest = round(midi)
    return name_of_midi(nearest), round(100 * (midi - nearest))
