"""The selections before and after the steps of the history that have moved the selection."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from riffdesk.sketch.history import Step
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sketch import Sketch


class StepSelections:
    """Stores the selections of steps, and restores them at undo and redo.

    Parameters
    ----------
    sketch : Sketch
    """

    def __init__(self, sketch: Sketch) -> None:
        self._sketch, self._last = sketch, sketch.history.step
        self._of: WeakKeyDictionary[Step, tuple[Region | None, Region | None]] = WeakKeyDictionary()

    def record(self, before: Region | None, after: Region | None) -> None:
        """Remember the selections before and after the present step."""
        self._of[self._sketch.history.step] = before, after

    def after_step(self, selection: Region | None) -> Region | None:
        """Return the selection after undo or redo.

        A selection that differs from that of the step stays.
        """
        history, last = self._sketch.history, self._last
        self._last = now = history.step
        low, high = sorted((last.number, now.number))
        steps = [step for step in history.steps if low < step.number <= high and step in self._of]
        for step in reversed(steps) if now.number < last.number else steps:
            before, after = self._of[step]
            found, left = (after, before) if now.number < last.number else (before, after)
            selection = left if selection == found else selection
        return selection
