"""What a layer was before it was painted on."""

from __future__ import annotations

from riffdesk.sketch.ink import Ink
from riffdesk.sketch.sketch import Sketch


def original_of(sketch: Sketch) -> Ink:
    """Return what the active layer was when it was imported, made or opened.

    Imported layers hold what was imported, riffs and images what was made. For any other, it is the ink in the oldest
    step of the history that has the layer: what the project had, or the silence of a new layer.
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
