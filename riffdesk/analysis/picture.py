"""Small pictures of ink for lists: grey, so that each window shows them in its own colours."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array

SIZE = 160, 40
"""Usual width and height in pixels."""

_LEVELS = 16
_HEADROOM = 1e-6


def picture_of(ink: Array, size: tuple[int, int] = SIZE) -> bytes:
    """Return a picture of ink as a grey PNG: dark is silent, the loudest cell is white, time goes right.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
    size : (int, int)
        Width and height in pixels.
    """
    from PIL import Image

    grey = ink.max(axis=0) if ink.ndim == 3 else ink
    width, height = size
    small = _loudest(_loudest(grey, height, 0), width, 1)
    scale = (_LEVELS - 1) / max(float(small.max(initial=0.0)), _HEADROOM)
    levels = np.rint(np.clip(small[::-1] * scale, 0, _LEVELS - 1)).astype(np.uint8)
    image = Image.fromarray(np.ascontiguousarray(levels * (255 // (_LEVELS - 1))))
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _loudest(cells: Array, count: int, axis: int) -> NDArray[np.float32]:
    """Return the loudest cells of as many parts of an axis; parts of a short axis are repeated."""
    length = cells.shape[axis]
    if length < count:
        return np.asarray(np.take(cells, np.arange(count) * length // count, axis=axis), np.float32)
    edges = np.linspace(0, length, count + 1).astype(int)
    return np.asarray(np.maximum.reduceat(cells, edges[:-1], axis=axis), np.float32)
