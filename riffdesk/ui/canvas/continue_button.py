"""The button on the canvas where the riff of the active layer ends, which continues it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from riffdesk.language import tr
from riffdesk.sketch.events import DocumentOpened, FieldsChanged, InkChanged, LayerChanged, LayersChanged
from riffdesk.ui.actions import follow
from riffdesk.ui.canvas.canvas import SpectrogramCanvas

_GAP = 6
_DELAY_MS = 50


class ContinueButton(QToolButton):
    """Visible while the active layer is a riff with an end: after the end, or before it if there is no space after it.

    Parameters
    ----------
    canvas : SpectrogramCanvas
    action : QAction
        Continues the active layer after its end.
    is_rendering : callable
        Returns whether a riff is being rendered, whose end is not known.
    """

    def __init__(self, canvas: SpectrogramCanvas, action: QAction, is_rendering: Callable[[], bool]) -> None:
        super().__init__(canvas.viewport())
        self.setObjectName("canvasContinue")
        self.setText(tr("Continue ▸"))
        self.setAccessibleName(tr("Continue the riff"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        follow(self, action)
        self._canvas, self._is_rendering = canvas, is_rendering
        self._view = canvas.getPlotItem().getViewBox()
        self._delay = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._delay.timeout.connect(self.follow_end)
        for changed in (self._view.sigRangeChanged, self._view.sigResized):
            changed.connect(lambda *_: self._delay.start())
        canvas.sketch.subscribe(
            lambda _: self._delay.start(), DocumentOpened, FieldsChanged, InkChanged, LayerChanged, LayersChanged
        )
        canvas.viewport().installEventFilter(self)
        self.hide()

    def follow_end(self) -> None:
        """Move to the end of the riff, at the top of the plot; hide if there is none, and during a stroke."""
        state = self._canvas.sketch.state
        layer = state.layer(state.active)
        end = layer.tiles.end
        if layer.recipe is None or not end or state.circular or self._canvas.painting or self._is_rendering():
            self.hide()
            return
        self.adjustSize()
        plot = self._canvas.mapFromScene(self._view.sceneBoundingRect()).boundingRect()
        point = self._view.mapViewToScene(QPointF(end / state.params.columns_per_second, 0))
        x = self._canvas.mapFromScene(point).x()
        after = x + _GAP
        self.move(after if after + self.width() < plot.right() else x - _GAP - self.width(), plot.top() + _GAP)
        self.setVisible(plot.left() < x <= plot.right() + 1)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move when the canvas is resized, and show after a stroke."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.MouseButtonRelease):
            self._delay.start()
        return False

    def look(self) -> None:
        """Schedule a check whether the riff has an end."""
        self._delay.start()
