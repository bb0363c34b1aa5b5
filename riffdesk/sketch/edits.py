"""What changes a sketch: an edit of ink in the making, and the steps that undo takes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.history import InkBackup, Patch
from riffdesk.sketch.ranges import Columns
from riffdesk.sketch.state import Array, Layer, State

if TYPE_CHECKING:
    from riffdesk.sketch.sketch import Sketch


@dataclass(frozen=True)
class Change:
    """What has just changed.

    That is ``ink`` (of a layer, in columns), ``sound`` (of a layer), ``mask`` (in columns), ``state``, or
    ``document``.
    """

    what: str
    layer_id: str | None = None
    columns: Columns | None = None


class InkEdit:
    """A change of one layer's ink in the making: write, then commit or abort.

    The sketch commits it by itself when anything else is done meanwhile, so that no stroke is lost
    and no history is out of order; what is written after that goes nowhere.
    """

    def __init__(self, sketch: Sketch, layer: Layer, name: str) -> None:
        self._sketch, self._layer, self._name = sketch, layer, name
        self._backup = InkBackup(layer.ink)
        self.open = True
        self._told = False

    @property
    def ink(self) -> Array:
        """The layer's ink, to be written into after `touch`."""
        return self._layer.ink

    @property
    def params(self) -> SpectrogramParams:
        """How the ink is spaced."""
        return self._sketch.params

    def touch(self, start: int, stop: int) -> None:
        """Save columns ``[start, stop)`` before they are written to."""
        self._backup.save(start, stop)

    def before(self, start: int, stop: int) -> Array:
        """Return what touched columns were when the stroke began."""
        return self._backup.read(start, stop)

    def written(self, start: int, stop: int) -> None:
        """Tell that columns look different, and no longer sound as they look."""
        self._told = True
        self._sketch.ink_changed(self._layer.id, (start, stop))

    def restore(self) -> None:
        """Put the ink back to the beginning of the stroke, which goes on."""
        columns = self._backup.restore()
        if columns:
            self.written(*columns)

    def abort(self) -> None:
        """End the stroke as if it had never begun."""
        if self.open:
            self.restore()
            self.open = False

    def commit(self) -> Columns | None:
        """End the stroke as one undo step; return the columns that changed, None if nothing did."""
        if not self.open:
            return None
        self.open = False
        patches = self._backup.patches()
        if not patches:
            return None
        step = InkStep(self._sketch, self._layer.id, self._name, patches)
        self._sketch.history.push(step)
        if not self._told:
            self.written(*step.columns)
        self._sketch.tell(Change("state"))
        return step.columns


class StateStep:
    """A change of anything but ink."""

    size = 1_000

    def __init__(self, sketch: Sketch, name: str, merge: str | None, before: State, after: State) -> None:
        self.name, self.merge, self.before, self.after = name, merge, before, after
        self._sketch = sketch

    def undo(self) -> None:
        """Bring back what was before."""
        self._sketch.become(self.before)

    def redo(self) -> None:
        """Bring back what was after."""
        self._sketch.become(self.after)


class InkStep:
    """A stroke."""

    def __init__(self, sketch: Sketch, layer_id: str, name: str, patches: list[Patch]) -> None:
        self._sketch, self._layer_id, self.name, self._patches = sketch, layer_id, name, patches
        self.columns = (min(patch.columns[0] for patch in patches), max(patch.columns[1] for patch in patches))

    @property
    def size(self) -> int:
        """Bytes held in memory."""
        return sum(patch.size for patch in self._patches)

    def undo(self) -> None:
        """Swap every patch with the canvas; redo is the same."""
        for patch in self._patches:
            patch.swap()
        self._sketch.ink_changed(self._layer_id, self.columns)

    redo = undo
