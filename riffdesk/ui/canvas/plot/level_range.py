"""Levels of a layer's ink: the histogram, the range of the colours, and the automatic range."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from riffdesk.dsp.mel import db_to_ink, ink_to_db
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.language import tr
from riffdesk.ui.canvas.plot.layer_image import GREYS_PER_INK, Counts
from riffdesk.ui.theme import DARK, Colours

LOWEST_DB, HIGHEST_DB = -120, 12
NEAREST_DB = 6  # minimum distance between the darkest and the brightest level

_BIN_DB = 3
_BRIGHT, _DARK = 0.998, 0.2  # shares of the audible cells below the ends of the automatic range
_HEADROOM_DB = 3.0
_WIDEST_DB, _NARROWEST_DB = 75.0, 45.0
_TOLERANCE_DB = 3.0  # a range within this distance is kept, so that strokes do not change the colours
_NEAR = 9  # pixels around a handle in which it can be dragged


def automatic_range(counts: Counts, params: SpectrogramParams) -> tuple[float, float] | None:
    """Return the levels of the darkest and the brightest colour for a layer, in dB; None for silence.

    The brightest is just above the loudest cells, without outliers; a fifth of the audible cells is below the darkest.
    The range is 45 to 75 dB wide: a wider one has little contrast, a narrower one shows noise as bright as notes.

    Parameters
    ----------
    counts : int ``[256]``
        Number of cells of each grey; see `LayerImage.counts`.
    """
    audible = np.array(counts, np.float64)
    audible[: int(db_to_ink(LOWEST_DB, params) * GREYS_PER_INK)] = 0
    if not audible.any():
        return None
    share = np.cumsum(audible) / audible.sum()
    dark, bright = (ink_to_db(int(np.searchsorted(share, part)) / GREYS_PER_INK, params) for part in (_DARK, _BRIGHT))
    high = min(max(bright + _HEADROOM_DB, LOWEST_DB + _NARROWEST_DB), HIGHEST_DB)
    low = min(max(dark, high - _WIDEST_DB, LOWEST_DB), high - _NARROWEST_DB)
    return float(round(low)), float(round(high))


def fits(shown: tuple[float, float], wanted: tuple[float, float]) -> bool:
    """Return whether a range is close enough to the automatic one to be kept."""
    return all(abs(level - target) < _TOLERANCE_DB for level, target in zip(shown, wanted, strict=True))


def histogram(counts: Counts, params: SpectrogramParams) -> NDArray[np.float64]:
    """Return the shares of the audible cells in bins of 3 dB, from -120 to 12 dB.

    Greys are evenly spaced in ink, so that a quiet one covers several bins: its cells are spread over them.
    """
    edges = np.arange(LOWEST_DB, HIGHEST_DB + 1, _BIN_DB)
    greys = np.array([db_to_ink(float(db), params) * GREYS_PER_INK + 0.5 for db in edges])
    below = np.interp(greys, np.arange(257), np.concatenate(([0], np.cumsum(counts))))
    cells = np.diff(below)
    return np.asarray(cells / max(1.0, float(cells.sum())), np.float64)


class LevelRange(QWidget):
    """Shows the histogram of the active layer, with handles for the darkest and the brightest level."""

    moved = Signal(float, float)
    """The user has dragged a handle: the darkest and the brightest level in dB."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("levelRange")
        self.setAccessibleName(tr("Levels of the layer"))
        self.setToolTip(
            tr(
                "Levels of the active layer, from -120 to 12 dB.\n"
                "Drag the ends to set the darkest and the brightest level, or drag between them to move both."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._look = DARK
        self._shares: NDArray[np.float64] = np.zeros((HIGHEST_DB - LOWEST_DB) // _BIN_DB)
        self._low, self._high = -90.0, 0.0
        self._dragged = ""
        self._grip = 0.0

    def sizeHint(self) -> QSize:
        """Size in which the histogram is readable."""
        return QSize(200, 2 * self.fontMetrics().height() + 8)

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self._look = look
        self.update()

    def show_shares(self, shares: NDArray[np.float64]) -> None:
        """Show a histogram; see `histogram`."""
        self._shares = shares
        self.update()

    def show_range(self, low: float, high: float) -> None:
        """Show a range in dB without emitting `moved`."""
        self._low, self._high = low, high
        self.setAccessibleDescription(tr("From {low:.0f} dB, dark, to {high:.0f} dB, bright", low=low, high=high))
        self.update()

    def x_of(self, db: float) -> float:
        """Return the position of a level in pixels."""
        return 1 + (db - LOWEST_DB) / (HIGHEST_DB - LOWEST_DB) * (self.width() - 2)

    def _db_at(self, x: float) -> float:
        return LOWEST_DB + (x - 1) / max(1, self.width() - 2) * (HIGHEST_DB - LOWEST_DB)

    def _part_at(self, x: float) -> str:
        to_low, to_high = abs(x - self.x_of(self._low)), abs(x - self.x_of(self._high))
        if min(to_low, to_high) <= _NEAR or not self._low < self._db_at(x) < self._high:
            return "low" if to_low < to_high else "high"
        return "both"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag a handle, or both."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = self._part_at(event.position().x())
            self._grip = self._db_at(event.position().x()) - self._low
            self._drag(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show the cursor of the part under the mouse."""
        if self._dragged and event.buttons():
            self._drag(event.position().x())
        else:
            both = self._part_at(event.position().x()) == "both"
            self.setCursor(Qt.CursorShape.SizeAllCursor if both else Qt.CursorShape.SplitHCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        self._dragged = ""

    def _drag(self, x: float) -> None:
        level, low, high = float(round(self._db_at(x))), self._low, self._high
        if self._dragged == "low":
            low = min(max(level, LOWEST_DB), high - NEAREST_DB)
        elif self._dragged == "high":
            high = max(min(level, HIGHEST_DB), low + NEAREST_DB)
        else:
            width = high - low
            low = min(max(float(round(self._db_at(x) - self._grip)), LOWEST_DB), HIGHEST_DB - width)
            high = low + width
        if (low, high) != (self._low, self._high):
            self.show_range(low, high)
            self.moved.emit(low, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the histogram, the range, and the handles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, height = self._look, float(self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.field))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        left, right = self.x_of(self._low), self.x_of(self._high)
        ramp = QLinearGradient(left, 0, right, 0)
        for position, alpha in ((0.0, 15), (1.0, 110)):
            colour = QColor(look.accent)
            colour.setAlpha(alpha)
            ramp.setColorAt(position, colour)
        painter.setBrush(ramp)
        painter.drawRect(QRectF(left, 1, right - left, height - 2))
        heights = np.sqrt(self._shares / max(float(self._shares.max()), 1e-9)) * (height - 6)
        outline = [QPointF(self.x_of(LOWEST_DB), height - 1)]
        outline += [
            QPointF(self.x_of(LOWEST_DB + (index + 0.5) * _BIN_DB), height - 1 - value)
            for index, value in enumerate(heights)
        ]
        outline.append(QPointF(self.x_of(HIGHEST_DB), height - 1))
        shape = QColor(look.text)
        shape.setAlpha(150)
        painter.setBrush(shape)
        painter.drawPolygon(QPolygonF(outline))
        painter.setBrush(QColor(look.accent))
        for x in (left, right):
            painter.drawRoundedRect(QRectF(x - 1.5, 0, 3, height), 1.5, 1.5)
            painter.drawEllipse(QPointF(min(max(x, 5.0), self.width() - 5.0), height / 2), 5, 5)
