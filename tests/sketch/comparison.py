"""Holds a sketch against the naive model, and a canvas that knows nothing but events against the sketch."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.sketch.events import (
    DocumentOpened,
    FieldsChanged,
    HistoryChanged,
    InkChanged,
    LayerChanged,
    LayersChanged,
    MaskChanged,
    SoundChanged,
)
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Ranges, added
from riffdesk.sketch.tiles.tiles import Tiles
from tests.sketch.naive_model import Columns, NaiveDocument, NaiveLayer

Array = NDArray[np.float32]
LAYER_FIELDS = ("name", "colour", "gain_db", "pan", "mute", "solo", "recipe")
FIELDS = ("params", "samples", "columns", "active", "tempo", "beats_per_bar", "keyframes", "circular", "render")


def check_document(state: State, naive: NaiveDocument, seen: dict[tuple[int, int], object] | None = None) -> None:
    """Compare everything; pairs of layers that were compared before are not looked at again."""
    for name in FIELDS:
        assert getattr(state, name) == getattr(naive, name), name
    assert [layer.id for layer in state.layers] == [layer.id for layer in naive.layers]
    assert (state.mask is None) == (naive.mask is None)
    if state.mask is not None:
        check_tiles(state.mask, naive.mask)
        assert state.mask.length == state.columns
    for layer, other in zip(state.layers, naive.layers, strict=True):
        assert layer.columns == state.columns
        key = id(layer), id(other)
        if seen is None or key not in seen:
            check_layer(layer, other)
            if seen is not None:
                seen[key] = layer, other  # held, so that no other layer gets their ids


def check_layer(layer: Layer, naive: NaiveLayer) -> None:
    for name in LAYER_FIELDS:
        assert getattr(layer, name) == getattr(naive, name), name
    check_tiles(layer.tiles, naive.ink)
    assert (layer.source is None) == (naive.source is None)
    if layer.source is not None and naive.source is not None:
        check_tiles(layer.source.waveform, naive.source[0])
        check_tiles(layer.source.tiles, naive.source[1])
    assert (layer.sound.waveform is None) == (naive.sound.audio is None)
    if layer.sound.waveform is not None:
        check_tiles(layer.sound.waveform, naive.sound.audio)
    assert columns_in(layer.sound.stale) == naive.sound.stale, "stale"
    assert columns_in(layer.sound.draft) == naive.sound.draft, "draft"


def columns_in(ranges: Ranges) -> Columns:
    """Return ranges as a set; they are in order and do not touch."""
    again: Ranges = ()
    for columns in ranges:
        again = added(again, columns)
    assert again == ranges, f"{ranges} touch, are empty or out of order"
    return frozenset(column for start, stop in ranges for column in range(start, stop))


def check_tiles(tiles: Tiles, array: Array | None) -> None:
    """Compare values bit for bit, and see that nobody can write and that silence is shared."""
    assert array is not None
    assert tiles.shape == array.shape
    there = [tile.array for tile in tiles.tiles if tile is not tiles.silence]
    for tile in there:
        assert not tile.flags.writeable
        assert tile.base is None or not tile.base.flags.writeable
        assert tile.any(), "a silent tile that is not the shared one"
    assert not tiles.silence.array.any()
    assert len(tiles.tiles) == -(-tiles.length // tiles.SIZE)
    rest = tiles.length % tiles.SIZE
    assert not (rest and tiles.tiles[-1][..., rest:].any()), "something beyond the end"
    whole = tiles.array
    assert not whole.flags.writeable
    assert whole.tobytes() == np.ascontiguousarray(array, np.float32).tobytes()


class Mirror:
    """Shows a sketch, and looks at it only where an event says that there is something new."""

    def __init__(self, sketch: Sketch) -> None:
        self.sketch = sketch
        state = sketch.state
        self.fields = {name: getattr(state, name) for name in _state_fields()}
        self.layers = {layer.id: _copy(layer) for layer in state.layers}
        self.order = [layer.id for layer in state.layers]
        self.mask = None if state.mask is None else state.mask.array.copy()
        self.history = self._history()
        sketch.subscribe(self.see)

    def see(self, event: object) -> None:
        state = self.sketch.state
        match event:
            case LayersChanged(added=new, removed=gone):
                order = [layer.id for layer in state.layers]
                assert (new, gone) == (set(order) - set(self.order), set(self.order) - set(order))
                assert order != self.order
                self.order = order
                self.layers = {one: self.layers.get(one) or _copy(state.layer(one)) for one in order}
            case InkChanged(layer_id=one, columns=columns, resized=resized):
                self._see_ink(state.layer(one), columns, resized)
            case SoundChanged(layer_id=one):
                assert self.layers[one]["sound"] is not state.layer(one).sound
                self.layers[one]["sound"] = state.layer(one).sound
            case LayerChanged(layer_id=one, names=names):
                layer = state.layer(one)
                assert names == {name for name in _layer_fields() if self.layers[one][name] != getattr(layer, name)}
                self.layers[one] |= {name: getattr(layer, name) for name in names}
            case FieldsChanged(names=names):
                assert names == {name for name in _state_fields() if self.fields[name] != getattr(state, name)}
                self.fields |= {name: getattr(state, name) for name in names}
            case MaskChanged(columns=columns):
                self._see_mask(columns)
            case HistoryChanged():
                self.history = self._history()
            case DocumentOpened():
                pass
            case _:
                raise AssertionError(event)

    def _see_ink(self, layer: Layer, columns: tuple[int, int], resized: bool) -> None:
        ink, new = self.layers[layer.id]["ink"], layer.ink
        assert resized == (ink.shape != new.shape)
        if resized:
            ink = np.zeros(new.shape, np.float32)
            assert columns[0] <= 0
            assert columns[1] >= new.shape[-1]
        else:
            differs = np.flatnonzero((ink != new).reshape(-1, new.shape[-1]).any(axis=0))
            assert columns == (differs[0], differs[-1] + 1), "more or less than what has changed"
        part = slice(*columns)
        ink[..., part] = new[..., part]
        self.layers[layer.id]["ink"] = ink

    def _see_mask(self, columns: tuple[int, int]) -> None:
        mask = self.sketch.mask
        if mask is None or self.mask is None or mask.shape != self.mask.shape:
            assert columns[0] <= 0
            assert columns[1] >= self.sketch.columns
            self.mask = None if mask is None else mask.copy()
        else:
            differs = np.flatnonzero((mask != self.mask).any(axis=0))
            assert columns == (differs[0], differs[-1] + 1)
            self.mask[..., slice(*columns)] = mask[..., slice(*columns)]

    def check(self) -> None:
        """See that the sketch is what the events said."""
        state = self.sketch.state
        assert self.order == [layer.id for layer in state.layers]
        assert self.fields == {name: getattr(state, name) for name in _state_fields()}
        for layer in state.layers:
            there = self.layers[layer.id]
            assert np.array_equal(there["ink"], layer.ink), "ink that no event told of"
            assert there["sound"] is layer.sound, "sound that no event told of"
            assert {name: there[name] for name in _layer_fields()} == {
                name: getattr(layer, name) for name in _layer_fields()
            }
        assert (self.mask is None) == (state.mask is None)
        if self.mask is not None and self.sketch.mask is not None:
            assert np.array_equal(self.mask, self.sketch.mask)
        assert self.history == self._history()

    def _history(self) -> tuple[object, ...]:
        history = self.sketch.history
        return [step.name for step in history.steps], history.index, history.at_saved


def _copy(layer: Layer) -> dict[str, Any]:
    return {"ink": layer.ink.copy(), "sound": layer.sound, **{name: getattr(layer, name) for name in _layer_fields()}}


def _layer_fields() -> list[str]:
    return [field.name for field in fields(Layer) if field.name not in ("tiles", "sound", "id")]


def _state_fields() -> list[str]:
    return [field.name for field in fields(State) if field.name not in ("layers", "mask")]
