"""A plot of the layers of a sketch: their images, the mask, the playhead, and overlays."""

from __future__ import annotations

from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.mel import db_to_ink
from riffdesk.settings import Settings
from riffdesk.sketch.events import (
    DocumentOpened,
    FieldsChanged,
    InkChanged,
    LayerChanged,
    LayersChanged,
    MaskChanged,
    SoundChanged,
)
from riffdesk.sketch.mixer import audible_layers, isolated, silence_reason
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Columns
from riffdesk.ui.canvas.analysis.partial_item import PartialItem
from riffdesk.ui.canvas.analysis.waveform_strip import HEIGHT, WaveformStrip
from riffdesk.ui.canvas.note_plot import NotePlot
from riffdesk.ui.canvas.plot.grid import GridItem
from riffdesk.ui.canvas.plot.layer_image import LayerImage, ghost_palette, map_palette, muted_palette
from riffdesk.ui.canvas.plot.level_range import automatic_range, fits, histogram
from riffdesk.ui.canvas.plot.overlays import Overlays
from riffdesk.ui.canvas.plot.piano import WIDTH, Piano
from riffdesk.ui.canvas.plot.picture_rows import picture_rows
from riffdesk.ui.canvas.tools.tool import Tool
from riffdesk.ui.theme import Colours

_LOOKS = frozenset(("colour", "mute", "solo"))
_MEASURE_MS = 120
_ABOVE_LAYERS = 69  # under hint, preview and mask
_READING = 0.01  # seconds of reading ink at a time, so that a long layer does not block the window
_READING_MEANWHILE = 0.001  # the same during a stroke, which must not wait


