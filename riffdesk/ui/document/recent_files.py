"""The menu File > Open recent: the recent projects, also those on an unmounted disk."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from riffdesk.errors import readable
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.ui.document.documents import Documents
from riffdesk.ui.plain_text import menu_text, plain


class RecentMenu(QMenu):
    """Lists projects by name, the latest first, with their folders if two have the same name."""

    def __init__(self, documents: Documents, settings: Settings, parent: QWidget) -> None:
        super().__init__(tr("Open &recent"), parent)
        self.setObjectName("recentMenu")
        self.setToolTipsVisible(True)
        self._documents, self._settings = documents, settings
        self.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """Update the list from the settings."""
        self.clear()
        paths = [Path(name) for name in self._settings.recent_files]
        for path, title in zip(paths, _titles(paths), strict=True):
            action = self.addAction(menu_text(title))
            action.setToolTip(plain(readable(str(path))))
            action.triggered.connect(partial(self._open, path))
        if not paths:
            self.addAction(tr("Nothing yet")).setEnabled(False)

    def _open(self, path: Path) -> None:
        self._documents.open_path(path)


def _titles(paths: list[Path]) -> list[str]:
    """Return the name of each file; files of the same name with their folders."""
    names = Counter(path.name for path in paths)
    near = Counter((path.name, path.parent.name) for path in paths)
    titles = []
    for path in paths:
        where = path.parent.name if near[path.name, path.parent.name] == 1 else str(path.parent)
        titles.append(readable(path.name if names[path.name] == 1 else f"{path.name}   ({where})"))
    return titles
