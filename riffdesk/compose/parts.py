"""Composes parts of pitched instruments: melodies, chords, arpeggios, bass lines, riffs, solos and drones."""

from __future__ import annotations

import math

import numpy as np

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.harmony import Harmony, Key, nearest, progression, voice
from riffdesk.compose.score import Note
from riffdesk.compose.vocabulary import FAMILIES

# Rhythms of one bar as (onset, length) in beats, from sparse to busy; cut to three beats for a waltz.
_RHYTHMS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "sparse": (
        ((0, 2), (2, 2)),
        ((0, 3), (3, 1)),
        ((0, 1.5), (1.5, 2.5)),
        ((0, 4),),
        ((0, 1), (1, 3)),
    ),
    "medium": (
        ((0, 1), (1, 1), (2, 1), (3, 1)),
        ((0, 1.5), (1.5, 0.5), (2, 1), (3, 1)),
        ((0, 0.5), (0.5, 0.5), (1, 1), (2, 1.5), (3.5, 0.5)),
        ((0, 1), (1, 0.5), (1.5, 1.5), (3, 1)),
        ((0, 0.5), (0.5, 1), (1.5, 0.5), (2, 1), (3, 0.5), (3.5, 0.5)),
    ),
    "busy": (
        tuple((step / 2, 0.5) for step in range(8)),
        ((0, 0.25), (0.25, 0.25), (0.5, 0.5), (1, 0.5), (1.5, 0.5), (2, 0.25), (2.25, 0.25), (2.5, 0.5), (3, 0.5),
         (3.5, 0.5)),
        tuple((step / 4, 0.25) for step in range(16) if step % 8 != 7),
        ((0, 0.75), (0.75, 0.25), (1, 0.5), (1.5, 0.5), (2, 0.75), (2.75, 0.25), (3, 0.5), (3.5, 0.5)),
    ),
}  # fmt: skip
_COMPING: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "sparse": (((0, 4),), ((0, 2), (2, 2)), ((0, 3),)),
    "medium": (
        ((0, 1), (1, 1), (2, 1), (3, 1)),
        ((0, 1.5), (1.5, 0.5), (2.5, 1.5)),
        ((0, 2), (2, 1), (3, 1)),
        ((0.5, 0.5), (1.5, 0.5), (2.5, 0.5), (3.5, 0.5)),
    ),
    "busy": (
        tuple((step / 2, 0.45) for step in range(8)),
        ((0, 0.5), (0.75, 0.25), (1.5, 0.5), (2, 0.5), (2.75, 0.25), (3.5, 0.5)),
        tuple((step / 4, 0.2) for step in range(16) if step % 4 != 1),
    ),
}
_PATTERN_BEATS = 4
"""Beats of a pattern; it is repeated in a longer bar."""
_SUSTAINING = ("strings", "choir", "synth pad", "organ")


def lead_part(
    spec: ClipSpec, bars: int, rng: np.random.Generator, harmony: Harmony | None = None
) -> tuple[list[Note], Harmony]:
    """Return the notes of an instrument over some bars, and the chords, which are random if none are given."""
    key = Key(spec.tonic, spec.mode)
    if harmony is None:
        degrees = progression(key, bars, rng, plain=spec.playing in ("chords", "arpeggio"))
        harmony = Harmony.of_degrees(key, degrees)
    players = {
        "melody": _melody,
        "solo": _solo,
        "riff": _riff,
        "chords": _chords,
        "arpeggio": _arpeggio,
        "drone": _drone,
        "bass line": _low_line,
    }
    return players[spec.playing](spec, key, harmony, rng), harmony


def centre_of(spec: ClipSpec) -> float:
    """Return the MIDI note at the centre of an instrument's register: low, middle or high in its range."""
    family = FAMILIES[spec.family]
    low, high = family.lowest, family.highest
    fraction = {"low": 0.22, "middle": 0.5, "high": 0.8}[spec.register]
    return low + fraction * (high - low)


def bass_part(spec: ClipSpec, harmony: Harmony, rng: np.random.Generator) -> list[Note]:
    """Return an accompanying bass: walking in swing, off-beat in house, dotted in bossa nova, else mostly roots."""
    return _bass(spec, harmony, 28, 50, rng)


def _scale_near(spec: ClipSpec, key: Key, span: int = 9) -> list[int]:
    family = FAMILIES[spec.family]
    centre = centre_of(spec)
    return key.ladder(max(family.lowest, round(centre) - span), min(family.highest, round(centre) + span))


