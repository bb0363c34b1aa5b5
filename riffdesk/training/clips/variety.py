"""Variety of clips: other hands, other notes than a composer's, other timbres, rooms and recordings; all from a seed.

What changes the notes changes the score, so that the pictures of a clip show what is heard.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.score import Note, Part, Score
from riffdesk.compose.vocabulary import FAMILIES
from riffdesk.training.clips.soundfont import SAMPLE_RATE, Timbre

Array = NDArray[np.float32]

OTHER_PROGRAMS: dict[str, tuple[int, ...]] = {
    "piano": (2,), "bass": (36, 37, 39), "strings": (44, 50, 51), "violin": (110,), "brass": (59, 60),
    "flute": (72, 74), "choir": (54,), "mallets": (13,), "synth lead": (82, 86, 87), "synth pad": (92, 93, 95),
}  # fmt: skip
"""General MIDI programs that captions call by the family's name only."""

_OTHER_PROGRAM, _OTHER_KEY, _OTHER_NOTES, _CUT = 0.2, 0.35, 0.15, 0.06  # shares of clips
_CHANGED = 0.25  # share of the notes of a clip with other notes
_ROOM, _DRIVE, _TILT = 0.4, 0.12, 0.6  # shares of clips


@dataclass(frozen=True)
class Variation:
    """What was changed in a composed clip.

    Parameters
    ----------
    score : Score
    spec : ClipSpec
        Tonic and mode are those of the changed notes; an empty mode means that they are in no key.
    score_only : bool
        No words describe the clip well, so it is never to be learned without its score.
    """

    score: Score
    spec: ClipSpec
    score_only: bool

    def label(self) -> dict[str, Any]:
        """Return what the clip's label says of it."""
        return self.spec.label() | {"score_only": self.score_only}


def other_sound(spec: ClipSpec, rng: np.random.Generator) -> ClipSpec:
    """Return the spec, of a share of clips with a program that has no name of its own."""
    others = OTHER_PROGRAMS.get(spec.family, ())
    wanted = rng.random() < _OTHER_PROGRAM
    return replace(spec, sound=int(rng.choice(others))) if wanted and others else spec


def varied(spec: ClipSpec, score: Score, seconds: tuple[float, float], rng: np.random.Generator) -> Variation:
    """Return a composed clip as somebody plays it.

    Parameters
    ----------
    spec, score
        What was composed.
    seconds : (float, float)
        Where in the score the clip begins and ends.
    rng : generator
    """
    score_only = False
    if rng.random() < _OTHER_KEY:
        shift = int(rng.integers(-5, 7))
        spec = replace(spec, tonic=(spec.tonic + shift) % 12)
        score = _with_notes(replace(score, key=replace(score.key, tonic=spec.tonic)), _transposed(score, shift))
    if rng.random() < _OTHER_NOTES:
        spec = replace(spec, mode="")
        score, score_only = _with_notes(score, {n: _altered(part, rng) for n, part in _pitched(score)}), True
    if rng.random() < _CUT:
        score, score_only = _cut(score, seconds, rng), True
    return Variation(_with_notes(score, {n: _played(p, rng) for n, p in enumerate(score.parts)}), spec, score_only)


def timbre(rng: np.random.Generator) -> Timbre:
    """Return changes to a soundfont's instrument: darker, slower, longer, with more vibrato, a little out of tune."""
    return Timbre(
        cutoff=-float(rng.uniform(0, 2_400)) if rng.random() < 0.4 else 0.0,
        attack=float(rng.uniform(0, 1_500)) if rng.random() < 0.15 else 0.0,
        release=float(rng.uniform(-800, 1_200)) if rng.random() < 0.4 else 0.0,
        vibrato=float(rng.uniform(4, 18)) if rng.random() < 0.2 else 0.0,
        tuning=float(rng.normal(0, 4)),
    )


