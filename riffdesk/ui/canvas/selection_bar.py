"""Buttons beside what is selected on the canvas: what one does with it stands where it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from riffdesk.ui.canvas.canvas import SpectrogramCanvas

BESIDE_SELECTION = ("actionRepaint", "actionSemitoneUp", "actionSemitoneDown", "actionDelete")
"""What the buttons do."""
_GAP = 6


class SelectionBar(QFrame):
    """Lies over the canvas, above the selection, or in it where there is no room above; gone without one.

    Parameters
    ----------
    actions : tuple of QAction
        One button each.
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
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.follow)
        canvas.selected.connect(self._soon.start)
        canvas.getPlotItem().getViewBox().sigRangeChanged.connect(lambda *_: self._soon.start())
        canvas.viewport().installEventFilter(self)
        self.hide()

    def follow(self) -> None:
        """Be where the selection is, once it is no longer dragged."""
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
        """Come back when the mouse has let go."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._soon.start()
        return False
