"""Submits renders to the engine and adds their sections to the sketch as soon as each is ready.

The engine's events go to three places: states of windows to the timeline, previews to the canvas, and sections to the
layer, from which the player has them at once. A section that arrives during a stroke waits until the stroke ends.
"""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from riffdesk.engine.events import Plan, Preview, Section, Working
from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import Cancelled, UserError
from riffdesk.language import tr
from riffdesk.progress import Step
from riffdesk.sketch.events import DocumentOpened, HistoryChanged
from riffdesk.sketch.history import History
from riffdesk.sketch.history import Step as HistoryStep
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.sections.incoming_sections import IncomingSections, PartialRiff
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.render_progress import RenderProgress
from riffdesk.ui.time_left import TimeLeft
from riffdesk.ui.worker import Job, Worker

_RETRY_MS = 50
CLOSED = tr("The sketch of the riff was closed; the riff was dropped.")


@dataclass(eq=False)
class Riff:
    """A riff that is being rendered.

    Parameters
    ----------
    request : RenderRequest
    begin : callable
        Adds the first section to the sketch; raises `UserError` if the sketch cannot take it.
    history : History
        History of the sketch that the riff is for.
    extends : bool
        Whether the sections are added where the layer was silent, so that playback can catch up with the render.
    label : str
        Text of the progress bar.
    done : callable
        Called when the last section is in the sketch.
    resumed : PartialRiff, optional
        The sections that are in the sketch already, if the riff is continued after a crash.
    """

    request: RenderRequest
    begin: Callable[[Section], IncomingSections]
    history: History
    extends: bool
    label: str
    done: Callable[[], object]
    progress: RenderProgress = field(default_factory=RenderProgress)
    incoming: IncomingSections | None = None
    resumed: PartialRiff | None = None
    waiting: deque[Section] = field(default_factory=deque)
    """Sections that are not in the sketch yet."""
    problem: str = ""
    """Why the sketch could not take a section; '' if it could."""
    end: int = 0
    """Sample of the sketch at which the last section ends."""
    time_left: TimeLeft = field(default_factory=TimeLeft)
    """Estimate of the time left for its job."""
    suspended: bool = False
    """Whether rendering has stopped because the riff was undone or its layer removed; redo resumes it."""

    @property
    def is_other_take(self) -> bool:
        """Whether another take is audible in place of its layer."""
        return self.incoming is not None and self.incoming.is_other_take

    @cached_property
    def folder(self) -> str:
        """Name of the folder that stores its sections."""
        from riffdesk.engine.recovery.unfinished_riffs import folder_of

        return folder_of(self.request)


