"""Keys, chord progressions, and chords whose voices move as little as they can."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.pitch import MODES, NAMES, SCALES

# Degrees, 0 = tonic; each begins on the tonic so that the mode is heard at once. None has as much of the dominant as of
# the tonic and nothing else: the dominant's key would be heard as often.
PROGRESSIONS: dict[str, tuple[tuple[int, ...], ...]] = {
    "major": ((0, 4, 5, 3), (0, 3, 4, 0), (0, 5, 3, 4), (0, 3, 0, 4), (0, 1, 4, 0), (0, 3), (0, 0, 4, 0), (0, 2, 3, 4)),
    "minor": ((0, 5, 2, 6), (0, 3, 4, 0), (0, 6, 5, 6), (0, 5, 3, 4), (0, 3, 0, 4), (0, 3), (0, 5), (0, 6, 5, 4)),
}

# Without the chords that a key shares with its relative of the other mode: for parts that are the harmony.
PLAIN_PROGRESSIONS = ((0, 3, 4, 0), (0, 4, 3, 0), (0, 3, 0, 4), (0, 4, 0, 3), (0, 3), (0, 0, 4, 0))


@dataclass(frozen=True)
class Key:
    """A tonic (pitch class, 0 = C) and a mode ('major' or 'minor')."""

    tonic: int
    mode: str

    @property
    def name(self) -> str:
        """Such as ``F♯ minor``; `riffdesk.sketch.music.key` reads it."""
        return f"{NAMES[self.tonic]} {self.mode}"

    @property
    def scale(self) -> tuple[int, ...]:
        """Pitch classes of the scale, the tonic first."""
        return tuple((self.tonic + step) % 12 for step in SCALES[self.mode])

    @property
    def sharps(self) -> int:
        """Accidentals of its signature: 0 to 6 sharps, or flats as -1 to -5."""
        major = self.tonic + (3 if self.mode == "minor" else 0)
        return (major * 7 + 5) % 12 - 5

    def chord(self, degree: int, *, seventh: bool = False) -> tuple[int, ...]:
        """Return pitch classes of the triad, or seventh chord, on a degree of the scale, root first."""
        return tuple(self.scale[(degree + step) % 7] for step in ((0, 2, 4, 6) if seventh else (0, 2, 4)))

    def ladder(self, lowest: int, highest: int) -> list[int]:
        """Return the MIDI notes of the scale from ``lowest`` to ``highest``."""
        return [note for note in range(lowest, highest + 1) if note % 12 in self.scale]


def key_named(name: str) -> Key | None:
    """Return the key of a name such as ``F♯ minor``, as `riffdesk.sketch.music.key` writes it; None of ''."""
    if not name:
        return None
    tonic, mode = name.split()
    return Key(NAMES.index(tonic), mode)


@dataclass(frozen=True)
class BarChord:
    """A chord of a bar.

    Parameters
    ----------
    start : float
        In beats from the beginning of the bar.
    notes, seventh : tuple of int
        Pitch classes, the lowest note first, without and with a seventh.
    """

    start: float
    notes: tuple[int, ...]
    seventh: tuple[int, ...]


@dataclass(frozen=True)
class Harmony:
    """The chords of consecutive bars: one or more in each, the first at its beginning."""

    bars: tuple[tuple[BarChord, ...], ...]

    @classmethod
    def of_degrees(cls, key: Key, degrees: Sequence[int]) -> Harmony:
        """Return one chord in each bar, on a degree of the scale."""
        return cls(tuple((BarChord(0.0, key.chord(d), key.chord(d, seventh=True)),) for d in degrees))

    @classmethod
    def of_chords(cls, bars: Sequence[Sequence[tuple[int, ...]]], beats_per_bar: int) -> Harmony:
        """Return chords that share their bars equally."""
        return cls(
            tuple(
                tuple(BarChord(n * beats_per_bar / len(bar), chord, chord) for n, chord in enumerate(bar))
                for bar in bars
            )
        )

    def at(self, bar: int, beat: float) -> BarChord:
        """Return the chord at a beat of a bar."""
        return next(chord for chord in reversed(self.bars[bar % len(self.bars)]) if chord.start <= beat)


# How well each step above the tonic fits a key (Krumhansl and Kessler 1982).
_PROFILES = {
    "major": (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88),
    "minor": (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17),
}


_CENTRED_PROFILES = np.array([[np.roll(_PROFILES[mode], tonic) for tonic in range(12)] for mode in MODES])
_CENTRED_PROFILES -= _CENTRED_PROFILES.mean(axis=-1, keepdims=True)
_UNIT_PROFILES = _CENTRED_PROFILES / np.linalg.norm(_CENTRED_PROFILES, axis=-1, keepdims=True)


def key_of_notes(notes: Iterable[tuple[int, float]]) -> Key:
    """Return the most likely key of notes, as pitch and length (Krumhansl 1990); C major if there are none."""
    return key_of_chroma(chroma_of_notes(notes))


def chroma_of_notes(notes: Iterable[tuple[int, float]]) -> NDArray[np.float64]:
    """Return how long each pitch class sounds in notes, as pitch and length, C first: ``[12]``."""
    chroma = np.zeros(12)
    for pitch, length in notes:
        chroma[pitch % 12] += length
    return chroma


def key_of_chroma(chroma: NDArray[np.floating[Any]]) -> Key:
    """Return the key whose profile correlates best with the weights of the pitch classes, C first: ``[12]``.

    C major if they are all equal.
    """
    mode, tonic = divmod(int(_fits(chroma).argmax()), 12)
    return Key(tonic, MODES[mode])


def key_fit(chroma: NDArray[np.floating[Any]], key: Key) -> float:
    """Return the correlation of the weights of the pitch classes with a key's profile, -1 to 1."""
    return float(_fits(chroma)[MODES.index(key.mode), key.tonic])


