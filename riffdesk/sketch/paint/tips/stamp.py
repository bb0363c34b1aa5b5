"""The stamp: copies a clip of ink to the pointer, optionally at another pitch and length."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.language import mark
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.tips.tip import Point, Tip

MAX_SEMITONES = 48.0


@dataclass(frozen=True, eq=False)
class StampInk:
    """A clip of ink.

    Parameters
    ----------
    ink : float32 ``[..., bands, columns]``
    low : int
        Its lowest band.
    """

    ink: Array
    low: int = 0

    def of_size(self, columns: int, semitones: float, params: SpectrogramParams) -> StampInk:
        """Return the clip with another length, and moved by semitones; cut at the ends of the mel scale.

        Parameters
        ----------
        columns : int
            Length, 1 or more.
        semitones : float
            -48 to 48.
        """
        ink = self.ink
        if columns != ink.shape[-1]:
            places = (np.arange(columns) + 0.5) * ink.shape[-1] / columns - 0.5
            ink = _between(ink, places, -1)
        if not semitones:
            return StampInk(ink, self.low)
        ratio = 2.0 ** (float(np.clip(semitones, -MAX_SEMITONES, MAX_SEMITONES)) / 12)
        bands = np.arange(params.bands)
        rows = params.band_of(np.maximum(params.hertz_of(bands) / ratio, 0)) - self.low
        inside = np.flatnonzero((rows > -0.5) & (rows < ink.shape[-2] - 0.5))
        if not len(inside):
            return StampInk(ink[..., :0, :])
        return StampInk(_between(ink, rows[inside], -2), int(inside[0]))


@dataclass
class _Place:
    """The column of the last copy of a stroke."""

    column: float | None = None


@dataclass(frozen=True)
class StampTip(Tip):
    """Stamps a clip of ink; a line has copies at equal distances. The louder of both inks stays in each cell.

    Parameters
    ----------
    stamp : StampInk
    spacing : float
        Columns from one copy to the next, 1 or more.
    strength : float
        Factor of its ink, 0 to 1.
    at_pointer : bool
        Whether the middle of its bands goes to the pointer; otherwise it stays at its own pitch.
    """

    stamp: StampInk
    spacing: float = 50.0
    strength: float = 1.0
    at_pointer: bool = False
    name = mark("Stamp")
    _place: _Place = field(default_factory=_Place, init=False, compare=False, repr=False)

    def begin(self, edit: InkEdit) -> None:
        """Forget the stroke before."""
        self._place.column = None

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Stamp the beginning of a stroke, and further copies up to a point."""
        if self._place.column is None:
            self._stamp(edit, start)
            self._place.column = start[0]
        spacing = max(1.0, self.spacing)
        while abs(stop[0] - self._place.column) >= spacing - 1e-6:
            self._place.column += spacing if stop[0] > self._place.column else -spacing
            self._stamp(edit, (self._place.column, stop[1]))

    def partial(self, number: int, gain_db: float, params: SpectrogramParams) -> Tip:
        """Return a stamp at the level of the partial."""
        return replace(self, strength=self.strength * 10 ** (gain_db * params.power / 20))

    def _stamp(self, edit: InkEdit, point: Point) -> None:
        piece, params = self.stamp, edit.params
        if self.at_pointer and piece.ink.size:
            middle = max(float(params.hertz_of(piece.low + piece.ink.shape[-2] / 2)), 1.0)
            semitones = 12 * np.log2(max(float(params.hertz_of(point[1])), 1.0) / middle)
            piece = piece.of_size(piece.ink.shape[-1], float(semitones), params)
        first, (begin, end) = int(np.floor(point[0] + 0.5)), edit.span
        left, right = max(begin, first), min(end, first + piece.ink.shape[-1])
        high = min(edit.shape[-2], piece.low + piece.ink.shape[-2])
        if left < right and piece.low < high:
            part = piece.ink[..., : high - piece.low, left - first : right - first] * np.float32(self.strength)
            if part.ndim > len(edit.shape):
                part = part.max(axis=0)
            edit.write(left, part, slice(piece.low, high), np.maximum)


def _between(ink: Array, places: np.ndarray, axis: int) -> Array:
    """Return ink at fractional places along an axis, by linear interpolation; beyond its ends the last values."""
    places = np.clip(places, 0, ink.shape[axis] - 1)
    low = np.floor(places).astype(int)
    part = (places - low).astype(np.float32)
    part = part if axis == -1 else part[:, None]
    high = np.minimum(low + 1, ink.shape[axis] - 1)
    return np.asarray(np.take(ink, low, axis) * (1 - part) + np.take(ink, high, axis) * part, np.float32)
