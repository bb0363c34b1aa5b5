"""Sends a MIDI clock in a thread of its own, which sleeps until the next tick is due."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from riffdesk.control.clock_schedule import ClockSchedule, Place
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
        from mido import Message

        schedule, kept = ClockSchedule(), {kind: Message(kind) for kind in ("clock", "start", "continue", "stop")}
        while True:
            ending = self._ending.is_set()
            place = self._place()
            messages, wait = schedule.due(Place(0.0, place.tempo, False) if ending else place)
            output = self._output()
            for kind, position in messages if output is not None else ():
                try:
                    output.send(kept[kind] if kind in kept else Message(kind, pos=position))  # type: ignore[union-attr]
                except (OSError, RuntimeError, ValueError):
                    break  # it was unplugged or closed meanwhile, which the connection tells
            if ending:
                return
            time.sleep(wait)
