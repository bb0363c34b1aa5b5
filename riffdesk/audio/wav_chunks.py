"""Chunks of a WAV file beside its samples: libsndfile writes and reads only short ones.

A RIFF file is a row of chunks: a name of four bytes, a size, so many bytes, and one more to make it even
(Multimedia Programming Interface and Data Specifications 1.0, IBM and Microsoft 1991).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Mapping
from typing import BinaryIO

_HEADER = struct.Struct("<4sI")
_CHUNKS = 1_000  # more than anyone writes
_LONGEST_COMMENT = 4_000_000


def chunks(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, first byte and size of each chunk of a WAV file; none of any other file."""
    file.seek(0)
    head = file.read(12)
    if head[:4] != b"RIFF" or head[8:] != b"WAVE":
        return
    place = 12
    for _ in range(_CHUNKS):
        file.seek(place)
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return
        name, size = _HEADER.unpack(header)
        yield name, place + _HEADER.size, size
        place += _HEADER.size + size + size % 2


def append_chunks(file: BinaryIO, more: Mapping[bytes, bytes]) -> None:
    """Add chunks at the end of a WAV file that is open for reading and writing."""
    end = file.seek(0, os.SEEK_END)
    file.write(b"\0" * (end % 2) + b"".join(_chunk(name, content) for name, content in more.items()))
    size = file.tell() - 8
    file.seek(4)
    file.write(struct.pack("<I", size))


def comment_chunk(text: str) -> dict[bytes, bytes]:
    """Return a comment as a chunk."""
    return {b"LIST": b"INFO" + _chunk(b"ICMT", text.encode() + b"\0")}


def read_comment(file: BinaryIO) -> str:
    """Return a WAV file's comment; empty if it has none."""
    for name, first, size in chunks(file):
        if name != b"LIST" or size > _LONGEST_COMMENT:
            continue
        file.seek(first)
        info = file.read(size)
        place = 4
        while info[:4] == b"INFO" and place + _HEADER.size <= len(info):
            kind, length = _HEADER.unpack_from(info, place)
            place += _HEADER.size
            if kind == b"ICMT":
                return info[place : place + length].split(b"\0")[0].decode(errors="replace")
            place += length + length % 2
    return ""


def _chunk(name: bytes, content: bytes) -> bytes:
    return _HEADER.pack(name, len(content)) + content + b"\0" * (len(content) % 2)
