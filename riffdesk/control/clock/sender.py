"""Sends a MIDI clock in a thread of its own, which sleeps until the next tick is due."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress

from riffdesk.control.clock.schedule import ClockSchedule, Place, Sent
from riffdesk.control.ports import OutputPort

_CLOSE_SECONDS = 2.0


class ClockSender:
    """Sends the clock of a sketch, while there is an output.

    Parameters
    ----------
    place : callable
        Returns where playback is; called in the thread.
    output : callable
        Returns the output that is open, or None.
    """

    def __init__(self, place: Callable[[], Place], output: Callable[[], OutputPort | None]) -> None:
        self._place, self._output = place, output
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="MIDI clock", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop the device that follows, and end the thread."""
        self._ending.set()
        self._thread.join(_CLOSE_SECONDS)

    def _run(self) -> None:
        schedule = ClockSchedule()
        while True:
            ending, place = self._ending.is_set(), self._place()
            messages, wait = schedule.due(Place(0.0, place.tempo, False) if ending else place)
            output = self._output()
            if output is not None and messages:
                _send(output, messages)
            if ending:
                return
            time.sleep(wait)


def _send(output: OutputPort, messages: list[Sent]) -> None:
    """Send messages, as far as there is a device that takes them; the connection tells if it was unplugged."""
    from mido import Message

    with suppress(OSError, RuntimeError, ValueError):
        for kind, position in messages:
            output.send(Message(kind, pos=position) if kind == "songpos" else Message(kind))
