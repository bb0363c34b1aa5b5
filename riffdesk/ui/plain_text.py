"""Texts with names in them, of files and layers, shown as they are where Qt would find markup or a shortcut in them."""

from __future__ import annotations

import html
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as TextFunctions
from PySide6.QtWidgets import QLabel

_LONGEST = 60  # characters of a name in a menu


class PlainLabel(QLabel):
    """A label that knows no markup."""

    def __init__(self, *args: Any, **properties: Any) -> None:
        super().__init__(*args, textFormat=Qt.TextFormat.PlainText, **properties)


def plain(text: str) -> str:
    """Return what a tooltip or a message box shows as this text."""
    return html.escape(text).replace("\n", "<br>") if TextFunctions.mightBeRichText(text) else text


def menu_text(name: str) -> str:
    """Return what a menu shows as this name; the middle of a long one is left out."""
    shown = name if len(name) <= _LONGEST else f"{name[: _LONGEST // 2]}…{name[-_LONGEST // 2 :]}"
    return shown.replace("&", "&&")
