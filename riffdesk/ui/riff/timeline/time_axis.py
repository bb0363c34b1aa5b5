"""The time axis that a widget shares with the canvas above it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from riffdesk.ui.canvas.canvas import SpectrogramCanvas


class TimeAxis:
    """Places in a widget, in pixels from its left edge, and the times that stand above them on the canvas."""

    def __init__(self, widget: QWidget, canvas: SpectrogramCanvas) -> None:
        self._widget, self._canvas = widget, canvas
        self._held: tuple[float, float] | None = None

    def x_of(self, seconds: float) -> float:
        """Return the place of a time."""
        begin, scale = self._held or self._measure()
        return begin + seconds * scale

    def seconds_at(self, x: float) -> float:
        """Return the time at a place."""
        point = self._canvas.viewport().mapFromGlobal(self._widget.mapToGlobal(QPointF(x, 0)))
        column, _ = self._canvas.cell_at(point)
        return column / self._canvas.sketch.params.columns_per_second

    @contextmanager
    def held(self) -> Iterator[None]:
        """Measure once for all of `x_of` that is called inside: while something is painted, nothing moves."""
        self._held = self._measure()
        try:
            yield
        finally:
            self._held = None

    def _measure(self) -> tuple[float, float]:
        """Return the place of the time 0, and how many pixels a second takes."""
        seen = self._canvas.visible_rect()
        left, right = (
            self._widget.mapFromGlobal(self._canvas.viewport().mapToGlobal(self._canvas.point_at(seconds, 1000.0))).x()
            for seconds in (seen.left(), seen.right())
        )
        scale = (right - left) / max(seen.width(), 1e-9)
        return left - seen.left() * scale, scale
