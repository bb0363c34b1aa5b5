"""The present document: access to its parts, and listeners of its events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.events import Event
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State

Listener = Callable[[Any], None]


class ObservedDocument:
    """A document that can be read and observed. `riffdesk.sketch.sketch.Sketch` adds its changes.

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
        """The document as a value."""
        return self._state

    @property
    def params(self) -> SpectrogramParams:
        """Bands and time grid of every layer's ink."""
        return self._state.params

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Layers from bottom to top."""
        return self._state.layers

    @property
    def active_layer(self) -> Layer:
        """The layer that the tools paint on."""
        return self._state.layer(self._state.active)

    @property
    def render(self) -> RenderSettings:
        """Model, scheduler, steps and other settings of new riffs."""
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
        """Length of a new riff in seconds: the sketch's, unless the render settings have another."""
        return (0.0 if self._state.circular else self.render.seconds) or self.seconds

    def layer(self, layer_id: str) -> Layer:
        """Return the layer with this id; KeyError if there is none."""
        return self._state.layer(layer_id)

    def sound(self, layer_id: str) -> Sound:
        """Return the sound of a layer; an empty one if there is no such layer."""
        return self._state.layer(layer_id).sound if self._state.has_layer(layer_id) else Sound()

    @property
    def mask(self) -> Array | None:
        """The painted mask: read-only float32 ``[bands, columns]``, 1 = regenerate, 0 = keep; None before a stroke.

        It is not saved, but its strokes can be undone.
        """
        return None if self._state.mask is None else self._state.mask.array

    def subscribe(self, listener: Listener, *kinds: type) -> None:
        """Call a function with each event of some classes of `riffdesk.sketch.events`; of all by default."""
        self._listeners.append((listener, kinds or (object,)))

    def unsubscribe(self, listener: Listener) -> None:
        """Stop calling a function."""
        self._listeners = [pair for pair in self._listeners if pair[0] != listener]

    def _notify(self, event: Event) -> None:
        for listener, kinds in tuple(self._listeners):
            if isinstance(event, kinds):
                listener(event)
