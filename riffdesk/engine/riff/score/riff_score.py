"""The score of a riff: the one that its recipe carries, or what is composed of its prompts. No torch.

The story: each keyframe's words become a spec, with what is settled beside them: the recipe's tempo, meter and key
where the prompt names none, and the keyframe's chords. What all of that leaves open, the keyframe's seed draws. The
timeline says which keyframe holds in each bar, the nearer one on the way between two; so a walk becomes a score that
changes at bar lines. The same recipe gives the same score, and a longer riff's begins as a shorter one's does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from riffdesk.compose.chords import chords_of
from riffdesk.compose.composition import Stop, compose_walk
from riffdesk.compose.riff_spec import RiffSpec
from riffdesk.compose.score import MOST_SECONDS, MOST_TEMPO, Score
from riffdesk.compose.score_text import score_of_text, text_of
from riffdesk.compose.words.frame import Setting
from riffdesk.compose.words.spec_of_words import Reading, key_named, read_words
from riffdesk.diffusion.prompt.syntax import BREAK, parse_prompt
from riffdesk.dsp.pitch import NAMES
from riffdesk.engine.prompt_marks import with_changes
from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe, Walk

_Asked = tuple[str, str, int, str]  # what of a keyframe a score depends on


@dataclass(frozen=True)
class RiffScore:
    """The score of a riff, and where it lies in time.

    Parameters
    ----------
    score : Score
    period : float
        Beats after which it begins again.
    downbeat : float
        Second of the riff at which its first bar begins.
    before : bool
        Whether it is played before that, too, as if it had begun long ago.
    specs : dict
        Spec of each keyframe's music, by what it asks for; empty where the score was given.
    """

    score: Score
    period: float
    downbeat: float
    before: bool
    specs: dict[_Asked, RiffSpec]

    @property
    def tempo(self) -> float:
        """Beats per minute."""
        return self.score.tempo

    def key_at(self, keyframe: Keyframe) -> str:
        """Return the name of the key that a keyframe's music is in."""
        spec = self.spec_at(keyframe)
        key = self.score.key if spec is None else spec.key
        return f"{NAMES[key.tonic]} {key.mode}"

    def spec_at(self, keyframe: Keyframe) -> RiffSpec | None:
        """Return what a keyframe's music was composed from; None if the score was given."""
        return self.specs.get(_asked(keyframe))

    def between(self, start: float, stop: float) -> Score:
        """Return what sounds between two seconds of the riff, in beats from the first."""
        first, last = ((seconds - self.downbeat) * self.tempo / 60 for seconds in (start, stop))
        return self.score.going_round(first, last, self.period, before=self.before)


def riff_score(recipe: Recipe, *, downbeat: float = 0.0, beyond: float = 0.0) -> RiffScore:
    """Return the score of a riff.

    Parameters
    ----------
    recipe : Recipe
    downbeat : float
        Second at which bar 1 begins.
    beyond : float
        Seconds for which the music goes on after the riff's end; a loop's begins again.

    Raises
    ------
    UserError
        If the score that the recipe carries is damaged, or chords of it are none; it names them.
    """
    if recipe.score:
        given = score_of_text(recipe.score)
        return _round(recipe, given, given.beats, downbeat, {})
    composing = _Composing(recipe, downbeat)
    score = composing.score(recipe.seconds + (0.0 if recipe.circular else beyond))
    specs = {asked: reading.spec for asked, reading in composing.readings.items()}
    return _round(recipe, score, score.beats, downbeat, specs)


def understood(recipe: Recipe, source: str = "as in the sketch") -> tuple[str, ...]:
    """Return sentences that say how the first prompt of a riff was understood, and what the seed has drawn.

    Parameters
    ----------
    recipe : Recipe
    source : str
        Where its tempo, meter and key come from.

    Raises
    ------
    UserError
        As `riff_score` does.
    """
    if recipe.score:
        given = score_of_text(recipe.score)
        parts = ", ".join(dict.fromkeys(part.instrument for part in given.parts))
        count = f"{given.bars} {'bar' if given.bars == 1 else 'bars'}"
        return (f"Plays a given score: {parts}; {count} at {given.tempo:g} bpm.",)
    return _Composing(recipe, 0.0, source).first.understood


def score_for_file(recipe: Recipe, bars: int | None = None) -> Score:
    """Return the score that a riff plays, from its beginning up to the bar line at or after its end.

    Parameters
    ----------
    recipe : Recipe
    bars : int, optional
        Length in its own bars, instead of the recipe's.

    Raises
    ------
    UserError
        As `riff_score` does.
    """
    played = riff_score(recipe)
    if bars is not None:
        seconds = bars * played.score.beats_per_bar * 60 / played.tempo
        played = riff_score(replace(recipe, seconds=seconds))
    bars = bars or max(1, math.ceil(recipe.seconds * played.tempo / 60 / played.score.beats_per_bar - 1e-6))
    if bars <= played.score.bars:
        return played.score.first(bars)
    beats = bars * played.score.beats_per_bar
    return replace(played.score.going_round(0, beats, played.period, before=False), bars=bars).first(bars)


