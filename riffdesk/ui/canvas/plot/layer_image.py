"""The image of a layer on the canvas: 8-bit ink at several resolutions, of which the visible part is coloured.

During a stroke, only the columns under the brush are coloured again and repainted.
"""

from __future__ import annotations

from functools import lru_cache
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from riffdesk.language import tr
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.tiles.ranges import Columns
from riffdesk.ui.canvas.plot.picture_rows import Grey, PictureRows
from riffdesk.ui.canvas.plot.plot_library import pg

Palette = NDArray[np.uint32]
Counts = NDArray[np.int64]

COLOUR_MAPS = {
    "magma": "Magma",
    "inferno": "Inferno",
    "plasma": "Plasma",
    "viridis": "Viridis",
    "cividis": "Cividis",
    "CET-L1": tr("Grey"),
    "CET-L9": tr("Blue to yellow"),
}
"""Perceptually uniform colour maps of pyqtgraph, with their titles in the window."""

GREYS_PER_INK = 200  # ink up to 1.275 (+8 dB) is not clipped
_SIZES = 9  # resolutions; a column of the coarsest stands for 256
_MAX_ALPHA = 190
_CHUNK = 256  # columns that are read at a time, and fit into the processor's cache
_AT_ONCE = 2_048  # columns that are read as soon as they change
_COUNTED = 512  # columns that are enough for a histogram
_MUTED_LIGHT = 0.55  # brightest grey of a muted layer, 0 to 1


