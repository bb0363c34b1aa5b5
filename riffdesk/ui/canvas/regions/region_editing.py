"""The commands that change the selection itself, and those that make something new of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from riffdesk.sketch.paint import selection as cells
from riffdesk.sketch.paint.excerpt import excerpt
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.state import State
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.window_parts import WindowParts

MISSED = "Only the selection is painted. Esc clears it."
_HARMONICS = 64


class RegionEditing(QObject):
    """Changes the selection, and makes layers and documents of it."""

    def __init__(self, parts: WindowParts, canvas: SpectrogramCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._sketch, self._canvas, self._notice = parts.sketch, canvas, parts.notice
        canvas.missed.connect(lambda: self._notice.tell(MISSED))

    def reselect(self) -> None:
        """Select again what was selected before."""
        if not self._canvas.reselect():
            self._notice.tell("Nothing was selected before.")

    def invert(self) -> None:
        """Select what is not selected; everything, if nothing is."""
        selection = self._canvas.selection
        everything = Region.everything(self._sketch)
        self._canvas.select(everything if selection is None else selection.inverted(self._sketch))

    def select_harmonics(self) -> None:
        """Add the whole multiples of the selected frequencies to the selection."""
        if self._canvas.selection is not None:
            self._canvas.select(self._canvas.selection.harmonics(_HARMONICS, self._sketch))

    def new_layer(self) -> None:
        """Add a layer with what is selected."""
        if self._canvas.selection is not None:
            with self._notice.reporting_errors():
                cells.new_layer_of(self._sketch, self._canvas.selection)

    def excerpt(self) -> State | None:
        """Return what is selected of the layer as a document of its own; None without a selection."""
        if self._canvas.selection is None:
            return None
        self._sketch.settle()
        return excerpt(self._sketch.state, self._canvas.selection)
