"""Accessibility: announcements, labels, names and roles for screen readers, and keys that move the focus.

Qt has no role for a widget with its own painting. Such a widget has an ``accessible_role``, and optionally the methods
of `Described` or of `DrawnList`; `install_roles` registers them with Qt.
"""

from __future__ import annotations

from typing import Protocol, cast, runtime_checkable

from PySide6 import QtGui
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QApplication,
    QDockWidget,
    QLabel,
    QMainWindow,
    QToolButton,
    QWidget,
)

from riffdesk.language import tr


@runtime_checkable
class Described(Protocol):
    """A widget whose description changes too often to be set in advance."""

    def description(self) -> str:
        """Return a description of its contents."""


@runtime_checkable
class DrawnList(Protocol):
    """A widget that draws items: their number, and the name, rectangle and state of each."""

    items: list[DrawnItem]

    def item_name(self, index: int) -> str:
        """Return the name of an item."""

    def item_rect(self, index: int) -> QRect:
        """Return the rectangle of an item, in the widget."""

    def item_state(self, index: int) -> tuple[bool, bool]:
        """Return whether an item is the current one, and whether it is selected."""


class DrawnItem(QObject):
    """An item that a `DrawnList` draws."""

    def place(self) -> tuple[DrawnList, int]:
        """Return the list and the index of the item in it."""
        drawn = cast("DrawnList", self.parent())
        return drawn, drawn.items.index(self)


class _DrawnWidget(QAccessibleWidget):
    """The accessible interface of a widget with its own painting."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Description and isinstance(self._widget, Described):
            return self._widget.description()
        return str(super().text(kind))

    def childCount(self) -> int:
        return len(self._items())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        items = self._items()
        return QAccessible.queryAccessibleInterface(items[index]) if 0 <= index < len(items) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((index for index, item in enumerate(self._items()) if item is child.object()), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        children = map(self.child, range(self.childCount()))
        return next((child for child in children if child is not None and child.rect().contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        current = [item for item in self._items() if item.place()[0].item_state(item.place()[1])[0]]
        return QAccessible.queryAccessibleInterface(current[0]) if current and self._widget.hasFocus() else None

    def _items(self) -> list[DrawnItem]:
        return self._widget.items if isinstance(self._widget, DrawnList) else []


class _DrawnItem(QAccessibleObject):
    """The accessible interface of an item of a `DrawnList`."""

    def __init__(self, item: DrawnItem) -> None:
        super().__init__(item)
        self._item = item

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(cast("QObject", self._item.parent()))

    def child(self, _: int) -> None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        drawn, index = self._item.place()
        return drawn.item_name(index) if kind == QAccessible.Text.Name else ""

    def rect(self) -> QRect:
        drawn, index = self._item.place()
        rect, widget = drawn.item_rect(index), cast("QWidget", drawn)
        return QRect(widget.mapToGlobal(rect.topLeft()), rect.size())

    def state(self) -> QAccessible.State:
        drawn, index = self._item.place()
        current, selected = drawn.item_state(index)
        state = QAccessible.State()
        state.focusable = state.selectable = True
        state.selected = selected
        state.focused = current and cast("QWidget", drawn).hasFocus()
        return state


def _interface_of(_: str, thing: QObject | None) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    if isinstance(thing, QWidget) and role is not None:
        return _DrawnWidget(thing, role)
    return _DrawnItem(thing) if isinstance(thing, DrawnItem) else None


def install_roles() -> None:
    """Register the roles of widgets with their own painting; called once, when the application is created."""
    QAccessible.installFactory(_interface_of)


def set_item_count(drawn: DrawnList, count: int) -> None:
    """Set the number of items of a list."""
    while len(drawn.items) < count:
        drawn.items.append(DrawnItem(cast("QWidget", drawn)))
    while len(drawn.items) > count:
        drawn.items.pop().deleteLater()


def tell_current(item: DrawnItem) -> None:
    """Tell a screen reader that another item of a list is the current one."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))


def announce(source: QWidget, text: str) -> None:
    """Announce a text to a screen reader; does nothing if none is active, or before Qt 6.8."""
    kind = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if kind is not None and QtGui.QAccessible.isActive():
        QtGui.QAccessible.updateAccessibility(kind(source, text))


def label_field(field: QWidget) -> None:
    """Add a hidden label with the name of a field, unless there is a label for it beside it.

    On Linux a screen reader gets the chosen text of a combo box as its name; the label states the field.
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
            button.setToolTip(tr("Close the panel; View > {panel} brings it back", panel=dock.windowTitle()))
            button.setAccessibleName(tr("Close {panel}", panel=dock.windowTitle()))
    for name in ("qt_toolbar_ext_button", "qt_menubar_ext_button"):
        for more in window.findChildren(QToolButton, name):
            more.setToolTip(tr("More buttons of the bar"))
            more.setAccessibleName(tr("More"))
            more.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class PartFocus(QObject):
    """Moves the focus between the visible parts of a window.

    The first part gets the focus of a widget that is hidden or disabled, as after a click on the button of an offer,
    unless there is another one beside it: the next widget of the window has nothing to do with it.

    Parameters
    ----------
    window : QMainWindow
        The window; its panels follow the other parts.
    *parts : QWidget
        The other parts, in order.
    """

    def __init__(self, window: QMainWindow, *parts: QWidget) -> None:
        super().__init__(window)
        self._window, self._parts = window, parts
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def go(self, step: int) -> None:
        """Focus the first field or button of the next (1) or the previous (-1) part."""
        every = (*self._parts, *self._window.findChildren(QDockWidget))
        parts = [(part, first) for part in every if (first := _first(part)) is not None]
        focus = QApplication.focusWidget()
        here = next((index for index, (part, _) in enumerate(parts) if _holds(part, focus)), 0 if step < 0 else -1)
        parts[(here + step) % len(parts)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None or (before.isVisible() and before.isEnabled()):
            return
        beside = before.parentWidget()
        in_window = before.window() is self._window and now.window() is self._window
        if in_window and beside is not None and not _holds(beside, now):
            self._parts[0].setFocus()


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
