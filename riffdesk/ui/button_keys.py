"""Presses the focused button with Return, as Space is the shortcut of Play; buttons that take these keys first."""

from __future__ import annotations

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
        Whether Space presses it too and does not play.
    """

    def __init__(self, text: str, name: str, tip: str, *, space: bool = False) -> None:
        super().__init__(text, objectName=name, toolTip=tip)
        self._keys = (*_RETURN, Qt.Key.Key_Space) if space else _RETURN

    def event(self, event: QEvent) -> bool:
        """Take the keys before the shortcuts of the window do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in self._keys:
            event.accept()
            return True
        return super().event(event)

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
