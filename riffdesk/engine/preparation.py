"""Prepares the first riff ahead of time: imports, the model, and its cached embeddings and preview map."""

from __future__ import annotations

import threading

import numpy as np

from riffdesk.devices import sound_device
from riffdesk.engine.cores import all_cores
from riffdesk.engine.loaded_model import model_of
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
    recipe = request.recipe
    with all_cores(on_step):
        model = model_of(recipe, on_step, cancel, compiled=request.compiled)
        check(cancel)
        from riffdesk.diffusion.denoising import render_strips  # noqa: F401
        from riffdesk.diffusion.preview import preview_map
        from riffdesk.diffusion.prompt.embeddings import embedding
        from riffdesk.diffusion.schedulers import new_scheduler
        from riffdesk.dsp.phase import reconstruct
        from riffdesk.engine.riff.streaming import render_streamed  # noqa: F401

        new_scheduler(model.scheduler_config, recipe.scheduler, recipe.steps)
        for prompt in ("", recipe.keyframes[0].prompt):
            check(cancel)
            embedding(model, prompt)
        check(cancel)
        preview_map(model)
        check(cancel)
        ink = np.full((request.params.bands, 8), 0.1, np.float32)
        reconstruct(ink, request.params, quality="draft", device=sound_device(), cancel=cancel)