def _velocity(beat: float, rng: np.random.Generator, base: int = 88) -> int:
    accent = 12 if beat % 2 == 0 else 4 if beat % 1 == 0 else -6
    return int(min(max(base + accent + rng.normal(0, 6), 30), 127))


def _rhythm(spec: ClipSpec, rng: np.random.Generator, table: object = None) -> list[tuple[float, float]]:
    options = (_RHYTHMS if table is None else _COMPING)[spec.density]
    pattern = options[rng.integers(len(options))]
    beats = spec.beats_per_bar
    tiled = [(onset + base, length) for base in range(0, beats, _PATTERN_BEATS) for onset, length in pattern]
    return [(onset, min(length, beats - onset)) for onset, length in tiled if onset < beats]


def _melody(spec: ClipSpec, key: Key, harmony: Harmony, rng: np.random.Generator) -> list[Note]:
    """Compose bars of the form A A' B A: one motif moved to each bar's chord, one answer to it."""
    scale = _scale_near(spec, key)
    motifs = [_motif(_rhythm(spec, rng), rng) for _ in range(2)]
    notes: list[Note] = []
    for bar in range(len(harmony.bars)):
        motif = motifs[1 if bar % 4 == 2 else 0]
        chord = harmony.at(bar, 0).notes
        centre_index = scale.index(min(scale, key=lambda n: abs(n - nearest(centre_of(spec), chord))))
        for onset, length, step in motif:
            pitch = scale[min(max(centre_index + step, 0), len(scale) - 1)]
            if onset % 2 == 0:
                chord_notes = harmony.at(bar, onset).notes
                pitch = min(scale, key=lambda n: (n % 12 not in chord_notes, abs(n - pitch)))
            start = bar * spec.beats_per_bar + onset
            notes.append(Note(start, length * 0.92, pitch, _velocity(onset, rng)))
    return notes


def _motif(rhythm: list[tuple[float, float]], rng: np.random.Generator) -> list[tuple[float, float, int]]:
    """Return a rhythm with steps of the scale: mostly neighbours, with occasional leaps that return."""
    step, motif, leapt = int(rng.integers(-1, 2)), [], 0
    for onset, length in rhythm:
        motif.append((onset, length, step))
        move = -int(np.sign(leapt)) if leapt else int(rng.choice((-2, -1, -1, 0, 1, 1, 2, 3, -3)))
        leapt = move if abs(move) > 2 else 0
        step = min(max(step + move, -5), 5)
    return motif


