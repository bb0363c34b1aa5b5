"""Keyboard shortcuts: the user's changes to the keys of commands, and the keys that no command can have."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.ui.actions import Actions, without_mnemonic

PLACES = 2
"""Maximum number of keys of a command."""

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
    """Changes the keys of commands, and stores the changes in the settings.

    Parameters
    ----------
    actions : Actions
        With their default keys.
    settings : Settings
    parent : QObject
    """

    changed = Signal()

    def __init__(self, actions: Actions, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        self._defaults = {name: tuple(action.shortcuts()) for name, action in actions.by_name.items()}

    def apply(self) -> str:
        """Apply the keys in the settings; return a message about invalid ones, '' if there are none.

        A default key that the user has given to another command is removed from its own.
        """
        valid, invalid = {}, []
        taken: set[QKeySequence] = set()
        for name, text in self._settings.shortcuts.items():
            keys = _parsed(text)
            if (
                name not in self._defaults
                or keys is None
                or any(self.refusal(name, key) for key in keys)
                or taken & {*keys}
            ):
                invalid.append(tr("{text} for {name}", text=text, name=name) if text else name)
            else:
                valid[name] = keys
                taken.update(keys)
        for name, defaults in self._defaults.items():
            keys = valid.get(name, tuple(key for key in defaults if key not in taken))
            self._actions.set_keys(name, keys)
        self._settings.shortcuts = {name: _text(keys) for name, keys in valid.items()}
        if not invalid:
            return ""
        return tr("Invalid keyboard shortcuts in the settings were ignored: {invalid}.", invalid=", ".join(invalid))

    def keys(self, name: str) -> tuple[QKeySequence, ...]:
        """Return the keys of a command."""
        return tuple(self._actions[name].shortcuts())

    def default_keys(self, name: str) -> tuple[QKeySequence, ...]:
        """Return the default keys of a command."""
        return self._defaults[name]

    def is_changed(self, name: str) -> bool:
        """Return whether the user has changed a command's keys."""
        return self.keys(name) != self._defaults[name]

    @property
    def any_changed(self) -> bool:
        """Whether the user has changed the keys of any command."""
        return any(map(self.is_changed, self._defaults))

    def refusal(self, name: str, key: QKeySequence) -> str:
        """Return why a command cannot have a key, a sentence; '' if it can."""
        if name == _ESCAPE and key == QKeySequence(Qt.Key.Key_Escape):
            return ""
        if reason := _needed_elsewhere(key):
            return tr("{key} cannot be a shortcut: {reason}.", key=key.toString(_NATIVE), reason=reason)
        menus = {QKeySequence.mnemonic(menu.title()): without_mnemonic(menu.title()) for menu in self._actions.menus}
        if key in menus:
            return tr(
                "{key} cannot be a shortcut: it opens the menu {menu}.", key=key.toString(_NATIVE), menu=menus[key]
            )
        return ""

    def holder(self, name: str, key: QKeySequence) -> str:
        """Return the name of the other command that has a key; '' if none has."""
        others = (other for other in self._defaults if other != name and key in self.keys(other))
        return next(others, "")

    def set_key(self, name: str, place: int, key: QKeySequence) -> None:
        """Set a key of a command.

        Parameters
        ----------
        name : str
            Object name of the action.
        place : int
            0 for the first key, 1 for the second.
        key : QKeySequence
            It is removed from any other command. An empty one removes the key at this place.
        """
        keys = [*self.keys(name)]
        if key.isEmpty():
            del keys[place : place + 1]
        else:
            keys[place : place + 1] = [key]
        self._set(name, keys)

    def reset(self, name: str) -> None:
        """Reset a command to its default keys, and remove these from other commands."""
        self._set(name, self._defaults[name])

    def reset_all(self) -> None:
        """Reset all commands to their default keys."""
        for name, keys in self._defaults.items():
            self._actions.set_keys(name, keys)
        self._store()

    def press_character(self, event: QKeyEvent) -> bool:
        """Run the command whose key is the character that a key event writes; return whether there is one.

        Qt runs commands by the key and its modifiers. So it misses characters that are written with AltGr, as ``[`` is
        on German, French and Nordic keyboards.
        """
        text = event.text()
        if len(text) != 1 or not text.isprintable() or text.isalnum() or text.isspace():
            return False
        key = QKeySequence(Qt.Key(ord(text)))
        for action in self._actions.by_name.values():
            if key in action.shortcuts() and action.isEnabled() and (action.autoRepeat() or not event.isAutoRepeat()):
                action.trigger()
                return True
        return False

    def _set(self, name: str, keys: Iterable[QKeySequence]) -> None:
        wanted = tuple(dict.fromkeys(keys))
        for key in wanted:
            if other := self.holder(name, key):
                self._actions.set_keys(other, (kept for kept in self.keys(other) if kept != key))
        self._actions.set_keys(name, wanted)
        self._store()

    def _store(self) -> None:
        self._settings.shortcuts = {name: _text(self.keys(name)) for name in self._defaults if self.is_changed(name)}
        self.changed.emit()


def remark(key: QKeySequence) -> str:
    """Return a sentence about a key that text fields use too; '' for any other key."""
    if key.isEmpty():
        return ""
    pressed, held = _pressed(key)
    name = key.toString(_NATIVE)
    types = pressed < Qt.Key.Key_Escape and not held & (_CONTROL | _ALT | _META)
    if types:
        return tr("While you write in a text field, {name} writes.", name=name)
    if any(key in QKeySequence.keyBindings(standard) for standard in _EDITING):
        return tr("While you write in a text field, {name} edits the text.", name=name)
    return ""


def _needed_elsewhere(key: QKeySequence) -> str:
    """Return the fixed use of a key, for which no command can have it; '' if there is none."""
    pressed, held = _pressed(key)
    alone = held in (_NONE, _SHIFT)
    if pressed in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return tr("it moves the focus from field to field")
    if alone and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return tr("it confirms typed text and presses buttons")
    if held == _NONE and pressed == Qt.Key.Key_Escape:
        return tr("it leaves fields and dialogs, and cancels a stroke")
    if alone and pressed in _ARROWS:
        return tr("it moves in lists, sliders and the seed timeline")
    if pressed == Qt.Key.Key_Menu or (held == _SHIFT and pressed == Qt.Key.Key_F10):
        return tr("it opens context menus")
    if held & _META or pressed in (Qt.Key.Key_Print, Qt.Key.Key_SysReq):
        return tr("it belongs to the system")
    if (held == _ALT and pressed in (Qt.Key.Key_F4, Qt.Key.Key_Space)) or (
        held == _CONTROL | _ALT and (pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or _is_function_key(pressed))
    ):
        return tr("it belongs to the system")
    return ""


def _pressed(key: QKeySequence) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """Return the key and the modifiers of a sequence with one key."""
    combination: QKeyCombination = key[0]  # type: ignore[index]  # missing in Qt's stubs
    return combination.key(), combination.keyboardModifiers() & ~_KEYPAD


def _is_function_key(key: Qt.Key) -> bool:
    return Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12


def _parsed(text: str) -> tuple[QKeySequence, ...] | None:
    """Return the keys in a text of the settings; None if the text is invalid or has too many."""
    keys = tuple(QKeySequence.listFromString(text, _PORTABLE)) if text else ()
    sensible = len(keys) <= PLACES and all(key.count() == 1 and _pressed(key)[0] not in _NO_KEYS for key in keys)
    return keys if sensible else None


def _text(keys: Iterable[QKeySequence]) -> str:
    return QKeySequence.listToString([*keys], _PORTABLE)
