"""What riffs are asked for, changed by the user: it belongs to the sketch, and new sketches begin with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from riffdesk.dsp.phase import QUALITIES, Quality
from riffdesk.settings import Settings
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.sketch import Sketch

_SETTINGS = {
    "model": "model",
    "scheduler": "scheduler",
    "loras": "loras",
    "start": "start_from",
    "clips": "clips",
    "quality": "sound_quality",
    "in_time": "in_time",
}
"""The settings that remember what new sketches ask for; the steps are the model's to suggest."""


class RenderDefaults:
    """Sets what the sketch asks for, and remembers it among the program's settings for new sketches."""

    def __init__(self, sketch: Sketch, settings: Settings) -> None:
        self._sketch, self._settings = sketch, settings

    def change(self, **fields: Any) -> None:
        """Change fields of `RenderSettings`: one undo step, or none where nobody has done anything to the sketch."""
        if self._sketch.untouched:
            self._sketch.update_render(**fields)
        else:
            self._sketch.set_render(**fields)
        self.remember(*fields)

    def remember(self, *fields: str) -> None:
        """Have new sketches ask for what this one does, as far as these fields go."""
        render = self._sketch.render
        for field in fields:
            value = getattr(render, field)
            if field == "loras":
                value = [f"{name}:{weight!r}" for name, weight in render.loras]
            if field in _SETTINGS:
                setattr(self._settings, _SETTINGS[field], value)

    def new(self) -> RenderSettings:
        """Return what a new sketch asks for."""
        settings = self._settings
        fitting: Iterator[Quality] = (one for one in QUALITIES if one == settings.sound_quality != "draft")
        return RenderSettings(
            model=settings.model,
            scheduler=settings.scheduler,
            loras=settings.lora_weights,
            start=settings.start_from,
            clips=settings.clips,
            quality=next(fitting, "good"),
            in_time=settings.in_time,
        )
