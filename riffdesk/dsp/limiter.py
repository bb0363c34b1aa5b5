"""A look-ahead limiter: reduces the gain before each peak, and leaves sound below the ceiling bit-identical.

The gain reduction of each sample is held by a sliding maximum, released at a constant slope and averaged over the
look-ahead, by which the sound is delayed. All gains in the average are low enough for the output sample, so
nothing overshoots (Hämäläinen, "Smoothing of the control signal without clipped output in digital peak limiters",
DAFx 2002; Giannoulis, Massberg & Reiss, "Digital dynamic range compressor design", J. Audio Eng. Soc. 60, 2012).
Gains are integers, whose sums are exact: so the gain returns to exactly 1, and block sizes do not matter.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array

_Integers = NDArray[np.int64]

LOOK_AHEAD_SECONDS = 0.002
HOLD_SECONDS = 0.01  # half a period of 50 Hz: between the peaks of a lower note the gain begins to move
RELEASE_SECONDS = 0.2
_ONE = 1 << 32


class Limiter:
    """Limits both channels to a ceiling with the same gain; used by one thread.

    The gain falls within the look-ahead and rises linearly, by 6 dB in 100 ms, and within `RELEASE_SECONDS` after any
    peak. When nothing has been above the ceiling for that long, samples are bit-identical, delayed by `delay`.

    Parameters
    ----------
    sample_rate : int
        In Hz.
    ceiling : float
        Highest absolute output sample. Full scale by default, so that an import that reaches full scale is played
        unchanged.
    """

    def __init__(self, sample_rate: int = 44_100, ceiling: float = 1.0) -> None:
        self.delay = max(1, round(LOOK_AHEAD_SECONDS * sample_rate))
        self._ceiling = float(np.float32(ceiling))
        self._hold = self.delay + 1 + round(HOLD_SECONDS * sample_rate)
        self._slope = round(_ONE / (RELEASE_SECONDS * sample_rate))
        self._delayed = np.zeros((2, self.delay), np.float32)
        self._past_reductions = np.zeros(self._hold - 1, np.int64)
        self._past_released = np.zeros(self.delay, np.int64)
        self._idle = True

    def process(self, sound: Array) -> Array:
        """Return the next block of sound, delayed by `delay` samples.

        Parameters
        ----------
        sound : float32 ``[2, frames]``
            Any level. NaN and infinities become silence.

        Returns
        -------
        float32 ``[2, frames]``
            Within ``-ceiling .. ceiling``.
        """
        frames = sound.shape[1]
        if not frames:
            return sound
        peaks = np.abs(sound).max(axis=0)
        peak = peaks.max()
        if not np.isfinite(peak):
            sound = np.where(np.isfinite(sound), sound, np.float32(0))
            peaks = np.abs(sound).max(axis=0)
            peak = peaks.max()
        joined = np.concatenate((self._delayed, sound), axis=1)
        out, self._delayed = joined[:, :frames], joined[:, frames:]
        if self._idle and peak <= self._ceiling:
            return out
        return (out * self._gain(peaks)).astype(np.float32)

    def _gain(self, peaks: Array) -> NDArray[np.float64]:
        """Return the gain of each output frame, given the peaks of the input frames."""
        frames = len(peaks)
        above = np.maximum(peaks.astype(np.float64), self._ceiling)
        reductions = np.concatenate((self._past_reductions, _ONE - (self._ceiling / above * _ONE).astype(np.int64)))
        released = np.concatenate((self._past_released, self._released(_sliding_maximum(reductions, self._hold))))
        self._past_reductions, self._past_released = reductions[frames:], released[frames:]
        self._idle = not (self._past_reductions.any() or self._past_released.any())
        sums = np.cumsum(np.concatenate(([0], released)))
        full_scale = _ONE * (self.delay + 1)
        gain: NDArray[np.float64] = (full_scale - (sums[self.delay + 1 :] - sums[: -self.delay - 1])) / full_scale
        return gain

    def _released(self, reduction: _Integers) -> _Integers:
        """Return a gain reduction that rises at once and falls with the release slope."""
        decrease = self._slope * np.arange(1, len(reduction) + 1)
        reduction = reduction + decrease
        reduction[0] = max(reduction[0], self._past_released[-1])
        fallen: _Integers = np.maximum.accumulate(reduction) - decrease
        return fallen


def _sliding_maximum(values: _Integers, width: int) -> _Integers:
    """Return the maximum of each ``width`` neighbours, from windows of doubling width."""
    reach = 1
    while reach * 2 <= width:
        values = np.maximum(values[:-reach], values[reach:])
        reach *= 2
    remaining = width - reach
    return np.maximum(values[:-remaining], values[remaining:]) if remaining else values
