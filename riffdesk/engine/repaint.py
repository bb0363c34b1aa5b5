"""Keeps the sound of what a mask does not mark, bit for bit."""

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
    audio : float32 ``[channels, columns * hop]``, or ``[channels, samples]`` if it is circular
        What ``init`` sounds like.
    init, ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        Before and after.

    Returns
    -------
    float32, as long as ``audio``
    """
    before = Source(audio, init)
    changed = np.any(ink != init, axis=tuple(range(ink.ndim - 1)))
    loop = audio.shape[-1] if circular else None
    for run in _runs(changed, -(-2 * params.window // params.hop)):
        request = SoundRequest(ink, audio, before, run, 0, ink.shape[-1], params, quality, loop)
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
