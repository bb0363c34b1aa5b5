"""The spectrogram canvas: shows the ink of the layers, the playhead and the selection, and paints with the tools.

Mouse events are converted to columns and bands and sent to
the active tool, which changes the sketch; the sketch's events update the images of the layers.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.pitch import hertz_of_midi, midi_of
from riffdesk.dsp.synth import Tones
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.events import DocumentOpened, HistoryChanged
from riffdesk.sketch.paint.region import Cells, Region
from riffdesk.sketch.paint.tips import Point
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.description import describe
from riffdesk.ui.canvas.layer_plot import LayerPlot
from riffdesk.ui.canvas.plot.pointer_ghost import PointerGhost
from riffdesk.ui.canvas.selection_cursor import cursor_over_selection
from riffdesk.ui.canvas.tools.listening import rungs_of
from riffdesk.ui.canvas.tools.modifiers import modifiers_of
from riffdesk.ui.canvas.tools.selecting.selecting_tool import SelectingTool
from riffdesk.ui.canvas.tools.selecting.step_selections import StepSelections
from riffdesk.ui.canvas.tools.tool import Pointer, SoundingTool, Tool
from riffdesk.ui.theme import Colours

_PIANO = (0.12, 6, 9.0)  # amplitude, partials and roll-off of its tones
_LOWEST_HZ = 16.0


class SpectrogramCanvas(LayerPlot):
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
    sounded = Signal(object, bool)
    """`Tones` to play until the next ones, None for silence; and whether they also play during playback."""
    selected = Signal()
    """The selection has changed."""
    drew = Signal()
    """A stroke of a painting tool has become an undo step."""
    message = Signal(str)
    """A tool has a message for the user."""
    missed = Signal()
    """A stroke has painted nothing, as it was outside of the selection; once for each selection."""

    scrubbed = Signal(object)
    """The playhead is scrubbed to a time in seconds; None at the end of the drag."""

    selection: Region | None = None
    last_selection: Region | None = None
    """The previous selection."""
    numbers = ""
    """Numbers of the drag in progress, for the status line."""
    _has_reported_missed = False
    _selection_before: Region | None = None  # the drag
    _dragging: str | None = None
    _hover_sounds = _sounds = False

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, sketch: Sketch, settings: Settings, tool: Tool, parent: QWidget | None = None) -> None:
        super().__init__(sketch, settings, tool, parent)
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Spectrogram canvas"))
        self.menu_actions: list[QAction] = []
        self.ghost = PointerGhost(self._view)
        self._last_mouse = QPointF()
        self._selections = StepSelections(sketch)
        sketch.subscribe(self._on_history, HistoryChanged)
        self._pressure, self._eraser = 1.0, False  # of the pen, if it is one
        self._pressed_at = -QApplication.doubleClickInterval() - 1  # of the last press here, in ms as Qt counts
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.piano.pressed.connect(self._on_piano)
        self.notes.changed.connect(self._on_notes)
        self._on_notes()

    # Contents

    def description(self) -> str:
        """Return a description of the visible part."""
        tool, seen = self.tool.info.name, self.visible_rect()
        return describe(self.sketch, self.heard_state, tool, seen, self.scale, self.selection)

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        super().set_look(look)
        self.ghost.set_colour(look.playhead)

    @property
    def has_selection(self) -> bool:
        """Whether anything is selected that can be deleted or transposed."""
        return bool(self.notes.selected) if self.edits_notes else self.selection is not None

    def _on_notes(self) -> None:
        self.show_notes()
        self.overlays.show_changed_notes(self.notes.is_changed)
        self.selected.emit()

    def set_scale(self, scale: BandScale) -> None:
        """Change the frequency axis; the selection keeps its frequencies."""
        super().set_scale(scale)
        self.selected.emit()

    def set_playhead(self, seconds: float, follow: bool = False) -> None:
        """Move the playhead; with ``follow`` the view scrolls by a page when the playhead leaves it."""
        (left, right), _ = self._view.viewRange()
        was_visible = left <= self.overlays.playhead.value() <= right
        self.overlays.playhead.setPos(seconds)
        if follow and was_visible and not left <= seconds <= right and self._dragging is None:
            self._view.setXRange(seconds, seconds + right - left, padding=0)

    def select(self, selection: Region | None) -> None:
        """Set the selection; None clears it."""
        if self.selection is not None and self._dragging != "tool":
            self.last_selection = self.selection
        self.selection, self._has_reported_missed = selection, False
        self.overlays.show_selection(selection)
        self.show_handles()
        self.selected.emit()

    def show_handles(self) -> None:
        """Show the handles of the selection while a selecting tool is active."""
        self.overlays.handles.show_region(self.selection if isinstance(self.tool, SelectingTool) else None)

    def selection_moved_from(self, before: Region | None) -> None:
        """Record that undo of the last step restores a region, or no selection, and redo the present one."""
        self._selections.record(before, self.selection)

    def _on_history(self, _: HistoryChanged) -> None:
        selection = self._selections.after_step(self.selection)
        if selection is not self.selection:
            self.select(selection)

    def show_numbers(self, text: str) -> None:
        """Show the numbers of a drag in the status line until it ends."""
        self.numbers = text

    @property
    def region(self) -> Cells | None:
        """Weights of the sketch's cells in the selection: bool or float32 ``[bands, columns]``; None without one."""
        if self.selection is None:
            return None
        return self.selection.cells(0, self.sketch.columns, 0, self.sketch.params.bands)

    def reselect(self) -> bool:
        """Restore the previous selection; return False if there was none."""
        last = None if self.last_selection is None else self.last_selection.moved(0, 0, self.sketch)
        if last is not None:
            self.select(last)
        return last is not None

    def tell_missed(self) -> None:
        """Emit `missed`, once for each selection."""
        if not self._has_reported_missed:
            self._has_reported_missed = True
            self.missed.emit()

    def seek_column(self, column: float) -> None:
        """Emit `sought` for a column."""
        self.sought.emit(min(max(0.0, column * self._step), self.sketch.seconds))

    def _scrub(self, column: float) -> None:
        self.scrubbed.emit(min(max(0.0, column * self._step), self.sketch.seconds))
        self.seek_column(column)

    @property
    def painting(self) -> bool:
        """Whether a stroke is in progress."""
        return self._dragging == "tool"

    def cancel_drag(self) -> bool:
        """Cancel the stroke in progress; return whether there was one."""
        if self._dragging != "tool":
            return False
        self._sound(None)
        self.tool.cancel()
        self.show_path([])
        if self.selection is not self._selection_before:
            self.select(self._selection_before)
        self._dragging, self.numbers = None, ""
        return True

    def set_tool(self, tool: Tool) -> None:
        """Change the active tool; a stroke in progress is kept."""
        if self._dragging == "tool":
            self.end_drag()
        self._sound(None)
        self.tool = tool
        self.show_handle(None)
        self.show_handles()
        self._on_notes()
        self.update_cursor()

    def update_cursor(self) -> None:
        """Show the outline of the tool's tip at the mouse."""
        inside = self._inside(self._last_mouse) and self.underMouse()
        cell = self.cell_at(self._last_mouse)
        self._show_tip(cell, inside=inside)
        shape = Qt.CursorShape.CrossCursor if inside else Qt.CursorShape.ArrowCursor
        if inside and isinstance(self.tool, SelectingTool):
            shape = cursor_over_selection(self.tool, self, Pointer(cell)) or shape
        self.viewport().setCursor(shape)

    def _show_tip(self, cell: Point, *, inside: bool) -> None:
        """Show the tool's mark at the pointer: its outline, and lines for harmonics or played partials."""
        ink, params, step = self.sketch.active_layer.tiles, self.sketch.params, self._step
        modifiers = modifiers_of(self.settings, self.sketch.state, self.tool.info)
        band = modifiers.band(cell, ink, params)
        self.overlays.show_cursor((cell[0], band), self.tool.size(self.settings) if inside else None)
        core = self.tool.core(self.settings) if inside else None
        height = float(self.scale.height_of(band))
        self.ghost.show_core(cell[0] * step, height, None if core is None else (core * step, core))
        bands = rungs_of(self.tool, modifiers, cell, ink, params) if inside else []
        line = modifiers.column(cell[0]) * step if inside and modifiers.grid is not None else None
        self.ghost.show_marks(cell[0] * step, bands, self.scale, line)

    # Sound under the pointer

    def set_tones_heard(self, on: bool) -> None:
        """Set whether the tone brush sounds while it draws."""
        self.settings.hear_tones = on

    def listen_to_pointer(self, on: bool) -> None:
        """Set whether the tool sounds at the pointer without a pressed button."""
        self._hover_sounds = on
        inside = self._inside(self._last_mouse) and self.underMouse()
        self._sound(Pointer(self.cell_at(self._last_mouse)) if on and inside else None)

    def _sound(self, pointer: Pointer | None) -> None:
        """Play the tool's tones at the pointer, if it has any; None for silence."""
        tool, tones = self.tool, None
        if pointer is not None and isinstance(tool, SoundingTool):
            tones = tool.tones(self, pointer.point)
        if tones is not None or self._sounds:
            self._sounds = tones is not None
            self.sounded.emit(tones, isinstance(tool, SoundingTool) and tool.over_playback)

    def _on_piano(self, midi: int | None) -> None:
        self.sounded.emit(None if midi is None else Tones.harmonic(hertz_of_midi(midi), *_PIANO), True)

    def _note_of(self, band: float) -> int:
        """Return the MIDI note that is nearest to a band."""
        return round(midi_of(max(float(self.sketch.params.hertz_of(band)), _LOWEST_HZ)))

    def _show_length(self) -> None:
        before = self._shown_columns
        super()._show_length()
        if self.selection is not None and self.sketch.columns != before:
            self.select(None)

    def _on_opened(self, event: DocumentOpened) -> None:
        self.cancel_drag()
        self.select(None)
        self.last_selection = None
        super()._on_opened(event)

    def tell(self, text: str) -> None:
        """Show the user a message."""
        self.message.emit(text)

    def show_handle(self, point: Point | None) -> None:
        """Show a mark at a (column, band), such as the source of a copy; None hides it."""
        place = None if point is None else (point[0] * self._step, float(self.scale.height_of(point[1])))
        self.ghost.show_handle(place)

    def show_path(self, points: list[Point]) -> None:
        """Show a thin line through points (column, band); no points hide it."""
        heights = self.scale.height_of([band for _, band in points]).tolist()
        self.ghost.show_path([(point[0] * self._step, height) for point, height in zip(points, heights, strict=True)])

    # Mouse

    def _pointer(self, event: QMouseEvent) -> Pointer:
        held = event.modifiers()
        return Pointer(
            self.cell_at(event.position()),
            shift=bool(held & Qt.KeyboardModifier.ShiftModifier),
            control=bool(held & Qt.KeyboardModifier.ControlModifier),
            pressure=self._pressure,
            eraser=self._eraser,
        )

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Read the pressure and the end of a pen; Qt sends its other events as mouse events."""
        up = event.type() == QEvent.Type.TabletRelease
        self._pressure = 1.0 if up else event.pressure()
        self._eraser = not up and event.pointerType() == QPointingDevice.PointerType.Eraser
        event.ignore()  # so that the events of a mouse follow

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
            self._dragging, self._selection_before = "tool", self.selection
            self._sound(self._pointer(event))
            self.tool.press(self, self._pointer(event))
        elif button == Qt.MouseButton.LeftButton:
            self._dragging = "seek"
            self._scrub(self.cell_at(event.position())[0])
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Continue the drag, and emit `hovered`."""
        position = event.position()
        cell = self.cell_at(position)
        if self._dragging is not None and not event.buttons():
            self.end_drag()  # the release went to a menu, a dialog or another window
        if self._dragging == "tool":
            self._sound(self._pointer(event))
            self.tool.move(self, self._pointer(event))
        elif self._dragging == "pan":
            moved = self._view_point(self._last_mouse) - self._view_point(position)
            self._view.translateBy(x=moved.x(), y=moved.y())
        elif self._dragging == "seek":
            self._scrub(cell[0])
        elif self._hover_sounds:
            self._sound(self._pointer(event) if self._inside(position) else None)
        self._last_mouse = position
        self.piano.light(self._note_of(cell[1]) if self._inside(position) else None)
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
        dragging, self._dragging, self.numbers = self._dragging, None, ""
        if dragging == "tool":
            self._sound(None)
            step = self.sketch.history.step
            self.tool.release(self)
            if self.sketch.history.step is not step and not isinstance(self.tool, SelectingTool):
                self.drew.emit()
            if self._selection_before is not None and self.selection is not self._selection_before:
                self.last_selection = self._selection_before
        elif dragging is not None:
            self.scrubbed.emit(None)
            self.update_cursor()

    def event(self, event: QEvent) -> bool:
        """End the drag when the window is deactivated."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.end_drag()
            self.piano.release()
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
        self.ghost.show_core(0, 0, None)
        self.ghost.hide()
        self.piano.light(None)
        self.hovered.emit(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the actions of the Edit menu."""
        menu = QMenu(self)
        menu.addActions(self.menu_actions)
        menu.exec(event.globalPos())
