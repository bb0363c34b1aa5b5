"""Ink: how loud each mel band is at each time, as an immutable value."""

from __future__ import annotations

from riffdesk.sketch.tiles.tiles import Tiles

TILE_COLUMNS = 64
"""Columns of a tile, 128 KiB with 512 bands. A dab copies one or two tiles; ten minutes are a tuple of 938
references, which is copied faster than one tile."""


class Ink(Tiles):
    """Ink of a layer or a mask: ``[bands, columns]`` or ``[2, bands, columns]``, 0 = silence, 1 = full scale."""

    SIZE = TILE_COLUMNS
    __slots__ = ()
