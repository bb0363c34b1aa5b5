"""The history panel: lists the undo steps of the sketch; a click goes to a step."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from riffdesk.language import tr
from riffdesk.sketch.events import DocumentOpened, HistoryChanged
from riffdesk.sketch.history import Step
from riffdesk.sketch.sketch import Sketch

_MIB = 2**20


class HistoryPanel(QWidget):
    """Lists the steps, the oldest first, with the present one marked and undone ones dimmed."""

    def __init__(self, sketch: Sketch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self._sketch = sketch
        self._steps: list[Step] = []
        self.list = QListWidget(objectName="historyList", accessibleName=tr("Steps of the sketch"))
        self.list.setToolTip(tr("Click a step to go back to it. Undone steps are in italics"))
        self.list.setUniformItemSizes(True)
        self.memory = QLabel(objectName="dim", accessibleDescription=tr("Memory of the history"), wordWrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self.list, 1)
        column.addWidget(self.memory)
        self.list.currentRowChanged.connect(self._go)
        self._delay = QTimer(self, singleShot=True, interval=0)
        self._delay.timeout.connect(self.show_steps)
        sketch.subscribe(lambda _: self._delay.start(), DocumentOpened, HistoryChanged)
        self.show_steps()

    def sizeHint(self) -> QSize:
        """Size that fits a dozen steps."""
        return QSize(240, 280)

    def show_steps(self) -> None:
        """Update the list."""
        if not self.isVisible():
            self._steps = []
            return
        history = self._sketch.history
        blocker = QSignalBlocker(self.list)
        if self._steps != history.steps:
            same = len(_shared(self._steps, history.steps))
            while self.list.count() > same:
                self.list.takeItem(self.list.count() - 1)
            for step in history.steps[same:]:
                self.list.addItem(QListWidgetItem(step.name))
            self._steps = list(history.steps)
        for row in range(self.list.count()):
            item = self.list.item(row)
            font = item.font()
            font.setItalic(row > history.index)
            item.setFont(font)
            item.setForeground(self.palette().placeholderText() if row > history.index else self.palette().text())
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, item.text() + (", " + tr("undone") if row > history.index else "")
            )
        self.list.setCurrentRow(history.index)
        del blocker
        held = history.rough_size  # an estimate, as counting all tiles is slow in long sketches
        self.memory.setText(
            tr("The history takes about {held:.0f} of {limit:,.0f} MiB.", held=held / _MIB, limit=history.limit / _MIB)
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Update the list, which is not updated while the panel is hidden."""
        super().showEvent(event)
        self.show_steps()

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._steps) and self._steps == self._sketch.history.steps:
            self._sketch.go(row)


def _shared(one: list[Step], other: list[Step]) -> list[Step]:
    """Return the common beginning of two lists of steps."""
    shared = []
    for first, second in zip(one, other, strict=False):
        if first is not second:
            break
        shared.append(first)
    return shared
