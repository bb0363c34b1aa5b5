"""The tempo of somebody's taps."""

from __future__ import annotations

from collections import deque

import numpy as np

from riffdesk.sketch.music.tempo import MAX_TEMPO, MIN_TEMPO

FORGOTTEN_AFTER = 2.0  # seconds without a tap, after which the next one begins anew; so the slowest tempo is 30 bpm
_COUNTED = 6.0  # seconds that are averaged
_BOUNCE = 0.12  # seconds in which nobody taps twice
_ALIKE = 0.25  # part of the median by which an interval may differ from it, to count


class TapTempo:
    """Averages the intervals between taps; a tap that was missed or doubled does not count."""

    def __init__(self) -> None:
        self.number = 0
        """Which tapping this is: counts on whenever the last one is forgotten."""
        self._taps: deque[float] = deque()

    def tap(self, now: float) -> float | None:
        """Take a tap; return the tempo in beats per minute to a tenth, None if there is none yet.

        Parameters
        ----------
        now : float
            When it was, in seconds of a clock that never goes back.
        """
        if not self._taps or now - self._taps[-1] > FORGOTTEN_AFTER:
            self._taps.clear()
            self.number += 1
        elif now - self._taps[-1] < _BOUNCE:
            return None
        self._taps.append(now)
        while now - self._taps[0] > _COUNTED:
            self._taps.popleft()
        if len(self._taps) < 2:
            return None
        intervals = np.diff(self._taps)
        median = np.sort(intervals)[(len(intervals) - 1) // 2]
        beat = intervals[np.abs(intervals - median) <= _ALIKE * median].mean()
        return min(max(round(60 / float(beat), 1), float(MIN_TEMPO)), float(MAX_TEMPO))
