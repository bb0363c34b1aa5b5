"""The commands that change the selection itself, and those that make layers and documents of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from riffdesk.language import mark, tr
from riffdesk.sketch.paint import selection as cells
from riffdesk.sketch.paint.effects.effect import Parameter
from riffdesk.sketch.paint.excerpt import excerpt
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.state import State
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.regions.numbers import Numbers
from riffdesk.ui.canvas.regions.region_effects import RegionEffects
from riffdesk.ui.canvas.regions.similar_search import LEAST, SimilarSearch
from riffdesk.ui.window_parts import WindowParts

MISSED = tr("Only the selection is painted. Esc clears it.")
_HARMONICS = 64
_CELLS = Parameter(
    "cells", tr("Pixels"), tr("Distance in pixels of the picture: columns of 10 ms, and bands"), 4, 1, 100, " px"
)


class RegionEditing(QObject):
    """Changes the selection, and makes layers and documents of it."""

    def __init__(self, parts: WindowParts, canvas: SpectrogramCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._sketch, self._canvas, self._notice = parts.sketch, canvas, parts.notice
        self.numbers = Numbers(parts.settings, canvas)
        self.effects = RegionEffects(parts, canvas, self.numbers)
        canvas.missed.connect(lambda: self._notice.tell(MISSED))

    def reselect(self) -> None:
        """Restore the previous selection."""
        if not self._canvas.reselect():
            self._notice.tell(tr("There is no previous selection."))

    def invert(self) -> None:
        """Invert the selection; without one, select everything."""
        selection = self._canvas.selection
        everything = Region.everything(self._sketch)
        self._canvas.select(everything if selection is None else selection.inverted(self._sketch))

    def grow(self) -> None:
        """Ask for a distance, and grow the selection on each side."""
        self._change(mark("Grow selection"), lambda region, cells: region.grown(cells, self._sketch))

    def shrink(self) -> None:
        """Ask for a distance, and shrink the selection on each side."""
        self._change(mark("Shrink selection"), lambda region, cells: region.grown(-cells, self._sketch))

    def feather(self) -> None:
        """Ask for a distance, and soften the edges of the selection."""
        self._change(mark("Feather selection"), lambda region, cells: region.feathered(cells, self._sketch))

    def _change(self, title: str, change: Callable[[Region, int], Region | None]) -> None:
        before = self._canvas.selection
        if before is None:
            return

        def attempt(values: dict[str, float]) -> None:
            self._canvas.select(change(before, round(values["cells"])))

        if not self.numbers.ask(title, (_CELLS,), attempt):
            self._canvas.select(before.moved(0, 0, self._sketch))  # within the sketch, which may be another one now
        self._canvas.last_selection = before

    def select_harmonics(self) -> None:
        """Add the whole multiples of the selected frequencies to the selection."""
        if self._canvas.selection is not None:
            self._canvas.select(self._canvas.selection.harmonics(_HARMONICS, self._sketch))

    def select_similar(self) -> None:
        """Ask for a minimum similarity, and select all sounds of the layer that resemble the selection."""
        before = self._canvas.selection
        if before is None:
            return
        search = SimilarSearch(self._canvas, before)
        failures: list[Exception] = []
        search.computation.failed.connect(failures.append)
        if not self.numbers.ask(mark("Select similar"), (LEAST,), search.attempt, computation=search.computation):
            search.cancel()
            self._canvas.select(before.moved(0, 0, self._sketch))
            for failure in failures:
                self._notice.report(failure)
        self._canvas.last_selection = before

    def new_layer(self) -> None:
        """Add a layer with a copy of the selection."""
        if self._canvas.selection is not None:
            with self._notice.reporting_errors():
                cells.new_layer_of(self._sketch, self._canvas.selection)

    def excerpt(self) -> State | None:
        """Return the selected part of the layer as a document of its own; None without a selection."""
        if self._canvas.selection is None:
            return None
        self._sketch.settle()
        return excerpt(self._sketch.state, self._canvas.selection)
