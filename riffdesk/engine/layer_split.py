"""Splits a layer into a percussive, a bass and a harmonic layer, whose sounds sum to that of the layer.

The sound is split by masks that are read from the ink, see `riffdesk.dsp.separation`; the ink of each share is that of
its sound.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.mel import analyse, mean_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.separation import SHARES, share_masks, split_sound
from riffdesk.engine.layer_sound import complete
from riffdesk.errors import UserError
from riffdesk.language import tr, translated
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import COLOURS, Layer, Source
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import MAX_LAYERS, State


@dataclass(frozen=True, eq=False)
class SplitRequest:
    """Request to split a layer.

    Parameters
    ----------
    document : State
        The document with this layer only.
    """

    document: State


def split_request(state: State, layer_id: str) -> SplitRequest:
    """Return the request to split a layer of a document; UserError if the layer is silent."""
    layer = replace(state.layer(layer_id), takes=None)
    if layer.tiles.is_silent:
        raise UserError(tr("There is nothing on {name} to split: draw something, or open a sound.", name=layer.name))
    return SplitRequest(replace(state, layers=(layer,), active=layer.id, mask=None))


def split_layer(
    request: SplitRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> tuple[Layer, ...]:
    """Return a layer for each of `riffdesk.dsp.separation.SHARES`, with ink, sound, gain and pan.

    Sound that does not follow the ink yet is rendered first. The sounds sum to that of the layer, see `split_sound`.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    document = complete(request.document, on_step, cancel)
    (layer,) = document.layers
    assert layer.sound.audio is not None
    params, ink = document.params, layer.ink
    mono = mean_ink(ink, params) if ink.ndim == 3 else ink
    masks = share_masks(mono, params, circular=document.circular, on_step=on_step, cancel=cancel)
    per_column = None if document.loop is None else document.loop / layer.columns
    sounds = split_sound(
        layer.sound.audio,
        masks,
        params,
        samples_per_column=per_column,
        circular=document.circular,
        on_step=on_step,
        cancel=cancel,
    )
    inks = [_ink_of(sound, document, layer) for sound in sounds]
    return tuple(_share(layer, *share) for share in zip(SHARES, inks, sounds, strict=True))


def with_shares(state: State, original: Layer, shares: Sequence[Layer]) -> State:
    """Return a document with a layer replaced by its shares, the first of them uppermost and active.

    They get colours of their own.

    Parameters
    ----------
    original : Layer
        The layer when the shares were requested.
    shares : sequence of Layer
        As long as it, with their sound.

    Raises
    ------
    UserError
        If the layer has been changed or removed since, or there is no room for the shares.
    """
    if not state.has_layer(original.id) or state.layer(original.id).tiles != original.tiles:
        raise UserError(tr("{name} was changed or removed while it was split; it was not split.", name=original.name))
    check_room(state, len(shares) - 1)
    layer = state.layer(original.id)
    index = state.layers.index(layer)
    first = COLOURS.index(layer.colour) if layer.colour in COLOURS else 0
    coloured = [
        replace(
            share,
            colour=COLOURS[(first + number) % len(COLOURS)],
            gain_db=layer.gain_db,
            pan=layer.pan,
            mute=layer.mute,
            solo=layer.solo,
        )
        for number, share in enumerate(shares)
    ]
    layers = (*state.layers[:index], *reversed(coloured), *state.layers[index + 1 :])
    return replace(state, layers=layers, active=coloured[0].id)


def check_room(state: State, more: int) -> None:
    """Raise UserError if a document has no room for more layers."""
    if len(state.layers) + more > MAX_LAYERS:
        raise UserError(
            tr(
                "A sketch has at most {max_layers} layers: no room for {more} more. Remove some.",
                max_layers=MAX_LAYERS,
                more=more,
            )
        )


def split_audio(
    audio: Array,
    params: SpectrogramParams,
    *,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> Array:
    """Return the shares of a sound: float32 ``[3, channels, samples]``, see `riffdesk.dsp.separation.split_sound`."""
    ink = analyse(np.asarray(audio.mean(axis=0)), params.mono(), on_step=on_step, cancel=cancel)
    masks = share_masks(ink, params, on_step=on_step, cancel=cancel)
    return split_sound(audio, masks, params, on_step=on_step, cancel=cancel)


def _ink_of(audio: Array, document: State, layer: Layer) -> Array:
    """Return the ink of a share of a layer, with the layer's columns and channels."""
    params = document.params.mono()
    if layer.tiles.ndim == 2:
        audio = audio.mean(axis=0, keepdims=True)
    if document.loop is None:
        ink = analyse(audio, params)[..., : layer.columns]
        ink = np.pad(ink, ((0, 0), (0, 0), (0, layer.columns - ink.shape[-1])))
    else:
        # Columns of a loop are stretched, and its end flows into its beginning.
        margin = params.window_columns
        wrapped = np.pad(audio, ((0, 0), (margin * params.hop, 2 * margin * params.hop)), mode="wrap")
        positions = np.arange(layer.columns) * document.loop / layer.columns / params.hop + margin
        low = np.floor(positions).astype(int)
        around, fraction = analyse(wrapped, params), (positions - low).astype(np.float32)
        ink = around[..., low] * (1 - fraction) + around[..., low + 1] * fraction
    return np.asarray(np.broadcast_to(ink, layer.tiles.shape) if layer.tiles.ndim == 3 else ink[0], np.float32)


def _share(layer: Layer, name: str, ink: Array, audio: Array) -> Layer:
    """Return a share of a layer. Like an import, it keeps its original, which an erased patch comes back to."""
    tiles, waveform = Ink.of(ink), Waveform.of(audio)
    return replace(
        layer,
        tiles=tiles,
        name=f"{layer.name} {translated(name)}",
        source=Source(waveform, tiles),
        id=uuid.uuid4().hex,
        recipe=None,
        sound=Sound(waveform),
        made=None,
    )
