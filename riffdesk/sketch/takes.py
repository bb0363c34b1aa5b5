"""Takes: alternative riffs or recordings of one layer, of which one is audible until one is kept.

*Generate* makes another take of the layer that it made before, until that is kept. The other takes stay in the layer
and in the history, but are not saved. The rounds of a recording are takes too, to which no riff is added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riffdesk.sketch.history import History
from riffdesk.sketch.layer import Layer, Takes
from riffdesk.sketch.recipe.recipe import Recipe, with_seed
from riffdesk.sketch.recipe.timeline import RANDOM_SEED, Keyframes, equal_except_seeds, is_variation, with_seeds_of
from riffdesk.sketch.state import State

MAX_TAKES = 16


def as_take(new: Layer, previous: Layer | None = None) -> Layer:
    """Return a new layer as the last take of another one, with that one's colour, gain, pan, mute and solo."""
    if previous is None or previous.takes is None:
        return replace(new, takes=Takes())
    others = (*previous.takes.before, _without_takes(previous), *previous.takes.after)
    return _with_mix_of(replace(new, takes=Takes(others[-MAX_TAKES + 1 :], compared=previous.id)), previous)


def is_recording(layer: Layer) -> bool:
    """Return whether a layer, which has or had takes, is a recording and no riff."""
    return layer.source is not None and layer.recipe is None


def with_takes(takes: Sequence[Layer], audible: int) -> Layer:
    """Return one of several layers with the others as its takes, in their order; alone if there are no others.

    Parameters
    ----------
    takes : sequence of Layer
        The last 16 are used.
    audible : int
        Index of the layer that is returned.
    """
    others = [_without_takes(take) for take in takes]
    first = min(max(0, len(takes) - MAX_TAKES), audible)
    before, after = others[first:audible], others[audible + 1 :]
    return replace(takes[audible], takes=Takes(tuple(before), tuple(after)) if before or after else None)


def other_take(layer: Layer, by: int) -> Layer | None:
    """Return the take ``by`` places after the audible one (negative: before); None if there is none."""
    if layer.takes is None:
        return None
    takes = (*layer.takes.before, _without_takes(layer), *layer.takes.after)
    place = len(layer.takes.before) + by
    if not 0 <= place < len(takes):
        return None
    take = takes[place].resized(layer.columns)
    others = Takes(takes[:place], takes[place + 1 :], compared=layer.id)
    return _with_mix_of(replace(take, takes=others, sound=take.sound.within(layer.columns)), layer)


def places_to_compared(layer: Layer) -> int:
    """Return the places from the audible take to the one that was audible before it, for `other_take`.

    If that is gone, it is the take before, or else the one after; 0 if there is no other.
    """
    if layer.takes is None or not layer.takes.others:
        return 0
    number = len(layer.takes.before)
    places: list[int] = [*range(-number, 0), *range(1, len(layer.takes.after) + 1)]
    ids = [take.id for take in layer.takes.others]
    if layer.takes.compared in ids:
        return places[ids.index(layer.takes.compared)]
    return -1 if number else 1


def layer_or_take(state: State, layer_id: str) -> Layer | None:
    """Return the layer or other take with this id; None if there is none."""
    takes = (take for layer in state.layers for take in layer.other_takes)
    return next((layer for layer in (*state.layers, *takes) if layer.id == layer_id), None)


def with_layer_or_take(state: State, new: Layer) -> State:
    """Return the state with a layer in place of the layer or other take with the same id."""
    if state.has_layer(new.id):
        return state.with_layer(new)
    layers = (layer.with_takes(lambda take: new if take.id == new.id else take) for layer in state.layers)
    return replace(state, layers=tuple(layers))


def is_in_place(state: State, layer: Layer, added_before: int) -> bool:
    """Return whether a layer or other take still has its length and its time, see `State.has_in_place`."""
    present = layer_or_take(state, layer.id)
    return present is not None and present.tiles.shape == layer.tiles.shape and state.added_before == added_before


def last_take(state: State) -> Layer | None:
    """Return the layer that the next riff is added to: the active one, or the topmost; None if all takes are kept."""
    layers = [layer for layer in state.layers if layer.takes is not None and not is_recording(layer)]
    return next((layer for layer in layers if layer.id == state.active), layers[-1] if layers else None)


def kept_since(history: History, step: int, state: State) -> Layer | None:
    """Return the topmost audible riff that was a take and was kept after a step; None if there is none.

    Parameters
    ----------
    history : History
    step : int
        Number of the step, as `riffdesk.sketch.history.Step.number`.
    state : State
        The present document.
    """
    documents = [one.state for one in history.steps if one.number >= step and history.is_done(one)]
    takes = {layer.id for document in documents for layer in document.layers if layer.takes is not None}
    riffs = [layer for layer in state.layers if layer.id in takes and not is_recording(layer)]
    kept = [layer for layer in riffs if layer.takes is None and not layer.mute]
    return kept[-1] if kept else None


def used_seeds(state: State, recipe: Recipe) -> frozenset[int]:
    """Return the seeds of all riffs, takes included, whose recipes are equal to this except for seeds."""
    layers = [layer for top in state.layers for layer in (top, *top.other_takes)]
    recipes = [layer.recipe for layer in layers if layer.recipe is not None]
    seeds = frozenset(other.keyframes[0].seed for other in recipes)
    return frozenset(seed for seed in seeds if any(other == with_seed(recipe, seed) for other in recipes))


def with_kept(state: State, kept: Keyframes, requested: Keyframes = ()) -> State:
    """Return a document whose timeline has the seeds of a kept riff; random seeds stay random.

    A timeline that the user has changed since the newest riff stays as it is. A kept riff whose seeds differ from the
    timeline's no longer follows the timeline, so that it is not regenerated with other seeds.

    Parameters
    ----------
    kept : tuple of Keyframe
        Keyframes of the riff.
    requested : tuple of Keyframe
        The timeline when it was requested, if it differs from that of the newest riff.
    """
    keyframes = state.keyframes
    edited = keyframes != requested and with_seeds_of(keyframes, state.made_from) != state.made_from
    if not edited and equal_except_seeds(keyframes, kept):
        pairs = zip(keyframes, kept, strict=True)
        keyframes = tuple(
            keyframe if keyframe.seed == RANDOM_SEED else replace(keyframe, seed=kept_keyframe.seed)
            for keyframe, kept_keyframe in pairs
        )
    seeded = with_seeds_of(keyframes, kept)
    is_about_riff = seeded == kept or is_variation(seeded, kept)
    return replace(state, keyframes=keyframes, made_from=seeded if is_about_riff else state.made_from)


def _without_takes(layer: Layer) -> Layer:
    return replace(layer, takes=None)


def _with_mix_of(layer: Layer, other: Layer) -> Layer:
    """Return a layer with the colour, gain, pan, mute and solo of another one."""
    return replace(layer, colour=other.colour, gain_db=other.gain_db, pan=other.pan, mute=other.mute, solo=other.solo)
