"""The mix: audible layers and their gain on each side, for the player and the export alike."""

from __future__ import annotations

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.mix import Track, gain_of, pan_gains
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Waveform
from riffdesk.sketch.state import State

MIX = ""
"""Key of the mix among its stems; the key of a stem is its layer's id."""


def audible_layers(state: State) -> tuple[Layer, ...]:
    """Return the layers that are not muted, and soloed if any layer is soloed."""
    soloing = any(layer.solo for layer in state.layers)
    return tuple(layer for layer in state.layers if not layer.mute and (layer.solo or not soloing))


def silence_reason(state: State, layer_id: str) -> str:
    """Return the reason why a layer is not audible, in a few words; '' if it is audible."""
    layer = state.layer(layer_id)
    if layer.mute:
        return "muted"
    return "" if layer.solo or not any(other.solo for other in state.layers) else "another layer is soloed"


def tracks(state: State) -> tuple[Track, ...]:
    """Return a track for each audible layer that has been rendered.

    Returns
    -------
    tuple of Track
        In the order of the layers; ``key`` is the layer's id.
    """
    return tuple(
        track_of(layer, layer.sound.waveform) for layer in audible_layers(state) if layer.sound.waveform is not None
    )


def mixed_ink(state: State) -> Array:
    """Return the ink of the mix of all audible layers: float32 ``[bands, columns]`` or ``[2, bands, columns]``.

    It has two channels if one of the layers has. The powers of the layers are added, as of uncorrelated signals.
    """
    power = state.params.power
    stereo = any(layer.tiles.ndim == 3 for layer in state.layers)
    total = np.zeros(((2,) if stereo else ()) + state.layers[0].tiles.shape[-2:], np.float64)
    for layer in audible_layers(state):
        gain, sides = gain_of(layer.gain_db), np.array(pan_gains(layer.pan))
        share = sides[:, None, None] if stereo else float(np.sqrt(np.mean(sides**2)))
        total += (gain * share * layer.ink.astype(np.float64) ** (1 / power)) ** 2
    return np.asarray(total ** (power / 2), np.float32)


def track_of(layer: Layer, audio: Waveform) -> Track:
    """Return a track of audio with a layer's gain and pan."""
    gain, (left, right) = gain_of(layer.gain_db), pan_gains(layer.pan)
    return Track(audio, gain * left, gain * right, layer.id)
