"""Presets: named options of a tool, stored in the settings."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.ui.canvas.tools.tool import ButtonOption, ToolInfo
from riffdesk.ui.confirm import ask_text

_MOST = 200  # presets of all tools
_LONGEST = 60  # letters of a name


class ToolPresets(QToolButton):
    """A button whose menu has the presets of the active tool, and saves and removes them.

    Parameters
    ----------
    settings : Settings
    """

    chosen = Signal()
    """A preset has changed the options of the tool."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="toolPresets", text=tr("Presets"))
        self.setAccessibleName(tr("Presets of the tool"))
        self.setToolTip(tr("Save the options of the tool under a name, and load them"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._settings = settings
        self._tool: ToolInfo | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def show_tool(self, tool: ToolInfo) -> None:
        """Offer the presets of a tool; a tool without options has none."""
        self._tool = tool
        self.setVisible(bool(_names(tool)))

    @property
    def names(self) -> list[str]:
        """Names of the presets of the tool, in alphabetical order."""
        start = f"{self._tool.object_name}:" if self._tool is not None else ":"
        return sorted(key.removeprefix(start) for key in self._settings.tool_presets if key.startswith(start))

    def save(self, name: str) -> None:
        """Save the options of the tool under a name, in place of a preset of that name."""
        name = " ".join(name.split())[:_LONGEST]
        if self._tool is None or not name:
            return
        values = {setting: getattr(self._settings, setting) for setting in _names(self._tool)}
        presets = {**self._settings.tool_presets, f"{self._tool.object_name}:{name}": json.dumps(values)}
        if len(presets) <= _MOST:
            self._settings.tool_presets = presets

    def take(self, name: str) -> None:
        """Load the options of a preset; invalid ones are ignored."""
        assert self._tool is not None
        values = _values(self._settings.tool_presets.get(f"{self._tool.object_name}:{name}", ""))
        for setting in _names(self._tool):
            if setting in values:
                self._settings.set_valid(setting, values[setting])
        self.chosen.emit()

    def remove(self, name: str) -> None:
        """Remove a preset."""
        assert self._tool is not None
        removed = f"{self._tool.object_name}:{name}"
        self._settings.tool_presets = {key: text for key, text in self._settings.tool_presets.items() if key != removed}

    def _fill(self) -> None:
        self._menu.clear()
        for name in self.names:
            self._menu.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, name=name: self.take(name))
        if self.names:
            self._menu.addSeparator()
        is_full = len(self._settings.tool_presets) >= _MOST
        save = self._menu.addAction(
            tr("Save… (there are {count} presets: remove one first)", count=_MOST) if is_full else tr("Save…")
        )
        save.setEnabled(not is_full)
        save.triggered.connect(self._ask)
        if self.names:
            removing = self._menu.addMenu(tr("Remove"))
            for name in self.names:
                action = removing.addAction(name.replace("&", "&&"))
                action.triggered.connect(lambda _=False, name=name: self.remove(name))

    def _ask(self) -> None:
        self.save(
            ask_text(self.window(), tr("Save preset"), tr("Name of the preset:"), tr("Name of the preset"), tr("Save"))
        )


def _names(tool: ToolInfo) -> list[str]:
    """Return the settings that are options of a tool."""
    return [option.setting for row in tool.options for option in row if not isinstance(option, ButtonOption)]


def _values(text: str) -> Mapping[str, object]:
    """Return the settings of a preset; none if its text is damaged."""
    try:
        values = json.loads(text)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
