"""An estimate of the time left for a job, from its measured speed; it never increases."""

from __future__ import annotations

import time
from collections.abc import Callable

from riffdesk.language import tr
from riffdesk.progress import Step

_MIN_MEASURED = 1.0  # seconds of work before the speed is known
_LATE = (2.0, 5.0)  # factor and seconds by which a new estimate may exceed the shown one before it is withdrawn


class TimeLeft:
    """The time left for one job.

    Parameters
    ----------
    clock : callable
        Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._share = 0.0
        self._began: tuple[float, float] | None = None  # start of the present phase: its time and share done
        self._end: float | None = None
        self._shown: float | None = None

    def update(self, step: Step) -> None:
        """Update the estimate from a step of the job."""
        if step.ahead or not step.total:
            return
        share, now = step.done / step.total, self._clock()
        if self._began is None or share < self._share:  # a new phase, with another speed
            self._began, self._end = (now, share), None
        self._share = share
        began, before = self._began
        if share > before and now - began > _MIN_MEASURED:
            self._end = now + (now - began) / (share - before) * (1 - share)

    @property
    def seconds(self) -> float | None:
        """Seconds until the job is done, not more than before; None if unknown."""
        if self._end is None:
            return None
        left = max(0.0, self._end - self._clock())
        if self._shown is not None and left > self._shown:
            factor, more = _LATE
            if left > factor * self._shown + more:
                return None
            left = self._shown
        self._shown = left
        return left

    @property
    def text(self) -> str:
        """The time left as text; '' if unknown."""
        seconds = self.seconds
        if seconds is None:
            return "" if self._shown is None else tr("taking longer")
        return time_left(seconds)


def time_left(seconds: float) -> str:
    """Return a time left in seconds as text."""
    if seconds < 1:
        return tr("nearly done")
    if seconds < 100:
        return tr("{seconds:.0f} s left", seconds=seconds)
    minutes = round(seconds / 60)
    return (
        tr("{minutes} min left", minutes=minutes) if minutes < 100 else tr("{minutes:.1f} h left", minutes=minutes / 60)
    )
