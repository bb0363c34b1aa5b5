"""Random variation of clips: playing, key and notes, timbre, room and recording.

Changes of notes are made in the score, so that the score of a clip is exact.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy import fft

from riffdesk.arrays import Array
from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.score import Note, Part, Score
from riffdesk.compose.vocabulary import FAMILIES
from riffdesk.training.clips.soundfont import SAMPLE_RATE, Timbre

OTHER_PROGRAMS: dict[str, tuple[int, ...]] = {
    "piano": (2,), "bass": (36, 37, 39), "strings": (44, 50, 51), "violin": (110,), "brass": (59, 60),
    "flute": (72, 74), "choir": (54,), "mallets": (13,), "synth lead": (82, 86, 87), "synth pad": (92, 93, 95),
}  # fmt: skip
"""General MIDI programs for which captions use the family's name only."""

_OTHER_PROGRAM, _OTHER_KEY, _OTHER_NOTES, _CUT_SHARE = 0.2, 0.35, 0.15, 0.06  # shares of clips
_CHANGED = 0.25  # share of the changed notes in a clip with other notes
_ROOM, _DRIVE, _TILT = 0.4, 0.12, 0.6  # shares of clips


@dataclass(frozen=True)
class Variation:
    """A composed clip after its variation.

    Parameters
    ----------
    score : Score
    spec : ClipSpec
        With tonic and mode of the changed notes; an empty mode means that they are in no key.
    score_only : bool
        Whether no caption describes the clip well, so that it is trained on with its score only.
    clean : bool
        Whether timbre, room and recording are not varied.
    """

    score: Score
    spec: ClipSpec
    score_only: bool
    clean: bool = True

    def label(self) -> dict[str, Any]:
        """Return the label of the clip."""
        return self.spec.label() | {"score_only": self.score_only, "clean": self.clean}


def other_sound(spec: ClipSpec, rng: np.random.Generator) -> ClipSpec:
    """Return the spec, in a share of clips with a program without a specific name."""
    programs = OTHER_PROGRAMS.get(spec.family, ())
    is_replaced = rng.random() < _OTHER_PROGRAM
    return replace(spec, sound=int(rng.choice(programs))) if is_replaced and programs else spec


def with_variety(spec: ClipSpec, score: Score, seconds: tuple[float, float], rng: np.random.Generator) -> Variation:
    """Return a composed clip with random key, notes and playing, each in a share of clips.

    Parameters
    ----------
    spec, score
        The composed clip.
    seconds : (float, float)
        Beginning and end of the clip in the score.
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
    if rng.random() < _CUT_SHARE:
        score, score_only = _without_part(score, seconds, rng), True
    return Variation(_with_notes(score, {n: _played(p, rng) for n, p in enumerate(score.parts)}), spec, score_only)


def timbre(rng: np.random.Generator) -> Timbre:
    """Return random changes to a soundfont's instrument: filter, envelope, vibrato and tuning."""
    return Timbre(
        cutoff=-float(rng.uniform(0, 2_400)) if rng.random() < 0.4 else 0.0,
        attack=float(rng.uniform(0, 1_500)) if rng.random() < 0.15 else 0.0,
        release=float(rng.uniform(-800, 1_200)) if rng.random() < 0.4 else 0.0,
        vibrato=float(rng.uniform(4, 18)) if rng.random() < 0.2 else 0.0,
        tuning=float(rng.normal(0, 4)),
    )


def with_recording(audio: Array, rng: np.random.Generator) -> Array:
    """Return the sound of a clip with random distortion, spectral tilt and reverb, each in a share of clips."""
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
    """Return a random impulse response: the direct sound, and decaying lowpass-filtered noise."""
    decay = math.exp(rng.uniform(math.log(0.15), math.log(1.4)))  # seconds to -60 dB
    length = int(decay * SAMPLE_RATE)
    tail = rng.standard_normal(length).astype(np.float32)
    smooth = float(rng.uniform(0.2, 0.8))
    tail = np.asarray(tail + smooth * np.roll(tail, 1) + smooth**2 * np.roll(tail, 2), np.float32)
    tail *= np.exp(np.arange(length, dtype=np.float32) * np.float32(-6.9 / length))
    tail *= np.float32(10 ** (rng.uniform(-28, -11) / 20) / np.linalg.norm(tail))
    delay = int(rng.uniform(0.003, 0.03) * SAMPLE_RATE)
    return np.concatenate([np.ones(1, np.float32), np.zeros(delay, np.float32), tail])


def _played(part: Part, rng: np.random.Generator) -> Part:
    """Return a part with random level, accents and note lengths."""
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
    """Return a part in which some notes are moved by a few semitones, in the key or not."""

    def other(note: Note) -> Note:
        return replace(note, pitch=note.pitch + int(rng.integers(-4, 5))) if rng.random() < _CHANGED else note

    return replace(part, notes=tuple(other(note) for note in part.notes))


def _without_part(score: Score, seconds: tuple[float, float], rng: np.random.Generator) -> Score:
    """Return the score without the notes after, or before, a random moment of the clip."""
    moment = float(rng.uniform(*seconds)) * score.tempo / 60
    first, last = (0.0, moment) if rng.random() < 0.5 else (moment, score.beats)
    return replace(score, parts=tuple(part.between(first, last) for part in score.parts))


def _pitched(score: Score) -> list[tuple[int, Part]]:
    return [(number, part) for number, part in enumerate(score.parts) if part.role != "drums"]


def _with_notes(score: Score, changed: dict[int, Part]) -> Score:
    return replace(score, parts=tuple(changed.get(number, part) for number, part in enumerate(score.parts)))
