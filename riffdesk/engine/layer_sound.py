"""Makes a layer's sound follow its ink.

The story: a request brings a part of a layer around the columns painted on, with the sound it had. Where
the ink is again what was imported, the imported samples return bit-identical. What is left to render
goes to `dsp.phase`, which leaves everything else as it was, first as a draft and then, while the pen
rests, in good quality. The result is a patch for the layer's sound.
"""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.mel import analyse, convert_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import Quality, reconstruct
from riffdesk.engine.device import sound_device
from riffdesk.engine.sound_requests import ConvertRequest, SoundRequest, sound_request
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.sound import SoundPatch
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Columns
from riffdesk.slow_imports import slow_imports

Array = NDArray[np.float32]

_FAINT_INK = 0.05  # -104 dB: below it, one channel's share of the mix means nothing


def update_sound(
    request: SoundRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> SoundPatch:
    """Return new sound for a part of a layer whose ink has changed.

    Returns
    -------
    SoundPatch
        With one channel, or two if the ink or the imported sound has two. It brings the layer's sound to
        ``columns * hop`` samples, or to those of the loop.

    Raises
    ------
    Cancelled
        If ``cancel`` was set; the layer keeps the sound it had.
    """
    params, columns = request.params, request.ink.shape[-1]
    base = _base(request)
    start, stop = max(0, request.changed[0]), min(columns, request.changed[1])
    differs = _columns_unlike_source(request)
    if request.source is not None:
        # What nobody has painted within a window of is the import itself.
        margin = -(-params.window // params.hop)
        start, stop = start - margin, stop + margin
        if not request.closed:
            start, stop = max(0, start), min(columns, stop)
        around = np.pad(differs, margin, mode="wrap" if request.closed else "constant")
        near = np.convolve(around, np.ones(2 * margin + 1), "valid") > 0
        alone = np.zeros(columns, np.bool_)
        inside = np.arange(start, stop) % columns
        alone[inside] = ~near[inside]
        imported = alone[np.arange(request.samples) * columns // request.samples]
        base[:, imported] = request.source.audio[:, imported]
    painted = np.flatnonzero(differs[np.arange(start, stop) % columns])
    if len(painted):
        base = _rendered(request, base, (start + int(painted[0]), start + int(painted[-1]) + 1), on_step, cancel)
    return SoundPatch(request.start, base, request.total, circular=request.loop is not None)


def live_sound(
    request: SoundRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> SoundPatch:
    """Do as `update_sound`, on one thread: the window and the player need a core too, and waiting for it costs more."""
    import torch

    torch.set_num_threads(1)
    return update_sound(request, on_step, cancel)


def complete(
    document: State,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    *,
    quality: Quality = "good",
) -> State:
    """Return the document with the sound of every layer finished, as an export needs it: no draft is left."""
    for layer in document.layers:
        for columns in layer.sound.unfinished:

            def named(step: Step, name: str = layer.name) -> None:
                on_step(replace(step, what=f"Making the sound of {name} in {quality} quality"))

            there = document.layer(layer.id)
            request = sound_request(there, columns, document.params, quality, loop=document.loop)
            waveform = there.patched(update_sound(request, named, cancel))
            document = document.with_layer(replace(there, sound=there.sound.rendered(waveform, columns)))
    return document


def convert(request: ConvertRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> Array:
    """Return ink fitted to other settings, see `riffdesk.dsp.mel.convert_ink`."""
    check(cancel)
    return convert_ink(request.ink, request.source, request.target)


def warm_up(params: SpectrogramParams, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> None:
    """Load what the first stroke would have to wait for."""
    with slow_imports("torch"):
        import torch

    torch.set_num_threads(1)
    reconstruct(np.full((params.bands, 4), 0.1, np.float32), params, quality="draft", device=sound_device())


def _base(request: SoundRequest) -> Array:
    """Return a copy of what the part sounds like before: float32 ``[channels, samples]``."""
    if request.audio is not None:
        return request.audio.copy()
    if request.source is not None:
        return request.source.audio.copy()
    channels = 2 if request.ink.ndim == 3 else 1
    return np.zeros((channels, request.samples), np.float32)


def _rendered(
    request: SoundRequest, base: Array, changed: Columns, on_step: OnStep, cancel: threading.Event | None
) -> Array:
    """Return the sound with changed columns rendered anew: float32 ``[channels, samples]``."""
    new = request.audio is None and request.source is None
    whole = changed[1] - changed[0] >= request.columns
    return reconstruct(
        _ink_per_channel(request, base, changed),
        request.params,
        previous=None if new and whole else base,
        changed=changed,
        quality=request.quality,
        circular=request.closed,
        samples=request.samples,
        device=sound_device(),
        on_step=on_step,
        cancel=cancel,
    )


def _columns_unlike_source(request: SoundRequest) -> NDArray[np.bool_]:
    """Return which columns are not as they were imported: bool ``[columns]``; all, without an import."""
    if request.source is None:
        return np.ones(request.ink.shape[-1], np.bool_)
    axes = tuple(range(request.ink.ndim - 1))
    return np.asarray(np.any(request.ink != request.source.ink, axis=axes))


def _ink_per_channel(request: SoundRequest, audio: Array, changed: Columns) -> Array:
    """Return ink for each channel of the audio: float32 ``[channels, bands, columns]``.

    One ink painted over a stereo import is shared out cell by cell as the import shares its own
    sound, so that a patch made quieter stays where it was between the speakers.
    """
    ink, source, params = request.ink, request.source, request.params
    if ink.ndim == 3:
        return ink
    channels = np.broadcast_to(ink, (audio.shape[0], *ink.shape))
    if source is None or audio.shape[0] == 1:
        return channels
    margin = 4 * -(-params.window // params.hop)
    first, last = changed[0] - margin, changed[1] + margin
    if not request.closed:
        first, last = max(0, first), min(ink.shape[-1], last)
    else:
        last = min(last, first + ink.shape[-1])
    inside = np.arange(first, last) % ink.shape[-1]
    there = source.audio[:, np.arange(first * params.hop, last * params.hop) % source.audio.shape[-1]]
    each = analyse(there, params)[..., : last - first]
    both = analyse(there.mean(axis=0), params)[..., : last - first]
    share = np.where(both > _FAINT_INK, np.clip(each / np.maximum(both, _FAINT_INK), 0, 2), 1)
    shared = channels.copy()
    shared[..., inside] *= share
    return shared
