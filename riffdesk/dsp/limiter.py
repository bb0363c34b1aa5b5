"""A look-ahead limiter: turns peaks down before they come, leaves everything else as it is.

The gain that each sample wants is held by a sliding minimum, let go at a steady slope and averaged over the
look-ahead; the sound waits that long. Every gain in the average is then low enough for the sample that comes
out, so nothing ever overshoots (Hämäläinen, "Smoothing of the control signal without clipped output in
digital peak limiters", DAFx 2002; Giannoulis, Massberg & Reiss, "Digital dynamic range compressor design",
J. Audio Eng. Soc. 60, 2012). All of it is counted in whole numbers: sums of these leave no residue behind, so
the gain returns to exactly 1, and it does not matter how the sound is cut into blocks.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
_Whole = NDArray[np.int64]

LOOK_AHEAD_SECONDS = 0.002
HOLD_SECONDS = 0.01  # half a period of 50 Hz: between the peaks of a lower note the gain begins to move
RELEASE_SECONDS = 0.2
_ONE = 1 << 32


class Limiter:
    """Keeps every sample at or below a ceiling, both sides turned down alike; used by one thread.

    The gain falls within the look-ahead and rises by a straight line, by 6 dB in 100 ms and from anywhere in
    `RELEASE_SECONDS`, however loud the peak was. While nothing is above the ceiling, and has not been
    for that long, samples come out bit-identical, `delay` later.

    Parameters
    ----------
    sample_rate : int
        In Hz.
    ceiling : float
        Highest absolute sample that comes out. Full scale by default: below it, an import that reaches full
        scale would no longer be played as it is.
    """

    def __init__(self, sample_rate: int = 44_100, ceiling: float = 1.0) -> None:
        self.delay = max(1, round(LOOK_AHEAD_SECONDS * sample_rate))
        self._ceiling = float(np.float32(ceiling))
        self._hold = self.delay + 1 + round(HOLD_SECONDS * sample_rate)
        self._slope = round(_ONE / (RELEASE_SECONDS * sample_rate))
        self._waiting = np.zeros((2, self.delay), np.float32)
        self._wanted = np.zeros(self._hold - 1, np.int64)
        self._held = np.zeros(self.delay, np.int64)
        self._idle = True

    def process(self, sound: Array) -> Array:
        """Return the next piece of sound, `delay` samples late; nothing at first.

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
        joined = np.concatenate((self._waiting, sound), axis=1)
        out, self._waiting = joined[:, :frames], joined[:, frames:]
        if self._idle and peak <= self._ceiling:
            return out
        return (out * self._gain(peaks)).astype(np.float32)

    def _gain(self, peaks: Array) -> NDArray[np.float64]:
        """Return the gain of each frame that comes out, from the peaks of those that go in."""
        frames = len(peaks)
        over = np.maximum(peaks.astype(np.float64), self._ceiling)
        wanted = np.concatenate((self._wanted, _ONE - (self._ceiling / over * _ONE).astype(np.int64)))
        held = np.concatenate((self._held, self._released(_sliding_maximum(wanted, self._hold))))
        self._wanted, self._held = wanted[frames:], held[frames:]
        self._idle = not (self._wanted.any() or self._held.any())
        sums = np.cumsum(np.concatenate(([0], held)))
        whole = _ONE * (self.delay + 1)
        gain: NDArray[np.float64] = (whole - (sums[self.delay + 1 :] - sums[: -self.delay - 1])) / whole
        return gain

    def _released(self, reduction: _Whole) -> _Whole:
        """Return a reduction that rises at once and falls by no more than the slope."""
        way = self._slope * np.arange(1, len(reduction) + 1)
        reduction = reduction + way
        reduction[0] = max(reduction[0], self._held[-1])
        fallen: _Whole = np.maximum.accumulate(reduction) - way
        return fallen


def _sliding_maximum(values: _Whole, width: int) -> _Whole:
    """Return the highest of each ``width`` neighbours, from windows that double."""
    reach = 1
    while reach * 2 <= width:
        values = np.maximum(values[:-reach], values[reach:])
        reach *= 2
    rest = width - reach
    return np.maximum(values[:-rest], values[rest:]) if rest else values
