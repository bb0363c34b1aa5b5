"""Complete riffs: assembled from sections over the init, or equal to the init."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

import numpy as np

from riffdesk.arrays import Array
from riffdesk.devices import sound_device
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.engine.events import RenderResult, Section
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.model_input import cleaned
from riffdesk.engine.riff.spacing import repeated
from riffdesk.progress import OnStep, check


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


def keeps_everything(request: RenderRequest) -> bool:
    """Return whether all of an init is kept, as where the denoising is 0."""
    no_noise = all(keyframe.denoising == 0 for keyframe in request.recipe.keyframes)
    return request.init is not None and not request.from_noise and no_noise


def all_unchanged(
    requests: Sequence[RenderRequest], on_step: OnStep, cancel: threading.Event | None
) -> Iterator[tuple[int, Section, bool]]:
    """Yield the inits of requests that keep everything, each as one section."""
    for index, request in enumerate(requests):
        kept = _unchanged(request, on_step, cancel)
        check(cancel)
        yield index, kept, True


def _unchanged(request: RenderRequest, on_step: OnStep, cancel: threading.Event | None) -> Section:
    """Return the init as one section."""
    assert request.init is not None
    ink = cleaned(repeated(request.init, request.columns))
    ink = np.stack((ink, ink)) if request.params.stereo and ink.ndim == 2 else ink
    if request.audio is not None:
        audio = init_sound(request, 0, request.samples)
    else:
        audio = sound_of(request, ink, on_step, cancel)
    return Section(0, 0, 0, ink, 0, audio)


def sound_of(request: RenderRequest, ink: Array, on_step: OnStep, cancel: threading.Event | None) -> Array:
    """Return the sound of ink without sound before it: float32 ``[channels, samples]``."""
    circular = request.recipe.circular
    audio = reconstruct(
        ink if ink.ndim == 3 else ink[None],
        request.params,
        quality=request.recipe.quality,
        circular=circular,
        samples=request.samples if circular else None,
        device=sound_device(),
        on_step=on_step,
        cancel=cancel,
    )
    return audio[:, : request.samples]
