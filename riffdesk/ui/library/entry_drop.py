"""Entries of the library that are dropped on the canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.library.entries.entry_model import MIME


class EntryDrop(QObject):
    """Accepts entries that are dragged from the library's list onto the canvas."""

    dropped = Signal(list, float)
    """Ids of entries, and the time in seconds at which they were dropped."""

    def __init__(self, canvas: SpectrogramCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Accept drags and drops of entries."""
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        if not event.mimeData().hasFormat(MIME):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            text = bytes(event.mimeData().data(MIME).data()).decode("ascii", "ignore")
            column = self._canvas.cell_at(event.position())[0]
            seconds = max(0.0, column / self._canvas.sketch.params.columns_per_second)
            self.dropped.emit([int(part) for part in text.split(",") if part.isdecimal()], seconds)
        return True
