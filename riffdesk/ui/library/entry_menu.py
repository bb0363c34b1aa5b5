"""The menu of entries in the library's list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from riffdesk.language import tr
from riffdesk.store.library.entry import MAX_STARS

Choice = tuple[str, Callable[[], object], bool]
"""A title, a function, and whether it is enabled."""


def entry_menu(choices: Iterable[Choice], rate: Callable[[int], object], parent: QWidget) -> QMenu:
    """Return a menu with choices and, in a menu of its own, stars to give; it is deleted when it is closed."""
    menu = QMenu(parent)
    menu.setObjectName("libraryMenu")
    for title, function, possible in choices:
        menu.addAction(title, function).setEnabled(possible)
    stars = menu.addMenu(tr("&Stars"))
    for number in range(MAX_STARS + 1):
        stars.addAction(f"&{number}", partial(rate, number))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
