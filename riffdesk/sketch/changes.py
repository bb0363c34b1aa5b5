"""Functions that return a document with other render settings, or with sound that was rendered."""

from __future__ import annotations

from dataclasses import replace

from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.sound import Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Columns, covers


def with_render(state: State, render: RenderSettings) -> State:
    """Return a document with other render settings. If their quality changes, all sound becomes a draft."""
    if render == state.render:
        return state
    layers = state.layers
    if render.quality != state.render.quality:
        layers = tuple(_as_draft(layer) for layer in layers)
    return replace(state, render=render, layers=layers)


def with_rendered(
    state: State, rendered_layer: Layer, columns: Columns, waveform: Waveform, *, draft: bool
) -> State | None:
    """Return a document with the rendered audio of some columns of a layer; None if the audio is out of date.

    Columns that were painted since the audio was requested stay stale. The audio is out of date if the layer's
    audio, size or source has changed since, or the layer was removed: then it has to be rendered again.

    Parameters
    ----------
    rendered_layer : Layer
        The layer when the audio was requested.
    """
    if not state.has_layer(rendered_layer.id):
        return None
    layer = state.layer(rendered_layer.id)
    same_sound = layer.sound.waveform is rendered_layer.sound.waveform
    if not same_sound or layer.tiles.shape != rendered_layer.tiles.shape or layer.source is not rendered_layer.source:
        return None
    painted = [
        (max(range_[0], columns[0]), min(range_[1], columns[1]))
        for range_ in layer.tiles.differences(rendered_layer.tiles)
    ]
    if any(start < stop and not covers(layer.sound.stale, (start, stop)) for start, stop in painted):
        return None  # the rendered stroke was undone since
    return state.with_layer(
        replace(layer, sound=layer.sound.rendered(waveform, columns, draft=draft).painted_in(painted))
    )


def _as_draft(layer: Layer) -> Layer:
    return replace(layer, sound=layer.sound.as_draft(layer.columns)).with_takes(_as_draft)