class LayerImage(pg.GraphicsObject):
    """Shows the ink of one layer in seconds and heights.

    It is blank until `read` has read the visible columns, as reading minutes of ink at once would block the window.

    Parameters
    ----------
    ink : Ink or float32 array, ``[bands, columns]`` or ``[2, bands, columns]``
        `refresh` replaces it.
    step : float
        Seconds from one column to the next.
    before : LayerImage, optional
        The image of the layer's previous ink, which is shown until the new ink is read.
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
        self._rows: PictureRows | None = None
        self._pixels: Palette = np.zeros((self._bands, 1), np.uint32)
        self._image = QImage()
        self._unread = set(range(0, self._columns, _CHUNK))
        if before is not None and before._bands == self._bands:
            for picture, other in zip(self._pictures, before._pictures, strict=True):
                shared = min(picture.shape[1], other.shape[1])
                picture[:, :shared] = other[:, :shared]

    def refresh(self, ink: Ink | NDArray[np.float32], columns: Columns) -> None:
        """Replace the ink by another of the same shape, which differs in some columns.

        Many columns are read later, by `read`, as reading them at once would block the window.
        """
        self.ink = ink
        if columns[1] - columns[0] > _AT_ONCE:
            first = columns[0] // _CHUNK * _CHUNK
            self._unread.update(range(first, min(columns[1], self._columns), _CHUNK))
        else:
            self._show(*self._read(columns))

    def read(self, until: float) -> bool:
        """Read visible columns until a time of `time.perf_counter`; return whether some remain."""
        size, start, stop = self._shown
        for column in sorted(self._unread):
            if start << size < column + _CHUNK and column < stop << size:
                if perf_counter() > until:
                    return True
                self._unread.remove(column)
                self._show(*self._read((column, column + _CHUNK)))
        return False

    def counts(self) -> Counts:
        """Return the number of cells of each grey, in a sample of the columns: int64 ``[256]``."""
        return _counted(self._pictures[0][:, : self._columns])

    def _show(self, first: int, last: int) -> None:
        """Colour and redraw columns, as far as they are visible."""
        size, start, stop = self._shown
        begin, end = max(start, first >> size), min(stop, -(-last >> size))
        if begin < end:
            self._colour(begin, end)
            self.update(self._rect_of(begin, end))

    def set_palette(self, palette: Palette) -> None:
        """Set the colour of each grey: uint32 ``[256]``, premultiplied ARGB."""
        if palette is self._palette:
            return
        self._palette = palette
        self._colour(*self._shown[1:])
        self.update()

    def show_range(self, first: float, last: float, pixels: float, rows: PictureRows | None) -> None:
        """Colour the columns from ``first`` to ``last`` at the resolution for a width in pixels.

        Parameters
        ----------
        rows : PictureRows, optional
            The rows to be coloured; None for a row for each band.
        """
        columns_per_pixel = max(1.0, (last - first) / max(pixels, 1.0))
        size = min(_SIZES - 1, int(np.ceil(np.log2(columns_per_pixel))))
        start = max(0, int(first) >> size)
        stop = min(-(-self._columns >> size), (int(last) >> size) + 2)
        if start < stop and ((size, start, stop) != self._shown or rows is not self._rows):
            self._shown, self._rows = (size, start, stop), rows
            self._pixels = np.empty((self._bands if rows is None else rows.count, stop - start), np.uint32)
            height, width = self._pixels.shape
            self._image = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
            self._colour(start, stop)
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the rectangle of the layer."""
        return QRectF(-0.5 * self._step, -0.5, self._columns * self._step, self._bands)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the coloured part."""
        if not self._image.isNull():
            painter.drawImage(self._rect_of(*self._shown[1:]), self._image)

    def _read(self, columns: Columns) -> Columns:
        """Read columns of ink at all resolutions, each the maximum of two columns of the finer one."""
        first, last = max(0, columns[0]), min(self._columns, columns[1])
        for start in range(first, last, _CHUNK):
            self._read_some(start, min(start + _CHUNK, last))
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
        bands = self._pictures[size][:, begin:end]
        rows = bands if self._rows is None else self._rows.of(bands)
        self._pixels[:, begin - start : end - start] = self._palette[rows]

    def _rect_of(self, begin: int, end: int) -> QRectF:
        """Return the rectangle, in seconds and heights, of columns at the shown resolution."""
        width = self._step * 2 ** self._shown[0]
        low, high = (-0.5, self._bands - 0.5) if self._rows is None else (self._rows.low, self._rows.high)
        return QRectF(begin * width - 0.5 * self._step, low, (end - begin) * width, high - low)


@lru_cache(maxsize=64)
def map_palette(name: str, low: float, high: float) -> Palette:
    """Return the palette of the active layer.

    Parameters
    ----------
    name : str
        One of pyqtgraph's colour maps.
    low, high : float
        Ink of the darkest and of the brightest colour.
    """
    return _packed(pg.colormap.get(name).map(_scale(low, high), mode="byte"))


@lru_cache(maxsize=64)
def muted_palette(low: float, high: float) -> Palette:
    """Return the palette of the active layer while it is inaudible: dim greys."""
    table = np.full((256, 4), 255, np.uint8)
    table[:, :3] = (_scale(low, high) * 255 * _MUTED_LIGHT)[:, None]
    return _packed(table)


@lru_cache(maxsize=64)
def ghost_palette(colour: str, low: float, high: float) -> Palette:
    """Return the palette of the other layers: the layer's colour, with an opacity that depends on the ink."""
    scale = _scale(low, high)
    tint = QColor(colour)
    table = np.empty((256, 4), np.uint8)
    table[:, :3] = (tint.red(), tint.green(), tint.blue())
    table[:, 3] = scale**1.5 * _MAX_ALPHA
    return _packed(table)


def counts_of(ink: NDArray[np.float32]) -> Counts:
    """Return the number of cells of each grey in ink ``[bands, columns]``; see `LayerImage.counts`."""
    return _counted(np.clip(ink * GREYS_PER_INK + 0.5, 0, 255).astype(np.uint8))


def _counted(picture: Grey) -> Counts:
    step = -(-picture.shape[-1] // _COUNTED)
    return np.bincount(picture[..., ::step].ravel(), minlength=256)


def _scale(low: float, high: float) -> NDArray[np.float64]:
    return np.clip((np.arange(256) / GREYS_PER_INK - low) / max(high - low, 1e-3), 0, 1)


def _packed(rgba: NDArray[np.uint8]) -> Palette:
    """Return premultiplied ARGB of ``[256, 4]`` colours."""
    red, green, blue, alpha = rgba.astype(np.uint32).T
    return np.asarray(
        alpha << 24 | (red * alpha // 255) << 16 | (green * alpha // 255) << 8 | blue * alpha // 255, np.uint32
    )
