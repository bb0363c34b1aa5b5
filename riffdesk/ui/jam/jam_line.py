"""The line beside Generate while a jam plays: riffs wait for its end, which is one click away."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from riffdesk.language import tr
from riffdesk.ui.actions import follow
from riffdesk.ui.plain_text import PlainLabel


class JamLine(QWidget):
    """A message that riffs are made after the jam, and a button that stops it; hidden while there is none.

    Parameters
    ----------
    stop : QAction
        Stops the jam.
    """

    def __init__(self, stop: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="jamLine")
        self.hide()
        label = PlainLabel(tr("Riffs are made after the jam."), objectName="dim", wordWrap=True)
        button = QPushButton(tr("Stop the jam"), objectName="jamLineStop")
        follow(button, stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label, 1)
        row.addWidget(button)
