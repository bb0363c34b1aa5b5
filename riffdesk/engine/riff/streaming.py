"""Makes a riff for somebody who takes it piece by piece while it is made, and needs no whole one at the end."""

from __future__ import annotations

import threading

import numpy as np

from riffdesk.engine.events import RenderResult, Section
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render
from riffdesk.progress import OnStep, Step, ignore_steps


def render_streamed(
    request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> None:
    """Make a riff as `render` does, and send on all of it as `Section` partials.

    What comes in one piece, as what is only kept does, is one section too. Minutes of sound at once, at the end, would
    stall whoever receives them.
    """
    sent = False

    def watch(step: Step) -> None:
        nonlocal sent
        sent = sent or isinstance(step.partial, Section)
        on_step(step)

    result = render(request, watch, cancel)
    if not sent:
        on_step(Step(1, 1, "Done", _whole(request, result)))


def _whole(request: RenderRequest, result: RenderResult) -> Section:
    """Return all of a result that was not there before."""
    start, stop = 0, result.ink.shape[-1]
    if request.mask is not None and request.audio is not None:
        there = request.init
        assert there is not None
        changed = np.flatnonzero(np.any(result.ink != there, axis=tuple(range(result.ink.ndim - 1))))
        start, stop = (int(changed[0]), int(changed[-1]) + 1) if len(changed) else (0, 0)
    first, last = 0, result.audio.shape[-1]
    if (start, stop) != (0, result.ink.shape[-1]):
        # The sound differs within a window of what differs in the ink.
        samples = np.flatnonzero(np.any(result.audio != _sound(request.audio, last), axis=0))
        first, last = (int(samples[0]), int(samples[-1]) + 1) if len(samples) else (0, 0)
    return Section(0, 1, start, result.ink[..., start:stop], first, result.audio[:, first:last])


def _sound(audio: np.ndarray | None, samples: int) -> np.ndarray:
    assert audio is not None
    out = np.zeros((len(audio), samples), np.float32)
    kept = min(samples, audio.shape[-1])
    out[:, :kept] = audio[:, :kept]
    return out