def _solo(spec: ClipSpec, key: Key, harmony: Harmony, rng: np.random.Generator) -> list[Note]:
    """Improvise: runs up and down the scale that end on long chord notes, with rests, never repeated."""
    scale = _scale_near(spec, key, 12)
    note_length = {"sparse": 0.5, "medium": 0.5, "busy": 0.25}[spec.density]
    notes: list[Note] = []
    beat, index, direction = 0.0, len(scale) // 2, 1
    total = len(harmony.bars) * spec.beats_per_bar
    while beat < total:
        for _ in range(int(rng.integers(3, 8))):
            if rng.random() < 0.2:
                direction = -direction
            index += direction * int(rng.choice((1, 1, 1, 2)))
            if not 0 <= index < len(scale):
                direction = -direction
                index = min(max(index, 1), len(scale) - 2)
            notes.append(Note(beat, note_length * 0.9, scale[index], _velocity(beat, rng)))
            beat += note_length
        if beat >= total:
            break
        chord = harmony.at(int(beat // spec.beats_per_bar), beat % spec.beats_per_bar).notes
        index = min(range(len(scale)), key=lambda i: (scale[i] % 12 not in chord, abs(i - index)))
        long_length = float(rng.choice((0.5, 1.0, 1.5)))
        notes.append(Note(beat, long_length * 0.9, scale[index], _velocity(beat, rng, 96)))
        beat = math.ceil((beat + long_length) * 2) / 2
        if rng.random() < 0.3:
            beat += 0.5
    return [note for note in notes if note.start < total]


def _riff(spec: ClipSpec, key: Key, harmony: Harmony, rng: np.random.Generator) -> list[Note]:
    """Repeat one bar of pentatonic notes exactly, whatever the harmony."""
    steps = (0, 2, 4, 7, 9) if spec.mode == "major" else (0, 3, 5, 7, 10)
    root = nearest(centre_of(spec) - 3, (spec.tonic,))
    pool = [root + step for step in (steps[0] - 0, *steps[1:], 12)]
    rhythm = [(o, min(ln, 0.75)) for o, ln in _rhythm(spec, rng)]
    if spec.density != "sparse" and rng.random() < 0.5:
        rhythm = [(onset, length) for onset, length in rhythm if onset == 0 or rng.random() < 0.85]
    pitches = [pool[0]] + [pool[int(rng.choice(len(pool), p=(0.3, 0.16, 0.16, 0.18, 0.1, 0.1)))] for _ in rhythm[1:]]
    power_chords = spec.family == "distorted guitar" and rng.random() < 0.7
    notes = []
    for bar in range(len(harmony.bars)):
        for (onset, length), pitch in zip(rhythm, pitches, strict=True):
            start = bar * spec.beats_per_bar + onset
            velocity = _velocity(onset, rng, 96)
            notes.append(Note(start, length * 0.9, pitch, velocity))
            if power_chords:
                notes.append(Note(start, length * 0.9, pitch + 7, velocity - 8))
    return notes


def _chords(spec: ClipSpec, key: Key, harmony: Harmony, rng: np.random.Generator) -> list[Note]:
    """Comp one voiced chord per bar in one rhythm, held by instruments that sustain, strummed by a guitar."""
    sustained = spec.family in _SUSTAINING and spec.density != "busy"
    rhythm = [(0.0, float(spec.beats_per_bar))] if sustained else _rhythm(spec, rng, _COMPING)
    sevenths = spec.groove in ("swing", "bossa nova", "hip hop") or rng.random() < 0.15
    power = spec.family == "distorted guitar" and rng.random() < 0.5
    strum = 0.03 * spec.bpm / 60 * 0.5 if "guitar" in spec.family else 0.0
    centre = min(centre_of(spec), 72.0)
    previous: tuple[int, ...] | None = None
    notes = []
    for bar, chords in enumerate(harmony.bars):
        ends = [*(chord.start for chord in chords[1:]), float(spec.beats_per_bar)]
        for chord, end in zip(chords, ends, strict=True):
            chord_notes = chord.seventh if sevenths and not power else chord.notes
            pitches = voice(chord_notes, centre, previous)
            previous = pitches
            if power:
                root = nearest(centre - 6, chord_notes[:1])
                pitches = (root, root + 7, root + 12)
            for onset, length in _within(rhythm, chord.start, end):
                start = bar * spec.beats_per_bar + onset
                velocity = _velocity(onset, rng, 84)
                for voice_number, pitch in enumerate(pitches):
                    notes.append(Note(start + voice_number * strum, length * 0.93, pitch, velocity - voice_number))
    return notes


def _within(rhythm: list[tuple[float, float]], start: float, end: float) -> list[tuple[float, float]]:
    """Return the part of a bar's rhythm within one of its chords; a later chord always has an onset at its start."""
    played = [(onset, min(length, end - onset)) for onset, length in rhythm if start <= onset < end]
    if start > 0 and (not played or played[0][0] > start):
        played.insert(0, (start, (played[0][0] if played else end) - start))
    return played


def _arpeggio(spec: ClipSpec, key: Key, harmony: Harmony, rng: np.random.Generator) -> list[Note]:
    """Break each bar's chord, over one or two octaves, up, down, both or turning, in even notes."""
    step = {"sparse": 1.0, "medium": 0.5, "busy": 0.25}[spec.density]
    family = FAMILIES[spec.family]
    orders = ((0, 1, 2, 3), (3, 2, 1, 0), (0, 1, 2, 3, 2, 1), (0, 2, 1, 3), (0, 2, 3, 2), (0, 1, 2, 3, 4, 5))
    order = orders[rng.integers(len(orders))]
    ring = 1.0 if spec.family in ("piano", "bells", "mallets", "acoustic guitar") else 0.9
    previous: tuple[int, ...] | None = None
    notes = []
    for bar in range(len(harmony.bars)):
        chord, ladder = None, [0]
        for count in range(round(spec.beats_per_bar / step)):
            onset = count * step
            if harmony.at(bar, onset) is not chord:
                chord = harmony.at(bar, onset)
                previous = voice(chord.notes, min(centre_of(spec), family.highest - 14), previous)
                ladder = [*previous, *(note + 12 for note in previous)]
            pitch = ladder[order[count % len(order)] % len(ladder)]
            notes.append(Note(bar * spec.beats_per_bar + onset, step * ring, pitch, _velocity(onset, rng)))
    return notes


def _drone(spec: ClipSpec, key: Key, harmony: Harmony, rng: np.random.Generator) -> list[Note]:
    """Hold the tonic, its fifth or its third through the whole clip, renewed every few bars."""
    root = nearest(centre_of(spec) - 4, (key.tonic,))
    third = 4 if key.mode == "major" else 3
    shapes: tuple[tuple[int, ...], ...] = ((0,), (0, 7), (0, 7, 12), (0, third, 7), (0, 12))
    shape = shapes[rng.integers(len(shapes))]
    total = len(harmony.bars) * spec.beats_per_bar
    span = total if spec.density == "sparse" else spec.beats_per_bar * (2 if spec.density == "medium" else 1)
    return [
        Note(start, min(span, total - start) * 0.99, root + step, 84)
        for start in range(0, total, span)
        for step in shape
    ]


def _low_line(spec: ClipSpec, key: Key, harmony: Harmony, rng: np.random.Generator) -> list[Note]:
    family = FAMILIES[spec.family]
    lowest = family.lowest + {"low": 0, "middle": 5, "high": 12}[spec.register]
    return _bass(spec, harmony, lowest, min(lowest + 22, family.highest), rng)


def _bass(spec: ClipSpec, harmony: Harmony, lowest: int, highest: int, rng: np.random.Generator) -> list[Note]:
    beats = spec.beats_per_bar
    patterns: dict[str, tuple[tuple[float, float, str], ...]] = {
        "house": tuple((beat + 0.5, 0.4, "r") for beat in range(_PATTERN_BEATS)),
        "funk": ((0, 0.4, "r"), (0.75, 0.25, "r"), (1.5, 0.4, "o"), (2, 0.4, "r"), (2.75, 0.25, "f"), (3.5, 0.4, "o")),
        "swing": tuple((float(beat), 0.9, "w") for beat in range(4)),
        "bossa nova": ((0, 1.4, "r"), (1.5, 0.45, "f"), (2, 1.4, "f"), (3.5, 0.45, "r")),
        "reggae": ((0.5, 0.5, "r"), (1, 0.8, "r"), (2, 0.8, "t"), (3, 0.5, "f"), (3.5, 0.4, "f")),
        "hip hop": ((0, 1.2, "r"), (1.75, 0.5, "r"), (2.5, 1.0, "f")),
        "drum and bass": ((0, 1.4, "r"), (1.5, 0.5, "r"), (2.5, 1.4, "o")),
        "march": ((0, 0.9, "r"), (2, 0.9, "f")),
    }
    straight = tuple((step / 2, 0.45, "r") for step in range(8))
    calm = ((0, 1.9, "r"), (2, 1.9, "f"))
    default = {"sparse": calm, "medium": ((0, 0.9, "r"), (1.5, 0.5, "r"), (2, 0.9, "f"), (3, 0.9, "r"))}
    pattern = patterns.get(spec.groove) or default.get(spec.density, straight)
    if spec.groove == "rock" and spec.density != "sparse":
        pattern = straight
    tiled = [(onset + base, ln, tone) for base in range(0, beats, _PATTERN_BEATS) for onset, ln, tone in pattern]
    notes = []
    for bar in range(len(harmony.bars)):
        next_root = harmony.at(bar + 1, 0).notes[0]
        for onset, length, tone in tiled:
            if onset >= beats:
                continue
            chord = harmony.at(bar, onset).notes
            root = min((n for n in range(lowest, lowest + 12) if n % 12 == chord[0]), default=lowest)
            fifth = nearest(root + 6, chord[2:] or chord[1:])
            tones = {"r": root, "f": fifth, "t": nearest(root + 4, chord[1:2]), "o": root + 12}
            middle = (fifth, root + 12) if bar % 2 else (tones["t"], fifth)
            walk = [root, *middle, nearest(middle[1], ((next_root + 1) % 12, (next_root - 1) % 12))]
            pitch = walk[int(onset) % 4] if tone == "w" else tones[tone]
            pitch = pitch - 12 if pitch > highest else pitch
            sounding = min(length, beats - onset)
            notes.append(Note(bar * beats + onset, sounding, pitch, _velocity(onset, rng, 94)))
    return notes
