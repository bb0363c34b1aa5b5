"""A layer's picture on the canvas: 8-bit ink in halved sizes, of which only the visible part is drawn."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from riffdesk.sketch.sketch import Columns

Grey = NDArray[np.uint8]

GREYS_PER_INK = 200  # ink up to 1.275 (+8 dB) has its own grey
_LEVELS = 8  # the coarsest picture has one column for 128


class LayerImage:
    """Shows one layer's ink; painting updates only the columns that changed.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        The layer's own array, read again whenever `update` is called.
    """

    def __init__(self, ink: NDArray[np.float32]) -> None:
        self.ink = ink
        self.item = pg.ImageItem(axisOrder="row-major")
        bands, columns = ink.shape[-2:]
        padded = -(-columns // 2 ** (_LEVELS - 1)) * 2 ** (_LEVELS - 1)
        self._pictures: list[Grey] = [np.zeros((bands, padded >> level), np.uint8) for level in range(_LEVELS)]
        self._drawn: tuple[int, int, int] | None = None
        self.update((0, columns))

    def update(self, columns: Columns) -> None:
        """Take over changed ink; `draw` shows it."""
        first, last = max(0, columns[0]), min(self.ink.shape[-1], columns[1])
        ink = self.ink[..., first:last]
        if ink.ndim == 3:
            ink = ink.max(axis=0)
        self._pictures[0][:, first:last] = np.clip(ink * GREYS_PER_INK + 0.5, 0, 255)
        for finer, coarser in zip(self._pictures[:-1], self._pictures[1:], strict=True):
            first, last = first // 2, -(-last // 2)
            part = finer[:, 2 * first : 2 * last]
            np.maximum(part[:, 0::2], part[:, 1::2], out=coarser[:, first:last])
        self._drawn = None

    def draw(self, first: float, last: float, pixels: float, step: float) -> None:
        """Show the columns ``first`` to ``last``, ``step`` seconds each, on so many pixels."""
        columns_per_pixel = max(1.0, (last - first) / max(pixels, 1.0))
        level = min(_LEVELS - 1, int(np.log2(columns_per_pixel)))
        size = 2**level
        start = max(0, int(first) // size)
        stop = min(-(-self.ink.shape[-1] // size), int(last) // size + 2)
        if stop <= start or self._drawn == (level, start, stop):
            return
        self._drawn = (level, start, stop)
        part = np.ascontiguousarray(self._pictures[level][:, start:stop])
        self.item.setImage(part, autoLevels=False, levels=(0, 255))
        left, width = (start * size - 0.5) * step, (stop - start) * size * step
        self.item.setRect(left, -0.5, width, part.shape[0])


def map_colours(name: str, low: float, high: float) -> NDArray[np.uint8]:
    """Return the colour of each grey for the active layer: uint8 ``[256, 4]``.

    Parameters
    ----------
    name : str
        One of pyqtgraph's colour maps.
    low, high : float
        Ink at the dark and the bright end.
    """
    place = (np.arange(256) / GREYS_PER_INK - low) / max(high - low, 1e-3)
    colours: NDArray[np.uint8] = pg.colormap.get(name).map(np.clip(place, 0, 1), mode="byte")
    return colours


def ghost_colours(colour: str, low: float, high: float) -> NDArray[np.uint8]:
    """Return the colour of each grey for a layer that lies over the active one: its own, more or less clear."""
    place = np.clip((np.arange(256) / GREYS_PER_INK - low) / max(high - low, 1e-3), 0, 1)
    tint = QColor(colour)
    table = np.empty((256, 4), np.uint8)
    table[:, :3] = (tint.red(), tint.green(), tint.blue())
    table[:, 3] = np.clip(place**1.5 * 190, 0, 190)
    return table
