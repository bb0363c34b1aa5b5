"""The tip of a painting tool, and the cells that a round tip covers."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ink_edit import InkEdit

Point = tuple[float, float]
"""A place on a layer: (column, band), fractional; whole numbers are the centres of cells."""

MIN_SIZE, MAX_SIZE = 1, 256


class Tip:
    """The tip of a painting tool. It marks one straight line of a stroke at a time."""

    name = ""
    """Name of its undo steps."""
    sustains = False
    """Whether a click paints the length of a step of the grid, like a note."""
    is_thin = False
    """Whether it works on the columns of a line alone, so that long lines need not be cut."""

    @property
    def radius(self) -> float:
        """Columns from its centre to its edge."""
        return 0.0

    def begin(self, edit: InkEdit) -> None:
        """Prepare for the first mark of a stroke."""

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Paint from one point to another.

        Parameters
        ----------
        joined : bool
            Whether the mark before ended at ``start``, so that only the part beyond it is to be painted.
        """
        raise NotImplementedError

    def finish(self, edit: InkEdit) -> None:
        """Paint after the last mark of a stroke, for example a release."""

    def partial(self, number: int, gain_db: float, params: SpectrogramParams) -> Tip:
        """Return a tip for a partial of this one.

        Parameters
        ----------
        number : int
            Multiple of the pitch, 1 for the pitch itself.
        gain_db : float
            Level of the partial, 0 or less. Tips that change present ink do so equally at each partial.
        params : SpectrogramParams
        """
        return self

    def pressed(self, size: float, strength: float) -> Tip:
        """Return the tip under the pressure of a pen, which multiplies its size and its strength by factors to 1."""
        return self


Area = tuple[slice, slice]
"""Bands and columns."""


@dataclass(frozen=True)
class SizedTip(Tip):
    """A round tip.

    Parameters
    ----------
    size : float
        Diameter in cells, 1 to 256; on an axis of notes in columns and heights, see `BandScale`.
    hardness : float
        Part of the radius that has the full effect, 0 to 1; the rest fades out.
    """

    size: float = 32
    hardness: float = 0.5

    @property
    def radius(self) -> float:
        """Half its size."""
        return self.size / 2

    def _smaller(self, factor: float) -> float:
        """Return its size under the pressure of a pen."""
        return max(MIN_SIZE, self.size * factor)


@dataclass(frozen=True)
class RoundTip(SizedTip):
    """A round tip that changes ink. Where a stroke crosses itself, it changes it no more than once.

    Parameters
    ----------
    pressure : float
        Part of the change that is made, 0 to 1.
    """

    pressure: float = field(default=1.0, kw_only=True)

    def pressed(self, size: float, strength: float) -> Tip:
        """Return a smaller tip that changes less."""
        return replace(self, size=self._smaller(size), pressure=strength)

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Change the ink under a line with round ends."""
        area = area_of(edit, start, stop, self.radius, joined=joined)
        if area is not None:
            bands, columns = area
            coverage = coverage_of(edit.scale, area, start, stop, self.radius, self.hardness)
            if self.pressure < 1:
                coverage *= np.float32(self.pressure)
            coverage = edit.cover(columns.start, coverage, bands)
            before = edit.read_original(columns.start, columns.stop, bands)
            edit.write(columns.start, self.changed(edit, area, before, coverage), bands)

    def changed(self, edit: InkEdit, area: Area, before: Array, coverage: Array) -> Array:
        """Return the new ink of an area.

        Parameters
        ----------
        edit : InkEdit
        area : Area
            Bands and columns.
        before : float32 ``[..., bands, columns]``
            Ink of the area at the beginning of the stroke.
        coverage : float32 ``[bands, columns]``
            Coverage of its cells by all marks of the stroke until now, 0 to 1.
        """
        raise NotImplementedError


def area_of(edit: InkEdit, start: Point, stop: Point, radius: float, *, joined: bool = False) -> Area | None:
    """Return the bands and columns that a line with round ends may touch; None if it lies outside the layer.

    Of a joined line, that is the part beyond its start: cells that are nearest to the start were painted by the mark
    before.
    """
    across, along = stop[0] - start[0], stop[1] - start[1]
    reach = radius + 1
    length = math.hypot(across, along) if joined else 0.0
    if joined and not length:
        return None
    if not edit.scale.is_mel:
        joined = False
    first, last = _extent(start[0], stop[0], reach, reach * abs(along) / length if joined else reach)
    low, high = _extent(start[1], stop[1], reach, reach * abs(across) / length if joined else reach)
    if not edit.scale.is_mel:
        low, high = bands_around(edit.scale, start[1], stop[1], reach)
    begin, end = edit.span
    low, high, first, last = max(0, low), min(edit.shape[-2], high), max(begin, first), min(end, last)
    return (slice(low, high), slice(first, last)) if low < high and first < last else None


def coverage_of(scale: BandScale, area: Area, start: Point, stop: Point, radius: float, hardness: float) -> Array:
    """Return the coverage of each cell by a thick line, 0 to 1: float32 ``[bands, columns]`` of the area.

    On an axis of notes the line is as thick as `radius` says in heights, but not less than a band to each side.
    """
    bands, columns = area
    rows = np.arange(bands.start, bands.stop, dtype=np.float32)
    begin, end = scale.height_of([start[1], stop[1]]).tolist()
    x = np.arange(columns.start, columns.stop, dtype=np.float32)[None, :] - np.float32(start[0])
    y = scale.height_of(rows).astype(np.float32)[:, None] - np.float32(begin)
    length, dx, dy = math.hypot(stop[0] - start[0], end - begin), np.float32(1), np.float32(0)
    if length:
        dx, dy = np.float32((stop[0] - start[0]) / length), np.float32((end - begin) / length)
        along = x * dx + y * dy
        x, y = (
            along - along.clip(np.float32(0), np.float32(length)),
            x * dy - y * dx,
        )  # beyond the ends, and beside the line
    if not scale.is_mel:
        if length:
            x, y = x * dx + y * dy, x * dy - y * dx  # to the right, and up
        y = y * (radius / np.maximum(radius, scale.band_height(rows)).astype(np.float32))[:, None]
    return faded(np.sqrt(x * x + y * y), radius, hardness)


def faded(distance: Array, radius: float, hardness: float) -> Array:
    """Return the coverage by a round tip at some distances from its centre, 0 to 1: float32."""
    radius = max(radius, 1.0)  # so that a dab between cells reaches the nearest ones; one on a cell takes that alone
    core = min(radius * hardness, radius - 0.5)
    fade = (distance.clip(np.float32(core), np.float32(radius)) - np.float32(core)) * np.float32(
        np.pi / (radius - core)
    )
    return np.asarray(0.5 + 0.5 * np.cos(fade), np.float32)


def bands_around(scale: BandScale, start: float, stop: float, reach: float) -> tuple[int, int]:
    """Return the range of bands that a line with a reach up and down may touch on an axis of notes."""
    low, high = min(start, stop), max(start, stop)
    bottom, top = scale.height_of([low, high])
    lower, upper = scale.band_at([bottom - reach, top + reach])
    return math.floor(min(lower, low - 1)), math.ceil(max(upper, high + 1)) + 1


def _extent(start: float, stop: float, reach: float, start_reach: float) -> tuple[int, int]:
    """Return the range of cells from ``start_reach`` before a start to ``reach`` after a stop."""
    if stop < start:
        return math.floor(stop - reach), math.ceil(start + start_reach) + 1
    return math.floor(start - start_reach), math.ceil(stop + reach) + 1
