"""Instant sound of strokes, which is played until their draft is made and is no part of the sketch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles import ranges
from riffdesk.sketch.tiles.ranges import Columns, Ranges

_MAX_COLUMNS = 400  # maximum columns of a layer: more are drafted directly, as instant sound would only delay the draft


class InstantSounds:
    """The columns that need instant sound, and the audio of layers with instant sound.

    The audio of a layer is valid as long as the layer has the sound from which it was made, and no draft.
    """

    def __init__(self) -> None:
        self._painted: dict[str, Ranges] = {}
        self._made: dict[str, tuple[Waveform | None, Waveform]] = {}  # the sound in the sketch, and the instant one

    def paint(self, layer_id: str, columns: Columns) -> None:
        """Add columns of a layer that need instant sound."""
        self._painted[layer_id] = ranges.added(self._painted.get(layer_id, ()), columns)

    def next(self, layers: Sequence[Layer]) -> tuple[Layer, Columns] | None:
        """Return the first of some layers that needs instant sound, and its columns."""
        for layer in layers:
            needed = _common(self._painted.get(layer.id, ()), layer.sound.stale)
            if 0 < ranges.count(needed) <= _MAX_COLUMNS:
                return layer, needed[0]
            self._painted.pop(layer.id, None)
        return None

    def leave(self, layer_id: str, columns: Columns) -> None:
        """Remove columns of a layer, as they were requested."""
        self._painted[layer_id] = ranges.removed(self._painted.get(layer_id, ()), columns)

    def put(self, layer_id: str, before: Waveform | None, waveform: Waveform) -> None:
        """Set the instant audio of a layer, and the sound in the sketch that it belongs to."""
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
