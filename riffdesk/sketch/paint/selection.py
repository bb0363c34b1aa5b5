"""A rectangle of a layer: cut, copied, pasted, deleted, and moved by semitones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams, sine_amplitudes
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.sketch import Sketch

Array = NDArray[np.float32]

_AROUND = 24  # bands next to a selection that tell how loud the bed is: three times as many as a tone takes
_BED_DB = 12.0  # from the lower quartile of noise up to all but a hundredth of it


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


def transpose(sketch: Sketch, selection: Selection, semitones: int, *, replace: bool = False) -> Selection:
    """Move the notes under a selection up or down by semitones; one undo step.

    The notes are what stands out from the bed: the quiet ink that goes on above and below the selection, such as
    a noise floor or a wash of cymbals. What has been under a note cannot be known, so the bed takes its place;
    ink that is no louder than the bed stays as it is. Where nothing surrounds the selection, all of it moves, and
    silence is left. At its new place a note is laid over what is there, as when two notes are played
    together: of each cell the louder one stays, so that nothing above or below the notes is lost. With
    ``replace`` the notes that are there already are taken out first, down to their own bed.

    The mel scale is neither linear nor logarithmic in frequency, so every row is fetched from the row whose
    pitch is that many semitones away, at the level of a tone of that pitch.

    Parameters
    ----------
    replace : bool
        Whether the notes at the new place go.

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
    place = Selection(selection.start, selection.stop, int(inside[0]), int(inside[-1]) + 1)
    edit = sketch.begin_stroke("Transpose")
    notes = _take_out(edit, selection)
    if replace:
        _take_out(edit, place)
    rows = np.clip(came_from[inside] - selection.low, 0, notes.shape[-2] - 1)
    low = np.floor(rows).astype(int)
    high = np.minimum(low + 1, notes.shape[-2] - 1)
    part = (rows - low)[:, None].astype(np.float32)
    moved = notes[..., low, :] * (1 - part) + notes[..., high, :] * part
    level = _tone_level(params)
    moved *= (level[inside] / np.interp(came_from[inside], bands, level))[:, None].astype(np.float32)
    _merge(edit, moved, place)
    edit.commit()
    return place


def _take_out(edit: InkEdit, place: Selection) -> Array:
    """Leave no more than the bed in some cells; return the ink of those that were louder, 0 for the others."""
    ink = edit.read(place.start, place.stop).copy()
    there = ink[..., place.low : place.high, :]
    bed = _bed(ink, place, edit.params)
    notes = np.where(there > bed, there, np.float32(0))
    np.minimum(there, bed, out=there)
    edit.write(place.start, ink)
    return notes


def _bed(ink: Array, place: Selection, params: SpectrogramParams) -> Array:
    """Return how loud the bed under a selection is, from the ink above and below it: float32 ``[..., bands, columns]``.

    The lower quartile of some bands on each side does not mind a note among them. The bed goes in a straight line
    from one side to the other; beyond the lowest and the highest band there is none, so that the one side
    goes on, and of all bands nothing is a bed.
    """
    sides = [
        np.quantile(part, 0.25, axis=-2, keepdims=True) * np.float32(10 ** (_BED_DB * params.power / 20))
        for part in (
            ink[..., max(0, place.low - _AROUND) : place.low, :],
            ink[..., place.high : place.high + _AROUND, :],
        )
        if part.shape[-2]
    ]
    if not sides:
        return np.zeros_like(ink)
    way = np.linspace(0, 1, place.high - place.low, dtype=np.float32)[:, None]
    return np.asarray(sides[0] * (1 - way) + sides[-1] * way, np.float32)


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
