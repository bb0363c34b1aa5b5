"""The music of a sketch: tempo, key, chords and parts, for a part that is added to it.

They are known exactly for layers that were played from notes. Without such layers, they are estimated from the ink of
the audible ones.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.accompaniment.added_part import harmony_of
from riffdesk.compose.chords import MAX_BARS, MAX_CHORDS_PER_BAR, Progression, chords_of, text_of_chords
from riffdesk.compose.harmony import Harmony, Key, key_named, progression
from riffdesk.compose.score import Chord, Part, Score, by_start
from riffdesk.compose.words.spec_of_words import read_words
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.mel import mean_ink
from riffdesk.dsp.mix import stem
from riffdesk.engine.riff.score.parts import LOUDNESS
from riffdesk.engine.riff.score.played_score import is_played
from riffdesk.engine.riff.score.riff_score import RiffScore, plain_words, riff_score
from riffdesk.engine.riff.score.tempo_key_estimate import chords_of_notes, estimate, onset_strength, tempo_of_onsets
from riffdesk.errors import UserError
from riffdesk.language import all_of, plural, tr
from riffdesk.models.registry import describe, find_model
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import audible_layers, mixed_ink, tracks
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.music.tempo import check_tempo
from riffdesk.sketch.state import State

_SAME_TEMPO = 0.02  # relative difference to the sketch's tempo, its half or its double
_MAX_LEVEL_DB = 12.0
_EXACT = 1e-3


@dataclass(frozen=True)
class SketchMusic:
    """The music of a sketch.

    Parameters
    ----------
    tempo : float
        Beats per minute.
    beats_per_bar : int
    key : Key
    chords : Progression
        Of each bar from the first bar line on.
    downbeat : float
        Time of the first bar line in seconds, less than a bar.
    seconds : float
        Length of the sketch.
    circular : bool
        Whether it is a loop.
    parts : tuple of Part
        Its known notes, in beats from the first bar line.
    groove : str
        Of its drums, if that is known.
    level_db : float
        Its level relative to the sum of parts at `LOUDNESS`.
    source : str
        A sentence for the user on the source of these values.
    """

    tempo: float
    beats_per_bar: int
    key: Key
    chords: Progression
    downbeat: float
    seconds: float
    circular: bool
    parts: tuple[Part, ...] = ()
    groove: str = ""
    level_db: float = 0.0
    source: str = ""

    @property
    def chords_text(self) -> str:
        """The chords, as `riffdesk.compose.chords` writes them."""
        return text_of_chords(self.chords, self.key)

    @property
    def score(self) -> Score:
        """Score of the known parts with the chords, from the first bar line to the end of the sketch."""
        beats = (self.seconds - self.downbeat) * self.tempo / 60
        bars = max(1, math.ceil(beats / self.beats_per_bar - _EXACT))
        chords = []
        for bar in range(bars):
            shares = self.chords[bar % len(self.chords)]
            starts = [(bar + number / len(shares)) * self.beats_per_bar for number in range(len(shares))]
            chords += [Chord(start, chord) for start, chord in zip(starts, shares, strict=True)]
        return Score(self.tempo, self.beats_per_bar, self.key, bars, tuple(chords), self.parts)

    def corrected(
        self, *, tempo: float | None = None, key: str | None = None, chords: str | None = None
    ) -> SketchMusic:
        """Return the music with values that the user has corrected; None and '' leave a value unchanged.

        Raises
        ------
        UserError
            If a value is out of range, or no key, or no chords.
        """
        music = self
        if tempo is not None and abs(tempo - self.tempo) > _EXACT:
            check_tempo(tempo)
            ratio = tempo / self.tempo
            parts = tuple(
                replace(
                    part, notes=tuple(replace(n, start=n.start * ratio, length=n.length * ratio) for n in part.notes)
                )
                for part in self.parts
            )
            bar = 60 * self.beats_per_bar / tempo
            music = replace(music, tempo=float(tempo), parts=parts, downbeat=self.downbeat % bar)
        if key:
            music = replace(music, key=key_named(key_of(key)) or self.key)
        if chords:
            music = replace(music, chords=chords_of(chords) or self.chords)
        return music


@dataclass(frozen=True, eq=False)
class MusicRequest:
    """Request for the music of a document."""

    document: State


def music_of(
    request: MusicRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> SketchMusic:
    """Return the music of the audible layers of a document.

    Raises
    ------
    UserError
        If no layer is audible.
    Cancelled
        If ``cancel`` was set.
    """
    state = request.document
    sources = [layer for layer in audible_layers(state) if not layer.tiles.is_silent]
    if not sources:
        raise UserError(tr("There is nothing to add a part to: make a riff, draw something, or open a sound."))
    on_step(Step(0, 2, tr("Listening")))
    played = [(layer, score) for layer in sources if (score := _score_of(layer, state)) is not None]
    music = _music_of_scores(state, played) if played else _music_of_ink(state, sources)
    check(cancel)
    on_step(Step(1, 2, tr("Listening")))
    known = {layer.id for layer, _ in played} or {layer.id for layer in sources}
    return replace(music, level_db=_level(state, known, music.parts))


def _score_of(layer: Layer, state: State) -> RiffScore | None:
    """Return the score that a layer was played from; None if it was not played from notes, or they are not known."""
    recipe = layer.recipe
    if recipe is None:
        return None
    try:
        takes_score = not recipe.score and describe(find_model(recipe.model)).takes_score
        if not is_played(recipe, takes_score=takes_score):
            return None
        return riff_score(recipe, beyond=max(0.0, _seconds(state) - recipe.seconds))
    except UserError:  # its model is missing, or its notes are damaged
        return None


def _music_of_scores(state: State, played: Sequence[tuple[Layer, RiffScore]]) -> SketchMusic:
    """Return the music of layers with scores: that of the active one, or the uppermost, and of those in its time."""
    leading = next((one for one in played if one[0].id == state.active), played[-1])
    score = leading[1].score
    together = [
        one
        for one in played
        if abs(one[1].tempo - score.tempo) < _EXACT and one[1].score.beats_per_bar == score.beats_per_bar
    ]
    # A score whose first chord is later has its first bar line there.
    first = score.chords[0].start % score.beats_per_bar if score.chords else 0.0
    seconds = _seconds(state)
    parts = tuple(
        replace(
            part, notes=by_start(replace(n, start=n.start - first) for n in part.notes if n.start >= first - _EXACT)
        )
        for _, one in together
        for part in one.between(0.0, seconds).parts
    )
    parts = tuple(part for part in parts if part.notes)
    bars = max(1, math.ceil((seconds * score.tempo / 60 - first) / score.beats_per_bar - _EXACT))
    music = SketchMusic(
        tempo=score.tempo,
        beats_per_bar=score.beats_per_bar,
        key=score.key,
        chords=(),
        downbeat=first * 60 / score.tempo,
        seconds=seconds,
        circular=state.circular,
        parts=parts,
        groove=next((groove for layer, one in together if (groove := _groove(layer, one))), ""),
        source=tr("From the notes of {names}.", names=_names([layer for layer, _ in together])),
    )
    if score.chords:
        shifted = replace(score, chords=tuple(Chord(round(c.start - first, 6), c.pitch_classes) for c in score.chords))
        return replace(music, chords=_progression(shifted, leading[1].period, bars))
    chords = chords_of_notes(parts, bars, score.beats_per_bar, score.key)
    return replace(music, chords=chords or drawn_chords(score.key))


def _music_of_ink(state: State, sources: Sequence[Layer]) -> SketchMusic:
    """Return the music estimated from the ink of the audible layers; the sketch's tempo and key have priority."""
    ink, params = mixed_ink(state), state.params.mono()
    ink = mean_ink(ink, params) if ink.ndim == 3 else ink
    known_key = key_named(state.key)
    tempo = _tempo(tempo_of_onsets(onset_strength(ink, params), params), state.tempo)
    found = estimate(ink, params, state.beats_per_bar, tempo=tempo, key=known_key)
    return SketchMusic(
        tempo=tempo,
        beats_per_bar=state.beats_per_bar,
        key=found.key,
        chords=found.chords[:MAX_BARS] or drawn_chords(found.key),
        downbeat=found.downbeat,
        seconds=_seconds(state),
        circular=state.circular,
        source=tr("Estimated from the sound of {names}: correct any mistakes.", names=_names(sources)),
    )


