"""A worker: a thread that sends requests to an engine process and emits the results as signals.

Requests are queued, and one runs at a time. The work is done in a process of `engine.remote`, which starts with the
first request. `window_parts` lists the window's workers; the library has one more while it reads folders of sounds.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from riffdesk.engine.remote.cancel import Cancel
from riffdesk.engine.remote.mailbox import Mailbox
from riffdesk.engine.remote.process import EngineFunction, EngineProcess
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from riffdesk.ui.time_left import TimeLeft


def _identity(result: Any) -> Any:
    return result


@dataclass(eq=False)
class Job:
    """A queued or running request; the parameters are those of `Worker.submit`.

    Parameters
    ----------
    ahead : bool
        Whether the job does work of the next job in advance; see `Worker.awaited`.
    cancel : Cancel
        Cancels the job when it is set.
    time_left : TimeLeft
        Estimate of the time until the job is done.
    mailbox : Mailbox, optional
        Takes messages to a job that is a session.
    writes : bool
        Whether closing the window waits for the job, as it writes a file.
    """

    function: EngineFunction
    request: object
    label: str
    on_done: Callable[[Any], object]
    on_failed: Callable[[Exception], None]
    at_once: Callable[[Any], Any] = _identity
    ahead: bool = False
    cancel: Cancel = field(default_factory=Cancel)
    time_left: TimeLeft = field(default_factory=TimeLeft)
    mailbox: Mailbox | None = None
    writes: bool = False


class _Runner(QObject):
    """Lives in the worker's thread; runs one job at a time."""

    stepped = Signal(object, object)
    done = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, process: EngineProcess) -> None:
        super().__init__()
        self._process = process

    @Slot(object)
    def run(self, job: Job) -> None:
        """Send a job to the engine and wait for the result."""
        try:
            result = job.at_once(
                self._process.call(
                    job.function, job.request, lambda step: self.stepped.emit(job, step), job.cancel, job.mailbox
                )
            )
        except Exception as error:
            self.failed.emit(job, error)
        else:
            self.done.emit(job, result)


class Worker(QObject):
    """Submits jobs to an engine process; to be used from the GUI thread only.

    Parameters
    ----------
    urgent : bool
        Whether the process has normal priority, as live sound needs; other workers have a lower one.
    """

    stepped = Signal(object, object)
    """A job and its `Step`."""
    failed = Signal(object, object)
    """A job and its error, after its ``on_failed`` was called."""
    changed = Signal()
    """`running` or `waiting` has changed."""

    _run = Signal(object)

    def __init__(self, parent: QObject | None = None, *, urgent: bool = False) -> None:
        super().__init__(parent)
        self.prepare: Callable[[object], object] = _identity
        """Returns a request with the settings that the engine needs; applied before it is sent."""
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
        atexit.register(self.close)  # if the window is not closed: Qt aborts when a running thread is destroyed

    @property
    def awaited(self) -> Job | None:
        """The job that the user waits for: the running one, or the next one if the running one is in advance of it."""
        return self.waiting[0] if self.running is not None and self.running.ahead and self.waiting else self.running

    def submit(
        self,
        function: EngineFunction,
        request: object,
        label: str,
        on_done: Callable[[Any], object],
        on_failed: Callable[[Exception], None],
        at_once: Callable[[Any], Any] = _identity,
        *,
        ahead: bool = False,
        mailbox: Mailbox | None = None,
    ) -> Job:
        """Queue a request.

        Parameters
        ----------
        function, request
            Called as ``function(request, on_step, cancel)`` in the engine's process.
        label : str
            Text of the progress bar.
        on_done, on_failed : callable
            Called once on the GUI thread with the result or the error (`Cancelled` among them).
        at_once : callable
            Called with the result in the worker's thread, without waiting for the GUI thread; ``on_done`` is called
            with the value that it returns.
        ahead, mailbox
            See `Job`.
        """
        return self._queue(Job(function, request, label, on_done, on_failed, at_once, ahead, mailbox=mailbox))

    def write(
        self,
        function: EngineFunction,
        request: object,
        label: str,
        on_done: Callable[[Any], object],
        on_failed: Callable[[Exception], None],
    ) -> Job:
        """Queue a request that writes a file, as `submit` does; closing the window waits for it."""
        return self._queue(Job(function, request, label, on_done, on_failed, writes=True))

    def _queue(self, job: Job) -> Job:
        job.request = self.prepare(job.request)
        self.waiting.append(job)
        self._next()
        return job

    def cancel(self, job: Job | None = None) -> None:
        """Cancel a job, by default the awaited one, at its next step; a waiting job is not started."""
        job = job or self.awaited
        if job is not None and job in self.waiting:
            self.waiting.remove(job)
            job.on_failed(Cancelled())
            self.changed.emit()
            self.failed.emit(job, Cancelled())
        elif job is not None:
            job.cancel.set()

    def close(self) -> None:
        """End the process and the thread. Unlike after a cancel, an unfinished riff can be continued later."""
        self._block_signals()
        self._process.close()
        self._end_thread()

    def _block_signals(self) -> None:
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
            job.time_left.update(step)
            self.stepped.emit(job, step)

    def _on_done(self, job: Job, result: object) -> None:
        self._finish(lambda: job.on_done(result))

    def _on_failed(self, job: Job, error: Exception) -> None:
        self._finish(lambda: job.on_failed(error))
        self.failed.emit(job, error)

    def _finish(self, callback: Callable[[], object]) -> None:
        if self._closed:  # a result that was queued before
            return
        self.running = None
        try:
            callback()
        finally:
            self._next()


def close_all(workers: Iterable[Worker]) -> None:
    """Close workers concurrently, as each process may take a moment to clean up."""
    workers = tuple(workers)
    for worker in workers:
        worker._block_signals()
    with ThreadPoolExecutor(len(workers)) as pool:
        tuple(pool.map(lambda worker: worker._process.close(), workers))
    for worker in workers:
        worker._end_thread()
