"""The grid of the sketch's tempo, which the ends of strokes and selections go to."""

from __future__ import annotations

import math
from dataclasses import dataclass

from riffdesk.sketch.state import State

GRIDS = {
    "bar": 0.0, "beat": 1.0, "1/2": 2.0, "1/4": 1.0, "1/8": 0.5, "1/16": 0.25, "1/32": 0.125,
    "1/4T": 2 / 3, "1/8T": 1 / 3, "1/16T": 1 / 6,
}  # fmt: skip
"""Beats of each grid by its name; 0 for a bar of the sketch's meter. T is for triplets."""


@dataclass(frozen=True)
class Grid:
    """Lines at equal distances from the first column on.

    Parameters
    ----------
    step : float
        Columns from one line to the next, more than 0.
    """

    step: float

    @classmethod
    def of(cls, state: State, name: str) -> Grid:
        """Return a grid of `GRIDS` at the tempo and meter of a document."""
        beats = GRIDS[name] or state.beats_per_bar
        columns_per_second = state.params.columns_per_second
        if state.loop is not None:  # whose columns are stretched to fill it
            columns_per_second = state.columns * state.params.sample_rate / state.loop
        return cls(60 / state.tempo * beats * columns_per_second)

    def snapped(self, column: float) -> float:
        """Return the column of the nearest line."""
        return math.floor(column / self.step + 0.5) * self.step

    def ends(self, first: float, last: float) -> tuple[float, float]:
        """Return the lines nearest to two columns, or one step if that is the same line."""
        start, stop = self.snapped(min(first, last)), self.snapped(max(first, last))
        return start, stop if stop > start else start + self.step
