"""The tool bar at the left of the window: the tools, and what one does most beside them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolBar

from riffdesk.ui.actions import SEPARATOR, Actions

_BELOW = (SEPARATOR, "actionFit", SEPARATOR, "actionUndo", "actionRedo")


class ToolBar(QToolBar):
    """A column of buttons for the tools.

    Parameters
    ----------
    tools : iterable of str
        Names of their actions.
    actions : Actions
    """

    def __init__(self, tools: Iterable[str], actions: Actions) -> None:
        super().__init__("Tools", objectName="toolBar", movable=False)
        self.setOrientation(Qt.Orientation.Vertical)
        for name in (*tools, *_BELOW):
            if name == SEPARATOR:
                self.addSeparator()
            else:
                self.addAction(actions[name])
                self.widgetForAction(actions[name]).setObjectName(f"{name}Button")
