"""The level of images that do not tell one: black alone says nothing about how loud it is."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import reconstruct
from riffdesk.engine.device import sound_device
from riffdesk.progress import OnStep, ignore_steps

WANTED_LUFS = -18.0
_LISTENED = 30.0  # seconds of a long image that its level is measured on, at most: the loudest ones


@dataclass(frozen=True, eq=False)
class LevelRequest:
    """Bring ink to a level that can be heard beside other layers.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
    params : SpectrogramParams
        How it is spaced.
    """

    ink: Array
    params: SpectrogramParams


@dataclass(frozen=True, eq=False)
class LevelledInk:
    """Ink at that level.

    Parameters
    ----------
    ink : float32
        Of the same shape.
    gain_db : float
        What was added to its level: 0 or less.
    """

    ink: Array
    gain_db: float


def level_ink(
    request: LevelRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> LevelledInk:
    """Return ink whose sound has at most -18 LUFS; a draft of the sound is measured.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    params, ink = request.params, request.ink
    channels = ink if ink.ndim == 3 else ink[None]
    part = _loudest_part(channels, round(_LISTENED * params.columns_per_second))
    draft = reconstruct(part, params, quality="draft", device=sound_device(), on_step=on_step, cancel=cancel)
    there = loudness(draft, params.sample_rate)
    gain_db = min(0.0, WANTED_LUFS - there) if math.isfinite(there) else 0.0
    if gain_db == 0:
        return LevelledInk(ink, 0.0)
    return LevelledInk(ink * np.float32(10 ** (gain_db / 20 * params.power)), gain_db)


def _loudest_part(ink: Array, columns: int) -> Array:
    """Return the run of columns that has the most ink in it."""
    if ink.shape[-1] <= columns:
        return ink
    total = np.concatenate([[0.0], np.cumsum(ink.sum(axis=(0, 1), dtype=np.float64))])
    start = int(np.argmax(total[columns:] - total[:-columns]))
    return ink[..., start : start + columns]
