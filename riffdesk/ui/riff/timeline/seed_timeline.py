"""The seed timeline: keyframes as flags under the canvas, on its time axis, and the transitions between them."""

from __future__ import annotations

import math
import random
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAction,
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

from riffdesk.language import tr, translated
from riffdesk.sketch.music.tempo import bar_seconds
from riffdesk.sketch.recipe.timeline import CURVES, MAX_SEED, Keyframes, Walk, snapped
from riffdesk.ui.accessible import DrawnItem, set_item_count, tell_current
from riffdesk.ui.actions import HEADING
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.icons import icon
from riffdesk.ui.plain_text import wrapped
from riffdesk.ui.riff.render_progress import READY, WAITING, WORKING, RenderProgress
from riffdesk.ui.riff.timeline.keyframe_selection import CurrentKeyframe, seed_text
from riffdesk.ui.riff.timeline.seed_colours import colour_at, seed_colour
from riffdesk.ui.riff.timeline.time_axis import TimeAxis
from riffdesk.ui.theme import DARK, Colours

_TIP = tr(
    "Music walks from one keyframe to the next. A double-click adds one, a drag moves it from bar to bar (Shift: "
    "freely), a drag begun with Ctrl copies, a click with Ctrl chooses several, Delete removes; right-click for the "
    "curve.\nKeys: arrows choose, with Shift several; with Ctrl they move from bar to bar, with Alt freely; Insert adds"
)
_FLAG_WIDTH = 132.0
_MIN_WIDTH = 46.0
_SHORT_WIDTH = 96.0  # width of a flag at the right end of the view
_GRIP = 8.0
_DICE = 20.0
_STOPS = 12  # maximum number of gradient stops between two keyframes
_MIN_STOP_DISTANCE = 4.0  # pixels
_JUMP = 1e-3  # seconds before a keyframe at which a stepped transition jumps
_TOP = 4.0
_BAND = 8.0  # height of the band of colours
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OWN_KEYS = (*_REMOVE_KEYS, Qt.Key.Key_Insert, Qt.Key.Key_Left, Qt.Key.Key_Right)
_NUDGE = 0.1  # seconds
_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_TOGETHER = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class _Press(NamedTuple):
    """A press of the mouse: the index of the flag, the position, and the modifier keys."""

    flag: int
    x: float
    keys: Qt.KeyboardModifier


