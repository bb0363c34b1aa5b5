"""Composes the score of a spec, in four-bar phrases of the form A A B A.

Every phrase has its own random generator, seeded with the seed, the part and the phrase's letter. So the same seed
gives the same score, a longer score begins like a shorter one, and phrases of the same letter are alike.

What is drawn at random may suggest another key, such as that of the dominant. So a phrase is drafted until its notes
are heard in the key of the spec, as the profiles of Krumhansl and Kessler tell: first with other melodies, then with
other chords.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.grooves import drum_part
from riffdesk.compose.harmony import Harmony, chroma_of_notes, key_clarity
from riffdesk.compose.parts import bass_part, lead_part
from riffdesk.compose.riff_spec import RiffSpec
from riffdesk.compose.score import Chord, Note, Part, Score, by_start

PHRASE_BARS = 4
_FORM = (0, 0, 1, 0)
"""The letters of four phrases: A A B A."""
_DRAFTS, _DRAFTS_OF_CHORDS = 32, 4
"""Drafts of a phrase at most, and how many of them have the same chords."""
_CLEAR, _TOLERANCE_OF_HALF = 0.05, 0.15
"""Key clarity that is enough, and by how much less is enough for half a phrase."""
_LEAD, _BASS, _DRUMS, _SOUNDS = range(4)  # purposes of a generator
BASS_PROGRAMS = (33, 33, 34, 35, 38, 39)
UPRIGHT_BASS = 32


@dataclass(frozen=True)
class SpecChange:
    """The spec and seed of a keyframe, from a bar on."""

    bar: int
    spec: RiffSpec
    seed: int


def compose(clip: ClipSpec, seed: int, bars: int) -> Score:
    """Return the score of a clip's spec, see `compose_riff`."""
    return compose_riff(RiffSpec.of_clip(clip), seed, bars)


