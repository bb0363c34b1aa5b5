"""The thread that searches and changes the library, so that the window never waits for a disk or another process.

Functions are called one after the other with the library, which is opened by the first one. Before a new search, one
that is running is interrupted. When the window closes, submitted calls are still made.
"""

from __future__ import annotations

import sqlite3
import threading
from array import array
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from riffdesk.store.library.library import Library
from riffdesk.store.library.query import Query

LibraryCall = Callable[[Library], Any]
Done = Callable[[Any], object]


class LibraryThread(QObject):
    """Calls functions with the library in a thread; to be used from the GUI thread only.

    Parameters
    ----------
    on_failed : callable
        Called with the error of a function, a `UserError` or a bug, on the GUI thread.
    """

    _answered = Signal(object, object)

    def __init__(self, on_failed: Callable[[Exception], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_failed = on_failed
        self._queue: SimpleQueue[tuple[LibraryCall, Done] | None] = SimpleQueue()
        self._library: Library | None = None
        self._search = 0  # number of the newest search
        self._searching = threading.Lock()  # held while the query of a search runs, and to interrupt it
        self._running: Library | None = None
        self._waiting = 0
        self._closed = False
        self._thread: threading.Thread | None = None
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a call is pending."""
        return self._waiting > 0

    def submit(self, work: LibraryCall, done: Done = lambda _: None) -> None:
        """Call a function with the library in the thread, and another one with its result on the GUI thread."""
        if self._closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="library", daemon=True)
            self._thread.start()
        self._waiting += 1
        self._queue.put((work, done))

    def search(self, query: Query, sort: str, done: Callable[[array[int]], object]) -> None:
        """Call a function with the ids that match a query; an earlier search is cancelled."""
        self._search += 1
        number = self._search
        with self._searching:
            if self._running is not None:
                self._running.database.interrupt()

        def find(library: Library) -> array[int] | None:
            with self._searching:
                if number != self._search:
                    return None
                self._running = library
            try:
                return library.ids(query, sort)
            except sqlite3.OperationalError:  # interrupted
                return None
            finally:
                with self._searching:
                    self._running = None

        self.submit(find, lambda ids: done(ids) if ids is not None and number == self._search else None)

    def close(self) -> None:
        """End the thread after all submitted calls."""
        self._closed = True
        self.blockSignals(True)
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(15)

    def _run(self) -> None:
        while (item := self._queue.get()) is not None:
            work, done = item
            try:
                if self._library is None:
                    self._library = Library()
                result, callback = work(self._library), done
            except Exception as error:
                result, callback = error, self._on_failed
            try:
                self._answered.emit(callback, result)
            except RuntimeError:
                break  # the window was destroyed
        if self._library is not None:
            self._library.close()

    def _answer(self, callback: Callable[[Any], object], result: Any) -> None:
        self._waiting -= 1
        callback(result)
