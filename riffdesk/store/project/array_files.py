"""Reading and writing arrays in chunks: ink as .npy, sound as .npy or as 32-bit float WAV.

Readers check the shape before they allocate memory; nothing is evaluated or unpickled. The files can be read by numpy
and by any audio program.
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

from riffdesk.arrays import Array
from riffdesk.sketch.tiles.tiles import Tiles

Shape = tuple[int, ...]
_Tiles = TypeVar("_Tiles", bound=Tiles)

_CHUNK_BYTES = 1 << 20  # bytes read or written between two checks for cancellation
_BLOCK_BYTES = 8 << 20  # bytes that are put together from tiles at a time
_TILES_PER_BUFFER = 256  # tiles allocated together, 32 MiB, which are freed together
_RUN_VALUES, _RUNS = 2_048, 16  # length and number of the runs of values that are deflated as a test
_NPY = re.compile(rb"\{'descr': '<f4', 'fortran_order': False, 'shape': \((\d{1,10}(?:, \d{1,10})*),?\), \} *\n")
_NPY_MAGIC = b"\x93NUMPY\x01\x00"
_MAX_NPY_HEADER = 1_024
_WAV = struct.Struct("<4sI4s 4sIHHIIHHH 4sII 4sI")
_IEEE_FLOAT = 3


class DamagedArray(Exception):
    """The file is damaged; the text says how."""


def npy_size(shape: Shape) -> int:
    """Return the size in bytes of a float32 array as .npy."""
    return len(_npy_header(shape)) + 4 * math.prod(shape)


def wav_size(shape: Shape) -> int:
    """Return the size in bytes of sound ``[channels, samples]`` as WAV."""
    return _WAV.size + 4 * math.prod(shape)


def packs_well(tiles: Tiles) -> bool:
    """Return whether deflating halves an array, estimated from parts: drawn ink does, a recording does not."""
    rows, length = math.prod(tiles.lead), tiles.length
    run = min(_RUN_VALUES, length)
    count = min(_RUNS, rows * length // max(1, run))
    places = np.linspace(0, max(0, rows * length - run), count).astype(int)
    starts = ((place // length, min(place % length, length - run)) for place in places)
    samples = b"".join(_rows(tiles, slice(row, row + 1), start, start + run).tobytes() for row, start in starts)
    return len(zlib.compress(samples, 1)) < len(samples) / 2


def npy_chunks(tiles: Tiles) -> Iterator[bytes | memoryview]:
    """Yield the chunks of an array as a .npy file: float32, C order.

    Rows are assembled block by block: the full array would double the memory of the tiles.
    """
    yield _npy_header(tiles.shape)
    rows, length = math.prod(tiles.lead), tiles.length
    block_rows = max(1, _BLOCK_BYTES // (4 * max(1, length)))
    block_columns = max(1, length) if block_rows > 1 else _BLOCK_BYTES // (4 * tiles.SIZE) * tiles.SIZE
    for row in range(0, rows, block_rows):
        for start in range(0, length, block_columns):
            stop = min(length, start + block_columns)
            block = _rows(tiles, slice(row, row + block_rows), start, stop).reshape(-1).view(np.uint8)
            yield from (block[first : first + _CHUNK_BYTES].data for first in range(0, block.size, _CHUNK_BYTES))


def wav_chunks(tiles: Tiles, rate: int) -> Iterator[bytes]:
    """Yield the chunks of sound ``[channels, samples]`` as a 32-bit float WAV file."""
    channels, samples = tiles.shape
    yield _wav_header(channels, samples, rate)
    step = _CHUNK_BYTES // 4 // channels
    for start in range(0, samples, step):
        yield np.ascontiguousarray(tiles.read(start, min(samples, start + step)).T, "<f4").tobytes()


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
        Class of the result: `Ink` or `Waveform`.
    allowed : callable
        Returns whether a shape is allowed; called before memory is allocated.
    on_bytes : callable
        Called with the size of each chunk.

    Raises
    ------
    DamagedArray
        If the file is damaged or its shape is not allowed.
    """
    start = _read_exactly(file, len(_NPY_MAGIC) + 2)
    length = int.from_bytes(start[-2:], "little")
    if not start.startswith(_NPY_MAGIC) or length > _MAX_NPY_HEADER:
        raise DamagedArray("it is no .npy file of version 1")
    match = _NPY.fullmatch(_read_exactly(file, length))
    if match is None:
        raise DamagedArray("it holds something other than 32-bit floats")
    shape = tuple(int(number) for number in match[1].split(b", "))
    _check(shape, allowed, len(start) + length, size)
    tiles = _TilesBuilder(kind, shape)
    for row, tile, block in _blocks(file, math.prod(shape[:-1]), shape[-1], kind.SIZE, on_bytes):
        tiles.write(row, tile, block)
    _check_end(file)
    return tiles.finished()


