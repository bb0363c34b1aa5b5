"""Instant sound of strokes, which is played until their draft is made and is no part of the sketch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles import ranges
from riffdesk.sketch.tiles.ranges import Columns, Ranges

_MAX_COLUMNS = 400  # of a layer: more than that is drafted directly, as instant sound would only delay it


class InstantSounds:
    """Which columns of which layers need instant sound, and the audio of the layers that have some.

    The audio of a layer holds as long as its sound in the sketch is the one that it was made from and lacks a draft.
    """

    def __init__(self) -> None:
        self._painted: dict[str, Ranges] = {}
        self._made: dict[str, tuple[Waveform | None, Waveform]] = {}  # the sound in the sketch, and the instant one

    def paint(self, layer_id: str, columns: Columns) -> None:
        """Have columns of a layer made."""
        self._painted[layer_id] = ranges.added(self._painted.get(layer_id, ()), columns)

    def next(self, layers: Sequence[Layer]) -> tuple[Layer, Columns] | None:
        """Return the first of some layers that needs instant sound, and the columns to be made of it."""
        for layer in layers:
            needed = _common(self._painted.get(layer.id, ()), layer.sound.stale)
            if 0 < ranges.count(needed) <= _MAX_COLUMNS:
                return layer, needed[0]
            self._painted.pop(layer.id, None)
        return None

    def leave(self, layer_id: str, columns: Columns) -> None:
        """Have columns of a layer made no more: they were requested."""
        self._painted[layer_id] = ranges.removed(self._painted.get(layer_id, ()), columns)

    def put(self, layer_id: str, before: Waveform | None, waveform: Waveform) -> None:
        """Set the audio that is heard of a layer, and the sound in the sketch that it belongs to."""
        if waveform is before:
            self._made.pop(layer_id, None)
        else:
            self._made[layer_id] = before, waveform

    def heard(self, layer: Layer) -> Layer:
        """Return a layer with its instant sound, or itself if it has none."""
        before, waveform = self._made.get(layer.id, (None, None))
        if waveform is None or before is not layer.sound.waveform or not layer.sound.stale:
            return layer
        return replace(layer, sound=replace(layer.sound, waveform=waveform))

    def heard_state(self, state: State) -> State:
        """Return a document in which the layers have their instant sound."""
        for layer in state.layers:
            if layer.id in self._made and (heard := self.heard(layer)) is not layer:
                state = state.with_layer(heard)
        return state

    def clear(self, layer_id: str | None = None) -> None:
        """Forget a layer; by default all."""
        for of_layers in (self._painted, self._made):
            if layer_id is None:
                of_layers.clear()
            else:
                of_layers.pop(layer_id, None)


def _common(first: Ranges, second: Ranges) -> Ranges:
    """Return the columns that are in both."""
    pairs = ((max(a, c), min(b, d)) for a, b in first for c, d in second)
    return ranges.joined(pair for pair in pairs if pair[0] < pair[1])
