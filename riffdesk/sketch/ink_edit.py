"""A stroke in progress: changes of the ink of a layer, or of the mask, that become one undo step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from riffdesk.arrays import Array
from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Columns


class EditableDocument(Protocol):
    """The part of `riffdesk.sketch.sketch.Sketch` that a stroke uses."""

    @property
    def state(self) -> State:
        """The present document."""

    def update(self, state: State) -> None:
        """Replace the document without an undo step."""

    def take_step(self, name: str, state: State, merge: str | None = None, *, before: State | None = None) -> object:
        """Replace the document as one undo step."""


class Weights(Protocol):
    """Where a stroke may paint; `riffdesk.sketch.paint.region.Region` is one."""

    def weights(self, start: int, stop: int, bands: slice) -> Array:
        """Return how much of a stroke is painted in each cell, 0 to 1: float32 ``[bands, columns]``."""


_ALL = slice(None)


class InkEdit:
    """A stroke in progress: read, write, then commit or abort. Made by `Sketch.begin_stroke`.

    The sketch settles the stroke before any other change, so that no stroke is lost and the history is in order.
    Writes to a committed stroke are ignored.

    Parameters
    ----------
    layer_id : str or None
        The layer; None for the mask.
    within : Weights, optional
        Weights of the cells that may change. Reads and writes ignore it; the document has the original ink and the
        stroke's ink mixed by these weights.
    """

    def __init__(
        self, sketch: EditableDocument, layer_id: str | None, name: str, within: Weights | None = None
    ) -> None:
        self._sketch, self._layer_id, self._name, self._within = sketch, layer_id, name, within
        self.before_state = sketch.state
        """The document without the stroke."""
        self.open = True
        self.tentative = False
        """Whether any other change of the sketch aborts it, because the user has not confirmed it."""
        self._collecting = False
        self._collected: Ink | None = None  # changes that `together` has not published yet
        self._restored = False  # whether they start from the original ink
        self.scale = BandScale(self.params)
        """The axis on which it is drawn; round tips are round on it."""
        self.missed = within is not None
        """Whether nothing was written where the stroke may paint."""
        self._coverage = Ink.silent(self.shape[-2:-1], self.shape[-1])
        self._unlimited = self._original_ink  # the ink as it would be without `within`

    @property
    def params(self) -> SpectrogramParams:
        """Bands and time grid of the ink."""
        return self._sketch.state.params

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the ink: ``([2,] bands, columns)``."""
        return self._original_ink.shape

    @property
    def original(self) -> Ink:
        """The ink at the beginning of the stroke."""
        return self._original_ink

    @property
    def changed(self) -> Columns | None:
        """Columns from the first that the stroke has changed to before the last; None if there is none."""
        return self._ink.hull_of_differences(self._original_ink)

    @property
    def limited(self) -> bool:
        """Whether only some cells may be painted."""
        return self._within is not None

    @property
    def span(self) -> Columns:
        """Columns that can be painted, from the first to before the last."""
        return 0, self.shape[-1]

    @contextmanager
    def together(self) -> Iterator[None]:
        """Collect writes: listeners of the sketch get one event at the end."""
        if self._collecting:
            yield
            return
        self._collecting = True
        try:
            yield
        finally:
            self._collecting, ink, self._collected = False, self._collected, None
            if ink is not None:
                self._put(ink)

    def read(self, start: int, stop: int, bands: slice = _ALL) -> Array:
        """Return the present ink of columns ``[start, stop)`` in the given bands, read-only."""
        return self.read_from(self._ink if self._within is None else self._unlimited, start, stop, bands)

    def read_original(self, start: int, stop: int, bands: slice = _ALL) -> Array:
        """Return the ink of columns ``[start, stop)`` at the beginning of the stroke, read-only."""
        return self.read_from(self._original_ink, start, stop, bands)

    def read_from(self, ink: Ink, start: int, stop: int, bands: slice = _ALL) -> Array:
        """Return columns ``[start, stop)`` of other ink in the given bands, read-only; silence beyond its ends."""
        return ink.read(start, stop, bands)

    def write(self, start: int, ink: ArrayLike, bands: slice = _ALL, combine: np.ufunc | None = None) -> None:
        """Replace the ink from column ``start`` on, in the given bands; the sketch notifies its listeners.

        Parameters
        ----------
        start : int
        ink : array_like ``[bands, columns]``
        bands : slice
        combine : ufunc, optional
            Computes the new ink from the present ink and ``ink``, such as `numpy.maximum`.
        """
        if not self.open:
            return
        current = self._ink
        if self._within is None:
            new = current.replaced(start, ink, rows=bands, combine=combine)
        else:
            new = self._mixed_within(self._within, start, np.asarray(ink, np.float32), bands, combine)
        if new is current:
            return
        if self._collecting:
            self._collected = new
        else:
            self._put(new)

    def _put(self, ink: Ink) -> None:
        """Replace the ink in the sketch."""
        state, restored, self._restored = self._sketch.state, self._restored, False
        if self._layer_id is None:
            self._sketch.update(replace(state, mask=ink))
            return
        layer = state.layer(self._layer_id)
        if restored:
            original = self.before_state.layer(self._layer_id)
            layer = replace(layer, tiles=original.tiles, sound=original.sound)
        self._sketch.update(state.with_layer(layer.painted(ink)))

    def _mixed_within(self, within: Weights, start: int, ink: Array, bands: slice, combine: np.ufunc | None) -> Ink:
        """Return the document's ink after a write to the stroke's ink, mixed by the weights."""
        self._unlimited = self._unlimited.replaced(start, ink, rows=bands, combine=combine)
        first, last = max(0, start), min(self.shape[-1], start + ink.shape[-1])
        low, high, _ = bands.indices(self.shape[-2])
        if first >= last:
            return self._ink
        rows = slice(low, high)
        weights = within.weights(first, last, rows)
        self.missed &= not weights.any()
        before, after = self.read_original(first, last, rows), self._unlimited.read(first, last, rows)
        # Exact where a weight is 0 or 1.
        mixed = np.where(weights < 1, before + weights * (after - before), after)
        return self._ink.replaced(first, mixed, rows=rows)

    def set_ink(self, ink: Ink) -> None:
        """Replace all changes of the stroke by other ink, made from `original`; ignores `within`."""
        if not self.open or ink is self._ink:
            return
        if self._layer_id is None:
            self._sketch.update(replace(self._sketch.state, mask=ink))
            return
        before, layer = (state.layer(self._layer_id) for state in (self.before_state, self._sketch.state))
        painted = before.painted(ink)
        self._sketch.update(self._sketch.state.with_layer(replace(layer, tiles=ink, sound=painted.sound)))

    def cover(self, start: int, coverage: Array, bands: slice) -> Array:
        """Add the coverage of one mark to the stroke; return the stroke's coverage of the same cells.

        Parameters
        ----------
        coverage : float32 ``[bands, columns]``
            Coverage of the mark, 0 to 1.
        bands : slice
            Its bands.

        Returns
        -------
        float32 ``[bands, columns]``
            Maximum over all marks of this stroke.
        """
        earlier = self._coverage.read(start, start + coverage.shape[-1], bands)
        covered = np.maximum(earlier, coverage)
        self._coverage = self._coverage.replaced(start, covered, rows=bands)
        return covered

    def restore(self) -> None:
        """Restore the ink of the beginning of the stroke, which stays open."""
        self._coverage = Ink.silent(self.shape[-2:-1], self.shape[-1])
        self._unlimited = self._original_ink
        if self._collecting:
            self._restored = self._sketch.state is not self.before_state
            self._collected = self._original_ink if self._restored else None
            return
        if self.open and self._sketch.state is not self.before_state:
            if self._layer_id is None:
                self._sketch.update(replace(self._sketch.state, mask=self.before_state.mask))
            else:
                original, layer = (state.layer(self._layer_id) for state in (self.before_state, self._sketch.state))
                self._sketch.update(
                    self._sketch.state.with_layer(replace(layer, tiles=original.tiles, sound=original.sound))
                )

    def abort(self) -> None:
        """Restore the ink and end the stroke without an undo step."""
        self.restore()
        self.open = False

    def settle(self) -> None:
        """End the stroke before another change of the sketch: commit it, or abort it if it is `tentative`."""
        if self.tentative:
            self.abort()
        else:
            self.commit()

    def commit(self) -> Columns | None:
        """End the stroke as one undo step; return the columns that changed, None if nothing did."""
        if not self.open:
            return None
        self.open = False
        columns = self.changed
        if columns is not None:
            self._sketch.take_step(self._name, self._sketch.state, before=self.before_state)
        return columns

    @property
    def _original_ink(self) -> Ink:
        return self._ink_in(self.before_state)

    @property
    def _ink(self) -> Ink:
        return self._ink_in(self._sketch.state) if self._collected is None else self._collected

    def _ink_in(self, state: State) -> Ink:
        if self._layer_id is not None:
            return state.layer(self._layer_id).tiles
        return Ink.silent((state.params.bands,), state.columns) if state.mask is None else state.mask


