"""A thread that writes a journal, so that the window does not wait for the disk."""

from __future__ import annotations

import threading
from collections.abc import Callable

from riffdesk.errors import Cancelled
from riffdesk.store.journal.journal import Journal, Snapshot

_CLOSE_TIMEOUT = 10.0  # seconds that the program waits for a slow disk when it ends


class JournalThread:
    """Carries out the latest request to a journal in a thread. All methods but `close` and `wait` return at once.

    A new request replaces one that has not begun.

    Parameters
    ----------
    failed : callable
        Called in the thread with any exception of a request.
    """

    def __init__(self, failed: Callable[[Exception], None]) -> None:
        self._failed = failed
        self._journal = Journal()
        self._adopted: Journal | None = None
        self._next: Callable[[], None] | None = None
        self._clear = False  # whether to clear the journal before `_next`
        self._changed = threading.Condition()
        self._busy = self._closed = False
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def write(self, snapshot: Snapshot) -> None:
        """Store a version of the document."""
        self._submit(lambda: self._journal.write(snapshot))

    def mark_saved(self) -> None:
        """Store that there is nothing to recover; see `Journal.mark_saved`."""
        self._submit(lambda: self._journal.mark_saved(), cancel_write=True)

    def clear(self) -> None:
        """Remove the journal."""
        with self._changed:
            self._clear, self._next = True, None
            self._journal.cancel.set()
            self._changed.notify_all()

    def adopt(self, journal: Journal) -> None:
        """Clear the present journal and use another one."""
        with self._changed:
            self._adopted, self._clear, self._next = journal, False, None
            self._journal.cancel.set()
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait until all requests are done, for some seconds at most; return whether they are."""
        with self._changed:
            return self._changed.wait_for(self._idle, seconds)

    def close(self, *, keep: bool = False) -> None:
        """End the thread after removing the journal, or, with ``keep``, after the last write. Waits 10 s at most."""
        if not keep:
            self.clear()
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join(_CLOSE_TIMEOUT)
        if keep and not self._thread.is_alive():
            self._journal.release()

    def _submit(self, job: Callable[[], None], *, cancel_write: bool = False) -> None:
        """Set the next job; with ``cancel_write``, cancel a write in progress."""
        with self._changed:
            if not self._closed:
                self._next = job
                if cancel_write:
                    self._journal.cancel.set()
                self._changed.notify_all()

    def _idle(self) -> bool:
        return not (self._busy or self._clear) and self._next is None and self._adopted is None

    def _run(self) -> None:
        while True:
            with self._changed:
                self._busy = False
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._closed or not self._idle())
                if self._idle():
                    return
                adopted, clear, job = self._adopted, self._clear, self._next
                self._adopted, self._clear, self._next = None, False, None
                self._busy = True
                self._journal.cancel.clear()
            try:
                if adopted is not None:
                    replaced, self._journal = self._journal, adopted
                    replaced.clear()
                if clear:
                    self._journal.clear()
                if job is not None:
                    job()
            except Cancelled:
                continue
            except Exception as error:  # the window shows any error
                self._failed(error)
