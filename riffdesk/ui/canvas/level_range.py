"""The levels of a layer's ink: histogram, the range that the colours stand for, and its automatic choice."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from riffdesk.dsp.mel import db_to_ink, ink_to_db
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.ui.canvas.layer_image import GREYS_PER_INK, Counts
from riffdesk.ui.theme import DARK, Colours

LOWEST_DB, HIGHEST_DB = -120, 12
NEAREST_DB = 6  # between the darkest and the brightest level

_BIN_DB = 3
_BRIGHT, _DARK = 0.998, 0.2  # shares of the audible cells that are darker than the two ends
_HEADROOM_DB = 3.0
_WIDEST_DB, _NARROWEST_DB = 75.0, 45.0
_KEPT_DB = 3.0  # a range that fits so well stays, so that not every stroke changes all colours
_NEAR = 9  # pixels from a handle


def automatic_range(counts: Counts, params: SpectrogramParams) -> tuple[float, float] | None:
    """Return the levels of the darkest and the brightest colour that show a layer best, in dB; None for silence.

    The brightest is just above the loudest cells, but for outliers; the darkest leaves a fifth of the cells in the
    dark. The range is never so wide that notes are flat, nor so narrow that noise glares.

    Parameters
    ----------
    counts : int ``[256]``
        How many cells have each grey; see `LayerImage.counts`.
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
    """Return whether a range is so near to the automatic one that it may stay."""
    return all(abs(one - other) < _KEPT_DB for one, other in zip(shown, wanted, strict=True))


def histogram(counts: Counts, params: SpectrogramParams) -> NDArray[np.float64]:
    """Return the share of the audible cells in steps of 3 dB, from -120 to 12 dB.

    Greys are evenly spaced in ink, so a quiet one stands for many dB: its cells are spread over them.
    """
    edges = np.arange(LOWEST_DB, HIGHEST_DB + 1, _BIN_DB)
    greys = np.array([db_to_ink(float(db), params) * GREYS_PER_INK + 0.5 for db in edges])
    below = np.interp(greys, np.arange(257), np.concatenate(([0], np.cumsum(counts))))
    cells = np.diff(below)
    return np.asarray(cells / max(1.0, float(cells.sum())), np.float64)


class LevelRange(QWidget):
    """Shows how loud the active layer's cells are, under two handles: the darkest and the brightest level."""

    moved = Signal(float, float)
    """The user has dragged a handle: the darkest and the brightest level in dB."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("levelRange")
        self.setAccessibleName("Levels of the layer")
        self.setToolTip(
            "How much of the active layer is how loud, from -120 to 12 dB.\n"
            "Drag the ends to say which levels are dark and which are bright, or drag between them to move both."
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._look = DARK
        self._shares: NDArray[np.float64] = np.zeros((HIGHEST_DB - LOWEST_DB) // _BIN_DB)
        self._low, self._high = -90.0, 0.0
        self._held = ""
        self._grip = 0.0

    def sizeHint(self) -> QSize:
        """Wide enough for a shape that can be read."""
        return QSize(200, 2 * self.fontMetrics().height() + 8)

    def set_look(self, look: Colours) -> None:
        """Take over a theme's colours."""
        self._look = look
        self.update()

    def show_shares(self, shares: NDArray[np.float64]) -> None:
        """Show another histogram; see `histogram`."""
        self._shares = shares
        self.update()

    def show_range(self, low: float, high: float) -> None:
        """Show a range without telling anybody."""
        self._low, self._high = low, high
        self.setAccessibleDescription(f"From {low:.0f} dB, dark, to {high:.0f} dB, bright")
        self.update()

    def x_of(self, db: float) -> float:
        """Return where a level is drawn."""
        return 1 + (db - LOWEST_DB) / (HIGHEST_DB - LOWEST_DB) * (self.width() - 2)

    def _db_at(self, x: float) -> float:
        return LOWEST_DB + (x - 1) / max(1, self.width() - 2) * (HIGHEST_DB - LOWEST_DB)

    def _part_at(self, x: float) -> str:
        to_low, to_high = abs(x - self.x_of(self._low)), abs(x - self.x_of(self._high))
        if min(to_low, to_high) <= _NEAR or not self._low < self._db_at(x) < self._high:
            return "low" if to_low < to_high else "high"
        return "both"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a handle, or both."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._part_at(event.position().x())
            self._grip = self._db_at(event.position().x()) - self._low
            self._drag(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken."""
        if self._held and event.buttons():
            self._drag(event.position().x())
        else:
            both = self._part_at(event.position().x()) == "both"
            self.setCursor(Qt.CursorShape.SizeAllCursor if both else Qt.CursorShape.SplitHCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = ""

    def _drag(self, x: float) -> None:
        level, low, high = float(round(self._db_at(x))), self._low, self._high
        if self._held == "low":
            low = min(max(level, LOWEST_DB), high - NEAREST_DB)
        elif self._held == "high":
            high = max(min(level, HIGHEST_DB), low + NEAREST_DB)
        else:
            wide = high - low
            low = min(max(float(round(self._db_at(x) - self._grip)), LOWEST_DB), HIGHEST_DB - wide)
            high = low + wide
        if (low, high) != (self._low, self._high):
            self.show_range(low, high)
            self.moved.emit(low, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the histogram, what is within the range, and the handles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, height = self._look, float(self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.field))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        left, right = self.x_of(self._low), self.x_of(self._high)
        ramp = QLinearGradient(left, 0, right, 0)
        for place, alpha in ((0.0, 15), (1.0, 110)):
            colour = QColor(look.accent)
            colour.setAlpha(alpha)
            ramp.setColorAt(place, colour)
        painter.setBrush(ramp)
        painter.drawRect(QRectF(left, 1, right - left, height - 2))
        tall = np.sqrt(self._shares / max(float(self._shares.max()), 1e-9)) * (height - 6)
        outline = [QPointF(self.x_of(LOWEST_DB), height - 1)]
        outline += [
            QPointF(self.x_of(LOWEST_DB + (at + 0.5) * _BIN_DB), height - 1 - value) for at, value in enumerate(tall)
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
