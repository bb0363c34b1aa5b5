"""A tile: a read-only array that any number of ink and audio values share, or its difference from another tile."""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_WORTH = 0.6  # part of the cells that may differ
_MOST_LINKS = 16  # differences that are put together for one tile at most: 0.5 ms


class Tile:
    """A read-only float32 array; see `pack`. Tiles are compared by identity, which is what makes sharing visible.

    Parameters
    ----------
    array : float32
        It is nobody else's, and never written to again.
    """

    __slots__ = ("__weakref__", "_links", "_values", "shape")

    def __init__(self, array: Array) -> None:
        array.flags.writeable = False
        self.shape = array.shape
        self._values: Array | _Difference = array
        self._links = 0  # differences from this tile, and from those, one after the other

    @property
    def array(self) -> Array:
        """The values; from now on all of them are in memory."""
        values = self._values  # at once: another thread may replace it
        if isinstance(values, _Difference):
            values = self._values = values.put_together()
            self._links = 0
        return values

    @property
    def nbytes(self) -> int:
        """Bytes that it takes in memory now."""
        return self._values.nbytes

    def pack(self, base: Tile) -> int:
        """Hold only what differs from another tile, until somebody asks for the values; return in how many cells.

        What is kept and not looked at takes less memory so: the version of a tile before a stroke is the one after it
        and the cells that the stroke has changed.

        Parameters
        ----------
        base : Tile
            Of the same shape. Its values will be in memory.
        """
        array = self._values
        if isinstance(array, _Difference) or base is self or self._links >= _MOST_LINKS:
            return 0
        there = base.array  # which keeps two tiles from being differences from each other
        cells = array.reshape(-1)
        differs = cells.view(np.uint32) != there.reshape(-1).view(np.uint32)
        count = int(np.count_nonzero(differs))
        if count > _WORTH * array.size:
            return 0
        start, stop = int(differs.argmax()), differs.size - int(differs[::-1].argmax())
        self._values = _Difference(base, start, differs[start:stop], cells[start:stop])
        base._links = max(base._links, self._links + 1)
        return count

    def __getitem__(self, key: Any) -> Any:
        """Return a part of the values, read-only."""
        return self.array[key]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        """Return the values."""
        return np.array(self.array, dtype, copy=copy)


class _Difference:
    """Values that a tile has in some of its cells, compressed without loss; in the others it has another tile's.

    Parameters
    ----------
    base : Tile
        The other tile.
    start : int
        Place of the first of some cells in a row, outside of which there is no difference.
    differs : bool ``[cells]``
        Of each of these cells, whether it does.
    values : float32 ``[cells]``
    """

    __slots__ = ("_packed", "_start", "_stop", "base")

    def __init__(self, base: Tile, start: int, differs: NDArray[np.bool_], values: Array) -> None:
        self.base = base
        self._start, self._stop = start, start + differs.size
        planes = values[differs].view(np.uint8).reshape(-1, 4).T  # equal bytes of neighbours side by side
        self._packed = zlib.compress(np.packbits(differs).tobytes() + planes.tobytes(), 1)

    @property
    def nbytes(self) -> int:
        return len(self._packed)

    def put_together(self) -> Array:
        """Return the whole array; what it is a difference from stays as it is."""
        differences = [self]
        while isinstance(there := differences[-1].base._values, _Difference):
            differences.append(there)
        out = there.copy()
        for difference in reversed(differences):
            difference._write_into(out.reshape(-1))
        out.flags.writeable = False
        return out

    def _write_into(self, out: Array) -> None:
        count = self._stop - self._start
        data, size = np.frombuffer(zlib.decompress(self._packed), np.uint8), -(-count // 8)
        cells = np.unpackbits(data[:size], count=count).view(bool)
        out[self._start : self._stop][cells] = data[size:].reshape(4, -1).T.copy().view(np.float32)[:, 0]