def carried_score(recipe: Recipe) -> str:
    """Return the text of the score that a riff was played from, for the recipe of one that is made of a part of it.

    Raises
    ------
    UserError
        As `riff_score` does.
    """
    return recipe.score or text_of(score_for_file(recipe))


def with_given_score(recipe: Recipe, text: str) -> Recipe:
    """Return a recipe that plays the notes of a text: at the recipe's tempo if it has one that counts, in their key.

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
    """Return the text, the tempo and the key of a score at a tempo, its own by default; what is too long is cut."""
    score = score_of_text(text)
    key = f"{NAMES[score.key.tonic]} {score.key.mode}"
    if tempo is None or tempo == score.tempo:
        return text, score.tempo, key
    most = max(1, int(MOST_SECONDS * tempo / 60 / score.beats_per_bar))
    return text_of(replace(score, tempo=tempo).first(min(score.bars, most))), tempo, key


def plain_words(prompt: str) -> str:
    """Return a prompt without its marks, and without what has no weight."""
    return "".join(", " if text == BREAK else text for text, weight in parse_prompt(prompt) if weight > 0)


def _round(recipe: Recipe, score: Score, period: float, downbeat: float, specs: dict[_Asked, RiffSpec]) -> RiffScore:
    """Return a score with its period: that of a loop is the loop."""
    loop = recipe.seconds * score.tempo / 60
    if not recipe.circular:
        return RiffScore(score, period, downbeat, downbeat > 0, specs)
    if period < loop - 1e-6:  # as often as the loop has room for
        rounds = math.ceil(loop / period - 1e-6)
        score = replace(score.going_round(0, loop, period, before=False), bars=rounds * score.bars)
        score = score.first(score.bars)
    return RiffScore(score, loop, downbeat, True, specs)


@dataclass(frozen=True)
class _Composing:
    """The specs of a recipe, and what is composed of them."""

    recipe: Recipe
    downbeat: float
    source: str = "as in the sketch"

    def score(self, seconds: float) -> Score:
        """Return what is played up to some seconds of the riff, in whole bars."""
        spec = self.first.spec
        bar = 60 * spec.beats_per_bar / spec.tempo
        bars = max(1, math.ceil((seconds - self.downbeat) / bar - 1e-6))
        # All of a walk is in the tempo and meter that it begins with.
        tempo, beats = spec.tempo, spec.beats_per_bar
        stops = [
            replace(stop, spec=replace(stop.spec, tempo=tempo, beats_per_bar=beats)) for stop in self._stops(bars, bar)
        ]
        return compose_walk(stops, bars)

    @cached_property
    def readings(self) -> dict[_Asked, Reading]:
        """What each keyframe asks for."""
        return {_asked(one): self._read(one) for one in with_changes(self.recipe)}

    @cached_property
    def first(self) -> Reading:
        """What the beginning asks for; a loop whose tempo nobody has settled takes one of which it has whole bars."""
        walk, recipe = self._walk, self.recipe
        keyframe = walk.at(self.downbeat).start
        reading = self.readings[_asked(keyframe)]
        setting = self._setting(keyframe)
        if not recipe.circular or setting.tempo:
            return reading
        spec = reading.spec
        bar = 60 * spec.beats_per_bar / spec.tempo
        tempo = max(1, round(recipe.seconds / bar)) * spec.beats_per_bar * 60 / recipe.seconds
        return self._read(keyframe, tempo) if 20 <= tempo <= MOST_TEMPO else reading

    @cached_property
    def _walk(self) -> Walk:
        return Walk(with_changes(self.recipe), self.recipe.seconds if self.recipe.circular else None)

    def _stops(self, bars: int, bar: float) -> Iterator[Stop]:
        """Yield what is asked for from which bar on."""
        before: _Asked | None = None
        for number in range(bars):
            here = self._walk.at(self.downbeat + (number + 0.5) * bar)
            asked = _asked(here.start if here.alpha < 0.5 else here.end)
            if asked != before:
                yield Stop(number, self.readings[asked].spec, asked[2])
            before = asked

    def _read(self, keyframe: Keyframe, tempo: float | None = None) -> Reading:
        setting = self._setting(keyframe)
        if tempo:
            setting = replace(setting, tempo=tempo)
        words, negative = plain_words(keyframe.prompt), plain_words(keyframe.negative)
        return read_words(words, negative=negative, seed=keyframe.seed, setting=setting)

    def _setting(self, keyframe: Keyframe) -> Setting:
        """Return what is settled for a keyframe: by its words, its chords, and the recipe."""
        recipe = self.recipe
        own_tempo, own_key = tempo_in(keyframe.prompt), key_in(keyframe.prompt)
        in_time, timed = recipe.in_time, recipe.in_time and recipe.tempo > 0
        return Setting(
            own_tempo or (recipe.tempo if timed else None),
            recipe.beats_per_bar if timed and recipe.beats_per_bar != 4 else None,  # four is nothing to tell of
            key_named(own_key or (recipe.key if in_time else "")),
            chords_of(keyframe.chords),
            frozenset(what for what, told in (("tempo", own_tempo), ("key", own_key)) if told),
            source=self.source,
        )


def _asked(keyframe: Keyframe) -> _Asked:
    return keyframe.prompt, keyframe.negative, keyframe.seed, keyframe.chords
