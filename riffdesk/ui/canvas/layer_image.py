"""A layer's picture on the canvas: 8-bit ink in halved sizes, of which the visible part is coloured and drawn.

While one paints, only the columns under the brush are coloured again and only their pixels repainted.
"""

from __future__ import annotations

from functools import lru_cache
from time import perf_counter

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from riffdesk.sketch.ink import Ink
from riffdesk.sketch.tiles.ranges import Columns

Grey = NDArray[np.uint8]
Palette = NDArray[np.uint32]
Counts = NDArray[np.int64]

COLOUR_MAPS = {
    "magma": "Magma",
    "inferno": "Inferno",
    "plasma": "Plasma",
    "viridis": "Viridis",
    "cividis": "Cividis",
    "CET-L1": "Grey",
    "CET-L9": "Blue to yellow",
}
"""Perceptually uniform colour maps of pyqtgraph, and what the window calls them."""

GREYS_PER_INK = 200  # ink up to 1.275 (+8 dB) has its own grey
_SIZES = 9  # the coarsest picture has one column for 256
_MOST_OPAQUE = 190
_AT_ONCE = 256  # columns, whose numbers stay in the processor's cache
_COUNTED = 512  # columns that tell enough of how loud a layer is
_MUTED_LIGHT = 0.55  # of the brightest grey


