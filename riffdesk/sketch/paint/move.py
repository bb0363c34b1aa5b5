"""A region whose ink is dragged to another time and pitch, or copied there."""

from __future__ import annotations

import numpy as np

from riffdesk.sketch.paint.pitch_shift import PitchShift
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.selection import ink_in
from riffdesk.sketch.sketch import Sketch


class Move:
    """One drag of a region of the active layer: one undo step, or none if it is aborted.

    Parameters
    ----------
    keep : bool
        Whether the ink stays at its place too, so that the drag copies it.
    """

    def __init__(self, sketch: Sketch, region: Region, *, keep: bool = False) -> None:
        self._edit, self._sketch, self._region = sketch.begin_stroke("Copy" if keep else "Move"), sketch, region
        self._ink = ink_in(self._edit.original, region)
        weights = region.weights(region.start, region.stop, region.bands)
        left = self._edit.original.read(region.start, region.stop, region.bands)
        left = left if keep else np.where(weights < 1, left * (1 - weights), np.float32(0))
        self._left = self._edit.original.replaced(region.start, left, rows=region.bands)

    def to(self, columns: int, semitones: float) -> Region | None:
        """Show the ink so many columns later and semitones higher than it was; what is there keeps its louder cells.

        Returns
        -------
        Region or None
            The new place, cut at the borders; None if it is beyond them.
        """
        region = self._region
        if semitones:
            shift = PitchShift(region, semitones, self._sketch.params)
            ink, low, high, place = shift.moved(self._ink), shift.low, shift.high, shift.region
        else:
            ink, low, high, place = self._ink, region.low, region.high, region
        if not columns and not semitones:
            self._edit.replace(self._edit.original)
            return region
        moved = self._left.replaced(region.start + columns, ink, rows=slice(low, high), combine=np.maximum)
        self._edit.replace(moved)
        return None if place is None else place.moved(columns, 0, self._sketch)

    def commit(self) -> None:
        """End the drag as one undo step."""
        self._edit.commit()

    def abort(self) -> None:
        """Restore the ink and end the drag without an undo step."""
        self._edit.abort()
