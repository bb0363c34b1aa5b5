"""The seed timeline: keyframes as flags under the canvas, on the same time axis, and the walk between them."""

from __future__ import annotations

import math
import random
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from riffdesk.sketch.music.tempo import bar_seconds
from riffdesk.sketch.recipe.timeline import CURVES, MAX_SEED, RANDOM_SEED, Keyframes, Walk, snapped
from riffdesk.ui.actions import HEADING
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.riff.render_progress import READY, WAITING, WORKING, RenderProgress
from riffdesk.ui.riff.timeline.keyframe_selection import CurrentKeyframe
from riffdesk.ui.riff.timeline.seed_colours import colour_at, seed_colour
from riffdesk.ui.riff.timeline.time_axis import TimeAxis
from riffdesk.ui.theme import DARK, Colours, icon
from riffdesk.ui.tips import wrapped

_TIP = (
    "Music walks from one keyframe to the next. A double-click adds one, a drag moves it from bar to bar (Shift: "
    "freely), a drag begun with Ctrl copies, a click with Ctrl chooses several, Delete removes; right-click for the "
    "curve.\nKeys: arrows choose, with Shift several; with Ctrl they move from bar to bar, with Alt freely; Insert adds"
)
_FLAG_WIDTH = 132.0
_LEAST_WIDTH = 46.0
_SHORT_WIDTH = 96.0  # of a flag at the end of the view, which would be cut off
_GRIP = 8.0
_DICE = 20.0
_STOPS = 12  # colours from one keyframe to the next, where these are not near each other
_FINE = 4.0  # pixels between colours at least
_LEAP = 1e-3  # seconds
_TOP = 4.0
_BAND = 8.0  # height of the band of colours
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OWN_KEYS = (*_REMOVE_KEYS, Qt.Key.Key_Insert, Qt.Key.Key_Left, Qt.Key.Key_Right)
_NUDGE = 0.1  # seconds
_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_TOGETHER = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class _Press(NamedTuple):
    """Where the mouse was pressed: on which flag, at which place, with which keys."""

    flag: int
    x: float
    keys: Qt.KeyboardModifier


