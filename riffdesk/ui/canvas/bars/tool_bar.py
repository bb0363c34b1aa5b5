"""The tool bar at the left of the window: the tools, and frequent commands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from riffdesk.language import tr
from riffdesk.ui.actions import SEPARATOR, Actions
from riffdesk.ui.canvas.tools.tool import ToolInfo

_BELOW = (SEPARATOR, "actionFit", SEPARATOR, "actionUndo", "actionRedo")


class ToolBar(QToolBar):
    """A column of buttons for the tools; tools of a group share one.

    Parameters
    ----------
    tools : iterable of ToolInfo
    actions : Actions
    """

    def __init__(self, tools: Iterable[ToolInfo], actions: Actions) -> None:
        super().__init__(tr("Tools"), objectName="toolBar", movable=False)
        self.setOrientation(Qt.Orientation.Vertical)
        self._button_of: dict[QAction, _GroupButton] = {}
        tools = tuple(tools)
        actions.group(*(tool.object_name for tool in tools))
        groups: dict[str, list[QAction]] = {}
        for tool in tools:
            groups.setdefault(tool.group or tool.object_name, []).append(actions[tool.object_name])
        for members in groups.values():
            if len(members) == 1:
                self._add(members[0])
            else:
                button = _GroupButton(members)
                self._button_of |= dict.fromkeys(members, button)
                self.addWidget(button)
        for name in _BELOW:
            if name == SEPARATOR:
                self.addSeparator()
            else:
                self._add(actions[name])

    def widgetForAction(self, action: QAction) -> QWidget:
        """Return the button of an action; tools of a group have the same."""
        return self._button_of.get(action) or super().widgetForAction(action)

    def _add(self, action: QAction) -> None:
        self.addAction(action)
        button = super().widgetForAction(action)
        button.setObjectName(f"{action.objectName()}Button")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class _GroupButton(QToolButton):
    """A button with the tool of a group that was used last; a second or a long press opens a menu of the others."""

    def __init__(self, actions: list[QAction]) -> None:
        super().__init__(objectName=f"{actions[0].objectName()}Button")
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions(actions)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda _: self.showMenu())
        self.setDefaultAction(actions[0])
        for action in actions:
            action.toggled.connect(lambda on, action=action: self.setDefaultAction(action) if on else None)
        self._was_checked = False
        self.pressed.connect(self._on_pressed)
        self.clicked.connect(self._on_clicked)

    def _on_pressed(self) -> None:
        self._was_checked = self.isChecked()

    def _on_clicked(self) -> None:
        if self._was_checked:
            self.showMenu()