class LayerPlot(NotePlot):
    """Shows the layers of a sketch and follows their changes; base class of the canvas.

    Parameters
    ----------
    sketch : Sketch
    settings : Settings
        Colour map, range of levels, and options of the tools.
    tool : Tool
        The active tool.
    """

    _isolated = False

    measured = Signal(object)
    """Histogram of the active layer's levels; an automatic range in the settings is updated before."""

    def __init__(self, sketch: Sketch, settings: Settings, tool: Tool, parent: QWidget | None = None) -> None:
        super().__init__(sketch, settings, tool, parent)
        self._images: dict[str, LayerImage] = {}
        self._shown_columns = 0
        self.overlays = Overlays(self._view, sketch)
        self.grid = GridItem(sketch)
        self.grid.setZValue(_ABOVE_LAYERS)
        self.grid.setVisible(settings.show_grid)
        self._view.addItem(self.grid, ignoreBounds=True)
        self.partials = PartialItem(sketch)
        self.partials.setZValue(_ABOVE_LAYERS)
        self._view.addItem(self.partials, ignoreBounds=True)
        self.partials.setVisible(settings.show_partials)
        self.piano = Piano(self)
        self.set_piano_shown(settings.show_piano)
        self.waveform = WaveformStrip(self, sketch, lambda: self.heard_state)
        self.set_waveform_shown(settings.show_waveform)
        self._redraw = QTimer(self, interval=0, singleShot=True)
        self._redraw.timeout.connect(self._show_range)
        self._view.sigRangeChanged.connect(self._redraw.start)
        self._measure = QTimer(self, interval=_MEASURE_MS, singleShot=True)
        self._measure.timeout.connect(self._measure_levels)
        sketch.subscribe(self._on_ink, InkChanged)
        sketch.subscribe(lambda _: self.overlays.show_pending(), SoundChanged)
        sketch.subscribe(self._on_mask, MaskChanged)
        sketch.subscribe(self._on_layer, LayerChanged)
        sketch.subscribe(self._on_fields, FieldsChanged)
        sketch.subscribe(self._on_layers, LayersChanged)
        sketch.subscribe(self._on_opened, DocumentOpened)
        self._show_layers()
        self._show_length()
        self.fit()

    @property
    def painting(self) -> bool:
        """Whether a stroke is in progress, during which the colours stay."""
        return False

    @property
    def heard_state(self) -> State:
        """The audible document: with the active layer alone while it is isolated."""
        return isolated(self.sketch.state) if self._isolated else self.sketch.state

    def set_isolated(self, on: bool) -> None:
        """Show the active layer alone, or all audible layers."""
        self._isolated = on
        self.colour_layers()
        self._redraw.start()
        self.waveform.refresh()

    # Colours

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self.colour_axes(look)
        self.piano.set_look(look)
        self.waveform.set_look(look)
        self.overlays.set_look(look)
        self.colour_layers()

    def colour_layers(self) -> None:
        """Apply the colour map and the range of levels to the layers; inaudible layers are grey or hidden."""
        low, high = (
            db_to_ink(db, self.sketch.params) for db in (self.settings.level_low_db, self.settings.level_high_db)
        )
        state, colours = self.heard_state, map_palette(self.settings.colour_map, low, high)
        audible = {layer.id for layer in audible_layers(state)}
        for number, layer in enumerate(state.layers):
            image = self._images[layer.id]
            if layer.id == state.active:
                image.set_palette(colours if layer.id in audible else muted_palette(low, high))
            else:
                image.set_palette(ghost_palette(layer.colour, low, high))
            image.setZValue(0 if layer.id == state.active else 1 + number)
            image.setVisible(layer.id == state.active or layer.id in audible)
        self.overlays.show_unheard(silence_reason(state, state.active))
        self.overlays.colour_preview(self.settings)

    def follow_levels(self) -> None:
        """Colour the layers, and measure the levels of the active layer soon."""
        self.colour_layers()
        self._measure.start()

    def _measure_levels(self) -> None:
        """Emit the histogram of the active layer; with automatic levels, set the range from it."""
        if self.painting or self._redraw.isActive():  # the colours do not change during a stroke
            self._measure.start()
            return
        counts, settings = self._images[self.sketch.state.active].counts(), self.settings
        wanted = automatic_range(counts, self.sketch.params) if settings.level_auto else None
        if wanted is not None and not fits((settings.level_low_db, settings.level_high_db), wanted):
            settings.level_low_db, settings.level_high_db = wanted
            self.colour_layers()
        self.measured.emit(histogram(counts, self.sketch.params))

    # Contents

    def _on_ink(self, event: InkChanged) -> None:
        self.overlays.hint.hide()
        ink, image = self.sketch.layer(event.layer_id).tiles, self._images.get(event.layer_id)
        if image is not None and image.ink.shape == ink.shape:
            image.refresh(ink, event.columns)
        else:
            self._show_layers()
        if not self._measure.isActive():
            self._measure.start()
        self._redraw.start()

    def _on_mask(self, event: MaskChanged) -> None:
        self.overlays.show_mask(event.columns)
        self._redraw.start()

    def _on_layer(self, event: LayerChanged) -> None:
        if event.names & _LOOKS:
            self.colour_layers()

    def _on_layers(self, _: LayersChanged) -> None:
        self._show_layers()
        self.overlays.show_pending()

    def _on_fields(self, event: FieldsChanged) -> None:
        state = self.sketch.state
        if event.names & {"samples", "columns", "params"}:
            self._show_length()
        if event.names & {"tempo", "beats_per_bar", "key"}:
            self.grid.update()
            self._bars.set_tempo(state.tempo, state.beats_per_bar)
        if "active" in event.names:
            self.follow_levels()
            self.overlays.show_pending()
        if event.names & {"keyframes", "render"}:
            self.overlays.show_hint()

    def _on_opened(self, _: DocumentOpened) -> None:
        self.overlays.show_preview(None)
        self.overlays.show_mask((0, self.sketch.columns))
        self._shown_columns = 0
        self._show_layers()
        self._show_length()

    def show_preview(self, ink: NDArray[np.float32] | None, column: int = 0) -> None:
        """Show a preview of a riff that is being rendered; None removes it.

        Parameters
        ----------
        ink : float32 ``[bands, n]``, optional
        column : int
            First column of the preview.
        """
        self.overlays.show_preview(ink, column)
        self.colour_layers()
        self._redraw.start()

    def show_loop(self, ink: NDArray[np.float32] | None, column: int = 0) -> None:
        """Show the painted loop of a jam, from a column on; None removes it."""
        self.overlays.show_loop(ink, column)
        self._redraw.start()

    def _show_layers(self) -> None:
        """Create, replace or remove the images so that each layer has one of its shape."""
        layers, before = {layer.id: layer for layer in self.sketch.layers}, dict(self._images)
        for layer_id, image in before.items():
            if layer_id not in layers or image.ink.shape != layers[layer_id].tiles.shape:
                self._view.removeItem(self._images.pop(layer_id))
        for layer in layers.values():
            if layer.id not in self._images:
                self._images[layer.id] = LayerImage(layer.tiles, self._step, before.get(layer.id))
                self._view.addItem(self._images[layer.id], ignoreBounds=True)
            elif self._images[layer.id].ink is not layer.tiles:
                self._images[layer.id].refresh(layer.tiles, (0, layer.columns))
        self.overlays.show_hint()
        self.follow_levels()
        self._redraw.start()

    def _show_length(self) -> None:
        """Update axes and limits after a change of length, spectrogram settings, tempo or meter."""
        params = self.sketch.params
        self.set_scale(BandScale(params, self.settings.frequency_axis))
        self._bars.set_tempo(self.sketch.state.tempo, self.sketch.state.beats_per_bar)
        if self.sketch.columns != self._shown_columns:
            (left, right), _ = self._view.viewRange()
            shown = self._shown_columns * self._step
            showed_all = not self._shown_columns or (left <= self._step and right >= shown - self._step)
            self._shown_columns = self.sketch.columns
            self._view.setLimits(
                xMin=0,
                xMax=self.sketch.seconds,
                yMin=-0.5,
                yMax=params.bands - 0.5,
                minXRange=min(8 * self._step, self.sketch.seconds),
                minYRange=8,
            )
            if showed_all:
                self.fit()
        self.overlays.show_hint()
        self.overlays.show_pending()
        self._redraw.start()

    def set_scale(self, scale: BandScale) -> None:
        """Change the frequency axis."""
        super().set_scale(scale)
        self.overlays.set_scale(scale)
        self.grid.set_scale(scale)
        self.partials.set_scale(scale)
        self.piano.update()
        self._redraw.start()

    def shown_columns(self) -> Columns:
        """Return the range of columns in view."""
        (left, right), _ = self._view.viewRange()
        return int(left / self._step), int(right / self._step) + 1

    def set_note_axis(self, on: bool) -> None:
        """Set the frequency axis to notes, with equal semitones, or to mel."""
        self.settings.frequency_axis = "notes" if on else "mel"
        self.set_scale(BandScale(self.sketch.params, self.settings.frequency_axis))

    def set_grid_shown(self, on: bool) -> None:
        """Draw lines for bars, beats and notes, or none."""
        self.settings.show_grid = on
        self.grid.setVisible(on)

    def set_partials_shown(self, on: bool) -> None:
        """Draw the partials of the active layer as lines, or none."""
        self.settings.show_partials = on
        self.partials.setVisible(on)

    def set_waveform_shown(self, on: bool) -> None:
        """Show the waveform under the picture, or hide it."""
        self.settings.show_waveform = on
        self.waveform.setVisible(on)
        self._time.leave_room(HEIGHT if on else 0)

    def set_piano_shown(self, on: bool) -> None:
        """Show the piano, or hide it."""
        self.settings.show_piano = on
        self.piano.setVisible(on)
        self._hertz.leave_room(WIDTH if on else 0)

    def _show_range(self) -> None:
        (left, right), (low, high) = self._view.viewRange()
        ratio = self.devicePixelRatioF()
        pixels = self._view.width() * ratio
        rows = picture_rows(self.scale, low, high, max(1, round(self._view.height() * ratio)))
        until = perf_counter() + (_READING_MEANWHILE if self.painting else _READING)
        more = False
        for image in (*self.overlays.images, *self._images.values()):
            if image.isVisible():
                first = image.pos().x()
                image.show_range((left - first) / self._step, (right - first) / self._step, pixels, rows)
                more = image.read(until) or more
        if more:
            self._redraw.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Redraw at the new size."""
        super().resizeEvent(event)
        if hasattr(self, "_redraw"):
            self._redraw.start()
