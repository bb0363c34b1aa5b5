"""Which layers sound, and how loud on each side: the one answer that the player and the export share."""

from __future__ import annotations

from collections.abc import Mapping

from riffdesk.dsp.mix import Array, Track, gain_of, pan_gains
from riffdesk.sketch.state import Layer, Sound, State


def audible_layers(state: State) -> tuple[Layer, ...]:
    """Return the layers that are heard: not muted, and soloed if any layer is soloed."""
    soloing = any(layer.solo for layer in state.layers)
    return tuple(layer for layer in state.layers if not layer.mute and (layer.solo or not soloing))


def tracks(state: State, sounds: Mapping[str, Sound]) -> tuple[Track, ...]:
    """Return the audible layers that have sound, as the mixer takes them.

    Parameters
    ----------
    state : State
        Gains, pans, mutes and solos.
    sounds : mapping of layer id to Sound
        A layer that is missing here, or whose audio is None, is silent and has no track.

    Returns
    -------
    tuple of Track
        In the order of the layers; ``key`` is the layer's id.
    """
    return tuple(
        _track(layer, audio)
        for layer in audible_layers(state)
        if (audio := sounds.get(layer.id, Sound()).audio) is not None
    )


def _track(layer: Layer, audio: Array) -> Track:
    gain, (left, right) = gain_of(layer.gain_db), pan_gains(layer.pan)
    return Track(audio, gain * left, gain * right, layer.id)
