"""Detects truncated OGG files, which libsndfile reads without an error."""

from __future__ import annotations

import os
from typing import BinaryIO

_TAIL = 65_307 * 2  # two pages of the greatest size


def is_cut_ogg(file: BinaryIO) -> bool:
    """Return whether the last page of an OGG file is incomplete according to its segment table (RFC 3533)."""
    file.seek(0)
    if file.read(4) != b"OggS":
        return False
    size = file.seek(0, os.SEEK_END)
    start = file.seek(max(0, size - _TAIL))
    tail = file.read()
    page = tail.rfind(b"OggS\0")
    if page < 0 or len(tail) < page + 27:
        return True
    segments = tail[page + 26]
    table = tail[page + 27 : page + 27 + segments]
    return start + page + 27 + segments + sum(table) > size
