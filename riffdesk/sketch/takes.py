"""Takes: several riffs that stand for one layer, of which one is heard until one is kept.

Generate makes another take of the layer that it made before, as long as nobody has kept that. The other takes stay
in the layer, undo and all, but are not saved: what is to stay is kept.
"""

from __future__ import annotations

from dataclasses import replace

from riffdesk.sketch.layer import Layer, Takes
from riffdesk.sketch.recipe.timeline import RANDOM_SEED, Keyframes, other_seeds_alone, same_but_seeds, seeded_as
from riffdesk.sketch.state import State

MOST = 16


def as_take(new: Layer, old: Layer | None = None) -> Layer:
    """Return a new layer as a take that is not kept: the last of another layer's, in whose place in the mix it is."""
    if old is None or old.takes is None:
        return replace(new, takes=Takes())
    others = (*old.takes.before, _alone(old), *old.takes.after)
    return _in_the_mix(replace(new, takes=Takes(others[-MOST + 1 :])), old)


def other_take(layer: Layer, by: int) -> Layer | None:
    """Return the take so many places after the one that is heard, or before it; None if there is none."""
    if layer.takes is None:
        return None
    every = (*layer.takes.before, _alone(layer), *layer.takes.after)
    place = len(layer.takes.before) + by
    if not 0 <= place < len(every):
        return None
    take = every[place].resized(layer.columns)
    take = replace(take, takes=Takes(every[:place], every[place + 1 :]), sound=take.sound.within(layer.columns))
    return _in_the_mix(take, layer)


def with_kept(state: State, kept: Keyframes, asked: Keyframes = ()) -> State:
    """Return a document in which a riff is kept: its seeds are the timeline's from now on, random ones stay random.

    Where the user has changed the timeline since the newest riff, that is left alone. A riff that is kept beside a
    timeline with other seeds is no longer one that the timeline is about, so that nothing makes it anew with them.

    Parameters
    ----------
    kept : tuple of Keyframe
        What the riff was made from.
    asked : tuple of Keyframe
        The timeline when it was asked for, where that is not what the newest riff was made from.
    """
    now = state.keyframes
    edited = now != asked and seeded_as(now, state.made_from) != state.made_from
    if not edited and same_but_seeds(now, kept):
        pairs = zip(now, kept, strict=True)
        now = tuple(one if one.seed == RANDOM_SEED else replace(one, seed=other.seed) for one, other in pairs)
    wanted = seeded_as(now, kept)
    alike = wanted == kept or other_seeds_alone(wanted, kept)
    return replace(state, keyframes=now, made_from=wanted if alike else state.made_from)


def _alone(layer: Layer) -> Layer:
    return replace(layer, takes=None)


def _in_the_mix(layer: Layer, like: Layer) -> Layer:
    """Return a layer with another one's place in the mix."""
    return replace(layer, colour=like.colour, gain_db=like.gain_db, pan=like.pan, mute=like.mute, solo=like.solo)
