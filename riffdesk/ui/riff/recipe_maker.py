"""Makes recipes of new riffs from the sketch and its render settings, and applies recipes to both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from riffdesk.arrays import Array
from riffdesk.compose.score_text import text_of
from riffdesk.diffusion.schedulers import DEFAULT_SCHEDULER, SCHEDULERS
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.seed_images import GUIDE, WORDS_ALONE
from riffdesk.language import all_of, plural, tr
from riffdesk.sketch.changes import with_render
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.length import of_length, of_tempo
from riffdesk.sketch.music.key import key_in, key_of
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.paint.originals import original_of
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import MAX_NAME, RenderSettings
from riffdesk.sketch.recipe.timeline import RANDOM_SEED, with_drawn_seeds
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import MAX_SECONDS, State, ink_channels
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.chosen_model import ChosenModel
from riffdesk.ui.riff.tempo_key_offer import difference_text
from riffdesk.ui.worker import Worker

if TYPE_CHECKING:
    from riffdesk.engine.riff.score.score_files import GivenScore
    from riffdesk.store.image.image_file import ImageInk

_NAME_LENGTH = 28


class RecipeMaker(QObject):
    """Makes recipes of the sketch's keyframes and render settings, and applies recipes to them.

    Parameters
    ----------
    worker : Worker
        Reads rhythms and composes guides.
    rhythms : dict of str to Path
        The rhythms that a riff can start from: spectrogram images by name.
    """

    def __init__(
        self,
        sketch: Sketch,
        worker: Worker,
        notice: Notice,
        rhythms: dict[str, Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sketch, self._worker, self._notice = sketch, worker, notice
        self.rhythms = rhythms
        self.model = ChosenModel(sketch)

    @property
    def start(self) -> str:
        """The start of new riffs: the name of a rhythm, GUIDE, or '' for words alone.

        If the user has not chosen one, it is a guide for models that prefer it, and for chords that would otherwise
        have no effect.
        """
        start = self._sketch.render.start
        if self._sketch.render.score:
            return "" if self.model.takes_score else GUIDE
        if start in self.rhythms or start == GUIDE:
            return start
        if start == WORDS_ALONE or self.model.takes_score:
            return ""
        chords = any(keyframe.chords.strip() for keyframe in self._sketch.state.keyframes)
        return GUIDE if chords or self.model.prefers_guide else ""

    @property
    def composes(self) -> bool:
        """Whether notes are composed for a new riff."""
        if self._sketch.render.score:
            return False
        return self.start == GUIDE or (not self.start and self.model.takes_score)

    def adopt_tempo_and_key(self) -> None:
        """Set the tempo and key of an empty sketch to those in the prompt; offer them for any other sketch."""
        state = self._sketch.state
        prompt = state.keyframes[0].prompt
        tempo, key = tempo_in(prompt) or state.tempo, key_in(prompt) or state.key
        if all(layer.tiles.is_silent for layer in state.layers):
            if not state.key:
                self._sketch.set_key(key)
            self._sketch.set_tempo(tempo)
            return
        asked = [f"{tempo:g} bpm"] if tempo != state.tempo else []
        asked += [key] if key != state.key else []
        if asked:
            wish = all_of(asked)
            self._notice.offer(
                difference_text(wish, state, tempo=tempo != state.tempo, key=key != state.key),
                (tr("Set the sketch to {wish}", wish=wish), lambda: self._set_tempo_and_key(tempo, key)),
            )

    def another_take(self, recipe: Recipe) -> Recipe:
        """Return the recipe of the next take: the given one, with another seed if its riff is audible already.

        The same seed would make the same riff once more. The sketch gets the new seed. A riff that was painted on is
        made again without the strokes.
        """
        layer, keyframe = self._sketch.active_layer, recipe.keyframes[0]
        if layer.takes is None or layer.recipe != recipe or original_of(self._sketch) != layer.tiles:
            return recipe
        (drawn,) = with_drawn_seeds((replace(keyframe, seed=RANDOM_SEED),))
        self._sketch.set_keyframes((drawn, *self._sketch.state.keyframes[1:]))
        self._notice.tell(
            tr(
                "The present take has seed {seed}: making another one, with seed {other}.",
                seed=keyframe.seed,
                other=drawn.seed,
            )
        )
        return replace(recipe, keyframes=(drawn, *recipe.keyframes[1:]))

    def _set_tempo_and_key(self, tempo: float, key: str) -> None:
        self._sketch.settle()
        state = self._sketch.state
        self._sketch.take_step(tr("Tempo and key"), replace(of_tempo(state, tempo, state.beats_per_bar), key=key))

    def new_riff(self, seconds: float | None = None) -> Recipe:
        """Return the recipe of a new riff; UserError if a setting is invalid.

        Parameters
        ----------
        seconds : float, optional
            Length; by default `Sketch.riff_seconds`.
        """
        from riffdesk.engine.riff.score.riff_score import with_given_score

        recipe = self.current_recipe(self._sketch.riff_seconds if seconds is None else seconds, init=self.start)
        score = self._sketch.render.score
        return with_given_score(recipe, score) if score else recipe

    def was_played(self, layer: Layer) -> bool:
        """Return whether a layer was rendered from notes, according to its recipe."""
        recipe = layer.recipe
        if recipe is None:
            return False
        from riffdesk.engine.riff.score.played_score import is_played

        return is_played(recipe, takes_score=self.model.plays_notes(recipe.model))

    def with_score_of(self, layer: Layer, recipe: Recipe) -> Recipe:
        """Return the recipe with the notes that a layer was rendered from, if any."""
        from riffdesk.engine.riff.score.riff_score import carried_score

        if layer.recipe is None or not self.was_played(layer):
            return recipe
        if layer.delay:
            from riffdesk.engine.riff.score.layer_score import score_from_start

            played = score_from_start(replace(layer, notes=""), self._sketch.params, played=True)
            return recipe if played is None else replace(recipe, score=text_of(played))
        return replace(recipe, score=carried_score(layer.recipe))

    def read_init(self, recipe: Recipe, params: SpectrogramParams, done: Callable[[Array | None], object]) -> None:
        """Read the rhythm or compose the guide of a recipe.

        Parameters
        ----------
        recipe : Recipe
        params : SpectrogramParams
        done : callable
            Called with the ink, float32 ``[bands, columns]`` or ``[2, bands, columns]``; None without an init.
        """
        from riffdesk.engine.riff.score.played_score import guide_for

        if recipe.init == GUIDE:
            request = RenderRequest(recipe, params)
            self._worker.submit(guide_for, request, tr("Composing the guide"), done, self._notice.report)
        else:
            self.read_rhythm(recipe.init, lambda rhythm: done(None if rhythm is None else rhythm.ink))

    def use_score(self, given: GivenScore) -> None:
        """Play the notes of a file in the next riffs; an empty sketch adopts their tempo, meter, key and length."""
        self._sketch.settle()
        state = self._sketch.state
        after = with_render(state, replace(state.render, score=given.text, score_name=given.name[:MAX_NAME]))
        if all(layer.tiles.is_silent for layer in state.layers):
            after = replace(of_tempo(after, given.tempo, given.beats_per_bar), key=key_of(given.key))
            samples = round(min(given.seconds, MAX_SECONDS) * state.params.sample_rate)
            after = of_length(after, max(samples, state.params.hop), circular=state.circular)
        self._sketch.take_step(tr("Notes"), after)
        bars = plural(given.bars, "{count} bar", "{count} bars")
        if given.tempo == after.tempo or not after.render.in_time:
            text = tr(
                "The next riff plays the notes of {name}: {bars} at {tempo:g} bpm.",
                name=given.name,
                bars=bars,
                tempo=given.tempo,
            )
        else:
            text = tr(
                "The next riff plays the notes of {name}: {bars}, at the tempo of the sketch.",
                name=given.name,
                bars=bars,
            )
        if given.notices:
            self._notice.warn(" ".join((text, *given.notices)))
        else:
            self._notice.tell(text)

    def current_recipe(self, seconds: float, *, init: str = "", mask: str = "") -> Recipe:
        """Return a recipe of the timeline and the render settings; UserError if one of them is invalid.

        Parameters
        ----------
        seconds : float
            Length.
        init, mask : str
            Names of the init and of the mask, as `Recipe` has them.

        Returns
        -------
        Recipe
            Random seeds are replaced by drawn ones.
        """
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

    def read_rhythm(self, name: str, done: Callable[[ImageInk | None], object]) -> None:
        """Read a rhythm and call a function with it; with None, at once, if there is no rhythm of this name."""
        from riffdesk.store.image.image_file import ImageRequest, read_image

        if name not in self.rhythms:
            done(None)
            return
        label = tr("Reading {name}", name=name)
        self._worker.submit(read_image, ImageRequest(self.rhythms[name]), label, done, self._notice.report)

    def use_recipe(self) -> None:
        """Apply the recipe of the active layer."""
        recipe = self._sketch.active_layer.recipe
        if recipe is None:
            self._notice.tell(tr("This layer was not made from a prompt, so it has no recipe."))
        else:
            self.apply_recipe(recipe)

    def apply_recipe(self, recipe: Recipe) -> None:
        """Set the timeline, render settings, tempo and key to those of a recipe; one undo step."""
        state = self._sketch.state
        if recipe.circular and _same_length(recipe, state):
            state = of_length(state, state.samples, circular=True)
        elif recipe.circular and not state.circular:
            self._notice.tell(
                tr(
                    "This riff is a seamless loop of {seconds:.2f} s, but the sketch is not a loop.",
                    seconds=recipe.seconds,
                )
            )
        render = replace(
            RenderSettings.of(recipe),
            scheduler=recipe.scheduler if recipe.scheduler in SCHEDULERS else DEFAULT_SCHEDULER,
            seconds=0.0 if _same_length(recipe, state) else min(recipe.seconds, MAX_SECONDS),
            start=recipe.init if recipe.init in (*self.rhythms, GUIDE) else "" if recipe.init else WORDS_ALONE,
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
        self._sketch.take_step(tr("Recipe"), after)

    def offer_recipe(self, recipe: Recipe, untouched: bool) -> None:
        """Apply the recipe of an imported file to an untouched sketch; for any other, tell the user that it has one."""
        if untouched:
            self.apply_recipe(recipe)
        else:
            self._notice.tell(tr("This file contains its recipe: Riff > Use the layer's recipe applies it."))


def _same_length(recipe: Recipe, state: State) -> bool:
    """Return whether a riff is as long as a sketch, to the sample."""
    return RenderRequest(recipe, state.params).samples == state.samples


def silent_layer(request: RenderRequest) -> Layer:
    """Return the layer of a riff before its first section: silent, or with the ink outside of its mask."""
    shape = (*ink_channels(request.params), request.params.bands, request.columns)
    ink, sound = Ink.silent(shape[:-1], shape[-1]), Sound()
    if request.mask is not None:
        ink = ink.replaced(0, np.broadcast_to(request.init, shape))  # type: ignore[arg-type]
        sound = Sound(None if request.audio is None else Waveform.of(request.audio))
    return Layer(ink, riff_name(request.recipe), recipe=request.recipe, sound=sound)


def riff_name(recipe: Recipe) -> str:
    """Return the name of a riff: the beginning of its prompt, and its seed."""
    prompt, seed = short_prompt(recipe), recipe.keyframes[0].seed
    return f"{prompt} · {seed}" if prompt else tr("Riff {seed}", seed=seed)


def short_prompt(recipe: Recipe) -> str:
    """Return the beginning of a riff's first prompt, cut between words to 28 characters; '' if it is empty."""
    prompt = " ".join(recipe.keyframes[0].prompt.split())
    return prompt if len(prompt) <= _NAME_LENGTH else prompt[:_NAME_LENGTH].rsplit(" ", 1)[0] + "…"
