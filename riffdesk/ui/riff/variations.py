"""Variations: riffs of several seeds, heard one after another, of which the good ones become layers."""

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


class VariationsPanel(QWidget):
    """A list of riffs. Up and Down go through them and each is heard at once; Return keeps one as a layer."""

    auditioned = Signal(object, bool)
    """A `RenderResult` to be heard, and whether with the sketch; None for the sketch alone again."""
    kept = Signal(object)
    """A `RenderResult` that is to become a layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("variations")
        self.setAccessibleName("Variations")
        self._results: dict[int, RenderResult] = {}
        self.heard: RenderResult | None = None  # in place of the sketch, or with it
        self.list = QListWidget(objectName="variationList", accessibleName="Variations, Up and Down to hear them")
        self.list.setToolTip("Up and Down go from riff to riff, and each is heard at once. Return keeps one as a layer")
        self.list.setIconSize(_THUMBNAIL)
        self.list.setUniformItemSizes(True)
        self._state = PlainLabel("Variations of the prompt appear here.", objectName="dim", wordWrap=True)
        self._context = QCheckBox("Hear it with the sketch", objectName="variationContext")
        self._context.setToolTip("Hear a variation together with the layers of the sketch, or alone")
        self.keep = QPushButton("Keep as layer", objectName="keepVariation", enabled=False)
        self.keep.setToolTip("Add the variation to the sketch as a layer of its own (Return)")
        self.back = QPushButton("Back to the sketch", objectName="backToSketch", enabled=False)
        self.back.setToolTip("End the variation and hear the sketch again")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self._state)
        column.addWidget(self.list, 1)
        column.addWidget(self._context)
        column.addWidget(self.keep)
        column.addWidget(self.back)
        self.list.currentRowChanged.connect(self._hear)
        self.list.itemClicked.connect(lambda _: self._hear(self.list.currentRow()))
        self.list.itemActivated.connect(lambda _: self._keep())
        self._context.toggled.connect(lambda _: self._hear(self.list.currentRow()) if self.heard else None)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.leave)

    def sizeHint(self) -> QSize:
        """Room for a few riffs."""
        return QSize(250, 260)

    def begin(self, seeds: tuple[int, ...]) -> None:
        """Make room for riffs of these seeds."""
        self.leave()
        self._results.clear()
        self.list.clear()
        for seed in seeds:
            item = QListWidgetItem(_blank(), f"Seed {seed}\nwaiting", self.list)
            item.setData(Qt.ItemDataRole.UserRole, seed)
        self._tell()

    def put(self, index: int, result: RenderResult) -> None:
        """Show a riff that is there; the first one is heard at once."""
        item = self.list.item(index)
        if item is None:
            return
        self._results[index] = result
        item.setIcon(QIcon(thumbnail(result.ink, _THUMBNAIL)))
        self._label(index, "ready")
        self._tell()
        if index == 0 and self.heard is None and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        elif index == self.list.currentRow():
            self._hear(index)

    def stop(self) -> None:
        """Say of what is not there that it will not come."""
        for index in range(self.list.count()):
            if index not in self._results:
                self._label(index, "not made")
        self._tell()

    def leave(self) -> None:
        """Hear the sketch again."""
        if self.heard is not None:
            self.heard = None
            self._tell()
            self.auditioned.emit(None, False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody wonders what is sounding: what cannot be seen is not heard."""
        self.leave()
        super().hideEvent(event)

    def _hear(self, row: int) -> None:
        result = self._results.get(row)
        self.keep.setEnabled(result is not None)
        if result is not None:
            self.heard = result
            self._tell()
            self.auditioned.emit(result, self._context.isChecked())

    def _keep(self) -> None:
        row = self.list.currentRow()
        if row in self._results:
            self._label(row, "kept")
            self.kept.emit(self._results[row])
            if self._context.isChecked():
                self.leave()  # it is in the sketch now, and would sound twice

    def _label(self, index: int, state: str) -> None:
        item = self.list.item(index)
        item.setText(f"Seed {item.data(Qt.ItemDataRole.UserRole)}\n{state}")

    def _tell(self) -> None:
        self.back.setEnabled(self.heard is not None)
        if self.heard is not None:
            seed = self.heard.recipe.keyframes[0].seed
            self._state.setText(f"Sounding: seed {seed}. Up and Down for the others, Return keeps it.")
        else:
            self._state.setText(f"{len(self._results)} of {self.list.count()} ready. Choose one to hear it.")


def _blank() -> QIcon:
    pixmap = QPixmap(_THUMBNAIL)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)
