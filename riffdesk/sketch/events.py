"""Events of a sketch for its listeners, derived from comparing two documents.

Every change of a sketch, including undo and the sections of a riff, replaces one immutable document by another.
`differences` compares the two, by identity first, so that events name only what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from operator import attrgetter

from riffdesk.sketch.layer import Layer
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Columns


@dataclass(frozen=True)
class DocumentOpened:
    """Another document was opened, with a new history."""


@dataclass(frozen=True)
class HistoryChanged:
    """Steps were added, undone, redone or forgotten, or the document was saved."""


@dataclass(frozen=True)
class FieldsChanged:
    """Fields of the `State` changed, other than layers and mask."""

    names: frozenset[str]


@dataclass(frozen=True)
class LayersChanged:
    """Layers were added, removed or moved."""

    added: frozenset[str]
    removed: frozenset[str]


@dataclass(frozen=True)
class LayerChanged:
    """Fields of a `Layer` changed, other than its ink and its sound."""

    layer_id: str
    names: frozenset[str]


@dataclass(frozen=True)
class InkChanged:
    """Ink of a layer changed within a range of columns. ``resized``: the number of columns changed."""

    layer_id: str
    columns: Columns
    resized: bool = False


@dataclass(frozen=True)
class SoundChanged:
    """Audio of a layer, or its stale or draft columns, changed."""

    layer_id: str


@dataclass(frozen=True)
class MaskChanged:
    """The mask changed within a range of columns."""

    columns: Columns


Event = (
    DocumentOpened
    | HistoryChanged
    | FieldsChanged
    | LayersChanged
    | LayerChanged
    | InkChanged
    | SoundChanged
    | MaskChanged
)

_LAYER_FIELDS = tuple(field.name for field in fields(Layer) if field.name not in ("tiles", "sound", "id"))
_FIELDS = tuple(field.name for field in fields(State) if field.name not in ("layers", "mask"))
_VALUES = {names: attrgetter(*names) for names in (_FIELDS, _LAYER_FIELDS)}


def differences(before: State, after: State) -> Iterator[Event]:
    """Yield the events that lead from one document to another."""
    if before.layers is not after.layers:
        yield from _in_layers(before, after)
    if before.mask is not after.mask:
        yield from _in_mask(before, after)
    names = _changed(_FIELDS, before, after)
    if names:
        yield FieldsChanged(names)


def _in_layers(before: State, after: State) -> Iterator[Event]:
    pairs = [(old, new) for old, new in zip(before.layers, after.layers, strict=False) if old is not new]
    if len(before.layers) != len(after.layers) or any(old.id != new.id for old, new in pairs):
        old_layers = {layer.id: layer for layer in before.layers}
        new_ids = {layer.id for layer in after.layers}
        yield LayersChanged(frozenset(new_ids - old_layers.keys()), frozenset(old_layers.keys() - new_ids))
        kept = [layer for layer in after.layers if layer.id in old_layers]
        pairs = [(old_layers[layer.id], layer) for layer in kept if layer is not old_layers[layer.id]]
    for old, new in pairs:
        yield from _in_layer(old, new)


def _in_layer(before: Layer, after: Layer) -> Iterator[Event]:
    columns = after.tiles.hull_of_differences(before.tiles)
    if columns is not None:
        yield InkChanged(after.id, columns, after.tiles.shape != before.tiles.shape)
    if after.sound is not before.sound:
        yield SoundChanged(after.id)
    names = _changed(_LAYER_FIELDS, before, after)
    if names:
        yield LayerChanged(after.id, names)


def _in_mask(before: State, after: State) -> Iterator[Event]:
    if before.mask is None or after.mask is None:
        yield MaskChanged((0, after.columns))
    else:
        columns = after.mask.hull_of_differences(before.mask)
        if columns is not None:
            yield MaskChanged(columns)


def _changed(names: tuple[str, ...], before: object, after: object) -> frozenset[str]:
    """Return the names of the fields whose values differ."""
    values = _VALUES[names]
    old, new = values(before), values(after)
    if old == new:  # fast, as most values are the same object
        return frozenset()
    return frozenset(
        name
        for name, old_value, new_value in zip(names, old, new, strict=True)
        if old_value is not new_value and old_value != new_value
    )
