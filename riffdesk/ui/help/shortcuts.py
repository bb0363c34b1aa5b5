"""Keys of the window's commands: the user's where they were changed, and which keys no command can have."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from riffdesk.settings import Settings
from riffdesk.ui.actions import Actions, without_mnemonic

PLACES = 2
"""How many keys a command has at most."""

_PORTABLE, _NATIVE = QKeySequence.SequenceFormat.PortableText, QKeySequence.SequenceFormat.NativeText
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_META, _KEYPAD = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.KeypadModifier
_NO_KEYS = {
    Qt.Key(0), Qt.Key.Key_unknown, Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock,
}  # fmt: skip
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_STANDARD = QKeySequence.StandardKey
_EDITING = (
    _STANDARD.Copy, _STANDARD.Cut, _STANDARD.Paste, _STANDARD.SelectAll, _STANDARD.Delete, _STANDARD.Backspace,
    _STANDARD.MoveToStartOfLine, _STANDARD.MoveToEndOfLine, _STANDARD.MoveToPreviousWord, _STANDARD.MoveToNextWord,
    _STANDARD.SelectStartOfLine, _STANDARD.SelectEndOfLine, _STANDARD.SelectPreviousWord, _STANDARD.SelectNextWord,
    _STANDARD.DeleteStartOfWord, _STANDARD.DeleteEndOfWord,
)  # fmt: skip
_ESCAPE = "actionEscape"


class Shortcuts(QObject):
    """Changes keys of commands and keeps what was changed in the settings.

    Parameters
    ----------
    actions : Actions
        With the keys that they have at first.
    """

    changed = Signal()

    def __init__(self, actions: Actions, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        self._first = {name: tuple(action.shortcuts()) for name, action in actions.by_name.items()}

    def apply(self) -> str:
        """Give the commands the keys of the settings; return a sentence about those that make no sense, or ''.

        Where a command's first key is another's by the user's choice, it is the other's.
        """
        wanted, wrong = {}, []
        taken: set[QKeySequence] = set()
        for name, text in self._settings.shortcuts.items():
            keys = _parsed(text)
            if (
                name not in self._first
                or keys is None
                or any(self.refusal(name, key) for key in keys)
                or taken & {*keys}
            ):
                wrong.append(f"{text} for {name}" if text else name)
            else:
                wanted[name] = keys
                taken.update(keys)
        for name, first in self._first.items():
            keys = wanted.get(name, tuple(key for key in first if key not in taken))
            self._actions.set_keys(name, keys)
        self._settings.shortcuts = {name: _text(keys) for name, keys in wanted.items()}
        if not wrong:
            return ""
        return f"In the settings, keyboard shortcuts made no sense and were left out: {', '.join(wrong)}."

    def keys(self, name: str) -> tuple[QKeySequence, ...]:
        """Return the keys of a command."""
        return tuple(self._actions[name].shortcuts())

    def first(self, name: str) -> tuple[QKeySequence, ...]:
        """Return the keys of a command as they are without a change."""
        return self._first[name]

    def is_changed(self, name: str) -> bool:
        """Return whether the user has changed a command's keys."""
        return self.keys(name) != self._first[name]

    @property
    def any_changed(self) -> bool:
        """Whether any command has other keys than at first."""
        return any(map(self.is_changed, self._first))

    def refusal(self, name: str, key: QKeySequence) -> str:
        """Return why a command cannot have a key, as a sentence; '' if it can."""
        if name == _ESCAPE and key == QKeySequence(Qt.Key.Key_Escape):
            return ""
        if reason := _needed_elsewhere(key):
            return f"{key.toString(_NATIVE)} cannot be a shortcut: {reason}."
        menus = {QKeySequence.mnemonic(menu.title()): without_mnemonic(menu.title()) for menu in self._actions.menus}
        if key in menus:
            return f"{key.toString(_NATIVE)} cannot be a shortcut: it opens the menu {menus[key]}."
        return ""

    def holder(self, name: str, key: QKeySequence) -> str:
        """Return which other command has a key; '' if none has."""
        others = (other for other in self._first if other != name and key in self.keys(other))
        return next(others, "")

    def set_key(self, name: str, place: int, key: QKeySequence) -> None:
        """Give a command a key, its first or its second, and take it from whichever has it; an empty one removes it."""
        keys = [*self.keys(name)]
        if key.isEmpty():
            del keys[place : place + 1]
        else:
            keys[place : place + 1] = [key]
        self._set(name, keys)

    def reset(self, name: str) -> None:
        """Give a command its first keys again, and take them from whichever has them."""
        self._set(name, self._first[name])

    def reset_all(self) -> None:
        """Give every command its first keys again."""
        for name, keys in self._first.items():
            self._actions.set_keys(name, keys)
        self._remember()

    def _set(self, name: str, keys: Iterable[QKeySequence]) -> None:
        wanted = tuple(dict.fromkeys(keys))
        for key in wanted:
            if other := self.holder(name, key):
                self._actions.set_keys(other, (one for one in self.keys(other) if one != key))
        self._actions.set_keys(name, wanted)
        self._remember()

    def _remember(self) -> None:
        self._settings.shortcuts = {name: _text(self.keys(name)) for name in self._first if self.is_changed(name)}
        self.changed.emit()


