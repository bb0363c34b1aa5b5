"""A handle of the selection: an edge or a corner of its box."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from riffdesk.dsp.band_scale import BandScale
from riffdesk.language import tr
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.tips import Point


@dataclass(frozen=True)
class Handle:
    """An edge or a corner.

    Parameters
    ----------
    side : int
        -1 for the left, 1 for the right edge, 0 for neither.
    level : int
        -1 for the lower, 1 for the upper edge, 0 for neither.
    """

    side: int
    level: int

    @property
    def name(self) -> str:
        """Name of the undo step."""
        return (tr("Stretch and scale") if self.level else tr("Stretch")) if self.side else tr("Scale in pitch")


HANDLES = tuple(Handle(side, level) for side in (-1, 0, 1) for level in (-1, 0, 1) if side or level)


def place_of(handle: Handle, region: Region, scale: BandScale) -> Point:
    """Return the fractional column of a handle, and its height on the axis."""
    low, high = np.maximum(scale.height_of([region.low - 0.5, region.high - 0.5]), -0.5).tolist()
    columns = {-1: region.start - 0.5, 0: (region.start + region.stop - 1) / 2, 1: region.stop - 0.5}
    return columns[handle.side], {-1: low, 0: (low + high) / 2, 1: high}[handle.level]
