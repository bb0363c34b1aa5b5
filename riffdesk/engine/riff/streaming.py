"""Renders a riff entirely as sections, without a result at the end."""

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
    """Render a riff as `render` does, and send all of it as `Section` partials.

    A riff without sections, such as one of kept sound only, is sent as one section. A result of minutes of sound would
    stall the receiver at the end.
    """
    has_sections = False

    def on_any_step(step: Step) -> None:
        nonlocal has_sections
        has_sections = has_sections or isinstance(step.partial, Section)
        on_step(step)

    result = render(request, on_any_step, cancel)
    if not has_sections:
        on_step(Step(1, 1, "Done", _complete_section(request, result)))


def _complete_section(request: RenderRequest, result: RenderResult) -> Section:
    """Return the part of a result that differs from the init as one section."""
    start, stop = 0, result.ink.shape[-1]
    if request.mask is not None and request.audio is not None:
        init = request.init
        assert init is not None
        changed = np.flatnonzero(np.any(result.ink != init, axis=tuple(range(result.ink.ndim - 1))))
        start, stop = (int(changed[0]), int(changed[-1]) + 1) if len(changed) else (0, 0)
    first, last = 0, result.audio.shape[-1]
    if (start, stop) != (0, result.ink.shape[-1]):
        # The sound differs up to a window beyond the changed ink.
        samples = np.flatnonzero(np.any(result.audio != _sound(request.audio, last), axis=0))
        first, last = (int(samples[0]), int(samples[-1]) + 1) if len(samples) else (0, 0)
    return Section(0, 1, start, result.ink[..., start:stop], first, result.audio[:, first:last])


def _sound(audio: np.ndarray | None, samples: int) -> np.ndarray:
    assert audio is not None
    padded = np.zeros((len(audio), samples), np.float32)
    count = min(samples, audio.shape[-1])
    padded[:, :count] = audio[:, :count]
    return padded
