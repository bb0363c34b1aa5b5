"""The button with the user's own folders in the library's panel, and the progress of reading them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QToolButton, QWidget

from riffdesk.errors import readable
from riffdesk.language import tr
from riffdesk.progress import Step
from riffdesk.store.library.folders import Folder
from riffdesk.ui.plain_text import PlainLabel, wrapped

_TIP = tr("Folders with your own sounds and MIDI files; nothing is copied. A folder can be dropped here as well")
_LONGEST = 44


class FolderBar(QWidget):
    """The progress of reading, hidden while nothing is read, and the button with the folders beside it."""

    add_wanted = Signal()
    """The user adds a folder."""
    read_wanted = Signal()
    """The user has all folders read again."""
    found = Signal(object)
    """The `Folder` whose files the user wants to see."""
    removed = Signal(object)
    """The `Folder` that the user removes."""
    cancelled = Signal()
    """The user stops reading."""

    def __init__(self) -> None:
        super().__init__(objectName="libraryFolderBar")
        self.button = QToolButton(
            objectName="libraryFolders", text=tr("Folders"), accessibleName=tr("Folders of your own")
        )
        self.button.setToolTip(wrapped(_TIP))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.menu.setObjectName("libraryFolderMenu")
        self.button.setMenu(self.menu)
        self.what = PlainLabel("", objectName="dim")
        self.bar = QProgressBar(objectName="libraryFolderProgress", textVisible=False)
        self.bar.setAccessibleName(tr("Progress of reading folders"))
        self.bar.setMaximumWidth(90)
        self.stop = QToolButton(
            objectName="libraryFolderStop", text=tr("Stop"), accessibleName=tr("Stop reading folders")
        )
        self.stop.setToolTip(tr("Stop reading; listed files stay, and the rest follows at the next start"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.what, 1)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        self.stop.clicked.connect(self.cancelled)
        self.show_folders(())
        self.hide()

    def show_folders(self, folders: Sequence[Folder]) -> None:
        """Show the folders."""
        self.menu.clear()
        self.menu.addAction(tr("&Add a folder…"), self.add_wanted.emit)
        if folders:
            self.menu.addAction(tr("&Read all again"), self.read_wanted.emit)
            self.menu.addSeparator()
        for folder in folders:
            title = f"{_shortened(folder.name)} ({folder.files:,})".replace("&", "&&")
            inner = self.menu.addMenu(title)
            inner.setToolTip(readable(str(folder.path)))
            inner.addAction(tr("&Show its files"), partial(self.found.emit, folder))
            inner.addAction(tr("&Remove from the library"), partial(self.removed.emit, folder))

    def show_step(self, step: Step | None) -> None:
        """Show a step of reading; None if nothing is read."""
        self.setVisible(step is not None)
        if step is None:
            return
        metrics = self.what.fontMetrics()
        width = max(80, self.width() - self.bar.maximumWidth() - self.stop.sizeHint().width() - 24)
        self.what.setText(metrics.elidedText(readable(step.what), Qt.TextElideMode.ElideMiddle, width))
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
