"""Plain text in labels, tooltips and menus, where Qt would interpret names of files as markup or access keys."""

from __future__ import annotations

import html
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as TextFunctions
from PySide6.QtWidgets import QLabel

_MAX_LENGTH = 60  # characters of a name in a menu


class PlainLabel(QLabel):
    """A label without markup."""

    def __init__(self, *args: Any, **properties: Any) -> None:
        super().__init__(*args, textFormat=Qt.TextFormat.PlainText, **properties)


def plain(text: str) -> str:
    """Return a text escaped for tooltips and message boxes."""
    return html.escape(text).replace("\n", "<br>") if TextFunctions.mightBeRichText(text) else text


def menu_text(name: str) -> str:
    """Return a name escaped for menus; long names are shortened in the middle."""
    shown = name if len(name) <= _MAX_LENGTH else f"{name[: _MAX_LENGTH // 2]}…{name[-_MAX_LENGTH // 2 :]}"
    return shown.replace("&", "&&")
