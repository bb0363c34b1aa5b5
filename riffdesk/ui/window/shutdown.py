"""Closing the window, after files that are being saved or exported are complete."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from riffdesk.errors import Cancelled
from riffdesk.ui.window.progress_line import ProgressLine
from riffdesk.ui.worker import Job, Worker


class Shutdown(QObject):
    """Delays closing the window until files are written.

    Parameters
    ----------
    window : QWidget
        The window to close.
    files : Worker
        The worker that opens, saves and exports; the window waits for its jobs that write.
    progress : ProgressLine
        Shows the pending job.
    """

    def __init__(self, window: QWidget, files: Worker, progress: ProgressLine) -> None:
        super().__init__(window)
        self.asks = True
        """Whether to ask about unsaved changes; False after Ctrl+C."""
        self._window, self._files, self._progress = window, files, progress
        self._waiting = False
        self._close_timer = QTimer(self, singleShot=True, interval=0)
        self._close_timer.timeout.connect(window.close)
        files.changed.connect(self._check)
        files.failed.connect(self._on_failed)

    def may_close(self) -> bool:
        """Return whether no file is being written; otherwise the window is closed after that."""
        if not self._writing():
            return True
        if not self._waiting:
            self._waiting = True
            self._progress.show_finishing(self.stop_waiting)
        return False

    def leave(self) -> None:
        """Close the window without questions; on the second call, without waiting for files."""
        if self._waiting:
            self.stop_waiting()
        self.asks = False
        self._window.close()

    def stop_waiting(self) -> None:
        """Cancel the writing of files, which are not changed; the window closes after that."""
        for job in self._writing():
            self._files.cancel(job)

    def _writing(self) -> list[Job]:
        jobs = [*self._files.waiting] if self._files.running is None else [*self._files.waiting, self._files.running]
        return [job for job in jobs if job.writes]

    def _check(self) -> None:
        if self._waiting and not self._writing():
            self._end_waiting()
            self._close_timer.start()

    def _on_failed(self, job: Job, error: Exception) -> None:
        """Keep the window open if a file could not be written; after Ctrl+C, print the error and close."""
        if isinstance(error, Cancelled) or not job.writes:
            return
        if not self.asks:
            print(error, file=sys.stderr)
        elif self._waiting or self._close_timer.isActive():
            self._close_timer.stop()
            self._end_waiting()

    def _end_waiting(self) -> None:
        self._waiting = False
        self._progress.show_finishing(None)
