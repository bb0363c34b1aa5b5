"""What another length, or joined ends, do to a document: which columns are left, and which no longer sound right."""

from __future__ import annotations

from dataclasses import replace

from riffdesk.sketch.state import Layer, Sound, State, columns_of, resized


def of_length(state: State, samples: int, *, circular: bool) -> State:
    """Return the state with another length, its layers cut or padded with silence."""
    columns = columns_of(samples, state.params, circular=circular)
    layers = tuple(resized(layer, columns) for layer in state.layers)
    return replace(state, samples=samples, columns=columns, layers=layers, circular=circular)


def sound_in(after: State, before: State, layer: Layer, sound: Sound) -> Sound:
    """Return what a layer sounds like in a state of another length than before.

    Where the ends are joined, or were, they are to be made again, and so is what the sound does not reach.
    """
    if (after.samples, after.columns, after.circular) == (before.samples, before.columns, before.circular):
        return sound
    if sound.audio is None or not layer.ink.any():
        return sound
    ends = min(layer.columns, -(-after.params.window // after.params.hop))
    reached = columns_of(sound.audio.shape[-1], after.params)
    if after.circular or before.circular:
        sound = sound.painted((0, ends)).painted((layer.columns - ends, layer.columns))
        reached = max(0, reached - ends)
    if layer.ink[..., reached:].any():
        sound = sound.painted((reached, layer.columns))
    return sound
