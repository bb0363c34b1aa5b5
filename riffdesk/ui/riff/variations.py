"""Variations: riffs that differ in their seeds, of the prompt or near an existing riff."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import count, islice
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from riffdesk.arrays import Array
from riffdesk.engine.events import Ready, RenderResult
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.language import plural
from riffdesk.progress import Step
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import MAX_SEED, Keyframes
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.takes import used_seeds
from riffdesk.ui.riff.incoming_riffs import CLOSED, IncomingRiffs
from riffdesk.ui.riff.recipe_maker import RecipeMaker, riff_name, short_prompt
from riffdesk.ui.window_parts import WindowParts
from riffdesk.ui.worker import Job

if TYPE_CHECKING:
    from riffdesk.store.image.image_file import ImageInk

CLOSEST, FREEST = 0.3, 0.6
"""Denoising of the riffs near another one, from the first to the last of them."""


class Variations(QObject):
    """Requests variations from the render worker, which sends each as soon as it is ready.

    Parameters
    ----------
    parts : WindowParts
    recipe_maker : RecipeMaker
    incoming : IncomingRiffs
        Gets the used prompts.
    """

    started = Signal(object, str)
    """Variations were requested: their seeds, a tuple of int, and the name of the riff that they vary."""
    ready = Signal(int, object)
    """A variation is rendered: its index and its `RenderResult`."""
    ended = Signal()
    """The variations are finished, cancelled or failed."""

    def __init__(
        self,
        parts: WindowParts,
        recipe_maker: RecipeMaker,
        incoming: IncomingRiffs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sketch, self._worker = parts.sketch, parts.render_worker
        self._settings, self._notice = parts.settings, parts.notice
        self._recipe_maker, self._incoming = recipe_maker, incoming
        self._job: Job | None = None
        self._of: Keyframes = ()
        self._worker.stepped.connect(self._on_step)

    def make(self) -> None:
        """Render the riff of the timeline with several seeds."""
        with self._notice.reporting_errors():
            self._recipe_maker.adopt_tempo_and_key()
            recipe = self._recipe_maker.new_riff()
            keyframes = self._sketch.state.keyframes
            self._recipe_maker.read_rhythm(recipe.init, partial(self._make, recipe, keyframes))

    def _make(self, recipe: Recipe, keyframes: Keyframes, rhythm: ImageInk | None) -> None:
        request = RenderRequest(recipe, self._sketch.params, None if rhythm is None else rhythm.ink)
        seeds = _seeds_from(recipe.keyframes[0].seed, self._settings.variations, used_seeds(self._sketch.state, recipe))
        self._submit(VariationsRequest(request, seeds), keyframes, short_prompt(recipe))

    def make_near(self, recipe: Recipe, ink: Array, file: str) -> None:
        """Render riffs near one: they start from its ink, and have its notes and the seeds after its own.

        The denoising rises from `CLOSEST` for the first to `FREEST` for the last. The sketch is not changed.

        Parameters
        ----------
        recipe : Recipe
            Of the riff.
        ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
            Of the riff, with the sketch's parameters.
        file : str
            Name of the riff's file.
        """
        with self._notice.reporting_errors():
            from riffdesk.engine.riff.score.played_score import is_played
            from riffdesk.engine.riff.score.riff_score import carried_score

            played = is_played(recipe, takes_score=self._recipe_maker.model.plays_notes(recipe.model))
            near = replace(recipe, init=file, mask="", score=carried_score(recipe) if played else recipe.score)
            count = self._settings.variations
            seeds = _seeds_from((recipe.keyframes[0].seed + 1) % (MAX_SEED + 1), count, frozenset())
            denoisings = tuple(round(float(one), 3) for one in np.linspace(CLOSEST, FREEST, count))
            request = RenderRequest(near, self._sketch.params, ink)
            self._submit(VariationsRequest(request, seeds, denoisings), (), short_prompt(recipe))

    def _submit(self, request: VariationsRequest, keyframes: Keyframes, of: str) -> None:
        from riffdesk.engine.riff.render import render_variations

        self.cancel()
        self._of = keyframes
        self._incoming.requested.emit(request.request.recipe)
        seeds = request.seeds
        label = (
            plural(len(seeds), "{count} variation of {riff}", "{count} variations of {riff}", riff=of)
            if of
            else plural(len(seeds), "{count} variation", "{count} variations")
        )
        self._job = job = self._worker.submit(
            render_variations, request, label, lambda _: self._end(job), lambda error: self._fail(job, error)
        )
        self.started.emit(seeds, of)

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.ended.emit()

    def _fail(self, job: Job, error: Exception) -> None:
        self._notice.report(error)
        self._end(job)

    def cancel(self) -> None:
        """Cancel the variations that are being rendered or wait."""
        job, self._job = self._job, None
        if job is not None:
            self._worker.cancel(job)
            self.ended.emit()

    def keep(self, result: RenderResult) -> Layer | None:
        """Add a variation as a layer; None if the sketch cannot take it."""
        if result.params != self._sketch.params:
            self._notice.tell(CLOSED)
            return None
        sound = Sound(Waveform.of(result.audio))
        layer = Layer(Ink.of(result.ink), riff_name(result.recipe), recipe=result.recipe, sound=sound)
        with self._notice.reporting_errors():
            return self._sketch.keep_variation(layer, result.audio.shape[-1], self._of)
        return None

    def _on_step(self, job: Job, step: Step) -> None:
        if isinstance(step.partial, Ready) and job is self._job:
            self.ready.emit(step.partial.index, step.partial.result)


def _seeds_from(first: int, number: int, used: frozenset[int]) -> tuple[int, ...]:
    """Return a number of consecutive seeds from the first one on, without used ones."""
    candidates = ((first + step) % (MAX_SEED + 1) for step in count())
    return tuple(islice((seed for seed in candidates if seed not in used), number))
