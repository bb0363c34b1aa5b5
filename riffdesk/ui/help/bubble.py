"""A bubble over the window that points at a widget without covering it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QDockWidget, QFrame, QToolBar, QWidget

from riffdesk.ui.theme import DARK, Colours

ARROW = 11
"""Length of the arrow in pixels."""

_RADIUS, _EDGE, _LINE = 8.0, 4, 1.5  # pixels
_WATCHED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class Side(Enum):
    """Side of the widget on which the bubble is."""

    LEFT = QPoint(-1, 0)
    RIGHT = QPoint(1, 0)
    ABOVE = QPoint(0, -1)
    BELOW = QPoint(0, 1)


def place(size: QSize, control: QRect, inside: QRect, sides: Sequence[Side]) -> tuple[QRect, Side | None]:
    """Return the rectangle of a bubble, and on which side of a widget it is.

    The first side with enough space is chosen; if none has, the rectangle that covers the least of the widget, and
    None.

    Parameters
    ----------
    size : QSize
        Size of the bubble.
    control : QRect
        The widget.
    inside : QRect
        The window, in whose coordinates all rectangles are.
    sides : sequence of Side
        Possible sides, the best first.
    """
    candidates: list[tuple[int, int, QRect]] = []
    for side in sides:
        box = QRect(QPoint(), size)
        box.moveCenter(control.center())
        if side is Side.LEFT:
            box.moveRight(control.left() - 1)
        elif side is Side.RIGHT:
            box.moveLeft(control.right() + 1)
        elif side is Side.ABOVE:
            box.moveBottom(control.top() - 1)
        else:
            box.moveTop(control.bottom() + 1)
        box.moveLeft(max(inside.left(), min(box.left(), inside.right() + 1 - box.width())))
        box.moveTop(max(inside.top(), min(box.top(), inside.bottom() + 1 - box.height())))
        if not box.intersects(control):
            return box, side
        hidden = box.intersected(control)
        candidates.append((hidden.width() * hidden.height(), len(candidates), box))
    return min(candidates, key=lambda candidate: candidate[:2])[2], None


class Bubble(QFrame):
    """Stays beside some widgets while the window is resized and its parts move.

    Parameters
    ----------
    window : QWidget
        Window of the bubble and the widgets.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._look: Colours = DARK
        self._controls: list[QWidget] = []
        self._sides: tuple[Side, ...] = tuple(Side)
        self._watched: list[QWidget] = []
        self._side: Side | None = None
        self._delay = QTimer(self, singleShot=True, interval=0)
        self._delay.timeout.connect(self.follow)
        self.hide()

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self._look = look
        self.update()

    def point_at(self, controls: Iterable[QWidget], sides: tuple[Side, ...]) -> None:
        """Show the bubble beside widgets, on the first side with enough space; hidden panels of theirs are shown."""
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._controls, self._sides = [*controls], sides
        chain = [self._window]
        for control in self._controls:
            around: QWidget | None = control
            while around is not None and around is not self._window:
                if isinstance(around, (QDockWidget, QToolBar)):
                    around.show()
                    around.raise_()
                chain.append(around)
                around = around.parentWidget()
        self._watched = [*dict.fromkeys(chain)]
        for watched in self._watched:
            watched.installEventFilter(self)
        self.show()
        self.follow()
        self._delay.start()  # again after the layout of panels that were hidden

    def follow(self) -> None:
        """Move beside the widgets, or to the middle of the window if none of them is visible."""
        if not self.isVisible():
            return
        inside = self._window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        size = self._size()
        control = self.control()
        if control.isEmpty():
            box, self._side = QRect(QPoint(), size), None
            box.moveCenter(inside.center())
        else:
            box, self._side = place(size, control, inside, (*self._sides, *Side))
        self.setGeometry(box)
        self.raise_()
        self.update()

    def control(self) -> QRect:
        """Return the bounding rectangle of the visible widgets, in the window; empty if none is visible."""
        bounds = QRect()
        for box in self._boxes():
            bounds = bounds.united(box)
        return bounds

    def _boxes(self) -> list[QRect]:
        """Return the rectangles of the visible widgets, in the window."""
        visible = [control for control in self._controls if control.isVisible()]
        corners = [self._window.mapFromGlobal(control.mapToGlobal(QPoint(0, 0))) for control in visible]
        boxes = [QRect(corner, control.size()) for corner, control in zip(corners, visible, strict=True)]
        return [box.intersected(self._window.rect()) for box in boxes if box.intersects(self._window.rect())]

    def _size(self) -> QSize:
        hint = self.sizeHint()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            return QSize(hint.width(), layout.totalHeightForWidth(hint.width()))
        return hint

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widgets when they move."""
        if event.type() in _WATCHED and self.isVisible():
            self._delay.start()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bubble and its arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(ARROW, ARROW, -ARROW, -ARROW)
        shape = QPainterPath()
        shape.addRoundedRect(body, _RADIUS, _RADIUS)
        if self._side is not None and self._boxes():
            arrow = QPainterPath()
            arrow.addPolygon(QPolygonF(self._arrow(body, self._side)))
            shape = shape.united(arrow)
        painter.setPen(QPen(QColor(self._look.accent), _LINE))
        painter.setBrush(QColor(self._look.raised))
        painter.drawPath(shape)

    def _arrow(self, body: QRectF, side: Side) -> list[QPointF]:
        """Return the corners of the arrow, which points to the middle of the first widget."""
        target = QPointF(self._boxes()[0].center() - self.pos())
        margin = _RADIUS + ARROW
        x = min(max(target.x(), body.left() + margin), body.right() - margin)
        y = min(max(target.y(), body.top() + margin), body.bottom() - margin)
        overlap, half = 1.0, float(ARROW)  # overlap of arrow and bubble, so that no line is between them
        if side is Side.LEFT:
            foot, tip = QPointF(body.right() - overlap, y), QPointF(self.width() - 1.0, y)
        elif side is Side.RIGHT:
            foot, tip = QPointF(body.left() + overlap, y), QPointF(1.0, y)
        elif side is Side.ABOVE:
            foot, tip = QPointF(x, body.bottom() - overlap), QPointF(x, self.height() - 1.0)
        else:
            foot, tip = QPointF(x, body.top() + overlap), QPointF(x, 1.0)
        across = QPointF(0, half) if side in (Side.LEFT, Side.RIGHT) else QPointF(half, 0)
        return [foot - across, tip, foot + across]
