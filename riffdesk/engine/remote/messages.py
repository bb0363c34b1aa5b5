"""Messages between the window's process and the engine's: a pickle, with its arrays as separate buffers.

    1 byte     kind
    8 bytes    number of the request
    4 bytes    number of buffers: the pickle, then one per array
    8 bytes    for each buffer: its size, and in the highest bit whether it is read-only
    ...        the buffers

Arrays are sent and received without a copy, with the global interpreter lock released.
"""

from __future__ import annotations

import pickle
import socket
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

_HEAD = struct.Struct("<BQI")
_SIZE = struct.Struct("<Q")
_READ_ONLY = 1 << 63
_SKIP_BYTES = 1 << 20  # read at a time from buffers that do not fit into memory


class Kind(IntEnum):
    """Kind of a message."""

    REQUEST = 1
    STEP = 2
    DONE = 3
    FAILED = 4
    SESSION = 5
    MESSAGE = 6


@dataclass(frozen=True, eq=False)
class Message:
    """A received message, not yet unpickled.

    Parameters
    ----------
    kind : Kind
    request : int
        Number of its request.
    buffers : sequence of uint8 ``[n]``, optional
        The pickle and its arrays; None if there was not enough memory.
    """

    kind: Kind
    request: int
    buffers: Sequence[Bytes] | None

    def content(self) -> Any:
        """Return the unpickled content.

        Raises
        ------
        MemoryError
            If there was or is not enough memory.
        Exception
            From unpickling.
        """
        if self.buffers is None:
            raise MemoryError
        pickled, *arrays = self.buffers
        return pickle.loads(pickled, buffers=arrays)  # type: ignore[arg-type]


def packed(kind: Kind, request: int, content: object) -> list[memoryview]:
    """Return the buffers of a message for `send`; errors of pickling are raised before a byte is sent."""
    arrays: list[pickle.PickleBuffer] = []
    pickled = pickle.dumps(content, protocol=5, buffer_callback=arrays.append)
    buffers = [array.raw() for array in arrays]
    marks = [_READ_ONLY if buffer.readonly else 0 for buffer in buffers]
    head = _HEAD.pack(kind, request, 1 + len(buffers)) + _SIZE.pack(len(pickled))
    sizes = (_SIZE.pack(buffer.nbytes | mark) for buffer, mark in zip(buffers, marks, strict=True))
    return [memoryview(head + b"".join(sizes) + pickled), *buffers]


def send(link: socket.socket, buffers: Sequence[memoryview]) -> None:
    """Send the buffers of `packed`; EOFError if the other end has closed."""
    try:
        for buffer in buffers:
            link.sendall(buffer)
    except OSError as error:
        raise EOFError from error


def receive(link: socket.socket) -> Message:
    """Receive one message; EOFError if the other end has closed."""
    kind, request, count = _HEAD.unpack(_received(link, _HEAD.size).data)
    sizes = [_SIZE.unpack(_received(link, _SIZE.size).data)[0] for _ in range(count)]
    buffers: list[Bytes] | None = []
    for size in sizes:
        try:
            buffer = _received(link, size & ~_READ_ONLY) if buffers is not None else None
        except MemoryError:
            buffer = None
        if buffers is None or buffer is None:
            buffers = None
            _skip(link, size & ~_READ_ONLY)
        else:
            buffer.flags.writeable = not size & _READ_ONLY
            buffers.append(buffer)
    return Message(Kind(kind), request, buffers)


def _received(link: socket.socket, size: int) -> Bytes:
    """Read ``size`` bytes; MemoryError is raised before any is read."""
    data = np.empty(size, np.uint8)
    view, count_read = data.data, 0
    while count_read < size:
        count_read += _read_some(link, view[count_read:])
    return data


def _skip(link: socket.socket, size: int) -> None:
    """Read and discard bytes, up to the next message."""
    view = memoryview(bytearray(min(size, _SKIP_BYTES)))
    while size > 0:
        size -= _read_some(link, view[:size])


def _read_some(link: socket.socket, view: memoryview) -> int:
    try:
        count = link.recv_into(view)
    except OSError as error:
        raise EOFError from error
    if not count:
        raise EOFError
    return count
