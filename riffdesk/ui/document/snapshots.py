"""Snapshots: eight slots for states of a sketch, which are switched at once and compared at the same loudness."""

from __future__ import annotations

import math
from collections.abc import Callable

from riffdesk.sketch.events import DocumentOpened, HistoryChanged
from riffdesk.sketch.length import with_sound_of
from riffdesk.sketch.mixer import loudness_of_mix
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State

SLOTS = 8
_MERGE = "snapshot"


class Snapshots:
    """The slots of a sketch. They hold states, which share what is equal, and are empty in a sketch that is opened.

    Parameters
    ----------
    sketch : Sketch
    """

    def __init__(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self._states: list[State | None] = [None] * SLOTS
        self._loudness: list[float] = [0.0] * SLOTS
        self.current: int | None = None
        """The slot whose state the sketch has, until it is changed."""
        self.on_change: Callable[[], object] = lambda: None
        self._switching = False
        sketch.subscribe(lambda _: self.clear(), DocumentOpened)
        sketch.subscribe(self._on_history, HistoryChanged)

    def holds(self, slot: int) -> bool:
        """Return whether a slot, from 0, holds a state."""
        return self._states[slot] is not None

    def store(self, slot: int) -> None:
        """Hold the present state in a slot, in place of what it held."""
        self._sketch.settle()
        self._states[slot] = self._sketch.state
        self._loudness[slot] = loudness_of_mix(self._sketch.state)
        self.current = slot
        self.on_change()

    def recall(self, slot: int) -> None:
        """Give the sketch the state of a slot; switching to and fro is one undo step."""
        held = self._states[slot]
        if held is None:
            return
        self._sketch.settle()
        state = with_sound_of(held, self._sketch.state)
        self._states[slot] = state
        self._switching = True
        try:
            if state is not self._sketch.state:
                self._sketch.take_step("Snapshot", state, _MERGE)
        finally:
            self._switching = False
        self.current = slot
        self.on_change()

    def clear(self) -> None:
        """Empty all slots."""
        self._states, self.current = [None] * SLOTS, None
        self.on_change()

    @property
    def match_db(self) -> float:
        """Gain in dB with which the current slot is as loud as the quietest one; 0 without a current slot."""
        held = [self._loudness[slot] for slot in range(SLOTS) if self.holds(slot)]
        heard = [loudness for loudness in held if math.isfinite(loudness)]
        if self.current is None or not math.isfinite(self._loudness[self.current]):
            return 0.0
        return min(heard) - self._loudness[self.current]

    def _on_history(self, _: HistoryChanged) -> None:
        if not self._switching and self.current is not None:
            self.current = None
            self.on_change()
