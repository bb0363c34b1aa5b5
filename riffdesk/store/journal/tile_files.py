"""Segments: files of numbered tiles of a journal.

A segment holds the tiles ``[first, first + count)``, each as a short header and its float32 values, deflated if most
of them are zero. Segments are written once and never changed. A manifest stores the length and digest of each segment,
which are checked before any of it is used.
"""

from __future__ import annotations

import hashlib
import re
import struct
import threading
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from riffdesk.arrays import Array
from riffdesk.progress import check
from riffdesk.sketch.tiles.tile import Tile
from riffdesk.system import SYSTEM

SEGMENT_BYTES = 8 * 2**20
"""Size at which a segment is closed: ten minutes of eight layers are 300 files, each of which is read quickly."""

_HEAD = struct.Struct("<QIIB")  # number of the tile, bytes of its values, bytes in the file, whether deflated
_DIGEST_SIZE = 16
_NAME = re.compile(r"(\d{6,})\.tiles")


class DamagedJournal(Exception):
    """A file of a journal is damaged; the text names it."""


@dataclass(frozen=True)
class Segment:
    """Name, contents and digest of a segment file.

    Parameters
    ----------
    number : int
        Part of the file's name.
    first, count : int
        Number of its first tile, and number of tiles.
    size : int
        Bytes of the file.
    digest : str
        BLAKE2b of the file, in hex.
    """

    number: int
    first: int
    count: int
    size: int
    digest: str

    @property
    def name(self) -> str:
        """Name of the file."""
        return f"{self.number:06}.tiles"


def segments_in(folder: Path) -> dict[int, Path]:
    """Return the segment files in a folder by number."""
    return {int(match[1]): path for path in folder.iterdir() if (match := _NAME.fullmatch(path.name))}


def write_segments(
    folder: Path, number: int, first: int, tiles: Sequence[Tile], cancel: threading.Event
) -> Iterator[Segment]:
    """Write tiles, numbered from ``first`` on, into segments from ``number`` on; yield each when it is on disk.

    Raises
    ------
    OSError
        If one cannot be written; the incomplete file is removed.
    Cancelled
        If ``cancel`` was set.
    """
    written = 0
    while written < len(tiles):
        segment = _write_segment(folder, number, first + written, tiles[written:], cancel)
        yield segment
        written, number = written + segment.count, number + 1


def _write_segment(folder: Path, number: int, first: int, tiles: Sequence[Tile], cancel: threading.Event) -> Segment:
    digest, size, count = hashlib.blake2b(digest_size=_DIGEST_SIZE), 0, 0
    path = folder / Segment(number, 0, 0, 0, "").name
    try:
        with path.open("wb") as file:
            for tile in tiles:
                check(cancel)
                values, stored = _packed(tile.array)
                for part in (_HEAD.pack(first + count, values.nbytes, stored.nbytes, stored is not values), stored):
                    file.write(part)
                    digest.update(part)
                    size += len(part)
                count += 1
                if size >= SEGMENT_BYTES:
                    break
            file.flush()
            SYSTEM.sync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Segment(number, first, count, size, digest.hexdigest())


def _packed(array: Array) -> tuple[memoryview, memoryview]:
    """Return the bytes of a tile and the bytes to be stored: the same object, or deflated if most values are zero."""
    values = np.ascontiguousarray(array, "<f4").reshape(-1).data.cast("B")
    mostly_zeros = 2 * np.count_nonzero(array) < array.size
    return values, memoryview(zlib.compress(values, 1)) if mostly_zeros else values


def read_segment(folder: Path, segment: Segment) -> Iterator[tuple[int, Array]]:
    """Check a segment, then yield the number and the flat, read-only values of each tile.

    Raises
    ------
    DamagedJournal
        If the file is missing or damaged.
    """
    path = folder / segment.name
    try:
        if path.stat().st_size != segment.size:
            raise DamagedJournal(f"{segment.name} is cut short")
        data = path.read_bytes()
    except OSError as error:
        raise DamagedJournal(f"{segment.name} cannot be read") from error
    if hashlib.blake2b(data, digest_size=_DIGEST_SIZE).hexdigest() != segment.digest:
        raise DamagedJournal(f"{segment.name} does not match its digest")
    offset = 0
    while offset < len(data):
        number, length, stored, deflated = _HEAD.unpack_from(data, offset)
        offset += _HEAD.size
        values = data[offset : offset + stored]
        offset += stored
        yield number, np.frombuffer(zlib.decompress(values, bufsize=length) if deflated else values, "<f4")
