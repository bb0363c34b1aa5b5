"""What a riff is asked for in the window: the sketch's keyframes, the panel's settings, and a recipe back into both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from riffdesk.arrays import Array
from riffdesk.compose.score_text import text_of
from riffdesk.diffusion.schedulers import DEFAULT_SCHEDULER, SCHEDULERS
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.layer_score import score_from_start
from riffdesk.engine.riff.score.played_score import guide_for, is_played
from riffdesk.engine.riff.score.riff_score import carried_score, with_given_score
from riffdesk.engine.riff.score.score_files import GivenScore
from riffdesk.engine.seed_images import GUIDE, WORDS_ALONE
from riffdesk.sketch.changes import with_render
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.length import of_length, of_tempo
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import MAX_NAME, RenderSettings
from riffdesk.sketch.recipe.timeline import with_drawn_seeds
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import MAX_SECONDS, State
from riffdesk.store.image.image_file import ImageInk, ImageRequest, read_image
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.chosen_model import ChosenModel
from riffdesk.ui.worker import Worker

_NAME_LENGTH = 28


class RenderRequests(QObject):
    """Asks for riffs as the window says, and sets the window as a recipe says.

    Parameters
    ----------
    worker : Worker
        Reads the rhythms.
    starts : dict of str to Path
        The rhythms that a riff can start from: spectrogram images by key.
    """

    def __init__(
        self,
        sketch: Sketch,
        worker: Worker,
        notice: Notice,
        starts: dict[str, Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sketch, self._worker, self._notice = sketch, worker, notice
        self.starts = starts
        self.model = ChosenModel(sketch)

    @property
    def start(self) -> str:
        """What new riffs start from: a rhythm, a composed guide, or '' for words alone.

        Where nobody has chosen, it is a guide for models that do best with one, and for chords that no other way hears.
        """
        start = self._sketch.render.start
        if self._sketch.render.score:
            return "" if self.model.takes_score else GUIDE
        if start in self.starts or start == GUIDE:
            return start
        if start == WORDS_ALONE or self.model.takes_score:
            return ""
        chords = any(one.chords.strip() for one in self._sketch.state.keyframes)
        return GUIDE if chords or self.model.prefers_guide else ""

    @property
    def composes(self) -> bool:
        """Whether notes are composed for a new riff."""
        if self._sketch.render.score:
            return False
        return self.start == GUIDE or (not self.start and self.model.takes_score)

    def new_riff(self, seconds: float | None = None) -> Recipe:
        """Return the recipe of a new riff, by default as long as the sketch asks; UserError if none can be made."""
        recipe = self.asked(self._sketch.riff_seconds if seconds is None else seconds, init=self.start)
        score = self._sketch.render.score
        return with_given_score(recipe, score) if score else recipe

    def was_played(self, layer: Layer) -> bool:
        """Return whether a layer was played from notes, which its recipe tells of."""
        recipe = layer.recipe
        return recipe is not None and is_played(recipe, takes_score=self.model.plays_notes(recipe.model))

    def with_score_of(self, layer: Layer, recipe: Recipe) -> Recipe:
        """Return the recipe of a part of a layer, with the notes that the layer was played from, if any."""
        if layer.recipe is None or not self.was_played(layer):
            return recipe
        if layer.delay:
            played = score_from_start(replace(layer, notes=""), self._sketch.params, played=True)
            return recipe if played is None else replace(recipe, score=text_of(played))
        return replace(recipe, score=carried_score(layer.recipe))

    def with_guide(self, recipe: Recipe, params: SpectrogramParams, go_on: Callable[[Array | None], object]) -> None:
        """Go on with the ink that a riff starts from: its rhythm or its guide, as soon as it is there, or None."""
        if recipe.init == GUIDE:
            request = RenderRequest(recipe, params)
            self._worker.submit(guide_for, request, "Composing the guide", go_on, self._notice.report)
        else:
            self.with_start(recipe.init, lambda start: go_on(None if start is None else start.ink))

    def take_score(self, given: GivenScore) -> None:
        """Have the next riffs play the notes of a file; an empty sketch takes their tempo, meter, key and length."""
        self._sketch.settle()
        state = self._sketch.state
        after = with_render(state, replace(state.render, score=given.text, score_name=given.name[:MAX_NAME]))
        if all(layer.tiles.is_silent for layer in state.layers):
            after = replace(of_tempo(after, given.tempo, given.beats_per_bar), key=key_of(given.key))
            samples = round(min(given.seconds, MAX_SECONDS) * state.params.sample_rate)
            after = of_length(after, max(samples, state.params.hop), circular=state.circular)
        self._sketch.take_step("Notes", after)
        bars = f"{given.bars} {'bar' if given.bars == 1 else 'bars'}"
        if given.tempo == after.tempo or not after.render.in_time:
            told = f"The next riff plays the notes of {given.name}: {bars} at {given.tempo:g} bpm."
        else:
            told = f"The next riff plays the notes of {given.name}: {bars}, at the tempo of the sketch."
        if given.notices:
            self._notice.warn(" ".join((told, *given.notices)))
        else:
            self._notice.tell(told)

    def asked(self, seconds: float, *, init: str = "", mask: str = "") -> Recipe:
        """Return the recipe of what is asked for now, with random seeds drawn; UserError if nothing can be made."""
        state, render = self._sketch.state, self._sketch.render
        return Recipe(
            model=render.model,
            keyframes=with_drawn_seeds(state.keyframes),
            seconds=seconds,
            steps=render.steps,
            scheduler=render.scheduler,
            circular=state.circular,
            init=init,
            mask=mask,
            loras=render.loras,
            quality=render.quality,
            clips=render.clips,
            tempo=state.tempo,
            beats_per_bar=state.beats_per_bar,
            key=state.key,
            in_time=render.in_time,
        )

    def with_start(self, name: str, go_on: Callable[[ImageInk | None], object]) -> None:
        """Go on with the ink of a rhythm, as soon as it is read; at once with None if it is none."""
        if name not in self.starts:
            go_on(None)
            return
        label = f"Reading {name}"
        self._worker.submit(read_image, ImageRequest(self.starts[name]), label, go_on, self._notice.report)

    def use_recipe(self) -> None:
        """Ask again for what made the active layer."""
        recipe = self._sketch.active_layer.recipe
        if recipe is None:
            self._notice.tell("This layer was not made from a prompt, so it has no recipe.")
        else:
            self.take_recipe(recipe)

    def take_recipe(self, recipe: Recipe) -> None:
        """Set prompt, seed and all else as a recipe says; one undo step."""
        state = self._sketch.state
        if recipe.circular and _same_length(recipe, state):
            state = of_length(state, state.samples, circular=True)
        elif recipe.circular and not state.circular:
            self._notice.tell(f"This riff is a seamless loop of {recipe.seconds:.2f} s, and the sketch is none.")
        render = replace(
            RenderSettings.of(recipe),
            scheduler=recipe.scheduler if recipe.scheduler in SCHEDULERS else DEFAULT_SCHEDULER,
            seconds=0.0 if _same_length(recipe, state) else min(recipe.seconds, MAX_SECONDS),
            start=recipe.init if recipe.init in (*self.starts, GUIDE) else "" if recipe.init else WORDS_ALONE,
        )
        after = replace(
            with_render(state, render),
            keyframes=recipe.keyframes,
            made_from=recipe.keyframes,
            tempo=recipe.tempo or state.tempo,
            beats_per_bar=recipe.beats_per_bar if recipe.tempo else state.beats_per_bar,
            key=recipe.key or state.key,
        )
        self._sketch.settle()
        self._sketch.take_step("Recipe", after)

    def found_recipe(self, recipe: Recipe, untouched: bool) -> None:
        """Take the recipe of an imported file where nothing else was asked for, or say that there is one."""
        if untouched:
            self.take_recipe(recipe)
        else:
            self._notice.tell("This riff brought its recipe along: Riff > Use the layer's recipe.")


def _same_length(recipe: Recipe, state: State) -> bool:
    """Return whether a riff is as long as a sketch, to the sample."""
    return RenderRequest(recipe, state.params).samples == state.samples


def name_of(recipe: Recipe) -> str:
    """Return what to call a riff: how its prompt begins, and its seed."""
    words, seed = words_of(recipe), recipe.keyframes[0].seed
    return f"{words} · {seed}" if words else f"Riff {seed}"


def words_of(recipe: Recipe) -> str:
    """Return how the prompt of a riff begins; '' if it is empty."""
    words = " ".join(recipe.keyframes[0].prompt.split())
    return words if len(words) <= _NAME_LENGTH else words[:_NAME_LENGTH].rsplit(" ", 1)[0] + "…"
