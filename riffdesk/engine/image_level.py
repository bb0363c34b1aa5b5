"""A level for images without one: their black is the loudest cell, of unknown loudness."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass

import numpy as np

from riffdesk.arrays import Array
from riffdesk.devices import sound_device
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.mix import db_of
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.progress import OnStep, ignore_steps

TARGET_LUFS = -18.0
MAX_PEAK_DB = -2.0
"""Peak of the draft in dBFS: refined, it may be a decibel higher, and is to stay below the limiter."""
_MEASURED_SECONDS = 30.0  # the level of a long image is measured on its loudest seconds


@dataclass(frozen=True, eq=False)
class LevelRequest:
    """Request to reduce ink to the level of other layers.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
    params : SpectrogramParams
        Parameters of the ink.
    """

    ink: Array
    params: SpectrogramParams


@dataclass(frozen=True, eq=False)
class LevelledInk:
    """Ink at a reduced level.

    Parameters
    ----------
    ink : float32
        In the shape of the request's.
    gain_db : float
        Change of the level: 0 or less.
    """

    ink: Array
    gain_db: float


def level_ink(
    request: LevelRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> LevelledInk:
    """Return ink whose sound has at most -18 LUFS and no peak over full scale, measured on a draft of the sound.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    params, ink = request.params, request.ink
    channels = ink if ink.ndim == 3 else ink[None]
    loudest = _loudest_part(channels, round(_MEASURED_SECONDS * params.columns_per_second))
    draft = reconstruct(loudest, params, quality="draft", device=sound_device(), on_step=on_step, cancel=cancel)
    measured = loudness(draft, params.sample_rate)
    peak = float(np.abs(draft).max(initial=0.0))
    gain_db = min(0.0, TARGET_LUFS - measured, MAX_PEAK_DB - db_of(peak)) if math.isfinite(measured) else 0.0
    if gain_db == 0:
        return LevelledInk(ink, 0.0)
    return LevelledInk(ink * np.float32(10 ** (gain_db / 20 * params.power)), gain_db)


def _loudest_part(ink: Array, columns: int) -> Array:
    """Return the consecutive columns with the most ink."""
    if ink.shape[-1] <= columns:
        return ink
    total = np.concatenate([[0.0], np.cumsum(ink.sum(axis=(0, 1), dtype=np.float64))])
    start = int(np.argmax(total[columns:] - total[:-columns]))
    return ink[..., start : start + columns]