def remark(key: QKeySequence) -> str:
    """Return what is to be known of a key that is also needed to write, as a sentence; '' if it is not."""
    if key.isEmpty():
        return ""
    pressed, held = _pressed(key)
    name = key.toString(_NATIVE)
    types = pressed < Qt.Key.Key_Escape and not held & (_CONTROL | _ALT | _META)
    if types:
        return f"While you write in a text field, {name} writes."
    if any(key in QKeySequence.keyBindings(standard) for standard in _EDITING):
        return f"While you write in a text field, {name} edits the text."
    return ""


def _needed_elsewhere(key: QKeySequence) -> str:
    """Return what a key is needed for outside the commands; '' if for nothing."""
    pressed, held = _pressed(key)
    alone = held in (_NONE, _SHIFT)
    if pressed in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return "it goes from field to field"
    if alone and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "it confirms what is typed and presses buttons"
    if held == _NONE and pressed == Qt.Key.Key_Escape:
        return "it leaves fields and dialogs, and aborts a stroke"
    if alone and pressed in _ARROWS:
        return "it walks through lists, sliders and the seed timeline"
    if pressed == Qt.Key.Key_Menu or (held == _SHIFT and pressed == Qt.Key.Key_F10):
        return "it opens context menus"
    if held & _META or pressed in (Qt.Key.Key_Print, Qt.Key.Key_SysReq):
        return "it belongs to the system"
    if (held == _ALT and pressed in (Qt.Key.Key_F4, Qt.Key.Key_Space)) or (
        held == _CONTROL | _ALT and (pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or _is_function_key(pressed))
    ):
        return "it belongs to the system"
    return ""


def _pressed(key: QKeySequence) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """Return the key of a sequence of one, and what is held with it."""
    combination: QKeyCombination = key[0]  # type: ignore[index]  # which Qt's stubs do not know
    return combination.key(), combination.keyboardModifiers() & ~_KEYPAD


def _is_function_key(key: Qt.Key) -> bool:
    return Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12


def _parsed(text: str) -> tuple[QKeySequence, ...] | None:
    """Return the keys in a text of the settings; None if it holds something else, or too many."""
    keys = tuple(QKeySequence.listFromString(text, _PORTABLE)) if text else ()
    sensible = len(keys) <= PLACES and all(key.count() == 1 and _pressed(key)[0] not in _NO_KEYS for key in keys)
    return keys if sensible else None


def _text(keys: Iterable[QKeySequence]) -> str:
    return QKeySequence.listToString([*keys], _PORTABLE)
