"""Presses the focused button with Return, as Space is the shortcut of Play."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget


def press_by_return(focus: QWidget | None, event: QKeyEvent) -> bool:
    """Press the focused button if a key is Return; return whether a button was pressed.

    A button that only opens a menu opens it.
    """
    if (
        event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    ):
        return False
    if not isinstance(focus, QAbstractButton):
        return False
    if isinstance(focus, QToolButton) and focus.popupMode() == QToolButton.ToolButtonPopupMode.InstantPopup:
        focus.showMenu()
    else:
        focus.click()
    return True
