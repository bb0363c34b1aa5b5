"""Tags of a FLAC file that libsndfile has no name for.

It writes a comment, and so the comment is written longer than it is, and the room at its end becomes further tags. The
file keeps its length, and nothing behind them has to move (RFC 9639, sections 8 and 8.6).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import BinaryIO

_COMMENTS = 4
_COUNT = struct.Struct("<I")


def with_room(comment: str, tags: Mapping[str, str]) -> str:
    """Return a comment to be written by libsndfile, with room for tags at its end."""
    return comment + " " * len(b"".join(_entries(tags)))


def put_tags(file: BinaryIO, tags: Mapping[str, str]) -> None:
    """Write tags into the room that the comment of a FLAC file has for them.

    Parameters
    ----------
    file : binary file
        Open for reading and writing; its last tag is the comment of `with_room`.
    """
    entries = _entries(tags)
    place = 4
    while True:
        file.seek(place)
        kind, *size = file.read(4)
        if kind & 0x7F == _COMMENTS:
            break
        place += 4 + int.from_bytes(bytes(size))
    block = bytearray(file.read(int.from_bytes(bytes(size))))
    counted = _COUNT.size + _COUNT.unpack_from(block)[0]
    (count,) = _COUNT.unpack_from(block, counted)
    last = counted + _COUNT.size
    for _ in range(count - 1):
        last += _COUNT.size + _COUNT.unpack_from(block, last)[0]
    room = len(b"".join(entries))
    _COUNT.pack_into(block, counted, count + len(entries))
    _COUNT.pack_into(block, last, _COUNT.unpack_from(block, last)[0] - room)
    block[len(block) - room :] = b"".join(entries)
    file.seek(place + 4)
    file.write(block)


def _entries(tags: Mapping[str, str]) -> list[bytes]:
    words = [f"{name}={value}".encode() for name, value in tags.items()]
    return [_COUNT.pack(len(one)) + one for one in words]
