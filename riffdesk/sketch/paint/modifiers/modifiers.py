"""The modifiers that are on: where the marks of a stroke fall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.modifiers.grid import Grid
from riffdesk.sketch.paint.modifiers.harmonics import Harmonics
from riffdesk.sketch.paint.modifiers.magnet import Magnet
from riffdesk.sketch.paint.tips import Point, Tip


@dataclass(frozen=True)
class Modifiers:
    """Harmonics, magnet and grid; each None while it is off."""

    harmonics: Harmonics | None = None
    magnet: Magnet | None = None
    grid: Grid | None = None

    @property
    def any(self) -> bool:
        """Whether any is on."""
        return self != Modifiers()

    @property
    def pitched(self) -> bool:
        """Whether one is on that changes pitches."""
        return self.harmonics is not None or self.magnet is not None

    def applied(self, tip: Tip, params: SpectrogramParams) -> Tip:
        """Return a tip that marks the harmonics too, if they are on."""
        return tip if self.harmonics is None else self.harmonics.applied(tip, params)

    def pieces(self, start: Point, stop: Point, ink: Ink, params: SpectrogramParams) -> Iterator[tuple[Point, Point]]:
        """Yield the lines that a line becomes: with the magnet, one for each pitch in turn."""
        if self.magnet is None:
            yield start, stop
        else:
            yield from self.magnet.pieces(start, stop, ink, params)

    def band(self, point: Point, ink: Ink, params: SpectrogramParams) -> float:
        """Return the band that a mark at a point falls on."""
        return point[1] if self.magnet is None else self.magnet.band(*point, ink, params)

    def bands(self, point: Point, ink: Ink, params: SpectrogramParams) -> list[float]:
        """Return the bands of all marks of a mark at a point, from the lowest."""
        band = self.band(point, ink, params)
        return [band] if self.harmonics is None else self.harmonics.bands(band, params)

    def column(self, column: float) -> float:
        """Return the column that an end of a stroke or of a selection at a column goes to."""
        return column if self.grid is None else self.grid.snapped(column)
