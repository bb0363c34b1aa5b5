"""Ink: how loud each mel band is at each time, as an immutable value."""

from __future__ import annotations

import numpy as np

from riffdesk.sketch.tiles.tiles import Tiles

TILE_COLUMNS = 64
"""Columns of a tile, 128 KiB with 512 bands. A dab copies one or two tiles; ten minutes are a tuple of 938
references, which is copied faster than one tile."""


class Ink(Tiles):
    """Ink of a layer or a mask: ``[bands, columns]`` or ``[2, bands, columns]``, 0 = silence, 1 = full scale."""

    SIZE = TILE_COLUMNS
    __slots__ = ()

    @property
    def end(self) -> int:
        """The column after the last one that is not silent; 0 if all are."""
        for index in range(len(self.tiles) - 1, -1, -1):
            if self.tiles[index] is not self.silence:
                inked = np.flatnonzero(self.tiles[index].array.reshape(-1, self.SIZE).any(axis=0))
                if len(inked):
                    return index * self.SIZE + int(inked[-1]) + 1
        return 0
