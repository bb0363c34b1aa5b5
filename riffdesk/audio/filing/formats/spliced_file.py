"""A file that consists of pieces of another one and of bytes in between: nothing is copied to mend a header."""

from __future__ import annotations

import bisect
import io
import itertools
import os
from collections.abc import Sequence
from typing import BinaryIO

Piece = bytes | tuple[int, int]
"""Bytes, or the first and the last-but-one place in the other file."""


class SplicedFile(io.RawIOBase):
    """Such a file, for reading.

    Parameters
    ----------
    file : binary file
        Open, and able to seek. It stays open when this one is closed.
    pieces : sequence of bytes or (start, stop)
    """

    def __init__(self, file: BinaryIO, pieces: Sequence[Piece]) -> None:
        self._file, self._pieces = file, [piece for piece in pieces if _size(piece)]
        self._ends = list(itertools.accumulate(map(_size, self._pieces)))
        self._place = 0

    @property
    def size(self) -> int:
        """Bytes altogether."""
        return self._ends[-1] if self._ends else 0

    def readable(self) -> bool:
        """Return True: it can be read."""
        return True

    def seekable(self) -> bool:
        """Return True: it can be read from anywhere."""
        return True

    def tell(self) -> int:
        """Return the place of the next byte."""
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place and return it."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self.size}[whence]
        self._place = max(0, base + offset)
        return self._place

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """Fill a buffer as far as there is something, across the borders of pieces."""
        done = 0
        while done < len(buffer):
            number = bisect.bisect_right(self._ends, self._place)
            if number == len(self._pieces):
                break
            piece, left = self._pieces[number], self._ends[number] - self._place
            wanted = min(left, len(buffer) - done)
            if isinstance(piece, bytes):
                at = len(piece) - left
                part = piece[at : at + wanted]
            else:
                self._file.seek(piece[1] - left)
                part = self._file.read(wanted)
            if not part:
                break
            buffer[done : done + len(part)] = part
            done += len(part)
            self._place += len(part)
        return done


def _size(piece: Piece) -> int:
    return len(piece) if isinstance(piece, bytes) else piece[1] - piece[0]
