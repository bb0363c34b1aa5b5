"""Harmonics: each mark is made again at whole multiples of its pitch."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.tips import Point, Tip, ToneTip

MAX_HARMONICS = 64
_STRAIGHT_BANDS = 8.0  # of a sloping line, over which those at its multiples are straight to a fiftieth of a band


@dataclass(frozen=True)
class Harmonics:
    """Partials at whole multiples of a pitch, the pitch itself among them.

    Parameters
    ----------
    count : int
        Number of the highest partial, 1 to 64.
    rolloff_db : float
        Attenuation in dB per octave.
    odd_only : bool
        Whether the even partials are left out.
    """

    count: int = 8
    rolloff_db: float = 6.0
    odd_only: bool = False

    @property
    def numbers(self) -> range:
        """Multiples of the pitch."""
        return range(1, self.count + 1, 2 if self.odd_only else 1)

    def gain_db(self, number: int) -> float:
        """Return the level of a partial in dB, 0 or less."""
        return -self.rolloff_db * math.log2(number)

    def bands(self, band: float, params: SpectrogramParams) -> list[float]:
        """Return the fractional bands of the partials of a pitch, those within the mel scale."""
        found = (float(band_of_partial(band, number, params)) for number in self.numbers)
        return [one for one in found if one <= params.bands - 0.5]

    def applied(self, tip: Tip, params: SpectrogramParams) -> Tip:
        """Return a tip that marks all partials of another tip's marks."""
        if isinstance(tip, ToneTip):  # whose partials are summed as those of one sound
            return replace(tip, harmonics=self.count, rolloff_db=self.rolloff_db, odd_only=self.odd_only)
        tips = (tip.partial(number, self.gain_db(number), params) for number in self.numbers)
        return HarmonicTip(tuple(zip(self.numbers, tips, strict=True)))


@dataclass(frozen=True)
class HarmonicTip(Tip):
    """Marks the partials of a line.

    Parameters
    ----------
    partials : tuple of (int, Tip)
        Multiple of the pitch, and the tip for it.
    """

    partials: tuple[tuple[int, Tip], ...]

    @property
    def name(self) -> str:  # type: ignore[override]
        """Name of the tip."""
        return self.partials[0][1].name

    @property
    def sustains(self) -> bool:  # type: ignore[override]
        """As of the tip."""
        return self.partials[0][1].sustains

    @property
    def radius(self) -> float:
        """Columns from its centre to its edge."""
        return self.partials[0][1].radius

    def begin(self, edit: InkEdit) -> None:
        """Prepare each partial."""
        for _, tip in self.partials:
            tip.begin(edit)

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Mark the line at each multiple of its pitch."""
        highest = edit.shape[-2] + self.radius
        for number, tip in self.partials:
            goes_on = joined
            for first, last in _segments(start, stop, number, edit.params):
                if min(first[1], last[1]) < highest:
                    tip.mark(edit, first, last, joined=goes_on)
                goes_on = True

    def pressed(self, size: float, strength: float) -> Tip:
        """Return the tips under the pressure of a pen."""
        return HarmonicTip(tuple((number, tip.pressed(size, strength)) for number, tip in self.partials))

    def finish(self, edit: InkEdit) -> None:
        """Finish each partial."""
        for _, tip in self.partials:
            tip.finish(edit)


def band_of_partial(band: ArrayLike, number: int, params: SpectrogramParams) -> NDArray[np.float64]:
    """Return the fractional bands at ``number`` times the pitch of fractional bands."""
    return params.band_of(np.maximum(params.hertz_of(band), 0) * number)


def _segments(start: Point, stop: Point, number: int, params: SpectrogramParams) -> Iterator[tuple[Point, Point]]:
    """Yield the straight segments of a line at a multiple of its pitch."""
    if number == 1:
        yield start, stop
        return
    count = 1 + math.ceil(abs(stop[1] - start[1]) / _STRAIGHT_BANDS)
    columns = np.linspace(start[0], stop[0], count + 1)
    bands = band_of_partial(np.linspace(start[1], stop[1], count + 1), number, params)
    yield from pairwise(zip(columns.tolist(), bands.tolist(), strict=True))
