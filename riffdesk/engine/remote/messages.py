"""Messages between the window's process and the engine's: a pickle, with its arrays beside it.

    1 byte     kind
    8 bytes    number of the request
    4 bytes    number of pieces: the pickle, then one per array
    8 bytes    of each piece: its size, and in the highest bit whether it is read-only
    ...        the pieces

Arrays are sent from where they lie and received where they stay, uncopied, with the global lock released.
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
_SKIPPED = 1 << 20  # bytes at a time of what there is no memory for


class Kind(IntEnum):
    """What a message is."""

    REQUEST = 1
    STEP = 2
    DONE = 3
    FAILED = 4


@dataclass(frozen=True, eq=False)
class Message:
    """A message as it has arrived, not yet unpickled.

    Parameters
    ----------
    kind : Kind
    request : int
        The number of the request that it belongs to.
    pieces : sequence of uint8 ``[n]``, optional
        The pickle and its arrays; None if there was no memory for them.
    """

    kind: Kind
    request: int
    pieces: Sequence[Bytes] | None

    def content(self) -> Any:
        """Unpickle.

        Raises
        ------
        MemoryError
            If there was or is not enough memory.
        Exception
            Whatever unpickling raises.
        """
        if self.pieces is None:
            raise MemoryError
        pickled, *arrays = self.pieces
        return pickle.loads(pickled, buffers=arrays)  # type: ignore[arg-type]


def packed(kind: Kind, request: int, content: object) -> list[memoryview]:
    """Return what to `send`; raises whatever pickling raises, before a byte is sent."""
    arrays: list[pickle.PickleBuffer] = []
    pickled = pickle.dumps(content, protocol=5, buffer_callback=arrays.append)
    pieces = [array.raw() for array in arrays]
    marks = [_READ_ONLY if piece.readonly else 0 for piece in pieces]
    head = _HEAD.pack(kind, request, 1 + len(pieces)) + _SIZE.pack(len(pickled))
    sizes = (_SIZE.pack(piece.nbytes | mark) for piece, mark in zip(pieces, marks, strict=True))
    return [memoryview(head + b"".join(sizes) + pickled), *pieces]


def send(link: socket.socket, pieces: Sequence[memoryview]) -> None:
    """Send what `packed` returned; EOFError if the other end is gone."""
    try:
        for piece in pieces:
            link.sendall(piece)
    except OSError as error:
        raise EOFError from error


def receive(link: socket.socket) -> Message:
    """Receive one message; EOFError if the other end is gone."""
    kind, request, count = _HEAD.unpack(_received(link, _HEAD.size).data)
    sizes = [_SIZE.unpack(_received(link, _SIZE.size).data)[0] for _ in range(count)]
    pieces: list[Bytes] | None = []
    for size in sizes:
        try:
            piece = _received(link, size & ~_READ_ONLY) if pieces is not None else None
        except MemoryError:
            piece = None
        if pieces is None or piece is None:
            pieces = None
            _skip(link, size & ~_READ_ONLY)
        else:
            piece.flags.writeable = not size & _READ_ONLY
            pieces.append(piece)
    return Message(Kind(kind), request, pieces)


def _received(link: socket.socket, size: int) -> Bytes:
    """Return so many bytes; MemoryError before any is read."""
    data = np.empty(size, np.uint8)
    view, got = data.data, 0
    while got < size:
        got += _some(link, view[got:])
    return data


def _skip(link: socket.socket, size: int) -> None:
    """Read bytes that there is no memory for, so that the next message is found."""
    view = memoryview(bytearray(min(size, _SKIPPED)))
    while size > 0:
        size -= _some(link, view[:size])


def _some(link: socket.socket, view: memoryview) -> int:
    try:
        count = link.recv_into(view)
    except OSError as error:
        raise EOFError from error
    if not count:
        raise EOFError
    return count
