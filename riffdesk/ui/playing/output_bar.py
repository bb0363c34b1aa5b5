"""The output bar: level meter, volume and device; beside the transport, or on a line below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QWidget

from riffdesk.language import tr
from riffdesk.ui.playing.transport import Transport


class OutputBar(QToolBar):
    """Shares the transport's line if both fit; with a large font they do not.

    Parameters
    ----------
    transport : Transport
        Has the widgets of the bar; it was added to the window before.
    window : QMainWindow
    """

    def __init__(self, transport: Transport, window: QMainWindow) -> None:
        super().__init__(tr("Output"), window)
        self.setObjectName("outputBar")
        self.setMovable(False)
        self._transport, self._main = transport, window
        stretch = QWidget()
        stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(stretch)
        for widget in transport.outputs:
            self.addWidget(widget)
        window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self)
        self._delay = QTimer(self, singleShot=True, interval=0)
        self._delay.timeout.connect(self.place)
        window.installEventFilter(self)

    def place(self) -> None:
        """Move to the transport's line if both fit, or to a line below it."""
        device = self._transport.device
        minimum = self.sizeHint().width() - device.sizeHint().width() + device.minimumWidth()
        below = self._transport.sizeHint().width() + minimum > self._main.width()
        if below and not self._main.toolBarBreak(self):
            self._main.insertToolBarBreak(self)
        elif not below and self._main.toolBarBreak(self):
            self._main.removeToolBarBreak(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the bar again when the window is resized."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.StyleChange):
            self._delay.start()
        return False
