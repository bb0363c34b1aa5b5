"""A row of buttons of which one is down, for an option of a tool."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from riffdesk.settings import Settings
from riffdesk.ui.canvas.tools.tool import ChoiceOption
from riffdesk.ui.plain_text import wrapped


class ChoiceButtons(QWidget):
    """Buttons for the values of a setting. Several rows of the tool panel may have the same setting.

    Parameters
    ----------
    name : str
        Beginning of the buttons' names; the value follows.
    option : ChoiceOption
    settings : Settings
    choose : callable
        Called with the chosen value.
    """

    def __init__(self, name: str, option: ChoiceOption, settings: Settings, choose: Callable[[str], object]) -> None:
        super().__init__()
        self._setting, self._settings = option.setting, settings
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for value, title in option.titles.items():
            button: QToolButton = QToolButton(checkable=True, objectName=f"{name}{value.capitalize()}")
            button.setText(title)
            button.setAccessibleName(f"{option.title}: {title}")
            button.setToolTip(wrapped(option.tip))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, value=value: choose(value))
            group.addButton(button)
            row.addWidget(button, 1)
            self._buttons[value] = button
        self.show_value()

    def show_value(self) -> None:
        """Show the value of the setting."""
        self._buttons[getattr(self._settings, self._setting)].setChecked(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the value, which another tool's buttons may have set."""
        super().showEvent(event)
        self.show_value()
