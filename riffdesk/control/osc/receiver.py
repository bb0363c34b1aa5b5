"""The UDP socket that OSC messages come from, read by a thread. The only module that knows python-osc."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from riffdesk.errors import UserError, reason
from riffdesk.language import tr

LOOPBACK, ALL_ADDRESSES = "127.0.0.1", "0.0.0.0"  # the second only where the user allows it
_LARGEST_PACKET = 65_536
_LOOK_SECONDS = 0.2  # between two looks whether it is to end
_CLOSE_SECONDS = 2.0

Receive = Callable[[str, Sequence[object]], None]


class OscReceiver:
    """Receives messages at a port until it is closed.

    Parameters
    ----------
    port : int
        0 for one that is free.
    from_network : bool
        Whether other computers are listened to; by default only programs of this one.
    receive : callable
        Called in the thread with the address and the arguments of each message.
    unreadable : callable
        Called in the thread for each packet that is no OSC, and each message for which `receive` raises an error.

    Raises
    ------
    UserError
        If the port cannot be used.
    """

    def __init__(self, port: int, *, from_network: bool, receive: Receive, unreadable: Callable[[], None]) -> None:
        from pythonosc import osc_packet  # noqa: F401  # a missing library is told now, and not in the thread

        self._receive, self._unreadable = receive, unreadable
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            self._socket.bind((ALL_ADDRESSES if from_network else LOOPBACK, port))
        except (OSError, OverflowError) as error:
            self._socket.close()
            raise UserError(
                tr("OSC cannot be received at port {port}: {reason}.", port=port, reason=reason(error))
            ) from error
        self._socket.settimeout(_LOOK_SECONDS)
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="OSC", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """The port that it receives at."""
        return int(self._socket.getsockname()[1])

    def close(self) -> None:
        """Receive nothing more."""
        self._closing = True
        with suppress(OSError):
            self._socket.sendto(b"", (LOOPBACK, self.port))  # ends the thread's wait
        self._thread.join(_CLOSE_SECONDS)
        self._socket.close()

    def _run(self) -> None:
        while not self._closing:
            try:
                packet = self._socket.recv(_LARGEST_PACKET)
            except TimeoutError:
                continue
            except OSError:
                if self._closing or self._socket.fileno() < 0:
                    return
                continue  # as Windows reports of an answer that could not be delivered
            if self._closing:
                return
            try:
                messages = tuple(messages_in(packet))
            except ValueError:
                self._unreadable()
                continue
            for address, values in messages:
                if self._closing:
                    return
                try:
                    self._receive(address, values)
                except Exception:  # whatever is in a message, the thread goes on
                    self._unreadable()


def messages_in(packet: bytes) -> Iterator[tuple[str, Sequence[object]]]:
    """Yield the address and the arguments of each message in a packet; the times of bundles are ignored.

    Raises
    ------
    ValueError
        If it is no OSC.
    """
    from pythonosc.osc_packet import OscPacket

    try:
        messages = OscPacket(packet).messages
    except Exception as error:  # bytes from outside: the library's readers raise a dozen kinds
        raise ValueError(f"no OSC: {reason(error)}") from error
    for timed in messages:
        yield timed.message.address, tuple(timed.message.params)
