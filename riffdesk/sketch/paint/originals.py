"""The original ink of a layer, before it was painted on."""

from __future__ import annotations

from riffdesk.sketch.ink import Ink
from riffdesk.sketch.sketch import Sketch


def original_of(sketch: Sketch) -> Ink:
    """Return the ink of the active layer when it was imported, made or opened.

    Imported layers, riffs and images have it. For other layers it is the ink in the oldest step of the history that has
    the layer: that of the project, or the silence of a new layer.
    """
    layer = sketch.active_layer
    if layer.source is not None:
        return layer.source.tiles
    if layer.made is not None:
        return layer.made
    first = next((step.state for step in sketch.history.steps if step.state.has_layer(layer.id)), sketch.state)
    before = first.layer(layer.id)
    later = sketch.state.added_before - first.added_before
    return before.tiles.delayed(later) if later > 0 else before.tiles
