"""The spectrogram canvas: shows the ink of the layers, the playhead and the selection, and paints with the tools.

The view's coordinates are seconds (x) and mel bands (y). Mouse events are converted to columns and bands and sent to
the active tool, which changes the sketch; the sketch's events update the images of the layers.
"""

from __future__ import annotations

from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

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
from riffdesk.sketch.mixer import audible_layers, silence_reason
from riffdesk.sketch.paint.selection import Selection
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.layer_image import LayerImage, ghost_palette, map_palette, muted_palette
from riffdesk.ui.canvas.level_range import automatic_range, fits, histogram
from riffdesk.ui.canvas.note_plot import NotePlot
from riffdesk.ui.canvas.overlays import Overlays
from riffdesk.ui.canvas.tools.tool import Tool
from riffdesk.ui.theme import Colours

_LOOKS = frozenset(("colour", "mute", "solo"))
_MEASURE_MS = 120
_READING = 0.01  # seconds of reading ink at a time, so that a long layer does not block the window


class SpectrogramCanvas(NotePlot):
    """Shows a sketch, and sends mouse events to the active tool.

    Parameters
    ----------
    sketch : Sketch
    settings : Settings
        Colour map, range of levels, and options of the tools.
    tool : Tool
        The active tool; `set_tool` changes it.
    """

    hovered = Signal(object)
    """(column, band) under the mouse; None when the mouse leaves."""
    sought = Signal(float)
    """The user has set the playhead; its position in seconds."""
    selected = Signal()
    """The selection has changed."""
    measured = Signal(object)
    """Histogram of the active layer's levels; an automatic range in the settings is updated before."""

    def __init__(self, sketch: Sketch, settings: Settings, tool: Tool, parent: QWidget | None = None) -> None:
        super().__init__(sketch, settings, tool, parent)
        self.setObjectName("canvas")
        self.setAccessibleName("Spectrogram canvas")
        self.setAccessibleDescription("Paint sound here: time runs to the right, pitch upwards.")
        self.selection: Selection | None = None
        self.menu_actions: list[QAction] = []
        self._images: dict[str, LayerImage] = {}
        self._dragging: str | None = None
        self._last_mouse = QPointF()
        self._pressed_at = -QApplication.doubleClickInterval() - 1  # of the last press here, in ms as Qt counts
        self._shown_columns = 0

        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.overlays = Overlays(self._view, sketch)
        self.notes.changed.connect(self._on_notes)
        self._on_notes()

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

    # Colours

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self.colour_axes(look)
        self.overlays.set_look(look)
        self.colour_layers()

    def colour_layers(self) -> None:
        """Apply the colour map and the range of levels to the layers; inaudible layers are grey or hidden."""
        low, high = (
            db_to_ink(db, self.sketch.params) for db in (self.settings.level_low_db, self.settings.level_high_db)
        )
        state, colours = self.sketch.state, map_palette(self.settings.colour_map, low, high)
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

    @property
    def has_selection(self) -> bool:
        """Whether anything is selected that can be deleted or transposed."""
        return bool(self.notes.selected) if self.edits_notes else self.selection is not None

    def _on_notes(self) -> None:
        self.show_notes()
        self.overlays.show_changed_notes(self.notes.is_changed)
        self.selected.emit()

    def set_playhead(self, seconds: float, follow: bool = False) -> None:
        """Move the playhead; with ``follow`` the view scrolls by a page when the playhead leaves it."""
        (left, right), _ = self._view.viewRange()
        was_visible = left <= self.overlays.playhead.value() <= right
        self.overlays.playhead.setPos(seconds)
        if follow and was_visible and not left <= seconds <= right and self._dragging is None:
            self._view.setXRange(seconds, seconds + right - left, padding=0)

    def select(self, selection: Selection | None) -> None:
        """Set the selection; None clears it."""
        self.selection = selection
        self.overlays.show_selection(selection)
        self.selected.emit()

    def seek_column(self, column: float) -> None:
        """Emit `sought` for a column."""
        self.sought.emit(min(max(0.0, column * self._step), self.sketch.seconds))

    @property
    def painting(self) -> bool:
        """Whether a stroke is in progress."""
        return self._dragging == "tool"

    def cancel_drag(self) -> bool:
        """Cancel the stroke in progress; return whether there was one."""
        if self._dragging != "tool":
            return False
        self._dragging = None
        self.tool.cancel()
        return True

    def set_tool(self, tool: Tool) -> None:
        """Change the active tool; a stroke in progress is kept."""
        if self._dragging == "tool":
            self._dragging = None
            self.tool.release(self)
        self.tool = tool
        self._on_notes()
        self.update_cursor()

    def update_cursor(self) -> None:
        """Show the outline of the tool's tip at the mouse."""
        inside = self._inside(self._last_mouse) and self.underMouse()
        self.overlays.show_cursor(self.cell_at(self._last_mouse), self.tool.size(self.settings) if inside else None)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if inside else Qt.CursorShape.ArrowCursor)

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
        if event.names & {"tempo", "beats_per_bar"}:
            self._bars.set_tempo(state.tempo, state.beats_per_bar)
        if "active" in event.names:
            self.follow_levels()
            self.overlays.show_pending()
        if event.names & {"keyframes", "render"}:
            self.overlays.show_hint()

    def _on_opened(self, _: DocumentOpened) -> None:
        self.cancel_drag()
        self.select(None)
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
        self._hertz.set_params(params)
        self._notes.set_params(params)
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
            if self.selection is not None:
                self.select(None)
        self.overlays.show_hint()
        self.overlays.show_pending()
        self._redraw.start()

    def _show_range(self) -> None:
        (left, right), _ = self._view.viewRange()
        pixels = self._view.width() * self.devicePixelRatioF()
        until = perf_counter() + _READING
        more = False
        for image in (*self.overlays.images, *self._images.values()):
            if image.isVisible():
                first = image.pos().x()
                image.show_range((left - first) / self._step, (right - first) / self._step, pixels)
                more = image.read(until) or more
        if more:
            self._redraw.start()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke or a pan; on the time axes, set the playhead."""
        self._pressed_at = event.timestamp()
        self._last_mouse = event.position()
        if self._dragging is not None:
            return
        button = event.button()
        if button == Qt.MouseButton.MiddleButton:
            self._dragging = "pan"
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif button == Qt.MouseButton.LeftButton and self._inside(event.position()):
            self._dragging = "tool"
            self.tool.press(self, self.cell_at(event.position()), _shift(event))
        elif button == Qt.MouseButton.LeftButton:
            self._dragging = "seek"
            self.seek_column(self.cell_at(event.position())[0])
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Continue the drag, and emit `hovered`."""
        position = event.position()
        cell = self.cell_at(position)
        if self._dragging is not None and not event.buttons():
            self.end_drag()  # the release went to a menu, a dialog or another window
        if self._dragging == "tool":
            self.tool.move(self, cell, _shift(event))
        elif self._dragging == "pan":
            last = self.cell_at(self._last_mouse)
            self._view.translateBy(x=(last[0] - cell[0]) * self._step, y=last[1] - cell[1])
        elif self._dragging == "seek":
            self.seek_column(cell[0])
        self._last_mouse = position
        self.hovered.emit(cell if self._inside(position) else None)
        if self._dragging != "pan":
            self.update_cursor()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        if self._dragging != "tool" or event.button() == Qt.MouseButton.LeftButton:
            self.end_drag()
        event.accept()

    def end_drag(self) -> None:
        """End the drag; a stroke is kept."""
        dragging, self._dragging = self._dragging, None
        if dragging == "tool":
            self.tool.release(self)
        elif dragging is not None:
            self.update_cursor()

    def event(self, event: QEvent) -> bool:
        """End the drag when the window is deactivated."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.end_drag()
        return bool(super().event(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Handle a double-click as a press, so that quick dabs are not lost.

        It is ignored if its first press went to a widget above the canvas, such as a bubble of the tour.
        """
        if event.timestamp() - self._pressed_at <= QApplication.doubleClickInterval():
            self.mousePressEvent(event)

    def leaveEvent(self, event: object) -> None:
        """Hide the outline of the tip."""
        super().leaveEvent(event)
        self.overlays.cursor.hide()
        self.hovered.emit(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the actions of the Edit menu."""
        menu = QMenu(self)
        menu.addActions(self.menu_actions)
        menu.exec(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Redraw at the new size."""
        super().resizeEvent(event)
        if hasattr(self, "_redraw"):
            self._redraw.start()


def _shift(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
