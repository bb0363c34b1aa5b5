"""Segments: files of numbered tiles, from which a journal puts versions of a document together.

A segment holds the tiles ``[first, first + count)``, each as a short head and its float32 values, deflated where most
of them are zero. Segments are written once and never changed. Whoever names one says how long it is and what its digest
is, so that a file that was cut short or changed in any bit is found out before anything of it is used.
"""

from __future__ import annotations

import hashlib
import os
import struct
import threading
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from riffdesk.progress import check
from riffdesk.sketch.tiles.tile import Array, Tile

SEGMENT_BYTES = 8 * 2**20
"""A segment is closed when it has reached this size: ten minutes of eight layers are 300 files, and reading one does
not take long."""

_HEAD = struct.Struct("<QIIB")  # number of the tile, bytes of its values, bytes in the file, whether deflated
_DIGEST_SIZE = 16


class DamagedJournal(Exception):
    """A file of a journal is not as it was written; the text says which."""


@dataclass(frozen=True)
class Segment:
    """A file of tiles as it has to be.

    Parameters
    ----------
    number : int
        Part of the file's name.
    first, count : int
        The tiles that it holds.
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


def write_segments(
    folder: Path, number: int, first: int, tiles: Sequence[Tile], cancel: threading.Event
) -> Iterator[Segment]:
    """Write tiles, numbered from ``first`` on, into segments from ``number`` on; yield each when it is on disk.

    Raises
    ------
    OSError
        If one cannot be written; what there is of it is removed.
    Cancelled
        If ``cancel`` was set.
    """
    place = 0
    while place < len(tiles):
        segment = _write_segment(folder, number, first + place, tiles[place:], cancel)
        yield segment
        place, number = place + segment.count, number + 1


def _write_segment(folder: Path, number: int, first: int, tiles: Sequence[Tile], cancel: threading.Event) -> Segment:
    digest, size, count = hashlib.blake2b(digest_size=_DIGEST_SIZE), 0, 0
    path = folder / Segment(number, 0, 0, 0, "").name
    try:
        with path.open("wb") as file:
            for tile in tiles:
                check(cancel)
                values, stored = _packed(tile.array)
                for piece in (_HEAD.pack(first + count, values.nbytes, stored.nbytes, stored is not values), stored):
                    file.write(piece)
                    digest.update(piece)
                    size += len(piece)
                count += 1
                if size >= SEGMENT_BYTES:
                    break
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Segment(number, first, count, size, digest.hexdigest())


def _packed(array: Array) -> tuple[memoryview, memoryview]:
    """Return the bytes of a tile and those to be stored: the same, without a copy that the window would wait for.

    Only what is mostly zeros is deflated, as drawn ink is; a recording is noise.
    """
    values = np.ascontiguousarray(array, "<f4").reshape(-1).data.cast("B")
    mostly_zeros = 2 * np.count_nonzero(array) < array.size
    return values, memoryview(zlib.compress(values, 1)) if mostly_zeros else values


def read_segment(folder: Path, segment: Segment) -> Iterator[tuple[int, Array]]:
    """Yield the tiles of a segment, flat and read-only, with their numbers, once all of it was found to be in order.

    Raises
    ------
    DamagedJournal
        If the file is missing or not as it was written.
    """
    path = folder / segment.name
    try:
        if path.stat().st_size != segment.size:
            raise DamagedJournal(f"{segment.name} is cut short")
        data = path.read_bytes()
    except OSError as error:
        raise DamagedJournal(f"{segment.name} cannot be read") from error
    if hashlib.blake2b(data, digest_size=_DIGEST_SIZE).hexdigest() != segment.digest:
        raise DamagedJournal(f"{segment.name} is not as it was written")
    place = 0
    while place < len(data):
        number, length, stored, deflated = _HEAD.unpack_from(data, place)
        place += _HEAD.size
        values = data[place : place + stored]
        place += stored
        yield number, np.frombuffer(zlib.decompress(values, bufsize=length) if deflated else values, "<f4")
