"""Updates the sound of a layer after its ink has changed.

A request has a part of a layer around the painted columns, with its present sound. Where the ink equals the imported
ink again, the imported samples are restored bit-identically. `dsp.phase` renders the rest and changes nothing else:
first as a draft and then, while nobody paints, in good quality. The result is a patch for the layer's sound.
"""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.devices import sound_device
from riffdesk.dsp.mel import analyse, convert_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.quality import Quality
from riffdesk.engine.sound_requests import ConvertRequest, SoundRequest, sound_request
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.sound import SoundPatch
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Columns
from riffdesk.slow_imports import slow_imports

_FAINT_INK = 0.05  # -104 dB: below it, a channel's share of the mix is ignored


def update_sound(
    request: SoundRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> SoundPatch:
    """Return new sound for a part of a layer whose ink has changed.

    Returns
    -------
    SoundPatch
        With one channel, or two if the ink or the imported sound has two. The layer's sound then has
        ``columns * hop`` samples, or those of the loop.

    Raises
    ------
    Cancelled
        If ``cancel`` was set; the layer keeps the sound it had.
    """
    params, columns = request.params, request.ink.shape[-1]
    base = _base(request)
    start, stop = max(0, request.changed[0]), min(columns, request.changed[1])
    is_changed = _changed_columns(request)
    if request.source is not None:
        # Columns further than a window from any painted one keep the imported sound.
        margin = params.window_columns
        start, stop = start - margin, stop + margin
        if not request.closed:
            start, stop = max(0, start), min(columns, stop)
        padded = np.pad(is_changed, margin, mode="wrap" if request.closed else "constant")
        is_near = np.convolve(padded, np.ones(2 * margin + 1), "valid") > 0
        is_original = np.zeros(columns, np.bool_)
        rendered_columns = np.arange(start, stop) % columns
        is_original[rendered_columns] = ~is_near[rendered_columns]
        imported = is_original[np.arange(request.samples) * columns // request.samples]
        base[:, imported] = request.source.audio[:, imported]
    painted = np.flatnonzero(is_changed[np.arange(start, stop) % columns])
    if len(painted):
        base = _render(request, base, (start + int(painted[0]), start + int(painted[-1]) + 1), on_step, cancel)
    return SoundPatch(request.start, base, request.total, circular=request.loop is not None)


def live_sound(
    request: SoundRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> SoundPatch:
    """Call `update_sound` on one thread, since the window and the player need a core too."""
    import torch

    torch.set_num_threads(1)
    return update_sound(request, on_step, cancel)


def quality_name(quality: Quality) -> str:
    """Return the name of a quality for people."""
    return {"draft": tr("draft"), "good": tr("good"), "best": tr("best"), "reference": tr("reference")}[quality]


def complete(
    document: State,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    *,
    quality: Quality = "good",
) -> State:
    """Return the document with the sound of every layer rendered in ``quality``, for an export."""
    for layer in document.layers:
        for columns in layer.sound.unfinished:

            def on_layer_step(step: Step, name: str = layer.name) -> None:
                on_step(
                    replace(
                        step,
                        what=tr(
                            "Making the sound of {name} in {quality} quality", name=name, quality=quality_name(quality)
                        ),
                    )
                )

            current = document.layer(layer.id)
            request = sound_request(current, columns, document.params, quality, loop=document.loop)
            waveform = current.patched_waveform(update_sound(request, on_layer_step, cancel))
            document = document.with_layer(replace(current, sound=current.sound.rendered(waveform, columns)))
    return document


def convert(request: ConvertRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> Array:
    """Return ink converted to other spectrogram parameters, see `riffdesk.dsp.mel.convert_ink`."""
    check(cancel)
    return convert_ink(request.ink, request.source, request.target)


def warm_up(params: SpectrogramParams, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> None:
    """Import and initialise the modules for the first stroke."""
    with slow_imports("torch"):
        import torch

        from riffdesk.dsp.phase.reconstruction import reconstruct
    torch.set_num_threads(1)
    reconstruct(np.full((params.bands, 4), 0.1, np.float32), params, quality="draft", device=sound_device())


def _base(request: SoundRequest) -> Array:
    """Return a copy of the part's present sound: float32 ``[channels, samples]``."""
    if request.audio is not None:
        return request.audio.copy()
    if request.source is not None:
        return request.source.audio.copy()
    channels = 2 if request.ink.ndim == 3 else 1
    return np.zeros((channels, request.samples), np.float32)


def _render(
    request: SoundRequest, base: Array, changed: Columns, on_step: OnStep, cancel: threading.Event | None
) -> Array:
    """Return the sound with the changed columns rendered: float32 ``[channels, samples]``."""
    from riffdesk.dsp.phase.reconstruction import reconstruct  # only engines need it

    is_silent = request.audio is None and request.source is None
    is_complete = changed[1] - changed[0] >= request.columns
    return reconstruct(
        _ink_per_channel(request, base, changed),
        request.params,
        previous=None if is_silent and is_complete else base,
        changed=changed,
        quality=request.quality,
        circular=request.closed,
        samples=request.samples,
        device=sound_device(),
        on_step=on_step,
        cancel=cancel,
    )


def _changed_columns(request: SoundRequest) -> NDArray[np.bool_]:
    """Return which columns differ from the import: bool ``[columns]``; all without an import."""
    if request.source is None:
        return np.ones(request.ink.shape[-1], np.bool_)
    axes = tuple(range(request.ink.ndim - 1))
    return np.asarray(np.any(request.ink != request.source.ink, axis=axes))


def _ink_per_channel(request: SoundRequest, audio: Array, changed: Columns) -> Array:
    """Return ink for each channel of the audio: float32 ``[channels, bands, columns]``.

    Mono ink over a stereo import is distributed cell by cell as in the import, so that a quieter patch keeps its
    position in the stereo field.
    """
    ink, source, params = request.ink, request.source, request.params
    if ink.ndim == 3:
        return ink
    channels = np.broadcast_to(ink, (audio.shape[0], *ink.shape))
    if source is None or audio.shape[0] == 1:
        return channels
    margin = 4 * params.window_columns
    first, last = changed[0] - margin, changed[1] + margin
    if not request.closed:
        first, last = max(0, first), min(ink.shape[-1], last)
    else:
        last = min(last, first + ink.shape[-1])
    inside = np.arange(first, last) % ink.shape[-1]
    original = source.audio[:, np.arange(first * params.hop, last * params.hop) % source.audio.shape[-1]]
    per_channel = analyse(original, params)[..., : last - first]
    mixed = analyse(original.mean(axis=0), params)[..., : last - first]
    share = np.where(mixed > _FAINT_INK, np.clip(per_channel / np.maximum(mixed, _FAINT_INK), 0, 2), 1)
    shared = channels.copy()
    shared[..., inside] *= share
    return shared
