"""A stroke in the making: a change of ink, of a layer or of the mask, that becomes one undo step."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Columns, hull
from riffdesk.sketch.tiles.tile import Array


class Changing(Protocol):
    """What a change of ink needs of the sketch that it is made in; `riffdesk.sketch.sketch.Sketch` is one."""

    @property
    def state(self) -> State:
        """The document as it is now."""

    def update(self, state: State) -> None:
        """Become another document, with no undo step."""

    def take_step(self, name: str, state: State, merge: str | None = None, *, before: State | None = None) -> object:
        """Become another document as one undo step."""


_ALL = slice(None)


class InkEdit:
    """A change of ink in the making: read, write, then commit or abort. Made by `Sketch.begin_stroke`.

    The sketch commits it by itself when anything else is done meanwhile, so that no stroke is lost and no history
    is out of order; what is written after that goes nowhere.

    Parameters
    ----------
    layer_id : str or None
        The layer; None for the mask.
    """

    def __init__(self, sketch: Changing, layer_id: str | None, name: str) -> None:
        self._sketch, self._layer_id, self._name = sketch, layer_id, name
        self.before_state = sketch.state
        """The document without the stroke."""
        self.open = True
        self._coverage = Ink.silent(self.shape[-2:-1], self.shape[-1])

    @property
    def params(self) -> SpectrogramParams:
        """How the ink is spaced."""
        return self._sketch.state.params

    @property
    def shape(self) -> tuple[int, ...]:
        """Of the ink: ``([2,] bands, columns)``."""
        return self._before.shape

    def read(self, start: int, stop: int, bands: slice = _ALL) -> Array:
        """Return the ink of columns ``[start, stop)`` as it is now, all bands of it or some, read-only."""
        return self._now.read(start, stop, bands)

    def before(self, start: int, stop: int, bands: slice = _ALL) -> Array:
        """Return the ink of columns ``[start, stop)`` as it was when the stroke began, read-only."""
        return self._before.read(start, stop, bands)

    def write(self, start: int, ink: ArrayLike, bands: slice = _ALL) -> None:
        """Put ink in place of what is there from a column on, in all bands or some; the sketch tells of it."""
        if not self.open:
            return
        state, now = self._sketch.state, self._now
        new = now.replaced(start, ink, rows=bands)
        if new is now:
            return
        if self._layer_id is None:
            self._sketch.update(replace(state, mask=new))
        else:
            self._sketch.update(state.with_layer(state.layer(self._layer_id).painted(new)))

    def cover(self, start: int, coverage: Array, bands: slice) -> Array:
        """Return how much the stroke has covered each cell from a column on, with what it covers now.

        Parameters
        ----------
        coverage : float32 ``[bands, columns]``
            0 to 1, as of the mark that is made now.
        bands : slice
            The bands that it is of.

        Returns
        -------
        float32 ``[bands, columns]``
            The most that any mark of this stroke has covered.
        """
        there = self._coverage.read(start, start + coverage.shape[-1], bands)
        now = np.maximum(there, coverage)
        self._coverage = self._coverage.replaced(start, now, rows=bands)
        return now

    def restore(self) -> None:
        """Put the ink back to the beginning of the stroke, which goes on."""
        self._coverage = Ink.silent(self.shape[-2:-1], self.shape[-1])
        if self.open and self._sketch.state is not self.before_state:
            if self._layer_id is None:
                self._sketch.update(replace(self._sketch.state, mask=self.before_state.mask))
            else:
                there, now = (state.layer(self._layer_id) for state in (self.before_state, self._sketch.state))
                self._sketch.update(self._sketch.state.with_layer(replace(now, tiles=there.tiles, sound=there.sound)))

    def abort(self) -> None:
        """End the stroke as if it had never begun."""
        self.restore()
        self.open = False

    def commit(self) -> Columns | None:
        """End the stroke as one undo step; return the columns that changed, None if nothing did."""
        if not self.open:
            return None
        self.open = False
        columns = hull(self._now.differences(self._before))
        if columns is not None:
            self._sketch.take_step(self._name, self._sketch.state, before=self.before_state)
        return columns

    @property
    def _before(self) -> Ink:
        return self._ink_in(self.before_state)

    @property
    def _now(self) -> Ink:
        return self._ink_in(self._sketch.state)

    def _ink_in(self, state: State) -> Ink:
        if self._layer_id is not None:
            return state.layer(self._layer_id).tiles
        return Ink.silent((state.params.bands,), state.columns) if state.mask is None else state.mask
