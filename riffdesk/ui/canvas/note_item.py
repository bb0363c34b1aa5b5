"""Draws the notes of the active layer over the canvas: bars at their pitch and time, marks for drum strokes."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from riffdesk.compose.note_edits import Selection
from riffdesk.compose.score import Part
from riffdesk.sketch.layer import COLOURS
from riffdesk.sketch.paint.tips import Point
from riffdesk.ui.canvas.active_notes import ActiveNotes
from riffdesk.ui.canvas.band_plot import BandPlot
from riffdesk.ui.canvas.note_places import STROKE_PIXELS, PartPlaces

_LOWEST_BAR = 5  # pixels
_LINE, _EDGE = 1.4, 3.0  # pixels
_Shapes = NDArray[np.float64]


class NoteItem(pg.GraphicsObject):
    """The notes, in seconds and bands. Only those that are in view are drawn.

    Parameters
    ----------
    notes : ActiveNotes
    plot : BandPlot
        What they are drawn on.
    """

    def __init__(self, notes: ActiveNotes, plot: BandPlot) -> None:
        super().__init__()
        self._notes, self._plot = notes, plot
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.drawn = 0
        """Notes that were drawn last."""
        notes.changed.connect(self.update)

    def about(self, cell: Point) -> str:
        """Return in words the note at a (column, band); nothing while they are not shown."""
        places = self._notes.places if self.isVisible() else None
        note = None if places is None else places.hit(cell, self._plot.pixel)
        return "" if places is None or note is None else places.told(note)

    def boundingRect(self) -> QRectF:
        """Return all that is in view."""
        view = self.getViewBox()
        return QRectF() if view is None else view.viewRect()

    def viewTransformChanged(self) -> None:
        """Follow the view."""
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the notes in view."""
        places, view = self._notes.places, self.getViewBox()
        self.drawn = 0
        if places is None or view is None:
            return
        pixel_width, pixel_height = view.viewPixelSize()
        shown, step = view.viewRect(), 1 / places.params.columns_per_second
        for number, (part, at) in enumerate(zip(places.score.parts, places.parts(), strict=True)):
            first, last = at.first * step, at.last * step
            margin = STROKE_PIXELS * pixel_width
            seen = (last + margin >= shown.left()) & (first - margin <= shown.right())
            seen &= (at.high + margin >= shown.top()) & (at.low - margin <= shown.bottom())
            indices = np.flatnonzero(seen)
            if not len(indices):
                continue
            self.drawn += len(indices)
            shapes = _shapes(part, at, indices, step, (pixel_width, pixel_height))
            self._draw(painter, shapes, _chosen(part, number, indices, self._notes.selected), _colour(number))
        self._draw_frame(painter, step)

    def _draw(self, painter: QPainter, shapes: tuple[_Shapes, _Shapes], chosen: NDArray[np.bool_], tint: str) -> None:
        """Draw shapes of a colour, and the chosen ones filled."""
        colour = QColor(tint)
        path = pg.arrayToQPath(shapes[0].ravel(), shapes[1].ravel(), connect="finite")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for tone, width in ((QColor(0, 0, 0, 190), _EDGE), (colour, _LINE)):
            pen = QPen(tone, width)
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawPath(path)
        if chosen.any():
            pen = QPen(QColor("white"), _LINE)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(colour)
            painter.drawPath(pg.arrayToQPath(shapes[0][chosen].ravel(), shapes[1][chosen].ravel(), connect="finite"))

    def _draw_frame(self, painter: QPainter, step: float) -> None:
        if self._notes.frame is not None:
            (left, low), (right, high) = self._notes.frame
            pen = QPen(QColor("white"), 1, Qt.PenStyle.DashLine)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(QColor(255, 255, 255, 30))
            painter.drawRect(QRectF(left * step, low, (right - left) * step, high - low).normalized())


def _colour(number: int) -> str:
    """Return the colour of a part."""
    return COLOURS[number % len(COLOURS)]


def _shapes(
    part: Part, at: PartPlaces, indices: NDArray[np.intp], step: float, pixel: tuple[float, float]
) -> tuple[_Shapes, _Shapes]:
    """Return x and y of the outlines of notes, each ``[notes, 6]``: a closed shape of five points, and NaN."""
    left, right, low, high = (
        values[indices] for values in (at.first * step, at.last * step, at.low, at.high)
    )  # fmt: skip
    none = np.full(len(indices), np.nan)
    if part.role == "drums":  # a diamond
        x, y = STROKE_PIXELS / 2 * pixel[0], STROKE_PIXELS / 2 * pixel[1]
        return (
            np.stack((left - x, left, left + x, left, left - x, none), axis=1),
            np.stack((low, low + y, low, low - y, low, none), axis=1),
        )
    missing = np.maximum(_LOWEST_BAR * pixel[1] - (high - low), 0) / 2
    low, high = low - missing, high + missing
    right = np.maximum(right, left + 2 * pixel[0])
    return np.stack((left, right, right, left, left, none), axis=1), np.stack((low, low, high, high, low, none), axis=1)


def _chosen(part: Part, number: int, indices: NDArray[np.intp], selected: Selection) -> NDArray[np.bool_]:
    """Return which of some notes are selected."""
    if not selected:
        return np.zeros(len(indices), np.bool_)
    return np.array([(number, part.notes[index]) in selected for index in indices], np.bool_)
