"""A riff as a whole: its sections over what it starts from."""

from __future__ import annotations

import numpy as np

from riffdesk.arrays import Array
from riffdesk.engine.events import RenderResult, Section
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.model_input import cleaned
from riffdesk.engine.riff.spacing import repeated


class WholeRiff:
    """A riff whose sections come one by one, over what it starts from."""

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
        """Put in what is final."""
        self.ink[..., section.column : section.column + section.ink.shape[-1]] = section.ink
        self.audio[:, section.sample : section.sample + section.audio.shape[-1]] = section.audio


def init_sound(request: RenderRequest, start: int, stop: int) -> Array:
    """Return samples of what the init sounds like, repeated as its ink is, and silent where it has none."""
    assert request.init is not None
    assert request.audio is not None
    width, hop = request.init.shape[-1], request.params.hop
    length = round(width * request.samples / request.columns) if request.recipe.circular else width * hop
    places = np.arange(start, stop) % length
    out = np.zeros((len(request.audio), stop - start), np.float32)
    sounding = places < request.audio.shape[-1]
    out[:, sounding] = request.audio[:, places[sounding]]
    return out
