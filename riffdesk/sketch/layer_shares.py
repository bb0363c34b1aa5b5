"""Replacing a layer by layers that share its sound, as one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riffdesk.errors import UserError
from riffdesk.sketch.layer import COLOURS, Layer
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import MAX_LAYERS


def replace_by_shares(sketch: Sketch, original: Layer, shares: Sequence[Layer]) -> None:
    """Replace a layer by its shares, the first of them uppermost; they get colours of their own.

    Parameters
    ----------
    original : Layer
        The layer when the shares were requested.
    shares : sequence of Layer
        As long as it, with their sound.

    Raises
    ------
    UserError
        If the layer has been changed or removed since, or the sketch has no room for the shares.
    """
    sketch.settle()
    state = sketch.state
    if not state.has_layer(original.id) or state.layer(original.id).tiles != original.tiles:
        raise UserError(f"{original.name} was changed or removed while it was split; it was left as it is.")
    check_room(sketch, len(shares) - 1)
    layer = state.layer(original.id)
    index = state.layers.index(layer)
    first = COLOURS.index(layer.colour) if layer.colour in COLOURS else 0
    coloured = [
        replace(
            share,
            colour=COLOURS[(first + number) % len(COLOURS)],
            gain_db=layer.gain_db,
            pan=layer.pan,
            mute=layer.mute,
            solo=layer.solo,
        )
        for number, share in enumerate(shares)
    ]
    layers = (*state.layers[:index], *reversed(coloured), *state.layers[index + 1 :])
    sketch.change("Split", layers=layers, active=coloured[0].id)


def check_room(sketch: Sketch, more: int) -> None:
    """Raise UserError if a sketch has no room for more layers."""
    if len(sketch.layers) + more > MAX_LAYERS:
        raise UserError(f"A sketch has at most {MAX_LAYERS} layers: no room for {more} more. Remove some.")
