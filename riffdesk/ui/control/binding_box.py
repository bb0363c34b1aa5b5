"""The bindings in the dock: what can be bound, Learn, and the table of what is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from riffdesk.control.messages import Controller
from riffdesk.language import tr
from riffdesk.ui.confirm import confirm
from riffdesk.ui.control.bound_controls import BoundControls
from riffdesk.ui.control.learning import Learning, sentence_about
from riffdesk.ui.fields import ChoiceField
from riffdesk.ui.plain_text import PlainLabel, plain, wrapped

_LEARN, _WAITS = tr("Learn"), tr("Waiting… (Esc)")
_CONTROLLER = Qt.ItemDataRole.UserRole


class BindingTable(QTableWidget):
    """A row for each binding; Delete removes the selected one."""

    removed = Signal(object)
    """The `Controller` of a binding."""

    def __init__(self) -> None:
        super().__init__(0, 2, objectName="midiBindings", accessibleName=tr("Bindings of MIDI controllers"))
        self.setToolTip(tr("Which controller moves what; Delete removes the selected one"))
        self.setHorizontalHeaderLabels((tr("Controller"), tr("Moves")))
        self.verticalHeader().hide()
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSizeAdjustPolicy(QTableWidget.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumHeight(80)
        self.setMaximumHeight(220)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def show_bindings(self, rows: list[tuple[Controller, str]]) -> None:
        """Show controllers and the titles of what they move."""
        self.setRowCount(len(rows))
        for row, (controller, title) in enumerate(rows):
            first = QTableWidgetItem(controller.title)
            first.setData(_CONTROLLER, controller.text)
            self.setItem(row, 0, first)
            second = QTableWidgetItem(title)
            second.setToolTip(plain(title))  # there may be no room for all of it
            self.setItem(row, 1, second)

    @property
    def selected(self) -> str:
        """Text of the selected controller; '' for none."""
        rows = self.selectionModel().selectedRows()
        item = self.item(rows[0].row(), 0) if rows else None
        return "" if item is None else str(item.data(_CONTROLLER))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the selected binding with Delete."""
        if event.key() == Qt.Key.Key_Delete and self.selected:
            self.removed.emit(self.selected)
        else:
            super().keyPressEvent(event)


class BindingBox(QWidget):
    """Binds controllers.

    Parameters
    ----------
    controls : BoundControls
    learning : Learning
    """

    changed = Signal()
    """A binding was added or removed."""

    def __init__(self, controls: BoundControls, learning: Learning) -> None:
        super().__init__()
        self._controls, self.learning = controls, learning
        self.target = ChoiceField(
            "midiTarget", tr("What a controller moves"), tr("What the next controller is to move")
        )
        for target in controls.targets.values():
            self.target.addItem(target.text, target.name)
        self.learn = QPushButton(_LEARN, objectName="midiLearn", checkable=True)
        self.learn.setToolTip(
            wrapped(tr("Then move a controller, or press a key of the keyboard, to bind it; Esc ends"))
        )
        self.remove = QPushButton(tr("Remove"), objectName="midiRemove")
        self.remove.setToolTip(tr("Remove the binding that is selected in the table"))
        self.table = BindingTable()
        self.message = PlainLabel("", objectName="midiLearnMessage", wordWrap=True)
        row = QHBoxLayout()
        row.addWidget(self.learn, 1)
        row.addWidget(self.remove, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.target)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(self.table)
        self.learn.clicked.connect(self._click_learn)
        self.remove.clicked.connect(lambda: self._remove(self.table.selected))
        self.table.removed.connect(self._remove)
        self.table.itemSelectionChanged.connect(self._show_remove)
        self.learning.changed.connect(self._show_learning)
        self.learning.learned.connect(self._bind)
        self._show()

    def _click_learn(self, on: bool) -> None:
        if on:
            self.learning.begin(self.target.currentData())
        else:
            self.learning.cancel()

    def _show_learning(self) -> None:
        waits = self.learning.waits
        self.learn.setChecked(waits)
        self.learn.setText(_WAITS if waits else _LEARN)
        self.message.setText(tr("Move what is to move “{target}”.", target=self.target.currentText()) if waits else "")

    def _bind(self, target: str, controller: Controller) -> None:
        bindings, targets = self._controls.bindings, self._controls.targets
        before, title = bindings.target(controller), targets[target].text
        if before == target:
            self.message.setText(tr("{title} moves it already.", title=controller.title))
            return
        if before is not None:
            question = sentence_about(controller, targets[before].text, title)
            if not confirm(self, tr("Bind a controller"), question, tr("Bind")):
                self.message.setText(tr("{title} stays as it is.", title=controller.title))
                return
        bindings.bind(controller, target)
        self._save()
        self.message.setText(tr("{title} moves “{moves}” now.", title=controller.title, moves=title))

    def _remove(self, text: str) -> None:
        for controller, _ in list(self._controls.bindings):
            if controller.text == text:
                self._controls.bindings.remove(controller)
        self._save()

    def _save(self) -> None:
        self._controls.save()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        targets = self._controls.targets
        self.table.show_bindings([(controller, targets[name].text) for controller, name in self._controls.bindings])
        self._show_remove()

    def _show_remove(self) -> None:
        self.remove.setEnabled(bool(self.table.selected))
