"""A thread that writes a journal: the latest version wins, and nobody waits for the disk."""

from __future__ import annotations

import threading
from collections.abc import Callable

from riffdesk.errors import Cancelled
from riffdesk.store.journal.journal import Journal, Snapshot

_PATIENCE = 10.0  # seconds for which the end of the program waits for a slow disk


class JournalThread:
    """Does to a journal what it was told last. All methods return at once, but `close` and `wait`.

    Parameters
    ----------
    failed : callable
        Called in the thread with any exception that `Journal.write` and others raise.
    """

    def __init__(self, failed: Callable[[Exception], None]) -> None:
        self._failed = failed
        self._journal = Journal()
        self._adopted: Journal | None = None
        self._next: Callable[[], None] | None = None
        self._clear = False  # before what is next
        self._changed = threading.Condition()
        self._busy = self._closed = False
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def write(self, snapshot: Snapshot) -> None:
        """Store a version of the document."""
        self._submit(lambda: self._journal.write(snapshot))

    def mark_saved(self) -> None:
        """Note that there is nothing to recover; see `Journal.mark_saved`."""
        self._submit(lambda: self._journal.mark_saved(), instead=True)

    def clear(self) -> None:
        """Remove all that is stored."""
        with self._changed:
            self._clear, self._next = True, None
            self._journal.cancel.set()
            self._changed.notify_all()

    def adopt(self, journal: Journal) -> None:
        """Go on with another journal, after clearing the one that there is."""
        with self._changed:
            self._adopted, self._clear, self._next = journal, False, None
            self._journal.cancel.set()
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait until all is done; return whether it is."""
        with self._changed:
            return self._changed.wait_for(self._idle, seconds)

    def close(self, *, keep: bool = False) -> None:
        """End, after removing all that is stored, or after storing all that was handed over.

        A disk that does not answer is not waited for.
        """
        if not keep:
            self.clear()
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join(_PATIENCE)
        if keep and not self._thread.is_alive():
            self._journal.release()

    def _submit(self, act: Callable[[], None], *, instead: bool = False) -> None:
        """Do something next; ``instead`` of what is being done, if that is a write."""
        with self._changed:
            if not self._closed:
                self._next = act
                if instead:
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
                adopted, clear, act = self._adopted, self._clear, self._next
                self._adopted, self._clear, self._next = None, False, None
                self._busy = True
                self._journal.cancel.clear()
            try:
                if adopted is not None:
                    before, self._journal = self._journal, adopted
                    before.clear()
                if clear:
                    self._journal.clear()
                if act is not None:
                    act()
            except Cancelled:
                continue
            except Exception as error:  # whatever it is, the window shows it
                self._failed(error)
