"""Messages that wait for the window: bounded, with the newest value of each controller."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

MOST_WAITING = 256
"""Messages besides those that replace earlier ones; what comes beyond is dropped and counted."""
_Event = TypeVar("_Event")


class Replaceable(ABC):
    """A message of which only the newest of its source matters, such as the value of a controller."""

    @property
    @abstractmethod
    def source(self) -> Hashable:
        """What it is a message of."""

    def after(self, before: Any) -> Any:
        """Return the message that takes the place of this one and of the one before it; by default this one."""
        return self


@dataclass(frozen=True)
class Taken(Generic[_Event]):
    """What has come since the last time.

    Parameters
    ----------
    events : tuple
        In their order; those that replace earlier ones come last.
    dropped : int
        Number of messages that were dropped.
    """

    events: tuple[_Event, ...] = ()
    dropped: int = 0


class Inbox(Generic[_Event]):
    """Takes messages from any thread and hands them to one.

    It never holds more than `MOST_WAITING` messages and one value for each source of replaceable ones.
    """

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._most, self._lock = most, threading.Lock()
        self._events: deque[_Event] = deque()
        self._newest: dict[Hashable, _Event] = {}
        self._dropped = 0

    def put(self, event: _Event) -> None:
        """Add a message; returns at once."""
        with self._lock:
            if isinstance(event, Replaceable):
                before = self._newest.pop(event.source, None)
                self._newest[event.source] = event if before is None else event.after(before)
            elif len(self._events) < self._most:
                self._events.append(event)
            else:
                self._dropped += 1

    def take(self) -> Taken[_Event]:
        """Return what waits, and forget it."""
        if not (self._events or self._newest or self._dropped):
            return Taken()
        with self._lock:
            taken = Taken((*self._events, *self._newest.values()), self._dropped)
            self._events.clear()
            self._newest.clear()
            self._dropped = 0
        return taken

    @property
    def waiting(self) -> int:
        """Number of messages that wait."""
        return len(self._events) + len(self._newest)
