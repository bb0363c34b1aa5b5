"""Selects the sounds of the active layer that resemble the selection, by a similarity that the user sets."""

from __future__ import annotations

from riffdesk.arrays import Array
from riffdesk.language import tr
from riffdesk.sketch.paint.effects.effect import Parameter, Values
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.similar import similar_sounds, similarity
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.regions.trial import Attempt, Computation

LEAST = Parameter(
    "least", tr("Similarity"), tr("Minimum similarity to the selection; 100% is the same shape"), 70, 5, 100, " %"
)


class SimilarSearch:
    """The search for one region. A thread compares it with the layer once; each number then selects at once.

    Parameters
    ----------
    region : Region
        The region to search for.
    """

    def __init__(self, canvas: SpectrogramCanvas, region: Region) -> None:
        self._canvas, self._region = canvas, region
        state = canvas.sketch.state
        self._tiles, self._seamless = canvas.sketch.active_layer.tiles, state.circular
        self._values: Values = {}
        self._scores: Array | None = None
        self.computation = Computation()
        """The comparison, for the dialog."""
        self.computation.computed.connect(self._on_computed)
        self.computation.busy = True
        self._attempt = Attempt(
            self.computation,
            lambda on_block: (
                similarity(self._tiles, region, seamless=self._seamless, on_block=on_block),
                region.bands,
            ),
        )

    def attempt(self, values: Values) -> None:
        """Select the matches for another similarity, as soon as the comparison is finished."""
        self._values = values
        if self._scores is not None and len(self._scores) == self._canvas.sketch.columns:
            least = LEAST.checked(values.get(LEAST.name, LEAST.default)) / 100
            self._canvas.select(similar_sounds(self._scores, self._region, least, seamless=self._seamless))

    def cancel(self) -> None:
        """End the comparison."""
        self._attempt.cancel()

    def _on_computed(self, _: Attempt, scores: Array, __: slice) -> None:
        self._scores, self.computation.busy = scores, False
        if self._values:
            self.attempt(self._values)
        self.computation.finished.emit()
