"""Saves of the sketch on their way: one at a time, each marks as saved what it saved and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State
from riffdesk.store.project.saving import SavedProject, SaveRequest, save_project
from riffdesk.ui.worker import Worker


class Moment:
    """The sketch at one moment: tells whether it has changed since, and which of its revisions a save has saved."""

    def __init__(self, sketch: Sketch) -> None:
        sketch.settle()
        self._sketch, self._history, self.position = sketch, sketch.history, sketch.history.position

    @property
    def same_sketch(self) -> bool:
        """Whether no other sketch has been opened since."""
        return self._history is self._sketch.history

    @property
    def is_now(self) -> bool:
        """Whether nothing has changed since."""
        self._sketch.settle()
        return self.same_sketch and self.position is self._sketch.history.position


@dataclass(frozen=True, eq=False)
class Save:
    """A save on its way.

    Parameters
    ----------
    document : State
        As it was when the user asked.
    path : Path
    moment : Moment
        When that was.
    then : callable
        Called when it is done.
    compare : bool
        Whether another's save is not to be replaced.
    """

    document: State
    path: Path
    moment: Moment
    then: Callable[[], None]
    compare: bool


class SaveQueue:
    """Carries saves to the worker, each with what the one before it has written.

    Parameters
    ----------
    worker : Worker
        For files.
    on_saved, on_failed : callable
        Called with the `Save` and what came of it: a `SavedProject`, or the error.
    """

    def __init__(
        self,
        worker: Worker,
        on_saved: Callable[[Save, SavedProject], None],
        on_failed: Callable[[Save, Exception], None],
    ) -> None:
        self._worker, self._on_saved, self._on_failed = worker, on_saved, on_failed
        self._waiting: list[Save] = []
        self.stamps: dict[Path, str] = {}
        """What is known to be in each project file that was opened or saved here."""

    def add(self, save: Save) -> None:
        """Save as soon as the saves before are done."""
        self._waiting.append(save)
        if len(self._waiting) == 1:
            self._begin(save)

    def _begin(self, save: Save) -> None:
        request = SaveRequest(save.document, save.path, self.stamps.get(save.path) if save.compare else None)
        done, failed = partial(self._done, save), partial(self._failed, save)
        self._worker.submit(save_project, request, f"Saving {save.path.name}", done, failed)

    def _done(self, save: Save, saved: SavedProject) -> None:
        self.stamps[save.path] = saved.stamp
        self._go_on()
        self._on_saved(save, saved)

    def _failed(self, save: Save, error: Exception) -> None:
        self._go_on()
        self._on_failed(save, error)

    def _go_on(self) -> None:
        self._waiting.pop(0)
        if self._waiting:
            self._begin(self._waiting[0])
