"""The seed timeline: keyframes as flags under the canvas, on the same time axis."""

from __future__ import annotations

import random

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from riffdesk.sketch.timeline import MAX_SEED, Keyframe
from riffdesk.ui.canvas import SpectrogramCanvas
from riffdesk.ui.keyframes import CurrentKeyframe
from riffdesk.ui.theme import DARK, Colours

_FLAG_WIDTH = 120.0
_GRIP = 8.0
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def seed_colour(seed: int) -> QColor:
    """Return the colour that stands for a seed; near seeds have unlike colours."""
    return QColor.fromHsvF((seed * 0.618033988749895) % 1.0, 0.55, 0.85)


class SeedTimeline(QWidget):
    """Shows the keyframes; double-click adds one, a drag moves it, Delete removes it."""

    def __init__(self, current: CurrentKeyframe, canvas: SpectrogramCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName("Seed timeline")
        self.setToolTip("Double-click adds a keyframe, drag moves it, Delete removes it, Tab and arrows reach all")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._current, self._canvas = current, canvas
        self._look = DARK
        self._dragging = False
        current.changed.connect(self._on_change)
        canvas.getPlotItem().getViewBox().sigRangeChanged.connect(lambda *_: self.update())
        self._on_change()

    def sizeHint(self) -> QSize:
        """One row of flags."""
        return QSize(400, 64)

    def minimumSizeHint(self) -> QSize:
        """One row of flags."""
        return QSize(120, 56)

    def set_look(self, look: Colours) -> None:
        """Take over a theme's colours."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bands between keyframes and a flag for each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._x_of(0.0), self._x_of(self._canvas.sketch.seconds)
        painter.setClipRect(QRectF(max(0.0, left - 1), 0, min(right, self.width()) - max(0.0, left) + 2, self.height()))
        keyframes = self._keyframes()
        places = [self._x_of(one.seconds) for one in keyframes]
        base = self.height() - 14.0
        painter.setPen(Qt.PenStyle.NoPen)
        for number, keyframe in enumerate(keyframes):
            begin = left if number == 0 else places[number]
            end = places[number + 1] if number + 1 < len(places) else right
            painter.setBrush(seed_colour(keyframe.seed))
            painter.drawRect(QRectF(begin, base, end - begin, 8))
        for number, keyframe in enumerate(keyframes):
            self._paint_flag(painter, places[number], base, keyframe, number == self._current.index)

    def _paint_flag(self, painter: QPainter, x: float, base: float, keyframe: Keyframe, current: bool) -> None:
        colour = seed_colour(keyframe.seed)
        painter.setPen(colour)
        painter.drawLine(QPointF(x, 4), QPointF(x, base + 8))
        box = QRectF(x, 4, _FLAG_WIDTH, base - 10)
        painter.setBrush(QColor(self._look.raised))
        painter.setPen(QColor(self._look.accent if current else self._look.line))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([box.topLeft(), QPointF(x + _GRIP, 4), QPointF(x, 4 + _GRIP)]))
        painter.setPen(QColor(self._look.text if keyframe.prompt else self._look.dim))
        words = keyframe.prompt or f"seed {keyframe.seed}"
        inner = box.adjusted(10, 0, -6, 0)
        short = self.fontMetrics().elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, short)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the flag under the mouse."""
        hit = self._flag_at(event.position().x())
        if hit is not None and event.button() == Qt.MouseButton.LeftButton:
            self._current.choose(hit)
            self._dragging = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the current keyframe along time."""
        if self._dragging:
            seconds = min(max(0.0, self._seconds_at(event.position().x())), self._canvas.sketch.seconds)
            self._current.edit(seconds=round(seconds, 2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._dragging = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Add a keyframe here."""
        seconds = round(self._seconds_at(event.position().x()), 2)
        if 0 <= seconds <= self._canvas.sketch.seconds:
            self._current.add(seconds, random.randrange(MAX_SEED))

    def event(self, event: QEvent) -> bool:
        """Keep Delete for the keyframe while the timeline has the keyboard; elsewhere it is the canvas's."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.ShortcutOverride and key in _REMOVE_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the flags with the arrows; Delete removes, Insert adds at the middle of the view."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._current.choose(self._current.index + step)
        elif event.key() in _REMOVE_KEYS:
            self._current.remove()
        elif event.key() == Qt.Key.Key_Insert:
            self._current.add(round(self._canvas.visible_rect().center().x(), 2), random.randrange(MAX_SEED))
        else:
            super().keyPressEvent(event)

    def _keyframes(self) -> tuple[Keyframe, ...]:
        return self._canvas.sketch.state.keyframes

    def _on_change(self) -> None:
        keyframe = self._current.keyframe
        count = len(self._keyframes())
        text = f"Keyframe {self._current.index + 1} of {count} at {keyframe.seconds:.2f} seconds: {keyframe.prompt}"
        self.setAccessibleDescription(text)
        self.update()

    def _flag_at(self, x: float) -> int | None:
        hits = [
            number
            for number, keyframe in enumerate(self._keyframes())
            if -_GRIP <= x - self._x_of(keyframe.seconds) <= _FLAG_WIDTH
        ]
        return hits[-1] if hits else None

    def _x_of(self, seconds: float) -> float:
        """Return where a time is here, so that it stands under the same time on the canvas."""
        there = self._canvas.viewport().mapToGlobal(self._canvas.point_at(seconds, 1000.0))
        return float(self.mapFromGlobal(there).x())

    def _seconds_at(self, x: float) -> float:
        there = self._canvas.viewport().mapFromGlobal(self.mapToGlobal(QPointF(x, 0)))
        column, _ = self._canvas.cell_at(there)
        return column / self._canvas.sketch.params.columns_per_second
