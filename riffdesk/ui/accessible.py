"""What is said to a screen reader beside the names of widgets, and of the buttons that Qt makes itself."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMainWindow, QToolButton, QWidget


def announce(source: QWidget, text: str) -> None:
    """Have a screen reader say a text that has changed without the focus; nothing without one, or before Qt 6.8."""
    kind = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if kind is not None and QtGui.QAccessible.isActive():
        QtGui.QAccessible.updateAccessibility(kind(source, text))


def name_buttons(window: QMainWindow) -> None:
    """Say what the buttons do that Qt puts on panels, and at the end of bars that have no room."""
    for dock in window.findChildren(QDockWidget):
        for button in dock.findChildren(QAbstractButton, "qt_dockwidget_closebutton"):
            button.setToolTip(f"Close the panel; View > {dock.windowTitle()} brings it back")
            button.setAccessibleName(f"Close {dock.windowTitle()}")
    for name in ("qt_toolbar_ext_button", "qt_menubar_ext_button"):
        for more in window.findChildren(QToolButton, name):
            more.setToolTip("The rest of the bar, for which there is no room")
            more.setAccessibleName("More")
