"""Tempo of a MIDI clock that comes from outside.

The tempo is the slope of a straight line through the ticks of the last four beats, told at each beat. A long interval
is left out, as ticks were lost in it, unless the next one is as much shorter: then a tick was only late.
"""

from __future__ import annotations

from collections import deque
from itertools import pairwise

import numpy as np

from riffdesk.control.clock.schedule import TICKS_PER_BEAT

_BEATS = 4
_LOST_SECONDS = 1.0  # without a tick
_DROPOUT = 1.7  # times the median interval
_LEAST_CHANGE = 0.15  # bpm; less is jitter


class ClockFollower:
    """Follows the ticks of a clock; they come in one thread, and are asked for in another."""

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=_BEATS * TICKS_PER_BEAT + 1)
        self._count = 0
        self._told = 0.0
        self._tempo: float | None = None
        self._runs = False

    @property
    def runs(self) -> bool:
        """Whether ticks have come, and the clock was not lost since."""
        return self._runs

    def tick(self, seconds: float) -> None:
        """Take a tick at a time of a monotonic clock."""
        if self._times and seconds - self._times[-1] > _LOST_SECONDS:
            self._times.clear()
        self._times.append(seconds)
        self._runs = True
        self._count += 1
        if self._count % TICKS_PER_BEAT == 0 and len(self._times) > TICKS_PER_BEAT:
            tempo = tempo_of(tuple(self._times))
            if tempo is not None and abs(tempo - self._told) >= _LEAST_CHANGE:
                self._told = self._tempo = tempo

    def take_tempo(self) -> float | None:
        """Return the tempo in bpm if it has changed since the last call; else None."""
        tempo, self._tempo = self._tempo, None
        return tempo

    def is_lost(self, seconds: float) -> bool:
        """Return whether the clock is lost at a time; once, until ticks come again."""
        times = self._times
        if self._runs and times and seconds - times[-1] > _LOST_SECONDS:
            self._runs = False
            return True
        return False

    def forget(self) -> None:
        """Begin anew, as after another input was chosen."""
        self._times.clear()
        self._told, self._tempo, self._count, self._runs = 0.0, None, 0, False


def tempo_of(times: tuple[float, ...]) -> float | None:
    """Return the tempo in bpm of the times of ticks, without dropouts; None if they are at one time."""
    intervals = [after - before for before, after in pairwise(times)]
    median = sorted(intervals)[len(intervals) // 2]
    following = [*intervals[1:], median]
    steady = [
        one if one <= _DROPOUT * median or one + after <= (1 + _DROPOUT) * median else median
        for one, after in zip(intervals, following, strict=True)
    ]
    ticks = np.arange(len(times)) - (len(times) - 1) / 2
    step = float(ticks @ np.cumsum([0.0, *steady]) / (ticks @ ticks))
    return round(60 / (TICKS_PER_BEAT * step), 1) if step > 0 else None
