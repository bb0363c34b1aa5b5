"""Changes of a document that follow from one thing: other render settings, sound that was rendered."""

from __future__ import annotations

from dataclasses import replace

from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.sound import Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Columns, covers


def with_render(state: State, render: RenderSettings) -> State:
    """Return a document that asks for riffs otherwise; in another quality, all of its sound is a draft."""
    if render == state.render:
        return state
    layers = state.layers
    if render.quality != state.render.quality:
        layers = tuple(replace(layer, sound=layer.sound.as_draft(layer.columns)) for layer in layers)
    return replace(state, render=render, layers=layers)


def with_rendered(state: State, then: Layer, columns: Columns, waveform: Waveform, *, draft: bool) -> State | None:
    """Return a document with audio in which columns of a layer sound as they looked then; None if it is refused.

    What was painted since the audio was asked for stays stale. Audio is refused where what is around it sounds
    different now from what it was led into, or the layer is gone: then it has to be rendered again.
    """
    if not state.has_layer(then.id):
        return None
    now = state.layer(then.id)
    same_sound = now.sound.waveform is then.sound.waveform
    if not same_sound or now.tiles.shape != then.tiles.shape or now.source is not then.source:
        return None
    painted = [(max(one[0], columns[0]), min(one[1], columns[1])) for one in now.tiles.differences(then.tiles)]
    if any(start < stop and not covers(now.sound.stale, (start, stop)) for start, stop in painted):
        return None  # what was rendered was undone since
    return state.with_layer(replace(now, sound=now.sound.rendered(waveform, columns, draft=draft).painted_in(painted)))
