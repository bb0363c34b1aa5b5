"""Before the first riff: the devices to choose from, and imports, model, embeddings and preview map made in advance."""

from __future__ import annotations

import threading

import numpy as np

from riffdesk.devices import DeviceFacts, available, sound_device
from riffdesk.engine.cores import all_cores
from riffdesk.engine.loaded_model import generator_of
from riffdesk.engine.requests import RenderRequest
from riffdesk.progress import OnStep, check, ignore_steps


def prepare(request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> None:
    """Load a request's model and the modules that render, without rendering.

    Raises
    ------
    UserError
        If there is no such model or it cannot be loaded.
    Cancelled
        If ``cancel`` was set.
    """
    with all_cores(on_step):
        generator = generator_of(request.recipe, on_step, cancel, compiled=request.compiled)
        check(cancel)
        from riffdesk.dsp.phase.reconstruction import reconstruct
        from riffdesk.engine.riff.render import render_streamed  # noqa: F401

        generator.prepare(request, on_step, cancel)
        check(cancel)
        ink = np.full((request.params.bands, 8), 0.1, np.float32)
        reconstruct(ink, request.params, quality="draft", device=sound_device(), cancel=cancel)


def list_devices(
    request: None = None, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> tuple[DeviceFacts, ...]:
    """Return the devices that riffs can be made on, the fastest first and the processor last."""
    check(cancel)
    return tuple(device.facts() for device in available())
