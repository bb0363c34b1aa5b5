"""Renders the riffs of a batch on the workers of a Ray cluster, or on several of this machine.

A worker is an actor that keeps its model loaded: one for each graphics card, or for each few cores where there are no
cards. Requests are made here and sent with the contents of all files that a job names. A worker sends the riff's file
back, which is written here as in a local run. So the machines of a cluster need riffdesk and the models, and no common
folder. A job whose worker ended is given to another one.
"""

from __future__ import annotations

import os
import socket
import tempfile
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from riffdesk.audio.filing.sample_formats import Subtype
from riffdesk.batch.batch_run import PendingJobs, is_disk_error
from riffdesk.batch.job_file import Job
from riffdesk.diffusion import libraries
from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import UserError, reason
from riffdesk.files import write_beside
from riffdesk.progress import Step, check, ignore_steps
from riffdesk.scripting.api import write_riff
from riffdesk.scripting.requests import request_of

LOCAL = "local"
"""Address for workers on this machine only."""

_AHEAD = 2  # jobs that a worker has at a time, so that it need not wait for the next one
_TRIES = 3  # workers that may end with a job before it counts as the cause
_REACHED = 5.0  # seconds in which a cluster must answer
_WAIT = 0.5  # seconds between two checks for cancellation


@dataclass
class RayRenderer:
    """Renders the riffs of a batch with Ray; a `riffdesk.batch.batch_run.Renderer`.

    Parameters
    ----------
    address : str
        That of a running cluster, ``auto`` for the one that this machine belongs to, or `LOCAL`.
    cores : int, optional
        Processor cores of a worker without a graphics card; by default all of this machine, at most 4. The last bits
        of samples depend on it: a local run gives the same ones with ``OMP_NUM_THREADS`` set to it.
    """

    address: str = LOCAL
    cores: int | None = None
    workers: dict[Any, int] = field(default_factory=dict)
    """The workers that are ready, with their process ids."""

    def __call__(self, pending: PendingJobs) -> Iterator[tuple[Job, UserError | None]]:
        """Yield jobs in the order in which they are finished."""
        ray = _ray()
        pending.on_step(Step(0, len(pending.jobs), "Starting the workers"))
        _connect(ray, self.address)
        try:
            yield from _Pool(ray, self, pending).finished()
        finally:
            self.workers.clear()
            ray.shutdown()


