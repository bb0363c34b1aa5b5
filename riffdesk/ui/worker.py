"""A worker: one thread that carries requests to an engine process and brings results back as signals.

Requests queue, and one runs at a time. The thread computes nothing: `engine.remote` does, in a process of its own,
which is there from the first request on. The window has four workers: one for files (open, save, export), one for the
layers' sound, so that a stroke is heard whatever else is going on, one for riffs, with the model that made the last
one, and one for downloads, which take long and must neither keep a riff waiting nor end with it.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from riffdesk.engine.remote.cancel import Cancel
from riffdesk.engine.remote.process import EngineProcess, Work
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from riffdesk.ui.time_left import TimeLeft


def _as_it_is(result: Any) -> Any:
    return result


@dataclass(eq=False)
class Job:
    """A request on its way: what to call with what, what to do with the answer, and how long it still takes.

    Parameters
    ----------
    ahead : bool
        Whether it does work of the next job beforehand: see `Worker.asked`.
    """

    function: Work
    request: object
    label: str
    on_done: Callable[[Any], object]
    on_failed: Callable[[Exception], None]
    at_once: Callable[[Any], Any] = _as_it_is
    ahead: bool = False
    cancel: Cancel = field(default_factory=Cancel)
    left: TimeLeft = field(default_factory=TimeLeft)


class _Runner(QObject):
    """Lives in the thread; runs one job at a time."""

    stepped = Signal(object, object)
    done = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, process: EngineProcess) -> None:
        super().__init__()
        self._process = process

    @Slot(object)
    def run(self, job: Job) -> None:
        """Carry a job to the engine and wait for it there."""
        try:
            result = job.at_once(
                self._process.call(job.function, job.request, lambda step: self.stepped.emit(job, step), job.cancel)
            )
        except Exception as error:
            self.failed.emit(job, error)
        else:
            self.done.emit(job, result)


class Worker(QObject):
    """The window's end of the worker thread; used from the GUI thread only.

    Parameters
    ----------
    urgent : bool
        Whether somebody listens for the answers: the process does not give way to others.
    """

    stepped = Signal(object, object)
    """A job and its `Step`."""
    failed = Signal(object, object)
    """A job and its error, after the job has been told."""
    changed = Signal()
    """What runs or waits has changed."""

    _run = Signal(object)

    def __init__(self, parent: QObject | None = None, *, urgent: bool = False) -> None:
        super().__init__(parent)
        self.prepare: Callable[[object], object] = _as_it_is
        """What a request becomes before it is sent: with the settings in it that the engine needs."""
        self._closed = False
        self.running: Job | None = None
        self.waiting: list[Job] = []
        self._process = EngineProcess(0) if urgent else EngineProcess()
        self._thread = QThread(self)
        self._thread.setObjectName("worker")
        self._runner = _Runner(self._process)
        self._runner.moveToThread(self._thread)
        self._run.connect(self._runner.run)
        queued = Qt.ConnectionType.QueuedConnection
        self._runner.stepped.connect(self._on_step, queued)
        self._runner.done.connect(self._on_done, queued)
        self._runner.failed.connect(self._on_failed, queued)
        self._thread.start()
        atexit.register(self.close)  # for when nobody closes the window: Qt aborts if it goes before its threads

    @property
    def asked(self) -> Job | None:
        """The job that the user waits for: the one that runs, or the next one if that works for it beforehand."""
        return self.waiting[0] if self.running is not None and self.running.ahead and self.waiting else self.running

    def submit(
        self,
        function: Work,
        request: object,
        label: str,
        on_done: Callable[[Any], object],
        on_failed: Callable[[Exception], None],
        at_once: Callable[[Any], Any] = _as_it_is,
        *,
        ahead: bool = False,
    ) -> Job:
        """Queue a request.

        Parameters
        ----------
        function, request
            Called as ``function(request, on_step, cancel)`` in the engine's process.
        label : str
            What the user sees while it runs.
        on_done, on_failed : callable
            Called once on the GUI thread with the result or the error (`Cancelled` among them).
        at_once : callable
            Called with the result on the worker's thread, before the window has time for it; what it returns is
            what ``on_done`` is given.
        ahead : bool
            See `Job`.
        """
        job = Job(function, self.prepare(request), label, on_done, on_failed, at_once, ahead)
        self.waiting.append(job)
        self._next()
        return job

    def cancel(self, job: Job | None = None) -> None:
        """Ask a job, by default the one asked for, to stop at its next step; one that waits is never begun."""
        job = job or self.asked
        if job is not None and job in self.waiting:
            self.waiting.remove(job)
            job.on_failed(Cancelled())
            self.changed.emit()
            self.failed.emit(job, Cancelled())
        elif job is not None:
            job.cancel.set()

    def close(self) -> None:
        """Stop within a moment, whatever is running. That is no cancel: a riff can be gone on with later."""
        self._fall_silent()
        self._process.close()
        self._end_thread()

    def _fall_silent(self) -> None:
        self._closed = True
        self.waiting.clear()
        self.blockSignals(True)

    def _end_thread(self) -> None:
        atexit.unregister(self.close)
        self._thread.quit()
        self._thread.wait()

    def _next(self) -> None:
        if self.running is None and self.waiting:
            self.running = self.waiting.pop(0)
            self._run.emit(self.running)
        self.changed.emit()

    def _on_step(self, job: Job, step: Step) -> None:
        if not self._closed:
            job.left.take(step)
            self.stepped.emit(job, step)

    def _on_done(self, job: Job, result: object) -> None:
        self._finish(lambda: job.on_done(result))

    def _on_failed(self, job: Job, error: Exception) -> None:
        self._finish(lambda: job.on_failed(error))
        self.failed.emit(job, error)

    def _finish(self, tell: Callable[[], object]) -> None:
        if self._closed:  # an answer that was on its way
            return
        self.running = None
        try:
            tell()
        finally:
            self._next()


def close_all(workers: Iterable[Worker]) -> None:
    """Close workers, all at the same time: each process may take a moment to tidy up."""
    workers = tuple(workers)
    for worker in workers:
        worker._fall_silent()
    with ThreadPoolExecutor(len(workers)) as pool:
        tuple(pool.map(lambda worker: worker._process.close(), workers))
    for worker in workers:
        worker._end_thread()
