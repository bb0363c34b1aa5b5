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

    def segments(self, start: Point, stop: Point, ink: Ink, params: SpectrogramParams) -> Iterator[tuple[Point, Point]]:
        """Yield the segments of a line: with the magnet, one for each pitch in turn."""
        if self.magnet is None:
            yield start, stop
        else:
            yield from self.magnet.segments(start, stop, ink, params)

    def band(self, point: Point, ink: Ink, params: SpectrogramParams) -> float:
        """Return the band of the mark of a point."""
        return point[1] if self.magnet is None else self.magnet.band(*point, ink, params)

    def bands(self, point: Point, ink: Ink, params: SpectrogramParams) -> list[float]:
        """Return the bands of a point's mark and its harmonics, from the lowest."""
        band = self.band(point, ink, params)
        return [band] if self.harmonics is None else self.harmonics.bands(band, params)

    def column(self, column: float) -> float:
        """Return the column to which the grid moves an end of a stroke or of a selection."""
        return column if self.grid is None else self.grid.snapped(column)
