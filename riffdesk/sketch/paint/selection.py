"""A rectangle of a layer: cut, copied, pasted, deleted, and moved by semitones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams, sine_amplitudes
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.sketch import Sketch

_BED_BANDS = 24  # bands on each side of a selection from which the bed is estimated: three times the width of a tone
_BED_DB = 12.0  # from the lower quartile of noise to its 99th percentile


@dataclass(frozen=True)
class Selection:
    """Columns ``[start, stop)`` and bands ``[low, high)`` of the layers."""

    start: int
    stop: int
    low: int
    high: int

    @classmethod
    def between(cls, sketch: Sketch, corner: tuple[float, float], opposite: tuple[float, float]) -> Selection | None:
        """Return the cells between two (column, band) corners; None if they enclose nothing."""
        # Cell n reaches from n - 0.5 to n + 0.5; corners go to the nearest border between cells.
        columns = sorted(round(point[0] + 0.5) for point in (corner, opposite))
        bands = sorted(round(point[1] + 0.5) for point in (corner, opposite))
        start, stop = max(0, columns[0]), min(sketch.columns, columns[1])
        low, high = max(0, bands[0]), min(sketch.params.bands, bands[1])
        return cls(start, stop, low, high) if start < stop and low < high else None

    @classmethod
    def everything(cls, sketch: Sketch) -> Selection:
        """Return all columns and bands."""
        return cls(0, sketch.columns, 0, sketch.params.bands)

    def moved(self, columns: int, bands: int, sketch: Sketch) -> Selection | None:
        """Return the selection moved and cut at the layer's borders; None if nothing is left."""
        start, stop = max(0, self.start + columns), min(sketch.columns, self.stop + columns)
        low, high = max(0, self.low + bands), min(sketch.params.bands, self.high + bands)
        return Selection(start, stop, low, high) if start < stop and low < high else None


@dataclass(frozen=True, eq=False)
class Clip:
    """Copied ink, float32 ``[..., bands, columns]``, and the selection that it was copied from."""

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
    """Paste copied ink into the active layer at a column, at its own pitch; one undo step.

    Returns
    -------
    Selection or None
        The pasted cells; None if they lie outside the sketch.
    """
    target = clip.origin.moved(column - clip.origin.start, 0, sketch)
    if target is None:
        return None
    first = target.start - column
    part = clip.ink[..., : target.high - target.low, first : first + target.stop - target.start]
    edit = sketch.begin_stroke("Paste")
    _lay_over(edit, part, target)
    edit.commit()
    return target


def transpose(sketch: Sketch, selection: Selection, semitones: int, *, replace: bool = False) -> Selection:
    """Move the notes under a selection up or down by semitones; one undo step.

    Notes are the cells that are louder than the bed: the quiet ink above and below the selection, such as a noise
    floor or a wash of cymbals. The bed replaces the notes at their old place; ink that is no louder than the bed
    stays. Where no bands are above or below the selection, all of it moves and leaves silence. At the new place
    the louder of the two stays in each cell. With ``replace`` the notes at the new place are removed first, down to
    their own bed.

    The mel scale is neither linear nor logarithmic in frequency, so every row is interpolated from the rows whose
    pitch is that many semitones away, at the level of a tone of that pitch.

    Parameters
    ----------
    replace : bool
        Whether to remove the notes at the new place.

    Returns
    -------
    Selection
        The new place, cut at the borders of the mel scale.
    """
    params, ratio = sketch.params, 2.0 ** (semitones / 12)
    bands = np.arange(params.bands)
    source_bands = params.band_of(np.maximum(params.hertz_of(bands) / ratio, 0))
    inside = np.flatnonzero((source_bands >= selection.low - 0.5) & (source_bands <= selection.high - 0.5))
    if not len(inside):
        return selection
    target = Selection(selection.start, selection.stop, int(inside[0]), int(inside[-1]) + 1)
    edit = sketch.begin_stroke("Transpose")
    notes = _remove_notes(edit, selection)
    if replace:
        _remove_notes(edit, target)
    rows = np.clip(source_bands[inside] - selection.low, 0, notes.shape[-2] - 1)
    low = np.floor(rows).astype(int)
    high = np.minimum(low + 1, notes.shape[-2] - 1)
    part = (rows - low)[:, None].astype(np.float32)
    moved = notes[..., low, :] * (1 - part) + notes[..., high, :] * part
    level = _tone_levels(params)
    moved *= (level[inside] / np.interp(source_bands[inside], bands, level))[:, None].astype(np.float32)
    _lay_over(edit, moved, target)
    edit.commit()
    return target


def _remove_notes(edit: InkEdit, place: Selection) -> Array:
    """Lower some cells to the bed; return the former ink of the cells that were louder, 0 for the others."""
    ink = edit.read(place.start, place.stop).copy()
    selected = ink[..., place.low : place.high, :]
    bed = _bed(ink, place, edit.params)
    notes = np.where(selected > bed, selected, np.float32(0))
    np.minimum(selected, bed, out=selected)
    edit.write(place.start, ink)
    return notes


def _bed(ink: Array, place: Selection, params: SpectrogramParams) -> Array:
    """Return the bed under a selection, from the ink above and below it: float32 ``[..., bands, columns]``.

    It is interpolated linearly between the lower quartiles of the bands on each side, which a single note does not
    change. At the lowest and highest band there is one side only; if all bands are selected, the bed is silence.
    """
    sides = [
        np.quantile(part, 0.25, axis=-2, keepdims=True) * np.float32(10 ** (_BED_DB * params.power / 20))
        for part in (
            ink[..., max(0, place.low - _BED_BANDS) : place.low, :],
            ink[..., place.high : place.high + _BED_BANDS, :],
        )
        if part.shape[-2]
    ]
    if not sides:
        return np.zeros_like(ink)
    position = np.linspace(0, 1, place.high - place.low, dtype=np.float32)[:, None]
    return np.asarray(sides[0] * (1 - position) + sides[-1] * position, np.float32)


def _lay_over(edit: InkEdit, ink: Array, place: Selection) -> None:
    """Write the louder of the present and the given ink into each cell."""
    merged = edit.read(place.start, place.stop).copy()
    merged[..., place.low : place.high, :] = np.maximum(merged[..., place.low : place.high, :], ink)
    edit.write(place.start, merged)


@lru_cache(maxsize=4)
def _tone_levels(params: SpectrogramParams) -> NDArray[np.float64]:
    """Return the ink of a tone of constant level at each band: float64 ``[bands]``."""
    sampled_bands = np.linspace(0, params.bands - 1, 48)
    peaks = [sine_amplitudes(params, float(hertz)).max() for hertz in params.hertz_of(sampled_bands)]
    return np.interp(np.arange(params.bands), sampled_bands, np.power(peaks, params.power))