def recorded(audio: Array, rng: np.random.Generator) -> Array:
    """Return the sound of a clip driven, tilted towards lows or highs, and in a room; each of a share of clips."""
    peak = float(np.abs(audio).max(initial=0))
    if rng.random() < _DRIVE and peak > 0:
        gain = np.float32(rng.uniform(1.5, 6) / peak)
        audio = np.tanh(audio * gain) / gain
    slope = float(rng.normal(0, 1.2)) if rng.random() < _TILT else 0.0  # dB per octave
    room = _room(rng) if rng.random() < _ROOM else np.ones(1, np.float32)
    if slope == 0 and len(room) == 1:
        return audio
    length = fft.next_fast_len(len(audio) + len(room), real=True)
    spectrum = fft.rfft(audio, length) * fft.rfft(room, length)
    octaves = np.log2(np.maximum(fft.rfftfreq(length, 1 / SAMPLE_RATE), 20) / 1_000)
    spectrum *= 10 ** (np.clip(slope * octaves, -12, 12) / 20)
    return np.asarray(fft.irfft(spectrum, length)[: len(audio)], np.float32)


def _room(rng: np.random.Generator) -> Array:
    """Return an impulse response: the direct sound, and noise that dies away, darker the later."""
    decay = math.exp(rng.uniform(math.log(0.15), math.log(1.4)))  # seconds to -60 dB
    length = int(decay * SAMPLE_RATE)
    tail = rng.standard_normal(length).astype(np.float32)
    smooth = float(rng.uniform(0.2, 0.8))
    tail = np.asarray(tail + smooth * np.roll(tail, 1) + smooth**2 * np.roll(tail, 2), np.float32)
    tail *= np.exp(np.arange(length, dtype=np.float32) * np.float32(-6.9 / length))
    tail *= np.float32(10 ** (rng.uniform(-28, -11) / 20) / np.linalg.norm(tail))
    before = int(rng.uniform(0.003, 0.03) * SAMPLE_RATE)
    return np.concatenate([np.ones(1, np.float32), np.zeros(before, np.float32), tail])


def _played(part: Part, rng: np.random.Generator) -> Part:
    """Return a part louder or softer, with more or less accent, and its notes shorter or longer."""
    level, accent = float(rng.uniform(0.55, 1.15)), float(rng.uniform(0.4, 1.6))
    length = 1.0
    if part.role != "drums" and rng.random() < 0.5:
        length = math.exp(rng.uniform(math.log(0.35), math.log(1.15)))
    mean = float(np.mean([note.velocity for note in part.notes])) if part.notes else 0.0
    return replace(
        part,
        notes=tuple(
            replace(
                note,
                length=note.length * length,
                velocity=int(np.clip(level * (mean + accent * (note.velocity - mean)), 15, 127)),
            )
            for note in part.notes
        ),
    )


def _transposed(score: Score, shift: int) -> dict[int, Part]:
    """Return the pitched parts moved by some semitones, within the ranges of their instruments."""
    moved = {}
    for number, part in _pitched(score):
        family = FAMILIES[part.instrument]
        notes = []
        for note in part.notes:
            pitch = note.pitch + shift
            pitch -= 12 if pitch > family.highest else -12 if pitch < family.lowest else 0
            notes.append(replace(note, pitch=pitch))
        moved[number] = replace(part, notes=tuple(notes))
    return moved


def _altered(part: Part, rng: np.random.Generator) -> Part:
    """Return a part some of whose notes are others, in the key or not."""

    def other(note: Note) -> Note:
        return replace(note, pitch=note.pitch + int(rng.integers(-4, 5))) if rng.random() < _CHANGED else note

    return replace(part, notes=tuple(other(note) for note in part.notes))


def _cut(score: Score, seconds: tuple[float, float], rng: np.random.Generator) -> Score:
    """Return the score with nothing after, or nothing before, a moment of the clip."""
    moment = float(rng.uniform(*seconds)) * score.tempo / 60
    first, last = (0.0, moment) if rng.random() < 0.5 else (moment, score.beats)
    return replace(score, parts=tuple(part.between(first, last) for part in score.parts))


def _pitched(score: Score) -> list[tuple[int, Part]]:
    return [(number, part) for number, part in enumerate(score.parts) if part.role != "drums"]


def _with_notes(score: Score, changed: dict[int, Part]) -> Score:
    return replace(score, parts=tuple(changed.get(number, part) for number, part in enumerate(score.parts)))
