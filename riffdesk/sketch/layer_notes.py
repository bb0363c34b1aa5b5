"""Changes of a layer's notes, each of which is one undo step."""

from __future__ import annotations

from dataclasses import replace

from riffdesk.sketch.sketch import Sketch


def set_notes(sketch: Sketch, layer_id: str, notes: str, name: str, merge: str | None = None) -> None:
    """Give a layer other notes, which are not played yet.

    Parameters
    ----------
    notes : str
        As `Layer.notes`: '' for those that it was played from.
    name, merge
        As in `Sketch.change`.
    """
    sketch.settle()
    layer = sketch.layer(layer_id)
    if notes != layer.notes:
        sketch.take_step(name, sketch.state.with_layer(replace(layer, notes=notes)), merge)
