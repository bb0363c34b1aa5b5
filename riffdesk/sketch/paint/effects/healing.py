"""Healing: the region is filled from the ink before and after it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.sketch.paint.effects.effect import AROUND, Effect, Place, Values


def healed(ink: Array, _: Place, __: Values) -> Array:
    """Return ink whose holes, the cells that are NaN, are filled from the columns beside them.

    In each band the level goes in a straight line of the ink from the mean of the known cells before a hole to that of
    those after it. What those cells differ from their mean, the texture, is mirrored into the hole from both sides.
    The two textures are mixed by a sine and a cosine, so that their variance stays. Where a side has no known cell,
    the other one alone is taken, and silence where neither has.
    """
    holes = np.isnan(ink if ink.ndim == 2 else ink[0])
    known = np.where(holes, 0, np.nan_to_num(ink))
    sums = np.concatenate([np.zeros((*ink.shape[:-1], 1)), np.cumsum(known, axis=-1, dtype=np.float64)], axis=-1)
    is_box = bool((holes == holes[:1]).all())
    row, column = np.nonzero(holes[:1] if is_box else holes)
    bands = slice(None) if is_box else row
    sides = [
        _Side(holes[:1] if is_box else holes, sums, known, bands, row, column, after=after) for after in (False, True)
    ]
    width = sides[0].distance + sides[1].distance
    part = np.where(sides[0].there, np.where(sides[1].there, sides[0].distance / np.maximum(width, 1), 0), 1)
    level = sides[0].mean * (1 - part) + sides[1].mean * part
    angle = part * np.pi / 2
    texture = sides[0].texture * np.cos(angle) + sides[1].texture * np.sin(angle)
    out = known.copy()
    out[..., bands, column] = np.maximum(level + texture, 0)
    return out


class _Side:
    """The known cells on one side of each cell of the holes: how far they are, their mean, and their texture.

    Parameters
    ----------
    holes : bool ``[bands, columns]``
        Or ``[1, columns]`` if it is the same for all bands.
    sums : float64 ``[..., bands, columns + 1]``
        Of the known ink before each column.
    known : float32 ``[..., bands, columns]``
    bands : slice or int ``[cells]``
        Bands of the holes: all, or one for each cell.
    row, column : int ``[cells]``
        The cells of the holes.
    """

    def __init__(
        self,
        holes: NDArray[np.bool_],
        sums: NDArray[np.float64],
        known: Array,
        bands: slice | NDArray[np.intp],
        row: NDArray[np.intp],
        column: NDArray[np.intp],
        *,
        after: bool,
    ) -> None:
        columns = holes.shape[-1]
        place = column if not after else columns - 1 - column
        there, run = _runs(holes[:, ::-1] if after else holes)
        nearest = there[row, place]  # counted from the other end on the other side
        self.there = nearest >= 0
        """Whether the side has a known cell in the band."""
        self.distance = np.where(self.there, place - nearest, 0)
        """Columns to the nearest known one, 1 or more."""
        length = np.clip(run[row, np.maximum(nearest, 0)], 1, AROUND)
        step = (self.distance - 1) % (2 * length)
        source = np.maximum(nearest - np.where(step < length, step, 2 * length - 1 - step), 0)
        first, last = np.maximum(nearest - length + 1, 0), np.maximum(nearest, 0) + 1
        if after:
            source, first, last = columns - 1 - source, columns - last, columns - first
        self.mean = np.where(self.there, (sums[..., bands, last] - sums[..., bands, first]) / length, 0)
        self.texture = np.where(self.there, known[..., bands, source] - self.mean, 0)


def _runs(holes: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the last known column up to each cell, -1 for none, and the number of known ones in a row up to it."""
    columns = np.arange(holes.shape[-1])
    last = np.maximum.accumulate(np.where(holes, -1, columns), axis=-1)
    return last, columns - np.maximum.accumulate(np.where(holes, columns, -1), axis=-1)


HEAL = Effect(
    "Heal",
    "Fill the selection from what is before and after it, as over a click or a cough; held notes go on",
    healed,
    beyond="around",
    along="bands",
)