class LayerImage(pg.GraphicsObject):
    """Shows one layer's ink in seconds and bands.

    It is blank until `read` has gone over all of what is in sight: minutes of ink are too many to be read at once.

    Parameters
    ----------
    ink : Ink or float32 array, ``[bands, columns]`` or ``[2, bands, columns]``
        What is shown; `refresh` takes another version of it.
    step : float
        Seconds from one column to the next.
    before : LayerImage, optional
        What the layer looked like until now, to be seen until the new ink is read.
    """

    def __init__(self, ink: Ink | NDArray[np.float32], step: float, before: LayerImage | None = None) -> None:
        super().__init__()
        self.ink, self._step = ink, step
        self._bands: int = ink.shape[-2]
        self._columns: int = ink.shape[-1]
        padded = -(-self._columns // 2 ** (_SIZES - 1)) * 2 ** (_SIZES - 1)
        self._pictures: list[Grey] = [np.zeros((self._bands, padded >> size), np.uint8) for size in range(_SIZES)]
        self._palette: Palette = np.zeros(256, np.uint32)
        self._shown = (0, 0, 0)  # size, first and last column of the picture that is coloured
        self._pixels: Palette = np.zeros((self._bands, 1), np.uint32)
        self._image = QImage()
        self._unread = set(range(0, self._columns, _AT_ONCE))
        if before is not None and before._bands == self._bands:
            for mine, other in zip(self._pictures, before._pictures, strict=True):
                shared = min(mine.shape[1], other.shape[1])
                mine[:, :shared] = other[:, :shared]

    def refresh(self, ink: Ink, columns: Columns) -> None:
        """Show another version of the ink, of the same shape, that differs in some columns."""
        self.ink = ink
        self._show(*self._read(columns))

    def read(self, until: float) -> bool:
        """Read ink that is in sight until a time of `time.perf_counter`; return whether there is more."""
        size, start, stop = self._shown
        for place in sorted(self._unread):
            if start << size < place + _AT_ONCE and place < stop << size:
                if perf_counter() > until:
                    return True
                self._unread.remove(place)
                self._show(*self._read((place, place + _AT_ONCE)))
        return False

    def counts(self) -> Counts:
        """Return how many cells have each grey, of columns spread over what was read: int64 ``[256]``."""
        return _counted(self._pictures[0][:, : self._columns])

    def _show(self, first: int, last: int) -> None:
        """Have columns that were read drawn, as far as they are in sight."""
        size, start, stop = self._shown
        begin, end = max(start, first >> size), min(stop, -(-last >> size))
        if begin < end:
            self._colour(begin, end)
            self.update(self._place(begin, end))

    def set_palette(self, palette: Palette) -> None:
        """Take the colour of each grey: uint32 ``[256]``, premultiplied ARGB."""
        if palette is self._palette:
            return
        self._palette = palette
        self._colour(*self._shown[1:])
        self.update()

    def show_range(self, first: float, last: float, pixels: float) -> None:
        """Make the columns from ``first`` to ``last`` ready to be drawn on so many pixels."""
        columns_per_pixel = max(1.0, (last - first) / max(pixels, 1.0))
        size = min(_SIZES - 1, int(np.ceil(np.log2(columns_per_pixel))))
        start = max(0, int(first) >> size)
        stop = min(-(-self._columns >> size), (int(last) >> size) + 2)
        if start < stop and (size, start, stop) != self._shown:
            self._shown = (size, start, stop)
            self._pixels = np.empty((self._bands, stop - start), np.uint32)
            height, width = self._pixels.shape
            self._image = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
            self._colour(start, stop)
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole layer's rectangle."""
        return QRectF(-0.5 * self._step, -0.5, self._columns * self._step, self._bands)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the coloured part."""
        if not self._image.isNull():
            painter.drawImage(self._place(*self._shown[1:]), self._image)

    def _read(self, columns: Columns) -> Columns:
        """Take over ink in all sizes; of two columns the louder one stays visible in the half size."""
        first, last = max(0, columns[0]), min(self._columns, columns[1])
        for start in range(first, last, _AT_ONCE):
            self._read_some(start, min(start + _AT_ONCE, last))
        return first, last

    def _read_some(self, first: int, last: int) -> None:
        ink: NDArray[np.float32] = self.ink[..., first:last]
        if ink.ndim == 3:
            ink = ink.max(axis=0)
        self._pictures[0][:, first:last] = np.clip(ink * GREYS_PER_INK + 0.5, 0, 255)
        begin, end = first, last
        for finer, coarser in zip(self._pictures[:-1], self._pictures[1:], strict=True):
            begin, end = begin // 2, -(-end // 2)
            part = finer[:, 2 * begin : 2 * end]
            np.maximum(part[:, 0::2], part[:, 1::2], out=coarser[:, begin:end])

    def _colour(self, begin: int, end: int) -> None:
        size, start, _ = self._shown
        self._pixels[:, begin - start : end - start] = self._palette[self._pictures[size][:, begin:end]]

    def _place(self, begin: int, end: int) -> QRectF:
        """Return where columns of the picture that is shown are: seconds and bands."""
        width = self._step * 2 ** self._shown[0]
        return QRectF(begin * width - 0.5 * self._step, -0.5, (end - begin) * width, self._bands)


@lru_cache(maxsize=64)
def map_palette(name: str, low: float, high: float) -> Palette:
    """Return the colour of each grey for the active layer.

    Parameters
    ----------
    name : str
        One of pyqtgraph's colour maps.
    low, high : float
        Ink at the dark and the bright end.
    """
    return _packed(pg.colormap.get(name).map(_place_on_scale(low, high), mode="byte"))


@lru_cache(maxsize=64)
def muted_palette(low: float, high: float) -> Palette:
    """Return the colour of each grey for the active layer while it is not heard: a dim grey."""
    table = np.full((256, 4), 255, np.uint8)
    table[:, :3] = (_place_on_scale(low, high) * 255 * _MUTED_LIGHT)[:, None]
    return _packed(table)


@lru_cache(maxsize=64)
def ghost_palette(colour: str, low: float, high: float) -> Palette:
    """Return the colour of each grey for a layer that lies over the active one: its own, more or less clear."""
    place = _place_on_scale(low, high)
    tint = QColor(colour)
    table = np.empty((256, 4), np.uint8)
    table[:, :3] = (tint.red(), tint.green(), tint.blue())
    table[:, 3] = place**1.5 * _MOST_OPAQUE
    return _packed(table)


def counts_of(ink: NDArray[np.float32]) -> Counts:
    """Return how many cells of ink ``[bands, columns]`` have each grey; see `LayerImage.counts`."""
    return _counted(np.clip(ink * GREYS_PER_INK + 0.5, 0, 255).astype(np.uint8))


def _counted(picture: Grey) -> Counts:
    step = -(-picture.shape[-1] // _COUNTED)
    return np.bincount(picture[..., ::step].ravel(), minlength=256)


def _place_on_scale(low: float, high: float) -> NDArray[np.float64]:
    return np.clip((np.arange(256) / GREYS_PER_INK - low) / max(high - low, 1e-3), 0, 1)


def _packed(rgba: NDArray[np.uint8]) -> Palette:
    """Return premultiplied ARGB of ``[256, 4]`` colours."""
    red, green, blue, alpha = rgba.astype(np.uint32).T
    return np.asarray(
        alpha << 24 | (red * alpha // 255) << 16 | (green * alpha // 255) << 8 | blue * alpha // 255, np.uint32
    )
