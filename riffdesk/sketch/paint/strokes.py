"""A stroke: a tip that moves across a layer."""

from __future__ import annotations

from riffdesk.dsp.band_scale import BandScale
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.tips import Point, Tip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.tiles.ranges import Columns


class Stroke:
    """One drag of a tip across the active layer, or the mask: one undo step, or none if it is aborted.

    Parameters
    ----------
    within : Region, optional
        The only part that is painted.
    scale : BandScale, optional
        The axis on which it is drawn; by default by mel.
    """

    def __init__(
        self,
        sketch: Sketch,
        tip: Tip,
        start: Point,
        *,
        on_mask: bool = False,
        within: Region | None = None,
        scale: BandScale | None = None,
    ) -> None:
        begin = sketch.begin_mask_stroke if on_mask else sketch.begin_stroke
        self._edit = begin("Mask" if on_mask else tip.name, within)
        self._edit.scale = scale or self._edit.scale
        self._tip = tip
        self._start = self._last = start
        self._mark(start, start)

    def move(self, point: Point) -> None:
        """Paint from the last point to another one."""
        self._mark(self._last, point, joined=True)
        self._last = point

    def line(self, point: Point) -> None:
        """Replace what the stroke has painted by a straight line from its start."""
        self._edit.restore()
        self._mark(self._start, point)
        self._last = point

    @property
    def missed(self) -> bool:
        """Whether it was wholly outside of the part that it may paint."""
        return self._edit.missed

    def commit(self) -> Columns | None:
        """End the stroke as one undo step; return the columns that changed."""
        return self._edit.commit()

    def abort(self) -> None:
        """Restore the ink and end the stroke without an undo step."""
        self._edit.abort()

    def _mark(self, start: Point, stop: Point, *, joined: bool = False) -> None:
        if self._edit.open:
            self._tip.mark(self._edit, start, stop, joined=joined)
