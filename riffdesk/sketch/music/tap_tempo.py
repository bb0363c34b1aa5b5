"""Tap tempo: the tempo of a series of taps."""

from __future__ import annotations

from collections import deque

import numpy as np

from riffdesk.sketch.music.tempo import MAX_TEMPO, MIN_TEMPO

MAX_INTERVAL = 2.0  # seconds between taps of one series, so that the slowest tempo is 30 bpm
_AVERAGED_SECONDS = 6.0  # seconds of taps that are averaged
_MIN_INTERVAL = 0.12  # seconds; a faster second tap is a bounce and is ignored
_TOLERANCE = 0.25  # largest difference of an averaged interval from the median, relative to the median


class TapTempo:
    """Averages the intervals between taps; missed and doubled taps do not count."""

    def __init__(self) -> None:
        self.number = 0
        """Number of the present series of taps, from 1."""
        self._taps: deque[float] = deque()

    def tap(self, now: float) -> float | None:
        """Add a tap; return the tempo in beats per minute to a tenth, None before the second tap.

        Parameters
        ----------
        now : float
            Time of the tap in seconds of a monotonic clock.
        """
        if not self._taps or now - self._taps[-1] > MAX_INTERVAL:
            self._taps.clear()
            self.number += 1
        elif now - self._taps[-1] < _MIN_INTERVAL:
            return None
        self._taps.append(now)
        while now - self._taps[0] > _AVERAGED_SECONDS:
            self._taps.popleft()
        if len(self._taps) < 2:
            return None
        intervals = np.diff(self._taps)
        median = np.sort(intervals)[(len(intervals) - 1) // 2]
        beat = intervals[np.abs(intervals - median) <= _TOLERANCE * median].mean()
        return min(max(round(60 / float(beat), 1), float(MIN_TEMPO)), float(MAX_TEMPO))
