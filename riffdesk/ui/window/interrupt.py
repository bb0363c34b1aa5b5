"""Ctrl+C in the terminal, heard in the middle of Qt's event loop."""

from __future__ import annotations

import signal
import socket
from types import TracebackType

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupt(QObject):
    """Tells of Ctrl+C, and of a polite request to end, while a block of the main thread runs.

    Python runs a signal's handler only when it runs any code, and Qt's loop runs none. So the operating system's
    handler writes a byte into a socket, which Qt watches.
    """

    received = Signal()
    """Connect it with `Qt.ConnectionType.QueuedConnection`: it comes in the middle of anything."""

    def __init__(self) -> None:
        super().__init__()
        self._came = False
        self.received.connect(self._remember, Qt.ConnectionType.DirectConnection)

    def __enter__(self) -> Interrupt:
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_: self._ours.recv(64))
        self._before = {one: signal.signal(one, lambda *_: self.received.emit()) for one in _SIGNALS}
        self._fd_before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        signal.set_wakeup_fd(self._fd_before)
        for one, handler in self._before.items():
            signal.signal(one, handler)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    @property
    def came(self) -> bool:
        """Whether it has been received."""
        return self._came

    def _remember(self) -> None:
        self._came = True
