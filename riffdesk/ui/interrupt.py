"""Ctrl+C in the terminal, heard in the middle of Qt's event loop."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupt(QObject):
    """Tells of Ctrl+C and of a polite request to end. To be made on the main thread.

    Python runs a signal's handler only when it runs any code, and Qt's loop runs none. So the operating system's
    handler writes a byte into a socket, which Qt watches.
    """

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_: self._ours.recv(64))
        signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        for one in _SIGNALS:
            signal.signal(one, lambda *_: self.received.emit())
