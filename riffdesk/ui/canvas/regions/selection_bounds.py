"""The bounds of the selection as numbers that can be typed: from and to in beats, lowest and highest frequency."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from riffdesk.sketch.paint.modifiers import Grid
from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.tool_panel import ToolPanel
from riffdesk.ui.fields import DecimalField, decimal_field

_MOST_BEATS = 4_000.0
_TIME, _BAND = "Beats from the beginning of the sketch to an end of the selection", "A bound of the selection in Hz"


class SelectionBounds(QObject):
    """Two rows of the panel of the select tool; they are for rectangles, as other shapes have no such bounds.

    Parameters
    ----------
    canvas : SpectrogramCanvas
    panel : ToolPanel
    """

    def __init__(self, canvas: SpectrogramCanvas, panel: ToolPanel) -> None:
        super().__init__(panel)
        self._canvas = canvas
        self._from = decimal_field("selectionFrom", "Selection from", 0, _MOST_BEATS, 3, 1, suffix=" beats", tip=_TIME)
        self._to = decimal_field("selectionTo", "Selection to", 0, _MOST_BEATS, 3, 1, suffix=" beats", tip=_TIME)
        self._low = decimal_field("selectionLow", "Lowest frequency", 0, 24_000, 1, 10, suffix=" Hz", tip=_BAND)
        self._high = decimal_field("selectionHigh", "Highest frequency", 0, 24_000, 1, 10, suffix=" Hz", tip=_BAND)
        self._fields = self._from, self._to, self._low, self._high
        panel.add_row("toolSelect", "Time", _pair(self._from, self._to))
        panel.add_row("toolSelect", "Pitch", _pair(self._low, self._high))
        for field in self._fields:
            field.setKeyboardTracking(False)  # a number counts when it is whole
            field.valueChanged.connect(lambda _: self._apply())
        canvas.selected.connect(self.show_selection)
        self.show_selection()

    def show_selection(self) -> None:
        """Show the bounds of the selection; without a rectangle they cannot be typed."""
        selection = self._canvas.selection
        rectangle = selection is not None and selection.mask is None
        for field in self._fields:
            field.setEnabled(rectangle)
        if selection is not None:
            low, high = self._canvas.sketch.params.hertz_of([selection.low - 0.5, selection.high - 0.5]).tolist()
            values = (selection.start / self._beat, selection.stop / self._beat, max(low, 0.0), high)
            for field, value in zip(self._fields, values, strict=True):
                field.blockSignals(True)
                field.setValue(value)
                field.blockSignals(False)

    @property
    def _beat(self) -> float:
        """Columns of a beat."""
        return Grid.of(self._canvas.sketch.state, "beat").step

    def _apply(self) -> None:
        """Select what was typed; what encloses nothing is as it was."""
        selection, sketch = self._canvas.selection, self._canvas.sketch
        if selection is None or selection.mask is not None:
            return
        start, stop = (field.value() * self._beat - 0.5 for field in (self._from, self._to))
        low, high = sketch.params.band_of([self._low.value(), self._high.value()]).tolist()
        region = Region.between(sketch, (start, low), (stop, high))
        if region is not None and region != selection:
            self._canvas.select(region)
        else:
            self.show_selection()


def _pair(first: DecimalField, second: DecimalField) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    for widget, stretch in ((first, 1), (QLabel("to"), 0), (second, 1)):
        row.addWidget(widget, stretch)
    return pair
