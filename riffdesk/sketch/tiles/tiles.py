"""Immutable arrays in tiles along time: ink and audio whose versions share their equal tiles.

A change makes a new value with new tiles where it differs and the same tiles elsewhere, so that a dab on ten
minutes copies kilobytes, and undo, snapshots and stored versions are assignments. No tile is ever written to.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain, compress, count
from operator import is_not
from typing import Any, ClassVar, Self, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from riffdesk.arrays import Array
from riffdesk.sketch.tiles.comparison import Comparison, no_value
from riffdesk.sketch.tiles.ranges import Columns, Ranges, hull, joined
from riffdesk.sketch.tiles.tile import Tile, tile_of

TileCache = dict[tuple[int, int], tuple[Tile, Any]]
"""Results of one change by the index and the identity of the changed tile, with that tile. Used for all versions to
which the same change is applied, so that tiles that they share before it are shared after it."""

_ALL = slice(None)
_Result = TypeVar("_Result")


class Tiles:
    """An immutable float32 array ``[*lead, length]`` in tiles along its last axis. Made by `of` and `silent`.

    The last tile is as wide as the others and silent beyond the length. All silent tiles are the same object.

    Attributes
    ----------
    lead : tuple of int
        All axes but the last.
    length : int
        Of the last axis.
    tiles : tuple of Tile
        Each a read-only float32 ``[*lead, SIZE]``.
    """

    SIZE: ClassVar[int]

    __slots__ = ("__weakref__", "_array", "_comparison", "lead", "length", "tiles")

    def __init__(self, lead: tuple[int, ...], length: int, tiles: tuple[Tile, ...]) -> None:
        self.lead, self.length, self.tiles = lead, length, tiles
        self._array: Callable[[], Array | None] = no_value
        self._comparison = Comparison(no_value, ())

    @classmethod
    def silent(cls, lead: tuple[int, ...], length: int) -> Self:
        """Return silence of some length."""
        return cls(lead, length, (_silence(lead, cls.SIZE),) * -(-length // cls.SIZE))

    @classmethod
    def of(cls, values: ArrayLike | Tiles) -> Self:
        """Return a copy of an array as tiles; a value of this class is returned unchanged."""
        if isinstance(values, cls):
            return values
        array = np.asarray(values, np.float32)
        starts = range(0, array.shape[-1], cls.SIZE)
        return cls.assembled(array.shape[:-1], array.shape[-1], (tile_of(array, start, cls.SIZE) for start in starts))

    @classmethod
    def assembled(cls, lead: tuple[int, ...], length: int, tiles: Iterable[Array]) -> Self:
        """Return a value made of new arrays ``[*lead, SIZE]``, which it owns; the last is silent beyond its end."""
        new = cls(lead, length, ())
        new.tiles = tuple(new._tile(tile) for tile in tiles)
        return new

    # As an array

    @property
    def shape(self) -> tuple[int, ...]:
        """As of the array."""
        return (*self.lead, self.length)

    @property
    def ndim(self) -> int:
        """As of the array."""
        return len(self.lead) + 1

    @property
    def dtype(self) -> np.dtype[np.float32]:
        """As of the array."""
        return np.dtype(np.float32)

    def __len__(self) -> int:
        """Return the length of the first axis, as of the array."""
        return self.shape[0]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        """Return the complete array; see `array`."""
        array = self.array if dtype is None else self.array.astype(dtype, copy=False)
        return array.copy() if copy else array

    def __getitem__(self, key: Any) -> Any:
        """Return a part of the array; a slice of time copies no other tiles."""
        if isinstance(key, tuple) and key and _is_plain(key, self.ndim):
            last = key[-1]
            if isinstance(last, slice) and last.step in (None, 1):
                start, stop, _ = last.indices(self.length)
                return self.read(start, stop)[(*key[:-1], slice(None))]
            if isinstance(last, int) and -self.length <= last < self.length:
                column = last % self.length
                return self.tiles[column // self.SIZE][(*key[:-1], column % self.SIZE)]
        return self.array[key]

    @property
    def array(self) -> Array:
        """The values as one read-only array, cached while a reference to it exists."""
        array = self._array()
        if array is None:
            array = self.read(0, self.length)
            self._array = weakref.ref(array)
        return array

    def read(self, start: int, stop: int, rows: slice = _ALL) -> Array:
        """Return columns ``[start, stop)`` of some rows, read-only; silence beyond the ends."""
        begin, end = max(0, start), min(stop, self.length)
        first = begin // self.SIZE
        if (begin, end) == (start, stop) and begin < end <= (first + 1) * self.SIZE:
            return self.tiles[first].array[..., rows, begin - first * self.SIZE : end - first * self.SIZE]
        count = len(range(self.lead[-1])[rows])
        out = np.zeros((*self.lead[:-1], count, max(0, stop - start)), np.float32)
        for index in range(first, -(-end // self.SIZE) if begin < end else 0):
            offset = index * self.SIZE
            low, high = max(begin, offset), min(end, offset + self.SIZE)
            out[..., low - start : high - start] = self.tiles[index].array[..., rows, low - offset : high - offset]
        return _read_only(out)

    # Changes

    def replaced(
        self,
        start: int,
        values: ArrayLike,
        cache: TileCache | None = None,
        *,
        rows: slice = _ALL,
        combine: np.ufunc | None = None,
    ) -> Self:
        """Return a value with other values from a column on, cut at both ends; unchanged tiles are shared.

        Parameters
        ----------
        start : int
        values : array_like
            Values of all rows, or of ``rows``.
        cache : TileCache, optional
            Results of the same change in other versions.
        rows : slice, optional
            Rows to replace, along the axis before the last one.
        combine : ufunc, optional
            Returns the new values of the present ones and of ``values``; by default those are the new ones.
        """
        part = np.asarray(values, np.float32)
        begin, end = max(0, start), min(self.length, start + part.shape[-1])
        if begin >= end:
            return self
        tiles, touched, ranges = list(self.tiles), range(begin // self.SIZE, -(-end // self.SIZE)), []
        for index in touched:
            offset = index * self.SIZE
            low, high = max(begin, offset), min(end, offset + self.SIZE)
            new = part[..., low - start : high - start]
            change = self._replaced_in, rows, low - offset, new, combine
            tiles[index], (first, last) = _cached(cache, index, tiles[index], *change)
            ranges.append((offset + first, offset + last))
        return self._with(tiles, touched, joined(ranges))

    def resized(self, length: int) -> Self:
        """Return a value of another length, cut or padded with silence."""
        if length == self.length:
            return self
        count = -(-length // self.SIZE)
        tiles = [*self.tiles[:count], *(self.silence,) * (count - len(self.tiles))]
        rest = length % self.SIZE
        if length < self.length and rest and tiles[-1][..., rest:].any():
            values = tiles[-1].array.copy()
            values[..., rest:] = 0
            tiles[-1] = self._tile(values)
        return type(self)(self.lead, length, tuple(tiles))

    def delayed(self, columns: int) -> Self:
        """Return a value with some columns of silence before it."""
        tile_count, rest = divmod(columns, self.SIZE)
        if rest == 0:
            return type(self)(self.lead, columns + self.length, (self.silence,) * tile_count + self.tiles)
        return type(self).silent(self.lead, columns + self.length).replaced(columns, self.array)

    def merged(self, base: Self, new: Self, cache: TileCache | None = None) -> Self:
        """Return the three-way merge of this value and a new version of a base. This value wins conflicts.

        All three have the same shape.

        Parameters
        ----------
        cache : TileCache, optional
            Results of the same merge in other versions.
        """
        tiles = list(self.tiles)
        indices = new._compared_with(base).indices
        for index in indices:
            old, changed = base.tiles[index], new.tiles[index]
            change = self._merged_in, old, changed
            tiles[index] = changed if tiles[index] is old else _cached(cache, index, tiles[index], *change)
        return self._with(tiles, indices)

    # Comparison

    @property
    def silence(self) -> Tile:
        """The shared silent tile."""
        return _silence(self.lead, self.SIZE)

    @property
    def is_silent(self) -> bool:
        """Whether all values are 0."""
        return all(tile is self.silence for tile in self.tiles)

    def is_silent_in(self, columns: Columns) -> bool:
        """Return whether all values in columns ``[start, stop)`` are 0."""
        return self.same_in(type(self).silent(self.lead, self.length), columns)

    @property
    def nbytes(self) -> int:
        """Bytes in memory of the tiles that are not silent."""
        return sum(tile.nbytes for tile in self.tiles if tile is not self.silence)

    def bytes_not_in(self, other: Tiles | None) -> int:
        """Return the bytes of its tiles that another value does not have at the same index."""
        return 0 if other is self else sum(tile.nbytes for tile, _ in self.differing_tiles(other))

    def differing_tiles(self, other: Tiles | None) -> Iterator[tuple[Tile, Tile]]:
        """Yield its tiles that another value does not have at the same index, each with the other's tile.

        Silent tiles are left out. Where the other value has no tile of this shape, its tile is the silent one.
        """
        if other is None or other.lead != self.lead:
            yield from ((tile, self.silence) for tile in self.tiles if tile is not self.silence)
            return
        for index in chain(self._compared_with(other).indices, range(len(other.tiles), len(self.tiles))):
            if self.tiles[index] is not self.silence:
                yield self.tiles[index], other.tiles[index] if index < len(other.tiles) else self.silence

    def differences(self, other: Tiles) -> Ranges:
        """Return the columns in which it differs from another value; all, if their shapes differ."""
        if self is other:
            return ()
        if self.shape != other.shape:
            return ((0, max(self.length, other.length)),)
        comparison = self._compared_with(other)
        if comparison.ranges is None:
            comparison.ranges = joined(self._differing_columns(other, index) for index in comparison.indices)
        return comparison.ranges

    def hull_of_differences(self, other: Tiles) -> Columns | None:
        """Return the columns from the first that differs to the last; None if there are none.

        Of many tiles that are not the same only the outermost are compared.
        """
        if self is other or self.shape != other.shape or self._compared_with(other).ranges is not None:
            return hull(self.differences(other))
        indices = self._compared_with(other).indices
        first = self._first_difference(other, indices)
        last = self._first_difference(other, reversed(indices))
        return None if first is None or last is None else (first[0], last[1])

    def _first_difference(self, other: Tiles, indices: Iterable[int]) -> Columns | None:
        ranges = (self._differing_columns(other, index) for index in indices)
        return next((columns for columns in ranges if columns[0] < columns[1]), None)

    def same_in(self, other: Tiles, columns: Columns) -> bool:
        """Return whether another value is equal in columns ``[start, stop)``, both padded with silence."""
        if self is other:
            return True
        start, stop = max(0, columns[0]), columns[1]
        for index in range(start // self.SIZE, -(-max(start, stop) // self.SIZE)):
            tile = self.tiles[index] if index < len(self.tiles) else self.silence
            other_tile = other.tiles[index] if index < len(other.tiles) else other.silence
            if tile is not other_tile:
                low, high = max(start - index * self.SIZE, 0), min(stop - index * self.SIZE, self.SIZE)
                if not np.array_equal(tile[..., low:high], other_tile[..., low:high]):
                    return False
        return True

    def __eq__(self, other: object) -> bool:
        """Return whether another value of this class is equal; shared tiles are not compared."""
        if not isinstance(other, type(self)) or self.shape != other.shape:
            return NotImplemented if not isinstance(other, Tiles) else False
        indices = self._compared_with(other).indices
        return all(np.array_equal(self.tiles[index].array, other.tiles[index].array) for index in indices)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle for another process without the silent tiles."""
        silence = self.silence
        tiles = tuple(None if tile is silence else tile for tile in self.tiles)
        return _unpickled, (type(self), self.lead, self.length, tiles)

    def _tile(self, values: Array) -> Tile:
        cells = values.view(np.uint32).reshape(-1)
        middle = cells[cells.size // 2 :][:64]  # enough to detect most non-silent tiles
        return Tile(values) if middle.any() or cells.any() else self.silence

    def _replaced_in(
        self, tile: Tile, rows: slice, low: int, new: Array, combine: np.ufunc | None
    ) -> tuple[Tile, Columns]:
        """Return a tile with new values in some rows from column ``low`` on, and the columns that differ."""
        place = (..., rows, slice(low, low + new.shape[-1]))
        current = tile.array[place]
        if combine is not None:
            new = combine(current, new)
        differs = current.view(np.uint32) != new.view(np.uint32)  # bitwise, as -0 differs from 0
        columns = _columns_in(differs)
        if columns is None:
            return tile, (0, 0)
        values = tile.array.copy() if current.shape != tile.shape else np.empty(tile.shape, np.float32)
        values[place] = new
        return Tile(values) if new.any() else self._tile(values), (low + columns[0], low + columns[1])

    def _merged_in(self, tile: Tile, base: Tile, new: Tile) -> Tile:
        differs = tile.array != base.array
        return self._tile(np.where(differs, tile.array, new.array)) if differs.any() else new

    def _differing_columns(self, other: Tiles, index: int) -> Columns:
        """Return the range of columns in which two tiles differ."""
        columns = _columns_in(self.tiles[index].array.view(np.uint32) != other.tiles[index].array.view(np.uint32))
        start = index * self.SIZE
        return (start, start) if columns is None else (start + columns[0], start + columns[1])

    def _with(self, tiles: list[Tile], touched: Iterable[int], ranges: Ranges | None = None) -> Self:
        indices = tuple(index for index in touched if tiles[index] is not self.tiles[index])
        if not indices:
            return self
        new = type(self)(self.lead, self.length, tuple(tiles))
        new._comparison = Comparison(weakref.ref(self), indices, ranges)
        return new

    def _compared_with(self, other: Tiles) -> Comparison:
        """Return the comparison with another value, up to the shorter length.

        Each value caches the comparison with the value that it was made from, or was last compared with: a dab needs
        it five times, and comparing ten minutes takes long.
        """
        for tiles, compared in ((self, other), (other, self)):
            comparison = tiles._comparison  # at once: another thread may replace it
            if comparison.value() is compared:
                return comparison
        indices = tuple(compress(count(), map(is_not, self.tiles, other.tiles)))
        comparison = self._comparison = Comparison(weakref.ref(other), indices)
        return comparison


def _cached(cache: TileCache | None, index: int, tile: Tile, make: Callable[..., _Result], *arguments: Any) -> _Result:
    """Return the result of a function of a tile, from the cache if possible."""
    if cache is None:
        return make(tile, *arguments)
    key = index, id(tile)
    if key not in cache:
        cache[key] = tile, make(tile, *arguments)
    result: _Result = cache[key][1]
    return result


@cache
def _silence(lead: tuple[int, ...], size: int) -> Tile:
    return Tile(np.zeros((*lead, size), np.float32))


def _read_only(array: Array) -> Array:
    array.flags.writeable = False
    return array


def _is_plain(key: tuple[Any, ...], dimensions: int) -> bool:
    """Return whether an index consists of slices and integers, and its last element is for the last axis."""
    axes = key[1:] if key[0] is Ellipsis else key
    covers_all_axes = key[0] is Ellipsis or len(key) == dimensions
    return covers_all_axes and len(axes) <= dimensions and all(type(axis) in (int, slice) for axis in axes)


def _columns_in(differs: NDArray[np.bool_]) -> Columns | None:
    """Return the range from the first to the last true column; None if there are none."""
    columns = np.logical_or.reduce(differs.reshape(-1, differs.shape[-1])).tobytes()
    first = columns.find(1)
    return None if first < 0 else (first, columns.rfind(1) + 1)


def _unpickled(kind: type[Tiles], lead: tuple[int, ...], length: int, tiles: tuple[Tile | None, ...]) -> Tiles:
    """Return a value that was pickled in another process."""
    silence = _silence(lead, kind.SIZE)
    return kind(lead, length, tuple(silence if tile is None else tile for tile in tiles))
