"""The command palette: a list of all commands over the window, which is filtered while the user types."""

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

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.ui.accessible import announce
from riffdesk.ui.actions import Entry, why_not, without_mnemonic
from riffdesk.ui.fields import give_back_focus
from riffdesk.ui.help.command_search import match_score
from riffdesk.ui.theme import line_height

_MAX_WIDTH, _TOP, _GAP = 640, 48, 16  # pixels
_ROWS = 12
_MAX_RECENT = 12
_RECENT = 1.0  # maximum bonus of recent commands to the score of a match
_COMMAND = Qt.ItemDataRole.UserRole
_MOVE_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: 1 - _ROWS, Qt.Key.Key_PageDown: _ROWS - 1}
_RUN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True)
class ListedCommand:
    """A command in the list: its action, its menus, and the reason if it is disabled."""

    action: QAction
    path: tuple[str, ...]
    why_not: str

    @property
    def text(self) -> str:
        """Title of the command."""
        return without_mnemonic(self.action.text())

    @property
    def key(self) -> str:
        """Key of the command as text; '' without one."""
        return self.action.shortcut().toString(_NATIVE)

    @property
    def remark(self) -> str:
        """Menus of the command, and the reason if it is disabled."""
        return " · ".join(filter(None, (" > ".join(self.path), self.why_not)))

    @property
    def spoken(self) -> str:
        """Title, menus, key and state, for screen readers."""
        state = tr("on") if self.action.isCheckable() and self.action.isChecked() else ""
        possible = (
            ""
            if self.action.isEnabled()
            else tr("not possible: {reason}", reason=self.why_not)
            if self.why_not
            else tr("not possible")
        )
        return ", ".join(filter(None, (self.text, " > ".join(self.path), self.key, state, possible)))


class CommandPalette(QFrame):
    """A text field and a list over the window. Return runs a command; Esc, or a click elsewhere, closes the palette.

    Parameters
    ----------
    commands : callable
        Returns all commands with their menus, in order.
    settings : Settings
        Stores recent commands.
    application : QApplication
        Emits changes of the focus.
    window : QWidget
    """

    ran = Signal()
    """A command was run and stored in the settings as a recent one."""

    def __init__(
        self,
        commands: Callable[[], Iterable[Entry]],
        settings: Settings,
        application: QApplication,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.setObjectName("commandPalette")
        self.setAccessibleName(tr("Command palette"))
        self._commands, self._settings = commands, settings
        self._listed: list[ListedCommand] = []
        self.field = QLineEdit(objectName="commandField", accessibleName=tr("Command"))
        self.field.setPlaceholderText(tr("Type a command"))
        self.field.setToolTip(tr("Words of a command or its menu; Up and Down choose, Return runs, Esc closes"))
        self.list = QListWidget(objectName="commandList", accessibleName=tr("Commands"))
        self.list.setToolTip(tr("Return or a click runs a command"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the text field keeps the focus
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
        self.list.currentItemChanged.connect(self._announce)
        self._window = window
        window.installEventFilter(self)
        application.focusChanged.connect(self._on_focus)
        self.hide()

    def open(self) -> None:
        """List the commands with their present state; close the palette if it is open."""
        if self.isVisible():
            self.leave()
            return
        self._listed = [ListedCommand(entry.action, entry.path, why_not(entry.action)) for entry in self._commands()]
        self.field.clear()
        self._find("")
        self.show()
        self.raise_()
        self.field.setFocus()

    def leave(self) -> None:
        """Close, and give the focus to the canvas."""
        self.hide()
        give_back_focus(self)

    # Search

    def _find(self, typed: str) -> None:
        """List the commands that match, the best first; recent commands get a bonus."""
        recent = self._settings.recent_commands
        ranked = []
        for at, command in enumerate(self._listed):
            score = match_score(typed, command.text, command.path)
            if score is None:
                continue
            name = command.action.objectName()
            position = recent.index(name) if name in recent else len(recent)
            bonus = _RECENT * (1 - position / len(recent)) if recent else 0.0
            ranked.append((-score - bonus, not command.action.isEnabled() if typed else False, at, command))
        self.list.clear()
        for *_, command in sorted(ranked, key=lambda entry: entry[:3]):
            item = QListWidgetItem(self.list)
            item.setData(_COMMAND, command)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, command.spoken)
            item.setText(command.text)
            if not command.action.isEnabled():
                item.setData(Qt.ItemDataRole.ForegroundRole, self.palette().placeholderText())
        self.list.setCurrentRow(0)
        self._place()
        self._announce()

    def _announce(self, *_: object) -> None:
        """Announce the chosen command to screen readers, through the text field, which has the focus."""
        item = self.list.currentItem()
        text = tr("No such command") if item is None else item.data(_COMMAND).spoken
        self.field.setAccessibleDescription(text)
        if self.isVisible():
            announce(self.field, text)

    # Run

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action = item.data(_COMMAND).action
        if not action.isEnabled():
            return
        self.leave()
        if name := action.objectName():
            others = (other for other in self._settings.recent_commands if other != name)
            self._settings.recent_commands = [name, *others][:_MAX_RECENT]
        action.trigger()
        self.ran.emit()

    # Keys and geometry

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override all shortcuts while the palette is open, and place it again when the window is resized."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and self._handle_key(event)
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        return False

    def _handle_key(self, event: QKeyEvent) -> bool:
        """Choose or run a command, or close the palette; return whether the key was handled."""
        key = Qt.Key(event.key())
        if key in _MOVE_KEYS:
            last = self.list.count() - 1
            self.list.setCurrentRow(min(max(self.list.currentRow() + _MOVE_KEYS[key], 0), last))
        elif key in _RUN_KEYS:
            self._run(self.list.currentItem())
        elif key == Qt.Key.Key_Escape or QKeySequence(event.keyCombination()) in self._own_keys():
            self.leave()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # the palette has no other field
        return True

    def _own_keys(self) -> list[QKeySequence]:
        action = self.window().findChild(QAction, "actionPalette")
        return action.shortcuts() if action is not None else []

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Close when another widget gets the focus."""
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.hide()

    def _place(self) -> None:
        """Place the palette in the upper part of the window, with the height of the list."""
        window = self._window
        rows = min(self.list.count(), _ROWS)
        width, max_height = min(_MAX_WIDTH, window.width() - 2 * _GAP), window.height() - _TOP - _GAP
        field = self.field.sizeHint().height() + 3 * _GAP // 2
        self.list.setVisible(bool(rows))
        height = min(field + rows * self.list.sizeHintForRow(0) + _GAP // 2, max_height)
        self.setGeometry((window.width() - width) // 2, _TOP, width, height)


class _Row(QStyledItemDelegate):
    """Draws a command: its title, dimmed its menus and the reason if it is disabled, and its key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, line_height() + 10)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        command: ListedCommand = index.data(_COMMAND)
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
    """Draw a line of text, elided if it is too long; return its width."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
