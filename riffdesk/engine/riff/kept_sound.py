"""Regenerates the sound of changed ink and keeps the rest bit for bit."""

from __future__ import annotations

import threading

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.quality import Quality
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
    """Return the sound of new ink, equal to the present sound where the ink is unchanged.

    Each run of changed columns is joined to the sound around it, which is unchanged beyond a window. Where the ends of
    a loop change, a click between them is removed.

    Parameters
    ----------
    audio : float32 ``[channels, columns * hop]``, or ``[channels, samples]`` if it is circular
        Sound of ``init``.
    init, ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        The ink before and after.

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
    """Return the runs of changed columns, joined where they are at most ``gap`` columns apart."""
    columns = np.flatnonzero(changed)
    if len(columns) == 0:
        return []
    breaks = np.flatnonzero(np.diff(columns) > gap)
    starts, stops = np.r_[columns[0], columns[breaks + 1]], np.r_[columns[breaks], columns[-1]]
    return [(int(start), int(stop) + 1) for start, stop in zip(starts, stops, strict=True)]


def _has_step(audio: Array) -> bool:
    """Whether a loop clicks at its ends: the step is more than twice the 99th percentile of all steps."""
    steps = np.abs(np.diff(audio, append=audio[:, :1]))
    return bool((steps[:, -1] > 2 * np.percentile(steps, 99, axis=-1)).any())


def _joined(audio: Array, changed: NDArray[np.bool_], max_samples: int) -> Array:
    """Return a loop whose changed end, or changed beginning, fades into the mirrored other one, to remove a click.

    The phases of new sound continue those of the sound before, a click included.
    """
    samples_per_column = audio.shape[-1] / len(changed)
    for sound in (audio, audio[:, ::-1]):
        changed_columns = changed[::-1] if sound is audio else changed
        run = len(changed) if changed_columns.all() else int(changed_columns.argmin())
        count = min(max_samples, int(run * samples_per_column))
        if count == 0:
            continue
        fade = np.linspace(0, 1, count, dtype=np.float32)
        joined = sound.copy()
        joined[:, -count:] += fade * (sound[:, count - 1 :: -1] - sound[:, -count:])
        return joined if sound is audio else np.ascontiguousarray(joined[:, ::-1])
    return audio
