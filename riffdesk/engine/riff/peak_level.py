"""How loud a riff from a model is: images have no level of their own, and loud ones would clip.

What is made anew is turned down so that it peaks at -3 dBTP, or as high as what is kept around it if that
is more. Later it is turned down further where it would peak higher, over a ramp; never up again, and what is kept
not at all.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.mix import true_peak
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.tiles.ranges import Columns

LOUDEST = 10 ** (-3 / 20)
"""-3 dBTP."""
_EDGE = 3.0  # columns within which what is new begins to count


class PeakLevel:
    """The level of a riff that is made from left to right.

    Parameters
    ----------
    params : SpectrogramParams
    ramp : int
        Columns over which it is turned down.
    new : bool ``[columns]``, optional
        Which columns of the riff are made anew from the lowest band to the highest; all of them if it is not given.
    circular : bool
        Whether the riff's end is followed by its beginning.
    """

    def __init__(
        self, params: SpectrogramParams, ramp: int, new: NDArray[np.bool_] | None = None, *, circular: bool = False
    ) -> None:
        self._params, self._ramp = params, max(1, ramp)
        self._from_kept = self._from_new = None
        if new is not None and new.any() and not new.all():
            self._from_kept, self._from_new = _distances(~new, circular), _distances(new, circular)
        self.gain: float | None = None

    def begin(self) -> None:
        """Forget what was made before: nothing goes on from it."""
        self.gain = None

    def turned_down(
        self, first: int, ink: Array, samples: Columns, heard: Array, heard_from: int = 0
    ) -> tuple[Array, Array]:
        """Return ink and sound of a section at the riff's level.

        Parameters
        ----------
        first : int
            Column that the ink begins with.
        ink : float32 ``[bands, n]`` or ``[2, bands, n]``
        samples : (int, int)
            First sample of the section's sound, and the one after its last.
        heard : float32 ``[channels, samples]``
            Its sound, and as far as there is any what comes before and after it.
        heard_from : int
            The sample that this begins with.
        """
        hop = self._params.hop
        columns = np.arange(first, first + ink.shape[-1], dtype=np.float64)
        places = (heard_from + np.arange(heard.shape[-1])) / hop
        limit = max(LOUDEST, self._kept_peak(places, heard))
        start, stop = samples[0] - heard_from, samples[1] - heard_from
        # What is new counts, also where the next section goes on from it; it begins to within a few columns.
        counted = self._new(places[start:], _EDGE).astype(np.float32)
        wanted = min(1.0, limit / max(true_peak(heard[:, start:] * counted), limit))
        gain = wanted if self.gain is None else self.gain
        wanted, ramp = min(gain, wanted), self._ramp
        while True:
            by_sample = self._gains(places[start:stop], first, gain, wanted, ramp).astype(np.float32)
            turned = heard[:, start:stop] * by_sample
            if ramp == 1 or true_peak(turned * counted[: stop - start]) <= limit * 1.001:
                break
            ramp = max(1, ramp // 2)  # the peak lies in the ramp
        self.gain = wanted
        by_column = self._gains(columns, first, gain, wanted, ramp) ** self._params.power
        return ink * by_column.astype(np.float32), turned

    def _kept_peak(self, places: NDArray[np.float64], heard: Array) -> float:
        """Return the highest sample of what is kept; within a window of what is new, that sounds in it, too."""
        if self._from_new is None:
            return 0.0
        away = np.interp(places, np.arange(len(self._from_new)), self._from_new)
        kept = away > 1 + self._params.window / self._params.hop
        return float(np.abs(heard[:, kept]).max(initial=0.0))

    def _gains(
        self, places: NDArray[np.float64], first: int, gain: float, wanted: float, ramp: int
    ) -> NDArray[np.float64]:
        """Return the gain at places in columns: what is wanted, but 1 where something is kept, and ramps between."""
        down = 1 - wanted if gain == wanted else 1 - gain + (gain - wanted) * np.clip((places - first) / ramp, 0, 1)
        return 1 - down * self._new(places, ramp)

    def _new(self, places: NDArray[np.float64], within: float) -> NDArray[np.float64]:
        """Return 0 where something is kept and 1 that many columns away from it, or one 1 for all if nothing is."""
        if self._from_kept is None:
            return np.ones(1)
        return np.clip(np.interp(places, np.arange(len(self._from_kept)), self._from_kept) / within, 0, 1)


def _distances(marked: NDArray[np.bool_], circular: bool) -> NDArray[np.float64]:
    """Return how many columns each one is away from the nearest that is marked; at least one is."""
    width, places = len(marked), np.flatnonzero(marked).astype(np.float64)
    around = np.concatenate((places - width, places, places + width)) if circular else places
    at = np.arange(width, dtype=np.float64)
    after = np.searchsorted(around, at)
    left = at - np.where(after > 0, around[np.maximum(after - 1, 0)], -np.inf)
    right = np.where(after < len(around), around[np.minimum(after, len(around) - 1)], np.inf) - at
    return np.asarray(np.minimum(left, right))
