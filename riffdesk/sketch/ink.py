"""Ink: how loud each mel band is at each time, as an immutable value."""

from __future__ import annotations

from riffdesk.sketch.tiles.tiles import Tiles

TILE_COLUMNS = 64
"""Columns of a tile, 128 KiB with 512 bands: a dab copies one or two of these, in less time than it takes to paint
it, and ten minutes are a tuple of 938 references, which is copied in less time than one tile."""


class Ink(Tiles):
    """Ink of a layer or a mask: ``[bands, columns]`` or ``[2, bands, columns]``, 0 = silence, 1 = full scale."""

    SIZE = TILE_COLUMNS
    __slots__ = ()
