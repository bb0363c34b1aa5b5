"""The row under the prompt with the name of the file whose notes the next riff plays, and a button to remove them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from riffdesk.language import tr
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.ui.plain_text import PlainLabel, plain, wrapped

_TIP = tr("The next riff plays these notes, with the sound of the prompt")
_REMOVE = tr("Do not play these notes: compose new ones, or use words alone")
_OF_A_RIFF = tr("those of a riff")


class NotesRow(QWidget):
    """Shows the name of the given notes; hidden if there are none."""

    removed = Signal()
    """The user has removed the notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel()
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.remove = QToolButton(objectName="removeNotes", text="✕", accessibleName=tr("Remove the notes"))
        self.remove.setToolTip(wrapped(_REMOVE))
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 1)
        row.addWidget(self.remove)
        self._text = ""
        self.hide()

    def show_notes(self, render: RenderSettings) -> None:
        """Show the name of the given notes, or hide the row."""
        self.setVisible(bool(render.score))
        self._text = tr("Notes: {name}", name=render.score_name or _OF_A_RIFF)
        self.label.setToolTip(plain(wrapped(f"{self._text}\n{_TIP}")))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the name to the width of the row."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.label.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.label.width())
        self.label.setText(shown)
