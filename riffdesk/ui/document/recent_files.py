"""File > Open recent: the files that were opened last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from riffdesk.settings import Settings
from riffdesk.ui.document.documents import Documents


class RecentMenu(QMenu):
    """Lists the files that were opened last whenever it is shown."""

    def __init__(self, documents: Documents, settings: Settings, parent: QWidget, *, objectName: str = "") -> None:
        super().__init__("Open &recent", parent, objectName=objectName)
        self._documents, self._settings = documents, settings
        self.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """List the files that are remembered now."""
        self.clear()
        for name in self._settings.recent_files:
            action = QAction(Path(name).name, self, toolTip=name)
            action.triggered.connect(lambda _=False, name=name: self._documents.open_path(Path(name)))
            self.addAction(action)
        self.setEnabled(True)
        if not self._settings.recent_files:
            self.addAction("Nothing yet").setEnabled(False)
