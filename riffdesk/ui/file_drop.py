"""Files that are dropped on the window or pasted into it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTemporaryDir, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget

from riffdesk.language import tr

_WEB = tr("That is a link to the web, which riffdesk does not open. Save it as a file first, and drop that.")


class FileDrop(QObject):
    """Accepts files that are dropped on widgets, except those that are dragged from this window.

    Parameters
    ----------
    targets : iterable of QWidget
        Their children accept files too, unless they handle drops themselves.
    """

    dropped = Signal(list)
    """Files were dropped; their paths."""
    rejected = Signal(str)
    """Something other than a file was dropped; a message for the user."""

    def __init__(self, targets: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        for target in targets:
            target.setAcceptDrops(True)
            target.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Accept drags and drops of files."""
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        if event.source() is not None or not event.mimeData().hasUrls():
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            if paths := files_in(event.mimeData()):
                self.dropped.emit(paths)
            else:
                self.rejected.emit(_WEB)
        return True


def files_in(data: QMimeData) -> list[Path]:
    """Return the paths of the local files in dragged or copied data."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class CopiedPictures:
    """Files of pictures that were copied in other programs, in a folder that goes with this object."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None
        self._count = 0

    def files(self, data: QMimeData) -> list[Path]:
        """Write the picture in copied data to a file and return its path; nothing if there is no picture."""
        image = data.imageData() if data.hasImage() else None
        if not isinstance(image, QImage) or image.isNull():
            return []
        self._folder = self._folder or QTemporaryDir()
        self._count += 1
        path = Path(self._folder.path()) / str(self._count) / f"{tr('Pasted picture')}.png"
        path.parent.mkdir(parents=True)
        return [path] if image.save(str(path)) else []
