"""Draws the notes of the active layer over the canvas: bars at their pitch and time, squares for drum strokes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from riffdesk.compose.notes.note_edits import Selection
from riffdesk.compose.score import Part
from riffdesk.dsp.band_scale import BandScale
from riffdesk.sketch.layer import COLOURS
from riffdesk.sketch.paint.tips import Point
from riffdesk.ui.canvas.notes.active_notes import ActiveNotes
from riffdesk.ui.canvas.notes.note_places import STROKE_PIXELS, PartPlaces
from riffdesk.ui.canvas.plot.band_plot import BandPlot
from riffdesk.ui.canvas.plot.plot_library import pg

_LOWEST_BAR = 5  # pixels
_LINE = 1.4  # pixels
_NARROWEST = 4  # pixels of a bar with an outline
_MOST_OUTLINED = 400  # bars of a part
_INSIDE_ALPHA = 110
_Bars = tuple[NDArray[np.float64], ...]


class NoteItem(pg.GraphicsObject):
    """The notes, in seconds and heights. Only those that are in view are drawn.

    Parameters
    ----------
    notes : ActiveNotes
    plot : BandPlot
        The plot that shows them.
    """

    def __init__(self, notes: ActiveNotes, plot: BandPlot) -> None:
        super().__init__()
        self._notes, self._plot = notes, plot
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.drawn = 0
        """Notes that were drawn last."""
        notes.changed.connect(self.update)

    def about(self, cell: Point) -> str:
        """Return a description of the note at a (column, band); '' while notes are hidden."""
        places = self._notes.places if self.isVisible() else None
        note = None if places is None else places.hit(cell, self._plot.pixel, self._plot.scale)
        return "" if places is None or note is None else places.description(note)

    def boundingRect(self) -> QRectF:
        """Return the visible rectangle."""
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
        shown, step, scale = view.viewRect(), 1 / places.params.columns_per_second, self._plot.scale
        for number, (part, at) in enumerate(zip(places.score.parts, places.parts, strict=True)):
            first, last = at.first * step, at.last * step
            margin = STROKE_PIXELS * pixel_width
            seen = (last + margin >= shown.left()) & (first - margin <= shown.right())
            margin = STROKE_PIXELS * pixel_height
            lowest, highest = scale.band_at([shown.top() - margin, shown.bottom() + margin])
            seen &= (at.high >= lowest) & (at.low <= highest)
            indices = np.flatnonzero(seen)
            if not len(indices):
                continue
            self.drawn += len(indices)
            pixel = pixel_width, pixel_height
            chosen = _chosen(part, number, indices, self._notes.selected)
            _draw(painter, _bars(part, at, indices, scale, pixel), chosen, _colour(number), pixel)
        self._draw_frame(painter, step)

    def _draw_frame(self, painter: QPainter, step: float) -> None:
        if self._notes.frame is not None:
            (left, low), (right, high) = self._notes.frame
            pen = QPen(QColor("white"), 1, Qt.PenStyle.DashLine)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(QColor(255, 255, 255, 30))
            bottom, top = self._plot.scale.height_of([low, high]).tolist()
            painter.drawRect(QRectF(left * step, bottom, (right - left) * step, top - bottom).normalized())


def _colour(number: int) -> str:
    """Return the colour of a part."""
    return COLOURS[number % len(COLOURS)]


def _bars(part: Part, at: PartPlaces, indices: NDArray[np.intp], scale: BandScale, pixel: tuple[float, float]) -> _Bars:
    """Return left, low edge, width and height of notes, each ``[notes]``, in seconds and heights."""
    left, right = (values[indices] / scale.params.columns_per_second for values in (at.first, at.last))
    low, high = (scale.height_of(values[indices]) for values in (at.low, at.high))
    if part.role == "drums":
        width, height = STROKE_PIXELS * pixel[0], STROKE_PIXELS * pixel[1]
        size = np.ones(len(indices))
        return left - width / 2, low - height / 2, width * size, height * size
    missing = np.maximum(_LOWEST_BAR * pixel[1] - (high - low), 0) / 2
    return left, low - missing, np.maximum(right - left, 2 * pixel[0]), high - low + 2 * missing


def _draw(painter: QPainter, bars: _Bars, chosen: NDArray[np.bool_], tint: str, pixel: tuple[float, float]) -> None:
    """Draw bars with an outline, and the chosen ones filled; very many, or very narrow ones, without an outline.

    Everything is filled rectangles, which Qt draws many times as fast as outlines.
    """
    colour = QColor(tint)
    if len(chosen) > _MOST_OUTLINED or float(np.median(bars[2])) < _NARROWEST * pixel[0]:
        _fill(painter, _apart(bars, pixel), colour)
    else:
        _fill(painter, bars, QColor(0, 0, 0, _INSIDE_ALPHA))
        _fill(painter, _edges(bars, pixel), colour)
    if chosen.any():
        inside = tuple(values[chosen] for values in bars)
        _fill(painter, inside, colour)
        _fill(painter, _edges(inside, pixel), QColor("white"))


def _apart(bars: _Bars, pixel: tuple[float, float]) -> _Bars:
    """Return one of the bars that begin in the same pixel."""
    left, low = (np.floor(values / size) for values, size in zip(bars[:2], pixel, strict=True))
    _, first = np.unique(left * 2**20 + low, return_index=True)
    return tuple(values[first] for values in bars)


def _edges(bars: _Bars, pixel: tuple[float, float]) -> _Bars:
    """Return the four edges of each bar, as bars."""
    left, low, width, height = bars
    x, y = np.minimum(_LINE * pixel[0], width / 2), np.minimum(_LINE * pixel[1], height / 2)
    return (
        np.concatenate((left, left, left, left + width - x)),
        np.concatenate((low, low + height - y, low, low)),
        np.concatenate((width, width, x, x)),
        np.concatenate((y, y, height, height)),
    )


def _fill(painter: QPainter, bars: _Bars, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRects(list(map(QRectF, *(values.tolist() for values in bars))))


def _chosen(part: Part, number: int, indices: NDArray[np.intp], selected: Selection) -> NDArray[np.bool_]:
    """Return which of some notes are selected."""
    if not selected:
        return np.zeros(len(indices), np.bool_)
    return np.array([(number, part.notes[index]) in selected for index in indices], np.bool_)
