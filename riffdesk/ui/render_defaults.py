"""Changes of render settings by the user, which also become the defaults of new sketches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from riffdesk.dsp.phase.quality import QUALITIES, Quality
from riffdesk.models.files.lora_weights import valid_weights
from riffdesk.settings import Settings
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State

_SETTINGS = {
    "model": "model",
    "scheduler": "scheduler",
    "loras": "loras",
    "start": "start_from",
    "clips": "clips",
    "quality": "sound_quality",
    "in_time": "in_time",
}
"""Fields of `RenderSettings` with a default in `Settings`; that of the steps is the model's suggestion."""


class RenderDefaults:
    """Sets render settings of the sketch, and stores them in the program's settings."""

    def __init__(self, sketch: Sketch, settings: Settings) -> None:
        self._sketch, self._settings = sketch, settings

    def change(self, **fields: Any) -> None:
        """Change fields of `RenderSettings`: one undo step, or none in an untouched sketch."""
        if self._sketch.untouched:
            self._sketch.update_render(**fields)
        else:
            self._sketch.set_render(**fields)
        self.remember(*fields)

    def apply(self, step: str, change: Callable[[State], State], *fields: str, merge: str | None = None) -> None:
        """Change the document by a function: one undo step, or none in an untouched sketch.

        Parameters
        ----------
        step : str
            Name of the undo step.
        change : callable
            Returns the new document; may raise `UserError`.
        *fields
            Fields of the render settings that become defaults of new sketches, besides those that differ.
        merge : str, optional
            As in `Sketch.take_step`.
        """
        self._sketch.settle()
        before = self._sketch.render
        state = change(self._sketch.state)
        if self._sketch.untouched:
            self._sketch.update(state)
        else:
            self._sketch.take_step(step, state, merge)
        changed = (field for field in _SETTINGS if getattr(state.render, field) != getattr(before, field))
        self.remember(*fields, *changed)

    def remember(self, *fields: str) -> None:
        """Store fields of the sketch's render settings as defaults of new sketches."""
        render = self._sketch.render
        for field in fields:
            value = getattr(render, field)
            if field == "loras":
                value = [f"{name}:{weight!r}" for name, weight in render.loras]
            if field in _SETTINGS:
                setattr(self._settings, _SETTINGS[field], value)

    def new(self) -> RenderSettings:
        """Return the render settings of a new sketch."""
        settings = self._settings
        valid: Iterator[Quality] = (quality for quality in QUALITIES if quality == settings.sound_quality != "draft")
        return RenderSettings(
            model=settings.model,
            scheduler=settings.scheduler,
            loras=valid_weights(settings.loras),
            start=settings.start_from,
            clips=settings.clips,
            quality=next(valid, "good"),
            in_time=settings.in_time,
        )
