"""The clock of what is being done: how long it still takes, from the speed measured so far, never counting up."""

from __future__ import annotations

import time
from collections.abc import Callable

from riffdesk.progress import Step

_PATIENCE = 1.0  # seconds of work that a speed is measured in at least
_LATE = (2.0, 5.0)  # times and seconds beyond what was told, from where it is no longer told


class TimeLeft:
    """The time that is left of one job.

    Parameters
    ----------
    clock : callable
        Returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._share = 0.0
        self._began: tuple[float, float] | None = None  # when this kind of work began, and the share done by then
        self._end: float | None = None
        self._told: float | None = None

    def take(self, step: Step) -> None:
        """Take note of how far the job is."""
        if step.ahead or not step.total:
            return
        share, now = step.done / step.total, self._clock()
        if self._began is None or share < self._share:  # another kind of work, with a speed of its own
            self._began, self._end = (now, share), None
        self._share = share
        began, before = self._began
        if share > before and now - began > _PATIENCE:
            self._end = now + (now - began) / (share - before) * (1 - share)

    @property
    def seconds(self) -> float | None:
        """Seconds until the job is done, never more than was told before; None while nobody can tell."""
        if self._end is None:
            return None
        left = max(0.0, self._end - self._clock())
        if self._told is not None and left > self._told:
            factor, more = _LATE
            if left > factor * self._told + more:
                return None
            left = self._told
        self._told = left
        return left

    @property
    def words(self) -> str:
        """The same as one says it; '' while nobody can tell."""
        seconds = self.seconds
        if seconds is None:
            return "" if self._told is None else "taking longer"
        return time_left(seconds)


def time_left(seconds: float) -> str:
    """Return a time that is left, as one says it."""
    if seconds < 1:
        return "nearly done"
    if seconds < 100:
        return f"{seconds:.0f} s left"
    minutes = round(seconds / 60)
    return f"{minutes} min left" if minutes < 100 else f"{minutes / 60:.1f} h left"
