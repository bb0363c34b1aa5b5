"""Every command of the window: one table of text, shortcut and what it does, and the menus made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QMenu, QWidgetAction

from riffdesk.ui.fields import commit_typing
from riffdesk.ui.theme import Colours, icon
from riffdesk.ui.tips import wrapped

Keys = QKeySequence | QKeySequence.StandardKey | str


@dataclass(frozen=True)
class Command:
    """One action: its object name, text and shortcuts, and what it does.

    Parameters
    ----------
    hint : str
        What it does and why, for its tooltip.
    repeats : bool
        Whether it does so again while a key is held.
    needs : str
        What to do first where it is disabled, as a sentence without its point.
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
"""Property of an action in a menu that only says what follows."""


class Actions:
    """The window's actions by object name."""

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
            self.add(action, command.hint)
            self.set_keys(command.name, (QKeySequence(keys) for keys in command.keys))

    def add(self, action: QAction, hint: str = "") -> None:
        """Take an action under its object name into the window."""
        self.by_name[action.objectName()] = action
        action.setProperty(_HINT, hint)
        action.setIconVisibleInMenu(not action.isCheckable())  # where the mark is that it is checked
        action.enabledChanged.connect(lambda _: _show_tip(action))
        _show_tip(action)
        self._window.addAction(action)

    def set_keys(self, name: str, keys: Iterable[QKeySequence]) -> None:
        """Give an action other keys, and tell of the first in its tooltip."""
        action = self.by_name[name]
        action.setShortcuts(list(dict.fromkeys(keys)))
        _show_tip(action)

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def group(self, *names: str) -> QActionGroup:
        """Make actions exclude each other."""
        group = QActionGroup(self._window)
        for name in names:
            group.addAction(self.by_name[name])
        return group

    def menu(self, title: str, *names: str | QMenu) -> QMenu:
        """Add a menu of actions; ``SEPARATOR`` draws a line, a menu becomes a submenu."""
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
        """Draw the icons in a theme's colours."""
        for action, name in self._icons.items():
            action.setIcon(icon(name, look))


@dataclass(frozen=True)
class Entry:
    """An action and the titles of the menus that lead to it."""

    action: QAction
    path: tuple[str, ...]


def entries(menu: QMenu, path: tuple[str, ...] = ()) -> Iterator[Entry]:
    """Return what a menu and its submenus hold, in their order, without lines; each is filled first."""
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
    """Enable an action, or disable it and have its tooltip and the command palette say why."""
    action.setProperty(_WHY_NOT, why_not)
    action.setEnabled(on)
    _show_tip(action)


def why_not(action: QAction) -> str:
    """Return why an action is disabled, or what to do first; '' if it is not, or that is not known."""
    return "" if action.isEnabled() else action.property(_WHY_NOT) or ""


def _show_tip(action: QAction) -> None:
    """Have a tooltip say what an action does, by which key, and why it cannot be done now."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    hint = action.property(_HINT) or without_mnemonic(action.text()).rstrip("…")
    action.setToolTip(wrapped("\n".join(filter(None, (f"{hint} ({key})" if key else hint, why_not(action))))))


def without_mnemonic(text: str) -> str:
    """Return the text of an action or a menu without the marks of its access key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def follow(button: QAbstractButton, action: QAction) -> None:
    """Have a button do what an action does, and tell of the same key."""

    def show() -> None:
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())

    button.clicked.connect(action.trigger)
    action.changed.connect(show)
    show()


def _run(command: Command) -> Callable[[bool], object]:
    """Do what a command does, after what was typed counts; checkable ones are told whether they are checked."""

    def act(checked: bool = False) -> object:
        commit_typing()
        return command.act(checked) if command.checkable else command.act()

    return act
