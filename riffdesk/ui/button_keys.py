"""Keys that widgets handle before the shortcuts of the window, and Return for the focused button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OfferButton(QPushButton):
    """A button of an offer that Return presses, although a shortcut of the window may have that key.

    Parameters
    ----------
    text, name, tip : str
        Title, object name and tooltip.
    space : bool
        Whether Space presses it too, instead of playing.
    """

    def __init__(self, text: str, name: str, tip: str, *, space: bool = False) -> None:
        super().__init__(text, objectName=name, toolTip=tip)
        self._keys = (*_RETURN, Qt.Key.Key_Space) if space else _RETURN

    def event(self, event: QEvent) -> bool:
        """Handle the keys before the shortcuts of the window."""
        return keep_from_shortcuts(event, lambda key: key.key() in self._keys) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with Return; Qt does it with Space."""
        if event.key() in _RETURN:
            self.click()
        else:
            super().keyPressEvent(event)


def press_by_return(focus: QWidget | None, event: QKeyEvent) -> bool:
    """Press the focused button if a key is Return; return whether a button was pressed.

    A button that only opens a menu opens it.
    """
    if event.key() not in _RETURN or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if not isinstance(focus, QAbstractButton):
        return False
    if isinstance(focus, QToolButton) and focus.popupMode() == QToolButton.ToolButtonPopupMode.InstantPopup:
        focus.showMenu()
    else:
        focus.click()
    return True


def keep_from_shortcuts(event: QEvent, is_own: Callable[[QKeyEvent], bool]) -> bool:
    """Prevent a widget's own key from triggering a shortcut of the window; return whether the event was such a key.

    Parameters
    ----------
    event : QEvent
        Any event of the widget.
    is_own : callable
        Returns whether a key is the widget's own.
    """
    if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_own(event):
        event.accept()
        return True
    return False


def is_plain(event: QKeyEvent) -> bool:
    """Return whether a key was pressed without Shift, Ctrl and the like; on the number pad too."""
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
