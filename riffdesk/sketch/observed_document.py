"""The present document: its parts to be read, and listeners that are told of changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.events import Event
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tile import Array

Listener = Callable[[Any], None]


class ObservedDocument:
    """A document that others read and listen to. `riffdesk.sketch.sketch.Sketch` is the one that changes.

    Parameters
    ----------
    state : State
        The document.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._listeners: list[tuple[Listener, tuple[type, ...]]] = []

    @property
    def state(self) -> State:
        """The whole document."""
        return self._state

    @property
    def params(self) -> SpectrogramParams:
        """How the ink of every layer is spaced."""
        return self._state.params

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Layers, the first drawn at the bottom."""
        return self._state.layers

    @property
    def active_layer(self) -> Layer:
        """The layer that the tools paint on."""
        return self._state.layer(self._state.active)

    @property
    def render(self) -> RenderSettings:
        """What riffs are asked for besides the keyframes."""
        return self._state.render

    @property
    def columns(self) -> int:
        """Columns of every layer."""
        return self._state.columns

    @property
    def samples(self) -> int:
        """Length of the mix and of every stem in samples."""
        return self._state.samples

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self._state.samples / self._state.params.sample_rate

    @property
    def riff_seconds(self) -> float:
        """How long a new riff is: as long as the sketch, unless a recipe asks for another length."""
        return (0.0 if self._state.circular else self.render.seconds) or self.seconds

    def layer(self, layer_id: str) -> Layer:
        """Return the layer with this id; KeyError if it is gone."""
        return self._state.layer(layer_id)

    def sound(self, layer_id: str) -> Sound:
        """Return what a layer sounds like now; nothing, if it is gone."""
        return self._state.layer(layer_id).sound if self._state.has_layer(layer_id) else Sound()

    @property
    def mask(self) -> Array | None:
        """Where to regenerate, as painted by hand: read-only float32 ``[bands, columns]``, 1 = anew, 0 = keep.

        None before the first stroke. It is not saved, but its strokes can be undone as any others.
        """
        return None if self._state.mask is None else self._state.mask.array

    def subscribe(self, listener: Listener, *kinds: type) -> None:
        """Have a function called with each event of some kinds, see `riffdesk.sketch.events`; of all by default."""
        self._listeners.append((listener, kinds or (object,)))

    def unsubscribe(self, listener: Listener) -> None:
        """No longer call a function."""
        self._listeners = [pair for pair in self._listeners if pair[0] != listener]

    def _tell(self, event: Event) -> None:
        for listener, kinds in tuple(self._listeners):
            if isinstance(event, kinds):
                listener(event)
