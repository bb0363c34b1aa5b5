"""What is said to a screen reader beside the names of widgets."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(source: QWidget, text: str) -> None:
    """Have a screen reader say a text that has changed without the focus; nothing without one, or before Qt 6.8."""
    kind = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if kind is not None and QtGui.QAccessible.isActive():
        QtGui.QAccessible.updateAccessibility(kind(source, text))
