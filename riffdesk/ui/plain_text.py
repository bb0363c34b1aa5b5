"""Plain text in labels, tooltips and menus, where Qt would interpret names of files as markup or access keys.

And in fields of one line, where Qt keeps the line breaks of pasted text.
"""

from __future__ import annotations

import html
import re
import textwrap
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QValidator
from PySide6.QtGui import Qt as TextFunctions
from PySide6.QtWidgets import QLabel

_BREAK = re.compile("[\n\v\f\r\x85\u2028\u2029]")
_LONG_RUN = re.compile(r"\S{32}")  # after which a word may be broken
_MAX_LENGTH = 60  # characters of a name in a menu
_WIDTH = 72  # characters of a line in a tooltip


class PlainLabel(QLabel):
    """A label without markup."""

    def __init__(self, *args: Any, **properties: Any) -> None:
        super().__init__(*args, textFormat=Qt.TextFormat.PlainText, **properties)


class ElidedLabel(PlainLabel):
    """A line of text that ends in dots where it has no room; its tooltip has all of it.

    Any other label keeps its window as wide as its text, be it wider than the screen.
    """

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(text)
        self.setToolTip(plain(wrapped(text.strip())))

    def minimumSizeHint(self) -> QSize:
        """Size without text."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, elided if it is too long."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        role, painter = self.foregroundRole(), QPainter(self)
        self.style().drawItemText(painter, room, int(self.alignment()), self.palette(), self.isEnabled(), shown, role)


class OneLine(QValidator):
    """Makes spaces of line breaks in a field."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Return the text in one line, of the same length."""
        return QValidator.State.Acceptable, _BREAK.sub(" ", text), place


class StatusLabel(PlainLabel):
    """A label of lines about what is above it, which takes no room while it has no text."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(wordWrap=True, **properties)
        self.hide()

    def setText(self, text: str) -> None:
        """Show a text; '' hides the label."""
        super().setText(text)
        self.setVisible(bool(text))


class WrappedLabel(PlainLabel):
    """A label without markup whose height fits its lines, which a form would cut."""

    def __init__(self, *args: Any, **properties: Any) -> None:
        super().__init__(*args, wordWrap=True, **properties)

    def setText(self, text: str) -> None:
        """Show a text in as many lines as it takes."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


def plain(text: str) -> str:
    """Return a text escaped for tooltips and message boxes."""
    return html.escape(text).replace("\n", "<br>") if TextFunctions.mightBeRichText(text) else text


def question_text(text: str) -> str:
    """Return a text escaped for message boxes, with long names broken, as they would be cut."""
    return plain(_LONG_RUN.sub("\\g<0>\u200b", text))


def menu_text(name: str) -> str:
    """Return a name escaped for menus; long names are shortened in the middle."""
    shown = name if len(name) <= _MAX_LENGTH else f"{name[: _MAX_LENGTH // 2]}…{name[-_MAX_LENGTH // 2 :]}"
    return shown.replace("&", "&&")


@lru_cache(maxsize=1_024)
def wrapped(text: str) -> str:
    """Return a text in lines of at most 72 characters, as Qt does not wrap plain tooltips."""
    if len(text) <= _WIDTH:
        return text
    return "\n".join(
        textwrap.fill(line, _WIDTH, break_long_words=False, break_on_hyphens=False) for line in text.splitlines()
    )
