"""Tips that copy ink: clone, from another place, and back to the original, from the layer's original ink."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.language import mark
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.tips.tip import Area, Point, RoundTip, Tip


@dataclass(frozen=True)
class CloneTip(RoundTip):
    """Copies ink from an offset, bit for bit where it covers fully.

    Parameters
    ----------
    source : Ink
        Ink that is copied, with the same bands and channels.
    columns, bands : int
        Offset from where it is copied to where it is painted.
    number : int
        Partial of the painted pitch; its offset leads to the same partial of the copied one.
    """

    source: Ink | None = None
    columns: int = 0
    bands: int = 0
    number: int = 1
    name = mark("Clone")

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Copy the ink under a line with round ends."""
        if self.number == 1 or not self.bands:
            super().mark(edit, start, stop, joined=joined)
            return
        params = edit.params
        pitch = params.band_of(params.hertz_of(start[1]) / self.number) - self.bands
        copied = float(params.band_of(np.maximum(params.hertz_of(pitch), 0) * self.number))
        replace(self, bands=round(start[1] - copied), number=1).mark(edit, start, stop, joined=joined)

    def partial(self, number: int, gain_db: float, params: SpectrogramParams) -> Tip:
        """Return a tip that copies the same partial."""
        return replace(self, number=number)

    def changed(self, edit: InkEdit, area: Area, before: Array, coverage: Array) -> Array:
        """Return the ink of an area with the copy."""
        if self.source is None:
            return before
        first, last = area[1].start - self.columns, area[1].stop - self.columns
        low, high = area[0].start - self.bands, area[0].stop - self.bands
        inside = slice(max(0, low), max(0, min(edit.shape[-2], high)))
        copied = np.zeros_like(before)
        if inside.start < inside.stop:
            copied[..., inside.start - low : inside.stop - low, :] = edit.read_from(self.source, first, last, inside)
        return _mixed(before, copied, coverage)


@dataclass(frozen=True)
class OriginalTip(RoundTip):
    """Restores the original ink of a layer, bit for bit where it covers fully.

    Parameters
    ----------
    original : Ink, optional
        The original ink of the layer; silent by default.
    """

    original: Ink | None = None
    name = mark("Back to the original")

    def changed(self, edit: InkEdit, area: Area, before: Array, coverage: Array) -> Array:
        """Return the ink of an area with the original."""
        if self.original is None:
            return _mixed(before, np.zeros_like(before), coverage)
        return _mixed(before, edit.read_from(self.original, area[1].start, area[1].stop, area[0]), coverage)


def _mixed(before: Array, other: Array, coverage: Array) -> Array:
    """Return a mix of two inks, weighted by the coverage."""
    return np.where(coverage >= 1, other, before + (other - before) * coverage)
