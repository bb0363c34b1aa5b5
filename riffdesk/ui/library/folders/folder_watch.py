"""Reports files that are added to or removed from folders, with a delay, so that several are read at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_PAUSE_MS = 1_500  # without another change, after which folders are read
_AGAIN_MS = 15_000  # until a file that was still being written is complete


class FolderWatch(QObject):
    """Watches folders for added and removed files, but not for changes in files.

    Folders beyond the system's limit, and those on other machines, may not be watched.
    """

    changed = Signal()
    """Files were added or removed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._watcher.directoryChanged.connect(self._on_change)
        self._pause.timeout.connect(self.changed)
        self._again.timeout.connect(self.changed)

    def watch(self, folders: Iterable[Path]) -> None:
        """Watch folders as well; those that are watched already stay."""
        new = {str(folder) for folder in folders} - set(self._watcher.directories())
        if new:
            self._watcher.addPaths(sorted(new))

    def leave(self, folder: Path) -> None:
        """Stop watching a folder and its subfolders."""
        inside = [path for path in self._watcher.directories() if Path(path).is_relative_to(folder)]
        if inside:
            self._watcher.removePaths(inside)

    def _on_change(self, _: str) -> None:
        self._pause.start()
        self._again.start()
