"""Ink, and the mask of a region, made longer or shorter."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.sketch.paint.region import Grid, Region


def at_columns(ink: NDArray[Any], columns: NDArray[np.float64]) -> NDArray[Any]:
    """Return ink at fractional columns, interpolated linearly and cut at the ends: ``[..., bands, len(columns)]``."""
    columns = np.clip(columns, 0, ink.shape[-1] - 1)
    before = np.floor(columns).astype(int)
    after = np.minimum(before + 1, ink.shape[-1] - 1)
    part = (columns - before).astype(ink.dtype)
    return np.asarray(ink[..., before] * (1 - part) + ink[..., after] * part)


def stretched(ink: Array, columns: int) -> Array:
    """Return ink that has another number of columns, at its own pitch.

    If there are fewer columns, each is the mean of those that it replaces, so that short sounds are not lost.
    """
    if columns == ink.shape[-1]:
        return ink
    ends = np.arange(columns + 1) * ink.shape[-1] / columns
    if columns > ink.shape[-1]:
        return at_columns(ink, (ends[:-1] + ends[1:]) / 2 - 0.5)
    zero = np.zeros((*ink.shape[:-1], 1), np.float64)
    sums = at_columns(np.concatenate([zero, np.cumsum(ink, axis=-1, dtype=np.float64)], axis=-1), ends)
    return np.asarray(np.diff(sums, axis=-1) / np.diff(ends), np.float32)


def stretched_cells(place: Region, whole: Region, start: int, columns: int, grid: Grid) -> Region | None:
    """Return a part of a region of which all columns have been stretched.

    Parameters
    ----------
    place : Region
        Within the columns of ``whole``.
    start, columns : int
        The first column and the length of all columns afterwards.

    Returns
    -------
    Region or None
        Cut at the borders of the sketch; None if it is outside.
    """
    mask = place.cells(whole.start, whole.stop, place.low, place.high)
    sources = ((np.arange(columns) + 0.5) * (whole.stop - whole.start) / columns).astype(int)
    first, last = max(0, -start), min(columns, grid.columns - start)
    if first >= last:
        return None
    return Region.of(mask[:, sources[first:last]], start + first, place.low)
