"""Conversion between times and pixels for a widget that is aligned with the canvas above it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from riffdesk.ui.canvas.canvas import SpectrogramCanvas


class TimeAxis:
    """Positions in a widget, in pixels from its left edge, and the times of the canvas above them.

    Parameters
    ----------
    widget : QWidget
    canvas : SpectrogramCanvas
        Has the visible range of times.
    """

    def __init__(self, widget: QWidget, canvas: SpectrogramCanvas) -> None:
        self._widget, self._canvas = widget, canvas
        self._measured: tuple[float, float] | None = None

    def x_of(self, seconds: float) -> float:
        """Return the position of a time."""
        begin, scale = self._measured or self._measure()
        return begin + seconds * scale

    def seconds_at(self, x: float) -> float:
        """Return the time at a position."""
        point = self._canvas.viewport().mapFromGlobal(self._widget.mapToGlobal(QPointF(x, 0)))
        column, _ = self._canvas.cell_at(point)
        return column / self._canvas.sketch.params.columns_per_second

    @contextmanager
    def measured_once(self) -> Iterator[None]:
        """Measure once for all calls of `x_of` in a ``with`` block, such as those of a paint event."""
        self._measured = self._measure()
        try:
            yield
        finally:
            self._measured = None

    def _measure(self) -> tuple[float, float]:
        """Return the position of the time 0 and the pixels per second."""
        visible = self._canvas.visible_rect()
        left, right = (
            self._widget.mapFromGlobal(self._canvas.viewport().mapToGlobal(self._canvas.point_at(seconds, 1000.0))).x()
            for seconds in (visible.left(), visible.right())
        )
        scale = (right - left) / max(visible.width(), 1e-9)
        return left - visible.left() * scale, scale
