"""The vertical axis of a picture of mel bands: by mel, or by notes, where every semitone is as high."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from riffdesk.dsp.params import SpectrogramParams

AXES = ("mel", "notes")
"""The kinds of axes."""
LOWEST_HZ = 440 * 2 ** (-53 / 12)
"""E0, 20.6 Hz, where the axis of notes begins."""
_DEEPEST_HZ = 1.0  # has a height below every axis


@dataclass(frozen=True)
class BandScale:
    """Converts between mel bands and heights on an axis.

    Heights go from -0.5 at the lower end of the axis to ``bands - 0.5`` at the upper end. On the mel axis they are
    the bands. The axis of notes goes from E0, or the lowest band if that is higher, to the highest band.

    Parameters
    ----------
    params : SpectrogramParams
    axis : str
        One of `AXES`.
    """

    params: SpectrogramParams
    axis: str = "mel"

    @property
    def is_mel(self) -> bool:
        """Whether heights are bands."""
        return self.axis == "mel"

    def height_of(self, band: ArrayLike) -> NDArray[np.float64]:
        """Return the heights of fractional bands."""
        if self.is_mel:
            return np.asarray(band, np.float64)
        lowest, octaves = self._ends
        hertz = np.maximum(self.params.hertz_of(band), _DEEPEST_HZ)
        return np.asarray(np.log2(hertz / lowest) / octaves * self.params.bands - 0.5)

    def band_at(self, height: ArrayLike) -> NDArray[np.float64]:
        """Return the fractional bands at heights, which may lie beyond the axis.

        Heights below the axis of notes map to bands from the lowest one down, so that a region that reaches the end of
        the axis includes the bands below it.
        """
        heights = np.asarray(height, np.float64)
        if self.is_mel:
            return heights
        lowest, octaves = self._ends
        bands = self.params.band_of(lowest * 2 ** (octaves * (heights + 0.5) / self.params.bands))
        return np.asarray(np.where(heights < -0.5, heights, bands))

    def band_height(self, band: ArrayLike) -> NDArray[np.float64]:
        """Return the height of whole bands."""
        bands = np.asarray(band, np.float64)
        return np.asarray(self.height_of(bands + 0.5) - self.height_of(bands - 0.5))

    @cached_property
    def _ends(self) -> tuple[float, float]:
        """The lowest frequency of the axis of notes in Hz, and the octaves up to the highest."""
        low, high = map(float, self.params.hertz_of([-0.5, self.params.bands - 0.5]))
        lowest = max(LOWEST_HZ, low)
        return lowest, float(np.log2(high / lowest))
