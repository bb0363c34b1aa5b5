"""Prepares the first riff ahead of time: imports, the model, and its cached embeddings and preview map."""

from __future__ import annotations

import threading

import numpy as np

from riffdesk.devices import sound_device
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
        from riffdesk.dsp.phase import reconstruct
        from riffdesk.engine.riff.streaming import render_streamed  # noqa: F401

        generator.prepare(request, on_step, cancel)
        check(cancel)
        ink = np.full((request.params.bands, 8), 0.1, np.float32)
        reconstruct(ink, request.params, quality="draft", device=sound_device(), cancel=cancel)
