"""Files that are dropped on the window, or copied elsewhere and pasted into it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

_WEB = "That is a link to the web, which riffdesk does not open. Save it as a file first, and drop that."


class FileDrop(QObject):
    """Welcomes files on widgets, but not a layer's own sound that is on its way out of the window.

    Parameters
    ----------
    targets : iterable of QWidget
        What is inside them takes files too, unless it takes them itself.
    """

    dropped = Signal(list)
    """Paths of files."""
    refused = Signal(str)
    """A sentence for the user about what was dropped and is no file."""

    def __init__(self, targets: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        for target in targets:
            target.setAcceptDrops(True)
            target.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Welcome and take files."""
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        if event.source() is not None or not event.mimeData().hasUrls():
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            if paths := files_in(event.mimeData()):
                self.dropped.emit(paths)
            else:
                self.refused.emit(_WEB)
        return True


def files_in(data: QMimeData) -> list[Path]:
    """Return the paths of the files that are dragged, or on the clipboard."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
