"""The end of the window: what is being saved or exported is finished first, without stalling anything."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from riffdesk.audio.filing.sound_files import import_audio
from riffdesk.engine.image_level import level_ink
from riffdesk.engine.layer_sound import convert
from riffdesk.errors import Cancelled
from riffdesk.store.image.image_file import read_image
from riffdesk.store.project.opening import open_project
from riffdesk.ui.window.progress_line import ProgressLine
from riffdesk.ui.worker import Job, Worker

_READING = (open_project, import_audio, read_image, level_ink, convert)
"""What nobody waits for when the window is to close."""


class Shutdown(QObject):
    """Puts off closing the window while files are written, and closes it after that.

    Parameters
    ----------
    window : QWidget
        What is closed.
    files : Worker
        For saving, exporting and opening.
    progress : ProgressLine
        Says what is waited for.
    """

    def __init__(self, window: QWidget, files: Worker, progress: ProgressLine) -> None:
        super().__init__(window)
        self.asks = True
        """Whether the user is there to be asked about unsaved changes."""
        self._window, self._files, self._progress = window, files, progress
        self._waiting = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(window.close)
        files.changed.connect(self._look)
        files.failed.connect(self._on_failed)

    def may_close(self) -> bool:
        """Return whether nothing is being written; if something is, the window closes as soon as it is there."""
        if not self._writing():
            return True
        if not self._waiting:
            self._waiting = True
            self._progress.show_finishing(self.stop_waiting)
        return False

    def leave(self) -> None:
        """Close in good order without asking anything; the second time, without waiting either."""
        if self._waiting:
            self.stop_waiting()
        self.asks = False
        self._window.close()

    def stop_waiting(self) -> None:
        """Give up what is being written: the files stay as they were, and the window closes when that is tidied up."""
        for job in self._writing():
            self._files.cancel(job)

    def _writing(self) -> list[Job]:
        jobs = [*self._files.waiting] if self._files.running is None else [*self._files.waiting, self._files.running]
        return [job for job in jobs if job.function not in _READING]

    def _look(self) -> None:
        if self._waiting and not self._writing():
            self._end_waiting()
            self._soon.start()

    def _on_failed(self, job: Job, error: Exception) -> None:
        """Keep the window where a file could not be written, if there is somebody who can do something about it."""
        if isinstance(error, Cancelled) or job.function in _READING:
            return
        if not self.asks:
            print(error, file=sys.stderr)
        elif self._waiting or self._soon.isActive():
            self._soon.stop()
            self._end_waiting()

    def _end_waiting(self) -> None:
        self._waiting = False
        self._progress.show_finishing(None)