class IncomingRiffs(QObject):
    """Renders riffs and adds their sections to the sketch.

    Parameters
    ----------
    worker : Worker
        The worker that renders.
    """

    previewed = Signal(object, int)
    """Preview of a part of the riff, float32 ``[bands, n]``, and its first column; None if there is no preview."""
    begun = Signal(int)
    """The first section of a riff was added to the sketch; the sample at which it begins."""
    changed = Signal()
    """The progress of the riff, or the `riff` itself, has changed."""
    requested = Signal(object)
    """A riff was requested; its `Recipe`."""
    completed = Signal(object)
    """The last section of a riff was added to the sketch; the `Riff`."""
    part_made = Signal(object)
    """One instrument was rendered alone; the `RenderedPart`."""

    def __init__(self, sketch: Sketch, worker: Worker, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_painting: Callable[[], bool] = lambda: False
        self._sketch, self._worker, self._notice = sketch, worker, notice
        self._riffs: dict[Job, Riff] = {}
        self._suspended: list[Riff] = []
        self._is_other_take = False  # whether another take than the riff in progress is audible
        worker.stepped.connect(self._on_step)
        sketch.subscribe(self._on_change, DocumentOpened, HistoryChanged)

    @property
    def riff(self) -> Riff | None:
        """The riff of the open sketch that is being rendered, if any."""
        riffs = (riff for job, riff in self._riffs.items() if not job.cancel.is_set())
        return next((riff for riff in riffs if riff.history is self._sketch.history), None)

    def is_making(self, recipe: Recipe) -> bool:
        """Return whether the riff of a recipe is being rendered for the sketch, or waits for that."""
        riffs = [riff for job, riff in self._riffs.items() if not job.cancel.is_set()]
        requests = [riff.request for riff in riffs if riff.history is self._sketch.history]
        return any(request.recipe == recipe and request.params == self._sketch.params for request in requests)

    def unless_closed(self, function: Callable[..., object]) -> Callable[[Any], None]:
        """Return a function that passes a result on; if the sketch was closed meanwhile, it shows a message instead."""
        history = self._sketch.history

        def pass_on(result: object) -> None:
            if self._sketch.history is history:
                function(result)
            else:
                self._notice.tell(CLOSED)

        return pass_on

    def partial_riffs(self) -> list[tuple[PartialRiff, Callable[[], str]]]:
        """Return the riffs that are partly in the sketch, each with a function that returns its folder's name."""
        pairs: list[tuple[PartialRiff, Callable[[], str]]] = []
        for job, riff in self._riffs.items():
            partial_riff = riff.resumed
            if riff.incoming is not None:
                partial_riff = riff.incoming.partial if riff.incoming.alive else None
            if partial_riff is None or not self._sketch.state.has_layer(partial_riff.layer_id):
                continue  # other takes are not stored: after a crash the riff is offered as a layer of its own
            if riff.history is self._sketch.history and not job.cancel.is_set():
                pairs.append((partial_riff, partial(getattr, riff, "folder")))
        return pairs

    def resume(self, riff: PartialRiff, label: str, request: RenderRequest) -> None:
        """Render the rest of a riff that is partly in the sketch."""

        def begin(section: Section) -> IncomingSections:
            incoming = IncomingSections.resumed(self._sketch, riff, tr("Continue the riff"))
            incoming.take(section)
            return incoming

        self.submit(request, label, begin, resumed=riff)

    def submit(
        self,
        request: RenderRequest,
        label: str,
        begin: Callable[[Section], IncomingSections],
        *,
        extends: bool = True,
        done: Callable[[], object] = lambda: None,
        resumed: PartialRiff | None = None,
    ) -> None:
        """Render a riff; the parameters are those of `Riff`."""
        self.requested.emit(request.recipe)
        self._start(Riff(request, begin, self._sketch.history, extends, label, done, resumed=resumed))

    def _start(self, riff: Riff) -> None:
        from riffdesk.engine.riff.render import render_streamed

        # Bound to the riff alone: a closure over the job, or over itself, would keep the sketch's history in memory.
        finish, fail = partial(self._finish, riff), partial(self._fail, riff)
        job = self._worker.submit(render_streamed, riff.request, riff.label, finish, fail)
        self._riffs[job], riff.time_left = riff, job.time_left
        self.changed.emit()

    def _finish(self, riff: Riff, _: object = None) -> None:
        if riff.waiting:
            QTimer.singleShot(_RETRY_MS, self, lambda: self._finish(riff))
            return
        self._remove(riff)
        if not self._report_problem(riff) and riff.incoming is not None and riff.incoming.alive:
            self.completed.emit(riff)
            riff.done()

    def _fail(self, riff: Riff, error: Exception) -> None:
        riff.waiting.clear()
        self._remove(riff)
        if riff.suspended and isinstance(error, Cancelled):
            self._suspended.append(riff)
            self._resume()
            return
        if self._report_problem(riff):
            return
        if isinstance(error, Cancelled) and riff.incoming is not None and riff.incoming.alive:
            self._undo_cancelled(riff)
            return
        if riff.incoming is not None:
            riff.incoming.stop()
        self._notice.report(error)

    def _report_problem(self, riff: Riff) -> bool:
        """Show why a riff is not in the sketch; return False if there is no problem."""
        if riff.history is not self._sketch.history:
            self._notice.tell(CLOSED)
        elif riff.problem:
            self._notice.warn(riff.problem)
        else:
            return False
        return True

    def _remove(self, riff: Riff) -> None:
        self._riffs = {job: other for job, other in self._riffs.items() if other is not riff}
        self.previewed.emit(None, 0)
        self.changed.emit()

    def _on_step(self, job: Job, step: Step) -> None:
        riff = self._riffs.get(job)
        if riff is None or riff.history is not self._sketch.history or job.cancel.is_set():
            return
        match step.partial:
            case Plan() as plan:
                riff.progress.update(plan)
                self.changed.emit()
            case Preview() as preview:
                self._show_preview(riff, preview)
            case Working() as working:
                riff.progress.update(working)
                if working.preview is not None:
                    self._show_preview(riff, working.preview)
                self.changed.emit()
            case Section() as section:
                riff.waiting.append(section)
                self._add_waiting(job, riff)

    def _show_preview(self, riff: Riff, preview: Preview) -> None:
        if not riff.is_other_take:
            self.previewed.emit(preview.ink, preview.column)

    def _add_waiting(self, job: Job, riff: Riff) -> None:
        """Add the waiting sections to the sketch, or try again later if the user is painting."""
        while riff.waiting and riff.history is self._sketch.history:
            if self.is_painting():
                QTimer.singleShot(_RETRY_MS, self, lambda: self._add_waiting(job, riff))
                return
            section = riff.waiting.popleft()
            if riff.incoming is not None and not riff.incoming.alive:
                break
            self.previewed.emit(None, 0)
            try:
                self._add(riff, section)
            except UserError as error:
                riff.problem = str(error)
                self._worker.cancel(job)
                break
            riff.progress.update(section)
            self.changed.emit()
        riff.waiting.clear()

    def _add(self, riff: Riff, section: Section) -> None:
        if riff.incoming is not None and section.sample + section.audio.shape[-1] <= riff.end:
            return  # it was added before the riff was suspended
        first = riff.incoming is None
        if riff.incoming is None:
            riff.incoming = riff.begin(section)
        else:
            riff.incoming.take(section)
        riff.end = section.sample + section.audio.shape[-1]
        if first:
            self.begun.emit(section.sample)

    def _undo_cancelled(self, riff: Riff) -> None:
        """Undo a cancelled riff, unless the sketch was changed in the meantime."""
        history, incoming = self._sketch.history, riff.incoming
        assert incoming is not None
        length = f"{riff.end / self._sketch.params.sample_rate:.0f} s"
        incoming.stop()
        if history.step is not incoming.step:
            self._notice.tell(tr("Cancelled. The finished {length} stay; undo removes them.", length=length))
            return
        self._sketch.undo()
        # Weak references, as the offer may stay for long: it does not keep a closed sketch in memory.
        undone = partial(self._redo, weakref.ref(history), weakref.ref(incoming.step), history.index)
        self._notice.offer(tr("Cancelled. {length} of it were finished.", length=length), (tr("Keep them"), undone))

    def _redo(self, history: weakref.ref[History], step: weakref.ref[HistoryStep], index: int) -> None:
        """Redo the step of a cancelled riff, unless the sketch was changed or closed in the meantime."""
        present, cancelled = self._sketch.history, step()
        if present is history() and present.index == index and cancelled is not None and not cancelled.discarded:
            self._sketch.redo()

    def _on_change(self, _: object) -> None:
        """Cancel riffs whose sketch was closed, whose layer was removed with its takes, or that were undone."""
        for job, riff in tuple(self._riffs.items()):
            closed = riff.history is not self._sketch.history
            removed = riff.incoming is not None and not closed and not riff.incoming.alive
            if (closed or removed) and not job.cancel.is_set():
                riff.suspended = removed
                self._worker.cancel(job)
                self.changed.emit()
        self._follow_takes()
        self._resume()

    def _follow_takes(self) -> None:
        """Show no preview of a riff in the picture of another take; playback waits only for audible riffs."""
        riff = self.riff
        is_other_take = riff is not None and riff.is_other_take
        if is_other_take != self._is_other_take:
            self._is_other_take = is_other_take
            self.previewed.emit(None, 0)
            self.changed.emit()

    def _resume(self) -> None:
        """Resume riffs that undo or redo has restored; drop those that can no longer be restored."""
        for riff in tuple(self._suspended):
            assert riff.incoming is not None
            if riff.history is not self._sketch.history or riff.incoming.discarded:
                self._suspended.remove(riff)
            elif riff.incoming.alive:
                self._suspended.remove(riff)
                riff.suspended, riff.progress = False, RenderProgress()
                self._start(riff)
