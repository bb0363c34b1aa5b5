"""Immutable arrays in tiles along time: ink and audio whose versions share all that they have in common.

A change makes a new value out of the tiles that it touched and the others as they are, so that a dab on ten
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

from riffdesk.sketch.tiles.ranges import Columns, Ranges, joined
from riffdesk.sketch.tiles.tile import Array, Tile

Made = dict[tuple[int, int], tuple[Tile, Any]]
"""What one change has made of tiles, by place and identity of what was there, with what that was. Handed from version
to version, so that what they share before a change they share after it."""


_ALL = slice(None)
_Made = TypeVar("_Made")


class Tiles:
    """An immutable float32 array ``[*lead, length]`` in tiles along its last axis. Made by `of` and `silent`.

    The last tile is as wide as the others and silent beyond the length. A silent tile is one that all share.

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

    __slots__ = ("__weakref__", "_near", "_whole", "lead", "length", "tiles")

    def __init__(self, lead: tuple[int, ...], length: int, tiles: tuple[Tile, ...]) -> None:
        self.lead, self.length, self.tiles = lead, length, tiles
        self._whole: Callable[[], Array | None] = _nothing
        self._near = _Near(_nothing, ())

    @classmethod
    def silent(cls, lead: tuple[int, ...], length: int) -> Self:
        """Return zeros."""
        return cls(lead, length, (_silence(lead, cls.SIZE),) * -(-length // cls.SIZE))

    @classmethod
    def of(cls, values: ArrayLike | Tiles) -> Self:
        """Return a copy of an array; tiles of this kind as they are."""
        if isinstance(values, cls):
            return values
        array = np.asarray(values, np.float32)
        places = range(0, array.shape[-1], cls.SIZE)
        return cls.assembled(array.shape[:-1], array.shape[-1], (_cut(array, place, cls.SIZE) for place in places))

    @classmethod
    def assembled(cls, lead: tuple[int, ...], length: int, tiles: Iterable[Array]) -> Self:
        """Return a value of new tiles ``[*lead, SIZE]``, which are nobody else's; the last is silent beyond its end."""
        new = cls(lead, length, ())
        new.tiles = tuple(new._tile(tile) for tile in tiles)
        return new

    # What it looks like to who expects an array

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
        """Return the whole array; see `array`."""
        whole = self.array if dtype is None else self.array.astype(dtype, copy=False)
        return whole.copy() if copy else whole

    def __getitem__(self, key: Any) -> Any:
        """Return a part of the array; no more than the tiles that it lies in is looked at."""
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
        """The whole as one read-only array. It is kept for as long as somebody else holds it."""
        whole = self._whole()
        if whole is None:
            whole = self.read(0, self.length)
            self._whole = weakref.ref(whole)
        return whole

    def read(self, start: int, stop: int, rows: slice = _ALL) -> Array:
        """Return columns ``[start, stop)`` and some rows of them, read-only; silence where there are none."""
        begin, end = max(0, start), min(stop, self.length)
        first = begin // self.SIZE
        if (begin, end) == (start, stop) and begin < end <= (first + 1) * self.SIZE:
            return self.tiles[first].array[..., rows, begin - first * self.SIZE : end - first * self.SIZE]
        count = len(range(self.lead[-1])[rows])
        out = np.zeros((*self.lead[:-1], count, max(0, stop - start)), np.float32)
        for index in range(first, -(-end // self.SIZE) if begin < end else 0):
            place = index * self.SIZE
            low, high = max(begin, place), min(end, place + self.SIZE)
            out[..., low - start : high - start] = self.tiles[index].array[..., rows, low - place : high - place]
        return _read_only(out)

    # What else can be made of it

    def replaced(self, start: int, values: ArrayLike, made: Made | None = None, *, rows: slice = _ALL) -> Self:
        """Return it with other values from a column on, as far as it reaches; tiles that stay the same are shared.

        Parameters
        ----------
        start : int
        values : array_like
            Of all rows, or of those that are named.
        made : dict, optional
            What the same change has made of other versions.
        rows : slice, optional
            Which of the last axis but one the values are for.
        """
        part = np.asarray(values, np.float32)
        begin, end = max(0, start), min(self.length, start + part.shape[-1])
        if begin >= end:
            return self
        tiles, touched, ranges = list(self.tiles), range(begin // self.SIZE, -(-end // self.SIZE)), []
        for index in touched:
            place = index * self.SIZE
            low, high = max(begin, place), min(end, place + self.SIZE)
            new = part[..., low - start : high - start]
            tiles[index], (first, last) = _once(made, index, tiles[index], self._replaced_in, rows, low - place, new)
            ranges.append((place + first, place + last))
        return self._with(tiles, touched, joined(ranges))

    def resized(self, length: int) -> Self:
        """Return it with another length, cut or followed by silence."""
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

    def delayed(self, by: int) -> Self:
        """Return it after so much silence."""
        whole, rest = divmod(by, self.SIZE)
        if rest == 0:
            return type(self)(self.lead, by + self.length, (self.silence,) * whole + self.tiles)
        return type(self).silent(self.lead, by + self.length).replaced(by, self.array)

    def merged(self, base: Self, new: Self, made: Made | None = None) -> Self:
        """Return it with all in which a new version differs from a base, but where it itself differs from the base.

        All three have the same shape. This is a three-way merge whose conflicts are won by what is here.

        Parameters
        ----------
        made : dict, optional
            What the same merge has made of other versions.
        """
        tiles = list(self.tiles)
        places = new._near_to(base).places
        for index in places:
            old, other = base.tiles[index], new.tiles[index]
            tiles[index] = (
                other if tiles[index] is old else _once(made, index, tiles[index], self._merged_in, old, other)
            )
        return self._with(tiles, places)

    # What it is compared with

    @property
    def silence(self) -> Tile:
        """The tile that all that is silent shares."""
        return _silence(self.lead, self.SIZE)

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing but zeros."""
        return all(tile is self.silence for tile in self.tiles)

    def is_silent_in(self, columns: Columns) -> bool:
        """Return whether there is nothing but zeros in columns ``[start, stop)``."""
        return self.same_in(type(self).silent(self.lead, self.length), columns)

    @property
    def nbytes(self) -> int:
        """Bytes of the tiles that are not silent."""
        return sum(tile.nbytes for tile in self.tiles if tile is not self.silence)

    def bytes_beyond(self, other: Tiles | None) -> int:
        """Return the bytes of its tiles that are not in the same place of another value."""
        return 0 if other is self else sum(tile.nbytes for tile, _ in self.unlike_tiles(other))

    def unlike_tiles(self, other: Tiles | None) -> Iterator[tuple[Tile, Tile]]:
        """Yield its tiles that are not in the same place of another value, each with the tile that is there.

        Silent ones are left out. Where the other value has no tile of this shape, silence is there.
        """
        if other is None or other.lead != self.lead:
            yield from ((tile, self.silence) for tile in self.tiles if tile is not self.silence)
            return
        for index in chain(self._near_to(other).places, range(len(other.tiles), len(self.tiles))):
            if self.tiles[index] is not self.silence:
                yield self.tiles[index], other.tiles[index] if index < len(other.tiles) else self.silence

    def differences(self, other: Tiles) -> Ranges:
        """Return the columns in which it differs from another value; all, where that has another shape."""
        if self is other:
            return ()
        if self.shape != other.shape:
            return ((0, max(self.length, other.length)),)
        near = self._near_to(other)
        if near.ranges is None:
            near.ranges = joined(self._columns_unlike(other, index) for index in near.places)
        return near.ranges

    def same_in(self, other: Tiles, columns: Columns) -> bool:
        """Return whether another value of these axes is the same in columns ``[start, stop)``; beyond the end is 0."""
        if self is other:
            return True
        start, stop = max(0, columns[0]), columns[1]
        for index in range(start // self.SIZE, -(-max(start, stop) // self.SIZE)):
            mine = self.tiles[index] if index < len(self.tiles) else self.silence
            theirs = other.tiles[index] if index < len(other.tiles) else other.silence
            if mine is not theirs:
                low, high = max(start - index * self.SIZE, 0), min(stop - index * self.SIZE, self.SIZE)
                if not np.array_equal(mine[..., low:high], theirs[..., low:high]):
                    return False
        return True

    def __eq__(self, other: object) -> bool:
        """Return whether another value of this kind holds the same, looking at the tiles' identity first."""
        if not isinstance(other, type(self)) or self.shape != other.shape:
            return NotImplemented if not isinstance(other, Tiles) else False
        places = self._near_to(other).places
        return all(np.array_equal(self.tiles[index].array, other.tiles[index].array) for index in places)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[object, ...]:
        """Cross to another process: silence is not sent, and what is shared there stays shared."""
        silence = self.silence
        tiles = tuple(None if tile is silence else tile.array for tile in self.tiles)
        return _received, (type(self), self.lead, self.length, tiles)

    def _tile(self, values: Array) -> Tile:
        return Tile(values) if values.view(np.uint32).any() else self.silence

    def _replaced_in(self, tile: Tile, rows: slice, low: int, new: Array) -> tuple[Tile, Columns]:
        """Return a tile with other values in some rows from one of its columns on, and the columns that differ."""
        place = (..., rows, slice(low, low + new.shape[-1]))
        there = tile.array[place]
        # Bit by bit, the sign of zero included; new ones may be fewer, and broadcast.
        differs = there.view(np.uint32) != np.ascontiguousarray(new).view(np.uint32)
        columns = _columns_in(differs)
        if columns is None:
            return tile, (0, 0)
        values = tile.array.copy() if there.shape != tile.shape else np.empty(tile.shape, np.float32)
        values[place] = new
        return Tile(values) if new.any() else self._tile(values), (low + columns[0], low + columns[1])

    def _merged_in(self, mine: Tile, old: Tile, other: Tile) -> Tile:
        differs = mine.array != old.array
        return self._tile(np.where(differs, mine.array, other.array)) if differs.any() else other

    def _columns_unlike(self, other: Tiles, index: int) -> Columns:
        """Return the columns in which two tiles differ, from the first to the last."""
        columns = _columns_in(self.tiles[index].array.view(np.uint32) != other.tiles[index].array.view(np.uint32))
        place = index * self.SIZE
        return (place, place) if columns is None else (place + columns[0], place + columns[1])

    def _with(self, tiles: list[Tile], touched: Iterable[int], ranges: Ranges | None = None) -> Self:
        places = tuple(index for index in touched if tiles[index] is not self.tiles[index])
        if not places:
            return self
        new = type(self)(self.lead, self.length, tuple(tiles))
        new._near = _Near(weakref.ref(self), places, ranges)
        return new

    def _near_to(self, other: Tiles) -> _Near:
        """Return in what it differs from another value, as far as both reach.

        Each value knows it of the one that it was made of, or was last asked about: a dab asks five times, and would
        otherwise look at all of ten minutes each time.
        """
        for one, two in ((self, other), (other, self)):
            near = one._near  # at once: another thread may replace it
            if near.value() is two:
                return near
        places = tuple(compress(count(), map(is_not, self.tiles, other.tiles)))
        near = self._near = _Near(weakref.ref(other), places)
        return near


class _Near:
    """In what a value differs from another one.

    Parameters
    ----------
    value : callable
        Returns the other one, None if it is gone.
    places : tuple of int
        The tiles that are not the same.
    ranges : ranges of columns, optional
        The columns in these that differ, once somebody has asked.
    """

    __slots__ = ("places", "ranges", "value")

    def __init__(
        self, value: Callable[[], Tiles | None], places: tuple[int, ...], ranges: Ranges | None = None
    ) -> None:
        self.value, self.places, self.ranges = value, places, ranges


def _once(made: Made | None, index: int, tile: Tile, make: Callable[..., _Made], *arguments: Any) -> _Made:
    """Return what is made of a tile, or was made of the same one."""
    if made is None:
        return make(tile, *arguments)
    key = index, id(tile)
    if key not in made:
        made[key] = tile, make(tile, *arguments)
    result: _Made = made[key][1]
    return result


@cache
def _silence(lead: tuple[int, ...], size: int) -> Tile:
    return Tile(np.zeros((*lead, size), np.float32))


def _read_only(array: Array) -> Array:
    array.flags.writeable = False
    return array


def _is_plain(key: tuple[Any, ...], dimensions: int) -> bool:
    """Return whether the last element of an index is about the last axis, and all are slices and whole numbers."""
    axes = key[1:] if key[0] is Ellipsis else key
    whole = key[0] is Ellipsis or len(key) == dimensions
    return whole and len(axes) <= dimensions and all(type(axis) in (int, slice) for axis in axes)


def _cut(array: Array, place: int, size: int) -> Array:
    """Return a tile of an array, as wide as all."""
    part = array[..., place : place + size]
    values = (np.empty if part.shape[-1] == size else np.zeros)((*array.shape[:-1], size), np.float32)
    values[..., : part.shape[-1]] = part
    return values


def _columns_in(differs: NDArray[np.bool_]) -> Columns | None:
    """Return the columns in which there is something, from the first to the last; None if there are none."""
    columns = np.flatnonzero(np.logical_or.reduce(differs.reshape(-1, differs.shape[-1])))
    return (int(columns[0]), int(columns[-1]) + 1) if len(columns) else None


def _nothing() -> None:
    return None


def _received(kind: type[Tiles], lead: tuple[int, ...], length: int, tiles: tuple[Array | None, ...]) -> Tiles:
    """Return tiles that have come from another process."""
    silence = _silence(lead, kind.SIZE)
    return kind(lead, length, tuple(silence if tile is None else Tile(tile) for tile in tiles))
