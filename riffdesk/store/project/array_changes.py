"""Ink and sound that are stored as their changes from another ink or sound, bit for bit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

import numpy as np

from riffdesk.sketch.tiles.ranges import Ranges, joined
from riffdesk.sketch.tiles.tile import Tile
from riffdesk.sketch.tiles.tiles import Tiles

_Tiles = TypeVar("_Tiles", bound=Tiles)


@dataclass(frozen=True)
class Changes:
    """Places in which an ink or a sound differs from its base.

    Parameters
    ----------
    length : int
        Its columns or samples. The base is cut, or padded with silence, to this length first.
    ranges : ranges of columns or of samples
        Ranges that differ.
    """

    length: int
    ranges: Ranges = ()

    @property
    def count(self) -> int:
        """Number of columns or samples that differ."""
        return sum(stop - start for start, stop in self.ranges)


def changes_from(base: Tiles, tiles: Tiles) -> Changes:
    """Return the changes of an ink or a sound from another one, in whole tiles; from silence if the axes differ."""
    size, base = tiles.SIZE, _comparable(base, tiles.lead)
    pairs: Iterable[tuple[Tile, Tile]] = zip_longest(
        tiles.tiles, base.resized(tiles.length).tiles, fillvalue=tiles.silence
    )
    changed = (index for index, (tile, other) in enumerate(pairs) if not _same_bits(tile, other))
    return Changes(
        int(tiles.length), joined((index * size, min(tiles.length, (index + 1) * size)) for index in changed)
    )


def values_in(tiles: _Tiles, ranges: Ranges) -> _Tiles:
    """Return the values in some ranges, one range after the other."""
    return type(tiles).of(np.concatenate([tiles.read(start, stop) for start, stop in ranges], axis=-1))


def with_changes(base: _Tiles, changes: Changes, values: _Tiles | None) -> _Tiles:
    """Return an ink or a sound, given its base, its changes and their values, which `values_in` returned."""
    if values is None:
        return base.resized(changes.length)
    changed, place = _comparable(base, values.lead).resized(changes.length), 0
    for start, stop in changes.ranges:
        changed = changed.replaced(start, values.read(place, place + stop - start))
        place += stop - start
    return changed


def _comparable(base: _Tiles, lead: tuple[int, ...]) -> _Tiles:
    """Return the base, or silence if its leading axes are others, as of mono and stereo."""
    return base if base.lead == lead else type(base).silent(lead, 1)


def _same_bits(tile: Tile, other: Tile) -> bool:
    if tile is other or tile.array is other.array:
        return True
    return np.array_equal(tile.array.view(np.uint32), other.array.view(np.uint32))
