"""The menu File > Versions: earlier versions of the project, to open as copies."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from riffdesk.language import tr
from riffdesk.language.dates import date
from riffdesk.store.project.versions import versions_of
from riffdesk.ui.document.documents import Documents


class VersionsMenu(QMenu):
    """Lists the stored versions with time and size, the latest first."""

    def __init__(self, documents: Documents, parent: QWidget) -> None:
        super().__init__(tr("&Versions"), parent)
        self.setObjectName("versionsMenu")
        self._documents = documents
        self.aboutToShow.connect(self.refresh)
        documents.renamed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Update the list from disk."""
        self.clear()
        if (project := self._documents.project) is not None:
            for version in versions_of(project):
                action = self.addAction(
                    f"{date(version.saved_at)}, {version.saved_at:%H:%M:%S}   ({_size(version.size)})"
                )
                action.setToolTip(tr("Open it as an unsaved copy"))
                action.triggered.connect(partial(self._documents.open_version, project, version))
        if self.isEmpty():
            self.addAction(tr("Nothing yet")).setEnabled(False)


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.1f} kB"
