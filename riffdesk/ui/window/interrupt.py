"""Handles Ctrl+C in the terminal during Qt's event loop."""

from __future__ import annotations

import signal
import socket
from types import TracebackType

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal

from riffdesk.system import SYSTEM


class Interrupt(QObject):
    """A context manager of the main thread that emits `received` for signals that ask the program to end.

    Python calls signal handlers only while it executes Python code, which Qt's event loop does not. Therefore the
    wakeup descriptor writes a byte into a socket, which Qt watches.
    """

    received = Signal()
    """Connect it with `Qt.ConnectionType.QueuedConnection`, as it is emitted inside of any other code."""

    def __init__(self) -> None:
        super().__init__()
        self._came = False
        self.received.connect(self._remember, Qt.ConnectionType.DirectConnection)

    def __enter__(self) -> Interrupt:
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_: self._reader.recv(64))
        self._before = {
            number: signal.signal(number, lambda *_: self.received.emit()) for number in SYSTEM.ending_signals
        }
        self._fd_before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        signal.set_wakeup_fd(self._fd_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    @property
    def has_signal(self) -> bool:
        """Whether a signal was received."""
        return self._came

    def _remember(self) -> None:
        self._came = True
