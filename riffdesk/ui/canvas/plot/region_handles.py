"""The handles of the selection: small squares at the edges and corners of its box, and the box of a shape."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem

from riffdesk.dsp.band_scale import BandScale
from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.plot.handle import HANDLES, Handle, place_of
from riffdesk.ui.canvas.plot.plot_library import pg

_SIZE = 7.0  # pixels
_SHADE = QColor(0, 0, 0, 150)


class RegionHandles:
    """Items in a view, in seconds and heights."""

    def __init__(self, view: pg.ViewBox, scale: BandScale) -> None:
        self._region: Region | None = None
        self._scale = scale
        self._box = QGraphicsRectItem()
        self._marks = {handle: QGraphicsRectItem(-_SIZE / 2, -_SIZE / 2, _SIZE, _SIZE) for handle in HANDLES}
        for item in (self._box, *self._marks.values()):
            item.setZValue(76)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            item.hide()
            view.addItem(item, ignoreBounds=True)
        for mark in self._marks.values():
            mark.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
            mark.setBrush(_SHADE)

    def set_colour(self, colour: str) -> None:
        """Set the colour of the lines, ``#rrggbb``."""
        for mark in self._marks.values():
            mark.setPen(QPen(QColor(colour), 1.2))
        faint = QColor(colour)
        faint.setAlpha(110)
        pen = QPen(faint, 1, Qt.PenStyle.DotLine)
        pen.setCosmetic(True)
        self._box.setPen(pen)

    @property
    def places(self) -> dict[Handle, tuple[float, float]]:
        """Seconds and heights of the handles that are shown."""
        return {handle: (mark.x(), mark.y()) for handle, mark in self._marks.items() if mark.isVisible()}

    def set_scale(self, scale: BandScale) -> None:
        """Change the vertical axis."""
        self._scale = scale
        self.show_region(self._region)

    def show_region(self, region: Region | None) -> None:
        """Show the handles of a region; None hides them."""
        self._region, scale = region, self._scale
        step = 1 / scale.params.columns_per_second
        for handle, mark in self._marks.items():
            mark.setVisible(region is not None)
            if region is not None:
                column, height = place_of(handle, region, scale)
                mark.setPos(column * step, height)
        self._box.setVisible(region is not None and region.mask is not None)
        if region is not None:
            (left, low), (right, high) = (place_of(Handle(end, end), region, scale) for end in (-1, 1))
            self._box.setRect(QRectF(left * step, low, (right - left) * step, high - low))