def compose_riff(spec: RiffSpec, seed: int, bars: int) -> Score:
    """Return the score of a spec.

    Parameters
    ----------
    spec : RiffSpec
        Instruments, groove, tempo, key, chords and the rest.
    seed : int
        Seed of everything that the spec does not determine, >= 0.
    bars : int
        Length, >= 1.

    Returns
    -------
    Score
        ``bars`` long; it equals the beginning of any longer score of the same spec and seed.
    """
    numbers = range(-(-bars // PHRASE_BARS))
    drafts = {letter: _clearest_draft(spec, seed, letter) for letter in {letter_of(number) for number in numbers}}
    phrases = [_phrase(spec, seed, number, drafts[letter_of(number)]) for number in numbers]
    chords = tuple(chord for phrase in phrases for chord in phrase.chords)
    parts = tuple(
        Part(
            part.role,
            part.instrument,
            part.sound,
            by_start(note for phrase in phrases for note in phrase.parts[n].notes),
        )
        for n, part in enumerate(phrases[0].parts)  # the first phrase names the sounds
    )
    total_bars = len(phrases) * PHRASE_BARS
    return Score(spec.tempo, spec.beats_per_bar, spec.key, total_bars, chords, parts).first(bars)


def compose_walk(changes: Sequence[SpecChange], bars: int) -> Score:
    """Return one score of several specs, each from its bar to that of the next.

    Parameters
    ----------
    changes : sequence of Stop
        At least one, in order of bars. The first one begins at bar 0, whatever its bar.
    bars : int
        Length, >= 1.

    Returns
    -------
    Score
        In tempo, meter and key of the first spec. Notes of the same role, instrument and sound are one part.
    """
    first = changes[0].spec
    notes_of_part: dict[tuple[str, str, int | str], list[Note]] = {}
    chords: list[Chord] = []
    for number, change in enumerate(changes):
        start_bar = change.bar if number else 0
        end_bar = min(bars, changes[number + 1].bar if number + 1 < len(changes) else bars)
        if end_bar <= start_bar:
            continue
        spec = replace(change.spec, tempo=first.tempo, beats_per_bar=first.beats_per_bar)
        score, beats = compose_riff(spec, change.seed, end_bar - start_bar), float(start_bar * first.beats_per_bar)
        chords += [Chord(chord.start + beats, chord.pitch_classes) for chord in score.chords]
        for part in score.parts:
            key = part.role, part.instrument, part.sound
            notes_of_part.setdefault(key, []).extend(_shifted(part.notes, beats))
    parts = tuple(Part(*key, by_start(notes)) for key, notes in notes_of_part.items())
    return Score(first.tempo, first.beats_per_bar, first.key, bars, tuple(chords), parts)


def letter_of(number: int) -> int:
    """Return the letter of phrase ``number``; phrases of the same letter are alike."""
    return _FORM[number % len(_FORM)]


def _clearest_draft(spec: RiffSpec, seed: int, letter: int) -> int:
    """Return the first draft of a phrase that is heard in the spec's key, or else the one that nearly is.

    Given chords decide on the key themselves.
    """
    if spec.chords or not spec.players:
        return 0
    clarities: list[float] = []
    for draft in range(_DRAFTS):
        clarities.append(_clarity(_phrase(spec, seed, _FORM.index(letter), draft)))
        if clarities[-1] >= _CLEAR:
            break
    return int(np.argmax(clarities))


def _clarity(phrase: Score) -> float:
    """Return how clearly a phrase is heard in its key: from its notes, with their partials, and from its first half."""
    key, whole = phrase.key, _chroma(phrase, PHRASE_BARS)
    return min(
        key_clarity(whole, key),
        _CLEAR + key_clarity(_with_partials(whole), key),
        _TOLERANCE_OF_HALF + key_clarity(_chroma(phrase, PHRASE_BARS // 2), key),
    )


def _chroma(phrase: Score, bars: int) -> NDArray[np.float64]:
    """Return how long each pitch class sounds in notes of the first bars of a phrase, C first: ``[12]``, in beats."""
    end = phrase.chords[0].start + bars * phrase.beats_per_bar
    notes = [note for part in phrase.parts if part.role != "drums" for note in part.notes if note.start < end]
    return chroma_of_notes((note.pitch, note.length) for note in notes)


def _with_partials(chroma: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights of pitch classes with those of the third and the fifth partial of each."""
    return chroma + np.roll(chroma, 7) / 6 + np.roll(chroma, 4) / 10


def _phrase(spec: RiffSpec, seed: int, number: int, draft: int) -> Score:
    """Return a draft of phrase ``number``, with times from the beginning of the score."""
    start = float(number * PHRASE_BARS * spec.beats_per_bar)
    letter = letter_of(number)
    harmony = _given_harmony(spec, number * PHRASE_BARS)
    if harmony is None and draft % _DRAFTS_OF_CHORDS:
        first = draft - draft % _DRAFTS_OF_CHORDS
        harmony = lead_part(spec.clip(), PHRASE_BARS, _player_rng(spec, seed, number, 0, first))[1]
    parts: list[Part] = []
    for index, player in enumerate(spec.players):
        notes, harmony = lead_part(
            spec.clip(index), PHRASE_BARS, _player_rng(spec, seed, number, index, draft), harmony
        )
        parts.append(_part(player.role, player.family, player.sound, notes, start))
    if harmony is None:  # drums and bass alone stay on the tonic
        harmony = Harmony.of_degrees(spec.key, [0] * PHRASE_BARS)
    if spec.bass:
        program = int(np.random.default_rng([seed, _SOUNDS]).choice(BASS_PROGRAMS))
        notes = bass_part(spec.clip(), harmony, np.random.default_rng([seed, _BASS, letter]))
        parts.append(_part("bass", "bass", UPRIGHT_BASS if spec.groove == "swing" else program, notes, start))
    if spec.drums:
        hits, kit = drum_part(spec.clip(), PHRASE_BARS, np.random.default_rng([seed, _DRUMS, letter]))
        parts.append(_part("drums", "drums", kit, hits, start))
    chords = tuple(
        Chord(start + bar * spec.beats_per_bar + chord.start, chord.notes)
        for bar, bar_chords in enumerate(harmony.bars)
        for chord in bar_chords
    )
    return Score(spec.tempo, spec.beats_per_bar, spec.key, PHRASE_BARS, chords, tuple(parts))


def _player_rng(spec: RiffSpec, seed: int, number: int, index: int, draft: int) -> np.random.Generator:
    """Return the generator of a player's notes in a draft of phrase ``number``."""
    # A solo is never repeated, whatever plays along.
    entropy = [seed, _LEAD, number if spec.players[index].playing == "solo" else letter_of(number)]
    return np.random.default_rng(entropy + ([index, draft] if draft else [index] if index else []))


def _given_harmony(spec: RiffSpec, first: int) -> Harmony | None:
    """Return the spec's chords for the phrase from a bar on; None if it has none."""
    if not spec.chords:
        return None
    bars = [spec.chords[(first + bar) % len(spec.chords)] for bar in range(PHRASE_BARS)]
    return Harmony.of_chords(bars, spec.beats_per_bar)


def _part(role: str, instrument: str, sound: int | str, notes: Iterable[Note], start: float) -> Part:
    return Part(role, instrument, sound, tuple(_shifted(notes, start)))


def _shifted(notes: Iterable[Note], beats: float) -> Iterator[Note]:
    return (Note(note.start + beats, note.length, note.pitch, note.velocity) for note in notes)
