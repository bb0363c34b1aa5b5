"""A complete riff, put together from its sections over the init."""

from __future__ import annotations

import numpy as np

from riffdesk.arrays import Array
from riffdesk.engine.events import RenderResult, Section
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.model_input import cleaned
from riffdesk.engine.riff.spacing import repeated


class WholeRiff:
    """The ink and sound of a riff to which sections are added, over the init."""

    def __init__(self, request: RenderRequest, section: Section) -> None:
        self._request = request
        self.ink = np.zeros((*section.ink.shape[:-1], request.columns), np.float32)
        self.audio = np.zeros((len(section.audio), request.samples), np.float32)
        if request.init is not None and request.audio is not None:
            self.ink[:] = cleaned(repeated(request.init, request.columns))
            self.audio[:] = init_sound(request, 0, request.samples)

    def result(self) -> RenderResult:
        """Return the riff."""
        return RenderResult(self.ink, self.audio, self._request.recipe, self._request.params)

    def put(self, section: Section) -> None:
        """Write the final ink and sound of a section."""
        self.ink[..., section.column : section.column + section.ink.shape[-1]] = section.ink
        self.audio[:, section.sample : section.sample + section.audio.shape[-1]] = section.audio


def init_sound(request: RenderRequest, start: int, stop: int) -> Array:
    """Return samples of the init's sound, repeated as its ink is; silent where it has none."""
    assert request.init is not None
    assert request.audio is not None
    width, hop = request.init.shape[-1], request.params.hop
    length = round(width * request.samples / request.columns) if request.recipe.circular else width * hop
    positions = np.arange(start, stop) % length
    samples = np.zeros((len(request.audio), stop - start), np.float32)
    has_sound = positions < request.audio.shape[-1]
    samples[:, has_sound] = request.audio[:, positions[has_sound]]
    return samples