class _Pool:
    """The workers of one batch, the jobs that they have, and those that wait."""

    def __init__(self, ray: Any, renderer: RayRenderer, pending: PendingJobs) -> None:
        self._ray, self._workers, self._pending = ray, renderer.workers, pending
        self._waiting = deque(pending.jobs)
        self._tries: Counter[str] = Counter()
        self._running: dict[Any, tuple[Job, Any]] = {}
        self._starting: dict[Any, Any] = {}
        self._machine = ray.get_runtime_context().get_node_id()
        self._worker_class, count = _worker_class(ray, renderer.cores)
        for _ in range(min(count, len(pending.jobs))):
            self._start_worker()

    def finished(self) -> Iterator[tuple[Job, UserError | None]]:
        """Yield jobs as they are finished; raise UserError if no further one can be."""
        done = 0
        while self._waiting or self._running:
            check(self._pending.cancel)
            for refused in self._assign_jobs():
                done += 1
                yield refused
            ready, _ = self._ray.wait([*self._running, *self._starting], num_returns=1, timeout=_WAIT)
            for reference in ready:
                if reference in self._starting:
                    self._add_worker(reference)
                elif reference in self._running and (outcome := self._outcome(reference)) is not None:
                    done += 1
                    self._report(done)
                    yield outcome
            if not ready:
                self._report(done)
                if not self._workers:
                    self._check_machine()

    def _check_machine(self) -> None:
        """Raise UserError if Ray has ended on this machine: nothing can be started through it any more."""
        if not any(node["Alive"] for node in self._ray.nodes() if node["NodeID"] == self._machine):
            raise UserError("Ray has ended on this machine. Give the command again; the riffs that are there are kept.")

    def _assign_jobs(self) -> Iterator[tuple[Job, UserError | None]]:
        """Give the waiting jobs to workers that have fewest; yield those for which no request can be made."""
        while self._waiting and self._workers:
            load = Counter(worker for _, worker in self._running.values())
            worker = min(self._workers, key=lambda one: load[one])
            if load[worker] >= _AHEAD:
                return
            job = self._waiting.popleft()
            try:
                request = request_of(job.prompt, ignore_steps, self._pending.cancel, **job.options)
            except UserError as error:
                yield job, error
                continue
            suffix = self._pending.path_of(job).suffix
            self._running[worker.render.remote(request, suffix, self._pending.subtype)] = job, worker

    def _outcome(self, reference: Any) -> tuple[Job, UserError | None] | None:
        """Write the file of a riff that a worker has finished; None if its worker ended, and the job waits again."""
        job, worker = self._running[reference]
        try:
            data, sentence = self._ray.get(reference)
        except self._ray.exceptions.RayActorError:
            return self._replace_worker(worker)
        except self._ray.exceptions.RayError as error:
            data, sentence = b"", f"A worker failed: {reason(error)}."
        del self._running[reference]
        if sentence:
            return job, UserError(sentence)
        path = self._pending.path_of(job)
        try:
            with write_beside(path) as temporary:
                temporary.write_bytes(data)
        except UserError as error:
            if is_disk_error(error):
                raise
            return job, error
        return job, None

    def _replace_worker(self, worker: Any) -> tuple[Job, UserError | None] | None:
        """Start another worker in place of one that ended, and put its jobs in front of those that wait.

        The first of them is the job that it was rendering; a job that has ended `_TRIES` workers fails.
        """
        del self._workers[worker]
        self._start_worker()
        lost = [reference for reference, (_, of) in self._running.items() if of is worker]
        jobs = [self._running.pop(reference)[0] for reference in lost]
        self._tries[jobs[0].name] += 1
        given_up = jobs.pop(0) if self._tries[jobs[0].name] >= _TRIES else None
        self._waiting.extendleft(reversed(jobs))
        return None if given_up is None else (given_up, UserError(f"It ended the worker that made it, {_TRIES} times."))

    def _start_worker(self) -> None:
        worker = self._worker_class.remote()
        self._starting[worker.process_id.remote()] = worker

    def _add_worker(self, reference: Any) -> None:
        """Add a worker that has started to the pool; one that ended at once is started again, until a cancel."""
        worker = self._starting.pop(reference)
        try:
            self._workers[worker] = self._ray.get(reference)
        except self._ray.exceptions.RayActorError:
            self._start_worker()

    def _report(self, done: int) -> None:
        workers = f"{len(self._workers)} worker{'' if len(self._workers) == 1 else 's'}"
        what = f"Riff {done} of {len(self._pending.jobs)}, on {workers}" if self._workers else "Waiting for a worker"
        self._pending.on_step(Step(done, len(self._pending.jobs), what))


class Worker:
    """The actor on a worker: renders requests, and keeps the model between them."""

    def __init__(self) -> None:
        libraries.import_few()

    def process_id(self) -> int:
        """Return the id of the worker's process."""
        return os.getpid()

    def render(self, request: RenderRequest, suffix: str, subtype: Subtype) -> tuple[bytes, str]:
        """Return the file of a riff, and an empty sentence; or nothing, and the reason."""
        try:
            with tempfile.TemporaryDirectory(prefix="riffdesk-") as folder:
                path = Path(folder) / f"riff{suffix}"
                write_riff(request, path, subtype=subtype)
                return path.read_bytes(), ""
        except UserError as error:
            return b"", str(error)


def _ray() -> Any:
    """Return the library; a UserError says how to install it."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # no usage statistics are sent
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")  # workers without a card see all cards
    try:
        import ray
        import ray.exceptions
    except ImportError as error:
        raise UserError("Ray is not installed. Install it with: pip install 'riffdesk[ray]'.") from error
    return ray


def _connect(ray: Any, address: str) -> None:
    host, _, port = address.rpartition(":")
    options: dict[str, Any] = {"include_dashboard": False} if address == LOCAL else {}
    try:
        if host and port.isdecimal() and "/" not in host:  # Ray would wait for it for ever
            socket.create_connection((host, int(port)), _REACHED).close()
        ray.init(address=address, log_to_driver=False, logging_level="error", **options)
    except Exception as error:  # of many kinds: no cluster, another version, a port in use
        raise UserError(f"Could not reach the Ray cluster at {address}: {reason(error)}.") from error


def _worker_class(ray: Any, cores: int | None) -> tuple[Any, int]:
    """Return the class of workers for this cluster, and the number of them that it can run."""
    resources = ray.cluster_resources()
    cards = int(resources.get("GPU", 0))
    if cards:
        return ray.remote(num_gpus=1, num_cpus=1)(Worker), cards
    total = int(resources.get("CPU", 1))
    each = max(1, min(cores or min(4, os.cpu_count() or 1), total))
    environment = {"env_vars": {"OMP_NUM_THREADS": str(each)}}
    return ray.remote(num_cpus=each, runtime_env=environment)(Worker), max(1, total // each)
