"""The bar of what the mix goes through: level meter, volume, device; beside the transport or on a line below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QWidget

from riffdesk.ui.playing.transport import Transport


class OutputBar(QToolBar):
    """Stands on the transport's line where there is room for both, as there is not with a large font.

    Parameters
    ----------
    transport : Transport
        Whose meter, volume and device these are; it is in the window already.
    """

    def __init__(self, transport: Transport, window: QMainWindow) -> None:
        super().__init__("Output", window)
        self.setObjectName("outputBar")
        self.setMovable(False)
        self._transport, self._main = transport, window
        stretch = QWidget()
        stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(stretch)
        for widget in transport.outputs:
            self.addWidget(widget)
        window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.place)
        window.installEventFilter(self)

    def place(self) -> None:
        """Be on the transport's line, or on one of its own if that has no room."""
        device = self._transport.device
        narrowest = self.sizeHint().width() - device.sizeHint().width() + device.minimumWidth()
        below = self._transport.sizeHint().width() + narrowest > self._main.width()
        if below and not self._main.toolBarBreak(self):
            self._main.insertToolBarBreak(self)
        elif not below and self._main.toolBarBreak(self):
            self._main.removeToolBarBreak(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's width."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.StyleChange):
            self._soon.start()
        return False
