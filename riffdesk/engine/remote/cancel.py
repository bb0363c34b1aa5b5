"""The user's cancel of one request."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Cancel(threading.Event):
    """An event that calls a listener when it is set, on the thread that sets it."""

    def __init__(self) -> None:
        super().__init__()
        self._guard = threading.Lock()
        self._listener: Callable[[], None] | None = None

    def set(self) -> None:
        """Set the event and call the listener, if there is one."""
        super().set()
        with self._guard:
            if self._listener is not None:
                self._listener()

    @contextmanager
    def notifying(self, listener: Callable[[], None]) -> Iterator[None]:
        """Call a listener when the event is set within the context; at once if it is set already.

        Parameters
        ----------
        listener : callable
            Must not block. It may be called more than once.
        """
        with self._guard:
            self._listener = listener
            if self.is_set():
                listener()
        try:
            yield
        finally:
            with self._guard:
                self._listener = None
