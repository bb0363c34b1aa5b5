"""The commands of the Edit menu: undo, cut, copy, paste, delete, transpose."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from riffdesk.compose.notes import note_edits
from riffdesk.language import tr
from riffdesk.sketch.paint import selection as cells
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.selection import Clip
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.regions.region_editing import RegionEditing
from riffdesk.ui.canvas.tools.modifiers import snapped
from riffdesk.ui.canvas.tools.notes import GRIDS
from riffdesk.ui.file_drop import CopiedPictures, files_in
from riffdesk.ui.window_parts import WindowParts

_MARK = "application/x-riffdesk-ink"
"""MIME type of an empty clipboard entry: the last copy was made in this window, which holds the ink."""


class Editing(QObject):
    """Edits the active layer within the canvas's selection; without a selection, nothing happens."""

    files_pasted = Signal(list)
    """Paths of pasted files, which were copied in another program, or of a file with a pasted picture."""

    def __init__(self, parts: WindowParts, canvas: SpectrogramCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._sketch, self._canvas, self._player, self._notice = parts.sketch, canvas, parts.player, parts.notice
        self._settings = parts.settings
        self._clip: Clip | None = None
        self._pictures = CopiedPictures()
        self.regions = RegionEditing(parts, canvas, self)

    def undo(self) -> None:
        """Undo the last step; a stroke in progress is cancelled instead."""
        if not self._canvas.cancel_drag():
            self._sketch.undo()

    def redo(self) -> None:
        """Redo the step that was undone last; a stroke in progress is cancelled instead."""
        if not self._canvas.cancel_drag():
            self._sketch.redo()

    def copy(self) -> None:
        """Copy the selection."""
        if self._canvas.selection is not None:
            self._clip = cells.copy(self._sketch, self._canvas.selection)
            mark = QMimeData()
            mark.setData(_MARK, b"")
            QGuiApplication.clipboard().setMimeData(mark)

    def cut(self) -> None:
        """Copy the selection and silence it."""
        if self._canvas.selection is not None:
            self.copy()
            cells.delete(self._sketch, self._canvas.selection, tr("Cut"))

    def paste(self) -> None:
        """Paste at the playhead; if the clipboard has files or a picture, emit `files_pasted`."""
        copied = QGuiApplication.clipboard().mimeData()
        if not copied.hasFormat(_MARK) and (paths := files_in(copied) or self._pictures.files(copied)):
            self.files_pasted.emit(paths)
            return
        if self._clip is None:
            self._notice.tell(tr("There is nothing to paste yet: select something and copy it first."))
            return
        if self._clip.ink.ndim != self._sketch.active_layer.tiles.ndim:
            self._notice.warn(tr("The copied sound cannot be pasted here: only one of the two is stereo."))
            return
        playhead = self._player.position / self._sketch.params.hop
        before, step = self._canvas.selection, self._sketch.history.step
        pasted = cells.paste(self._sketch, self._clip, round(snapped(playhead, self._settings, self._sketch.state)))
        if pasted is None:
            self._notice.tell(tr("There is no space for it here: move the playhead to the left."))
        self._canvas.select(pasted)
        if self._sketch.history.step is not step:
            self._canvas.selection_moved_from(before)

    def delete(self) -> None:
        """Silence the selection, or delete the selected notes."""
        if self._canvas.edits_notes:
            self._canvas.notes.edit(tr("Delete notes"), note_edits.deleted)
        elif self._canvas.selection is not None:
            cells.delete(self._sketch, self._canvas.selection)

    def transpose(self, semitones: int) -> None:
        """Move the selection, or the selected notes, up or down."""
        if self._canvas.edits_notes:
            self._canvas.notes.edit(
                tr("Move notes"), lambda score, chosen: note_edits.moved(score, chosen, 0.0, semitones)
            )
        elif self._canvas.selection is not None:
            before, replace = self._canvas.selection, self._settings.moved_replaces
            step = self._sketch.history.step
            self._canvas.select(cells.transpose(self._sketch, before, semitones, replace=replace))
            if self._sketch.history.step is not step:
                self._canvas.selection_moved_from(before)

    def quantise(self) -> None:
        """Move the selected notes, or all, to the nearest place on the grid."""
        grid = GRIDS[self._settings.note_grid]
        self._canvas.notes.edit(
            tr("Quantise notes"), lambda score, chosen: note_edits.quantised(score, chosen, grid), all_by_default=True
        )

    def set_velocity(self) -> None:
        """Give the selected notes the velocity of new ones."""
        velocity = round(self._settings.note_velocity)
        self._canvas.notes.edit(tr("Velocity"), lambda score, chosen: note_edits.with_velocity(score, chosen, velocity))

    def set_moved_replaces(self, on: bool) -> None:
        """Set whether transposed ink replaces the ink at its new position or is mixed with it."""
        self._settings.moved_replaces = on

    def select_all(self) -> None:
        """Select all of the sketch, or every note."""
        if self._canvas.edits_notes:
            self._canvas.notes.select_all()
            return
        self._canvas.select(Region.everything(self._sketch))

    def escape(self) -> None:
        """Cancel the stroke in progress, or clear the selection."""
        if not self._canvas.cancel_drag():
            self._canvas.select(None)
            self._canvas.notes.select(frozenset())
        self._canvas.setFocus()
