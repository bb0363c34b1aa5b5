"""Riffs on their way from the engine to the sketch: each section becomes ink and sound as soon as it is ready.

What the engine tells of a riff goes to three places: its windows' states to the timeline, its previews to the canvas,
and its sections into the layer, from which the player has them at once. A section that comes while a stroke is painted
waits for the pen to lift. When the riff is there nothing is left to do but to say so.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial

from PySide6.QtCore import QObject, QTimer, Signal

from riffdesk.engine.events import Plan, Preview, Section, Working
from riffdesk.engine.recovery.unfinished_riffs import folder_of
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.streaming import render_streamed
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from riffdesk.sketch.events import DocumentOpened, HistoryChanged
from riffdesk.sketch.history import History
from riffdesk.sketch.incoming_sections import IncomingSections, PartialRiff
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.render_progress import RenderProgress
from riffdesk.ui.time_left import TimeLeft
from riffdesk.ui.worker import Job, Worker

_PATIENCE_MS = 50
CLOSED = "The riff was made for a sketch that is closed now; it was left out."


@dataclass(eq=False)
class Riff:
    """One riff on its way.

    Parameters
    ----------
    request : RenderRequest
    begin : callable
        Makes room in the sketch when the first section is there, and takes that; raises `UserError` if there is none.
    history : History
        Of the sketch that it is for.
    onward : bool
        Whether what comes is where nothing was before, so that a playhead can come to where nothing is yet.
    resumed : PartialRiff, optional
        What was in the sketch before, if it goes on after a crash.
    label : str
        What the user sees while it is made.
    done : callable
        Called when all of it is in the sketch.
    """

    request: RenderRequest
    begin: Callable[[Section], IncomingSections]
    history: History
    onward: bool
    label: str
    done: Callable[[], object]
    progress: RenderProgress = field(default_factory=RenderProgress)
    incoming: IncomingSections | None = None
    resumed: PartialRiff | None = None
    waiting: deque[Section] = field(default_factory=deque)
    refused: str = ""
    reached: int = 0
    """Sample of the riff that it is there to."""
    left: TimeLeft = field(default_factory=TimeLeft)
    """The clock of its job."""
    suspended: bool = False
    """Whether it is not made now because it is undone, or its layer removed; it goes on when that comes back."""

    @cached_property
    def folder(self) -> str:
        """Name of the folder of its finished sections."""
        return folder_of(self.request)


class IncomingRiffs(QObject):
    """Has riffs made and takes them into the sketch.

    Parameters
    ----------
    worker : Worker
        For rendering alone.
    """

    previewed = Signal(object, int)
    """Ink of a part of a riff on its way, float32 ``[bands, n]``, and its first column; None when there is none."""
    begun = Signal(int)
    """The first section of a riff is in the sketch; the sample that its sound begins with."""
    changed = Signal()
    """More or less is known of the riff that is being made."""

    def __init__(self, sketch: Sketch, worker: Worker, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hand_is_busy: Callable[[], bool] = lambda: False
        self._sketch, self._worker, self._notice = sketch, worker, notice
        self._riffs: dict[Job, Riff] = {}
        self._suspended: list[Riff] = []
        worker.stepped.connect(self._on_step)
        sketch.subscribe(self._on_change, DocumentOpened, HistoryChanged)

    @property
    def riff(self) -> Riff | None:
        """The riff that is being made, if its sketch is the one that is shown."""
        riffs = (riff for job, riff in self._riffs.items() if not job.cancel.is_set())
        return next((riff for riff in riffs if riff.history is self._sketch.history), None)

    def partial_riffs(self) -> list[tuple[PartialRiff, Callable[[], str]]]:
        """Return the riffs on their way of which some sections are in the sketch, and what tells their folders."""
        found: list[tuple[PartialRiff, Callable[[], str]]] = []
        for job, riff in self._riffs.items():
            there = riff.resumed
            if riff.incoming is not None:
                there = riff.incoming.partial if riff.incoming.alive else None
            if there is not None and riff.history is self._sketch.history and not job.cancel.is_set():
                found.append((there, partial(getattr, riff, "folder")))
        return found

    def resume(self, riff: PartialRiff, label: str, request: RenderRequest) -> None:
        """Have the rest of a riff made that is partly in the sketch."""

        def begin(section: Section) -> IncomingSections:
            incoming = IncomingSections.resumed(self._sketch, riff, "Go on with the riff")
            incoming.take(section)
            return incoming

        self.submit(request, label, begin, resumed=riff)

    def submit(
        self,
        request: RenderRequest,
        label: str,
        begin: Callable[[Section], IncomingSections],
        *,
        onward: bool = True,
        done: Callable[[], object] = lambda: None,
        resumed: PartialRiff | None = None,
    ) -> None:
        """Have a riff made; see `Riff`."""
        self._start(Riff(request, begin, self._sketch.history, onward, label, done, resumed=resumed))

    def _start(self, riff: Riff) -> None:
        # Bound to the riff alone: a closure that knows the job, or itself, would keep the sketch's history in memory.
        finish, fail = partial(self._finish, riff), partial(self._fail, riff)
        job = self._worker.submit(render_streamed, riff.request, riff.label, finish, fail)
        self._riffs[job], riff.left = riff, job.left
        self.changed.emit()

    def _finish(self, riff: Riff, _: object = None) -> None:
        if riff.waiting:
            QTimer.singleShot(_PATIENCE_MS, self, lambda: self._finish(riff))
            return
        self._forget(riff)
        if not self._left_out(riff) and riff.incoming is not None and riff.incoming.alive:
            riff.done()

    def _fail(self, riff: Riff, error: Exception) -> None:
        riff.waiting.clear()
        self._forget(riff)
        if riff.suspended and isinstance(error, Cancelled):
            self._suspended.append(riff)
            self._resume()
            return
        if self._left_out(riff):
            return
        if isinstance(error, Cancelled) and riff.incoming is not None and riff.incoming.alive:
            self._take_back(riff)
            return
        if riff.incoming is not None:
            riff.incoming.stop()
        self._notice.report(error)

    def _left_out(self, riff: Riff) -> bool:
        """Say that there is no place for a riff, if there is none; return whether that is so."""
        if riff.history is not self._sketch.history:
            self._notice.tell(CLOSED)
        elif riff.refused:
            self._notice.warn(riff.refused)
        else:
            return False
        return True

    def _forget(self, riff: Riff) -> None:
        self._riffs = {job: other for job, other in self._riffs.items() if other is not riff}
        self.previewed.emit(None, 0)
        self.changed.emit()

    def _on_step(self, job: Job, step: Step) -> None:
        riff = self._riffs.get(job)
        if riff is None or riff.history is not self._sketch.history or job.cancel.is_set():
            return
        match step.partial:
            case Plan() as plan:
                riff.progress.take(plan)
                self.changed.emit()
            case Preview(ink=ink, column=column):
                self.previewed.emit(ink, column)
            case Working() as working:
                riff.progress.take(working)
                if working.preview is not None:
                    self.previewed.emit(working.preview.ink, working.preview.column)
                self.changed.emit()
            case Section() as section:
                riff.waiting.append(section)
                self._take(job, riff)

    def _take(self, job: Job, riff: Riff) -> None:
        """Take sections into the sketch, unless a stroke is in progress, which is not cut off."""
        while riff.waiting and riff.history is self._sketch.history:
            if self.hand_is_busy():
                QTimer.singleShot(_PATIENCE_MS, self, lambda: self._take(job, riff))
                return
            section = riff.waiting.popleft()
            if riff.incoming is not None and not riff.incoming.alive:
                break
            self.previewed.emit(None, 0)
            try:
                self._grow(riff, section)
            except UserError as error:
                riff.refused = str(error)
                self._worker.cancel(job)
                break
            riff.progress.take(section)
            self.changed.emit()
        riff.waiting.clear()

    def _grow(self, riff: Riff, section: Section) -> None:
        if riff.incoming is not None and section.sample + section.audio.shape[-1] <= riff.reached:
            return  # it was there before the riff was suspended
        first = riff.incoming is None
        if riff.incoming is None:
            riff.incoming = riff.begin(section)
        else:
            riff.incoming.take(section)
        riff.reached = section.sample + section.audio.shape[-1]
        if first:
            self.begun.emit(section.sample)

    def _take_back(self, riff: Riff) -> None:
        """Leave the sketch as it was before a riff that was cancelled, unless other things were done meanwhile."""
        history, incoming = self._sketch.history, riff.incoming
        assert incoming is not None
        there = f"{riff.reached / self._sketch.params.sample_rate:.0f} s"
        incoming.stop()
        if history.step is not incoming.step:
            self._notice.tell(f"Cancelled. The {there} that were made stay; undo takes them back.")
            return
        place = history.index
        self._sketch.undo()

        def keep() -> None:
            if self._sketch.history is history and history.index == place - 1 and not incoming.discarded:
                self._sketch.redo()

        self._notice.offer(f"Cancelled. {there} of it were made.", ("Keep them", keep))

    def _on_change(self, _: object) -> None:
        """Stop making what nobody waits for: its sketch was closed, its layer removed, or it is undone."""
        for job, riff in tuple(self._riffs.items()):
            closed = riff.history is not self._sketch.history
            gone = riff.incoming is not None and not closed and not riff.incoming.alive
            if (closed or gone) and not job.cancel.is_set():
                riff.suspended = gone
                self._worker.cancel(job)
                self.changed.emit()
        self._resume()

    def _resume(self) -> None:
        """Go on with riffs that have come back by undo or redo; forget those that never will."""
        for riff in tuple(self._suspended):
            assert riff.incoming is not None
            if riff.history is not self._sketch.history or riff.incoming.discarded:
                self._suspended.remove(riff)
            elif riff.incoming.alive:
                self._suspended.remove(riff)
                riff.suspended, riff.progress = False, RenderProgress()
                self._start(riff)
