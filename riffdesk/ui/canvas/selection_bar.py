"""The bar of buttons above the selection on the canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from riffdesk.ui.canvas.canvas import SpectrogramCanvas

BESIDE_SELECTION = ("actionRepaint", "actionSemitoneUp", "actionSemitoneDown", "actionDelete")
"""Actions of the buttons."""
_GAP = 6


class SelectionBar(QFrame):
    """Visible while the canvas has a selection: above it, or inside it if there is no space above.

    Parameters
    ----------
    canvas : SpectrogramCanvas
    actions : tuple of QAction
        One for each button.
    """

    def __init__(self, canvas: SpectrogramCanvas, actions: tuple[QAction, ...]) -> None:
        super().__init__(canvas.viewport())
        self.setObjectName("selectionBar")
        self._canvas = canvas
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(2)
        for action in actions:
            button = QToolButton(objectName=action.objectName().replace("action", "selection"))
            button.setDefaultAction(action)
            button.setAccessibleName(button.text())
            row.addWidget(button)
        self._delay = QTimer(self, singleShot=True, interval=0)
        self._delay.timeout.connect(self.follow)
        canvas.selected.connect(self._delay.start)
        canvas.getPlotItem().getViewBox().sigRangeChanged.connect(lambda *_: self._delay.start())
        canvas.viewport().installEventFilter(self)
        self.hide()

    def follow(self) -> None:
        """Move to the selection; hide without one, and during a drag."""
        selection = self._canvas.selection
        if selection is None or self._canvas.painting:
            self.hide()
            return
        params, view = self._canvas.sketch.params, self._canvas.viewport().rect()
        step = 1 / params.columns_per_second
        left = self._canvas.point_at(selection.start * step, float(params.hertz_of(selection.high - 1)))
        right = self._canvas.point_at(selection.stop * step, float(params.hertz_of(selection.low)))
        self.adjustSize()
        above = left.y() - self.height() - _GAP
        top = above if above > _GAP else min(left.y() + _GAP, view.height() - self.height())
        middle = (max(left.x(), 0) + min(right.x(), view.width()) - self.width()) // 2
        self.move(QPoint(min(max(middle, 0), view.width() - self.width()), max(top, 0)))
        self.setVisible(right.x() > 0 and left.x() < view.width())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the bar after a drag, and move it when the canvas is resized."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.MouseButtonRelease):
            self._delay.start()
        return False
