"""Messages to a session that runs in the engine's process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[object], None]


class Mailbox:
    """Takes messages from any thread, and passes them on in order as soon as the session has started."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: list[object] = []
        self._tell: Tell | None = None

    def put(self, message: object) -> None:
        """Send a message, a frozen dataclass; it is kept until the session has been sent."""
        with self._guard:
            if self._tell is None:
                self._waiting.append(message)
            else:
                self._tell(message)

    @contextmanager
    def delivering_to(self, tell: Tell) -> Iterator[None]:
        """Pass messages to a function within the context, first those that are kept.

        Parameters
        ----------
        tell : callable
            Must not raise.
        """
        with self._guard:
            for message in self._waiting:
                tell(message)
            self._waiting.clear()
            self._tell = tell
        try:
            yield
        finally:
            with self._guard:
                self._tell = lambda message: None
