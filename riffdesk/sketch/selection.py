"""A rectangle of a layer: cut, copied, pasted, deleted, and moved by semitones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams, sine_amplitudes
from riffdesk.sketch.edits import InkEdit
from riffdesk.sketch.sketch import Sketch

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Selection:
    """Columns ``[start, stop)`` and bands ``[low, high)`` of the layers."""

    start: int
    stop: int
    low: int
    high: int

    @classmethod
    def between(cls, sketch: Sketch, one: tuple[float, float], other: tuple[float, float]) -> Selection | None:
        """Return the cells between two (column, band) corners; None if they enclose nothing."""
        # Cell n reaches from n - 0.5 to n + 0.5; corners go to the nearest border between cells.
        columns = sorted(round(point[0] + 0.5) for point in (one, other))
        bands = sorted(round(point[1] + 0.5) for point in (one, other))
        start, stop = max(0, columns[0]), min(sketch.columns, columns[1])
        low, high = max(0, bands[0]), min(sketch.params.bands, bands[1])
        return cls(start, stop, low, high) if start < stop and low < high else None

    @classmethod
    def everything(cls, sketch: Sketch) -> Selection:
        """Return all columns and bands."""
        return cls(0, sketch.columns, 0, sketch.params.bands)

    def moved(self, columns: int, bands: int, sketch: Sketch) -> Selection | None:
        """Return it elsewhere, cut at the layer's borders; None if nothing is left."""
        start, stop = max(0, self.start + columns), min(sketch.columns, self.stop + columns)
        low, high = max(0, self.low + bands), min(sketch.params.bands, self.high + bands)
        return Selection(start, stop, low, high) if start < stop and low < high else None


@dataclass(frozen=True, eq=False)
class Clip:
    """Copied ink: float32 ``[..., bands, columns]``, and where it came from."""

    ink: Array
    origin: Selection


def copy(sketch: Sketch, selection: Selection) -> Clip:
    """Return the active layer's ink under a selection."""
    ink = sketch.active_layer.tiles.read(selection.start, selection.stop)
    return Clip(ink[..., selection.low : selection.high, :], selection)


def delete(sketch: Sketch, selection: Selection, name: str = "Delete") -> None:
    """Silence the active layer under a selection; one undo step."""
    edit = sketch.begin_stroke(name)
    ink = edit.read(selection.start, selection.stop).copy()
    ink[..., selection.low : selection.high, :] = 0
    edit.write(selection.start, ink)
    edit.commit()


def paste(sketch: Sketch, clip: Clip, column: int) -> Selection | None:
    """Put copied ink over the active layer at a column, at its own pitch; one undo step.

    Returns
    -------
    Selection or None
        Where it went; None if that lies outside the sketch.
    """
    place = clip.origin.moved(column - clip.origin.start, 0, sketch)
    if place is None:
        return None
    first = place.start - column
    part = clip.ink[..., : place.high - place.low, first : first + place.stop - place.start]
    edit = sketch.begin_stroke("Paste")
    _merge(edit, part, place)
    edit.commit()
    return place


def transpose(sketch: Sketch, selection: Selection, semitones: int) -> Selection:
    """Move the ink under a selection up or down by semitones, keeping its level; one undo step.

    The mel scale is neither linear nor logarithmic in frequency, so every row is fetched from
    the row whose pitch is that many semitones away.

    Returns
    -------
    Selection
        Where it went; cut at the border of the mel scale.
    """
    params, ratio = sketch.params, 2.0 ** (semitones / 12)
    bands = np.arange(params.bands)
    came_from = params.band_of(np.maximum(params.hertz_of(bands) / ratio, 0))
    inside = np.flatnonzero((came_from >= selection.low - 0.5) & (came_from <= selection.high - 0.5))
    if not len(inside):
        return selection
    edit = sketch.begin_stroke("Transpose")
    rest = edit.read(selection.start, selection.stop).copy()
    taken = rest[..., selection.low : selection.high, :].copy()
    rest[..., selection.low : selection.high, :] = 0
    edit.write(selection.start, rest)
    rows = np.clip(came_from[inside] - selection.low, 0, taken.shape[-2] - 1)
    low = np.floor(rows).astype(int)
    high = np.minimum(low + 1, taken.shape[-2] - 1)
    part = (rows - low)[:, None].astype(np.float32)
    moved = taken[..., low, :] * (1 - part) + taken[..., high, :] * part
    level = _tone_level(params)
    moved *= (level[inside] / np.interp(came_from[inside], bands, level))[:, None].astype(np.float32)
    place = Selection(selection.start, selection.stop, int(inside[0]), int(inside[-1]) + 1)
    _merge(edit, moved, place)
    edit.commit()
    return place


def _merge(edit: InkEdit, ink: Array, place: Selection) -> None:
    """Lay ink over what is there; the louder one stays."""
    there = edit.read(place.start, place.stop).copy()
    there[..., place.low : place.high, :] = np.maximum(there[..., place.low : place.high, :], ink)
    edit.write(place.start, there)


@lru_cache(maxsize=4)
def _tone_level(params: SpectrogramParams) -> NDArray[np.float64]:
    """Return the ink of a tone of constant level at each band: float64 ``[bands]``."""
    some = np.linspace(0, params.bands - 1, 48)
    peaks = [sine_amplitudes(params, float(hertz)).max() for hertz in params.hertz_of(some)]
    return np.interp(np.arange(params.bands), some, np.power(peaks, params.power))
