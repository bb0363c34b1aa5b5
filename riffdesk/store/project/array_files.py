"""Arrays as files: ink as .npy, sound as .npy or as 32-bit float WAV, written and read piece by piece.

A reader is told what may be there and checks it before it allocates anything; nothing is evaluated
or unpickled. The files are what numpy and any audio program write and read.
"""

from __future__ import annotations

import io
import math
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from riffdesk.sketch.tiles.tiles import Tiles

Array = NDArray[np.float32]
Shape = tuple[int, ...]
_Tiles = TypeVar("_Tiles", bound=Tiles)

_PIECE = 1 << 20  # bytes between two looks at the cancel button
_ROOM = 256  # tiles that get their memory together, 32 MiB: none of it is free before all of them are
_SAMPLE, _SAMPLES = 2_048, 16  # values in a row, and how often, to find out whether packing helps
_NPY = re.compile(rb"\{'descr': '<f4', 'fortran_order': False, 'shape': \((\d{1,10}(?:, \d{1,10})*),?\), \} *\n")
_NPY_MAGIC = b"\x93NUMPY\x01\x00"
_NPY_HEAD_LIMIT = 1_024
_WAV = struct.Struct("<4sI4s 4sIHHIIHHH 4sII 4sI")
_IEEE_FLOAT = 3


class DamagedArray(Exception):
    """The bytes are not what they should be; the text says how."""


def npy_size(shape: Shape) -> int:
    """Return the bytes of a float32 array as .npy."""
    return len(_npy_head(shape)) + 4 * math.prod(shape)


def wav_size(shape: Shape) -> int:
    """Return the bytes of sound ``[channels, samples]`` as WAV."""
    return _WAV.size + 4 * math.prod(shape)


