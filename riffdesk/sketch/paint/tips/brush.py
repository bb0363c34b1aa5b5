"""The round tips: the brush paints, the eraser removes ink."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.language import mark
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.tips.tip import Area, Point, RoundTip, SizedTip, Tip, area_of, coverage_of

_USUAL_SIZE = 16
_FEW = 56  # bands of a column of a stroke of the usual size that goes along a pitch or glides
_AS_LOUD = 11  # bands with the loudness of a column of more
_CHUNK = 1_024  # columns


@dataclass(frozen=True)
class BrushTip(SizedTip):
    """A round brush that raises ink to a level and never lowers it.

    Parameters
    ----------
    strength : float
        The ink it paints, 0 to 1.
    bounded : bool
        Whether a vertical stroke is attenuated when it ends, to the loudness of a horizontal one.
    """

    size: float = 16
    strength: float = 0.55
    bounded: bool = field(default=False, kw_only=True)
    name = mark("Brush")

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

    def finish(self, edit: InkEdit) -> None:
        """Lower the ink of columns that the stroke has filled from low to high.

        Strokes in a selection and harmonics are unchanged; the limit is higher for a larger brush.
        """
        columns = edit.changed if self.bounded and not edit.limited else None
        for start in range(*columns, _CHUNK) if columns is not None else ():
            stop = min(start + _CHUNK, columns[1])  # type: ignore[index]
            before, after = edit.read_original(start, stop), edit.read(start, stop)
            factor = _bound(before, after, edit.params, max(1.0, self.size / _USUAL_SIZE))
            if factor is not None:
                lowered = np.where(after > before, np.maximum(before, after * factor), after)
                fainter = (factor.reshape(-1, stop - start) < 1).any(axis=0)
                ends = np.flatnonzero(np.diff(fainter, prepend=False, append=False))
                for first, last in zip(ends[::2].tolist(), ends[1::2].tolist(), strict=True):  # other tiles stay shared
                    edit.write(start + first, lowered[..., first:last])

    def partial(self, number: int, gain_db: float, params: SpectrogramParams) -> Tip:
        """Return a brush that paints the partial at its level."""
        return replace(self, strength=self.strength * 10 ** (gain_db * params.power / 20), bounded=False)

    def pressed(self, size: float, strength: float) -> Tip:
        """Return a smaller brush that paints less."""
        return replace(self, size=self._smaller(size), strength=self.strength * strength)


def _bound(before: Array, after: Array, params: SpectrogramParams, width: float) -> Array | None:
    """Return factors of the new ink ``[columns]`` with which columns of many bands are no louder than few; None if 1.

    A band that is as loud as the loudest counts as one. Many bands in one column are a burst of noise or a click, whose
    true peak is up to 12 dB over the sum of their powers; a stroke along a pitch, or one that glides, has fewer.

    Parameters
    ----------
    before, after : float32 ``[..., bands, columns]``
        Ink without and with the stroke.
    params : SpectrogramParams
    width : float
        Size of the brush, of which the usual one is 1.
    """
    new = np.where(after > before, after, np.float32(0))
    if (new > 0).sum(axis=-2).max() <= _FEW * width:
        return None
    powers = new ** np.float32(2 / params.power)
    bands = powers.sum(axis=-2) / np.maximum(powers.max(axis=-2), np.float32(1e-20))
    share = np.clip(20 * np.log10(np.maximum(bands, 1) / (_FEW * width)), 0, 1)  # sets in over half a decibel
    if not share.any():
        return None
    factor = np.maximum(bands / _AS_LOUD, 1) ** (-share * params.power / 2)
    return np.asarray(factor[..., None, :], np.float32)


@dataclass(frozen=True)
class EraserTip(RoundTip):
    """A round tip that removes ink.

    Parameters
    ----------
    strength : float
        Part of the ink that it removes, 0 to 1.
    """

    strength: float = 1.0
    name = mark("Eraser")

    def changed(self, edit: InkEdit, area: Area, before: Array, coverage: Array) -> Array:
        """Return the remaining ink."""
        return before * (1 - np.float32(self.strength) * coverage)
