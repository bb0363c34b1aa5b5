"""The progress of a render: its windows and the state of each; independent of Qt."""

from __future__ import annotations

from riffdesk.engine.events import Plan, Section, Working
from riffdesk.language import tr

WAITING, WORKING, READY = "waiting", "working", "ready"


class RenderProgress:
    """Progress of one riff.

    ``windows`` holds the start and end of each window in seconds.
    """

    def __init__(self) -> None:
        self.windows: tuple[tuple[float, float], ...] = ()
        self._ready: set[int] = set()
        self._working: Working | None = None

    def update(self, partial: object) -> None:
        """Update the progress from an event of the render."""
        match partial:
            case Plan(windows=windows):
                self.windows = windows
            case Working():
                self._working = partial
            case Section(first=first, stop=stop):
                self._ready.update(range(first, stop))
                self._working = None

    def state(self, window: int) -> str:
        """Return the state of a window: WAITING, WORKING or READY."""
        if window in self._ready:
            return READY
        working = self._working
        return WORKING if working is not None and working.first <= window < working.stop else WAITING

    @property
    def step(self) -> tuple[int, int] | None:
        """Step of the windows in state WORKING, and the number of steps; None if there are none."""
        return None if self._working is None else (self._working.step, self._working.steps)

    def text(self) -> str:
        """Return the progress as text, in which windows are called parts."""
        words, count, working = [], len(self.windows), self._working
        if count > 1 and working is not None:
            first, last = working.first + 1, working.stop
            words.append(
                tr("Parts {first} to {last} of {count}", first=first, last=last, count=count)
                if last > first
                else tr("Part {number} of {count}", number=last, count=count)
            )
        elif count > 1:
            words.append(tr("{done} of {count} parts ready", done=len(self._ready), count=count))
        if self.step is not None:
            step, steps = self.step
            words.append(tr("step {number} of {count}", number=step, count=steps))
        return " · ".join(words)
