"""A tile: a read-only array that may rest in memory packed, and be shared by any number of ink and audio values."""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_WORTH = 0.6  # part of the bytes that packing has to get below


class Tile:
    """A read-only float32 array; see `pack`. Tiles are compared by identity, which is what makes sharing visible.

    Parameters
    ----------
    array : float32
        It is nobody else's, and never written to again.
    """

    __slots__ = ("__weakref__", "_array", "_dense", "_packed", "shape")

    def __init__(self, array: Array) -> None:
        array.flags.writeable = False
        self.shape = array.shape
        self._array: Array | None = array
        self._packed: bytes | None = None
        self._dense = False

    @property
    def array(self) -> Array:
        """The values; from now on they are unpacked."""
        array = self._array
        if array is None:
            assert self._packed is not None
            array = self._array = _unpacked(self._packed, self.shape)
        return array

    @property
    def nbytes(self) -> int:
        """Bytes that it takes in memory now."""
        packed = 0 if self._packed is None else len(self._packed)
        return packed + (0 if self._array is None else self._array.nbytes)

    def pack(self) -> None:
        """Take less memory, if it can, until somebody asks for the values: for what is kept and not looked at."""
        array = self._array
        if array is None or self._dense:
            return
        if self._packed is None:
            packed = _packed(array)
            if len(packed) > _WORTH * array.nbytes:
                self._dense = True
                return
            self._packed = packed
        self._array = None

    def __getitem__(self, key: Any) -> Any:
        """Return a part of the values, read-only."""
        return self.array[key]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        """Return the values."""
        return np.array(self.array, dtype, copy=copy)


def _packed(array: Array) -> bytes:
    """Compress float32 losslessly; equal bytes of neighbours are put side by side first."""
    planes = np.ascontiguousarray(array).view(np.uint8).reshape(-1, 4).T
    return zlib.compress(planes.tobytes(), 1)


def _unpacked(packed: bytes, shape: tuple[int, ...]) -> Array:
    planes = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(4, -1)
    return np.frombuffer(planes.T.tobytes(), np.float32).reshape(shape)  # of bytes, so nobody can write into it
