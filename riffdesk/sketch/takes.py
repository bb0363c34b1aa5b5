"""Takes: several riffs that stand for one layer, of which one is heard until one is kept.

Generate makes another take of the layer that it made before, as long as nobody has kept that. The other takes stay
in the layer, undo and all, but are not saved: what is to stay is kept.
"""

from __future__ import annotations

from dataclasses import replace

from riffdesk.sketch.layer import Layer, Takes

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


def _alone(layer: Layer) -> Layer:
    return replace(layer, takes=None)


def _in_the_mix(layer: Layer, like: Layer) -> Layer:
    """Return a layer with another one's place in the mix."""
    return replace(layer, colour=like.colour, gain_db=like.gain_db, pan=like.pan, mute=like.mute, solo=like.solo)
