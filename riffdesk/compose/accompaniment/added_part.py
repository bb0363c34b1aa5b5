"""Composes a new part to an existing score: in its tempo, key and chords, and to its phrases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.compose.accompaniment.counter_melody import counter_melody
from riffdesk.compose.clip_spec import TYPICAL_BPM, ClipSpec
from riffdesk.compose.composition import PHRASE_BARS, letter_of
from riffdesk.compose.grooves import drum_part
from riffdesk.compose.harmony import BarChord, Harmony
from riffdesk.compose.parts import bass_part, lead_part
from riffdesk.compose.score import Note, Part, Score, by_start
from riffdesk.compose.vocabulary import FAMILIES, GROOVES, NO_DRUMS
from riffdesk.errors import UserError
from riffdesk.language import mark, tr

COUNTER_MELODY = mark("counter-melody")
KINDS = ("bass", "drums", "chords", "melody", COUNTER_MELODY)
"""Kinds of parts that can be added."""

_PLAYINGS = {"bass": "bass line", "chords": "chords", "melody": "melody", COUNTER_MELODY: "melody"}
_BASS_SOUND, _UPRIGHT_BASS = 33, 32
_SOUND, _NOTES = range(2)  # purposes of a generator
_REGISTERS = {"chords": "middle", "melody": "high", COUNTER_MELODY: "middle", "bass": "low"}


@dataclass(frozen=True)
class AddedPart:
    """A composed part, and its way of playing in a word or two for a prompt: a groove for drums."""

    part: Part
    playing: str


def role_of(kind: str) -> str:
    """Return the role of a part of some kind."""
    return "melody" if kind == COUNTER_MELODY else kind


def instruments_for(kind: str) -> tuple[str, ...]:
    """Return the instruments that can play a part of some kind; only 'drums' for drums."""
    if kind == "drums":
        return ("drums",)
    return tuple(name for name, family in FAMILIES.items() if _PLAYINGS[kind] in family.playings)


def check_kind(kind: str, instrument: str = "") -> None:
    """Raise UserError for an unknown kind of part, or an instrument that cannot play it."""
    if kind not in KINDS:
        raise UserError(tr("There is no part called {kind!r}. Parts: {kinds}.", kind=kind, kinds=", ".join(KINDS)))
    if instrument and instrument not in instruments_for(kind):
        raise UserError(
            tr(
                "{instrument!r} plays no {kind}. Instruments: {instruments}.",
                instrument=instrument,
                kind=kind,
                instruments=", ".join(instruments_for(kind)),
            )
        )


def compose_part(score: Score, kind: str, *, instrument: str = "", groove: str = "", seed: int = 0) -> AddedPart:
    """Return a new part for a score.

    Parameters
    ----------
    score : Score
        Tempo, meter, key, length, and at least one chord; its parts are played together with the new one.
    kind : str
        One of `KINDS`. A counter-melody needs a part with the role 'melody'.
    instrument : str
        One of `instruments_for`; empty for any that does not play yet.
    groove : str
        Groove of the present or the new drums, one of `riffdesk.compose.vocabulary.GROOVES`; empty if it is
        not known.
    seed : int
        Seed of all choices, >= 0.

    Returns
    -------
    AddedPart
        As long as the score. Phrases of the same letter are alike, as far as their chords are.

    Raises
    ------
    UserError
        If there is no such part, or nothing that it could be a counter-melody to.
    """
    check_kind(kind, instrument)
    melody = [note for part in score.parts if part.role == "melody" for note in part.notes]
    if kind == COUNTER_MELODY and not melody:
        raise UserError(
            tr("There is no melody with known notes to play a counter-melody to. Add a melody first, or instead.")
        )
    rng = np.random.default_rng([seed, _SOUND, KINDS.index(kind)])
    if kind == "drums":
        groove = groove or _groove(score, rng)
    family = instrument or _any_instrument(score, kind, rng)
    spec = _spec(score, kind, family, groove, rng)
    notes: list[Note] = []
    sound: int | str = spec.sound
    for number in range(-(-score.bars // PHRASE_BARS)):
        first = number * PHRASE_BARS
        phrase_rng = np.random.default_rng([seed, _NOTES, KINDS.index(kind), letter_of(number)])
        harmony = harmony_of(score, first, PHRASE_BARS)
        start = float(first * score.beats_per_bar)
        if kind == "drums":
            played, kit = drum_part(spec, PHRASE_BARS, phrase_rng)
            sound = kit if number == 0 else sound
        elif kind == COUNTER_MELODY:
            stop = start + PHRASE_BARS * score.beats_per_bar
            over = [replace(n, start=n.start - start) for n in melody if n.start < stop and n.end > start]
            played = counter_melody(
                over, score.key, harmony, score.beats_per_bar, _pitches(family), spec.density, phrase_rng
            )
        elif family == "bass":
            played = bass_part(spec, harmony, phrase_rng)
        else:
            played, _ = lead_part(spec, PHRASE_BARS, phrase_rng, harmony)
        notes += [replace(note, start=note.start + start) for note in played]
    part = Part(role_of(kind), family, sound, by_start(_cut(notes, score.beats)))
    return AddedPart(part, groove if kind == "drums" else spec.playing)


def harmony_of(score: Score, first: int, bars: int) -> Harmony:
    """Return the chords of some bars of a score, from a bar on; after the last chord, that one is held."""
    beats = score.beats_per_bar
    harmony = []
    for bar in range(first, first + bars):
        start, stop = bar * beats, (bar + 1) * beats
        held = [chord for chord in score.chords if chord.start <= start] or list(score.chords[:1])
        inside = [chord for chord in score.chords if start < chord.start < stop]
        chords = [BarChord(0.0, held[-1].pitch_classes, held[-1].pitch_classes)]
        chords += [BarChord(chord.start - start, chord.pitch_classes, chord.pitch_classes) for chord in inside]
        harmony.append(tuple(chords))
    return Harmony(tuple(harmony))


def _cut(notes: Iterable[Note], beats: float) -> list[Note]:
    """Return the notes before the end of a score, cut there."""
    return [replace(n, length=min(n.length, beats - n.start)) for n in notes if 0 <= n.start < beats]


def _any_instrument(score: Score, kind: str, rng: np.random.Generator) -> str:
    """Return a random instrument that can play a part, and does not play yet if possible."""
    if kind in ("bass", "drums"):
        return kind
    names = instruments_for(kind)
    playing = {part.instrument for part in score.parts}
    new = [name for name in names if name not in playing]
    return str(rng.choice(new or names))


def _groove(score: Score, rng: np.random.Generator) -> str:
    """Return a random groove that suits the tempo and the meter."""
    if score.beats_per_bar == 3:
        return "march"
    suiting = [groove for groove in GROOVES if TYPICAL_BPM[groove][0] <= score.tempo <= TYPICAL_BPM[groove][1]]
    return str(rng.choice([groove for groove in suiting if groove != "march"] or ["rock"]))


def _spec(score: Score, kind: str, family: str, groove: str, rng: np.random.Generator) -> ClipSpec:
    """Return the spec of the new part."""
    sound: int | str = 0
    if family == "bass":
        sound = _UPRIGHT_BASS if groove == "swing" else _BASS_SOUND
    elif family != "drums":
        sound = int(rng.choice(FAMILIES[family].programs))
    return ClipSpec(
        family="" if family == "drums" else family,
        sound=sound,
        playing=_PLAYINGS.get(kind, ""),
        groove=groove or NO_DRUMS,
        waltz=groove == "march" and score.beats_per_bar == 3,
        bass=False,
        bpm=round(score.tempo),
        tonic=score.key.tonic,
        mode=score.key.mode,
        register=_REGISTERS.get(kind, "middle"),
        density="medium",
        beats=score.beats_per_bar,
    )


def _pitches(family: str) -> tuple[int, int]:
    return FAMILIES[family].lowest, FAMILIES[family].highest
