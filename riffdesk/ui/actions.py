"""Every command of the window: one table of text, shortcut and what it does, and the menus made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from riffdesk.ui.fields import commit_typing
from riffdesk.ui.theme import Colours, icon

Keys = QKeySequence | QKeySequence.StandardKey | str


@dataclass(frozen=True)
class Command:
    """One action: its object name, text, shortcuts, what it does, and whether it does so again while a key is held."""

    name: str
    text: str
    keys: tuple[Keys, ...]
    act: Callable[..., object]
    icon: str = ""
    checkable: bool = False
    hint: str = ""
    repeats: bool = True


SEPARATOR = ""


class Actions:
    """The window's actions by object name."""

    def __init__(self, window: QMainWindow, commands: tuple[Command, ...]) -> None:
        self._window = window
        self._icons: dict[QAction, str] = {}
        self.by_name: dict[str, QAction] = {}
        for command in commands:
            action = QAction(command.text, window, objectName=command.name, checkable=command.checkable)
            action.setAutoRepeat(command.repeats)
            action.setShortcuts(list(dict.fromkeys(QKeySequence(keys) for keys in command.keys)))
            if command.hint:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                action.setToolTip(f"{command.hint} ({keys})" if keys else command.hint)
            (action.toggled if command.checkable else action.triggered).connect(_run(command))
            if command.icon:
                self._icons[action] = command.icon
            self.by_name[command.name] = action
            window.addAction(action)

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


def _run(command: Command) -> Callable[[bool], object]:
    """Do what a command does, after what was typed counts; checkable ones are told whether they are checked."""

    def act(checked: bool = False) -> object:
        commit_typing()
        return command.act(checked) if command.checkable else command.act()

    return act
