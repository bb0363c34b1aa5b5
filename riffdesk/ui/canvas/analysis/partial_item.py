"""Draws the partials of the active layer as lines over it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from riffdesk.dsp.band_scale import BandScale
from riffdesk.sketch.events import DocumentOpened, FieldsChanged, InkChanged, LayersChanged
from riffdesk.sketch.ink import TILE_COLUMNS
from riffdesk.sketch.paint.partials import LEAST, Partials, partials_in
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.tiles.tile import Tile
from riffdesk.ui.canvas.plot.plot_library import pg

_COLUMNS = 2 * TILE_COLUMNS  # columns of a block
_DELAY_MS = 60  # after a change, so that a stroke does not wait
_LEAST_PIXELS = 2  # minimum columns of a drawn partial
_COLOUR = "#6ff2ff"


@dataclass
class _Block:
    """The partials of some columns, and the path that draws them at one zoom.

    Parameters
    ----------
    tiles : tuple of Tile
        The ink that they were read from.
    """

    tiles: tuple[Tile, ...]
    partials: Partials
    stride: int = 0
    path: QPainterPath | None = None


class PartialItem(pg.GraphicsObject):
    """The partials, in seconds and heights. Those in view are found block by block while the window is idle.

    Parameters
    ----------
    sketch : Sketch
    """

    def __init__(self, sketch: Sketch) -> None:
        super().__init__()
        self._sketch, self._scale = sketch, BandScale(sketch.params)
        self._pieces: dict[int, _Block] = {}
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._read)
        for event in (InkChanged, LayersChanged, FieldsChanged, DocumentOpened):
            sketch.subscribe(lambda _: self._later(), event)

    @property
    def is_complete(self) -> bool:
        """Whether all partials in view are drawn."""
        return self._missing() is None

    def set_scale(self, scale: BandScale) -> None:
        """Set the scale, which maps bands to heights."""
        self._scale = scale
        for piece in self._pieces.values():
            piece.path = None
        self.update()

    def setVisible(self, visible: bool) -> None:
        """Show the partials, or hide and forget them."""
        super().setVisible(visible)
        self._pieces.clear()
        self._later()

    def boundingRect(self) -> QRectF:
        """Return the visible rectangle."""
        view = self.getViewBox()
        return QRectF() if view is None else view.viewRect()

    def viewTransformChanged(self) -> None:
        """Follow the view."""
        self.prepareGeometryChange()
        self._later()

    def _later(self) -> None:
        if self.isVisible():
            self._timer.start(_DELAY_MS)

    def _read(self) -> None:
        """Find the partials of the next block."""
        start = self._missing() if self.isVisible() else None
        if start is None:
            return
        ink = self._sketch.active_layer.tiles
        part = ink.read(max(0, start - LEAST), min(start + _COLUMNS + LEAST, ink.length))
        found = partials_in(part if part.ndim == 2 else part.max(axis=0), 0, self._sketch.params)
        self._pieces[start] = _Block(self._tiles(start), found)
        self.update()
        self._timer.start(0)

    def _missing(self) -> int | None:
        """Return the first column of a block in view whose partials are unknown; None if all are known."""
        for start in self._in_view(self.boundingRect()):
            piece = self._pieces.get(start)
            tiles = self._tiles(start)
            if piece is None or any(one is not other for one, other in zip(piece.tiles, tiles, strict=False)):
                return start
        return None

    def _tiles(self, start: int) -> tuple[Tile, ...]:
        """Return the tiles of a block and of its neighbours, on which its partials depend."""
        first = start // TILE_COLUMNS
        return self._sketch.active_layer.tiles.tiles[max(0, first - 1) : first + _COLUMNS // TILE_COLUMNS + 1]

    def _in_view(self, rect: QRectF) -> range:
        """Return the first columns of the blocks in a rectangle."""
        rate, columns = self._sketch.params.columns_per_second, self._sketch.columns
        first = max(0, int(rect.left() * rate)) // _COLUMNS * _COLUMNS
        return range(first, min(columns, int(rect.right() * rate) + 1), _COLUMNS)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the known partials."""
        view = self.getViewBox()
        if view is None:
            return
        width = view.viewPixelSize()[0] * self._sketch.params.columns_per_second
        stride = 1 << max(0, int(np.log2(max(width, 1))))
        pen = QPen(QColor(_COLOUR), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for start in self._in_view(option.exposedRect):
            piece = self._pieces.get(start)
            if piece is None:
                continue
            if piece.path is None or piece.stride != stride:
                piece.path, piece.stride = self._path(piece.partials, start, stride), stride
            painter.drawPath(piece.path)

    def _path(self, partials: Partials, start: int, stride: int) -> QPainterPath:
        """Return the lines of the partials of a block, with a point for about every ``stride`` columns."""
        column = partials.column + max(0, start - LEAST)
        number = partials.number
        long = np.bincount(number, minlength=1) >= _LEAST_PIXELS * stride
        # Up to the first column of the next block, so that lines are continuous.
        kept = (column >= start) & (column <= start + _COLUMNS) & (long[number] if len(number) else True)
        last = np.append(number[1:] != number[:-1], True)[: len(number)] | (column == start + _COLUMNS)
        first = np.append(True, number[1:] != number[:-1])[: len(number)] | (column == start)
        kept &= first | last | (column % stride == 0)
        params, number = self._sketch.params, number[kept]
        heights = np.asarray(self._scale.height_of(params.band_of(partials.hertz[kept])), np.float64)
        connect = np.append(number[1:] == number[:-1], False)[: len(number)].astype(np.int32)
        path: QPainterPath = pg.arrayToQPath(column[kept] / params.columns_per_second, heights, connect=connect)
        return path
