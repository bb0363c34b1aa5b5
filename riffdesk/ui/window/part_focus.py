"""Moves the keyboard focus from one part of the window to the next: canvas, messages, bars and panels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget


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
