"""The Help menu: the command palette, the tour, keyboard shortcuts, messages, and About."""

from __future__ import annotations

import html
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
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
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.actions import Actions, Entry, entries
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.help.shortcuts import Shortcuts
from riffdesk.ui.notices import Message, Notice
from riffdesk.ui.riff.riffs import Riffs
from riffdesk.ui.riff.timeline.seed_timeline import SeedTimeline
from riffdesk.ui.theme import DARK, Colours, resize_within_screen

if TYPE_CHECKING:
    from riffdesk.ui.help.command_palette import CommandPalette
    from riffdesk.ui.help.shortcuts_dialog import ShortcutsDialog
    from riffdesk.ui.help.tour import Tour

_TIME_WIDTH = 70  # pixels


class HelpParts(Protocol):
    """The parts of the window that the Help menu uses; `riffdesk.ui.window.main_window.MainWindow` has them."""

    application: QApplication
    settings: Settings
    sketch: Sketch
    canvas: SpectrogramCanvas
    riffs: Riffs
    timeline: SeedTimeline
    actions_: Actions
    notice: Notice
    shortcuts: Shortcuts


class Help(QObject):
    """Opens the dialogs of the Help menu.

    Parameters
    ----------
    parts : HelpParts
    window : QWidget
        Parent of the dialogs.
    """

    settings_changed = Signal()
    """A command was run from the palette, or the tour was left."""

    def __init__(self, parts: HelpParts, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._window = parts, window
        self._timeline_menu = QMenu(tr("Seed timeline"), window)
        self._look = DARK

    @cached_property
    def palette(self) -> CommandPalette:
        """The command palette."""
        from riffdesk.ui.help.command_palette import CommandPalette

        palette = CommandPalette(self._commands, self._parts.settings, self._parts.application, self._window)
        palette.ran.connect(self.settings_changed)
        return palette

    @cached_property
    def tour(self) -> Tour:
        """The tour."""
        from riffdesk.ui.help.tour import Tour

        tour = Tour(self._parts, self._window)
        tour.set_look(self._look)
        tour.left.connect(self.settings_changed)
        return tour

    def set_look(self, look: Colours) -> None:
        """Set the theme's colours."""
        self._look = look
        if "tour" in self.__dict__:  # it was opened
            self.tour.set_look(look)

    def leave_tour(self) -> bool:
        """End the tour; return whether it was open."""
        return "tour" in self.__dict__ and self.tour.leave()

    def start_tour(self) -> None:
        """Start the tour."""
        self.tour.start()

    def show_palette(self) -> None:
        """Open the command palette."""
        self.palette.open()

    def show_shortcuts(self) -> None:
        """Show the dialog of keyboard shortcuts."""
        self.shortcuts_page().exec()

    def shortcuts_page(self) -> ShortcutsDialog:
        """Create the dialog of keyboard shortcuts, without showing it."""
        from riffdesk.ui.help.shortcuts_dialog import ShortcutsDialog

        parts = self._parts
        commands = (entry for entry in self._in_menus() if entry.action.objectName() in parts.actions_.by_name)
        return ShortcutsDialog(parts.shortcuts, commands, self._window)

    def show_messages(self) -> None:
        """Show the messages since the start."""
        MessagesDialog(self._parts.notice.messages, self._window).exec()

    def show_about(self) -> None:
        """Show version and licence."""
        QMessageBox.about(
            self._window,
            tr("About riffdesk"),
            tr(
                "<h3>riffdesk {version}</h3><p>A music sketchpad: draw a spectrogram and hear "
                "it.</p><p>It reads and writes the spectrogram images of Riffusion (Seth Forsgren and "
                "Hayk Martiros, 2022).</p><p>MIT licence.</p>",
                version=__version__,
            ),
        )

    def _in_menus(self) -> list[Entry]:
        return [entry for menu in self._parts.actions_.menus for entry in entries(menu)]

    def _commands(self) -> list[Entry]:
        """Return the commands of the palette: those of the menus, and those of the selected keyframes."""
        self._timeline_menu.clear()
        self._parts.timeline.fill_menu(self._timeline_menu)
        commands = [*self._in_menus(), *entries(self._timeline_menu)]
        # A disabled action without a name is a placeholder, such as that of an empty list of recent files.
        named = [entry for entry in commands if entry.action.objectName() or entry.action.isEnabled()]
        return [entry for entry in named if entry.action.objectName() != "actionPalette"]


class MessagesDialog(QDialog):
    """Lists the messages since the start, the latest first."""

    def __init__(self, messages: Iterable[Message], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Messages"))
        resize_within_screen(self, 560, 420)
        page = QTextBrowser(objectName="messages", accessibleName=tr("Messages"))
        rows = [(f"{message.when:%H:%M:%S}", html.escape(message.text)) for message in reversed(tuple(messages))]
        page.setHtml(_table(rows) if rows else tr("<p>There are no messages.</p>"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(page)
        column.addWidget(buttons)


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = "".join(f"<tr><td width='{_TIME_WIDTH}'><b>{when}</b></td><td>{text}</td></tr>" for when, text in rows)
    return f"<table cellpadding='3'>{cells}</table>"
