"""The canvas: the layers' ink as a picture that is painted on, with its axes, playhead and selection.

The view's coordinates are seconds (x) and mel bands (y). Mouse events become columns and bands and
go to the tool in hand; the tool writes ink; the sketch tells of changed columns; those are drawn.
"""

from __future__ import annotations

from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

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
from riffdesk.ui.canvas.active_notes import ActiveNotes
from riffdesk.ui.canvas.band_plot import BandPlot
from riffdesk.ui.canvas.layer_image import LayerImage, ghost_palette, map_palette, muted_palette
from riffdesk.ui.canvas.level_range import automatic_range, fits, histogram
from riffdesk.ui.canvas.note_item import NoteItem
from riffdesk.ui.canvas.overlays import Overlays
from riffdesk.ui.canvas.tools.tool import Tool
from riffdesk.ui.theme import Colours

_LOOKS = frozenset(("colour", "mute", "solo"))
_MEASURE_MS = 120
_READING = 0.01  # seconds of reading ink at a time, so that a long layer stalls nobody


class SpectrogramCanvas(BandPlot):
    """Shows a sketch and lets tools paint on it."""

    hovered = Signal(object)
    """(column, band) under the mouse, or None when it leaves."""
    sought = Signal(float)
    """Seconds that the user wants to play from."""
    selected = Signal()
    """The selection has changed."""
    measured = Signal(object)
    """Histogram of the active layer's levels; the range of levels in the settings may have changed with it."""

    def __init__(self, sketch: Sketch, settings: Settings, tool: Tool, parent: QWidget | None = None) -> None:
        super().__init__(sketch, parent)
        self.setObjectName("canvas")
        self.setAccessibleName("Spectrogram canvas")
        self.setAccessibleDescription("Paint sound here: time runs to the right, pitch upwards.")
        self.settings, self.tool = settings, tool
        self.selection: Selection | None = None
        self.menu_actions: list = []
        self._images: dict[str, LayerImage] = {}
        self._dragging: str | None = None
        self._last_mouse = QPointF()
        self._shown_columns = 0

        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

        self.overlays = Overlays(self._view, sketch)
        self.notes = ActiveNotes(sketch, self)
        self.note_item = NoteItem(self.notes, self)
        self.note_item.setZValue(73)
        self._view.addItem(self.note_item, ignoreBounds=True)
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

    # Looks

    def set_look(self, look: Colours) -> None:
        """Take over a theme's colours."""
        self.colour_axes(look)
        self.overlays.set_look(look)
        self.colour_layers()

    def colour_layers(self) -> None:
        """Draw the layers in the colours and levels of the settings; what is not heard is grey or hidden."""
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
        """Look at how loud the active layer is, now and whenever it changes, and draw accordingly."""
        self.colour_layers()
        self._measure.start()

    def _measure_levels(self) -> None:
        """Tell how loud the active layer is; with automatic levels, draw in the range that shows it best."""
        if self.painting or self._redraw.isActive():  # the colours stay while a stroke is painted
            self._measure.start()
            return
        counts, settings = self._images[self.sketch.state.active].counts(), self.settings
        wanted = automatic_range(counts, self.sketch.params) if settings.level_auto else None
        if wanted is not None and not fits((settings.level_low_db, settings.level_high_db), wanted):
            settings.level_low_db, settings.level_high_db = wanted
            self.colour_layers()
        self.measured.emit(histogram(counts, self.sketch.params))

    # What is shown

    def set_notes_shown(self, on: bool) -> None:
        """Draw the notes of the active layer over it, or only while the note tool is in hand."""
        self.settings.show_notes = on
        self._on_notes()

    @property
    def edits_notes(self) -> bool:
        """Whether the note tool is in hand, so that what is done to a selection is done to notes."""
        return self.tool.info.object_name == "toolNotes"

    @property
    def has_selection(self) -> bool:
        """Whether anything is selected that can be deleted or transposed."""
        return bool(self.notes.selected) if self.edits_notes else self.selection is not None

    def _on_notes(self) -> None:
        self.note_item.setVisible(self.settings.show_notes or self.edits_notes)
        self.overlays.show_changed_notes(self.notes.is_changed)
        self.selected.emit()

    def set_playhead(self, seconds: float, follow: bool = False) -> None:
        """Move the playhead; with ``follow`` the view turns the page when it leaves, unless one looks elsewhere."""
        (left, right), _ = self._view.viewRange()
        was_seen = left <= self.overlays.playhead.value() <= right
        self.overlays.playhead.setPos(seconds)
        if follow and was_seen and not left <= seconds <= right and self._dragging is None:
            self._view.setXRange(seconds, seconds + right - left, padding=0)

    def select(self, selection: Selection | None) -> None:
        """Make a rectangle the selection, or none."""
        self.selection = selection
        self.overlays.show_selection(selection)
        self.selected.emit()

    def seek_column(self, column: float) -> None:
        """Ask for the playhead at a column."""
        self.sought.emit(min(max(0.0, column * self._step), self.sketch.seconds))

    @property
    def painting(self) -> bool:
        """Whether a stroke is in progress."""
        return self._dragging == "tool"

    def cancel_drag(self) -> bool:
        """Take back the stroke in progress; return whether there was one."""
        if self._dragging != "tool":
            return False
        self._dragging = None
        self.tool.cancel()
        return True

    def set_tool(self, tool: Tool) -> None:
        """Take another tool in hand; a stroke in progress is kept."""
        if self._dragging == "tool":
            self._dragging = None
            self.tool.release(self)
        self.tool = tool
        self._on_notes()
        self.update_cursor()

    def update_cursor(self) -> None:
        """Show the outline of the tool's mark at the mouse."""
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
        """Show a part of a riff on its way, over everything else; None when it is no longer on its way."""
        self.overlays.show_preview(ink, column)
        self.colour_layers()
        self._redraw.start()

    def _show_layers(self) -> None:
        """Have a picture of each layer, of its present shape."""
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
        """Follow length, settings, tempo and meter."""
        params = self.sketch.params
        self._hertz.set_params(params)
        self._notes.set_params(params)
        self._bars.set_tempo(self.sketch.state.tempo, self.sketch.state.beats_per_bar)
        if self.sketch.columns != self._shown_columns:
            (left, right), _ = self._view.viewRange()
            shown = self._shown_columns * self._step
            whole = not self._shown_columns or (left <= self._step and right >= shown - self._step)
            self._shown_columns = self.sketch.columns
            self._view.setLimits(
                xMin=0,
                xMax=self.sketch.seconds,
                yMin=-0.5,
                yMax=params.bands - 0.5,
                minXRange=min(8 * self._step, self.sketch.seconds),
                minYRange=8,
            )
            if whole:
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
        """Begin a stroke, a pan, or move the playhead by the time axes."""
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
        """Go on with what was begun, and tell what is under the mouse."""
        position = event.position()
        cell = self.cell_at(position)
        if self._dragging is not None and not event.buttons():
            self.end_drag()  # the release went to a menu, a dialog or another window
        if self._dragging == "tool":
            self.tool.move(self, cell, _shift(event))
        elif self._dragging == "pan":
            was = self.cell_at(self._last_mouse)
            self._view.translateBy(x=(was[0] - cell[0]) * self._step, y=was[1] - cell[1])
        elif self._dragging == "seek":
            self.seek_column(cell[0])
        self._last_mouse = position
        self.hovered.emit(cell if self._inside(position) else None)
        if self._dragging != "pan":
            self.update_cursor()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke or the pan."""
        if self._dragging != "tool" or event.button() == Qt.MouseButton.LeftButton:
            self.end_drag()
        event.accept()

    def end_drag(self) -> None:
        """End what the mouse has begun, and keep it."""
        dragging, self._dragging = self._dragging, None
        if dragging == "tool":
            self.tool.release(self)
        elif dragging is not None:
            self.update_cursor()

    def event(self, event: QEvent) -> bool:
        """End a stroke when the window is left."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.end_drag()
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Count as another press, so that quick dabs are not lost."""
        self.mousePressEvent(event)

    def leaveEvent(self, event: object) -> None:
        """Hide the outline of the tool."""
        super().leaveEvent(event)
        self.overlays.cursor.hide()
        self.hovered.emit(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the Edit menu offers."""
        menu = QMenu(self)
        menu.addActions(self.menu_actions)
        menu.exec(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw at the new size."""
        super().resizeEvent(event)
        if hasattr(self, "_redraw"):
            self._redraw.start()


def _shift(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
