"""The mix: audible layers and their gain on each side, for the player and the export alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.loudness import k_weighting
from riffdesk.dsp.mel import mel_from_ink
from riffdesk.dsp.mix import Track, gain_of, pan_gains
from riffdesk.dsp.params import SpectrogramParams, filter_widths
from riffdesk.language import tr
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Waveform
from riffdesk.sketch.state import State

MIX = ""
"""Key of the mix among its stems; the key of a stem is its layer's id."""
_PARTS, _PART_COLUMNS = 64, 32  # of a long sketch whose loudness is measured
_ABSOLUTE_GATE, _RELATIVE_GATE = 1e-7, 0.1  # of power: -70 LUFS, 10 dB under the mean


def audible_layers(state: State) -> tuple[Layer, ...]:
    """Return the layers that are not muted, and soloed if any layer is soloed."""
    soloing = any(layer.solo for layer in state.layers)
    return tuple(layer for layer in state.layers if not layer.mute and (layer.solo or not soloing))


def silence_reason(state: State, layer_id: str) -> str:
    """Return the reason why a layer is not audible, in a few words; '' if it is audible."""
    layer = state.layer(layer_id)
    if layer.mute:
        return tr("muted")
    return "" if layer.solo or not any(other.solo for other in state.layers) else tr("another layer is soloed")


def isolated(state: State) -> State:
    """Return a document in which only the active layer is audible, even if it was muted."""
    layers = tuple(replace(layer, mute=layer.id != state.active, solo=False) for layer in state.layers)
    return replace(state, layers=layers)


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


def loudness_of_mix(state: State) -> float:
    """Return the loudness of the mix, estimated from the ink, in dB: only differences have a meaning.

    Bands are weighted and quiet columns left out as for LUFS (ITU-R BS.1770-4); of a long sketch parts are measured.
    -inf if no layer is audible.
    """
    columns, layers = state.columns, audible_layers(state)
    first = np.unique(np.linspace(0, max(0, columns - _PART_COLUMNS), _PARTS).astype(int))
    weights = _weights_of_bands(state.params)
    powers = np.concatenate(
        [sum((_powers(layer, start, state, weights) for layer in layers), np.zeros(1)) for start in first]
    )
    heard = powers[powers > _ABSOLUTE_GATE]
    if not len(heard):
        return -np.inf
    return float(10 * np.log10(heard[heard >= _RELATIVE_GATE * heard.mean()].mean()))


def _powers(layer: Layer, start: int, state: State, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weighted power of some columns of a layer at its gain: float64 ``[columns]``."""
    mel = mel_from_ink(layer.tiles.read(start, min(start + _PART_COLUMNS, state.columns)), state.params)
    power = np.tensordot(weights, mel.astype(np.float64) ** 2, (0, -2))
    left, right = pan_gains(layer.pan)
    sides = np.array([left, right]) ** 2
    total = sides @ power if power.ndim == 2 else sides.sum() * power
    return np.asarray(gain_of(layer.gain_db) ** 2 * total / state.params.window**2)


def _weights_of_bands(params: SpectrogramParams) -> NDArray[np.float64]:
    """Return the weight of the power of each band for its loudness: float64 ``[bands]``."""
    turn = np.exp(-2j * np.pi * params.hertz_of(np.arange(params.bands)) / params.sample_rate)
    powers = turn[:, None] ** np.arange(3)
    response = np.ones(params.bands)
    for section in k_weighting(params.sample_rate):
        response *= np.abs(powers @ section[:3] / (powers @ section[3:])) ** 2
    return np.asarray(response / np.maximum(filter_widths(params), 1))


def with_mutes_swapped(layers: Sequence[Layer], made: str, originals: Collection[str]) -> tuple[Layer, ...]:
    """Return layers with mutes swapped between one and those that it was made from.

    Parameters
    ----------
    layers : sequence of Layer
    made : str
        Id of the layer that was made of others; it is muted afterwards if it was not before.
    originals : collection of str
        Ids of the others.
    """
    muted = not next(layer.mute for layer in layers if layer.id == made)
    return tuple(
        replace(layer, mute=muted == (layer.id == made)) if layer.id == made or layer.id in originals else layer
        for layer in layers
    )
