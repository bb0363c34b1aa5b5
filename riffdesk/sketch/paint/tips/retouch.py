"""Tips that change the ink that is there: blur, dodge and burn, smudge."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.tips.tip import Area, Point, RoundTip, Tip, coverage_of

_BOXES = 3  # running means, whose sequence is nearly Gaussian (Wells 1986)
MAX_GAIN_DB = 24.0
MAX_BLUR = 32.0


@dataclass(frozen=True)
class BlurTip(RoundTip):
    """Blurs ink in time and pitch.

    Parameters
    ----------
    radius_cells : float
        Distance over which ink is averaged, in cells, 1 to 32.
    strength : float
        Part of the blurred ink in the result, 0 to 1.
    """

    radius_cells: float = 4.0
    strength: float = 1.0
    name = "Blur"

    def changed(self, edit: InkEdit, area: Area, before: Array, coverage: Array) -> Array:
        """Return the ink of an area, blurred."""
        reach = round(min(max(self.radius_cells, 1.0), MAX_BLUR)) * _BOXES
        bands, columns = area
        low, high = max(0, bands.start - reach), min(edit.shape[-2], bands.stop + reach)
        first, last = max(edit.span[0], columns.start - reach), min(edit.span[1], columns.stop + reach)
        around = edit.read_original(first, last, slice(low, high))
        width = 2 * (reach // _BOXES) + 1
        blurred = _blurred(_blurred(around, -1, width), -2, width)
        part = blurred[..., bands.start - low : bands.stop - low, columns.start - first : columns.stop - first]
        return before + (part - before) * (coverage * np.float32(self.strength))


@dataclass(frozen=True)
class DodgeTip(RoundTip):
    """Makes sound louder or, with a negative gain, quieter; nothing becomes louder than full scale by it.

    Parameters
    ----------
    gain_db : float
        Gain of a stroke in dB, -24 to 24.
    """

    gain_db: float = 6.0

    @property
    def name(self) -> str:  # type: ignore[override]
        """Name of its undo steps."""
        return "Dodge" if self.gain_db >= 0 else "Burn"

    def changed(self, edit: InkEdit, area: Area, before: Array, coverage: Array) -> Array:
        """Return the ink of an area with the gain."""
        gain = np.clip(self.gain_db, -MAX_GAIN_DB, MAX_GAIN_DB) * edit.params.power / 20
        after = before * np.power(10.0, gain * coverage, dtype=np.float64).astype(np.float32)
        return np.asarray(np.minimum(after, np.maximum(before, np.float32(1))), np.float32)


@dataclass
class _Carried:
    """The ink under a tip that is smudged along, and the cell of its centre."""

    ink: Array | None = None
    column: int = 0
    band: int = 0


@dataclass(frozen=True)
class SmudgeTip(Tip):
    """Takes ink along, as a finger does with wet paint.

    Parameters
    ----------
    size, hardness
        As in `RoundTip`.
    strength : float
        Part of the ink that is taken along at each cell, 0 to 1.
    """

    size: float = 32
    hardness: float = 0.3
    strength: float = 0.9
    name = "Smudge"
    _carried: _Carried = field(default_factory=_Carried, init=False, compare=False, repr=False)

    @property
    def radius(self) -> float:
        """Half its size."""
        return self.size / 2

    def begin(self, edit: InkEdit) -> None:
        """Take nothing along from the stroke before."""
        self._carried.ink = None

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Smudge from one point to another."""
        reach, carried = int(np.ceil(self.radius)), self._carried
        path = _cells_between((carried.column, carried.band) if joined and carried.ink is not None else start, stop)
        first, last = min(path[:, 0]) - reach, max(path[:, 0]) + reach + 1
        low, high = min(path[:, 1]) - reach, max(path[:, 1]) + reach + 1
        ink = _read_padded(edit, (slice(low, high), slice(first, last)))
        side = slice(-reach, reach + 1)
        cover = coverage_of(BandScale(edit.params), (side, side), (0, 0), (0, 0), self.radius, self.hardness)
        rate = np.float32(self.strength)
        for column, band in path.tolist():
            place = (..., slice(band - reach - low, band + reach + 1 - low))
            under = ink[(*place, slice(column - reach - first, column + reach + 1 - first))]
            if carried.ink is None:
                carried.ink = under.copy()
                continue
            carried.ink += (under - carried.ink) * (1 - rate)
            under += (carried.ink - under) * cover
        carried.column, carried.band = (int(value) for value in path[-1])
        bands, columns = slice(max(0, low), min(edit.shape[-2], high)), slice(*np.clip((first, last), *edit.span))
        if bands.start < bands.stop and columns.start < columns.stop:
            part = ink[..., bands.start - low : bands.stop - low, columns.start - first : columns.stop - first]
            edit.write(columns.start, part, bands)

    def partial(self, number: int, gain_db: float, params: SpectrogramParams) -> Tip:
        """Return a tip that takes the ink of the partial along."""
        return replace(self)


def _cells_between(start: Point, stop: Point) -> np.ndarray:
    """Return the cells of a line from one to the next, with the first: int ``[cells, 2]``, column and band."""
    count = 1 + int(np.ceil(max(abs(stop[0] - start[0]), abs(stop[1] - start[1]))))
    cells = np.stack([np.linspace(start[axis], stop[axis], count) for axis in (0, 1)], axis=1)
    return np.floor(cells + 0.5).astype(int)


def _read_padded(edit: InkEdit, area: Area) -> Array:
    """Return a copy of the present ink of an area that may lie outside the layer, where it is silent."""
    bands, columns = area
    inside = slice(max(0, bands.start), max(0, min(edit.shape[-2], bands.stop)))
    ink = edit.read(columns.start, columns.stop, inside)
    out = np.zeros((*ink.shape[:-2], bands.stop - bands.start, columns.stop - columns.start), np.float32)
    out[..., inside.start - bands.start : inside.start - bands.start + ink.shape[-2], :] = ink
    return out


def _blurred(ink: Array, axis: int, width: int) -> Array:
    """Return ink after three running means of an odd width along an axis; beyond the ends its last values go on."""
    padding = [(0, 0)] * ink.ndim
    padding[axis] = (width // 2 + 1, width // 2)
    for _ in range(_BOXES):
        sums = np.cumsum(np.pad(ink, padding, "edge"), axis=axis, dtype=np.float64)
        length = ink.shape[axis]
        upper = np.take(sums, range(width, width + length), axis=axis)
        ink = ((upper - np.take(sums, range(length), axis=axis)) / width).astype(np.float32)
    return np.maximum(ink, 0)
