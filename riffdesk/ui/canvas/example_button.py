"""A button under the hint on an empty canvas, which opens the example sketch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from riffdesk.ui.actions import follow
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.theme import line_height


class ExampleButton(QPushButton):
    """Shown as long as the hint is: while nobody has done anything to a new sketch."""

    def __init__(self, canvas: SpectrogramCanvas, action: QAction) -> None:
        super().__init__("Open the example", canvas.viewport(), objectName="openExample")
        self._canvas, self._hint = canvas, canvas.overlays.hint
        self._view = canvas.getPlotItem().getViewBox()
        self.setAccessibleName("Open the example")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        follow(self, action)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.follow_hint)
        self._hint.visibleChanged.connect(self._soon.start)
        for changed in (self._view.sigRangeChanged, self._view.sigResized):
            changed.connect(lambda *_: self._soon.start())
        canvas.viewport().installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        self._soon.start()

    def follow_hint(self) -> None:
        """Be under the hint, or gone with it."""
        self.adjustSize()
        # Not the place of the hint's item, which is only right once it has been painted.
        place = self._canvas.mapFromScene(self._view.mapViewToScene(self._hint.pos()))
        self.move(place + QPoint(-self.width() // 2, round(1.7 * line_height())))
        self.setVisible(self._hint.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the canvas."""
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return False
