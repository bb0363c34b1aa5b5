"""Keeps what a mask does not mark: its ink as it was, and its sound bit for bit."""

from __future__ import annotations

import threading

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import Quality
from riffdesk.engine.request import SoundRequest
from riffdesk.engine.sound import update_sound
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.ranges import Columns
from riffdesk.sketch.state import Array, Source

FEATHER = 4
"""Cells over which what is new fades into what is kept."""


def feathered(mask: Array, *, circular: bool = False) -> Array:
    """Return how much of each cell is new: the mask, with a soft edge around it on what is kept.

    Parameters
    ----------
    mask : float32 ``[bands, columns]``
        0 to 1.
    circular : bool
        Whether the last column is beside the first.

    Returns
    -------
    float32 ``[bands, columns]``
        Nowhere less than the mask, and 0 beyond `FEATHER` cells from it.
    """
    new = np.clip(np.nan_to_num(mask, nan=0.0), 0, 1).astype(np.float32)
    for axis, wraps in ((0, False), (1, circular)):
        padding = [(0, 0), (0, 0)]
        padding[axis] = (FEATHER, FEATHER)
        padded = np.pad(new, padding, mode="wrap" if wraps else "constant")
        for shift in range(-FEATHER, FEATHER + 1):
            near = np.take(padded, np.arange(new.shape[axis]) + FEATHER + shift, axis)
            np.maximum(new, near * np.float32(1 - abs(shift) / (FEATHER + 1)), out=new)
    return new


def with_kept(init: Array, ink: Array, new: Array) -> Array:
    """Return the ink where it is new and the init where it is not, exactly; ``new`` is 0 to 1 ``[bands, columns]``."""
    return np.where(new > 0, init + new * (ink - init), init)


def repainted(
    audio: Array,
    init: Array,
    ink: Array,
    params: SpectrogramParams,
    *,
    quality: Quality = "good",
    circular: bool = False,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> Array:
    """Return the sound with the new ink in it.

    Each run of changed columns is led into the sound around it, which stays as it was beyond a window.

    Parameters
    ----------
    audio : float32 ``[channels, columns * hop]``
        What ``init`` sounds like.
    init, ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        Before and after.

    Returns
    -------
    float32 ``[channels, columns * hop]``
    """
    before = Source(audio, init)
    changed = np.any(ink != init, axis=tuple(range(ink.ndim - 1)))
    for run in _runs(changed, -(-2 * params.window // params.hop)):
        request = SoundRequest(ink, audio, before, run, 0, ink.shape[-1], params, quality, circular)
        audio = update_sound(request, on_step, cancel).audio
    return audio


def _runs(changed: NDArray[np.bool_], gap: int) -> list[Columns]:
    """Return the runs of changed columns; what is nearer to each other than a gap is one run."""
    places = np.flatnonzero(changed)
    if len(places) == 0:
        return []
    breaks = np.flatnonzero(np.diff(places) > gap)
    starts, stops = np.r_[places[0], places[breaks + 1]], np.r_[places[breaks], places[-1]]
    return [(int(start), int(stop) + 1) for start, stop in zip(starts, stops, strict=True)]
