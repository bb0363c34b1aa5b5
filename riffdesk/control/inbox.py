"""Messages that wait for the window: bounded, with the newest value of each controller."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, replace

from riffdesk.control.messages import Controller, Event, Moved

MOST_WAITING = 256
"""Messages besides those of controllers; what comes beyond is dropped and counted."""


@dataclass(frozen=True)
class Taken:
    """What has come since the last time.

    Parameters
    ----------
    events : tuple of Event
        In their order; moves of controllers come last.
    dropped : int
        Number of messages that were dropped.
    """

    events: tuple[Event, ...] = ()
    dropped: int = 0


class Inbox:
    """Takes messages from any thread and hands them to one.

    It never holds more than `MOST_WAITING` messages and one value for each controller.
    """

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._most, self._lock = most, threading.Lock()
        self._events: deque[Event] = deque()
        self._moves: dict[Controller, Moved] = {}
        self._dropped = 0

    def put(self, event: Event) -> None:
        """Add a message; returns at once."""
        with self._lock:
            if isinstance(event, Moved):
                before = self._moves.pop(event.controller, None)
                peak = event.peak if before is None else max(before.peak, event.peak)
                self._moves[event.controller] = replace(event, peak=peak)
            elif len(self._events) < self._most:
                self._events.append(event)
            else:
                self._dropped += 1

    def take(self) -> Taken:
        """Return what waits, and forget it."""
        if not (self._events or self._moves or self._dropped):
            return Taken()
        with self._lock:
            taken = Taken((*self._events, *self._moves.values()), self._dropped)
            self._events.clear()
            self._moves.clear()
            self._dropped = 0
        return taken

    @property
    def waiting(self) -> int:
        """Number of messages that wait."""
        return len(self._events) + len(self._moves)
