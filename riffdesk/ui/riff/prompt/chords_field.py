"""The field for the chords of a keyframe, with a sentence under it that says where a typo is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from riffdesk.compose.chords import chords_of
from riffdesk.errors import UserError
from riffdesk.ui.plain_text import PlainLabel
from riffdesk.ui.riff.prompt.prompt_field import PromptField
from riffdesk.ui.tips import wrapped

_WHAT = (
    "The chords that the riff is played on, bar by bar, from this keyframe on: Cm | Ab | Eb Bb. Up to four share a "
    "bar, % is the bar before once more; they begin again at the end. Empty leaves them to the seed"
)
_NOT_HEARD = "These chords are not heard: choose Start from: A composed guide."
_NOT_BESIDE_NOTES = "These chords are not heard: the notes of a file are played. Remove them under the prompt."


class ChordsField(QWidget):
    """Chords as text, read as they are typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PromptField("chords", "Chords", "Chords: Cm | Ab | Eb | Bb", 1)
        self.field.setToolTip(wrapped(_WHAT))
        self.typed = self.field.typed
        self.told = PlainLabel(accessibleName="About the chords", objectName="dim", wordWrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.told)
        self.told.hide()

    def show_chords(self, chords: str, *, composes: bool, given: bool) -> None:
        """Show chords without telling anybody, and what is to be said of them.

        Parameters
        ----------
        chords : str
        composes : bool
            Whether notes are composed for the next riff.
        given : bool
            Whether it plays the notes of a file.
        """
        self.field.show_text(chords)
        text = ""
        try:
            if chords_of(chords) and not composes:
                text = _NOT_BESIDE_NOTES if given else _NOT_HEARD
        except UserError as error:
            text = str(error)
        self.told.setText(text)
        self.told.setVisible(bool(text))
