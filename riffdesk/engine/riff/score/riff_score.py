"""The score of a riff: the one in its recipe, or one composed from its prompts. No torch.

Each keyframe's words become a spec, together with the recipe's tempo, meter and key where the prompt names none, and
the keyframe's chords. The keyframe's seed draws the rest. Each bar is composed from the nearest keyframe of the
timeline, so that a walk becomes a score that changes at bar lines. The same recipe gives the same score, and the score
of a longer riff begins like that of a shorter one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from riffdesk.compose.chords import chords_of
from riffdesk.compose.composition import SpecChange, compose_walk
from riffdesk.compose.harmony import key_named
from riffdesk.compose.riff_spec import RiffSpec
from riffdesk.compose.score import MAX_SECONDS, MAX_TEMPO, Score
from riffdesk.compose.score_text import score_of_text, text_of
from riffdesk.compose.words.frame import Setting
from riffdesk.compose.words.spec_of_words import Reading, read_words
from riffdesk.diffusion.prompt.syntax import BREAK, parse_prompt
from riffdesk.engine.prompt_marks import with_word_changes
from riffdesk.language import mark, plural
from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe, Walk

_KeyframeContent = tuple[str, str, int, str]  # prompt, negative prompt, seed and chords


@dataclass(frozen=True)
class RiffScore:
    """The score of a riff, and its position in time.

    Parameters
    ----------
    score : Score
    period : float
        Beats after which it repeats.
    downbeat : float
        Time of its first bar, in seconds of the riff.
    before : bool
        Whether it also repeats before the first bar.
    specs : dict
        Spec of each keyframe, by its content; empty for a score in the recipe.
    """

    score: Score
    period: float
    downbeat: float
    before: bool
    specs: dict[_KeyframeContent, RiffSpec]

    @property
    def tempo(self) -> float:
        """Beats per minute."""
        return self.score.tempo

    def key_at(self, keyframe: Keyframe) -> str:
        """Return the name of the key of a keyframe's music."""
        spec = self.spec_at(keyframe)
        return (self.score.key if spec is None else spec.key).name

    def spec_at(self, keyframe: Keyframe) -> RiffSpec | None:
        """Return the spec of a keyframe; None for a score in the recipe."""
        return self.specs.get(_content_of(keyframe))

    def between(self, start: float, stop: float) -> Score:
        """Return the score between two times of the riff in seconds, in beats from the first."""
        first, last = ((seconds - self.downbeat) * self.tempo / 60 for seconds in (start, stop))
        return self.score.repeated(first, last, self.period, before=self.before)

    def first(self, bars: int) -> Score:
        """Return so many bars from its beginning, in which a shorter score repeats."""
        if bars <= self.score.bars:
            return self.score.first(bars)
        beats = bars * self.score.beats_per_bar
        return replace(self.score.repeated(0, beats, self.period, before=False), bars=bars).first(bars)

    def until(self, seconds: float) -> Score:
        """Return the score from its beginning to the bar line at or after a time in seconds."""
        return self.first(max(1, math.ceil(seconds * self.tempo / 60 / self.score.beats_per_bar - 1e-6)))


def riff_score(recipe: Recipe, *, downbeat: float = 0.0, beyond: float = 0.0) -> RiffScore:
    """Return the score of a riff.

    Parameters
    ----------
    recipe : Recipe
    downbeat : float
        Time of bar 1 in seconds.
    beyond : float
        Seconds of music after the riff's end; a loop repeats instead.

    Raises
    ------
    UserError
        If the recipe's score is damaged, or its chords are invalid, with their names.
    """
    if recipe.score:
        score = score_of_text(recipe.score)
        return _with_period(recipe, score, score.beats, downbeat, {})
    composing = _Composition(recipe, downbeat)
    score = composing.score(recipe.seconds + (0.0 if recipe.circular else beyond))
    specs = {content: reading.spec for content, reading in composing.readings.items()}
    return _with_period(recipe, score, score.beats, downbeat, specs)


def understood(recipe: Recipe, source: str = mark("as in the sketch")) -> tuple[str, ...]:
    """Return sentences for the user on the interpretation of the first prompt, and the random choices of the seed.

    Parameters
    ----------
    recipe : Recipe
    source : str
        Origin of its tempo, meter and key, for the sentences.

    Raises
    ------
    UserError
        As `riff_score` does.
    """
    if recipe.score:
        score = score_of_text(recipe.score)
        parts = ", ".join(dict.fromkeys(part.instrument for part in score.parts))
        return (
            plural(
                score.bars,
                "Plays a given score: {parts}; {count} bar at {tempo:g} bpm.",
                "Plays a given score: {parts}; {count} bars at {tempo:g} bpm.",
                parts=parts,
                tempo=score.tempo,
            ),
        )
    return _Composition(recipe, 0.0, source).first.understood


def score_for_file(recipe: Recipe, bars: int | None = None) -> Score:
    """Return the score of a riff, from its beginning to the bar line at or after its end.

    Parameters
    ----------
    recipe : Recipe
    bars : int, optional
        Length in bars, instead of the recipe's.

    Raises
    ------
    UserError
        As `riff_score` does.
    """
    played = riff_score(recipe)
    if bars is None:
        return played.until(recipe.seconds)
    seconds = bars * played.score.beats_per_bar * 60 / played.tempo
    return riff_score(replace(recipe, seconds=seconds)).first(bars)


def carried_score(recipe: Recipe, played: RiffScore | None = None) -> str:
    """Return the text of a riff's score, for the recipe of a riff that is made from a part of it.

    Parameters
    ----------
    recipe : Recipe
    played : RiffScore, optional
        The recipe's, where it is known already.

    Raises
    ------
    UserError
        As `riff_score` does.
    """
    return recipe.score or text_of((played or riff_score(recipe)).until(recipe.seconds))


