"""A tile: a read-only array that ink and audio values share, stored in full or as a difference from another tile."""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array

_MAX_DIFFERING = 0.6  # largest part of the cells that may differ for a tile to be packed


class Tile:
    """A read-only float32 array that can be packed. Tiles are compared by identity: shared ones are equal.

    Parameters
    ----------
    array : float32
        The tile takes it over and makes it read-only.
    """

    __slots__ = ("__weakref__", "_values", "shape")

    def __init__(self, array: Array) -> None:
        array.flags.writeable = False
        self.shape = array.shape
        self._values: Array | _Difference = array

    @property
    def array(self) -> Array:
        """The values, which are unpacked for good."""
        values = self._values  # at once: another thread may replace it
        if isinstance(values, _Difference):
            values = self._values = values.restored()
        return values

    @property
    def nbytes(self) -> int:
        """Present size in memory, in bytes."""
        return self._values.nbytes

    def pack(self, base: Tile) -> int:
        """Store the tile as its difference from another one until its values are read; return the number of cells.

        This saves memory in the history: a tile before a stroke differs from the one after it in few cells.

        Parameters
        ----------
        base : Tile
            Of the same shape. It is unpacked.

        Returns
        -------
        int
            Cells that differ; 0 if the tile was not packed.
        """
        array = self._values
        if isinstance(array, _Difference) or base is self:
            return 0
        base_array = base.array  # unpacked, so that two tiles are never differences from each other
        cells = array.reshape(-1)
        differs = cells.view(np.uint32) != base_array.reshape(-1).view(np.uint32)
        count = int(np.count_nonzero(differs))
        if count > _MAX_DIFFERING * array.size:
            return 0
        start, stop = int(differs.argmax()), differs.size - int(differs[::-1].argmax())
        self._values = _Difference(base, start, differs[start:stop], cells[start:stop])
        return count

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle its values; values that share a tile share it in the other process too."""
        return Tile, (self.array,)

    def __getitem__(self, key: Any) -> Any:
        """Return a part of the values, read-only."""
        return self.array[key]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        """Return the values."""
        return np.array(self.array, dtype, copy=copy)


class _Difference:
    """Cells in which a tile differs from another one, compressed without loss.

    Parameters
    ----------
    base : Tile
        The other tile.
    start : int
        Flat index of the first cell that differs.
    differs : bool ``[cells]``
        For each cell from the first to the last that differs, whether it differs.
    values : float32 ``[cells]``
        Values of these cells.
    """

    __slots__ = ("_packed", "_start", "_stop", "base")

    def __init__(self, base: Tile, start: int, differs: NDArray[np.bool_], values: Array) -> None:
        self.base = base
        self._start, self._stop = start, start + differs.size
        planes = values[differs].view(np.uint8).reshape(-1, 4).T  # equal bytes of neighbours side by side
        # Search for runs only, as masks and flat paint have nothing else; this halves the time.
        packer = zlib.compressobj(1, strategy=zlib.Z_RLE)
        self._packed = (
            packer.compress(np.packbits(differs).tobytes()) + packer.compress(planes.tobytes()) + packer.flush()
        )

    @property
    def nbytes(self) -> int:
        return len(self._packed)

    def restored(self) -> Array:
        """Return the full array; the tiles that it is a difference from stay packed."""
        differences = [self]
        while isinstance(values := differences[-1].base._values, _Difference):
            differences.append(values)
        out = values.copy()
        for difference in reversed(differences):
            difference._write_into(out.reshape(-1))
        out.flags.writeable = False
        return out

    def _write_into(self, out: Array) -> None:
        count = self._stop - self._start
        data, size = np.frombuffer(zlib.decompress(self._packed), np.uint8), -(-count // 8)
        cells = np.unpackbits(data[:size], count=count).view(bool)
        out[self._start : self._stop][cells] = data[size:].reshape(4, -1).T.copy().view(np.float32)[:, 0]


def tile_of(array: Array, start: int, size: int) -> Array:
    """Return the values of a tile of an array, padded to the width of a tile."""
    part = array[..., start : start + size]
    values = (np.empty if part.shape[-1] == size else np.zeros)((*array.shape[:-1], size), np.float32)
    values[..., : part.shape[-1]] = part
    return values
