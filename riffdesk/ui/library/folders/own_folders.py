"""Adds, reads and removes the user's own folders, which a separate engine process reads in the background.

They are read when the library is shown, and when files in them are added or removed. Files are opened and saved by
another process meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from riffdesk.errors import Cancelled, UserError, readable
from riffdesk.language import plural, tr
from riffdesk.progress import Step
from riffdesk.settings import Settings
from riffdesk.store.library.folders import Folder, add_folder, folders, remove_folder
from riffdesk.store.library.library import Library
from riffdesk.ui.file_drop import files_in
from riffdesk.ui.library.folders.folder_bar import FolderBar
from riffdesk.ui.library.folders.folder_watch import FolderWatch
from riffdesk.ui.library.library_thread import LibraryThread
from riffdesk.ui.notices import Notice
from riffdesk.ui.worker import Job, Worker

if TYPE_CHECKING:
    from riffdesk.analysis.folder_reading import FoldersRead


_REST_SECONDS = 20.0  # minimum time between two readings because the library is shown


class OwnFolders(QObject):
    """Connects the folders' button with the library.

    Parameters
    ----------
    bar : FolderBar
    thread : LibraryThread
        Adds and removes folders.
    notice : Notice
    settings : Settings
        Has the last used folder.
    panel : QWidget
        Takes folders that are dropped on it; parent of the file dialog.
    """

    changed = Signal(bool)
    """Entries were added or removed; whether pictures may have changed."""
    found = Signal(str)
    """A text to search for."""

    def __init__(
        self, bar: FolderBar, thread: LibraryThread, notice: Notice, settings: Settings, panel: QWidget
    ) -> None:
        super().__init__(panel)
        self._bar, self._thread, self._notice, self._settings, self._panel = bar, thread, notice, settings, panel
        self._worker: Worker | None = None
        self._jobs: list[Job] = []
        self._read_at = -_REST_SECONDS
        self._watch = FolderWatch(self)
        self._watch.changed.connect(lambda: self.read())
        bar.add_wanted.connect(self.choose)
        bar.read_wanted.connect(lambda: self.read(asked=True))
        bar.found.connect(lambda folder: self.found.emit(_search_for(folder)))
        bar.removed.connect(self.remove)
        bar.cancelled.connect(self.stop)
        panel.setAcceptDrops(True)
        panel.installEventFilter(self)

    @property
    def reading(self) -> bool:
        """Whether folders are read."""
        return bool(self._jobs)

    def begin(self) -> None:
        """Show the folders, and read them unless that was done recently."""
        self._thread.submit(lambda library: folders(library.database), self._begin_reading)

    def choose(self) -> None:
        """Ask for a folder, and add it."""
        name = QFileDialog.getExistingDirectory(
            self._panel, tr("Add a folder to the library"), self._settings.last_folder
        )
        if name:
            self._settings.last_folder = name
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Add a folder, and read it."""

        def work(library: Library) -> Folder | UserError:
            try:
                return add_folder(library, path)
            except UserError as error:
                return error

        def done(added: Folder | UserError) -> None:
            if isinstance(added, UserError):
                self._notice.warn(str(added))
            else:
                self._show()
                self.read((added.id,), asked=True)

        self._thread.submit(work, done)

    def remove(self, folder: Folder) -> None:
        """Remove a folder, and offer to add it again."""

        def done(_: object) -> None:
            self._watch.leave(folder.path)
            self._show()
            self.changed.emit(False)
            text = tr("Removed {name} from the library. Its files were not touched.", name=folder.name)
            self._notice.offer(text, (tr("Undo"), lambda: self.add(folder.path)))

        self._thread.submit(lambda library: remove_folder(library.database, folder.id), done)

    def read(self, ids: tuple[int, ...] | None = None, *, asked: bool = False) -> None:
        """List the files of folders, by default of all, and measure them afterwards.

        Parameters
        ----------
        ids : tuple of int, optional
        asked : bool
            Whether the user asked for it, so that the result is shown.
        """
        from riffdesk.analysis.folder_reading import list_folders, measure_folders

        def listed(read: FoldersRead) -> None:
            self._watch.watch(read.places)
            self._show()
            if read.listed or read.forgotten:
                self.changed.emit(bool(read.listed))
            if asked:
                self._tell(read)
            if not self._jobs:  # else another listing follows, and measures
                self._submit(
                    measure_folders, None, tr("Measuring sounds"), lambda _: self.changed.emit(False), asked=False
                )

        self._read_at = monotonic()
        for job in tuple(self._jobs):
            if job.function is measure_folders and self._worker is not None:
                self._worker.cancel(job)
        self._submit(list_folders, ids, tr("Reading folders"), listed, asked=asked)

    def stop(self) -> None:
        """Stop reading; listed and measured files stay."""
        for job in tuple(self._jobs):
            if self._worker is not None:
                self._worker.cancel(job)

    def close(self) -> None:
        """End the process."""
        if self._worker is not None:
            self._worker.close()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Accept folders that are dragged from other programs and dropped; files are left to the window."""
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        dropped = [path for path in files_in(event.mimeData()) if path.is_dir()] if event.source() is None else []
        if not dropped:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            for path in dropped:
                self.add(path)
        return True

    def _begin_reading(self, present: list[Folder]) -> None:
        self._bar.show_folders(present)
        if present and monotonic() - self._read_at > _REST_SECONDS:
            self.read()

    def _show(self) -> None:
        self._thread.submit(lambda library: folders(library.database), self._bar.show_folders)

    def _submit(
        self, function: Any, request: object, label: str, done: Callable[[Any], object], *, asked: bool
    ) -> None:
        if self._worker is None:
            self._worker = Worker(self)
            self._worker.stepped.connect(lambda _, step: self._bar.show_step(step))
        job: Job | None = None

        def finish() -> None:
            if job in self._jobs:
                self._jobs.remove(job)
            if not self._jobs:
                self._bar.show_step(None)

        def succeed(result: object) -> None:
            finish()
            done(result)

        def fail(error: Exception) -> None:
            finish()
            if not isinstance(error, UserError | Cancelled):
                self._notice.report(error)
            elif asked and not isinstance(error, Cancelled):
                self._notice.warn(str(error))

        job = self._worker.submit(function, request, label, succeed, fail)
        self._jobs.append(job)
        self._bar.show_step(Step(0, 0, label))

    def _tell(self, read: FoldersRead) -> None:
        if read.absent:
            names = ", ".join(readable(str(path)) for path in read.absent)
            self._notice.tell(
                plural(
                    len(read.absent),
                    "{names} was not found; its files are shown as missing until it is back.",
                    "{names} were not found; their files are shown as missing until they are back.",
                    names=names,
                )
            )
        elif read.unreadable:
            self._notice.tell(
                plural(
                    read.unreadable,
                    "{count:,} file cannot be read as a sound, and is left out.",
                    "{count:,} files cannot be read as sounds, and are left out.",
                )
            )


def _search_for(folder: Folder) -> str:
    name = folder.name.replace('"', " ")
    return f'folder:"{name}"' if " " in name else f"folder:{name}"
