"""Strips to render in tests, and a model small enough that hundreds of windows take seconds."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.diffusion.denoising import render_strips
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.strip import Strip
from tests.diffusion.tiny import Tiny, tiny_model

Array = NDArray[np.float32]

WINDOW = 16
"""Columns of latents in a window of the small model."""


def small_model(**changes: Any) -> Model:
    return tiny_model(Tiny(latent_height=WINDOW, latent_width=WINDOW, **changes))


def point(**changes: Any) -> PromptPoint:
    return PromptPoint(**({"prompt": "jazz piano", "seed": 5} | changes))


def walk(columns: int = WINDOW, start: PromptPoint | None = None, end: PromptPoint | None = None, alpha: float = 0.0):
    """A strip's walk that stays at one place."""
    start = start or point()
    return (Conditioning(start, end or start, alpha),) * columns


def stroll(columns: int, start: PromptPoint, end: PromptPoint):
    """A strip's walk from one point to another."""
    return tuple(Conditioning(start, end, i / (columns - 1)) for i in range(columns))


def ink(bands: int, columns: int, seed: int = 1) -> Array:
    """Lines, beats and noise."""
    rng = np.random.default_rng(seed)
    out = 0.5 * rng.random((bands, 1)) ** 4 + 0.5 * rng.random((1, columns)) ** 6 + 0.1 * rng.random((bands, columns))
    return np.clip(out, 0, 1).astype(np.float32)


def render(model: Model, strip: Strip, steps: int = 4, **options: Any) -> Array:
    (result,) = render_strips(model, [strip], steps=steps, **options)
    return result


def steps_between_columns(ink: Array, circular: bool = False) -> Array:
    """Return by how much each column differs from the one before, in the mean."""
    before = np.roll(ink, 1, axis=-1)
    difference = np.abs(ink - before).mean(axis=-2)
    return difference if circular else difference[1:]
