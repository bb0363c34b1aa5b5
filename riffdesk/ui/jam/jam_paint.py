"""Painting into the loop of a jam: a layer of the sketch that repeats with it, and is played and kept with it.

The ink of the jam is shown under the strokes, bar by bar as it is made.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from riffdesk.arrays import Array
from riffdesk.audio.playing.painted_loop import Paint
from riffdesk.audio.playing.tape import Tape
from riffdesk.dsp.mix import gain_of, pan_gains
from riffdesk.engine.session.jam_request import JamBar
from riffdesk.language import tr
from riffdesk.sketch.events import FieldsChanged, LayerChanged, LayersChanged, SoundChanged
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import audible_layers
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import columns_needed, silent_ink

NAME = tr("Painted in the jam")


class JamPaint(QObject):
    """The layer that is painted into the loop of a jam.

    Parameters
    ----------
    sketch : Sketch
    """

    changed = Signal()
    """Painting was switched on or off, or another layer is active."""
    drawn = Signal(object, int)
    """Ink of a bar of the jam, float32 ``[..., bands, columns]``, and its first column in the loop; None for none."""

    def __init__(self, sketch: Sketch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch = sketch
        self._tape: Tape | None = None
        self._loop = 0
        self._layer_id = ""
        self._on = False
        self._inks: dict[int, Array] = {}  # of the newest bar at each position of the loop
        self._heard: tuple[object, ...] = ()
        sketch.subscribe(lambda _: self._follow(), SoundChanged, LayerChanged, LayersChanged)
        sketch.subscribe(self._on_fields, FieldsChanged)

    @property
    def on(self) -> bool:
        """Whether a layer repeats with the jam."""
        return self._on

    @property
    def is_active(self) -> bool:
        """Whether that layer is active, so that strokes go to it."""
        return self._on and self._sketch.state.active == self._layer_id

    def begin(self, tape: Tape, loop: int) -> None:
        """Follow a jam that begins, with the bars of its loop."""
        self._tape, self._loop, self._inks, self._heard = tape, loop, {}, ()

    def take(self, bar: JamBar) -> None:
        """Draw a new bar."""
        self._inks[bar.position] = _strongest([stem.ink for stem in bar.stems if stem.gain])
        if self._on:
            self._draw(bar.position)

    def set_on(self, on: bool) -> None:
        """Repeat a layer with the jam, a new one unless there is an earlier one; or none."""
        if on == self._on or (on and self._tape is None):
            return
        if on:
            self._select_layer()
        self._on = on
        self._follow()
        if on:
            for position in self._inks:
                self._draw(position)
        else:
            self.drawn.emit(None, 0)
        self.changed.emit()

    def end(self) -> None:
        """End painting with the jam; the layer stays in the sketch."""
        self.set_on(False)
        self._tape, self._inks = None, {}

    def select_again(self) -> None:
        """Activate the layer again, after others were added."""
        if self._on and self._sketch.state.has_layer(self._layer_id):
            self._sketch.select_layer(self._layer_id)

    def seconds_at(self, sample: int) -> float:
        """Return the time in the loop, and so in the sketch, of a sample of the tape."""
        assert self._tape is not None
        return self._tape.place_at(sample) / self._tape.rate

    def _select_layer(self) -> None:
        assert self._tape is not None
        sketch, samples = self._sketch, round(self._loop * self._tape.bar)
        if sketch.state.has_layer(self._layer_id):
            sketch.select_layer(self._layer_id)
            return
        columns = columns_needed(samples, sketch.params)
        layer = Layer(silent_ink(sketch.params, columns), NAME)
        self._layer_id = sketch.add_layer(layer, samples=samples, name=tr("Paint into the jam")).id

    def _on_fields(self, event: FieldsChanged) -> None:
        if "active" in event.names and self._on:
            self.changed.emit()

    def _follow(self) -> None:
        """Play the layer in its present state."""
        if self._tape is None:
            return
        state = self._sketch.state
        layer = state.layer(self._layer_id) if state.has_layer(self._layer_id) else None
        if self._on and layer is None:  # removed, or undone
            self.set_on(False)
            return
        channels = self._tape.shape[0]
        if layer is None or not self._on or layer not in audible_layers(state):
            paint = Paint(None, (0.0,) * channels)
        else:
            sides = (1.0,) if channels == 1 else pan_gains(layer.pan)
            paint = Paint(layer.sound.waveform, tuple(gain_of(layer.gain_db) * side for side in sides), layer)
        heard = paint.audio, paint.gains
        if heard != self._heard and (self._heard or paint.audio is not None):
            self._heard = heard
            self._tape.paint(paint)

    def _draw(self, position: int) -> None:
        assert self._tape is not None
        self.drawn.emit(self._inks[position], round(position * self._tape.bar / self._sketch.params.hop))


def _strongest(inks: Sequence[Array]) -> Array:
    """Return the maximum of ink: a fast approximation of the mix, for display."""
    return np.maximum.reduce(inks) if inks else np.zeros((1, 1), np.float32)
