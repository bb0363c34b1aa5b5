"""Finds out whether a file was cut off: libsndfile plays what is there of a WAV or OGG and says nothing."""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

_TAIL = 65_307 * 2  # two Ogg pages of the greatest size
_STREAMED = 0x7FFF_0000  # sizes from here on are what programs write that do not know yet
_CHUNKS = 1_000  # more than anyone writes before the sound
_SPARE = 64  # bytes; some writers miscount their padding


def promised_bytes(file: BinaryIO) -> int:
    """Return how many bytes a WAV or OGG file must have by its own account, 0 if it does not say."""
    file.seek(0)
    head = file.read(12)
    if head[:4] == b"RIFF" and head[8:] == b"WAVE":
        return _end_of_wav_data(file)
    if head[:4] == b"OggS":
        return _end_of_last_page(file)
    return 0


def _end_of_wav_data(file: BinaryIO) -> int:
    """Return where the ``data`` chunk ends by its header (Multimedia Programming Interface 1.0, 1991)."""
    place = 12
    for _ in range(_CHUNKS):
        file.seek(place)
        header = file.read(8)
        if len(header) < 8:
            return 0
        name, size = struct.unpack("<4sI", header)
        if name == b"data":
            return max(0, place + 8 + size - _SPARE) if size < _STREAMED else 0
        place += 8 + size + size % 2
    return 0


def _end_of_last_page(file: BinaryIO) -> int:
    """Return where the last page ends by its segment table (RFC 3533)."""
    size = file.seek(0, os.SEEK_END)
    start = file.seek(max(0, size - _TAIL))
    tail = file.read()
    page = tail.rfind(b"OggS\0")
    if page < 0 or len(tail) < page + 27:
        return size + 1
    segments = tail[page + 26]
    table = tail[page + 27 : page + 27 + segments]
    return start + page + 27 + segments + sum(table)
