"""The canvas's items above the layers: playhead, selection, outline of the tool, mask, preview of a riff, hint."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsRectItem, QGraphicsSimpleTextItem

from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.mel import db_to_ink, rms_of_ink
from riffdesk.engine.riff.peak_level import MAX_PEAK
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.tips import Point
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.tiles.ranges import Columns
from riffdesk.ui.canvas.plot.layer_image import LayerImage, Palette, counts_of, ghost_palette, map_palette
from riffdesk.ui.canvas.plot.level_range import automatic_range
from riffdesk.ui.canvas.plot.plot_library import pg
from riffdesk.ui.canvas.plot.region_handles import RegionHandles
from riffdesk.ui.canvas.plot.region_outline import RegionOutline
from riffdesk.ui.theme import Colours

HINT = tr("Draw here, drop a sound or a spectrogram,<br>or write a prompt and press Generate")
_PEAK_OF_RMS = 3.0  # typical crest factor of music within a window
_LOOP_LEVELS = 0.15, 1.0  # ink that is just visible, and that is brightest
_HINT_COLOUR = "#7d8594"  # readable on the darkest colour of every colour map


class Overlays:
    """Items above the layers, in seconds and heights.

    Parameters
    ----------
    view : pg.ViewBox
        The view that shows the layers.
    sketch : Sketch
    """

    def __init__(self, view: pg.ViewBox, sketch: Sketch) -> None:
        self._view, self._sketch = view, sketch
        self._scale = BandScale(sketch.params)
        self._selection: Region | None = None
        self.playhead = pg.InfiniteLine(pos=0, angle=90, movable=False)
        self.cursor = QGraphicsEllipseItem()
        self.hint = pg.TextItem(html=f"<div align='center'>{HINT}</div>", anchor=(0.5, 0.5))
        self._hint_width = self.hint.textItem.boundingRect().width()
        view.sigResized.connect(self._fit_hint)
        self._marquee = QGraphicsRectItem()
        self._outline = RegionOutline(self._scale)
        self.handles = RegionHandles(view, self._scale)
        self._pending = QGraphicsRectItem()
        self.unheard = QGraphicsSimpleTextItem(view)
        self.unheard.setPos(10, 8)
        self.unheard.setZValue(78)
        self.unheard.hide()
        self.changed_notes = QGraphicsSimpleTextItem(tr("Notes changed: not heard until they are played again"), view)
        self.changed_notes.setPos(10, 26)
        self.changed_notes.setZValue(78)
        self.changed_notes.hide()
        self._mask: LayerImage | None = None
        self._mask_palette: Palette = ghost_palette("#ffffff", 0, 1)
        self._loop: LayerImage | None = None
        self._loop_ink = np.zeros((1, 0), np.float32)
        self._loop_palette: Palette = ghost_palette("#ffffff", 0, 1)
        self._preview: LayerImage | None = None
        self._preview_levels: tuple[float, float] | None = None
        for item, height in (
            (self.hint, 70),  # above every layer
            (self._pending, 74),
            (self._marquee, 75),
            (self._outline, 75),
            (self.cursor, 76),
            (self.playhead, 80),
        ):
            item.setZValue(height)
            view.addItem(item, ignoreBounds=True)
        for item in (self._marquee, self._outline, self.cursor, self._pending):
            item.hide()

    @property
    def images(self) -> tuple[LayerImage, ...]:
        """The images of the mask, of the preview and of a loop, if they exist."""
        return tuple(image for image in (self._mask, self._preview, self._loop) if image is not None)

    @property
    def _step(self) -> float:
        """Seconds from one column to the next."""
        return 1 / self._sketch.params.columns_per_second

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self.playhead.setPen(pg.mkPen(look.playhead, width=1.5))
        self.hint.setColor(QColor(_HINT_COLOUR))
        self.unheard.setBrush(QColor(look.pending))
        self.changed_notes.setBrush(QColor(look.pending))
        for item, style in ((self._marquee, Qt.PenStyle.DashLine), (self.cursor, Qt.PenStyle.SolidLine)):
            pen = QPen(QColor(look.playhead), 1.2, style)
            pen.setCosmetic(True)
            item.setPen(pen)
        tint = QColor(look.playhead)
        tint.setAlpha(30)
        self._marquee.setBrush(tint)
        self._outline.set_colour(QColor(look.playhead))
        self.handles.set_colour(look.playhead)
        self._pending.setPen(QPen(Qt.PenStyle.NoPen))
        self._pending.setBrush(QColor(look.pending))
        self._mask_palette = ghost_palette(look.mask, 0, 1.3)
        if self._mask is not None:
            self._mask.set_palette(self._mask_palette)
        self._loop_palette = ghost_palette(look.dim, *_LOOP_LEVELS)
        if self._loop is not None:
            self._loop.set_palette(self._loop_palette)

    def set_scale(self, scale: BandScale) -> None:
        """Set the scale, which maps bands to heights."""
        self._scale = scale
        self._outline.set_scale(scale)
        self.handles.set_scale(scale)
        self.show_selection(self._selection)

    def show_hint(self) -> None:
        """Show the hint in the middle of a new sketch; hide it in any other."""
        self.hint.setVisible(self._sketch.untouched)
        self.hint.setPos(self._sketch.seconds / 2, self._sketch.params.bands / 2)

    def _fit_hint(self) -> None:
        """Break the lines of the hint where the view is too narrow for them."""
        self.hint.setTextWidth(min(self._hint_width, self._view.width()))

    def show_unheard(self, why: str) -> None:
        """Show the reason in the corner why the active layer is inaudible; '' hides the text."""
        self.unheard.setVisible(bool(why))
        self.unheard.setText(tr("Not heard: {why}", why=why))

    def show_changed_notes(self, changed: bool) -> None:
        """Show in the corner that the notes were changed since they were played."""
        self.changed_notes.setVisible(changed)

    def show_selection(self, selection: Region | None) -> None:
        """Draw the outline of the selection: of a region without a mask, a rectangle."""
        self._selection = selection
        rectangle = selection is not None and selection.mask is None
        self._marquee.setVisible(rectangle)
        self._outline.show_region(None if rectangle else selection, self._step)
        if selection is not None and rectangle:
            left, width = (selection.start - 0.5) * self._step, (selection.stop - selection.start) * self._step
            ends = self._scale.height_of([selection.low - 0.5, selection.high - 0.5])
            low, high = np.maximum(ends, -0.5).tolist()
            self._marquee.setRect(left, low, width, high - low)

    def show_cursor(self, cell: Point, size: float | None) -> None:
        """Draw the outline of a tip with a diameter in cells around a cell; None hides it."""
        self.cursor.setVisible(size is not None)
        if size is not None:
            left, middle = (cell[0] - size / 2) * self._step, float(self._scale.height_of(cell[1]))
            height = size if self._scale.is_mel else max(size, 2 * float(self._scale.band_height(cell[1])))
            self.cursor.setRect(left, middle - height / 2, size * self._step, height)

    def show_pending(self) -> None:
        """Mark the stale columns of the active layer, whose sound does not follow the ink yet."""
        columns = self._sketch.sound(self._sketch.state.active).pending
        self._pending.setVisible(columns is not None)
        if columns is not None:
            height = self._sketch.params.bands / 100
            self._pending.setRect(columns[0] * self._step, -0.5, (columns[1] - columns[0]) * self._step, height)

    def show_mask(self, columns: Columns) -> None:
        """Update columns of the mask's image."""
        ink = self._sketch.state.mask
        if self._mask is not None and (ink is None or self._mask.ink.shape != ink.shape):
            self._view.removeItem(self._mask)
            self._mask = None
        if ink is None:
            return
        if self._mask is None:
            self._mask = LayerImage(ink, self._step)
            self._mask.set_palette(self._mask_palette)
            self._mask.setZValue(72)
            self._view.addItem(self._mask, ignoreBounds=True)
        elif columns[0] < columns[1]:
            self._mask.refresh(ink, columns)

    def show_preview(self, ink: NDArray[np.float32] | None, column: int = 0) -> None:
        """Draw a preview of a riff from a column of the sketch; None removes it.

        The finished riff is limited to a peak level; the preview is scaled to the level that is expected then.
        """
        if self._preview is not None:
            self._view.removeItem(self._preview)
            self._preview = None
        if ink is not None:
            params = self._sketch.params
            peak = _PEAK_OF_RMS * float(rms_of_ink(ink, params).max(initial=0.0))
            ink = ink * np.float32(min(1.0, MAX_PEAK / max(peak, MAX_PEAK)) ** params.power)
            self._preview = LayerImage(ink, self._step)
            self._preview.setPos(column * self._step, 0)
            self._preview.setZValue(71)
            self._preview_levels = automatic_range(counts_of(ink.reshape(-1, ink.shape[-1])), params)
            self._view.addItem(self._preview, ignoreBounds=True)

    def show_loop(self, ink: NDArray[np.float32] | None, column: int = 0) -> None:
        """Draw the painted loop of a jam, from a column on, over the active layer; None removes it."""
        if ink is None:
            if self._loop is not None:
                self._view.removeItem(self._loop)
                self._loop = None
            return
        if self._loop is None or self._loop_ink.shape[-1] != self._sketch.columns:
            self.show_loop(None)
            self._loop_ink = np.zeros((*ink.shape[:-1], self._sketch.columns), np.float32)
            self._loop = LayerImage(self._loop_ink, self._step)
            self._loop.set_palette(self._loop_palette)
            self._loop.setZValue(0.5)  # under the other layers
            self._view.addItem(self._loop, ignoreBounds=True)
        stop = min(column + ink.shape[-1], self._sketch.columns)
        if column < stop:
            self._loop_ink[..., column:stop] = ink[..., : stop - column]
            self._loop.refresh(self._loop_ink, (column, stop))

    def colour_preview(self, settings: Settings) -> None:
        """Colour the preview like the active layer, which it will become."""
        if self._preview is not None:
            levels = self._preview_levels if settings.level_auto else None
            low, high = levels or (settings.level_low_db, settings.level_high_db)
            params = self._sketch.params
            self._preview.set_palette(map_palette(settings.colour_map, db_to_ink(low, params), db_to_ink(high, params)))