class SeedTimeline(QWidget):
    """Shows the keyframes and what lies between them.

    Double-click adds one; a drag moves the chosen ones, from bar to bar or freely with Shift; a drag begun with Ctrl
    moves a copy; a click with Ctrl or Shift chooses several; Delete removes them; the dice gives them new seeds.
    """

    def __init__(self, current: CurrentKeyframe, canvas: SpectrogramCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName("Seed timeline")
        self.setToolTip(wrapped(_TIP))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._current, self._canvas = current, canvas
        self._look = DARK
        self._press: _Press | None = None
        self._drag: tuple[float, float] | None = None  # seconds under the mouse and of the keyframe when it was pressed
        self._drags = 0
        self.axis = TimeAxis(self, canvas)
        self._riff: RenderProgress | None = None
        self._changed: list[tuple[float, float]] = []
        current.changed.connect(self._on_change)
        view = canvas.getPlotItem().getViewBox()
        for changed in (view.sigRangeChanged, view.sigResized):
            changed.connect(lambda *_: self.update())
        canvas.installEventFilter(self)
        self._on_change()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Stay under the canvas where a dock beside it opens or closes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            QTimer.singleShot(0, self, self.update)  # when everything is at its new place
        return False

    def sizeHint(self) -> QSize:
        """One row of flags, the band and one row of windows."""
        return QSize(400, round(self._row + 68))

    def minimumSizeHint(self) -> QSize:
        """The same, closer together."""
        return QSize(120, round(self._row + 58))

    @property
    def _row(self) -> float:
        """Height of the row that shows the windows."""
        return float(self.fontMetrics().height() + 3)

    @property
    def _base(self) -> float:
        """Upper edge of the band."""
        return self.height() - self._row - _BAND - 4

    def set_look(self, look: Colours) -> None:
        """Take over a theme's colours."""
        self._look = look
        self.update()

    def show_riff(self, riff: RenderProgress | None) -> None:
        """Show how far each window of a riff is; None when none is being made."""
        self._riff = riff
        self.update(self._windows_row())

    def show_changed(self, spans: list[tuple[float, float]]) -> None:
        """Mark the times, in seconds, at which the riff that is active was not made of what the keyframes ask for."""
        if spans != self._changed:
            self._changed = spans
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bands between keyframes and a flag for each; while a riff is made often the windows alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        with self.axis.held():
            left, right = self.axis.x_of(0.0), self.axis.x_of(self._canvas.sketch.seconds)
            painter.setClipRect(QRectF(max(0.0, left - 1), 0, self.width(), self.height()))
            self._paint_windows(painter)
            if not self._windows_row().contains(event.rect()):
                self._paint_band(painter, max(0.0, left), min(right, float(self.width())))
                count = len(self._keyframes())
                for index in sorted(range(count), key=lambda index: (index == self._current.index, index)):
                    self._paint_flag(painter, index)

    def _windows_row(self) -> QRect:
        top = int(self.height() - self._row)
        return QRect(0, top, self.width(), self.height() - top)

    def _paint_band(self, painter: QPainter, left: float, right: float) -> None:
        """Draw the colours that the music walks through."""
        first, last = max(0.0, self.axis.seconds_at(left)), self.axis.seconds_at(right)
        if last <= first:
            return
        sketch = self._canvas.sketch
        loop = sketch.seconds if sketch.state.circular else None
        walk = Walk(self._keyframes(), loop)
        edges = [first, *(one.seconds for one in self._keyframes() if first < one.seconds < last), last]
        count = int(min(max(1, (right - left) / len(edges) / _FINE), _STOPS))
        stops = []
        for begin, end in pairwise(edges):
            # Straight to the eye between these, also along a curve; a leap is at the very end.
            for seconds in (*(begin + part / count * (end - begin) for part in range(count)), max(begin, end - _LEAP)):
                stops.append(((seconds - first) / (last - first), colour_at(walk, seconds)))
        gradient = QLinearGradient(left, 0, right, 0)
        gradient.setStops([*stops, (1.0, colour_at(walk, last))])
        painter.fillRect(QRectF(left, self._base, right - left, _BAND), gradient)

    def _paint_windows(self, painter: QPainter) -> None:
        """Draw the row of windows: waiting ones empty, others filled as far as they are; or else what has changed."""
        top, accent = self.height() - self._row, QColor(self._look.accent)
        if self._riff is None:
            painter.setPen(Qt.PenStyle.NoPen)
            for start, stop in self._changed:
                left, right = self.axis.x_of(start), self.axis.x_of(stop)
                painter.fillRect(QRectF(left, top + 1, right - left, 5), QColor(self._look.pending))
            return
        for number, (start, stop) in enumerate(self._riff.windows):
            left, right = self.axis.x_of(start), self.axis.x_of(stop)
            if right < 0 or left > self.width():
                continue
            box = QRectF(left + 1, top, max(1.0, right - left - 2), self._row - 1)
            state, step = self._riff.state(number), self._riff.step
            done, words = (1.0 if state == READY else 0.0), state
            if state == WORKING and step is not None:
                done, words = step[0] / max(1, step[1]), f"{step[0]}/{step[1]}"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.field))
            painter.drawRect(box)
            accent.setAlphaF(0.45)
            painter.setBrush(accent)
            painter.drawRect(QRectF(box.left(), top, done * box.width(), box.height()))
            painter.setPen(QColor(self._look.accent if state == WORKING else self._look.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
            painter.setPen(QColor(self._look.dim if state == WAITING else self._look.text))
            if self.fontMetrics().horizontalAdvance(words) < box.width() - 6:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_flag(self, painter: QPainter, index: int) -> None:
        keyframe, current = self._keyframes()[index], index == self._current.index
        x = self.axis.x_of(keyframe.seconds)
        if not -_FLAG_WIDTH < x < self.width():
            return
        colour, box = seed_colour(keyframe.seed), self._box(index)
        painter.setPen(colour)
        painter.drawLine(QPointF(x, _TOP if x <= box.left() else box.bottom()), QPointF(x, self._base + _BAND))
        if box.width() >= _LEAST_WIDTH:
            painter.setBrush(QColor(self._look.raised))
            edge = QColor(self._look.accent if index in self._current.chosen else self._look.line)
            painter.setPen(QPen(edge, 2 if current and self.hasFocus() else 1))
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x, _TOP), QPointF(x + _GRIP, _TOP), QPointF(x, _TOP + _GRIP)]))
        if box.width() < _LEAST_WIDTH:  # there is no room for words
            return
        painter.setPen(QColor(self._look.text if keyframe.prompt else self._look.dim))
        seed = "random seed" if keyframe.seed == RANDOM_SEED else f"seed {keyframe.seed}"
        words = keyframe.prompt or seed
        inner = box.adjusted(10, 0, -6, 0)
        if current:
            icon("dice", self._look).paint(painter, self._dice_box(index).toRect())
            inner.setRight(self._dice_box(index).left() - 2)
        short = self.fontMetrics().elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, short)

    def _box(self, index: int) -> QRectF:
        """Return the flag of a keyframe, narrower where the next one is near; as wide as its grip if it has no room."""
        keyframes = self._keyframes()
        x = self.axis.x_of(keyframes[index].seconds)
        left, end = self._left(x), self.width() - 2.0
        if index + 1 < len(keyframes) and index != self._current.index:
            end = min(end, self._left(self.axis.x_of(keyframes[index + 1].seconds)) - 3)
        width = min(_FLAG_WIDTH, end - left) if x < self.width() else _FLAG_WIDTH
        if width < _LEAST_WIDTH:
            left, width = x, _GRIP
        return QRectF(left, _TOP, width, self._base - _TOP - 6)

    def _left(self, x: float) -> float:
        """Return where the flag of a keyframe begins: before it at the end of the view, where it would be cut off."""
        end = self.width() - 2.0
        return min(x, end - _SHORT_WIDTH) if x <= end else x

    def _dice_box(self, index: int) -> QRectF:
        box = self._box(index)
        return QRectF(box.right() - _DICE, box.center().y() - 8, 16, 16)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the flag under the mouse, throw its dice, or begin to drag it or a copy of it."""
        hit = self._flag_at(event.position().x())
        if hit is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if hit == self._current.index and self._dice_box(hit).contains(event.position()):
            self._current.dice()
            return
        self._press = _Press(hit, event.position().x(), event.modifiers())
        if not event.modifiers() & _TOGETHER and hit not in self._current.chosen:
            self._current.choose(hit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the chosen keyframes along time."""
        if self._press is None:
            return
        if self._drag is None:
            if abs(event.position().x() - self._press.x) < QApplication.startDragDistance():
                return
            self._begin_drag(self._press)
        assert self._drag is not None
        state = self._canvas.sketch.state
        grabbed, before = self._drag
        wanted = before + self.axis.seconds_at(event.position().x()) - grabbed
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            wanted = round(wanted, 2)
        else:
            wanted = snapped(wanted, state.tempo, state.beats_per_bar)
        if wanted != self._current.keyframe.seconds:
            self._current.move(wanted - self._current.keyframe.seconds, self._drags)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a click with Ctrl or Shift chooses one more, or one less."""
        press, dragged = self._press, self._drag is not None
        self._press = self._drag = None
        if press is not None and not dragged and press.keys & _TOGETHER:
            self._current.choose(press.flag, together=True)

    def _begin_drag(self, press: _Press) -> None:
        """Take hold of the keyframe that was pressed and the others that are chosen; with Ctrl of a copy of it."""
        if press.keys & Qt.KeyboardModifier.ControlModifier:
            self._current.choose(press.flag)
            self._current.copy()
        elif press.flag not in self._current.chosen:
            self._current.choose(press.flag)
        self._drag = self.axis.seconds_at(press.x), self._current.keyframe.seconds
        self._drags += 1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Add a keyframe here."""
        seconds = round(self.axis.seconds_at(event.position().x()), 2)
        if 0 <= seconds <= self._canvas.sketch.seconds:
            self._current.add(seconds, random.randrange(MAX_SEED))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the curve and what else can be done with the chosen keyframes."""
        hit = self._flag_at(float(event.pos().x()))
        if event.reason() == QContextMenuEvent.Reason.Mouse and hit is not None and hit not in self._current.chosen:
            self._current.choose(hit)
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.exec(event.globalPos())

    def fill_menu(self, menu: QMenu) -> None:
        """Put what can be done with the chosen keyframes into a menu."""
        current = self._current
        heading = menu.addAction("To the next keyframe:")  # not every style shows a section's title
        heading.setProperty(HEADING, True)
        heading.setEnabled(False)
        for curve, title in CURVES.items():
            action = menu.addAction(title, partial(current.edit, curve=curve))
            action.setCheckable(True)
            action.setChecked(current.keyframe.curve == curve)
        menu.addSeparator()
        menu.addAction("New seed", current.dice)
        menu.addAction("Copy of it here", current.copy)
        menu.addAction("Remove", current.remove)

    def event(self, event: QEvent) -> bool:
        """Keep keys for the keyframes while the timeline has the keyboard; elsewhere they are the window's."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.ShortcutOverride and key in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the flags with the arrows; Ctrl and Alt move them; Delete removes, Insert adds."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & _MOVING:
            self._move_by_key(step, freely=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        elif step is not None:
            self._current.choose(
                self._current.index + step, together=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            )
        elif event.key() in _REMOVE_KEYS:
            self._current.remove()
        elif event.key() == Qt.Key.Key_Insert:
            self._current.add(round(self._canvas.visible_rect().center().x(), 2), random.randrange(MAX_SEED))
        else:
            super().keyPressEvent(event)

    def _move_by_key(self, step: int, *, freely: bool) -> None:
        """Move the chosen keyframes to the next bar line, or by a tenth of a second."""
        state, now = self._canvas.sketch.state, self._current.keyframe.seconds
        if freely:
            wanted = round(now + step * _NUDGE, 2)
        else:
            bar = bar_seconds(state.tempo, state.beats_per_bar)
            wanted = (math.floor(now / bar + 1e-6) + 1 if step > 0 else math.ceil(now / bar - 1e-6) - 1) * bar
        self._current.move(wanted - now, self._drags)

    def _keyframes(self) -> Keyframes:
        return self._canvas.sketch.state.keyframes

    def _on_change(self) -> None:
        keyframe = self._current.keyframe
        count = len(self._keyframes())
        text = f"Keyframe {self._current.index + 1} of {count} at {keyframe.seconds:.2f} seconds: {keyframe.prompt}"
        self.setAccessibleDescription(text)
        self.update()

    def _flag_at(self, x: float) -> int | None:
        """Return the keyframe whose flag is at a place; the current one lies over the others."""
        with self.axis.held():
            boxes = [self._box(index) for index in range(len(self._keyframes()))]
        hits = [index for index, box in enumerate(boxes) if -_GRIP <= x - box.left() <= box.width()]
        return self._current.index if self._current.index in hits else hits[-1] if hits else None
