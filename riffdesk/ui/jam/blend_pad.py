"""The pad that blends prompts of a jam: the nearer the puck is to a prompt, the more of it is played."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from riffdesk.engine.session.jam_message import MAX_BLENDED
from riffdesk.language import tr
from riffdesk.ui.plain_text import wrapped

_STEP = 0.05  # of the radius, by an arrow key
_SEND_MS = 200  # after the last movement
_LEAST = 0.02  # minimum weight of a prompt in a blend
_PUCK = 8.0  # pixels
_KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


def weights_at(x: float, y: float, corners: list[tuple[float, float]]) -> list[float]:
    """Return the weight of each corner at a position, by the inverse square of the distance; they sum to 1."""
    distances = [math.hypot(x - left, y - top) for left, top in corners]
    nearest = min(distances, default=0.0)
    if nearest < 1e-3:
        return [float(distance == nearest) for distance in distances]
    weights = [1 / distance**2 for distance in distances]
    total = sum(weights)
    strong = [weight if weight >= _LEAST * total else 0.0 for weight in weights]
    return [weight / sum(strong) for weight in strong]


class BlendPad(QWidget):
    """A circle with prompts on it, and a puck that is moved by the mouse and the arrow keys; Home is the centre."""

    blended = Signal(dict)
    """A weight for each prompt, a moment after the last movement."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="jamBlend", accessibleName=tr("Blend of prompts"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.prompts: list[str] = []
        """The prompts, clockwise from the top."""
        self._x = self._y = 0.0
        self._timer = QTimer(self, singleShot=True, interval=_SEND_MS)
        self._timer.timeout.connect(lambda: self.blended.emit(self.blend))
        self._show()

    @property
    def blend(self) -> dict[str, float]:
        """The weight of each prompt, in hundredths; without those that are too weak."""
        weights = weights_at(self._x, self._y, self._corners)
        rounded = {prompt: round(weight, 2) for prompt, weight in zip(self.prompts, weights, strict=True)}
        return {prompt: weight for prompt, weight in rounded.items() if weight}

    def add(self, prompt: str) -> bool:
        """Add a prompt; return False if the pad has it already, or is full."""
        if prompt in self.prompts or len(self.prompts) >= MAX_BLENDED:
            return False
        self.prompts.append(prompt)
        self._moved()
        return True

    def remove_nearest(self) -> None:
        """Remove the prompt with the largest weight."""
        if self.prompts:
            weights = weights_at(self._x, self._y, self._corners)
            del self.prompts[weights.index(max(weights))]
            self._moved()

    def sizeHint(self) -> QSize:
        """Size for the circle and the prompts around it."""
        return QSize(220, 190)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the puck here."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._move_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the puck."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the puck by the arrow keys."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Home:
            self._set(0, 0)
        elif key in _KEYS:
            right, down = _KEYS[key]
            self._set(self._x + right * _STEP, self._y + down * _STEP)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the circle, the prompts and the puck."""
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, radius = self._circle
        painter.setPen(QPen(palette.mid().color(), 1))
        painter.setBrush(palette.base())
        painter.drawEllipse(centre, radius, radius)
        puck = centre + QPointF(self._x, self._y) * radius
        weights = weights_at(self._x, self._y, self._corners)
        for prompt, (x, y), weight in zip(self.prompts, self._corners, weights, strict=True):
            corner = centre + QPointF(x, y) * radius
            if weight:
                painter.setPen(QPen(palette.highlight().color(), 1 + 4 * weight))
                painter.drawLine(puck, corner)
            painter.setPen(palette.text().color())
            painter.setBrush(palette.highlight())
            painter.drawEllipse(corner, 4, 4)
            self._draw_prompt(painter, corner, f"{prompt} {weight:.0%}" if weight else prompt)
        painter.setPen(QPen(palette.text().color(), 3 if self.hasFocus() else 1))
        painter.setBrush(palette.highlight())
        painter.drawEllipse(puck, _PUCK, _PUCK)
        if not self.prompts:
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, tr("No prompts yet")
            )

    def _draw_prompt(self, painter: QPainter, corner: QPointF, text: str) -> None:
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() * 0.45)
        width, height = metrics.horizontalAdvance(shown) + 2, metrics.height()
        centre, _ = self._circle
        top = corner.y() - height - 5 if corner.y() < centre.y() else corner.y() + 5
        left = min(max(0.0, corner.x() - width / 2), self.width() - width)
        painter.drawText(QRectF(left, top, width, height), Qt.AlignmentFlag.AlignCenter, shown)

    @property
    def _circle(self) -> tuple[QPointF, float]:
        """Centre and radius, with room for text above and below."""
        text = QFontMetricsF(self.font()).height() + 8
        radius = max(10.0, min(self.width() / 2 - _PUCK - 2, self.height() / 2 - text))
        return QPointF(self.width() / 2, self.height() / 2), radius

    @property
    def _corners(self) -> list[tuple[float, float]]:
        """Positions of the prompts, with a radius of 1."""
        count = len(self.prompts)
        angles = [2 * math.pi * number / count - math.pi / 2 for number in range(count)]
        return [(math.cos(angle), math.sin(angle)) for angle in angles]

    def _move_to(self, position: QPointF) -> None:
        centre, radius = self._circle
        self._set((position.x() - centre.x()) / radius, (position.y() - centre.y()) / radius)

    def _set(self, x: float, y: float) -> None:
        beyond = max(1.0, math.hypot(x, y))
        self._x, self._y = x / beyond, y / beyond
        self._moved()

    def _moved(self) -> None:
        if self.prompts:
            self._timer.start()
        self._show()

    def _show(self) -> None:
        words = ", ".join(f"{prompt} {weight:.0%}" for prompt, weight in self.blend.items()) or tr("No prompts yet")
        self.setAccessibleDescription(tr("{words}. The arrow keys move the puck", words=words))
        self.setToolTip(
            wrapped(
                tr(
                    "{words}. Drag the puck, or move it by the arrow keys: the nearer a prompt is, the "
                    "greater is its weight, from the next possible bar on. The notes are those of the nearest",
                    words=words,
                )
            )
        )
        self.update()