class LoopedEdit(InkEdit):
    """A stroke on a seamless loop: columns after the end are those of the beginning, and the other way round."""

    @property
    def span(self) -> Columns:
        """One loop before the first column to one after the last: a longer mark paints nothing new."""
        return -self.shape[-1], 2 * self.shape[-1]

    def read_from(self, ink: Ink, start: int, stop: int, bands: slice = _ALL) -> Array:
        """Return columns ``[start, stop)`` of some ink as long as the loop, repeated, read-only."""
        length = self.shape[-1]
        turns = list(self._turns(start, stop))
        parts = [ink.read(first % length, first % length + last - first, bands) for first, last in turns]
        if len(parts) == 1:
            return parts[0]
        joined = np.concatenate(parts, axis=-1) if parts else ink.read(0, 0, bands)
        joined.flags.writeable = False
        return joined

    def write(self, start: int, ink: ArrayLike, bands: slice = _ALL, combine: np.ufunc | None = None) -> None:
        """Replace the ink from a column of the repeated loop on."""
        values = np.asarray(ink, np.float32)
        with self.together():
            for first, last in self._turns(start, start + values.shape[-1]):
                part = values[..., first - start : last - start]
                super().write(first % self.shape[-1], part, bands, combine)

    def cover(self, start: int, coverage: Array, bands: slice) -> Array:
        """Add the coverage of one mark to the stroke; return the stroke's coverage of the same cells."""
        parts = [
            super(LoopedEdit, self).cover(first % self.shape[-1], coverage[:, first - start : last - start], bands)
            for first, last in self._turns(start, start + coverage.shape[-1])
        ]
        return parts[0] if len(parts) == 1 else np.concatenate(parts, axis=-1)

    def _turns(self, start: int, stop: int) -> Iterator[Columns]:
        """Yield the parts of a range of columns that lie in one turn of the loop each."""
        while start < stop:
            end = min(stop, (start // self.shape[-1] + 1) * self.shape[-1])
            yield start, end
            start = end