def drawn_chords(key: Key, seed: int = 0) -> Progression:
    """Return four bars of chords for music without any."""
    degrees = progression(key, 4, np.random.default_rng(seed))
    return tuple((key.chord(degree),) for degree in degrees)


def _tempo(estimated: float, tempo: float) -> float:
    """Return the sketch's tempo if it, its half or its double was estimated, or nothing; else the estimated one."""
    ratios = (1.0, 2.0, 0.5)
    agrees = any(abs(estimated * ratio / tempo - 1) < _SAME_TEMPO for ratio in ratios)
    return tempo if agrees or not estimated else estimated


def _progression(score: Score, period: float, bars: int) -> Progression:
    """Return the chords of each bar of a score that repeats after some beats."""
    period_bars = max(1, round(period / score.beats_per_bar))
    harmony = harmony_of(score, 0, min(period_bars, bars, MAX_BARS))
    return tuple(_bar(harmony, bar) for bar in range(len(harmony.bars)))


def _bar(harmony: Harmony, bar: int) -> tuple[tuple[int, ...], ...]:
    return tuple(chord.notes for chord in harmony.bars[bar])[:MAX_CHORDS_PER_BAR]


def _groove(layer: Layer, played: RiffScore) -> str:
    """Return the groove of a layer's drums, as its words have it; '' without drums."""
    if not any(part.role == "drums" for part in played.score.parts) or layer.recipe is None:
        return ""
    keyframe = layer.recipe.keyframes[0]
    spec = played.spec_at(keyframe)
    if spec is None:
        spec = read_words(plain_words(keyframe.prompt), seed=keyframe.seed).spec
    return spec.groove if spec.drums else ""


def _level(state: State, layer_ids: Collection[str], parts: Sequence[Part]) -> float:
    """Return the level of layers relative to parts of their roles; bass, drums and chords for unknown roles."""
    sounds = [track for track in tracks(state) if track.key in layer_ids]
    if not sounds:
        return 0.0
    mix: Array = np.sum([stem(track, state.samples) for track in sounds], axis=0, dtype=np.float32)
    # Parts are one channel each, which is measured as such.
    there = loudness(mix.mean(axis=0, keepdims=True), state.params.sample_rate)
    roles = {part.role for part in parts} or {"bass", "drums", "chords"}
    expected = 10 * math.log10(sum(10 ** (LOUDNESS[role] / 10) for role in roles))
    return float(np.clip(there - expected, -_MAX_LEVEL_DB, _MAX_LEVEL_DB)) if math.isfinite(there) else 0.0


def _names(layers: Sequence[Layer]) -> str:
    names = [layer.name for layer in layers]
    if len(names) > 3:
        return plural(len(names), "{count} layer", "{count} layers")
    return all_of(names)


def _seconds(state: State) -> float:
    return state.samples / state.params.sample_rate
