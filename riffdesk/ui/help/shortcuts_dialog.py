"""The dialog of keyboard shortcuts: lists the commands by menu, with a search field and fields for the keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from riffdesk.language import all_of, any_of, tr
from riffdesk.ui.actions import Entry, without_mnemonic
from riffdesk.ui.confirm import confirm
from riffdesk.ui.help.shortcuts import PLACES, Shortcuts, remark
from riffdesk.ui.theme import line_height, resize_within_screen, width_of

FIXED = {
    tr("Seed timeline"): (
        (tr("Choose the keyframe before or after; with Shift several"), tr("Left, Right")),
        (tr("Move the chosen keyframes to the next bar line"), tr("Ctrl + Left, Right")),
        (tr("Move the chosen keyframes by a tenth of a second"), tr("Alt + Left, Right")),
        (tr("Add a keyframe in the middle of the view"), tr("Insert")),
        (tr("Remove the chosen keyframes"), tr("Delete", meaning="of the keyboard")),
        (tr("Curve, new seed, copy"), tr("Menu")),
        (tr("Add a keyframe"), tr("Double-click")),
        (tr("Move a keyframe from bar to bar; with Shift freely"), tr("Drag")),
        (tr("Move a copy of a keyframe"), tr("Ctrl + drag")),
        (tr("Choose several keyframes, to be edited together"), tr("Ctrl + click")),
    ),
    tr("Mouse"): (
        (tr("Zoom time at the pointer"), tr("Wheel")),
        (tr("Zoom frequency at the pointer"), tr("Ctrl + wheel")),
        (tr("Pan along time"), tr("Shift + wheel")),
        (tr("Pan", meaning="move the view"), tr("Middle-drag")),
        (tr("Move the playhead"), tr("Click on a time axis")),
        (tr("Draw a straight line"), tr("Shift while painting")),
        (tr("Bring a fader back to the middle"), tr("Double-click on it")),
    ),
}
"""Keys and mouse actions that cannot be changed, by place."""

_NAME = Qt.ItemDataRole.UserRole
_NATIVE = QKeySequence.SequenceFormat.NativeText
_TITLES = (tr("Key", meaning="of the keyboard"), tr("Other key", meaning="of the keyboard"))
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = tr("Remove this key from the command: key"), tr("Remove this key from the command: other key")
_NO_KEY = tr("No key", meaning="of the keyboard"), tr("No other key")
_HOW = tr("Choose a command, click into a field and press the new key. Changes apply at once.")
_FIXED_NOTE = tr("The mouse actions and the keys of the seed timeline cannot be changed.")


class KeyField(QKeySequenceEdit):
    """Records the next key that is pressed. Tab moves the focus on, and Esc leaves the key unchanged."""

    wanted = Signal(QKeySequence)
    """The key that was pressed."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(objectName=name, accessibleName=title, toolTip=tr("Press the new key of the command"))
        self.setMaximumSequenceLength(1)
        self.editingFinished.connect(self._on_finished)
        self._line = self.findChildren(QLineEdit)[0]
        self._line.setAccessibleName(title)
        self.show_key(QKeySequence())

    def show_key(self, key: QKeySequence) -> None:
        """Show a key, or an empty field that asks for one."""
        self._shown = key
        self.setKeySequence(key)  # which puts Qt's own words into an empty field, too long in some languages
        self._line.setPlaceholderText(tr("Press a key"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record a key; Esc leaves the field."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.show_key(self._shown)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the key of the command again if only modifiers were pressed."""
        super().focusOutEvent(event)
        self.show_key(self._shown)

    def _on_finished(self) -> None:
        key = self.keySequence()
        self.show_key(self._shown)  # until the key is accepted
        if not key.isEmpty() and key != self._shown:
            self.wanted.emit(key)


class ShortcutsDialog(QDialog):
    """Lists the commands with their keys, and changes the keys of the chosen one.

    Parameters
    ----------
    shortcuts : Shortcuts
    commands : iterable of Entry
        The commands with their menus, in order.
    """

    def __init__(self, shortcuts: Shortcuts, commands: Iterable[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(tr("Keyboard shortcuts"))
        resize_within_screen(self, 640, 640)
        self._shortcuts = shortcuts
        self._groups: dict[tuple[str, ...], QTreeWidgetItem] = {}
        self._rows: list[tuple[QTreeWidgetItem, QTreeWidgetItem]] = []  # group and row
        self._items: dict[str, QTreeWidgetItem] = {}
        self._wanted: tuple[int, QKeySequence] | None = None
        self.search = QLineEdit(objectName="shortcutSearch", accessibleName=tr("Search"), clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Search for a command or a key"))
        for clear in self.search.findChildren(QToolButton):
            clear.setToolTip(tr("Show every command again"))
            clear.setAccessibleName(tr("Clear the search"))
        self.search.setToolTip(tr("Words of a command or its menu, or a key such as Ctrl+E"))
        self.tree = QTreeWidget(objectName="shortcutList", accessibleName=tr("Commands and their keys"))
        self.tree.setToolTip(tr("Choose a command to change its keys below"))
        self.tree.setHeaderLabels([tr("Command"), *_TITLES])
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.title = QLabel(objectName="shortcutTitle", wordWrap=True)
        self.fields = [KeyField(f"shortcutKey{place + 1}", title) for place, title in enumerate(_TITLES)]
        self._none = [
            QPushButton(tr("None", meaning="of the keyboard"), objectName=f"shortcutNone{place + 1}", autoDefault=False)
            for place in range(PLACES)
        ]
        self.reset = QPushButton(tr("Reset"), objectName="shortcutReset", autoDefault=False)
        self.message = QLabel(objectName="shortcutMessage", wordWrap=True)
        self.message.setMinimumHeight(2 * line_height())
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.take = QPushButton(tr("Move the key here"), objectName="shortcutTake", autoDefault=False)
        self.keep = QPushButton(tr("Keep it there"), objectName="shortcutKeep", autoDefault=False)
        self.reset_all = QPushButton(tr("Reset all"), objectName="shortcutResetAll", autoDefault=False)
        self._lay_out()
        self._fill(commands)
        self._connect()
        self._choose(None)
        self.search.setFocus()

    def _lay_out(self) -> None:
        editor = QFrame(objectName="shortcutEditor")
        grid = QGridLayout(editor)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.addWidget(self.title, 0, 0, 1, 5)
        for place, (field, none) in enumerate(zip(self.fields, self._none, strict=True)):
            label = QLabel(_TITLES[place], objectName="dim")
            label.setBuddy(field)
            grid.addWidget(label, 1, 2 * place)
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(field, 1)
            row.addWidget(none)
            grid.addLayout(row, 1, 2 * place + 1)
            grid.setColumnStretch(2 * place + 1, 1)
            field.setMinimumWidth(width_of("Ctrl+Shift+Return"))
            none.setToolTip(_REMOVE[place])
            none.setAccessibleName(_NO_KEY[place])
        grid.addWidget(self.reset, 1, 4)
        message = QHBoxLayout()
        message.addWidget(self.message, 1)
        for button in (self.take, self.keep):
            message.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(message, 2, 0, 1, 5)
        self.reset.setToolTip(tr("Reset the command to its default keys"))
        self.take.setToolTip(tr("Give the key to this command, and remove it from the other one"))
        self.keep.setToolTip(tr("Change nothing"))
        self.reset_all.setToolTip(tr("Reset all commands to their default keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        for button in (self.reset_all, buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(False)  # Return in the search field must not close the dialog
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addWidget(editor)
        column.addWidget(buttons)

    def _fill(self, commands: Iterable[Entry]) -> None:
        for entry in commands:
            name = entry.action.objectName()
            item = self._items[name] = self._row(entry.path, without_mnemonic(entry.action.text()))
            item.setData(0, _NAME, name)
            item.setToolTip(0, entry.action.toolTip())
            self._show_keys(name)
        for where, rows in FIXED.items():
            for what, key in rows:
                item = self._row((where,), what)
                item.setText(1, key)
                item.setForeground(1, self.palette().placeholderText())
        self.tree.expandAll()

    def _row(self, path: tuple[str, ...], text: str) -> QTreeWidgetItem:
        """Add a row to the group of a menu."""
        if path not in self._groups:
            group = self._groups[path] = QTreeWidgetItem(self.tree, [" > ".join(path)])
            group.setFont(0, _bold(self.font(), True))
            group.setFirstColumnSpanned(True)
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item = QTreeWidgetItem(self._groups[path], [text])
        self._rows.append((self._groups[path], item))
        return item

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.tree.currentItemChanged.connect(lambda now, _: self._choose(now))
        self.tree.itemActivated.connect(lambda *_: self.fields[0].setFocus())
        for place, (field, none) in enumerate(zip(self.fields, self._none, strict=True)):
            field.wanted.connect(lambda key, place=place: self._want(place, key))
            field.left.connect(self.tree.setFocus)
            none.clicked.connect(lambda _=False, place=place: self._set(place, QKeySequence()))
        self.reset.clicked.connect(self._reset)
        self.take.clicked.connect(self._take_over)
        self.keep.clicked.connect(self._leave)
        self.reset_all.clicked.connect(self._reset_all)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move the focus from the search field to the list with Down or Return."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _DOWN:
            self.tree.setFocus()
            return True
        return False

    # List

    def _find(self, text: str) -> None:
        """Show the commands whose title, menu or keys contain all words of a text."""
        words = text.lower().split()
        found = []
        for group, item in self._rows:
            row = " ".join((group.text(0), *(item.text(column) for column in range(1 + PLACES)))).lower()
            hidden = not all(word in row for word in words)
            item.setHidden(hidden)
            if not hidden:
                found.append((group, item))
        shown = [group for group, _ in found]
        for group in self._groups.values():
            group.setHidden(group not in shown)
        current = self.tree.currentItem()
        if words and found and (current is None or current.isHidden()):
            current = found[0][1]
            self.tree.setCurrentItem(current)
        if current is not None:
            self.tree.scrollToItem(current)

    def _show_keys(self, name: str) -> None:
        item, keys = self._items[name], self._shortcuts.keys(name)
        changed = self._shortcuts.is_changed(name)
        defaults = any_of([key.toString(_NATIVE) for key in self._shortcuts.default_keys(name)]) or tr("no key")
        for place in range(PLACES):
            column = place + 1
            item.setText(column, keys[place].toString(_NATIVE) if place < len(keys) else "")
            item.setFont(column, _bold(self.font(), changed))
            item.setToolTip(column, tr("Changed; the default is {defaults}", defaults=defaults) if changed else "")
        text = any_of([key.toString(_NATIVE) for key in keys]) or tr("no key")
        spoken = ", ".join((item.text(0), text, *([tr("changed")] if changed else ())))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)

    # Chosen command

    @property
    def _name(self) -> str:
        """Object name of the chosen action; '' if none is chosen."""
        item = self.tree.currentItem()
        return item.data(0, _NAME) or "" if item is not None else ""

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        self._show_message(_HOW if item is None or self._name else _FIXED_NOTE)
        self._show_command()

    def _show_command(self) -> None:
        name, chosen = self._name, self.tree.currentItem()
        keys = self._shortcuts.keys(name) if name else ()
        where = next((f"{group.text(0)} > {item.text(0)}" for group, item in self._rows if item is chosen), "")
        self.title.setText(where)
        for place, (field, none) in enumerate(zip(self.fields, self._none, strict=True)):
            field.show_key(keys[place] if place < len(keys) else QKeySequence())
            field.setEnabled(bool(name))
            none.setEnabled(place < len(keys))
        self.reset.setEnabled(bool(name) and self._shortcuts.is_changed(name))
        self.reset_all.setEnabled(self._shortcuts.any_changed)

    def _show_message(self, text: str, wanted: tuple[int, QKeySequence] | None = None) -> None:
        """Show a message; with a place and a key, ask whether to take that from another command."""
        self._wanted = wanted
        self.message.setText(text)
        for button in (self.take, self.keep):
            button.setVisible(wanted is not None)
        if wanted is not None:
            self.take.setFocus()

    def _want(self, place: int, key: QKeySequence) -> None:
        """Set a key of the command; show a message if it is not possible, or ask if another command has the key."""
        name, native = self._name, key.toString(_NATIVE)
        other = self._shortcuts.holder(name, key)
        if reason := self._shortcuts.refusal(name, key):
            self._show_message(reason)
        elif other:
            self._show_message(
                tr("{key} is the key of {command}.", key=native, command=self._title_of(other)), (place, key)
            )
        else:
            self._set(place, key)

    def _title_of(self, name: str) -> str:
        wanted = self._items[name]
        return next(f"{group.text(0)} > {item.text(0)}" for group, item in self._rows if item is wanted)

    def _take_over(self) -> None:
        if self._wanted is not None:
            place, key = self._wanted
            if place < PLACES:
                self._set(place, key)
            else:
                self._shortcuts.reset(self._name)
                self._show_all()
                self._show_message("")
            self.fields[min(place, PLACES - 1)].setFocus()

    def _leave(self) -> None:
        place = self._wanted[0] if self._wanted is not None else 0
        self._show_message("")
        self.fields[min(place, PLACES - 1)].setFocus()

    def _set(self, place: int, key: QKeySequence) -> None:
        self._shortcuts.set_key(self._name, place, key)
        self._show_all()
        self._show_message(remark(key))

    def _reset(self) -> None:
        """Reset the command to its default keys; ask first if another command has them."""
        name = self._name
        defaults = self._shortcuts.default_keys(name)
        taken = [(key, other) for key in defaults if (other := self._shortcuts.holder(name, key))]
        if taken:
            text = all_of(
                [
                    tr("{key} is the key of {command}", key=key.toString(_NATIVE), command=self._title_of(other))
                    for key, other in taken
                ]
            )
            self._show_message(f"{text}.", (PLACES, QKeySequence()))
        else:
            self._shortcuts.reset(name)
            self._show_all()
            self._show_message("")

    def _reset_all(self) -> None:
        if confirm(self, tr("Reset all"), tr("Reset all commands to their default keys?"), tr("Reset all")):
            self._shortcuts.reset_all()
            self._show_all()
            self._show_message(tr("All commands have their default keys."))

    def _show_all(self) -> None:
        for name in self._items:
            self._show_keys(name)
        self._show_command()


def _bold(font: QFont, on: bool) -> QFont:
    copy = QFont(font)
    copy.setBold(on)
    return copy
