"""Tips of the painting tools: brush, eraser, tone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.pitch import A4_HZ
from riffdesk.dsp.tone import tone_shape
from riffdesk.sketch.ink_edit import InkEdit

Point = tuple[float, float]
"""A place on a layer: (column, band), fractional; whole numbers are the centres of cells."""

MIN_SIZE, MAX_SIZE = 1, 256


class Tip(Protocol):
    """The tip of a painting tool. It marks one straight line of a stroke at a time."""

    @property
    def name(self) -> str:
        """Name of its undo steps."""

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Paint from one point to another.

        Parameters
        ----------
        joined : bool
            Whether the mark before ended at ``start``, so that only the part beyond it is to be painted.
        """


@dataclass(frozen=True)
class BrushTip:
    """A round brush that raises ink to a level and never lowers it.

    Parameters
    ----------
    size : float
        Diameter in cells, 1 to 256; on an axis of notes in columns and heights, see `BandScale`.
    hardness : float
        Part of the radius that is fully painted, 0 to 1; the rest fades out.
    strength : float
        The ink it paints, 0 to 1.
    """

    size: float = 16
    hardness: float = 0.5
    strength: float = 0.55
    name = "Brush"

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Paint a line with round ends."""
        area = _area(edit, start, stop, self.size / 2, joined=joined)
        if area is not None:
            bands, columns = area
            paint = _coverage(edit.scale, area, start, stop, self.size / 2, self.hardness) * np.float32(self.strength)
            edit.write(columns.start, paint, bands, np.maximum)


@dataclass(frozen=True)
class EraserTip:
    """A round brush that removes ink. Where a stroke crosses itself, it removes no more than once.

    Parameters
    ----------
    size, hardness
        As in `BrushTip`.
    strength : float
        Part of the ink that it removes, 0 to 1.
    """

    size: float = 32
    hardness: float = 0.5
    strength: float = 1.0
    name = "Eraser"

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Erase a line with round ends."""
        area = _area(edit, start, stop, self.size / 2, joined=joined)
        if area is not None:
            bands, columns = area
            coverage = _coverage(edit.scale, area, start, stop, self.size / 2, self.hardness)
            coverage = edit.cover(columns.start, coverage, bands)
            before = edit.read_original(columns.start, columns.stop, bands)
            edit.write(columns.start, before * (1 - np.float32(self.strength) * coverage), bands)


@dataclass(frozen=True)
class ToneTip:
    """Paints the spectrogram of a steady tone, so that a line sounds at its pitch.

    Parameters
    ----------
    strength : float
        Ink of a 1 kHz tone, 0 to 1; the level is ``80 * log10(strength)`` dBFS.
    harmonics : int
        Partials, 1 (a sine) to 16, at whole multiples of the pitch.
    rolloff_db : float
        Attenuation of the partials in dB per octave.
    snap : bool
        Whether pitches are rounded to the nearest semitone (A4 = 440 Hz).
    """

    strength: float = 0.7
    harmonics: int = 1
    rolloff_db: float = 6.0
    snap: bool = True
    name = "Tone"

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Paint the tone from one point to another, gliding if their bands differ."""
        params = edit.params
        if stop[0] < start[0]:
            start, stop = stop, start
        columns = np.arange(max(0, round(start[0])), min(edit.shape[-1] - 1, round(stop[0])) + 1)
        if not len(columns):
            return
        first, last = int(columns[0]), int(columns[-1]) + 1
        ink = edit.read(first, last).copy()
        bands = np.interp(columns, (start[0], max(stop[0], start[0] + 1e-9)), (start[1], stop[1]))
        for column, hertz in zip(columns, params.hertz_of(bands), strict=True):
            cents = round(1200 * np.log2(max(float(hertz), 1.0) / A4_HZ))
            cents = 100 * round(cents / 100) if self.snap else cents
            target = ink[..., column - first]
            shape = tone_shape(params, cents, self.harmonics, self.rolloff_db)
            np.maximum(target, shape * np.float32(self.strength), out=target)
        edit.write(first, ink)


Area = tuple[slice, slice]


def _area(edit: InkEdit, start: Point, stop: Point, radius: float, *, joined: bool) -> Area | None:
    """Return the bands and columns that a line may touch; None if it lies outside the layer.

    Of a joined line, that is the part beyond its start: what is nearer to the start than to the rest of it has been
    painted by the mark before.
    """
    bands, columns = edit.shape[-2:]
    reach = radius + 1
    across, along = stop[0] - start[0], stop[1] - start[1]
    length = math.hypot(across, along) if joined else 0.0
    if joined and not length:
        return None
    if not edit.scale.is_mel:
        joined = False
    first, last = _extent(start[0], stop[0], reach, reach * abs(along) / length if joined else reach)
    low, high = _extent(start[1], stop[1], reach, reach * abs(across) / length if joined else reach)
    if not edit.scale.is_mel:
        low, high = _bands_around(edit.scale, start[1], stop[1], reach)
    low, high, first, last = max(0, low), min(bands, high), max(0, first), min(columns, last)
    return (slice(low, high), slice(first, last)) if low < high and first < last else None


def _bands_around(scale: BandScale, start: float, stop: float, reach: float) -> tuple[int, int]:
    """Return the range of bands that a line may touch which reaches so far up and down on an axis of notes."""
    low, high = min(start, stop), max(start, stop)
    bottom, top = scale.height_of([low, high])
    lower, upper = scale.band_at([bottom - reach, top + reach])
    return math.floor(min(lower, low - 1)), math.ceil(max(upper, high + 1)) + 1


def _extent(start: float, stop: float, reach: float, start_reach: float) -> tuple[int, int]:
    """Return the range of cells from ``start_reach`` before a start to ``reach`` after a stop."""
    if stop < start:
        return math.floor(stop - reach), math.ceil(start + start_reach) + 1
    return math.floor(start - start_reach), math.ceil(stop + reach) + 1


def _coverage(scale: BandScale, area: Area, start: Point, stop: Point, radius: float, hardness: float) -> Array:
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
    distance = np.sqrt(x * x + y * y)
    radius = max(radius, 0.5)
    core = min(radius * hardness, radius - 0.5)
    fade = (distance.clip(np.float32(core), np.float32(radius)) - np.float32(core)) * np.float32(
        np.pi / (radius - core)
    )
    return np.asarray(0.5 + 0.5 * np.cos(fade), np.float32)
