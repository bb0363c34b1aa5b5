"""A ladder under the pointer that shows the places of marks with harmonics, magnet and grid."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsEllipseItem,
    QGraphicsItem,
    QGraphicsPathItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.pitch import note_of
from riffdesk.ui.canvas.plot.plot_library import pg

_HALF_RUNG = 11.0  # pixels
_MARGIN = 6.0
_SHADE = QColor(0, 0, 0, 150)
_WIDEST = "C♯10 −50 ct  10000.0 Hz"

_HANDLE = 9.0  # pixels, diameter of a handle


class PointerGhost(QGraphicsItem):
    """A rung with note, cents and Hz for each mark, and the line of the grid that an end goes to.

    Parameters
    ----------
    view : pg.ViewBox
        The view, in seconds and heights. The ghost is drawn in its pixels.
    """

    def __init__(self, view: pg.ViewBox) -> None:
        super().__init__(view)
        self._view = view
        self._rungs: list[tuple[float, str]] = []  # y in pixels, and text
        self._x = 0.0
        self._grid_x: float | None = None
        self._colour = QColor("white")
        self._width = QFontMetricsF(QApplication.font()).horizontalAdvance(_WIDEST) + 2 * _MARGIN
        self._rect = QRectF()
        self.setZValue(77)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._handle = QGraphicsEllipseItem(-_HANDLE / 2, -_HANDLE / 2, _HANDLE, _HANDLE)
        self._handle.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self._handle.setZValue(77)
        self._handle.hide()
        view.addItem(self._handle, ignoreBounds=True)
        self.path = QGraphicsPathItem()
        self.path.setZValue(76)
        view.addItem(self.path, ignoreBounds=True)
        self.core = QGraphicsEllipseItem()
        self.core.setZValue(76)
        self.core.hide()
        view.addItem(self.core, ignoreBounds=True)

    def show_path(self, places: list[tuple[float, float]]) -> None:
        """Draw a thin line through points (seconds, height); no points hide it."""
        path = QPainterPath(QPointF(*places[0])) if places else QPainterPath()
        for place in places[1:]:
            path.lineTo(*place)
        self.path.setPath(path)

    def show_core(self, seconds: float, height: float, size: tuple[float, float] | None) -> None:
        """Draw the hard part of a tip around a place, of width and height ``size``; None hides it."""
        self.core.setVisible(size is not None)
        if size is not None:
            self.core.setRect(seconds - size[0] / 2, height - size[1] / 2, *size)

    @property
    def handle(self) -> tuple[float, float] | None:
        """Seconds and height of the handle; None while there is none."""
        return (self._handle.x(), self._handle.y()) if self._handle.isVisible() else None

    def show_handle(self, place: tuple[float, float] | None) -> None:
        """Show a handle at (seconds, height), such as the source of a copy; None hides it."""
        self._handle.setVisible(place is not None)
        if place is not None:
            self._handle.setPos(*place)

    def set_colour(self, colour: str) -> None:
        """Set the colour of rungs and texts, ``#rrggbb``."""
        self._colour = QColor(colour)
        self._handle.setPen(QPen(self._colour, 1.5))
        faint = QColor(colour)
        faint.setAlpha(110)
        pen = QPen(faint, 1, Qt.PenStyle.DotLine)
        pen.setCosmetic(True)
        self.core.setPen(pen)
        thin = QPen(self._colour, 1.2)
        thin.setCosmetic(True)
        self.path.setPen(thin)
        self._handle.setBrush(_SHADE)
        self.update()

    def show_marks(
        self, seconds: float, bands: list[float], scale: BandScale, grid_seconds: float | None = None
    ) -> None:
        """Show marks at some fractional bands, and a line of the grid; nothing for no bands and no line.

        Parameters
        ----------
        seconds : float
            Time of the pointer.
        bands : list of float
            From the lowest.
        scale : BandScale
        grid_seconds : float, optional
            Time of the line of the grid.
        """
        self.prepareGeometryChange()
        line = QFontMetricsF(QApplication.font()).height()
        self._x = self._pixel(seconds, 0.0).x()
        self._rungs, free = [], float("inf")
        for band, hertz in zip(bands, scale.params.hertz_of(bands).tolist() if bands else (), strict=True):
            y = self._pixel(seconds, float(scale.height_of(band))).y()
            has_room = y + line / 2 <= free
            self._rungs.append((y, _text(hertz) if has_room else ""))
            free = y - line / 2 if has_room else free
        self._grid_x = None if grid_seconds is None else self._pixel(grid_seconds, 0.0).x()
        left = min(self._x - _HALF_RUNG, self._x if self._grid_x is None else self._grid_x)
        right = max(self._x + _HALF_RUNG, self._x if self._grid_x is None else self._grid_x)
        self._rect = QRectF(left - self._width - _MARGIN, 0, right - left + 2 * (self._width + _MARGIN), self._height)
        self.setVisible(bool(self._rungs) or self._grid_x is not None)
        self.update()

    @property
    def texts(self) -> list[str]:
        """Texts of the rungs, from the lowest, without those that would overlap."""
        return [text for _, text in self._rungs if text]

    @property
    def _height(self) -> float:
        return float(self._view.boundingRect().height())

    def _pixel(self, seconds: float, height: float) -> QPointF:
        point: QPointF = self._view.mapFromView(QPointF(seconds, height))
        return point

    def boundingRect(self) -> QRectF:
        """Return the rectangle with all rungs and texts."""
        inside: QRectF = self._rect & self._view.boundingRect()
        return inside

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw rungs, texts and line."""
        metrics = QFontMetricsF(painter.font())
        faint = QColor(self._colour)
        faint.setAlpha(150)
        if self._grid_x is not None:
            painter.setPen(QPen(faint, 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(self._grid_x, 0), QPointF(self._grid_x, self._height))
        beside = self._x + _HALF_RUNG + _MARGIN
        if beside + self._width > self._view.boundingRect().right():
            beside = self._x - _HALF_RUNG - self._width
        for number, (y, text) in enumerate(self._rungs):
            painter.setPen(QPen(self._colour if number == 0 else faint, 1.5))
            painter.drawLine(QPointF(self._x - _HALF_RUNG, y), QPointF(self._x + _HALF_RUNG, y))
            if text:
                width, height = metrics.horizontalAdvance(text) + _MARGIN, metrics.height()
                box = QRectF(beside, y - height / 2, width, height)
                painter.fillRect(box, _SHADE)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _text(hertz: float) -> str:
    """Return note, cents and Hz of a mark."""
    name, cents = note_of(max(hertz, 1.0))
    return f"{name} {cents:+d} ct  {hertz:.1f} Hz"
