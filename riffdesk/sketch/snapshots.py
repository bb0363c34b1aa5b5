"""Snapshots: eight slots for states of a sketch, which are switched at once and compared at the same loudness."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from riffdesk.language import tr
from riffdesk.sketch.events import DocumentOpened, HistoryChanged
from riffdesk.sketch.history import Revision
from riffdesk.sketch.length import with_sound_of
from riffdesk.sketch.mixer import loudness_of_mix
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State

SLOTS = 8
_MERGE = "snapshot"


class Snapshots:
    """The slots of a sketch. They hold states, which share equal tiles, and are saved with the sketch.

    Parameters
    ----------
    sketch : Sketch
    """

    def __init__(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self._states: list[State | None] = [None] * SLOTS
        self._loudness: dict[int, float] = {}  # loudness of slots, cached
        self.current: int | None = None
        """The slot whose state the sketch has, until it is changed."""
        self.on_change: Callable[[], object] = lambda: None
        self.revision = Revision()
        """Identifies the contents of the slots."""
        self._switching, self._position = False, sketch.history.position
        sketch.subscribe(lambda _: self.restore(()), DocumentOpened)
        sketch.subscribe(self._on_history, HistoryChanged)

    @property
    def states(self) -> tuple[State | None, ...]:
        """The state in each slot; an empty tuple if all are empty."""
        return tuple(self._states) if any(self._states) else ()

    def restore(self, states: Sequence[State | None]) -> None:
        """Fill the slots with saved states, and clear the others."""
        self._states = [*states, *[None] * SLOTS][:SLOTS]
        self._loudness.clear()
        self.current, self.revision = None, Revision()
        self.on_change()

    def holds(self, slot: int) -> bool:
        """Return whether a slot, from 0, holds a state."""
        return self._states[slot] is not None

    def store(self, slot: int) -> None:
        """Store the present state in a slot, in place of its former one."""
        self._sketch.settle()
        self._states[slot] = self._sketch.state
        self._loudness.pop(slot, None)
        self._mark_unsaved()
        self._follow(slot)

    def recall(self, slot: int) -> None:
        """Set the sketch to the state of a slot; consecutive switches are one undo step."""
        held = self._states[slot]
        if held is None:
            return
        self._sketch.settle()
        state = with_sound_of(held, self._sketch.state)
        self._states[slot] = state
        self._switching = True
        try:
            if state is not self._sketch.state:
                self._sketch.take_step(tr("Snapshot"), state, _MERGE)
        finally:
            self._switching = False
        self._follow(slot)

    def clear(self) -> None:
        """Empty all slots."""
        if any(self._states):
            self.restore(())
            self._mark_unsaved()

    @property
    def match_db(self) -> float:
        """Gain in dB with which the current slot is as loud as the quietest one; 0 without a current slot."""
        if self.current is None or not math.isfinite(self._loudness_of(self.current)):
            return 0.0
        held = [self._loudness_of(slot) for slot in range(SLOTS) if self.holds(slot)]
        return min(filter(math.isfinite, held)) - self._loudness_of(self.current)

    def _loudness_of(self, slot: int) -> float:
        """Return the loudness of a slot, which takes long for a long sketch."""
        state = self._states[slot]
        if slot not in self._loudness and state is not None:
            self._loudness[slot] = loudness_of_mix(state)
        return self._loudness.get(slot, -math.inf)

    def _follow(self, slot: int) -> None:
        """Record that the sketch has the state of a slot."""
        self.current, self._position = slot, self._sketch.history.position
        self.on_change()

    def _mark_unsaved(self) -> None:
        """Record that the contents of the slots are not on disk."""
        self.revision = Revision()
        self._sketch.mark_saved(Revision())  # that of no step

    def _on_history(self, _: HistoryChanged) -> None:
        is_changed = self._sketch.history.position is not self._position
        if is_changed and not self._switching and self.current is not None:
            self.current = None
            self.on_change()