def with_given_score(recipe: Recipe, text: str) -> Recipe:
    """Return a recipe that plays the notes of a text: at the recipe's tempo if that is set and used, in their key.

    Raises
    ------
    UserError
        If it is no text of a score.
    """
    tempo = recipe.tempo if recipe.in_time and recipe.tempo else None
    text, tempo, key = _at_tempo(text, tempo)
    return replace(recipe, score=text, tempo=tempo, key=key, in_time=True)


@lru_cache(maxsize=4)
def _at_tempo(text: str, tempo: float | None) -> tuple[str, float, str]:
    """Return the text, tempo and key of a score at a tempo, its own by default; a score that is too long is cut."""
    score = score_of_text(text)
    key = score.key.name
    if tempo is None or tempo == score.tempo:
        return text, score.tempo, key
    most = max(1, int(MAX_SECONDS * tempo / 60 / score.beats_per_bar))
    return text_of(replace(score, tempo=tempo).first(min(score.bars, most))), tempo, key


def plain_words(prompt: str) -> str:
    """Return a prompt without its marks, and without parts of weight 0 or less."""
    return "".join(", " if text == BREAK else text for text, weight in parse_prompt(prompt) if weight > 0)


def _with_period(
    recipe: Recipe, score: Score, period: float, downbeat: float, specs: dict[_KeyframeContent, RiffSpec]
) -> RiffScore:
    """Return a score with its period, which is the length of a loop."""
    loop = recipe.seconds * score.tempo / 60
    if not recipe.circular:
        return RiffScore(score, period, downbeat, downbeat > 0, specs)
    if period < loop - 1e-6:  # repeated to fill the loop
        repeats = math.ceil(loop / period - 1e-6)
        score = replace(score.repeated(0, loop, period, before=False), bars=repeats * score.bars)
        score = score.first(score.bars)
    return RiffScore(score, loop, downbeat, True, specs)


@dataclass(frozen=True)
class _Composition:
    """Composition of the specs of a recipe."""

    recipe: Recipe
    downbeat: float
    source: str = mark("as in the sketch")

    def score(self, seconds: float) -> Score:
        """Return the score up to a time of the riff in seconds, in whole bars."""
        spec = self.first.spec
        bar = 60 * spec.beats_per_bar / spec.tempo
        bars = max(1, math.ceil((seconds - self.downbeat) / bar - 1e-6))
        # A walk has the tempo and meter of its beginning throughout.
        tempo, beats = spec.tempo, spec.beats_per_bar
        changes = [
            replace(change, spec=replace(change.spec, tempo=tempo, beats_per_bar=beats))
            for change in self._changes(bars, bar)
        ]
        return compose_walk(changes, bars)

    @cached_property
    def readings(self) -> dict[_KeyframeContent, Reading]:
        """Reading of each keyframe by its content."""
        return {_content_of(keyframe): self._reading(keyframe) for keyframe in with_word_changes(self.recipe)}

    @cached_property
    def first(self) -> Reading:
        """Reading of the beginning; a loop without a given tempo gets one at which it has whole bars."""
        walk, recipe = self._walk, self.recipe
        keyframe = walk.at(self.downbeat).start
        reading = self.readings[_content_of(keyframe)]
        setting = self._setting(keyframe)
        if not recipe.circular or setting.tempo:
            return reading
        spec = reading.spec
        bar = 60 * spec.beats_per_bar / spec.tempo
        tempo = max(1, round(recipe.seconds / bar)) * spec.beats_per_bar * 60 / recipe.seconds
        return self._reading(keyframe, tempo) if 20 <= tempo <= MAX_TEMPO else reading

    @cached_property
    def _walk(self) -> Walk:
        return Walk(with_word_changes(self.recipe), self.recipe.seconds if self.recipe.circular else None)

    def _changes(self, bars: int, bar: float) -> Iterator[SpecChange]:
        """Yield the bars at which the spec changes, with the new spec."""
        previous: _KeyframeContent | None = None
        for number in range(bars):
            position = self._walk.at(self.downbeat + (number + 0.5) * bar)
            content = _content_of(position.start if position.alpha < 0.5 else position.end)
            if content != previous:
                yield SpecChange(number, self.readings[content].spec, content[2])
            previous = content

    def _reading(self, keyframe: Keyframe, tempo: float | None = None) -> Reading:
        setting = self._setting(keyframe)
        if tempo:
            setting = replace(setting, tempo=tempo)
        words, negative = plain_words(keyframe.prompt), plain_words(keyframe.negative)
        return read_words(words, negative=negative, seed=keyframe.seed, setting=setting)

    def _setting(self, keyframe: Keyframe) -> Setting:
        """Return tempo, meter, key and chords of a keyframe, from its words, its chords and the recipe."""
        recipe = self.recipe
        prompt_tempo, prompt_key = tempo_in(keyframe.prompt), key_in(keyframe.prompt)
        in_time, has_tempo = recipe.in_time, recipe.in_time and recipe.tempo > 0
        return Setting(
            prompt_tempo or (recipe.tempo if has_tempo else None),
            recipe.beats_per_bar
            if has_tempo and recipe.beats_per_bar != 4
            else None,  # four is the default and not reported
            key_named(prompt_key or (recipe.key if in_time else "")),
            chords_of(keyframe.chords),
            frozenset(name for name, value in (("tempo", prompt_tempo), ("key", prompt_key)) if value),
            source=self.source,
        )


def _content_of(keyframe: Keyframe) -> _KeyframeContent:
    return keyframe.prompt, keyframe.negative, keyframe.seed, keyframe.chords
