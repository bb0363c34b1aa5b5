"""The outline of a selected region of any shape: a dashed line one pixel wide, and a tint of the inside."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from riffdesk.dsp.band_scale import BandScale
from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.plot.plot_library import pg

_DASH = 4  # pixels of a dash, and of the gap after it
_BLACK = 0xFF000000
_TINT = 34  # opacity of the inside, 0 to 255
_Inside = NDArray[np.float32]


class RegionOutline(pg.GraphicsObject):
    """Draws a region with a mask in seconds and heights, at the resolution of the screen however large it is."""

    def __init__(self, scale: BandScale) -> None:
        super().__init__()
        self._scale = scale
        self._region: Region | None = None
        self._step = 1.0
        self._light = QColor("#ffffff")
        self._key: tuple[object, ...] = ()
        self._image = QImage()

    def show_region(self, region: Region | None, step: float) -> None:
        """Show another region; None hides it.

        Parameters
        ----------
        region : Region, optional
        step : float
            Seconds from one column to the next.
        """
        self.prepareGeometryChange()
        self._region, self._step, self._key = region, step, ()
        self.setVisible(region is not None)
        self.update()

    def set_scale(self, scale: BandScale) -> None:
        """Change the vertical axis."""
        self.prepareGeometryChange()
        self._scale, self._key = scale, ()
        self.update()

    def set_colour(self, colour: QColor) -> None:
        """Set the colour of the dashes; the gaps between them are black."""
        self._light, self._key = colour, ()
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the box of the region."""
        if self._region is None:
            return QRectF()
        start, stop, low, high = self._region.box
        bottom, top = np.maximum(self._scale.height_of([low - 0.5, high - 0.5]), -0.5).tolist()
        return QRectF((start - 0.5) * self._step, bottom, (stop - start) * self._step, top - bottom)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the visible part."""
        region, device = self._region, painter.device()
        if region is None:
            return
        ratio, to_pixels = device.devicePixelRatioF(), QTransform(painter.worldTransform())
        seen = (
            QRectF(0, 0, device.width() / ratio, device.height() / ratio) if widget is None else QRectF(widget.rect())
        )
        area = to_pixels.mapRect(self.boundingRect()).intersected(seen).toAlignedRect()
        if area.isEmpty():
            return
        key = (area.getRect(), to_pixels.m11(), to_pixels.m22(), to_pixels.dx(), to_pixels.dy(), ratio)
        if key != self._key:
            xs = area.left() + (np.arange(round(area.width() * ratio)) + 0.5) / ratio
            ys = area.top() + (np.arange(round(area.height() * ratio)) + 0.5) / ratio
            columns = (xs - to_pixels.dx()) / to_pixels.m11() / self._step
            bands = self._scale.band_at((ys - to_pixels.dy()) / to_pixels.m22())
            self._image = self._drawn(_sampled(region, columns, bands), round(ratio))
            self._image.setDevicePixelRatio(ratio)
            self._key = key
        painter.save()
        painter.resetTransform()
        painter.drawImage(QPointF(area.topLeft()), self._image)
        painter.restore()

    def _drawn(self, inside: _Inside, ratio: int) -> QImage:
        """Return the picture of the weight of each pixel in the region."""
        selected = inside >= 0.5
        core = np.pad(selected, ratio)
        for axis in (0, 1):
            core = core & np.roll(core, ratio, axis) & np.roll(core, -ratio, axis)
        edge = selected & ~core[ratio:-ratio, ratio:-ratio]
        height, width = selected.shape
        x, y = np.arange(width, dtype=np.int32)[None, :], np.arange(height, dtype=np.int32)[:, None]
        dashes = (x // (_DASH * ratio) + y // (_DASH * ratio)) % 2 == 0
        pixels = _tints(self._light)[np.round(inside * _TINT).astype(np.uint8)]
        pixels[edge] = np.where(dashes, np.uint32(self._light.rgba()), np.uint32(_BLACK))[edge]
        return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _tints(colour: QColor) -> NDArray[np.uint32]:
    """Return a colour at each opacity from 0 to that of the inside: premultiplied ARGB."""
    alpha = np.arange(_TINT + 1, dtype=np.uint32)
    red, green, blue = (channel * alpha // 255 for channel in (colour.red(), colour.green(), colour.blue()))
    return np.asarray(alpha << 24 | red << 16 | green << 8 | blue, np.uint32)


def _sampled(region: Region, columns: NDArray[np.floating], bands: NDArray[np.floating]) -> _Inside:
    """Return the weights of pixels in a region: float32 ``[len(bands), len(columns)]``.

    A pixel that stands for several columns has the largest weight of them.
    """
    assert region.mask is not None
    height, width = region.mask.shape
    first = np.round(columns).astype(int) - region.start
    rows = np.round(bands).astype(int) - region.low
    inside_x, inside_y = (first >= 0) & (first < width), (rows >= 0) & (rows < height)
    part = region.mask[rows.clip(0, height - 1)]
    if len(columns) > 1 and columns[1] - columns[0] > 1:
        starts = np.maximum.accumulate(first.clip(0, width - 1))
        part = np.maximum.reduceat(part, starts, axis=1)
    else:
        part = part[:, first.clip(0, width - 1)]
    return np.where(inside_x[None, :] & inside_y[:, None], part, 0).astype(np.float32)
