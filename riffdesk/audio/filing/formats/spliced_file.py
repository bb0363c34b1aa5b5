"""A read-only file made of parts of another file and of other bytes, to correct a header without copying the file."""

from __future__ import annotations

import bisect
import io
import itertools
import os
from collections.abc import Sequence
from typing import BinaryIO

Part = bytes | tuple[int, int]
"""Bytes, or a range ``(start, stop)`` of the other file."""


class SplicedFile(io.RawIOBase):
    """A file made of parts of another file and of other bytes.

    Parameters
    ----------
    file : binary file
        Open and seekable. It stays open when this one is closed.
    parts : sequence of bytes or (start, stop)
    """

    def __init__(self, file: BinaryIO, parts: Sequence[Part]) -> None:
        self._file, self._parts = file, [part for part in parts if _size(part)]
        self._ends = list(itertools.accumulate(map(_size, self._parts)))
        self._position = 0

    @property
    def size(self) -> int:
        """Size in bytes."""
        return self._ends[-1] if self._ends else 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return the position of the next byte."""
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Set the position and return it."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self.size}[whence]
        self._position = max(0, base + offset)
        return self._position

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """Fill a buffer from one or more parts; return the number of bytes."""
        filled = 0
        while filled < len(buffer):
            index = bisect.bisect_right(self._ends, self._position)
            if index == len(self._parts):
                break
            part, remaining = self._parts[index], self._ends[index] - self._position
            count = min(remaining, len(buffer) - filled)
            if isinstance(part, bytes):
                offset = len(part) - remaining
                data = part[offset : offset + count]
            else:
                self._file.seek(part[1] - remaining)
                data = self._file.read(count)
            if not data:
                break
            buffer[filled : filled + len(data)] = data
            filled += len(data)
            self._position += len(data)
        return filled


def _size(part: Part) -> int:
    return len(part) if isinstance(part, bytes) else part[1] - part[0]
