"""Accessibility: announcements, labels and names for screen readers, and keys that go from part to part of a window."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QLabel,
    QMainWindow,
    QToolButton,
    QWidget,
)


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


class PartFocus:
    """Goes round the visible parts of a window in which something takes the focus.

    Parameters
    ----------
    window : QMainWindow
        Its panels come after the other parts.
    *parts : QWidget
        The other parts, in order.
    """

    def __init__(self, window: QMainWindow, *parts: QWidget) -> None:
        self._window, self._parts = window, parts

    def go(self, step: int) -> None:
        """Focus the first field or button of the next (1) or the previous (-1) part."""
        every = (*self._parts, *self._window.findChildren(QDockWidget))
        parts = [(part, first) for part in every if (first := _first(part)) is not None]
        focus = QApplication.focusWidget()
        here = next((index for index, (part, _) in enumerate(parts) if _holds(part, focus)), 0 if step < 0 else -1)
        parts[(here + step) % len(parts)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is part or part.isAncestorOf(focus))


def _first(part: QWidget) -> QWidget | None:
    """Return the first widget of a part that Tab would stop at; None if there is none."""
    widget: QWidget | None = part
    while widget is not None and not (_holds(part, widget) and _takes_focus(widget)):
        widget = widget.nextInFocusChain()
        if widget is part:
            return None
    return widget


def _takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
