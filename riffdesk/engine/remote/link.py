"""A child process and the sockets to it: start, messages, hang-up and kill."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

from riffdesk.devices import VARIABLE
from riffdesk.engine.remote import messages
from riffdesk.engine.remote.messages import Message
from riffdesk.paths import child_environment
from riffdesk.system import SYSTEM

NUMBER = struct.Struct("<Q")
"""A cancel: the number of the request."""

LEAVING = 1.0
"""Seconds for a child to exit after its parent, in which it cleans up files that are being written."""

_CHILD = "riffdesk.engine.remote.child"
_MARGIN = 0.5


class Link:
    """A running child. Used by one thread, except for `tell`, `cancel`, `kill` and `hang_up`.

    Parameters
    ----------
    niceness : int
        Niceness of the child, 0 to 19.

    Attributes
    ----------
    device : str, optional
        The choice that it computes on, see `riffdesk.devices.VARIABLE`.

    Raises
    ------
    OSError
        If it cannot be started.
    """

    def __init__(self, niceness: int) -> None:
        self.killed = False
        self.device = os.environ.get(VARIABLE)
        self._sending = threading.Lock()
        self._work, work = socket.socketpair()
        self._cancels, cancels = socket.socketpair()
        with work, cancels:
            try:
                self._child = _start(work, cancels, niceness)
            except BaseException:
                self._close()
                raise

    @property
    def alive(self) -> bool:
        """Whether the child can take a request."""
        return not self.killed and self._child.poll() is None

    @property
    def process_id(self) -> int:
        """The number of the child's process."""
        return self._child.pid

    def send(self, buffers: Sequence[memoryview]) -> None:
        """Send a message; EOFError if the child is gone."""
        with self._sending:
            messages.send(self._work, buffers)

    def tell(self, buffers: Sequence[memoryview]) -> None:
        """Send a message to a running session; one to a child that is gone is lost."""
        with suppress(EOFError):  # which `receive` detects
            self.send(buffers)

    def receive(self) -> Message:
        """Wait for a message; EOFError if the child is gone."""
        return messages.receive(self._work)

    def cancel(self, request: int) -> None:
        """Send the cancel of a request. It never blocks: the socket has room for thousands of numbers."""
        with suppress(OSError):  # the child has exited, which `receive` detects
            self._cancels.sendall(NUMBER.pack(request))

    def kill(self) -> None:
        """Kill the child; a blocked `send` or `receive` raises EOFError."""
        self.killed = True
        self._child.kill()
        self._shut()

    def hang_up(self) -> None:
        """Close the connection; the child exits within `LEAVING` seconds, whatever it is doing."""
        self.killed = True
        self._shut()

    def wait(self) -> None:
        """Wait until the child has exited, and kill it if it does not."""
        self.hang_up()
        try:
            self._child.wait(LEAVING + _MARGIN)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def end(self) -> None:
        """Wait until the child has exited and close the sockets. No thread may be in `send` or `receive`."""
        self.wait()
        self._close()

    def _shut(self) -> None:
        for end in (self._work, self._cancels):
            with suppress(OSError):  # shut already
                end.shutdown(socket.SHUT_RDWR)

    def _close(self) -> None:
        self._work.close()
        self._cancels.close()


def _start(work: socket.socket, cancels: socket.socket, niceness: int) -> subprocess.Popen[bytes]:
    """Start a child that inherits two sockets; Ctrl+C in the terminal is the window's, not the child's."""
    command = [sys.executable, "-P", "-m", _CHILD, str(work.fileno()), str(cancels.fileno()), str(niceness)]
    options = SYSTEM.process_group((work, cancels))
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, env=child_environment(), **options)
