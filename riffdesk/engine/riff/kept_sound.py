"""Keeps the sound of what a mask does not mark, bit for bit."""

from __future__ import annotations

import threading

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import Quality
from riffdesk.engine.layer_sound import update_sound
from riffdesk.engine.sound_requests import Original, SoundRequest
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.tiles.ranges import Columns


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

    Each run of changed columns is led into the sound around it, which stays as it was beyond a window. Where the
    ends of a loop are made anew, a step from one to the other is not kept.

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
    changed = np.any(ink != init, axis=tuple(range(ink.ndim - 1)))
    if circular and _has_step(audio):
        audio = _joined(audio, changed, params.hop)
    before = Original(audio, init)
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


def _has_step(audio: Array) -> bool:
    """Return whether a sound clicks where its end meets its beginning: a step twice as large as nearly all others."""
    steps = np.abs(np.diff(audio, append=audio[:, :1]))
    return bool((steps[:, -1] > 2 * np.percentile(steps, 99, axis=-1)).any())


def _joined(audio: Array, changed: NDArray[np.bool_], longest: int) -> Array:
    """Return a sound whose changed end, or changed beginning, fades within some samples into the other, mirrored.

    What is made anew goes on from what was there, with its phases; it would go on from a click, too.
    """
    apart = audio.shape[-1] / len(changed)
    for sound in (audio, audio[:, ::-1]):
        turned = changed[::-1] if sound is audio else changed
        free = len(changed) if turned.all() else int(turned.argmin())
        count = min(longest, int(free * apart))
        if count == 0:
            continue
        fade = np.linspace(0, 1, count, dtype=np.float32)
        joined = sound.copy()
        joined[:, -count:] += fade * (sound[:, count - 1 :: -1] - sound[:, -count:])
        return joined if sound is audio else np.ascontiguousarray(joined[:, ::-1])
    return audio
