"""The round tips: the brush paints, the eraser takes ink away."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.tips.tip import Area, Point, RoundTip, SizedTip, Tip, area_of, coverage_of


@dataclass(frozen=True)
class BrushTip(SizedTip):
    """A round brush that raises ink to a level and never lowers it.

    Parameters
    ----------
    strength : float
        The ink it paints, 0 to 1.
    """

    size: float = 16
    strength: float = 0.55
    name = "Brush"

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Paint a line with round ends."""
        area = area_of(edit, start, stop, self.radius, joined=joined)
        if area is not None:
            bands, columns = area
            coverage = coverage_of(edit.scale, area, start, stop, self.radius, self.hardness)
            edit.write(columns.start, self.paint(edit, area, coverage), bands, np.maximum)

    def paint(self, edit: InkEdit, area: Area, coverage: Array) -> Array:
        """Return the ink that covers an area.

        Parameters
        ----------
        edit : InkEdit
        area : Area
            Bands and columns.
        coverage : float32 ``[bands, columns]``
            Coverage of its cells, 0 to 1.
        """
        return coverage * np.float32(self.strength)

    def partial(self, number: int, gain_db: float, params: SpectrogramParams) -> Tip:
        """Return a brush that paints the partial at its level."""
        return replace(self, strength=self.strength * 10 ** (gain_db * params.power / 20))

    def pressed(self, size: float, strength: float) -> Tip:
        """Return a smaller brush that paints less."""
        return replace(self, size=self._smaller(size), strength=self.strength * strength)


@dataclass(frozen=True)
class EraserTip(RoundTip):
    """A round tip that removes ink.

    Parameters
    ----------
    strength : float
        Part of the ink that it removes, 0 to 1.
    """

    strength: float = 1.0
    name = "Eraser"

    def changed(self, edit: InkEdit, area: Area, before: Array, coverage: Array) -> Array:
        """Return the ink that is left."""
        return before * (1 - np.float32(self.strength) * coverage)
