"""Finds out whether a file was cut off: libsndfile plays what is there of a WAV or OGG and says nothing."""

from __future__ import annotations

import os
from typing import BinaryIO

from riffdesk.audio.wav_chunks import chunks

_TAIL = 65_307 * 2  # two Ogg pages of the greatest size
_STREAMED = 0x7FFF_0000  # sizes from here on are what programs write that do not know yet
_SPARE = 64  # bytes; some writers miscount their padding


def promised_bytes(file: BinaryIO) -> int:
    """Return how many bytes a WAV or OGG file must have by its own account, 0 if it does not say."""
    for name, first, size in chunks(file):
        if name == b"data":
            return max(0, first + size - _SPARE) if size < _STREAMED else 0
    file.seek(0)
    return _end_of_last_page(file) if file.read(4) == b"OggS" else 0


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
