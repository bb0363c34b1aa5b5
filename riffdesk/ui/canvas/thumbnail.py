"""Thumbnails of ink."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

from riffdesk.arrays import Array
from riffdesk.ui.canvas.plot.layer_image import map_palette


def thumbnail(ink: Array, size: QSize) -> QPixmap:
    """Return a thumbnail of ink; each pixel shows the loudest of its cells.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
    size : QSize
        Size in pixels.
    """
    grey = ink.max(axis=0) if ink.ndim == 3 else ink
    rows = np.linspace(0, grey.shape[0], size.height() + 1).astype(int)
    columns = np.linspace(0, grey.shape[1], size.width() + 1).astype(int)
    small = np.maximum.reduceat(np.maximum.reduceat(grey, rows[:-1], axis=0), columns[:-1], axis=1)
    scale = 255 / max(float(small.max()), 1e-6)
    pixels = map_palette("magma", 0, 1.2)[np.clip(small[::-1] * scale, 0, 255).astype(np.uint8)].copy()
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return QPixmap.fromImage(image)
