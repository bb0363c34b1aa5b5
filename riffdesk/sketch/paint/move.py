"""A region whose ink is dragged to another time and pitch, or copied there; or made longer or higher by its edges."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from riffdesk.arrays import Array
from riffdesk.language import tr
from riffdesk.sketch.paint.pitch_shift import FACTORS, PitchChange, PitchScale, PitchShift
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.selection import ink_in
from riffdesk.sketch.paint.stretching import stretched, stretched_cells
from riffdesk.sketch.paint.tonal_peaks import Tones, tones_in
from riffdesk.sketch.sketch import Sketch


class _Drag:
    """One drag of a region of the active layer: one undo step, or none if it is aborted."""

    def __init__(self, sketch: Sketch, region: Region, name: str, *, keep: bool = False) -> None:
        self._edit, self._sketch, self._region = sketch.begin_stroke(name), sketch, region
        self._ink = ink_in(self._edit.original, region)
        weights = region.weights(region.start, region.stop, region.bands)
        left = self._edit.original.read(region.start, region.stop, region.bands)
        left = left if keep else np.where(weights < 1, left * (1 - weights), np.float32(0))
        self._left = self._edit.original.replaced(region.start, left, rows=region.bands)

    @cached_property
    def _tones(self) -> Tones:
        return tones_in(self._ink, self._region.low, self._sketch.params)

    def _in_pitch(self, change: PitchChange) -> tuple[Array, int, Region] | None:
        """Return the ink at other pitches, its lowest band and its place; None, and no ink shown, beyond the scale."""
        if change.region is None:
            self._edit.set_ink(self._left)
            return None
        return change.moved(self._ink, self._tones), change.low, change.region

    def _show(self, start: int, ink: Array, low: int) -> None:
        """Show ink from a column and band on; present ink keeps its louder cells."""
        rows = slice(low, low + ink.shape[-2])
        self._edit.set_ink(self._left.replaced(start, ink, rows=rows, combine=np.maximum))

    def commit(self) -> bool:
        """End the drag as one undo step; return False if nothing has changed."""
        return self._edit.commit() is not None

    def abort(self) -> None:
        """Restore the ink and end the drag without an undo step."""
        self._edit.abort()


class Move(_Drag):
    """A drag to another time and pitch.

    Parameters
    ----------
    keep : bool
        Whether the ink stays at its place too, so that the drag copies it.
    """

    def __init__(self, sketch: Sketch, region: Region, *, keep: bool = False) -> None:
        super().__init__(sketch, region, tr("Copy") if keep else tr("Move"), keep=keep)

    def to(self, columns: int, semitones: float) -> Region | None:
        """Show the ink moved by some columns and semitones; present ink keeps its louder cells.

        Returns
        -------
        Region or None
            The new place, cut at the borders; None if it is beyond them.
        """
        region, ink, low, place = self._region, self._ink, self._region.low, self._region
        if not columns and not semitones:
            self._edit.set_ink(self._edit.original)
            return region
        if semitones:
            moved = self._in_pitch(PitchShift(region, semitones, self._sketch.params))
            if moved is None:
                return None
            ink, low, place = moved
        self._show(region.start + columns, ink, low)
        return place.moved(columns, 0, self._sketch)


class Scaling(_Drag):
    """A drag of the edges of a region: its ink is stretched in time, and its intervals are scaled.

    Parameters
    ----------
    name : str
        Name of the undo step.
    """

    def __init__(self, sketch: Sketch, region: Region, name: str = "Stretch") -> None:
        super().__init__(sketch, region, name)

    def to(self, start: int, stop: int, factor: float = 1.0, fixed_hertz: float = 1.0) -> Region | None:
        """Show the ink in columns ``[start, stop)``, with intervals from one pitch that are greater by a factor.

        The relative length and the factor are limited to `FACTORS`; ``start`` is kept then.

        Returns
        -------
        Region or None
            The new place, cut at the borders; None if it is beyond them.
        """
        region, ink, low, place = self._region, self._ink, self._region.low, self._region
        if (start, stop) == (region.start, region.stop) and factor == 1:
            self._edit.set_ink(self._edit.original)
            return region
        if factor != 1:
            moved = self._in_pitch(PitchScale(region, fixed_hertz, factor, self._sketch.params))
            if moved is None:
                return None
            ink, low, place = moved
        columns = limited_length(stop - start, region)
        self._show(start, stretched(ink, columns), low)
        return stretched_cells(place, region, start, columns, self._sketch)


def limited_length(columns: int, region: Region) -> int:
    """Return a length that a region may be stretched to."""
    length = region.stop - region.start
    return max(1, int(np.ceil(length * FACTORS[0])), min(columns, int(length * FACTORS[1])))
