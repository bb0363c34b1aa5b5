"""Edits of a region of the active layer: copy, delete, paste, transpose, and a new layer of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.language import tr
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.pitch_shift import PitchShift
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sketch import Sketch

_BED_BANDS = 24  # bands on each side of a region from which the bed is estimated: three times the width of a tone
_BED_DB = 12.0  # from the lower quartile of noise to its 99th percentile


@dataclass(frozen=True, eq=False)
class Clip:
    """Copied ink, float32 ``[..., bands, columns]`` of a region's box, silent outside of the region, and the region."""

    ink: Array
    origin: Region


def copy(sketch: Sketch, region: Region) -> Clip:
    """Return the active layer's ink in a region."""
    return Clip(ink_in(sketch.active_layer.tiles, region), region)


def ink_in(tiles: Ink, region: Region) -> Array:
    """Return ink in a region, 0 outside of it: float32 ``[..., bands, columns]`` of its box."""
    ink = tiles.read(region.start, region.stop, region.bands)
    return ink if region.mask is None else ink * region.mask


def delete(sketch: Sketch, region: Region, name: str = "") -> None:
    """Silence the active layer in a region; one undo step."""
    edit = sketch.begin_stroke(name or tr("Delete"), region)
    shape = (*edit.shape[:-2], region.high - region.low, region.stop - region.start)
    edit.write(region.start, np.zeros(shape, np.float32), region.bands)
    edit.commit()


def paste(sketch: Sketch, clip: Clip, column: int) -> Region | None:
    """Paste copied ink into the active layer at a column, at its own pitch; one undo step.

    Returns
    -------
    Region or None
        The pasted cells; None if they lie outside the sketch.
    """
    origin = clip.origin
    target = origin.moved(column - origin.start, 0, sketch)
    if target is None:
        return None
    edit = sketch.begin_stroke(tr("Paste"))
    # Cut at the ends of the sketch, also of a loop, as the pasted region becomes the selection.
    part = clip.ink[..., : target.high - origin.low, target.start - column : target.stop - column]
    edit.write(target.start, part, slice(origin.low, target.high), np.maximum)
    edit.commit()
    return target


def new_layer_of(sketch: Sketch, region: Region) -> Layer:
    """Add a layer with the active layer's ink in a region and silence elsewhere; one undo step.

    Its sound is that of the layer where possible: ink outside of the region is erased.
    """
    layer = sketch.active_layer
    silence = Ink.silent(layer.tiles.lead, layer.columns)
    tiles = silence.replaced(region.start, ink_in(layer.tiles, region), rows=region.bands)
    part = replace(layer, name=tr("{name} part", name=layer.name), id=uuid.uuid4().hex, takes=None)
    return sketch.add_layer(part.painted(tiles), samples=sketch.samples, name=tr("New layer from selection"))


def transpose(sketch: Sketch, region: Region, semitones: float, *, replace: bool = False) -> Region:
    """Move the notes in a region up or down by semitones; one undo step.

    Notes are the cells that are louder than the bed: the quiet ink above and below the region, such as a noise
    floor or a wash of cymbals. The bed replaces the notes at their old place; ink that is no louder than the bed
    stays. Where no bands are above or below the region, all of it moves and leaves silence. At the new place
    the louder of the two stays in each cell. With ``replace`` the notes at the new place are removed first, down to
    their own bed. How ink is moved is in `riffdesk.sketch.paint.pitch_shift`.

    Parameters
    ----------
    replace : bool
        Whether to remove the notes at the new place.

    Returns
    -------
    Region
        The new place, cut at the borders of the mel scale.
    """
    shift = PitchShift(region, semitones, sketch.params)
    if shift.low == shift.high:
        return region
    target = shift.region
    edit = sketch.begin_stroke(tr("Transpose"))
    notes = remove_notes(edit, region)
    if replace and target is not None:
        remove_notes(edit, target)
    edit.write(region.start, shift.moved(notes), slice(shift.low, shift.high), np.maximum)
    edit.commit()
    return target or region


def remove_notes(edit: InkEdit, place: Region) -> Array:
    """Lower the cells of a region to the bed; return the former ink of those that were louder, 0 for the others."""
    lowered, notes = without_notes(edit.read(place.start, place.stop), place, edit.params)
    edit.write(place.start, lowered, place.bands)
    return notes


def without_notes(ink: Array, place: Region, params: SpectrogramParams) -> tuple[Array, Array]:
    """Return a region's cells lowered to the bed, and the former ink of those that were louder, 0 for the others.

    Parameters
    ----------
    ink : float32 ``[..., bands, columns]``
        Of all bands, in the columns of the region.
    """
    selected, bed = ink[..., place.low : place.high, :], _bed(ink, place, params)
    weights = np.float32(1) if place.mask is None else place.mask.astype(np.float32)
    notes = np.where(selected > bed, selected, np.float32(0)) * weights
    lowered = np.minimum(selected, bed)
    return np.where(weights < 1, selected + weights * (lowered - selected), lowered), np.asarray(notes, np.float32)


def _bed(ink: Array, place: Region, params: SpectrogramParams) -> Array:
    """Return the bed under a region, from the ink above and below it: float32 ``[..., bands, columns]``.

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
