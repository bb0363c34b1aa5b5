"""Rows of a picture on an axis where bands are not equally high, one row for each pixel of the screen."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.band_scale import BandScale

Grey = NDArray[np.uint8]


class PictureRows:
    """Rows of equal height, made from the bands.

    A row that is lower than a band is interpolated between the bands around it; one that is higher has the loudest of
    its bands, so that no thin line is lost.

    Parameters
    ----------
    scale : BandScale
    low, high : float
        Heights of the lower edge of the first row and of the upper edge of the last.
    count : int
        Number of rows.
    """

    def __init__(self, scale: BandScale, low: float, high: float, count: int) -> None:
        self.low, self.high, self.count = low, high, count
        last = scale.params.bands - 1
        edges = np.clip(scale.band_at(np.maximum(np.linspace(low, high, count + 1), -0.5)), -0.5, last + 0.5)
        middles, widths = (edges[:-1] + edges[1:]) / 2, np.diff(edges)
        self._between = int(np.searchsorted(widths, 1.0))  # rows that are lower than a band
        below = np.clip(np.floor(middles[: self._between]), 0, max(last - 1, 0)).astype(np.intp)
        self._below, self._above = below, np.minimum(below + 1, last)
        part = np.clip(middles[: self._between] - below, 0, 1)
        self._part = np.round(part * 256).astype(np.int32)[:, None]
        cells = np.clip(np.floor(edges[self._between :] + 0.5), 0, last).astype(np.intp)
        self._first, self._last = cells[:-1], np.maximum(cells[1:] - 1, cells[:-1])

    def of(self, bands: Grey) -> Grey:
        """Return the rows of a picture.

        Parameters
        ----------
        bands : uint8 ``[bands, columns]``

        Returns
        -------
        uint8 ``[count, columns]``
        """
        rows = np.empty((self.count, bands.shape[1]), np.uint8)
        if self._between:
            below = bands[self._below].astype(np.int32)
            rows[: self._between] = below + ((bands[self._above] - below) * self._part >> 8)
        if self._between < self.count:
            loudest = bands[self._first]
            for step in range(1, int((self._last - self._first).max()) + 1):
                np.maximum(loudest, bands[np.minimum(self._first + step, self._last)], out=loudest)
            rows[self._between :] = loudest
        return rows


@lru_cache(maxsize=4)
def picture_rows(scale: BandScale, low: float, high: float, count: int) -> PictureRows | None:
    """Return the rows for the visible heights, which all layers share; None where each band is a row."""
    return None if scale.is_mel else PictureRows(scale, low, high, count)
