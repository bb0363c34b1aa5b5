"""A model small enough to make a riff in a fraction of a second, and what is asked of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.engine.events import RenderResult
from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.registry import add_model
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.diffusion.tiny import Tiny, tiny_folder

Array = NDArray[np.float32]

SMALL = Tiny(latent_height=8, latent_width=16)
"""Its window is 64 bands by 128 columns."""
SCORED = Tiny(vae="patch", unet="score", latent_channels=8, latent_height=4, latent_width=8)
"""As large, and it takes a score."""
PARAMS = SpectrogramParams(bands=64)
LOW_RATE = replace(PARAMS, sample_rate=20_000)
"""The same ink, with less than half of the samples."""
WINDOW = 1.28


def add_tiny(tiny: Tiny = SMALL) -> ModelEntry:
    """Add a tiny model to the models of this test's home; it is called tiny."""
    return add_model(tiny_folder(tiny))


def recipe(
    *keyframes: Keyframe, prompt: str = "piano", seed: int = 1, denoising: float = 0.75, **fields: Any
) -> Recipe:
    """Return a recipe for the tiny model: one window, three steps, sound in draft quality."""
    frames = keyframes or (Keyframe(prompt=prompt, seed=seed, denoising=denoising, guidance=3.0),)
    given = {"model": "tiny", "keyframes": frames, "seconds": WINDOW, "steps": 3, "quality": "draft", **fields}
    return Recipe(**given)


def drawing(columns: int = 128, *, seed: int = 3, channels: tuple[int, ...] = ()) -> Array:
    """Return ink with lines and beats, its loudest cell 0.5."""
    rng = np.random.default_rng(seed)
    lines, beats = rng.random((*channels, 64, 1)) ** 6, rng.random((*channels, 1, columns)) ** 8
    ink = lines + beats + 0.1 * rng.random((*channels, 64, columns))
    return np.asarray(0.5 * ink / ink.max(), np.float32)


def sounding(ink: Array, *, channels: int = 1, params: SpectrogramParams = PARAMS) -> Array:
    """Return what ink sounds like: float32 ``[channels, columns * hop]``."""
    return reconstruct(np.stack([ink] * channels), params, quality="draft")


def same(one: RenderResult, other: RenderResult) -> bool:
    """Say whether two riffs are the same, bit for bit."""
    return one.ink.tobytes() == other.ink.tobytes() and one.audio.tobytes() == other.audio.tobytes()


def alike(one: Array, other: Array) -> float:
    """Return how alike two arrays are: their correlation, -1 to 1."""
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])
