"""Limits the peak level of a riff from a model: images have no level of their own, and loud ones would clip.

New sound is reduced so that it peaks at -3 dBTP, or at the peak of the kept sound around it if that is higher. Later
sections are reduced further where they would exceed that, over a ramp. The gain never rises again, and kept sound is
unchanged.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.mix import true_peak
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.tiles.ranges import Columns

MAX_PEAK = 10 ** (-3 / 20)
"""-3 dBTP."""
_EDGE = 3.0  # columns of the transition between kept and new in the measurement


class PeakLevel:
    """The gain of a riff that is rendered from left to right.

    Parameters
    ----------
    params : SpectrogramParams
    ramp : int
        Columns over which the gain falls.
    new : bool ``[columns]``, optional
        Columns of which all bands are regenerated; all columns by default.
    circular : bool
        Whether the riff is a loop.
    """

    def __init__(
        self, params: SpectrogramParams, ramp: int, new: NDArray[np.bool_] | None = None, *, circular: bool = False
    ) -> None:
        self._params, self._ramp = params, max(1, ramp)
        self._distance_to_kept = self._distance_to_new = None
        if new is not None and new.any() and not new.all():
            self._distance_to_kept, self._distance_to_new = _distances(~new, circular), _distances(new, circular)
        self.gain: float | None = None

    def begin(self) -> None:
        """Reset the gain, for a section that does not follow the one before."""
        self.gain = None

    def reduced(
        self, first: int, ink: Array, samples: Columns, audio: Array, audio_start: int = 0
    ) -> tuple[Array, Array]:
        """Return ink and sound of a section at the riff's level.

        Parameters
        ----------
        first : int
            First column of the ink.
        ink : float32 ``[bands, n]`` or ``[2, bands, n]``
        samples : (int, int)
            First sample of the section's sound, and the one after its last.
        audio : float32 ``[channels, samples]``
            Its sound, with available sound before and after it.
        audio_start : int
            First sample of ``audio``.
        """
        hop = self._params.hop
        columns = np.arange(first, first + ink.shape[-1], dtype=np.float64)
        positions = (audio_start + np.arange(audio.shape[-1])) / hop
        limit = max(MAX_PEAK, self._kept_peak(positions, audio))
        start, stop = samples[0] - audio_start, samples[1] - audio_start
        # New sound is measured, also beyond the section, with a transition of a few columns.
        weight = self._new_weight(positions[start:], _EDGE).astype(np.float32)
        target = min(1.0, limit / max(true_peak(audio[:, start:] * weight), limit))
        gain = target if self.gain is None else self.gain
        target, ramp = min(gain, target), self._ramp
        while True:
            by_sample = self._gains(positions[start:stop], first, gain, target, ramp).astype(np.float32)
            reduced = audio[:, start:stop] * by_sample
            if ramp == 1 or true_peak(reduced * weight[: stop - start]) <= limit * 1.001:
                break
            ramp = max(1, ramp // 2)  # the peak lies in the ramp
        self.gain = target
        by_column = self._gains(columns, first, gain, target, ramp) ** self._params.power
        return ink * by_column.astype(np.float32), reduced

    def _kept_peak(self, positions: NDArray[np.float64], audio: Array) -> float:
        """Return the peak of kept sound, except within a window of new sound, which it contains."""
        if self._distance_to_new is None:
            return 0.0
        distance = np.interp(positions, np.arange(len(self._distance_to_new)), self._distance_to_new)
        is_kept = distance > 1 + self._params.window / self._params.hop
        return float(np.abs(audio[:, is_kept]).max(initial=0.0))

    def _gains(
        self, positions: NDArray[np.float64], first: int, gain: float, target: float, ramp: int
    ) -> NDArray[np.float64]:
        """Return the gain at positions in columns: the target, but 1 where sound is kept, and ramps between."""
        down = 1 - target if gain == target else 1 - gain + (gain - target) * np.clip((positions - first) / ramp, 0, 1)
        return 1 - down * self._new_weight(positions, ramp)

    def _new_weight(self, positions: NDArray[np.float64], within: float) -> NDArray[np.float64]:
        """Return 0 at kept columns, rising to 1 at a distance of ``within`` columns; a single 1 if none is kept."""
        if self._distance_to_kept is None:
            return np.ones(1)
        return np.clip(
            np.interp(positions, np.arange(len(self._distance_to_kept)), self._distance_to_kept) / within, 0, 1
        )


def _distances(marked: NDArray[np.bool_], circular: bool) -> NDArray[np.float64]:
    """Return the distance of each column from the nearest marked one; at least one is marked."""
    width, columns = len(marked), np.flatnonzero(marked).astype(np.float64)
    extended = np.concatenate((columns - width, columns, columns + width)) if circular else columns
    positions = np.arange(width, dtype=np.float64)
    after = np.searchsorted(extended, positions)
    left = positions - np.where(after > 0, extended[np.maximum(after - 1, 0)], -np.inf)
    right = np.where(after < len(extended), extended[np.minimum(after, len(extended) - 1)], np.inf) - positions
    return np.asarray(np.minimum(left, right))
