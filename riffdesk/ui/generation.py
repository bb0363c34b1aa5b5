"""What the prompt panel's buttons do: asks the engine for riffs and puts them into the sketch."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from riffdesk.diffusion.schedulers import DEFAULT_SCHEDULER, SCHEDULERS
from riffdesk.engine.render import render, render_variations
from riffdesk.engine.request import Preview, Ready, RenderRequest, RenderResult, VariationsRequest
from riffdesk.errors import UserError
from riffdesk.progress import Step
from riffdesk.settings import Settings
from riffdesk.sketch.history import History
from riffdesk.sketch.mixer import audible_layers, mixed_ink
from riffdesk.sketch.recipe import Recipe
from riffdesk.sketch.selection import Selection
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import Array, Layer, Sound
from riffdesk.sketch.timeline import MAX_SEED
from riffdesk.store.image_file import ImageInk, ImageRequest, read_image
from riffdesk.ui.notify import Notice
from riffdesk.ui.sounding import quality_of
from riffdesk.ui.worker import Job, Worker

_NAME_LENGTH = 28
_PATIENCE_MS = 50


class Generation(QObject):
    """Generate, make it real, repaint and variations, on a worker of their own.

    Parameters
    ----------
    worker : Worker
        For rendering alone, so that a long riff keeps nobody from saving.
    starts : dict of str to Path
        The rhythms that a riff can start from: spectrogram images by key.
    """

    previewed = Signal(object)
    """Ink of a riff on its way, float32 ``[bands, columns]``; None when there is none any more."""
    varying = Signal(object)
    """Variations have been asked for; their seeds."""
    varied = Signal(int, object)
    """One of them is there: its index and its `RenderResult`."""
    settings_changed = Signal()
    """A recipe has brought its settings."""

    def __init__(
        self,
        sketch: Sketch,
        worker: Worker,
        settings: Settings,
        notice: Notice,
        starts: dict[str, Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sketch, self._worker, self._settings, self._notice = sketch, worker, settings, notice
        self._starts = starts
        self.hand_is_busy: Callable[[], bool] = lambda: False
        self._originals: dict[str, tuple[str, ...]] = {}
        self._varying: Job | None = None
        self._asked_by: WeakKeyDictionary[Job, History] = WeakKeyDictionary()
        worker.stepped.connect(self._on_step)

    # What the user can do

    def generate(self) -> None:
        """Make a riff of the prompt, as a new layer."""
        with self._calmly():
            recipe = self._recipe(self._settings.riff_seconds, init=self._start)
            self._with_start(recipe, lambda request: self._submit(render, request, self._title(recipe), self.add))

    def make_variations(self) -> None:
        """Make the riff of the prompt with several seeds; each can be heard as soon as it is there."""
        with self._calmly():
            recipe = self._recipe(self._settings.riff_seconds, init=self._start)
            first = recipe.keyframes[0].seed
            seeds = tuple((first + number) % (MAX_SEED + 1) for number in range(self._settings.variations))

            def begin(request: RenderRequest) -> None:
                if self._varying is not None:  # the new ones take their place in the list
                    self._worker.cancel(self._varying)
                label = f"{len(seeds)} variations of {_name(recipe)}"
                job = self._submit(render_variations, VariationsRequest(request, seeds), label, lambda _: None)
                self._varying = job
                self.varying.emit(seeds)

            self._with_start(recipe, begin)

    def make_real(self, all_layers: bool) -> None:
        """Make music of what is drawn on the active layer, or on all that are heard, as a new layer in its place."""
        state, active = self._sketch.state, self._sketch.active_layer
        ink = mixed_ink(state) if all_layers else active.ink.copy()
        taken = audible_layers(state) if all_layers else (active,)
        muted = tuple(layer.id for layer in taken if not layer.mute)
        # The mix has the faders in it; one layer's riff has that layer's, so that the two can be compared.
        gain_db, pan = (0.0, 0.0) if all_layers else (active.gain_db, active.pan)
        if not ink.any():
            self._notice.tell("There is nothing drawn yet to make real: draw something, or open a sound.")
            return
        name = "all layers" if all_layers else active.name

        def done(result: RenderResult) -> None:
            layer = self.add(result, instead_of=muted, gain_db=gain_db, pan=pan)
            if layer is not None:
                self._originals[layer.id] = muted
                self._notice.tell("What it was made of is muted now. C compares the two.")

        with self._calmly():
            recipe = self._recipe(self._sketch.seconds, init=name)
            self._submit(render, RenderRequest(recipe, state.params, ink), f"Making {name} real", done)

    def repaint(self, selection: Selection | None) -> None:
        """Make the masked part of the active layer anew, or else what is selected."""
        layer, state = self._sketch.active_layer, self._sketch.state
        mask = self._sketch.mask
        if mask is not None and mask.any():
            mask, where = mask.copy(), "mask"
        elif selection is not None:
            mask, where = np.zeros((state.params.bands, state.columns), np.float32), "selection"
            mask[selection.low : selection.high, selection.start : selection.stop] = 1
        else:
            self._notice.tell("Select what to repaint, or mark it with the mask brush (M).")
            return
        before = layer.ink.copy()
        audio = self._sketch.sound(layer.id).audio if self._sketch.sound(layer.id).pending is None else None

        def done(result: RenderResult) -> None:
            self._put_back(layer.id, before, audio, result)

        with self._calmly():
            recipe = self._recipe(self._sketch.seconds, init=layer.name, mask=where)
            # A layer may have other channels than the sketch: a mono image opened in a stereo sketch, for one.
            params = replace(state.params, stereo=before.ndim == 3)
            request = RenderRequest(recipe, params, before, mask, audio)
            self._submit(render, request, f"Repainting {layer.name}", done)

    def compare(self) -> None:
        """Hear what the active layer was made of instead of it, or the other way round."""
        active = self._sketch.state.active
        there = {layer.id: layer for layer in self._sketch.layers}
        for made, originals in self._originals.items():
            if active in (made, *originals) and made in there:
                muted = not there[made].mute
                layers = tuple(
                    replace(layer, mute=muted if layer.id == made else not muted)
                    if layer.id in (made, *originals)
                    else layer
                    for layer in self._sketch.layers
                )
                self._sketch.change("Compare", merge="compare", layers=layers)
                return
        self._notice.tell("There is nothing to compare: this layer was not made from another one.")

    def use_recipe(self) -> None:
        """Ask again for what made the active layer."""
        recipe = self._sketch.active_layer.recipe
        if recipe is None:
            self._notice.tell("This layer was not made from a prompt, so it has no recipe.")
        else:
            self.take_recipe(recipe)

    def take_recipe(self, recipe: Recipe) -> None:
        """Set prompt, seed and all else as a recipe says; one undo step."""
        settings = self._settings
        self._sketch.change("Recipe", keyframes=recipe.keyframes, steps=recipe.steps)
        settings.model, settings.riff_seconds = recipe.model, recipe.seconds
        settings.scheduler = recipe.scheduler if recipe.scheduler in SCHEDULERS else DEFAULT_SCHEDULER
        settings.loras = [f"{name}:{weight:g}" for name, weight in recipe.loras]
        settings.start_from = recipe.init if recipe.init in self._starts else ""
        self.settings_changed.emit()

    def found_recipe(self, recipe: Recipe, untouched: bool) -> None:
        """Take the recipe of an imported file where nothing else was asked for, or say that there is one."""
        if untouched:
            self.take_recipe(recipe)
        else:
            self._notice.tell("This riff brought its recipe along: Riff > Use the layer's recipe.")

    def cancel(self) -> None:
        """Stop at the next step; the sketch stays as it is."""
        self._worker.cancel()

    def add(
        self, result: RenderResult, *, instead_of: tuple[str, ...] = (), gain_db: float = 0.0, pan: float = 0.0
    ) -> Layer | None:
        """Add a riff as a layer, muting others whose place it takes; None if there is no room for it."""
        if result.params != self._sketch.params:
            self._notice.tell("The riff was made for a sketch that is closed now; it was left out.")
            return None
        layer = Layer(result.ink, _name(result.recipe), gain_db=gain_db, pan=pan, recipe=result.recipe)
        try:
            return self._sketch.add_layer(
                layer, Sound(result.audio), samples=result.audio.shape[-1], instead_of=instead_of
            )
        except UserError as error:
            self._notice.warn(str(error))
            return None

    # How it is done

    @property
    def _start(self) -> str:
        """What the settings say that new riffs start from; words alone, if there is no such rhythm."""
        return self._settings.start_from if self._settings.start_from in self._starts else ""

    def _recipe(self, seconds: float, *, init: str = "", mask: str = "") -> Recipe:
        state, settings = self._sketch.state, self._settings
        return Recipe(
            model=settings.model,
            keyframes=state.keyframes,
            seconds=seconds,
            steps=state.steps,
            scheduler=settings.scheduler,
            circular=state.circular,
            init=init,
            mask=mask,
            loras=settings.lora_weights,
            quality=quality_of(settings),
        )

    def _with_start(self, recipe: Recipe, go_on: Callable[[RenderRequest], object]) -> None:
        """Go on with a request that starts from the rhythm that the recipe names, if it names one."""
        params = self._sketch.params
        if not recipe.init:
            go_on(RenderRequest(recipe, params))
            return

        def read(image: ImageInk) -> None:
            go_on(RenderRequest(recipe, params, image.ink))

        self._submit(read_image, ImageRequest(self._starts[recipe.init]), f"Reading {recipe.init}", read)

    def _submit(self, function: Any, request: object, label: str, done: Callable[[Any], object]) -> Job:
        document = self._sketch.history

        def finish(result: Any) -> None:
            if self.hand_is_busy():  # a stroke in progress is not cut off
                QTimer.singleShot(_PATIENCE_MS, self, lambda: finish(result))
                return
            self.previewed.emit(None)
            if document is self._sketch.history:
                done(result)
            else:
                self._notice.tell("The riff was made for a sketch that is closed now; it was left out.")

        def fail(error: Exception) -> None:
            self.previewed.emit(None)
            self._notice.report(error)

        job = self._worker.submit(function, request, label, finish, fail)
        self._asked_by[job] = document
        return job

    def _put_back(self, layer_id: str, before: Array, audio: Array | None, result: RenderResult) -> None:
        """Put a repainted part into a layer that may have been painted on, or refined, meanwhile."""
        layer = next((layer for layer in self._sketch.layers if layer.id == layer_id), None)
        if layer is None or layer.ink.shape != before.shape:
            self._notice.tell("The layer that was repainted is gone or has another length; it was left as it is.")
            return
        untouched = np.array_equal(layer.ink, before)
        ink = result.ink if untouched else np.where(result.ink != before, result.ink, layer.ink)
        same = untouched and audio is not None and self._sketch.sound(layer_id).audio is audio
        self._sketch.repaint(layer_id, ink, result.audio if same else None, result.recipe)

    def _on_step(self, job: Job, step: Step) -> None:
        match step.partial:
            case Preview(ink=ink) if job.function is render and self._asked_by.get(job) is self._sketch.history:
                self.previewed.emit(ink)
            case Ready(index=index, result=result) if job is self._varying:
                self.varied.emit(index, result)

    @contextmanager
    def _calmly(self):
        try:
            yield
        except UserError as error:
            self._notice.warn(str(error))

    def _title(self, recipe: Recipe) -> str:
        return f"Making {_name(recipe)}"


def _name(recipe: Recipe) -> str:
    """Return what to call a riff: how its prompt begins, or its seed."""
    first = recipe.keyframes[0]
    words = " ".join(first.prompt.split())
    if not words:
        return f"Riff {first.seed}"
    return words if len(words) <= _NAME_LENGTH else words[:_NAME_LENGTH].rsplit(" ", 1)[0] + "…"
