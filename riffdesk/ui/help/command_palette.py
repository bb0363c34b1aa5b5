"""The command palette: a list of every command over the window, filtered by what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from riffdesk.settings import Settings
from riffdesk.ui.accessible import announce
from riffdesk.ui.actions import Entry, why_not, without_mnemonic
from riffdesk.ui.fields import give_back_focus
from riffdesk.ui.help.command_search import fit
from riffdesk.ui.theme import line_height

_WIDEST, _TOP, _GAP = 640, 48, 16  # pixels
_ROWS = 12
_MOST_RECENT = 12
_RECENT = 1.0  # as good as this much of a better fit
_COMMAND = Qt.ItemDataRole.UserRole
_WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: 1 - _ROWS, Qt.Key.Key_PageDown: _ROWS - 1}
_RUN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True)
class Offered:
    """A command as it is listed: its action, its menus, and why it cannot be run now, if that is known."""

    action: QAction
    path: tuple[str, ...]
    why_not: str

    @property
    def text(self) -> str:
        """What it is called."""
        return without_mnemonic(self.action.text())

    @property
    def key(self) -> str:
        """Its key as it is written on the keyboard; '' without one."""
        return self.action.shortcut().toString(_NATIVE)

    @property
    def remark(self) -> str:
        """Its menus, and why it cannot be run."""
        return " · ".join(filter(None, (" > ".join(self.path), self.why_not)))

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        state = "on" if self.action.isCheckable() and self.action.isChecked() else ""
        possible = (
            "" if self.action.isEnabled() else f"not possible: {self.why_not}" if self.why_not else "not possible"
        )
        return ", ".join(filter(None, (self.text, " > ".join(self.path), self.key, state, possible)))


class CommandPalette(QFrame):
    """A field and a list over the window. Return runs a command; Esc, or a click elsewhere, closes it.

    Parameters
    ----------
    commands : callable
        Returns every command with its menus, in their order.
    """

    ran = Signal()
    """A command was run, and remembered in the settings."""

    def __init__(
        self,
        commands: Callable[[], Iterable[Entry]],
        settings: Settings,
        application: QApplication,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.setObjectName("commandPalette")
        self.setAccessibleName("Command palette")
        self._commands, self._settings = commands, settings
        self._offered: list[Offered] = []
        self.field = QLineEdit(objectName="commandField", accessibleName="Command")
        self.field.setPlaceholderText("Type what you want to do")
        self.field.setToolTip("Words of a command or its menu; Up and Down choose, Return runs, Esc closes")
        self.list = QListWidget(objectName="commandList", accessibleName="Commands")
        self.list.setToolTip("Return or a click runs a command")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one types on
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Row(self.list))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._run)
        self.list.currentItemChanged.connect(self._tell)
        self._window = window
        window.installEventFilter(self)
        application.focusChanged.connect(self._on_focus)
        self.hide()

    def open(self) -> None:
        """Offer the commands as they are now; close if it is open."""
        if self.isVisible():
            self.leave()
            return
        self._offered = [Offered(entry.action, entry.path, why_not(entry.action)) for entry in self._commands()]
        self.field.clear()
        self._find("")
        self.show()
        self.raise_()
        self.field.setFocus()

    def leave(self) -> None:
        """Close, and give the keyboard back to the canvas."""
        self.hide()
        give_back_focus(self)

    # Finding

    def _find(self, typed: str) -> None:
        """List what fits, the best first; of those that fit as well, what was run last comes first."""
        recent = self._settings.recent_commands
        ranked = []
        for at, command in enumerate(self._offered):
            fits = fit(typed, command.text, command.path)
            if fits is None:
                continue
            name = command.action.objectName()
            place = recent.index(name) if name in recent else len(recent)
            bonus = _RECENT * (1 - place / len(recent)) if recent else 0.0
            ranked.append((-fits - bonus, not command.action.isEnabled() if typed else False, at, command))
        self.list.clear()
        for *_, command in sorted(ranked, key=lambda one: one[:3]):
            item = QListWidgetItem(self.list)
            item.setData(_COMMAND, command)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, command.spoken)
            item.setText(command.text)
            if not command.action.isEnabled():
                item.setData(Qt.ItemDataRole.ForegroundRole, self.palette().placeholderText())
        self.list.setCurrentRow(0)
        self._place()
        self._tell()

    def _tell(self, *_: object) -> None:
        """Tell a screen reader, which listens to the field, what is chosen."""
        item = self.list.currentItem()
        told = "No command is called so" if item is None else item.data(_COMMAND).spoken
        self.field.setAccessibleDescription(told)
        if self.isVisible():
            announce(self.field, told)

    # Running

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action = item.data(_COMMAND).action
        if not action.isEnabled():
            return
        self.leave()
        if name := action.objectName():
            others = (other for other in self._settings.recent_commands if other != name)
            self._settings.recent_commands = [name, *others][:_MOST_RECENT]
        action.trigger()
        self.ran.emit()

    # Keys and place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep every key while it is open; stay in the middle of the window."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and self._take(event)
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        return False

    def _take(self, event: QKeyEvent) -> bool:
        """Walk, run or close by a key; return whether it was one of those."""
        key = Qt.Key(event.key())
        if key in _WALK:
            last = self.list.count() - 1
            self.list.setCurrentRow(min(max(self.list.currentRow() + _WALK[key], 0), last))
        elif key in _RUN:
            self._run(self.list.currentItem())
        elif key == Qt.Key.Key_Escape or QKeySequence(event.keyCombination()) in self._own_keys():
            self.leave()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # there is nowhere to go
        return True

    def _own_keys(self) -> list[QKeySequence]:
        action = self.window().findChild(QAction, "actionPalette")
        return action.shortcuts() if action is not None else []

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Close when the keyboard goes elsewhere in the window."""
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.hide()

    def _place(self) -> None:
        """Lie over the upper part of the window, as high as the list needs."""
        window = self._window
        rows = min(self.list.count(), _ROWS)
        width, room = min(_WIDEST, window.width() - 2 * _GAP), window.height() - _TOP - _GAP
        around = self.field.sizeHint().height() + 3 * _GAP // 2
        self.list.setVisible(bool(rows))
        height = min(around + rows * self.list.sizeHintForRow(0) + _GAP // 2, room)
        self.setGeometry((window.width() - width) // 2, _TOP, width, height)


class _Row(QStyledItemDelegate):
    """Draws a command: its text, dimmed its menus or why it cannot be run, and its key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, line_height() + 10)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        command: Offered = index.data(_COMMAND)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette, box = option.palette, option.rect.adjusted(8, 0, -8, 0)
        possible, role = command.action.isEnabled(), QPalette.ColorRole
        if chosen:
            painter.fillRect(option.rect, palette.highlight() if possible else palette.mid())
        strong = dim = role.HighlightedText if chosen and possible else role.PlaceholderText
        if possible and not chosen:
            strong = role.Text
        text = f"✓ {command.text}" if command.action.isCheckable() and command.action.isChecked() else command.text
        key_width = painter.fontMetrics().horizontalAdvance(command.key) + (12 if command.key else 0)
        painter.setPen(palette.color(dim))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, command.key)
        room = QRect(box.left(), box.top(), box.width() - key_width, box.height())
        painter.setPen(palette.color(strong))
        used = _draw(painter, room, text)
        painter.setPen(palette.color(dim))
        _draw(painter, room.adjusted(used + 12, 0, 0, 0), command.remark)


def _draw(painter: QPainter, box: QRect, text: str) -> int:
    """Draw a line of text, cut short where there is no room; return its width."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
