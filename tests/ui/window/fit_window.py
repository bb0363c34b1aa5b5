"""Opens the window, its panels and dialogs and prints what a language makes wrong: cut texts, access keys used twice.

Run by `test_languages` in a process of its own, as a language is chosen before the window is imported.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter

from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)

from riffdesk.ui.window.app import create_window
from riffdesk.ui.window.deferred_making import DeferredMaking
from tests.ui.window.walk_window import dialogs

MARK = 20  # pixels of the box of a checkbox and the space beside it


seen: set[str] = set()


def cut(root: QWidget) -> list[str]:
    """Return the texts of labels, buttons and empty fields of dialogs that are wider than their widget."""
    found = []
    kinds = QLabel | QAbstractButton | QGroupBox | (QLineEdit if isinstance(root, QDialog) else QLabel)
    for part in root.findChildren(QWidget):
        if not isinstance(part, kinds) or not part.isVisible():
            continue
        text = _text_of(part)
        if not text or (isinstance(part, QLabel) and part.wordWrap()) or "<" in text:
            continue
        if isinstance(part, QToolButton) and not part.icon().isNull():
            continue
        seen.add(text)
        room = part.width() - (MARK if isinstance(part, QCheckBox) else 0)
        needed = max(QFontMetrics(part.font()).horizontalAdvance(line) for line in text.replace("&", "").split("\n"))
        if needed > room:
            found.append(f"{type(part).__name__} {part.objectName()} “{text}”: {needed} > {room}")
    return found


def _text_of(part: QLabel | QAbstractButton | QGroupBox | QLineEdit) -> str:
    if isinstance(part, QLineEdit):
        return part.placeholderText() if not part.text() else ""
    return part.title() if isinstance(part, QGroupBox) else part.text()


def doubled(name: str, texts: list[str]) -> list[str]:
    """Return the access keys that a menu has twice."""
    keys = Counter(key for text in texts if (key := QKeySequence.mnemonic(text).toString()))
    return [
        f"{name}: {key} of {[text for text in texts if QKeySequence.mnemonic(text).toString() == key]}"
        for key, count in keys.items()
        if count > 1
    ]


def doubled_in(menu: QMenu) -> list[str]:
    """Return the access keys that a menu, or one in it, has twice."""
    found = doubled(menu.title(), [action.text() for action in menu.actions() if not action.isSeparator()])
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += doubled_in(inner)
    return found


def main() -> None:
    window = create_window()
    deferred, limit = window.findChild(DeferredMaking), time.monotonic() + 60
    while not deferred.done and time.monotonic() < limit:
        QTest.qWait(1)
    window.showNormal()
    window.resize(1440, 900)
    window.jam.make()
    QTest.qWait(300)
    bars = cut(window)
    for dock in window.findChildren(QDockWidget):
        dock.show()
    QTest.qWait(300)
    every = cut(window)
    in_dialogs = []
    for make in dialogs(window):
        dialog = make()
        dialog.show()
        QTest.qWait(300)
        in_dialogs += cut(dialog)
        dialog.close()
    menus = window.actions_.menus
    keys = doubled("", [menu.title() for menu in menus])
    for menu in menus:
        keys += doubled_in(menu)
    print(
        json.dumps({"cut": sorted({*bars, *every, *in_dialogs}), "keys": keys, "texts": len(seen), "menus": len(menus)})
    )
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
