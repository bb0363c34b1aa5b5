"""Accessibility: announcements for screen readers, labels of fields, and names of the buttons that Qt creates."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QLabel, QMainWindow, QToolButton, QWidget


def announce(source: QWidget, text: str) -> None:
    """Announce a text to a screen reader; does nothing if none is active, or before Qt 6.8."""
    kind = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if kind is not None and QtGui.QAccessible.isActive():
        QtGui.QAccessible.updateAccessibility(kind(source, text))


def label_field(field: QWidget) -> None:
    """Add a hidden label with the name of a field, unless there is a label for it beside it.

    On Linux a screen reader gets the chosen text of a combo box as its name; the label says what is chosen.
    """
    parent = field.parentWidget()
    beside = parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly) if parent else []
    if parent is not None and not any(label.buddy() is field for label in beside):
        label: QLabel = QLabel(field.accessibleName(), parent, visible=False)
        label.setBuddy(field)


def name_buttons(window: QMainWindow) -> None:
    """Set names and tooltips of the buttons that Qt adds to panels and to bars that are too long."""
    for dock in window.findChildren(QDockWidget):
        for button in dock.findChildren(QAbstractButton, "qt_dockwidget_closebutton"):
            button.setToolTip(f"Close the panel; View > {dock.windowTitle()} brings it back")
            button.setAccessibleName(f"Close {dock.windowTitle()}")
    for name in ("qt_toolbar_ext_button", "qt_menubar_ext_button"):
        for more in window.findChildren(QToolButton, name):
            more.setToolTip("The rest of the bar, for which there is no room")
            more.setAccessibleName("More")
            more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
