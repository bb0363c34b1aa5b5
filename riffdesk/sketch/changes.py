"""Changes of a document that follow from one thing: other render settings, sound that was rendered."""

from __future__ import annotations

from dataclasses import replace

from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.state import State


def with_render(state: State, render: RenderSettings) -> State:
    """Return a document that asks for riffs otherwise; in another quality, all of its sound is a draft."""
    if render == state.render:
        return state
    layers = state.layers
    if render.quality != state.render.quality:
        layers = tuple(replace(layer, sound=layer.sound.as_draft(layer.columns)) for layer in layers)
    return replace(state, render=render, layers=layers)
