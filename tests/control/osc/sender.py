"""Sends OSC to a port of this computer."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from pythonosc.osc_message_builder import OscMessageBuilder


def packet(address: str, *values: object) -> bytes:
    """Return a message as the bytes of a packet."""
    builder = OscMessageBuilder(address)
    for value in values:
        builder.add_arg(value)
    return builder.build().dgram


class Sender:
    """What another program would send with."""

    def __init__(self, to: socket.socket) -> None:
        self._socket = to

    def send(self, address: str, *values: object) -> None:
        """Send a message."""
        self._socket.send(packet(address, *values))

    def send_bytes(self, data: bytes) -> None:
        """Send a packet."""
        self._socket.send(data)


@contextmanager
def sender_to(port: int) -> Iterator[Sender]:
    """Have a sender to a port."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.connect(("127.0.0.1", port))
        yield Sender(one)