def packs_well(array: Array) -> bool:
    """Return whether deflating an array is worth the wait: drawn ink is mostly silence, a recording is noise."""
    flat = np.ascontiguousarray(array, "<f4").reshape(-1)
    count = min(_SAMPLES, flat.size // _SAMPLE) or 1
    places = np.linspace(0, max(0, flat.size - _SAMPLE), count).astype(int)
    samples = b"".join(flat[place : place + _SAMPLE].tobytes() for place in places)
    return len(zlib.compress(samples, 1)) < len(samples) / 2


def npy_pieces(array: Array) -> Iterator[bytes]:
    """Yield an array as a .npy file: float32, C order."""
    yield _npy_head(array.shape)
    flat = np.ascontiguousarray(array, "<f4").reshape(-1)
    for start in range(0, flat.size, _PIECE // 4):
        yield flat[start : start + _PIECE // 4].tobytes()


def wav_pieces(audio: Array, rate: int) -> Iterator[bytes]:
    """Yield sound ``[channels, samples]`` as a 32-bit float WAV file, bit by bit."""
    channels, samples = audio.shape
    yield _wav_head(channels, samples, rate)
    step = _PIECE // 4 // channels
    for start in range(0, samples, step):
        yield np.ascontiguousarray(audio[:, start : start + step].T, "<f4").tobytes()


def read_npy(
    file: IO[bytes], size: int, kind: type[_Tiles], allowed: Callable[[Shape], bool], on_bytes: Callable[[int], None]
) -> _Tiles:
    """Read a .npy file of float32 into tiles.

    Parameters
    ----------
    file : binary file
    size : int
        Its length in bytes.
    kind : type
        Of the tiles: `Ink` or `Waveform`.
    allowed : callable
        Says whether an array of this shape may be there; asked before it is allocated.
    on_bytes : callable
        Called with the size of each piece.

    Raises
    ------
    DamagedArray
        If anything is not as it should be.
    """
    start = _exactly(file, len(_NPY_MAGIC) + 2)
    length = int.from_bytes(start[-2:], "little")
    if not start.startswith(_NPY_MAGIC) or length > _NPY_HEAD_LIMIT:
        raise DamagedArray("it is no .npy file of version 1")
    match = _NPY.fullmatch(_exactly(file, length))
    if match is None:
        raise DamagedArray("it holds something other than 32-bit floats")
    shape = tuple(int(number) for number in match[1].split(b", "))
    _check(shape, allowed, len(start) + length, size)
    tiles = _EmptyTiles(kind, shape)
    for row, place, block in _blocks(file, math.prod(shape[:-1]), shape[-1], kind.SIZE, on_bytes):
        tiles.write(row, place, block)
    _check_end(file)
    return tiles.whole()


def read_wav(
    file: IO[bytes],
    size: int,
    rate: int,
    kind: type[_Tiles],
    allowed: Callable[[Shape], bool],
    on_bytes: Callable[[int], None],
) -> _Tiles:
    """Read a WAV file that `wav_pieces` made at this rate into tiles ``[channels, samples]``; see `read_npy`."""
    head = _exactly(file, _WAV.size)
    channels, total = _WAV.unpack(head)[6], _WAV.unpack(head)[-1]
    samples = total // (4 * max(1, channels))
    if channels not in (1, 2) or head != _wav_head(channels, samples, rate):
        raise DamagedArray(f"it is no 32-bit float WAV of {rate} samples per second")
    _check((channels, samples), allowed, len(head), size)
    tiles, place = _EmptyTiles(kind, (channels, samples)), 0
    for piece in _values(file, channels * samples, on_bytes, channels * kind.SIZE):
        frames = piece.reshape(-1, channels)
        tiles.write(0, place, frames.T)
        place += -(-len(frames) // kind.SIZE)
    _check_end(file)
    return tiles.whole()


class _EmptyTiles(Generic[_Tiles]):
    """Tiles that are written into block by block, and have all of their values then."""

    def __init__(self, kind: type[_Tiles], shape: Shape) -> None:
        self._kind, self._lead, self._length = kind, shape[:-1], shape[-1]
        count, rows = -(-self._length // kind.SIZE), math.prod(self._lead)
        rooms = (min(_ROOM, count - first) for first in range(0, count, _ROOM))
        self._rooms = [np.empty((room, rows, kind.SIZE), np.float32) for room in rooms]
        if self._rooms:
            self._rooms[-1][-1] = 0

    def write(self, row: int, place: int, block: Array) -> None:
        """Write a block of rows, all axes but the last one being one, and of columns from the tile at a place on."""
        size, rows = self._kind.SIZE, slice(row, row + len(block))
        whole, rest = divmod(block.shape[1], size)
        tiles = block[:, : whole * size].reshape(len(block), whole, size).swapaxes(0, 1)
        for number in range(place // _ROOM, -(-(place + whole) // _ROOM)):
            first = number * _ROOM
            low, high = max(place, first), min(place + whole, first + _ROOM)
            self._rooms[number][low - first : high - first, rows] = tiles[low - place : high - place]
        if rest:
            self._rooms[-1][-1, rows, :rest] = block[:, whole * size :]

    def whole(self) -> _Tiles:
        """Return the tiles, which nobody writes into any more."""
        for room in self._rooms:
            room.flags.writeable = False
        tiles = (tile.reshape(*self._lead, -1) for room in self._rooms for tile in room)
        return self._kind.assembled(self._lead, self._length, tiles)


def _blocks(
    file: IO[bytes], rows: int, length: int, size: int, on_bytes: Callable[[int], None]
) -> Iterator[tuple[int, int, Array]]:
    """Yield an array as blocks, each with its row and the place of the first tile of so many columns that it is in.

    A block is a part of a long row, or as many short ones as make a piece.
    """
    if 4 * length <= _PIECE:
        row = 0
        for piece in _values(file, rows * length, on_bytes, max(1, length)):
            block = piece.reshape(-1, length)
            yield row, 0, block
            row += len(block)
        return
    for row in range(rows):
        place = 0
        for piece in _values(file, length, on_bytes, size):
            yield row, place, piece[None]
            place += -(-len(piece) // size)


def _npy_head(shape: Shape) -> bytes:
    head = io.BytesIO()
    np.lib.format.write_array_header_1_0(head, {"descr": "<f4", "fortran_order": False, "shape": shape})
    return head.getvalue()


def _wav_head(channels: int, samples: int, rate: int) -> bytes:
    """Return the chunks before the samples (Multiple Channel Audio Data and WAVE Files, 2007)."""
    frame = 4 * channels
    riff = (b"RIFF", _WAV.size - 8 + samples * frame, b"WAVE")
    fmt = (b"fmt ", 18, _IEEE_FLOAT, channels, rate, rate * frame, frame, 32, 0)
    fact, data = (b"fact", 4, samples), (b"data", samples * frame)
    return _WAV.pack(*riff, *fmt, *fact, *data)


def _check(shape: Shape, allowed: Callable[[Shape], bool], head: int, size: int) -> None:
    if not allowed(shape):
        raise DamagedArray(f"it has {' x '.join(map(str, shape))} values, which do not fit the rest")
    if head + 4 * int(np.prod(shape, dtype=object)) != size:
        raise DamagedArray("its length is not what it says")


def _values(
    file: IO[bytes], count: int, on_bytes: Callable[[int], None], multiple: int = 1
) -> Iterator[NDArray[np.float32]]:
    """Yield ``count`` floats in pieces of a multiple of values; what is no finite number becomes 0."""
    step = max(1, _PIECE // 4 // multiple) * multiple
    for start in range(0, count, step):
        piece = np.frombuffer(_exactly(file, 4 * min(step, count - start)), "<f4")
        on_bytes(piece.nbytes)
        yield piece if np.isfinite(piece).all() else np.nan_to_num(piece, nan=0, posinf=0, neginf=0)


def _check_end(file: IO[bytes]) -> None:
    if file.read(1):
        raise DamagedArray("it goes on after its end")


def _exactly(file: IO[bytes], size: int) -> bytes:
    data = file.read(size)
    if len(data) < size:
        raise DamagedArray("it is cut short")
    return data
