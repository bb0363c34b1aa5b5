"""Opens the window, its panels and its dialogs, and prints every text that is shown without ⟦ as JSON.

Run by `test_pseudo_language` in a process of its own, as a language is chosen before the window is imported.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QMenu,
    QTableWidget,
    QToolButton,
    QTreeWidget,
    QWidget,
)

from riffdesk.ui.document.export_dialog import ExportDialog
from riffdesk.ui.help.help import MessagesDialog
from riffdesk.ui.recording.input_dialog import InputDialog
from riffdesk.ui.riff.computing.computing_dialog import ComputingDialog
from riffdesk.ui.riff.prompt.models_dialog import ModelsDialog
from riffdesk.ui.window.app import create_window
from riffdesk.ui.window.deferred_making import DeferredMaking
from riffdesk.ui.window.main_window import MainWindow

TEXTS = (
    "text", "title", "windowTitle", "toolTip", "placeholderText", "accessibleName", "accessibleDescription", "suffix",
    "prefix", "specialValueText", "toPlainText",
)  # fmt: skip
OWN = {"layerName", "exportFolder", "exportName", "exportFiles"}  # names that users give

found: dict[str, str] = {}
count = 0


def see(where: str, text: object) -> None:
    global count
    if not isinstance(text, str) or not any(letter.isalpha() for letter in text):
        return
    count += 1
    if "⟦" not in text:
        found.setdefault(text, where)


def see_action(action: QAction) -> None:
    name = f"action {action.objectName()}"
    see(name, action.text())
    see(name, action.toolTip())


def see_menu(menu: QMenu) -> None:
    menu.aboutToShow.emit()
    see("menu", menu.title())
    for action in menu.actions():
        see_action(action)
        inner = action.menu()
        if isinstance(inner, QMenu):
            see_menu(inner)


def see_items(name: str, widget: QWidget) -> None:
    if isinstance(widget, QComboBox):
        for index in range(widget.count()):
            see(name, widget.itemText(index))
    if isinstance(widget, QTableWidget | QTreeWidget):
        for column in range(widget.model().columnCount()):
            see(name, widget.model().headerData(column, Qt.Orientation.Horizontal))
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QTableWidget):
        model = widget.model()
        for row in range(0 if model is None else model.rowCount()):
            see(name, model.index(row, 0).data())


def see_all(root: QWidget) -> None:
    button = root.findChild(QToolButton, "words")
    words = (
        [] if button is None else [button.menu(), *button.menu().findChildren(QMenu)]
    )  # which models know in English
    for widget in [root, *root.findChildren(QWidget)]:
        name = f"{type(widget).__name__}#{widget.objectName()}"
        for method in TEXTS:
            get = getattr(widget, method, None)
            if callable(get) and widget.objectName() not in OWN:
                try:
                    see(f"{name}.{method}", get())
                except TypeError:
                    continue
        if widget.objectName() not in OWN:
            see_items(name, widget)
        if isinstance(widget, QMenu) and widget not in words:
            see_menu(widget)


def dialogs(window: MainWindow) -> list[Callable[[], QDialog]]:
    parts = window.parts
    return [
        lambda: ExportDialog(window.sketch.state, window.settings, Path.home(), "song", parent=window),
        lambda: ModelsDialog(
            window.sketch, window.defaults, window.settings, parts.render_worker, parts.download_worker,
            window.notice, window,
        ),
        window.help.shortcuts_page,
        lambda: MessagesDialog([], window),
        lambda: InputDialog(parts, window.playback, window.recording.input, window),
        lambda: ComputingDialog(window.settings, parts.render_worker, window.notice, window),
    ]  # fmt: skip


def main() -> None:
    window = create_window()
    deferred, limit = window.findChild(DeferredMaking), time.monotonic() + 60
    while not deferred.done and time.monotonic() < limit:
        QTest.qWait(1)
    for dock in window.findChildren(QDockWidget):
        dock.show()
    window.jam.make()
    window.editing.select_all()
    window.help.start_tour()
    QApplication.processEvents()
    see_all(window)
    for action in window.actions_.by_name.values():
        see_action(action)
    for menu in window.actions_.menus:
        see_menu(menu)
    for make in dialogs(window):
        dialog = make()
        dialog.show()
        QApplication.processEvents()
        see_all(dialog)
        dialog.close()
    print(json.dumps({**found, "count of texts": "many" if count > 1_500 else ""}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
