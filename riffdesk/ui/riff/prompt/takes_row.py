"""The row under Generate with the number of the audible take, and buttons for other takes and to keep this one."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from riffdesk.language import tr
from riffdesk.sketch.events import DocumentOpened, FieldsChanged, LayerChanged, LayersChanged
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.actions import follow, without_mnemonic

_ACTIONS = ("actionTakeBefore", "actionTakeAfter", "actionCompareTakes", "actionKeepTake")


class TakesRow(QWidget):
    """Shows the take of the active layer; hidden unless that has takes."""

    def __init__(self, sketch: Sketch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("takes")
        self._sketch = sketch
        self._actions: list[QAction] = []
        self._before, self._after = QToolButton(text="◀"), QToolButton(text="▶")
        self._label = QLabel(objectName="takeLabel", toolTip=tr("The audible take, and its seed"))
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._compare, self._keep = QToolButton(text="A/B"), QToolButton(text=tr("Keep"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._before)
        row.addWidget(self._label, 1)
        for button in (self._after, self._compare, self._keep):
            row.addWidget(button)
        sketch.subscribe(self.show_take, DocumentOpened, LayersChanged, LayerChanged, FieldsChanged)
        self.hide()

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """Connect the buttons with the menu's actions."""
        self._actions = [actions[name] for name in _ACTIONS]
        for button, action in zip((self._before, self._after, self._compare, self._keep), self._actions, strict=True):
            follow(button, action)
            button.setAccessibleName(without_mnemonic(action.text()))
        self.show_take()

    def show_take(self, _: object = None) -> None:
        """Show the number and seed of the audible take."""
        layer = self._sketch.active_layer
        takes = layer.takes
        self.setVisible(takes is not None)
        possible = (
            bool(takes and takes.before),
            bool(takes and takes.after),
            bool(takes and takes.others),
            takes is not None,
        )
        for action, on in zip(self._actions, possible, strict=False):
            action.setEnabled(on)
        if takes is not None:
            seed = " · " + tr("seed {seed}", seed=layer.recipe.keyframes[0].seed) if layer.recipe is not None else ""
            self._label.setText(tr("Take {number} of {count}", number=takes.number, count=takes.count) + seed)
