"""The text field for the chords of a keyframe, with a message under it about errors."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from riffdesk.compose.chords import chords_of
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.ui.plain_text import StatusLabel, wrapped
from riffdesk.ui.riff.prompt.prompt_field import PromptField

_TIP = tr(
    "Chords of the riff, bar by bar, from this keyframe on: Cm | Ab | Eb Bb. Up to four share a bar, "
    "% repeats the bar before; at the end they start again. If empty, they are random, from the seed"
)
_NOT_HEARD = tr("These chords have no effect: choose Start from: A composed guide.")
_NOT_BESIDE_NOTES = tr("These chords have no effect: the notes of a file are played. Remove them under the prompt.")


class ChordsField(QWidget):
    """Edits chords as text; the message under it shows syntax errors, and when the chords have no effect."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PromptField("chords", tr("Chords"), tr("Chords: Cm | Ab | Eb | Bb"), 1)
        self.field.setToolTip(wrapped(_TIP))
        self.typed = self.field.typed
        self.message = StatusLabel(accessibleDescription=tr("About the chords"), objectName="dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.message)

    def show_chords(self, chords: str, *, composes: bool, given: bool) -> None:
        """Show chords and the message about them, without emitting `typed`.

        Parameters
        ----------
        chords : str
            As `riffdesk.compose.chords.chords_of` reads them.
        composes : bool
            Whether notes are composed for the next riff.
        given : bool
            Whether the next riff plays the notes of a file.
        """
        self.field.show_text(chords)
        text = ""
        try:
            if chords_of(chords) and not composes:
                text = _NOT_BESIDE_NOTES if given else _NOT_HEARD
        except UserError as error:
            text = str(error)
        self.message.setText(text)
