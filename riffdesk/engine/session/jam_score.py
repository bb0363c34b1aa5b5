"""Composes a jam bar by bar: a loop of four or eight bars that evolves.

In each round of the loop, each part is kept, varied, new, or silent. This is drawn from the seed, unless
a message sets it. All parts share the chords of the loop. The same state and the same loop before give the same
loop, so that a log of messages plays the same notes again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from riffdesk.compose.accompaniment.added_part import compose_part
from riffdesk.compose.chords import Progression, chords_of
from riffdesk.compose.composition import compose_riff
from riffdesk.compose.grooves import drum_fill
from riffdesk.compose.harmony import key_named
from riffdesk.compose.riff_spec import RiffSpec
from riffdesk.compose.score import Chord, DrumPiece, Note, Part, Score, by_start
from riffdesk.compose.vocabulary import instrument_name
from riffdesk.compose.words.frame import Setting
from riffdesk.compose.words.spec_of_words import Reading, read_words
from riffdesk.engine.riff.score.riff_score import plain_words
from riffdesk.engine.session.jam_message import JAM_ROLES
from riffdesk.engine.session.jam_state import JamState, Scene
from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.recipe.recipe import Recipe

_EVOLVING, _VARYING, _PARTS, _FILL = range(4)  # purposes of a generator
_CHANCES = {
    "drums": (0.60, 0.34, 0.03, 0.03),
    "bass": (0.55, 0.34, 0.06, 0.05),
    "chords": (0.60, 0.28, 0.07, 0.05),
    "melody": (0.35, 0.40, 0.17, 0.08),
}
"""Probabilities that a part of a role is kept, varied, new or silent in a round."""
_DRAWN = ("kept", "varied", "new", "silent")


@dataclass(frozen=True)
class LoopPart:
    """One part of a loop.

    Parameters
    ----------
    role, instrument, sound
        As of `riffdesk.compose.score.Part`.
    bars : tuple of tuple of Note
        The notes of each bar, in beats from its beginning.
    silent : bool
        Whether it is silent in this round.
    version : int
        Number of times that it was composed anew.
    """

    role: str
    instrument: str
    sound: int | str
    bars: tuple[tuple[Note, ...], ...]
    silent: bool = False
    version: int = 0


@dataclass(frozen=True)
class Loop:
    """One round of the loop.

    Parameters
    ----------
    start : int
        The bar that the first round begins with.
    round : int
        From 0.
    spec : RiffSpec
        With the chords of the loop.
    parts : tuple of LoopPart
    words : tuple of str
        Words for parts that the prompt does not name.
    """

    start: int
    round: int
    spec: RiffSpec
    parts: tuple[LoopPart, ...]
    words: tuple[str, ...] = ()


class JamScore:
    """Composes the bars of a jam.

    Parameters
    ----------
    recipe : Recipe
        With tempo, meter and key, as far as they are given.
    scene : Scene
        The first one; tempo and key in its prompt have priority.
    bars : int
        Length of the loop.
    """

    def __init__(self, recipe: Recipe, scene: Scene, bars: int) -> None:
        self._bars = bars
        tempo = recipe.tempo if recipe.in_time and recipe.tempo > 0 else None
        given = Setting(
            tempo_in(scene.prompt) or tempo,
            recipe.beats_per_bar if tempo and recipe.beats_per_bar != 4 else None,
            key_named(key_in(scene.prompt) or (recipe.key if recipe.in_time else "")),
            chords_of(scene.chords),
            source="as given",
        )
        reading = self._read(scene, given)
        spec, self.understood = reading.spec, reading.understood
        self.tempo, self.beats_per_bar, self.key = spec.tempo, spec.beats_per_bar, spec.key

    @property
    def bar_seconds(self) -> float:
        """Length of a bar."""
        return self.beats_per_bar * 60 / self.tempo

    def loop_at(self, bar: int, state: JamState, before: Loop | None) -> Loop:
        """Return the loop that a bar belongs to.

        Parameters
        ----------
        bar : int
        state : JamState
            The state at this bar.
        before : Loop, optional
            The loop of the bar before.
        """
        number = (bar - state.loop_start) // self._bars
        if before is None or before.start != state.loop_start:
            loop = self._first(state)
        elif number == before.round:
            loop = before
        else:
            loop = self._evolve(before, state, number)
        return self._complete(loop, state)

    def bar(self, bar: int, state: JamState, loop: Loop) -> Score:
        """Return the notes of a bar, in beats from its beginning; some may end after it.

        Levels and mutes are in the notes of parts that are rendered together; those of others are in their sound.
        """
        position = (bar - loop.start) % self._bars
        together = together_in([part.role for part in loop.parts], state)
        parts = []
        for part in loop.parts:
            if part.silent or state.scene.ways.get(part.role) == "silent":
                continue
            notes: Sequence[Note] = part.bars[position]
            if part.role == "drums" and bar in state.fills:
                notes = self._filled(notes, state, bar)
            if part.role in together and part.role in state.muted:
                continue
            if part.role in together:
                notes = _at_level(notes, state.levels.get(part.role, 0.0))
            parts.append(Part(part.role, part.instrument, part.sound, by_start(notes)))
        return Score(self.tempo, self.beats_per_bar, self.key, 1, self._chords(loop, position), tuple(parts))

    # A round of the loop

    def _first(self, state: JamState) -> Loop:
        """Return the first round with a scene."""
        scene, seed = state.scene, noise_seed(state.scene.seed, state.turn)
        setting = Setting(
            self.tempo,
            self.beats_per_bar if self.beats_per_bar != 4 else None,
            self.key,
            chords_of(scene.chords),
        )
        reading = self._read(scene, setting)
        spec = replace(reading.spec, tempo=self.tempo, beats_per_bar=self.beats_per_bar, key=self.key)
        if scene.density:
            spec = replace(spec, density=scene.density)
        if not spec.chords:
            spec = replace(spec, chords=self._progression(_composed(spec, seed, self._bars)))
        composed = _composed(spec, seed, self._bars)
        parts = tuple(
            LoopPart(part.role, part.instrument, part.sound, self._sliced(part.notes)) for part in composed.parts
        )
        return Loop(state.loop_start, 0, spec, parts)

    def _evolve(self, loop: Loop, state: JamState, number: int) -> Loop:
        """Return the next round of a loop."""
        ways = self._ways(loop, state, number)
        parts = tuple(
            self._next(loop, index, part, way, state, number)
            for index, (part, way) in enumerate(zip(loop.parts, ways, strict=True))
        )
        return replace(loop, round=number, parts=parts)

    def _ways(self, loop: Loop, state: JamState, number: int) -> list[str]:
        """Return what happens to each part in a round; at most one is silent, and never the only one."""
        if state.again >= loop.start + (number - 1) * self._bars:
            return ["kept"] * len(loop.parts)
        rng = np.random.default_rng([state.scene.seed, _EVOLVING, state.turn, loop.start, number])
        drawn = [str(rng.choice(_DRAWN, p=_CHANCES[part.role])) for part in loop.parts]
        ways = []
        for part, way in zip(loop.parts, drawn, strict=True):
            asked = state.scene.ways.get(part.role, "free")
            if asked not in ("free", "silent"):
                way = asked
            elif way == "silent" and (len(loop.parts) < 3 or "silent" in ways):
                way = "kept"
            ways.append(way)
        return ways

    def _next(self, loop: Loop, index: int, part: LoopPart, way: str, state: JamState, number: int) -> LoopPart:
        """Return a part in the next round."""
        if way == "silent":
            return replace(part, silent=True)
        if way == "kept":
            return replace(part, silent=False)
        version = part.version + 1
        composed = self._version(loop, index, part, state, version)
        if way == "new":
            return replace(part, silent=False, bars=composed, version=version)
        rng = np.random.default_rng([state.scene.seed, _VARYING, state.turn, loop.start, number, index])
        changed = rng.random(self._bars) < state.scene.vary
        changed[-1] = True  # the end of a phrase leads on
        bars = tuple(new if is_new else old for old, new, is_new in zip(part.bars, composed, changed, strict=True))
        return replace(part, silent=False, bars=bars, version=version)

    def _version(
        self, loop: Loop, index: int, part: LoopPart, state: JamState, version: int
    ) -> tuple[tuple[Note, ...], ...]:
        """Return the bars of another version of a part over the chords of the loop."""
        sequence = np.random.SeedSequence([state.scene.seed, _PARTS, state.turn, loop.start, index, version])
        seed = int(sequence.generate_state(1)[0])
        composed = _composed(loop.spec, seed, self._bars).parts
        if index < len(composed):
            return self._sliced(composed[index].notes)
        return self._sliced(self._added(loop, part.role, part.instrument, seed).notes)

    def _complete(self, loop: Loop, state: JamState) -> Loop:
        """Return a loop with parts that were switched on and that the prompt does not name."""
        there = {part.role for part in loop.parts}
        for role, way in state.scene.ways.items():
            if way == "silent" or role in there:
                continue
            added = self._added(loop, role, "", state.scene.seed)
            part = LoopPart(role, added.instrument, added.sound, self._sliced(added.notes))
            loop = replace(loop, parts=(*loop.parts, part), words=(*loop.words, _words(added)))
        return loop

    def _added(self, loop: Loop, role: str, instrument: str, seed: int) -> Part:
        """Return a part that is composed to the others."""
        chords = tuple(
            replace(chord, start=chord.start + bar * self.beats_per_bar)
            for bar in range(self._bars)
            for chord in self._chords(loop, bar)
        )
        score = Score(self.tempo, self.beats_per_bar, self.key, self._bars, chords)
        groove = loop.spec.groove if role == "drums" and loop.spec.drums else ""
        return compose_part(score, role, instrument=instrument, groove=groove, seed=seed).part

    # Notes and chords

    def _read(self, scene: Scene, setting: Setting) -> Reading:
        words, negative = plain_words(scene.prompt), plain_words(scene.negative)
        return read_words(words, negative=negative, seed=scene.seed, setting=setting)

    def _sliced(self, notes: Sequence[Note]) -> tuple[tuple[Note, ...], ...]:
        """Return the notes that begin in each bar of the loop."""
        bars: list[list[Note]] = [[] for _ in range(self._bars)]
        for note in notes:
            number = min(int(note.start // self.beats_per_bar), self._bars - 1)
            bars[number].append(replace(note, start=note.start - number * self.beats_per_bar))
        return tuple(map(tuple, bars))

    def _progression(self, score: Score) -> Progression:
        """Return the chords of each bar of a score."""
        edges = [number * self.beats_per_bar for number in range(self._bars + 1)]
        return tuple(
            tuple(chord.pitch_classes for chord in score.chords if start <= chord.start < stop)
            for start, stop in pairwise(edges)
        )

    def _chords(self, loop: Loop, position: int) -> tuple[Chord, ...]:
        chords = loop.spec.chords[position % len(loop.spec.chords)]
        return tuple(Chord(n * self.beats_per_bar / len(chords), chord) for n, chord in enumerate(chords))

    def _filled(self, notes: Sequence[Note], state: JamState, bar: int) -> list[Note]:
        """Return the drums of a bar whose last quarter is a fill."""
        start = self.beats_per_bar * 0.75
        rng = np.random.default_rng([state.scene.seed, _FILL, bar])
        before = [note for note in notes if note.start < start or note.pitch == DrumPiece.KICK]
        return [*before, *drum_fill(start, self.beats_per_bar - start, rng)]


def _words(part: Part) -> str:
    """Return the words of a part that the prompt does not name."""
    if part.role == "drums":
        return "drums"
    return f"{instrument_name(part.instrument, part.sound)} {'bass line' if part.role == 'bass' else part.role}"


def noise_seed(seed: int, turn: int) -> int:
    """Return the seed of the music after a number of requests for something else."""
    return seed if turn == 0 else int(np.random.SeedSequence([seed, turn]).generate_state(1)[0])


def stems_of(roles: Sequence[str], count: int) -> tuple[tuple[str, ...], ...]:
    """Return the roles of each stem: all together for one, or the first ones alone and the rest together.

    Parameters
    ----------
    roles : sequence of str
        Roles of the parts that are on.
    count : int
        Stems at most, 1 to 4.
    """
    ordered = [role for role in JAM_ROLES if role in roles]
    alone, rest = ordered[: count - 1], ordered[count - 1 :]
    return (*((role,) for role in alone), *((tuple(rest),) if rest else ()))


def on_in(roles: Sequence[str], state: JamState) -> list[str]:
    """Return those of the roles of a loop that are on, silent in this round or not."""
    return [role for role in roles if state.scene.ways.get(role) != "silent"]


def together_in(roles: Sequence[str], state: JamState) -> set[str]:
    """Return those of the roles of a loop that are rendered together with others."""
    stems = stems_of(on_in(roles, state), state.stems)
    return {role for stem in stems if len(stem) > 1 for role in stem}


def with_roles(score: Score, roles: Collection[str]) -> Score:
    """Return a bar with the parts of some roles only."""
    return replace(score, parts=tuple(part for part in score.parts if part.role in roles))


def joined_bars(bars: Sequence[Score]) -> Score:
    """Return the score of consecutive bars."""
    first = bars[0]
    notes: dict[tuple[str, str, int | str], list[Note]] = {}
    chords: list[Chord] = []
    for number, bar in enumerate(bars):
        beats = float(number * first.beats_per_bar)
        chords += [replace(chord, start=chord.start + beats) for chord in bar.chords]
        for part in bar.parts:
            key = part.role, part.instrument, part.sound
            notes.setdefault(key, []).extend(replace(note, start=note.start + beats) for note in part.notes)
    parts = tuple(Part(*key, by_start(part_notes)) for key, part_notes in notes.items())
    return replace(first, bars=len(bars), chords=tuple(chords), parts=parts)


def _at_level(notes: Sequence[Note], db: float) -> Sequence[Note]:
    if not db:
        return notes
    gain = 10 ** (db / 40)
    return [replace(note, velocity=min(127, max(1, round(note.velocity * gain)))) for note in notes]


@lru_cache(maxsize=64)
def _composed(spec: RiffSpec, seed: int, bars: int) -> Score:
    return compose_riff(spec, seed, bars)
