"""What is known of a riff while it is made: its windows, how far each is, how long it takes; knows no Qt."""

from __future__ import annotations

import time
from collections.abc import Callable

from riffdesk.engine.events import Plan, Section, Working

WAITING, WORKING, READY = "waiting", "working", "ready"


class RenderProgress:
    """One riff on its way.

    Parameters
    ----------
    clock : callable
        Returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.windows: tuple[tuple[float, float], ...] = ()
        self._clock = clock
        self._ready: set[int] = set()
        self._working: Working | None = None
        self._began: tuple[float, float] | None = None  # when the network began, and what was there by then

    def take(self, partial: object) -> None:
        """Take note of what a render tells."""
        match partial:
            case Plan(windows=windows):
                self.windows = windows
            case Working():
                self._working = partial
                if self._began is None:
                    self._began = self._clock(), self._done
            case Section(first=first, stop=stop):
                self._ready.update(range(first, stop))
                self._working = None

    def state(self, window: int) -> str:
        """Return whether a window is waiting, being worked on, or ready."""
        if window in self._ready:
            return READY
        here = self._working
        return WORKING if here is not None and here.first <= window < here.stop else WAITING

    @property
    def step(self) -> tuple[int, int] | None:
        """At which step of how many the windows are that are being worked on."""
        return None if self._working is None else (self._working.step, self._working.steps)

    @property
    def seconds_left(self) -> float | None:
        """How long it will still take; None while nobody can tell."""
        if self._began is None or not self.windows:
            return None
        began, there = self._began
        done, took = self._done - there, self._clock() - began
        return took / done * (len(self.windows) - self._done) if done > 0 and took > 1 else None

    def caught_up_in(self, ahead: float, missing: float) -> float | None:
        """Return after how many seconds a playhead will have come to where nothing is yet; None if it never will.

        Parameters
        ----------
        ahead : float
            Seconds of music between the playhead and the end of what is there.
        missing : float
            Seconds of music that are not there yet.
        """
        left = self.seconds_left
        if left is None or ahead + missing >= left:
            return None
        return ahead / (1 - missing / left)  # which comes nearer by so much each second

    @property
    def _done(self) -> float:
        """How many windows are done, and parts of windows."""
        done = float(len(self._ready))
        here = self._working
        if here is not None:
            done += (here.stop - here.first) * here.step / max(1, here.steps + 1)
        return done

    def told(self) -> str:
        """Return how far it is, in words."""
        words = []
        if self.windows:
            count = len(self.windows)
            words.append(f"{len(self._ready)} of {count} windows ready" if count > 1 else "1 window")
        if self.step is not None:
            words.append("step {} of {}".format(*self.step))
        if self.seconds_left is not None:
            words.append(time_left(self.seconds_left))
        return " · ".join(words)


def time_left(seconds: float) -> str:
    """Return a time that is left, as one says it."""
    if seconds < 1:
        return "nearly done"
    if seconds < 100:
        return f"{seconds:.0f} s left"
    minutes = round(seconds / 60)
    return f"{minutes} min left" if minutes < 100 else f"{minutes / 60:.1f} h left"
