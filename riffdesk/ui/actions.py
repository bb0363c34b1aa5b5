"""Actions of the window: the description of a command, the QActions made from commands, menus and tooltips."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QMenu, QWidgetAction

from riffdesk.ui.fields import commit_typing
from riffdesk.ui.icons import icon
from riffdesk.ui.plain_text import wrapped
from riffdesk.ui.theme import Colours

Keys = QKeySequence | QKeySequence.StandardKey | str


@dataclass(frozen=True)
class Command:
    """The description of an action.

    Parameters
    ----------
    name : str
        Object name.
    text : str
        Title in menus, with its access key.
    keys : tuple
        Default shortcuts.
    act : callable
        Called when the action is triggered; with whether it is checked if it is checkable.
    icon : str
        Name of the icon; '' for none.
    checkable : bool
    hint : str
        First sentence of the tooltip.
    repeats : bool
        Whether the action repeats while a key is held.
    needs : str
        Second sentence of the tooltip while the action is disabled, without its full stop.
    """

    name: str
    text: str
    keys: tuple[Keys, ...]
    act: Callable[..., object]
    icon: str = ""
    checkable: bool = False
    hint: str = ""
    repeats: bool = True
    needs: str = ""


SEPARATOR = ""
_HINT, _WHY_NOT = "hint", "whyNot"  # properties of actions
HEADING = "heading"
"""Property of an action that is a heading in a menu."""


class Actions:
    """The window's actions by object name, and its menus.

    Parameters
    ----------
    window : QMainWindow
    commands : tuple of Command
    """

    def __init__(self, window: QMainWindow, commands: tuple[Command, ...]) -> None:
        self._window = window
        self._icons: dict[QAction, str] = {}
        self.by_name: dict[str, QAction] = {}
        self.menus: list[QMenu] = []
        for command in commands:
            action = QAction(command.text, window, objectName=command.name, checkable=command.checkable)
            action.setAutoRepeat(command.repeats)
            (action.toggled if command.checkable else action.triggered).connect(_run(command))
            if command.icon:
                self._icons[action] = command.icon
            action.setProperty(_WHY_NOT, command.needs)
            action.setShortcuts(list(dict.fromkeys(QKeySequence(keys) for keys in command.keys)))
            self.add(action, command.hint)

    def add(self, action: QAction, hint: str = "") -> None:
        """Add an action to the window."""
        self.by_name[action.objectName()] = action
        action.setProperty(_HINT, hint)
        action.setIconVisibleInMenu(not action.isCheckable())  # the icon would replace the check mark
        action.enabledChanged.connect(lambda _: _show_tip(action))
        self._window.addAction(action)

    def show_tips(self) -> None:
        """Set the tooltips of all actions."""
        for action in self.by_name.values():
            _show_tip(action)

    def set_keys(self, name: str, keys: Iterable[QKeySequence]) -> None:
        """Set the shortcuts of an action; the first one is shown in its tooltip."""
        action, keys = self.by_name[name], list(dict.fromkeys(keys))
        if action.shortcuts() != keys:
            action.setShortcuts(keys)
            _show_tip(action)

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def group(self, *names: str) -> QActionGroup:
        """Make a group of actions of which one is checked."""
        group = QActionGroup(self._window)
        for name in names:
            group.addAction(self.by_name[name])
        return group

    def menu(self, title: str, *names: str | QMenu) -> QMenu:
        """Add a menu of actions, separators (``SEPARATOR``) and submenus."""
        menu = self._window.menuBar().addMenu(title)
        menu.setToolTipsVisible(True)
        self.menus.append(menu)
        for name in names:
            if isinstance(name, QMenu):
                menu.addMenu(name)
            elif name == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self.by_name[name])
        return menu

    def set_look(self, look: Colours) -> None:
        """Set the icons in the colours of a theme."""
        for action, name in self._icons.items():
            action.setIcon(icon(name, look))


@dataclass(frozen=True)
class Entry:
    """An action and the titles of the menus that lead to it."""

    action: QAction
    path: tuple[str, ...]


def entries(menu: QMenu, path: tuple[str, ...] = ()) -> Iterator[Entry]:
    """Yield the actions of a menu and its submenus in order; menus that are filled when shown are filled first."""
    path = (*path, without_mnemonic(menu.title()))
    menu.aboutToShow.emit()
    heading: tuple[str, ...] = ()
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from entries(inner, path)
        elif action.isSeparator():
            heading = ()
        elif action.property(HEADING):
            heading = (without_mnemonic(action.text()).rstrip(":"),)
        elif action.isVisible() and not isinstance(action, QWidgetAction):
            yield Entry(action, (*path, *heading))


def allow(action: QAction, on: bool, why_not: str) -> None:
    """Enable or disable an action; its tooltip and the command palette show the reason while it is disabled."""
    action.setProperty(_WHY_NOT, why_not)
    action.setEnabled(on)
    _show_tip(action)


def why_not(action: QAction) -> str:
    """Return the reason why an action is disabled, or how to enable it; '' if it is enabled or that is unknown."""
    return "" if action.isEnabled() else action.property(_WHY_NOT) or ""


def _show_tip(action: QAction) -> None:
    """Set the tooltip of an action: hint, key, and the reason while it is disabled."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    hint = action.property(_HINT) or without_mnemonic(action.text()).rstrip("…")
    action.setToolTip(wrapped("\n".join(filter(None, (f"{hint} ({key})" if key else hint, why_not(action))))))


def without_mnemonic(text: str) -> str:
    """Return the text of an action or a menu without the ampersand of its access key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def follow(button: QAbstractButton, action: QAction) -> None:
    """Connect a button with an action: it triggers the action, and has its tooltip and state."""

    def show() -> None:
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())

    button.clicked.connect(action.trigger)
    action.changed.connect(show)
    show()


def _run(command: Command) -> Callable[[bool], object]:
    """Return a slot that commits typed text, then calls the command."""

    def act(checked: bool = False) -> object:
        commit_typing()
        return command.act(checked) if command.checkable else command.act()

    return act