def key_clarity(chroma: NDArray[np.floating[Any]], key: Key) -> float:
    """Return by how much better the weights of the pitch classes fit a key than any other, -2 to 2; see `key_fit`."""
    fits = _fits(chroma)
    place = MODES.index(key.mode), key.tonic
    fit = float(fits[place])
    fits[place] = -np.inf
    return fit - float(fits.max())


def _fits(chroma: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """Return the correlation of the weights of the pitch classes with the profile of each mode and tonic: ``[2, 12]``.

    Zeros if the weights are all equal.
    """
    if not np.ptp(chroma):
        return np.zeros((len(MODES), 12))
    centred = chroma - chroma.mean()
    return np.asarray(_UNIT_PROFILES @ (centred / np.linalg.norm(centred)))


def voice(chord: tuple[int, ...], centre: float, previous: tuple[int, ...] | None) -> tuple[int, ...]:
    """Return MIDI notes of a chord, near a centre and near the chord before.

    Every pitch class occurs once. Of all close positions, it is the one with the least movement of voices (the
    classical rule of voice leading), near ``centre``.
    """
    candidates = [
        [note for note in range(round(centre) - 10, round(centre) + 11) if note % 12 == pitch_class]
        for pitch_class in chord
    ]
    best: tuple[int, ...] = ()
    best_cost = np.inf
    for notes in product(*candidates):
        ordered = tuple(sorted(notes))
        width = ordered[-1] - ordered[0]
        if width > 14 or min(np.diff(ordered), default=1) < 1:
            continue
        cost = 0.5 * abs(float(np.mean(ordered)) - centre) + 0.1 * width
        if previous is not None:
            cost += sum(min(abs(note - other) for other in previous) for note in ordered)
        if cost < best_cost:
            best, best_cost = ordered, cost
    return best


def progression(key: Key, bars: int, rng: np.random.Generator, *, plain: bool = False) -> list[int]:
    """Return one degree of the scale per bar; a plain progression makes the mode clear."""
    options = PLAIN_PROGRESSIONS if plain else PROGRESSIONS[key.mode]
    degrees = options[rng.integers(len(options))]
    return [degrees[bar % len(degrees)] for bar in range(bars)]


def nearest(note: float, pitch_classes: tuple[int, ...]) -> int:
    """Return the MIDI note of one of the pitch classes that is nearest to ``note``."""
    candidates = range(round(note) - 6, round(note) + 7)
    return min((n for n in candidates if n % 12 in pitch_classes), key=lambda n: abs(n - note))
