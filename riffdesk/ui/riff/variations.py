"""The variations panel: a list of riffs with different seeds, to play and to keep as layers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from riffdesk.engine.events import RenderResult
from riffdesk.ui.canvas.thumbnail import thumbnail
from riffdesk.ui.plain_text import PlainLabel

_THUMBNAIL = QSize(120, 34)
_EMPTY = "Variations of the prompt appear here."


class VariationsPanel(QWidget):
    """A list of variations. Up and Down choose one and play it; Return keeps it as a layer."""

    auditioned = Signal(object, bool)
    """The `RenderResult` to play, and whether to play it with the sketch; None to play the sketch alone again."""
    kept = Signal(object)
    """The `RenderResult` to keep as a layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("variations")
        self.setAccessibleName("Variations")
        self._results: dict[int, RenderResult] = {}
        self.auditioning: RenderResult | None = None  # the variation that plays in place of the sketch, or with it
        self.list = QListWidget(objectName="variationList", accessibleName="Variations, Up and Down to hear them")
        self.list.setToolTip("Up and Down go from riff to riff, and each is heard at once. Return keeps one as a layer")
        self.list.setIconSize(_THUMBNAIL)
        self.list.setUniformItemSizes(True)
        self._status = PlainLabel(_EMPTY, objectName="dim", wordWrap=True)
        self._context = QCheckBox("Hear it with the sketch", objectName="variationContext")
        self._context.setToolTip("Hear a variation together with the layers of the sketch, or alone")
        self.keep = QPushButton("Keep as layer", objectName="keepVariation", enabled=False)
        self.keep.setToolTip("Add the variation to the sketch as a layer of its own (Return)")
        self.back = QPushButton("Back to the sketch", objectName="backToSketch", enabled=False)
        self.back.setToolTip("End the variation and hear the sketch again")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self._status)
        column.addWidget(self.list, 1)
        column.addWidget(self._context)
        column.addWidget(self.keep)
        column.addWidget(self.back)
        self.list.currentRowChanged.connect(self._audition)
        self.list.itemClicked.connect(lambda _: self._audition(self.list.currentRow()))
        self.list.itemActivated.connect(lambda _: self._keep())
        self._context.toggled.connect(lambda _: self._audition(self.list.currentRow()) if self.auditioning else None)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.leave)

    def sizeHint(self) -> QSize:
        """Room for a few riffs."""
        return QSize(250, 260)

    def begin(self, seeds: tuple[int, ...]) -> None:
        """Clear the list and add an entry for each seed."""
        self.clear()
        for seed in seeds:
            item = QListWidgetItem(_blank(), f"Seed {seed}\nwaiting", self.list)
            item.setData(Qt.ItemDataRole.UserRole, seed)
        self._update_status()

    def clear(self) -> None:
        """Stop playing a variation and remove all; their memory is freed."""
        self.leave()
        self._results.clear()
        self.list.clear()
        self._update_status()

    def add_result(self, index: int, result: RenderResult) -> None:
        """Show a rendered variation; the first one plays at once."""
        item = self.list.item(index)
        if item is None:
            return
        self._results[index] = result
        item.setIcon(QIcon(thumbnail(result.ink, _THUMBNAIL)))
        self._label(index, "ready")
        self._update_status()
        if index == 0 and self.auditioning is None and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        elif index == self.list.currentRow():
            self._audition(index)

    def stop(self) -> None:
        """Label the variations that were not rendered as not made."""
        for index in range(self.list.count()):
            if index not in self._results:
                self._label(index, "not made")
        self._update_status()

    def leave(self) -> None:
        """Stop playing a variation, and play the sketch alone again."""
        if self.auditioning is not None:
            self.auditioning = None
            self._update_status()
            self.auditioned.emit(None, False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop playing the variation, as its panel is hidden."""
        self.leave()
        super().hideEvent(event)

    def _audition(self, row: int) -> None:
        result = self._results.get(row)
        self.keep.setEnabled(result is not None)
        if result is not None:
            self.auditioning = result
            self._update_status()
            self.auditioned.emit(result, self._context.isChecked())

    def _keep(self) -> None:
        row = self.list.currentRow()
        if row in self._results:
            self._label(row, "kept")
            self.kept.emit(self._results[row])
            if self._context.isChecked():
                self.leave()  # it is in the sketch now, and would play twice

    def _label(self, index: int, state: str) -> None:
        item = self.list.item(index)
        item.setText(f"Seed {item.data(Qt.ItemDataRole.UserRole)}\n{state}")

    def _update_status(self) -> None:
        self.back.setEnabled(self.auditioning is not None)
        if self.auditioning is not None:
            seed = self.auditioning.recipe.keyframes[0].seed
            self._status.setText(f"Sounding: seed {seed}. Up and Down for the others, Return keeps it.")
        elif not self.list.count():
            self._status.setText(_EMPTY)
        else:
            self._status.setText(f"{len(self._results)} of {self.list.count()} ready. Choose one to hear it.")


def _blank() -> QIcon:
    pixmap = QPixmap(_THUMBNAIL)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)
