"""Healing: the region is filled from the ink before and after it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.language import mark
from riffdesk.sketch.paint.effects.effect import AROUND, Effect, Place, Values

_OUTLIER = 4.5  # median absolute deviations; in noise 3 standard deviations


def healed(ink: Array, _: Place, __: Values) -> Array:
    """Return ink whose holes, the cells that are NaN, are filled from the columns beside them.

    In each band the level goes in a straight line of the ink from the median of the known cells before a hole to that
    of those after it. The deviation of those cells from it, the texture, is mirrored into the hole from both sides,
    without outliers, such as the end of another note. The two textures are mixed by a sine and a
    cosine, so that their variance stays. If a side has no known cell, the other one alone is used; if neither has,
    the hole is silent.
    """
    holes = np.isnan(ink if ink.ndim == 2 else ink[0])
    if not holes.any():
        return ink
    known = np.where(holes, np.float32(0), ink)
    if (holes == holes[:1]).all():
        holes = holes[:1]
    row, column = np.nonzero(holes)
    bands = row if len(holes) > 1 else slice(None)
    before = _Side(holes, known, row, column)
    after = _Side(holes[:, ::-1], known[..., ::-1], row, holes.shape[-1] - 1 - column)
    part = np.where(before.found, before.distance / np.maximum(before.distance + after.distance, 1), 1)
    part = np.where(after.found, part, 0).astype(np.float32)
    level = before.level * (1 - part) + after.level * part
    texture = before.texture * np.cos(part * np.float32(np.pi / 2)) + after.texture * np.sin(
        part * np.float32(np.pi / 2)
    )
    known[..., bands, column] = np.maximum(level + texture, 0)
    return known


class _Side:
    """The known ink on one side of each cell of the holes: its distance, level and texture.

    Parameters
    ----------
    holes : bool ``[bands, columns]``
        Or ``[1, columns]`` if it is the same for all bands.
    known : float32 ``[..., bands, columns]``
        The ink outside of the holes.
    row, column : int ``[cells]``
        The cells of the holes.
    """

    def __init__(self, holes: NDArray[np.bool_], known: Array, row: NDArray[np.intp], column: NDArray[np.intp]) -> None:
        columns = np.arange(holes.shape[-1])
        nearest = np.maximum.accumulate(np.where(holes, -1, columns), axis=-1)
        run = columns - np.maximum.accumulate(np.where(holes, columns, -1), axis=-1)
        last = nearest[row, column]
        self.found = last >= 0
        """Whether there is a known cell in the band."""
        self.distance = np.where(self.found, column - last, 0)
        """Columns to the nearest one, 1 or more; 0 if there is none."""
        # All cells of a hole in a band have the same cells before them.
        starts = np.flatnonzero(np.append(True, (np.diff(row) != 0) | (np.diff(last) != 0)))
        hole = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(row))))
        first_row, end = row[starts], np.maximum(last[starts], 0)
        length = np.clip(run[first_row, end], 1, AROUND)
        sources = end[:, None] - _mirrored(np.arange(AROUND), length[:, None])
        cells = known[..., first_row[:, None] if len(holes) > 1 else slice(None), sources]
        levels = np.median(cells, axis=-1)
        textures = cells - levels[..., None]
        textures[np.abs(textures) > _OUTLIER * np.median(np.abs(textures), axis=-1)[..., None]] = 0
        self.level = np.where(self.found, levels[..., hole], np.float32(0))
        place = _mirrored(self.distance - 1, length[hole])
        self.texture = np.where(self.found, textures[..., hole, place], np.float32(0))


def _mirrored(steps: NDArray[np.intp], length: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return steps reflected at 0 and at a length, both ends included twice."""
    steps = steps % (2 * length)
    return np.asarray(np.where(steps < length, steps, 2 * length - 1 - steps))


HEAL = Effect(
    mark("Heal"),
    mark("Fill the selection from the sound before and after it, as over a click or a cough; held notes continue"),
    healed,
    beyond="around",
    along="bands",
)
