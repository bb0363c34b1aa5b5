"""The button on an empty canvas that opens the example sketch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from riffdesk.language import tr
from riffdesk.ui.actions import follow
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.theme import line_height


class ExampleButton(QPushButton):
    """Visible below the canvas's hint, with it: until a new sketch is changed.

    Parameters
    ----------
    canvas : SpectrogramCanvas
    action : QAction
        Opens the example.
    """

    def __init__(self, canvas: SpectrogramCanvas, action: QAction) -> None:
        super().__init__(tr("Open the example"), canvas.viewport(), objectName="openExample")
        self._canvas, self._hint = canvas, canvas.overlays.hint
        self._view = canvas.getPlotItem().getViewBox()
        self.setAccessibleName(tr("Open the example"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        follow(self, action)
        self._delay = QTimer(self, singleShot=True, interval=0)
        self._delay.timeout.connect(self.follow_hint)
        self._hint.visibleChanged.connect(self._delay.start)
        for changed in (self._view.sigRangeChanged, self._view.sigResized):
            changed.connect(lambda *_: self._delay.start())
        canvas.viewport().installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        self._delay.start()

    def follow_hint(self) -> None:
        """Move below the hint, or hide with it."""
        self.adjustSize()
        # The scene position of the hint's item is valid only after it has been painted.
        position = self._canvas.mapFromScene(self._view.mapViewToScene(self._hint.pos()))
        below = self._hint.textItem.boundingRect().height() / 2 + 0.5 * line_height()
        self.move(position + QPoint(-self.width() // 2, round(below)))
        self.setVisible(self._hint.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move when the canvas is resized."""
        if event.type() == QEvent.Type.Resize:
            self._delay.start()
        return False
