"""A plot of mel bands over time: axes, conversion of coordinates, and zooming.

The view's coordinates are seconds (x) and heights (y), which `BandPlot.scale` converts to mel bands.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from riffdesk.dsp.band_scale import BandScale
from riffdesk.sketch.paint.tips import Point
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.plot.axes import BarsAxis, HertzAxis, NoteAxis, TimeAxis
from riffdesk.ui.canvas.plot.plot_library import pg
from riffdesk.ui.theme import DARK, Colours

_WHEEL_ZOOM = 1.2  # per notch
_WHOLE = 0.01  # tolerance in heights for an axis that is shown completely


class BandPlot(pg.PlotWidget):
    """An empty plot of the time and the bands of a sketch; base class of the canvas."""

    def __init__(self, sketch: Sketch, parent: QWidget | None = None) -> None:
        self.scale = BandScale(sketch.params)
        """Converts between bands and heights."""
        self._time, self._bars, self._hertz, self._notes = (
            TimeAxis(),
            BarsAxis(),
            HertzAxis(self.scale),
            NoteAxis(self.scale),
        )
        axes = {"bottom": self._time, "top": self._bars, "left": self._hertz, "right": self._notes}
        self._axes: tuple[pg.AxisItem, ...] = (self._time, self._bars, self._hertz, self._notes)
        for axis in self._axes:
            axis.enableAutoSIPrefix(False)  # of the axis's title; they have none
        super().__init__(parent, axisItems=axes, enableMenu=False)
        self._look = DARK
        self.sketch = sketch
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.layout.setContentsMargins(2, 2, 2, 2)
        self._view: pg.ViewBox = plot.getViewBox()
        self._view.setMouseEnabled(False, False)
        self._view.setDefaultPadding(0)
        for name in axes:
            plot.showAxis(name)

    def colour_axes(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self.setBackground(look.panel)
        self._view.setBackgroundColor(look.canvas)
        self._look = look
        for axis in self._axes:
            axis.setTextPen(pg.mkPen(look.dim))
        self._colour_frame()

    def _colour_frame(self) -> None:
        """Colour the frame of the plot, which shows whether it has the focus."""
        colour = self._look.accent if self.hasFocus() else self._look.line
        for axis in self._axes:
            axis.setPen(pg.mkPen(colour))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the plot has the focus."""
        super().focusInEvent(event)
        self._colour_frame()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the plot does not have the focus."""
        super().focusOutEvent(event)
        self._colour_frame()

    @property
    def _step(self) -> float:
        """Seconds from one column to the next."""
        return 1 / self.sketch.params.columns_per_second

    def point_at(self, seconds: float, hertz: float) -> QPoint:
        """Return the position of a time and a frequency, in the coordinates of `viewport`."""
        return self.place_of(seconds, float(self.scale.height_of(self.sketch.params.band_of(hertz)))).toPoint()

    def place_of(self, seconds: float, height: float) -> QPointF:
        """Return the fractional position of a time and a height, in the coordinates of `viewport`."""
        point: QPointF = self._view.mapViewToScene(QPointF(seconds, height))
        place: QPointF = self.viewportTransform().map(point)
        return place

    def cell_at(self, position: QPointF) -> Point:
        """Return the fractional (column, band) at a position in the coordinates of `viewport`."""
        point = self._view_point(position)
        return point.x() / self._step, float(self.scale.band_at(point.y()))

    def _view_point(self, position: QPointF) -> QPointF:
        """Return seconds and height at a position in the coordinates of `viewport`."""
        point: QPointF = self._view.mapSceneToView(self.viewportTransform().inverted()[0].map(position))
        return point

    @property
    def pixel(self) -> Point:
        """Columns and heights of a pixel on the screen."""
        width, height = self._view.viewPixelSize()
        return width / self._step, height

    def _inside(self, position: QPointF) -> bool:
        return bool(self._view.sceneBoundingRect().contains(position))

    def set_scale(self, scale: BandScale) -> None:
        """Change the frequency axis; the same frequencies stay in view, as far as both axes have them."""
        before, self.scale = self.scale, scale
        self._hertz.set_scale(scale)
        self._notes.set_scale(scale)
        if before.params == scale.params and before.axis != scale.axis:
            _, (low, high) = self._view.viewRange()
            top = scale.params.bands - 0.5
            if low > -0.5 + _WHOLE or high < top - _WHOLE:
                low, high = np.clip(scale.height_of(before.band_at([low, high])), -0.5, top).tolist()
            self._view.setYRange(low, high, padding=0)

    def fit(self) -> None:
        """Show all of the sketch."""
        bands = self.sketch.params.bands
        self._view.setRange(xRange=(0, self.sketch.seconds), yRange=(-0.5, bands - 0.5), padding=0)

    def zoom_time(self, factor: float, seconds: float) -> None:
        """Zoom the time axis by a factor; one time keeps its position."""
        (left, right), _ = self._view.viewRange()
        left, right = seconds - (seconds - left) / factor, seconds + (right - seconds) / factor
        self._view.setXRange(left, right, padding=0)

    def zoom_bands(self, factor: float, height: float) -> None:
        """Zoom the frequency axis by a factor; one height keeps its position."""
        _, (low, high) = self._view.viewRange()
        self._view.setYRange(height - (height - low) / factor, height + (high - height) / factor, padding=0)

    def zoom_middle(self, factor: float) -> None:
        """Zoom the time axis by a factor around the middle of the view."""
        (left, right), _ = self._view.viewRange()
        self.zoom_time(factor, (left + right) / 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom the time axis at the pointer; with Ctrl the frequency axis; with Shift or a horizontal wheel, scroll."""
        point = self._view_point(event.position())
        turn = event.angleDelta()
        (left, right), _ = self._view.viewRange()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_bands(_WHEEL_ZOOM ** (turn.y() / 120), point.y())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(turn.x()) > abs(turn.y()):
            notches = (turn.x() or turn.y()) / 120
            self._view.translateBy(x=-notches * (right - left) / 10)
        else:
            self.zoom_time(_WHEEL_ZOOM ** (turn.y() / 120), point.x())
        event.accept()

    def visible_rect(self) -> QRectF:
        """Return the visible rectangle in seconds and heights."""
        rect: QRectF = self._view.viewRect()
        return rect
