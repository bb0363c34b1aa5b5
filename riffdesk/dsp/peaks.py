"""Peaks of ink over the bands, between whose centres a pitch is read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array


@dataclass(frozen=True, eq=False)
class Peaks:
    """Peaks of ink, each ``[peaks]``.

    Parameters
    ----------
    bands : float64
        Fractional bands, at most half a band from the loudest cell.
    columns : int
    levels : float32
        Ink of the loudest cell.
    """

    bands: NDArray[np.float64]
    columns: NDArray[np.intp]
    levels: Array


def peaks_of(ink: Array, lowest: float) -> Peaks:
    """Return the peaks of each column of ink ``[bands, columns]`` from a level on, by band and then by column.

    The place between two bands is the top of the parabola through a peak and its neighbours (Smith and Serra 1987,
    "PARSHL").
    """
    middle = ink[1:-1]
    bands, columns = np.nonzero((middle > ink[:-2]) & (middle >= ink[2:]) & (middle >= lowest))
    below, peak, above = ink[bands, columns], middle[bands, columns], ink[bands + 2, columns]
    offset = 0.5 * (below - above) / np.minimum(below - 2 * peak + above, -1e-9)
    return Peaks(np.asarray(bands + 1 + np.clip(offset, -0.5, 0.5), np.float64), columns, peak)