def read_wav(
    file: IO[bytes],
    size: int,
    rate: int,
    kind: type[_Tiles],
    allowed: Callable[[Shape], bool],
    on_bytes: Callable[[int], None],
) -> _Tiles:
    """Read a WAV file that `wav_chunks` made at this rate into tiles ``[channels, samples]``; see `read_npy`."""
    header = _read_exactly(file, _WAV.size)
    channels, total = _WAV.unpack(header)[6], _WAV.unpack(header)[-1]
    samples = total // (4 * max(1, channels))
    if channels not in (1, 2) or header != _wav_header(channels, samples, rate):
        raise DamagedArray(f"it is no 32-bit float WAV of {rate} samples per second")
    _check((channels, samples), allowed, len(header), size)
    tiles, tile = _TilesBuilder(kind, (channels, samples)), 0
    for values in _values(file, channels * samples, on_bytes, channels * kind.SIZE):
        frames = values.reshape(-1, channels)
        tiles.write(0, tile, frames.T)
        tile += -(-len(frames) // kind.SIZE)
    _check_end(file)
    return tiles.finished()


def _rows(tiles: Tiles, rows: slice, start: int, stop: int) -> Array:
    """Return columns ``[start, stop)`` of some rows, all leading axes being one axis of rows: little-endian."""
    size = tiles.SIZE
    first, last = start // size, -(-stop // size)
    parts = [tile.array.reshape(-1, size)[rows] for tile in tiles.tiles[first:last]]
    parts[-1] = parts[-1][:, : stop - (last - 1) * size]
    parts[0] = parts[0][:, start - first * size :]
    return np.concatenate(parts, axis=1, dtype="<f4")


class _TilesBuilder(Generic[_Tiles]):
    """Builds tiles from blocks of values."""

    def __init__(self, kind: type[_Tiles], shape: Shape) -> None:
        self._kind, self._lead, self._length = kind, shape[:-1], shape[-1]
        count, rows = -(-self._length // kind.SIZE), math.prod(self._lead)
        buffer_sizes = (min(_TILES_PER_BUFFER, count - first) for first in range(0, count, _TILES_PER_BUFFER))
        self._buffers = [np.empty((buffer_size, rows, kind.SIZE), np.float32) for buffer_size in buffer_sizes]
        if self._buffers:
            self._buffers[-1][-1] = 0

    def write(self, row: int, first_tile: int, block: Array) -> None:
        """Write a block ``[rows, columns]`` from a row and a tile on, all leading axes being one axis of rows."""
        size, rows = self._kind.SIZE, slice(row, row + len(block))
        full_tiles, rest = divmod(block.shape[1], size)
        tiles = block[:, : full_tiles * size].reshape(len(block), full_tiles, size).swapaxes(0, 1)
        for index in range(first_tile // _TILES_PER_BUFFER, -(-(first_tile + full_tiles) // _TILES_PER_BUFFER)):
            start = index * _TILES_PER_BUFFER
            low, high = max(first_tile, start), min(first_tile + full_tiles, start + _TILES_PER_BUFFER)
            self._buffers[index][low - start : high - start, rows] = tiles[low - first_tile : high - first_tile]
        if rest:
            self._buffers[-1][-1, rows, :rest] = block[:, full_tiles * size :]

    def finished(self) -> _Tiles:
        """Return the value; nothing can be written after that."""
        for buffer in self._buffers:
            buffer.flags.writeable = False
        tiles = (tile.reshape(*self._lead, -1) for buffer in self._buffers for tile in buffer)
        return self._kind.assembled(self._lead, self._length, tiles)


def _blocks(
    file: IO[bytes], rows: int, length: int, size: int, on_bytes: Callable[[int], None]
) -> Iterator[tuple[int, int, Array]]:
    """Yield the blocks of an array: the first row, the index of the first tile of ``size`` columns, and the values.

    A block is a part of a long row, or several short rows.
    """
    if 4 * length <= _CHUNK_BYTES:
        row = 0
        for values in _values(file, rows * length, on_bytes, max(1, length)):
            block = values.reshape(-1, length)
            yield row, 0, block
            row += len(block)
        return
    for row in range(rows):
        tile = 0
        for values in _values(file, length, on_bytes, size):
            yield row, tile, values[None]
            tile += -(-len(values) // size)


def _npy_header(shape: Shape) -> bytes:
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f4", "fortran_order": False, "shape": shape})
    return header.getvalue()


def _wav_header(channels: int, samples: int, rate: int) -> bytes:
    """Return the chunks before the samples (Multiple Channel Audio Data and WAVE Files, 2007)."""
    frame = 4 * channels
    riff = (b"RIFF", _WAV.size - 8 + samples * frame, b"WAVE")
    fmt = (b"fmt ", 18, _IEEE_FLOAT, channels, rate, rate * frame, frame, 32, 0)
    fact, data = (b"fact", 4, samples), (b"data", samples * frame)
    return _WAV.pack(*riff, *fmt, *fact, *data)


def _check(shape: Shape, allowed: Callable[[Shape], bool], header_size: int, size: int) -> None:
    if not allowed(shape):
        raise DamagedArray(f"it has {' x '.join(map(str, shape))} values, which does not match the project")
    if header_size + 4 * int(np.prod(shape, dtype=object)) != size:
        raise DamagedArray("its length differs from its header")


def _values(
    file: IO[bytes], count: int, on_bytes: Callable[[int], None], multiple: int = 1
) -> Iterator[NDArray[np.float32]]:
    """Yield ``count`` floats in chunks whose lengths are a multiple of ``multiple``; NaN and infinity become 0."""
    step = max(1, _CHUNK_BYTES // 4 // multiple) * multiple
    for start in range(0, count, step):
        values = np.frombuffer(_read_exactly(file, 4 * min(step, count - start)), "<f4")
        on_bytes(values.nbytes)
        yield values if np.isfinite(values).all() else np.nan_to_num(values, nan=0, posinf=0, neginf=0)


def _check_end(file: IO[bytes]) -> None:
    if file.read(1):
        raise DamagedArray("it has data after its end")


def _read_exactly(file: IO[bytes], size: int) -> bytes:
    data = file.read(size)
    if len(data) < size:
        raise DamagedArray("it is cut short")
    return data
