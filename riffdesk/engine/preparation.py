"""Does beforehand what the first riff would have to wait for: imports, the model, its first reading of words."""

from __future__ import annotations

import threading

import numpy as np

from riffdesk.engine.device import sound_device
from riffdesk.engine.loaded_model import model_of
from riffdesk.engine.requests import RenderRequest
from riffdesk.progress import OnStep, check, ignore_steps


def prepare(request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> None:
    """Load a request's model and what renders with it, and make nothing.

    Raises
    ------
    UserError
        If there is no such model or it cannot be loaded.
    Cancelled
        If ``cancel`` was set.
    """
    model = model_of(request.recipe, on_step, cancel, compiled=request.compiled)
    check(cancel)
    from riffdesk.diffusion import denoising  # noqa: F401  # which imports most of what a render needs
    from riffdesk.diffusion.prompt.embeddings import embedding
    from riffdesk.dsp.phase import reconstruct

    embedding(model, request.recipe.keyframes[0].prompt)
    check(cancel)
    ink = np.full((request.params.bands, 8), 0.1, np.float32)
    reconstruct(ink, request.params, quality="draft", device=sound_device(), cancel=cancel)
