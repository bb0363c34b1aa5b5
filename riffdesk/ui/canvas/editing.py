"""What the Edit menu does to the selection: cut, copy, paste, delete, transpose."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from riffdesk.compose import note_edits
from riffdesk.sketch.paint import selection as cells
from riffdesk.sketch.paint.selection import Clip, Selection
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.tools.notes import GRIDS
from riffdesk.ui.file_drop import files_in
from riffdesk.ui.parts import Parts

_MARK = "application/x-riffdesk-ink"
"""On the clipboard: what was copied last was copied here, where it is kept."""


class Editing(QObject):
    """Commands on the active layer under the canvas's selection; without a selection they do nothing."""

    files_pasted = Signal(list)
    """Paths of files that were copied in another program."""

    def __init__(self, parts: Parts, canvas: SpectrogramCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._sketch, self._canvas, self._player, self._notice = parts.sketch, canvas, parts.player, parts.notice
        self._settings = parts.settings
        self._clip: Clip | None = None

    def undo(self) -> None:
        """Take the last step back; a stroke in progress is the last step."""
        if not self._canvas.cancel_drag():
            self._sketch.undo()

    def redo(self) -> None:
        """Take the step again that was undone last."""
        if not self._canvas.cancel_drag():
            self._sketch.redo()

    def copy(self) -> None:
        """Remember what is selected."""
        if self._canvas.selection is not None:
            self._clip = cells.copy(self._sketch, self._canvas.selection)
            mark = QMimeData()
            mark.setData(_MARK, b"")
            QGuiApplication.clipboard().setMimeData(mark)

    def cut(self) -> None:
        """Remember what is selected and silence it."""
        if self._canvas.selection is not None:
            self.copy()
            cells.delete(self._sketch, self._canvas.selection, "Cut")

    def paste(self) -> None:
        """Put what was copied at the playhead; files that were copied since, in a file manager, become layers."""
        copied = QGuiApplication.clipboard().mimeData()
        if not copied.hasFormat(_MARK) and (paths := files_in(copied)):
            self.files_pasted.emit(paths)
            return
        if self._clip is None:
            self._notice.tell("There is nothing to paste yet: select something and copy it first.")
            return
        if self._clip.ink.ndim != self._sketch.active_layer.tiles.ndim:
            self._notice.warn("What was copied cannot be pasted here: one is stereo, the other is not.")
            return
        place = cells.paste(self._sketch, self._clip, round(self._player.position / self._sketch.params.hop))
        if place is None:
            self._notice.tell("There is no room for it here: move the playhead to the left.")
        self._canvas.select(place)

    def delete(self) -> None:
        """Silence what is selected, or delete the selected notes."""
        if self._canvas.edits_notes:
            self._canvas.notes.edit("Delete notes", note_edits.deleted)
        elif self._canvas.selection is not None:
            cells.delete(self._sketch, self._canvas.selection)

    def transpose(self, semitones: int) -> None:
        """Move what is selected, or the selected notes, up or down."""
        if self._canvas.edits_notes:
            self._canvas.notes.edit("Move notes", lambda score, chosen: note_edits.moved(score, chosen, 0.0, semitones))
        elif self._canvas.selection is not None:
            replace = self._settings.moved_replaces
            place = cells.transpose(self._sketch, self._canvas.selection, semitones, replace=replace)
            self._canvas.select(place)

    def quantise(self) -> None:
        """Move the selected notes, or all, to the nearest place on the grid."""
        grid = GRIDS[self._settings.note_grid]
        self._canvas.notes.edit(
            "Quantise notes", lambda score, chosen: note_edits.quantised(score, chosen, grid), all_by_default=True
        )

    def set_velocity(self) -> None:
        """Give the selected notes the velocity of new ones."""
        velocity = round(self._settings.note_velocity)
        self._canvas.notes.edit("Velocity", lambda score, chosen: note_edits.with_velocity(score, chosen, velocity))

    def set_moved_replaces(self, on: bool) -> None:
        """Have moved notes replace those at their new place, or sound with them."""
        self._settings.moved_replaces = on

    def select_all(self) -> None:
        """Select the whole sketch, or every note."""
        if self._canvas.edits_notes:
            self._canvas.notes.select_all()
            return
        self._canvas.select(Selection.everything(self._sketch))

    def escape(self) -> None:
        """Abort the stroke in progress, or clear the selection."""
        if not self._canvas.cancel_drag():
            self._canvas.select(None)
            self._canvas.notes.select(frozenset())
        self._canvas.setFocus()