class SeedTimeline(QWidget):
    """Shows the keyframes and the progress of a render, and edits the keyframes.

    A double-click adds a keyframe. A drag moves the selected ones, from bar to bar or freely with Shift; with Ctrl it
    moves a copy. A click with Ctrl or Shift selects several. Delete removes them; the dice gives them new seeds.
    """

    accessible_role = QAccessible.Role.List

    def __init__(self, current: CurrentKeyframe, canvas: SpectrogramCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(tr("Seed timeline"))
        self.setToolTip(wrapped(_TIP))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._current, self._canvas = current, canvas
        self.menu_actions: list[QAction] = []  # actions of the context menu below those of the keyframes
        self._look = DARK
        self._press: _Press | None = None
        self._drag: tuple[float, float] | None = None  # seconds of the mouse and of the keyframe at the press
        self._drags = 0
        self.axis = TimeAxis(self, canvas)
        self._riff: RenderProgress | None = None
        self._changed: list[tuple[float, float]] = []
        self.items: list[DrawnItem] = []
        current.changed.connect(self._on_change)
        view = canvas.getPlotItem().getViewBox()
        for changed in (view.sigRangeChanged, view.sigResized):
            changed.connect(lambda *_: self.update())
        canvas.installEventFilter(self)
        self._on_change()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Update the time axis when the canvas moves, as when a dock opens or closes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            QTimer.singleShot(0, self, self.update)  # after the layout is complete
        return False

    def sizeHint(self) -> QSize:
        """Size of one row of flags, the band and one row of windows."""
        return QSize(400, round(self._row + 68))

    def minimumSizeHint(self) -> QSize:
        """Size of the same rows with less space between them."""
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
        """Apply the colours of a theme."""
        self._look = look
        self.update()

    def show_riff(self, riff: RenderProgress | None) -> None:
        """Show the progress of a render, by windows; None if none is running."""
        self._riff = riff
        self.update(self._windows_row())

    def show_changed(self, spans: list[tuple[float, float]]) -> None:
        """Mark the spans, in seconds, where the active riff differs from the keyframes."""
        if spans != self._changed:
            self._changed = spans
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band and the flags; the windows alone if only their row needs an update, as during renders."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        with self.axis.measured_once():
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
        """Draw the band of colours: a gradient from keyframe to keyframe."""
        first, last = max(0.0, self.axis.seconds_at(left)), self.axis.seconds_at(right)
        if last <= first:
            return
        sketch = self._canvas.sketch
        loop = sketch.seconds if sketch.state.circular else None
        walk = Walk(self._keyframes(), loop)
        times = (keyframe.seconds for keyframe in self._keyframes())
        edges = [first, *(seconds for seconds in times if first < seconds < last), last]
        count = int(min(max(1, (right - left) / len(edges) / _MIN_STOP_DISTANCE), _STOPS))
        stops = []
        for begin, end in pairwise(edges):
            # Enough stops for a curve to look smooth; a jump is at the end.
            for seconds in (*(begin + part / count * (end - begin) for part in range(count)), max(begin, end - _JUMP)):
                stops.append(((seconds - first) / (last - first), colour_at(walk, seconds)))
        gradient = QLinearGradient(left, 0, right, 0)
        gradient.setStops([*stops, (1.0, colour_at(walk, last))])
        painter.fillRect(QRectF(left, self._base, right - left, _BAND), gradient)

    def _paint_windows(self, painter: QPainter) -> None:
        """Draw the row of windows, filled by their progress; without a render, the changed spans."""
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
            box = QRectF(left + 1, top + 0.5, max(1.0, right - left - 2), self._row - 1)  # its outline is in the row
            state, step = self._riff.state(number), self._riff.step
            done, text = (1.0 if state == READY else 0.0), state
            if state == WORKING and step is not None:
                done, text = step[0] / max(1, step[1]), f"{step[0]}/{step[1]}"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.field))
            painter.drawRect(box)
            accent.setAlphaF(0.45)
            painter.setBrush(accent)
            painter.drawRect(QRectF(box.left(), box.top(), done * box.width(), box.height()))
            painter.setPen(QColor(self._look.accent if state == WORKING else self._look.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
            painter.setPen(QColor(self._look.dim if state == WAITING else self._look.text))
            if self.fontMetrics().horizontalAdvance(text) < box.width() - 6:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_flag(self, painter: QPainter, index: int) -> None:
        keyframe, current = self._keyframes()[index], index == self._current.index
        x = self.axis.x_of(keyframe.seconds)
        if not -_FLAG_WIDTH < x < self.width():
            return
        colour, box = seed_colour(keyframe.seed), self._box(index)
        painter.setPen(colour)
        painter.drawLine(QPointF(x, _TOP if x <= box.left() else box.bottom()), QPointF(x, self._base + _BAND))
        if box.width() >= _MIN_WIDTH:
            painter.setBrush(QColor(self._look.raised))
            edge = QColor(self._look.accent if index in self._current.chosen else self._look.line)
            painter.setPen(QPen(edge, 2 if current and self.hasFocus() else 1))
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x, _TOP), QPointF(x + _GRIP, _TOP), QPointF(x, _TOP + _GRIP)]))
        if box.width() < _MIN_WIDTH:  # too narrow for text
            return
        painter.setPen(QColor(self._look.text if keyframe.prompt else self._look.dim))
        text = keyframe.prompt or seed_text(keyframe.seed)
        inner = box.adjusted(10, 0, -6, 0)
        if current:
            icon("dice", self._look).paint(painter, self._dice_box(index).toRect())
            inner.setRight(self._dice_box(index).left() - 2)
        short = self.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, short)

    def _box(self, index: int) -> QRectF:
        """Return the rectangle of a flag: narrower if the next one is near, and only its grip if there is no space."""
        keyframes = self._keyframes()
        x = self.axis.x_of(keyframes[index].seconds)
        left, end = self._left(x), self.width() - 2.0
        if index + 1 < len(keyframes) and index != self._current.index:
            end = min(end, self._left(self.axis.x_of(keyframes[index + 1].seconds)) - 3)
        width = min(_FLAG_WIDTH, end - left) if x < self.width() else _FLAG_WIDTH
        if width < _MIN_WIDTH:
            left, width = x, _GRIP
        return QRectF(left, _TOP, width, self._base - _TOP - 6)

    def _left(self, x: float) -> float:
        """Return the left edge of a flag, which is moved to the left at the end of the view so that it is visible."""
        end = self.width() - 2.0
        return min(x, end - _SHORT_WIDTH) if x <= end else x

    def _dice_box(self, index: int) -> QRectF:
        box = self._box(index)
        return QRectF(box.right() - _DICE, box.center().y() - 8, 16, 16)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the flag under the mouse, click its dice, or prepare a drag of it or a copy."""
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
        """Drag the selected keyframes."""
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
        """End the drag; a click with Ctrl or Shift adds a keyframe to the selection or removes it."""
        press, dragged = self._press, self._drag is not None
        self._press = self._drag = None
        if press is not None and not dragged and press.keys & _TOGETHER:
            self._current.choose(press.flag, together=True)

    def _begin_drag(self, press: _Press) -> None:
        """Begin to drag the selected keyframes; with Ctrl a copy of the pressed one."""
        if press.keys & Qt.KeyboardModifier.ControlModifier:
            self._current.choose(press.flag)
            self._current.copy()
        elif press.flag not in self._current.chosen:
            self._current.choose(press.flag)
        self._drag = self.axis.seconds_at(press.x), self._current.keyframe.seconds
        self._drags += 1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Add a keyframe at the position of the mouse."""
        seconds = round(self.axis.seconds_at(event.position().x()), 2)
        if 0 <= seconds <= self._canvas.sketch.seconds:
            self._current.add(seconds, random.randrange(MAX_SEED))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the selected keyframes."""
        hit = self._flag_at(float(event.pos().x()))
        if event.reason() == QContextMenuEvent.Reason.Mouse and hit is not None and hit not in self._current.chosen:
            self._current.choose(hit)
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.addSeparator()
        menu.addActions(self.menu_actions)
        menu.exec(event.globalPos())

    def fill_menu(self, menu: QMenu) -> None:
        """Add the actions of the selected keyframes to a menu."""
        current = self._current
        heading = menu.addAction(tr("To the next keyframe:"))  # not every style shows a section's title
        heading.setProperty(HEADING, True)
        heading.setEnabled(False)
        for curve, title in CURVES.items():
            action = menu.addAction(translated(title), partial(current.edit, curve=curve))
            action.setCheckable(True)
            action.setChecked(current.keyframe.curve == curve)
        menu.addSeparator()
        menu.addAction(tr("New seed"), current.dice)
        menu.addAction(tr("Copy of it here"), current.copy)
        menu.addAction(tr("Remove"), current.remove)

    def event(self, event: QEvent) -> bool:
        """Override the window's shortcuts for the keys of keyframes while the timeline has the focus."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.ShortcutOverride and key in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select flags with the arrow keys, move them with Ctrl or Alt; Delete removes, Insert adds."""
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
        """Move the selected keyframes to the next bar line, or by a tenth of a second."""
        state, now = self._canvas.sketch.state, self._current.keyframe.seconds
        if freely:
            wanted = round(now + step * _NUDGE, 2)
        else:
            bar = bar_seconds(state.tempo, state.beats_per_bar)
            wanted = (math.floor(now / bar + 1e-6) + 1 if step > 0 else math.ceil(now / bar - 1e-6) - 1) * bar
        self._current.move(wanted - now, self._drags)

    def _keyframes(self) -> Keyframes:
        return self._canvas.sketch.state.keyframes

    def item_name(self, index: int) -> str:
        """Return a keyframe in words."""
        return self._current.describe(index)

    def item_rect(self, index: int) -> QRect:
        """Return the rectangle of a flag."""
        return self._box(index).toAlignedRect()

    def item_state(self, index: int) -> tuple[bool, bool]:
        """Return whether a keyframe is the current one, and whether it is selected."""
        return index == self._current.index, index in self._current.chosen

    def _on_change(self) -> None:
        set_item_count(self, len(self._keyframes()))
        self.setAccessibleDescription(self.item_name(self._current.index))
        tell_current(self.items[self._current.index])
        self.update()

    def _flag_at(self, x: float) -> int | None:
        """Return the index of the flag at a position, the current one first, as it is drawn over the others."""
        with self.axis.measured_once():
            boxes = [self._box(index) for index in range(len(self._keyframes()))]
        hits = [index for index, box in enumerate(boxes) if -_GRIP <= x - box.left() <= box.width()]
        return self._current.index if self._current.index in hits else hits[-1] if hits else None
