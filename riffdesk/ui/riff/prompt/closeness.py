"""The slider from *closer* to *freer*, which sets the denoising, with a phrase about what the riff keeps."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget, QWidgetAction

from riffdesk.language import tr
from riffdesk.ui.fields import SliderField
from riffdesk.ui.plain_text import wrapped

_STEPS = 100
_KEPT = (
    (0.0, tr("keeps it as it is")),
    (0.35, tr("keeps rhythm and pitch")),
    (0.5, tr("keeps the outline")),
    (0.7, tr("keeps only a hint")),
    (1.0, tr("keeps next to nothing")),
)
"""Denoising up to which each phrase is shown, measured with the starter; see docs/decisions/0013-generation.md."""
_TIP = tr(
    "Distance of a riff from its start: the drawing or the sound of Make it real, the part that is repainted, "
    "the rhythm or guide of Start from. Closer keeps more of it, freer follows the prompt more"
)


def kept_phrase(denoising: float) -> str:
    """Return a phrase about what a riff keeps of its init at a denoising from 0 to 1."""
    return next(phrase for highest, phrase in _KEPT if denoising <= highest)


class Closeness(QWidget):
    """A slider for the denoising, with a phrase about its value above it.

    Parameters
    ----------
    name : str
        Object name of the slider.
    """

    moved = Signal(float)
    """The user has moved the slider; the denoising, 0 to 1."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = SliderField(name, tr("From closer to freer"), 0, _STEPS)
        self.slider.setSingleStep(_STEPS // 20)
        self.slider.setPageStep(_STEPS // 5)
        self._phrase = QLabel(objectName="dim")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._phrase, 0, 0, 1, 3)
        for column, widget in enumerate((QLabel(tr("closer")), self.slider, QLabel(tr("freer")))):
            grid.addWidget(widget, 1, column)
        grid.setColumnStretch(1, 1)
        self.slider.valueChanged.connect(self._move)
        self.show_value(0.0)

    def show_value(self, denoising: float) -> None:
        """Show a denoising without emitting `moved`."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(denoising * _STEPS))
        self._update_texts(denoising)

    def _move(self, value: int) -> None:
        self._update_texts(value / _STEPS)
        self.moved.emit(value / _STEPS)

    def _update_texts(self, denoising: float) -> None:
        phrase = kept_phrase(denoising)
        self._phrase.setText(tr("From its start: {phrase}", phrase=phrase))
        self.slider.setToolTip(wrapped(tr("{tip}\nDenoising {denoising:.2f}", tip=_TIP, denoising=denoising)))
        self.slider.setAccessibleDescription(phrase)


def closeness_action(name: str, parent: QWidget) -> tuple[QWidgetAction, Closeness]:
    """Return a slider for a menu, and the action that holds it."""
    entry, closeness = QWidgetAction(parent), Closeness(name)
    closeness.setContentsMargins(12, 4, 12, 4)
    closeness.setMinimumWidth(260)
    entry.setDefaultWidget(closeness)
    return entry, closeness
