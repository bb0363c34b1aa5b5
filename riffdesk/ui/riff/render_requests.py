"""What a riff is asked for in the window: the sketch's keyframes, the panel's settings, and a recipe back into both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from riffdesk.diffusion.schedulers import DEFAULT_SCHEDULER, SCHEDULERS
from riffdesk.engine.requests import RenderRequest
from riffdesk.sketch.changes import with_render
from riffdesk.sketch.length import of_length
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import with_drawn_seeds
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import MAX_SECONDS, State
from riffdesk.store.image.image_file import ImageInk, ImageRequest, read_image
from riffdesk.ui.notices import Notice
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

    @property
    def start(self) -> str:
        """What new riffs start from; words alone, if there is no such rhythm."""
        start = self._sketch.render.start
        return start if start in self.starts else ""

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
            start=recipe.init if recipe.init in self.starts else "",
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
