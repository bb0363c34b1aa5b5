"""What riffs are asked for, changed by the user: it belongs to the sketch, and new sketches begin with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from riffdesk.dsp.phase import QUALITIES, Quality
from riffdesk.settings import Settings
from riffdesk.sketch.render_settings import RenderSettings
from riffdesk.sketch.sketch import Sketch


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
        self.remember()

    def remember(self) -> None:
        """Have new sketches ask for what this one does."""
        settings, render = self._settings, self._sketch.render
        settings.model, settings.scheduler, settings.clips = render.model, render.scheduler, render.clips
        settings.riff_seconds, settings.start_from = render.seconds, render.start
        settings.loras = [f"{name}:{weight!r}" for name, weight in render.loras]
        settings.sound_quality = render.quality

    def new(self) -> RenderSettings:
        """Return what a new sketch asks for."""
        settings = self._settings
        fitting: Iterator[Quality] = (one for one in QUALITIES if one == settings.sound_quality != "draft")
        return RenderSettings(
            model=settings.model,
            scheduler=settings.scheduler,
            loras=settings.lora_weights,
            seconds=settings.riff_seconds,
            start=settings.start_from,
            clips=settings.clips,
            quality=next(fitting, "good"),
        )
