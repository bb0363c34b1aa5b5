"""The slider from *closer* to *freer*: how far a riff moves away from its start, in words for what is kept."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget, QWidgetAction

from riffdesk.ui.fields import SliderField
from riffdesk.ui.tips import wrapped

_STEPS = 100
_KEPT = (
    (0.0, "keeps it as it is"),
    (0.35, "keeps rhythm and pitch"),
    (0.5, "keeps the outline"),
    (0.7, "keeps only a hint"),
    (1.0, "keeps next to nothing"),
)
"""What is kept up to which denoising, as measured with the starter; see docs/decisions/0013-generation.md."""
_WHY = (
    "How far a riff moves away from what it starts from: the drawing or the sound of Make it real, the part that is "
    "repainted, the rhythm or guide of Start from. Closer keeps more of it, freer follows the prompt more"
)


def kept_words(denoising: float) -> str:
    """Return what a denoising, 0 to 1, keeps of what a riff starts from."""
    return next(words for most, words in _KEPT if denoising <= most)


class Closeness(QWidget):
    """A slider with what is kept in words above it.

    Parameters
    ----------
    name : str
        Object name of the slider.
    """

    moved = Signal(float)
    """The user asks for another denoising, 0 to 1."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = SliderField(name, "From closer to freer", 0, _STEPS)
        self.slider.setSingleStep(_STEPS // 20)
        self.slider.setPageStep(_STEPS // 5)
        self._words = QLabel(objectName="dim")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._words, 0, 0, 1, 3)
        for column, widget in enumerate((QLabel("closer"), self.slider, QLabel("freer"))):
            grid.addWidget(widget, 1, column)
        grid.setColumnStretch(1, 1)
        self.slider.valueChanged.connect(self._move)
        self.show_value(0.0)

    def show_value(self, denoising: float) -> None:
        """Show a denoising without telling anybody."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(denoising * _STEPS))
        self._say(denoising)

    def _move(self, place: int) -> None:
        self._say(place / _STEPS)
        self.moved.emit(place / _STEPS)

    def _say(self, denoising: float) -> None:
        words = kept_words(denoising)
        self._words.setText(f"From what is there: {words}")
        self.slider.setToolTip(wrapped(f"{_WHY}\nDenoising {denoising:.2f}"))
        self.slider.setAccessibleDescription(words)


def closeness_action(name: str, parent: QWidget) -> tuple[QWidgetAction, Closeness]:
    """Return a slider as an entry of a menu."""
    entry, closeness = QWidgetAction(parent), Closeness(name)
    closeness.setContentsMargins(12, 4, 12, 4)
    closeness.setMinimumWidth(260)
    entry.setDefaultWidget(closeness)
    return entry, closeness
