"""What the Help menu opens: the command palette, the tour, keyboard shortcuts, what was said, and About."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QMenu,
    QMessageBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from riffdesk import __version__
from riffdesk.settings import Settings
from riffdesk.ui.actions import Actions, Entry, entries
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.help.command_palette import CommandPalette
from riffdesk.ui.help.shortcuts import Shortcuts
from riffdesk.ui.help.shortcuts_dialog import ShortcutsDialog
from riffdesk.ui.help.tour import Tour, TourParts
from riffdesk.ui.notices import Message, Notice
from riffdesk.ui.riff.timeline.seed_timeline import SeedTimeline

_TIME_WIDTH = 70  # pixels


class HelpParts(TourParts, Protocol):
    """What the Help menu's pages speak of; `riffdesk.ui.window.main_window.MainWindow` has it."""

    application: QApplication
    settings: Settings
    canvas: SpectrogramCanvas
    timeline: SeedTimeline
    actions_: Actions
    notice: Notice
    shortcuts: Shortcuts


class Help(QObject):
    """Opens the pages of the Help menu.

    Parameters
    ----------
    parts : HelpParts
        What they speak of.
    window : QWidget
        What they lie over.
    """

    def __init__(self, parts: HelpParts, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._window = parts, window
        self._timeline_menu = QMenu("Seed timeline", window)
        self.palette = CommandPalette(self._commands, parts.settings, parts.application, window)
        self.tour = Tour(parts, window)

    def start_tour(self) -> None:
        """Show what one does in the first minutes."""
        self.tour.start()

    def show_palette(self) -> None:
        """Offer every command, to be found by typing."""
        self.palette.open()

    def show_shortcuts(self) -> None:
        """Show every command with its keys, to be found and changed."""
        self.shortcuts_page().exec()

    def shortcuts_page(self) -> ShortcutsDialog:
        """Return the page of keyboard shortcuts, closed."""
        parts = self._parts
        commands = (entry for entry in self._in_menus() if entry.action.objectName() in parts.actions_.by_name)
        return ShortcutsDialog(parts.shortcuts, commands, self._window)

    def show_messages(self) -> None:
        """Show what was said since the start."""
        MessagesDialog(self._parts.notice.told, self._window).exec()

    def show_about(self) -> None:
        """Say what riffdesk is."""
        QMessageBox.about(
            self._window,
            "About riffdesk",
            f"<h3>riffdesk {__version__}</h3><p>A music sketchpad: draw a spectrogram and hear it.</p>"
            "<p>It reads and writes the spectrogram images of Riffusion (Seth Forsgren and Hayk Martiros, 2022).</p>"
            "<p>MIT licence.</p>",
        )

    def _in_menus(self) -> list[Entry]:
        return [entry for menu in self._parts.actions_.menus for entry in entries(menu)]

    def _commands(self) -> list[Entry]:
        """Return what the palette offers: the menus, and what can be done with the chosen keyframes."""
        self._timeline_menu.clear()
        self._parts.timeline.fill_menu(self._timeline_menu)
        every = [*self._in_menus(), *entries(self._timeline_menu)]
        # Where there are no recent files, the menu only says so.
        named = [one for one in every if one.action.objectName() or one.action.isEnabled()]
        return [one for one in named if one.action.objectName() != "actionPalette"]


class MessagesDialog(QDialog):
    """Everything that was said since the start, the latest first."""

    def __init__(self, told: Iterable[Message], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Messages")
        self.resize(560, 420)
        page = QTextBrowser(objectName="messages", accessibleName="Messages")
        rows = [(f"{one.when:%H:%M:%S}", html.escape(one.text)) for one in reversed(tuple(told))]
        page.setHtml(_table(rows) if rows else "<p>Nothing was said yet.</p>")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(page)
        column.addWidget(buttons)


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = "".join(f"<tr><td width='{_TIME_WIDTH}'><b>{when}</b></td><td>{what}</td></tr>" for when, what in rows)
    return f"<table cellpadding='3'>{cells}</table>"
