"""The check box with the tempo and key of the next riff."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from riffdesk.language import tr
from riffdesk.sketch.state import State
from riffdesk.ui.plain_text import plain, wrapped
from riffdesk.ui.riff.prompt.prompt_texts import tempo_key_text
from riffdesk.ui.theme import width_of

_TIP = tr("Riffs are made at the tempo and in the key of the sketch, if the prompt names none, so that they match it")
_WITHOUT_KEY = tr("120 bpm, from the sketch")  # text that is never elided
_BOX = 26  # width of the box and the gap beside it, in pixels


class TempoKeyBox(QCheckBox):
    """Shows the tempo and the key of the next riff, elided if that is too long.

    A long text does not make the panel wider, which would move the canvas.
    """

    def __init__(self) -> None:
        super().__init__(objectName="inTime", accessibleName=tr("Tempo and key of the sketch"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(width_of(_WITHOUT_KEY, _BOX))

    def show_request(self, prompt: str, state: State) -> None:
        """Show tempo and key for a prompt in a sketch."""
        text = tempo_key_text(prompt, state)
        self.setChecked(state.render.in_time)
        self.setText(text)
        self.setToolTip(plain(wrapped(f"{text}\n{_TIP}")))
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box with the text, elided to its width."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
