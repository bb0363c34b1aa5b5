"""What is known of a riff while it is made: its windows, and how far each is; knows no Qt."""

from __future__ import annotations

from riffdesk.engine.events import Plan, Section, Working

WAITING, WORKING, READY = "waiting", "working", "ready"


class RenderProgress:
    """One riff on its way."""

    def __init__(self) -> None:
        self.windows: tuple[tuple[float, float], ...] = ()
        self._ready: set[int] = set()
        self._working: Working | None = None

    def take(self, partial: object) -> None:
        """Take note of what a render tells."""
        match partial:
            case Plan(windows=windows):
                self.windows = windows
            case Working():
                self._working = partial
            case Section(first=first, stop=stop):
                self._ready.update(range(first, stop))
                self._working = None

    def state(self, window: int) -> str:
        """Return whether a window is waiting, being worked on, or ready."""
        if window in self._ready:
            return READY
        here = self._working
        return WORKING if here is not None and here.first <= window < here.stop else WAITING

    @property
    def step(self) -> tuple[int, int] | None:
        """At which step of how many the windows are that are being worked on."""
        return None if self._working is None else (self._working.step, self._working.steps)

    def told(self) -> str:
        """Return how far it is, in words; the user knows windows as parts of the riff."""
        words, count, here = [], len(self.windows), self._working
        if count > 1 and here is not None:
            several = here.stop - here.first > 1
            which = f"Parts {here.first + 1} to {here.stop}" if several else f"Part {here.stop}"
            words.append(f"{which} of {count}")
        elif count > 1:
            words.append(f"{len(self._ready)} of {count} parts ready")
        if self.step is not None:
            words.append("step {} of {}".format(*self.step))
        return " · ".join(words)
