"""The prompt panel: what is asked for at the current keyframe. It edits the sketch and nothing else."""

from __future__ import annotations

import random

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from riffdesk.sketch.timeline import MAX_SEED
from riffdesk.ui.fields import decimal_field, whole_field
from riffdesk.ui.keyframes import CurrentKeyframe
from riffdesk.ui.theme import Colours, icon

NO_MODEL = "There is no model yet that could play this. Draw, or open a sound; what you write here is kept."


class PromptPanel(QWidget):
    """Fields of one keyframe, and the steps that every render takes."""

    def __init__(self, current: CurrentKeyframe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = current
        self.prompt = _text("prompt", "Prompt", "Prompt: a mellow electric piano over a lazy beat", 58)
        self.negative = _text("negativePrompt", "Negative prompt", "Negative prompt", 34)
        self.seed = whole_field("seed", "Seed", 0, MAX_SEED, tip="The same seed gives the same riff")
        self.dice = QToolButton(objectName="dice", toolTip="New seed", accessibleName="New seed")
        self.steps = whole_field("steps", "Steps", 1, 200, tip="More steps take longer and sound cleaner")
        self.guidance = decimal_field("guidance", "Guidance", 0, 30, 1, 0.5, tip="How strictly the prompt is followed")
        self.denoising = decimal_field(
            "denoising", "Denoising", 0, 1, 2, 0.05, tip="0 keeps what is drawn, 1 starts afresh"
        )
        self.generate = QPushButton("Generate", objectName="generate", enabled=False, default=True)
        self.cancel = QPushButton("Cancel", objectName="cancel", enabled=False)
        self.generate.setToolTip(NO_MODEL)
        self._lay_out()
        self.prompt.textChanged.connect(lambda: current.edit(prompt=self.prompt.toPlainText()))
        self.negative.textChanged.connect(lambda: current.edit(negative=self.negative.toPlainText()))
        self.seed.valueChanged.connect(lambda value: current.edit(seed=value))
        self.guidance.valueChanged.connect(lambda value: current.edit(guidance=value))
        self.denoising.valueChanged.connect(lambda value: current.edit(denoising=value))
        self.steps.valueChanged.connect(lambda value: current.sketch.change("Steps", merge="steps", steps=value))
        self.dice.clicked.connect(lambda: self.seed.setValue(random.randrange(MAX_SEED)))
        current.changed.connect(self._show)
        self._show()

    def set_look(self, look: Colours) -> None:
        """Take over a theme's colours."""
        self.dice.setIcon(icon("dice", look))

    def _lay_out(self) -> None:
        seed = QHBoxLayout()
        seed.addWidget(self.seed, 1)
        seed.addWidget(self.dice)
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        for place, (title, field) in enumerate(
            (("Steps", self.steps), ("Guidance", self.guidance), ("Denoising", self.denoising))
        ):
            grid.addWidget(QLabel(title, objectName="dim"), 2, place)
            grid.addWidget(field, 3, place)
        grid.addWidget(QLabel("Seed", objectName="dim"), 0, 0)
        grid.addLayout(seed, 1, 0, 1, 3)
        buttons = QHBoxLayout()
        buttons.addWidget(self.generate, 1)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(4)
        for widget in (self.prompt, self.negative):
            column.addWidget(widget)
        column.addLayout(grid)
        column.addSpacing(4)
        column.addLayout(buttons)
        column.addStretch(1)

    def _show(self) -> None:
        keyframe = self._current.keyframe
        for field, text in ((self.prompt, keyframe.prompt), (self.negative, keyframe.negative)):
            if field.toPlainText() != text:
                with QSignalBlocker(field):
                    field.setPlainText(text)
        blockers = [QSignalBlocker(field) for field in (self.seed, self.guidance, self.denoising, self.steps)]
        self.seed.setValue(keyframe.seed)
        self.guidance.setValue(keyframe.guidance)
        self.denoising.setValue(keyframe.denoising)
        self.steps.setValue(self._current.sketch.state.steps)
        del blockers


def _text(name: str, title: str, placeholder: str, height: int) -> QPlainTextEdit:
    field = QPlainTextEdit(objectName=name, placeholderText=placeholder, accessibleName=title)
    field.setTabChangesFocus(True)
    field.setFixedHeight(height)
    field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it follows the caret by itself
    return field
