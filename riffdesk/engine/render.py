"""Makes a layer's sound follow its ink.

The story: a request brings a layer, the sound it had and the columns painted on since. Where the
ink is again what was imported, the imported samples return bit-identical. What is left to render
goes to `dsp.phase`, which leaves everything else as it was. The result is the layer's new sound.
"""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.mel import analyse, convert_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import reconstruct
from riffdesk.engine.request import ConvertRequest, SoundRequest
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.state import Columns, Document, Layer, Sound

Array = NDArray[np.float32]

_FAINT_INK = 0.05  # -104 dB: below it, one channel's share of the mix means nothing


def update_sound(request: SoundRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> Array:
    """Return a layer's sound after its ink has changed.

    Returns
    -------
    float32 ``[channels, samples]``
        The imported samples themselves where the ink is as imported; otherwise ``columns * hop``
        samples of one channel, or two if the ink or the imported sound has two.

    Raises
    ------
    Cancelled
        If ``cancel`` was set; the layer keeps the sound it had.
    """
    layer, params = request.layer, request.params
    differs = _columns_unlike_source(layer)
    if layer.source is not None and not differs.any():
        return layer.source.audio
    former = request.sound.audio
    if former is None:
        channels = 2 if layer.ink.ndim == 3 else 1
        former = np.zeros((channels, 0), np.float32) if layer.source is None else layer.source.audio
    margin = -(-params.window // params.hop)
    start = max(0, request.columns[0] - margin)
    stop = min(layer.columns, request.columns[1] + margin)
    base = _with_length(former, layer.columns * params.hop)
    if layer.source is not None:
        # Start over from the import; what was painted within reach is rendered again below.
        original = _with_length(layer.source.audio, base.shape[-1])
        reach = slice(max(0, (start - margin) * params.hop), (stop + margin) * params.hop)
        base[:, reach] = original[:, reach]
        start, stop = max(0, start - margin), min(layer.columns, stop + margin)
    painted = np.flatnonzero(differs[start:stop])
    if not len(painted):
        return base
    changed = start + int(painted[0]), start + int(painted[-1]) + 1
    ink = _ink_per_channel(layer, base, changed, params)
    return reconstruct(ink, params, previous=base, changed=changed, on_step=on_step, cancel=cancel)


def complete(document: Document, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> Document:
    """Return the document with the sound of every layer up to date, as an export needs it."""
    state, sounds = document.state, dict(document.sounds)
    for layer in state.layers:
        sound = sounds.get(layer.id, Sound())
        if sound.pending is None:
            continue

        def named(step: Step, name: str = layer.name) -> None:
            on_step(replace(step, what=f"Making the sound of {name}"))

        request = SoundRequest(layer, sound, sound.pending, state.params)
        sounds[layer.id] = Sound(update_sound(request, named, cancel))
    return Document(state, sounds)


def convert(request: ConvertRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> Array:
    """Return ink fitted to other settings, see `riffdesk.dsp.mel.convert_ink`."""
    check(cancel)
    return convert_ink(request.ink, request.source, request.target)


def _columns_unlike_source(layer: Layer) -> NDArray[np.bool_]:
    """Return which columns are not as they were imported: bool ``[columns]``; all, without an import."""
    if layer.source is None:
        return np.ones(layer.columns, np.bool_)
    original = layer.source.ink
    shared = min(layer.columns, original.shape[-1])
    axes = tuple(range(layer.ink.ndim - 1))
    unlike = np.any(layer.ink, axis=axes)
    unlike[:shared] = np.any(layer.ink[..., :shared] != original[..., :shared], axis=axes)
    return np.asarray(unlike)


def _with_length(audio: Array, samples: int) -> Array:
    """Return a copy cut or padded with silence: float32 ``[channels, samples]``."""
    out = np.zeros((audio.shape[0], samples), np.float32)
    length = min(samples, audio.shape[-1])
    out[:, :length] = audio[:, :length]
    return out


def _ink_per_channel(layer: Layer, audio: Array, changed: Columns, params: SpectrogramParams) -> Array:
    """Return ink for each channel of the audio: float32 ``[channels, bands, columns]``.

    One ink painted over a stereo import is shared out cell by cell as the import shares its own
    sound, so that a patch made quieter stays where it was between the speakers.
    """
    if layer.ink.ndim == 3:
        return layer.ink
    channels = np.broadcast_to(layer.ink, (audio.shape[0], *layer.ink.shape))
    if layer.source is None or audio.shape[0] == 1:
        return channels
    margin = 4 * -(-params.window // params.hop)
    first, last = max(0, changed[0] - margin), min(layer.columns, changed[1] + margin)
    there = _with_length(layer.source.audio, audio.shape[-1])[:, first * params.hop : last * params.hop]
    each = analyse(there, params)[..., : last - first]
    both = analyse(there.mean(axis=0), params)[..., : last - first]
    share = np.where(both > _FAINT_INK, np.clip(each / np.maximum(both, _FAINT_INK), 0, 2), 1)
    shared = channels.copy()
    shared[..., first:last] *= share
    return shared
