"""The queue of saves, which run one at a time; each marks only the state that it saved as saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from riffdesk.language import tr
from riffdesk.sketch.history import Revision
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State
from riffdesk.ui.worker import Worker

if TYPE_CHECKING:
    from riffdesk.store.project.saving import SavedProject


class Moment:
    """A moment in a sketch's history, to find out whether the sketch has changed since.

    ``position`` is that of the history, for `Sketch.mark_saved`.
    """

    def __init__(self, sketch: Sketch) -> None:
        sketch.settle()
        self._sketch, self._history, self.position = sketch, sketch.history, sketch.history.position

    @property
    def same_sketch(self) -> bool:
        """Whether the same sketch is still open."""
        return self._history is self._sketch.history

    @property
    def is_now(self) -> bool:
        """Whether the sketch has not changed since."""
        self._sketch.settle()
        return self.same_sketch and self.position is self._sketch.history.position


@dataclass(frozen=True, eq=False)
class Save:
    """A request to save.

    Parameters
    ----------
    document : State
        The document at the time of the request.
    path : Path
    moment : Moment
        The moment of the request.
    then : callable
        Called after the save.
    compare : bool
        Whether the save fails if another program has changed the file.
    snapshots : tuple of State or None
        The states in the slots for snapshots at that time.
    revision : Revision, optional
        See `Snapshots.revision`.
    """

    document: State
    path: Path
    moment: Moment
    then: Callable[[], None]
    compare: bool
    snapshots: tuple[State | None, ...] = ()
    revision: Revision | None = None


class SaveQueue:
    """Submits saves to the worker, each after the one before it, whose stamp it needs.

    Parameters
    ----------
    worker : Worker
        The worker for files.
    on_saved, on_failed : callable
        Called with the `Save` and its result: a `SavedProject`, or the error.
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
        """Stamp of each project file when it was last opened or saved in this window."""

    def add(self, save: Save) -> None:
        """Save, after the saves that are waiting."""
        self._waiting.append(save)
        if len(self._waiting) == 1:
            self._begin(save)

    def _begin(self, save: Save) -> None:
        from riffdesk.store.project.saving import SaveRequest, save_project

        stamp = self.stamps.get(save.path) if save.compare else None
        request = SaveRequest(save.document, save.path, stamp, save.snapshots)
        done, failed = partial(self._done, save), partial(self._failed, save)
        self._worker.write(save_project, request, tr("Saving {name}", name=save.path.name), done, failed)

    def _done(self, save: Save, saved: SavedProject) -> None:
        self.stamps[save.path] = saved.stamp
        self._begin_next()
        self._on_saved(save, saved)

    def _failed(self, save: Save, error: Exception) -> None:
        self._begin_next()
        self._on_failed(save, error)

    def _begin_next(self) -> None:
        self._waiting.pop(0)
        if self._waiting:
            self._begin(self._waiting[0])
