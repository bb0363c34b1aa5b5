"""What a riff costs more on a worker of Ray than in a local run of the same batch: time, and the processor's time.

The processor's time is that of this process, of Ray's own and of the worker; a busy machine disturbs it less.
"""

from __future__ import annotations

import functools
import statistics
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from riffdesk.batch.batch_run import PendingJobs, Renderer, render_here, run_batch
from riffdesk.batch.job_file import Job, read_jobs
from riffdesk.batch.ray_workers import RayRenderer
from riffdesk.errors import UserError
from tests.benchmarks.table import figure
from tests.engine.riffs import add_tiny

ray = pytest.importorskip("ray")
pytestmark = [pytest.mark.bench, pytest.mark.filterwarnings("default")]

JOBS = {
    "tiny": "model: tiny\nsteps: 20\nguidance: 3\nquality: good\nseconds: 2\nprompt: slow jazz\nseeds: [{seeds}]\n",
    "starter": "seconds: 5\nprompt: slow jazz\nseeds: [{seeds}]\n",
}
RIFFS, ROUNDS = {"tiny": 16, "starter": 6}, 5


@pytest.mark.parametrize("model", ["tiny", "starter"])
def test_a_riff_on_a_worker_against_one_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.setattr(ray, "init", functools.partial(ray.init, num_cpus=1))  # one worker
    add_tiny()
    file = tmp_path / "jobs.yaml"
    file.write_text(JOBS[model].format(seeds=", ".join(map(str, range(RIFFS[model])))))
    jobs = read_jobs(file)
    here, there = [], []
    for number in range(ROUNDS):
        here.append(cost_of_each(jobs, tmp_path / f"here {number}", render_here))
        there.append(cost_of_each(jobs, tmp_path / f"there {number}", RayRenderer(cores=1)))
    for what, column in (("time", 0), ("processor's time", 1)):
        more = [one[column] / other[column] - 1 for one, other in zip(there, here, strict=True)]
        spread = " ".join(f"{value:+.1%}" for value in more)
        usual = statistics.median(one[column] for one in here)
        measured = f"{statistics.median(more):+.1%} of {usual:.3f} s ({spread})"
        figure(f"{model}: {what} of a riff on a worker of Ray", measured, "under +3%")


def cost_of_each(jobs: tuple[Job, ...], folder: Path, renderer: Renderer) -> tuple[float, float]:
    """Return seconds and seconds of the processor from one riff to the next, after the first, which loads the model."""
    costs: list[tuple[float, float]] = []

    def measured(pending: PendingJobs) -> Iterator[tuple[Job, UserError | None]]:
        for outcome in renderer(pending):
            costs.append((time.perf_counter(), processor_seconds()))
            yield outcome

    assert run_batch(jobs, folder, renderer=measured).made == len(jobs)
    first, last = costs[0], costs[-1]
    return (last[0] - first[0]) / (len(costs) - 1), (last[1] - first[1]) / (len(costs) - 1)


def processor_seconds() -> float:
    """Return the processor's time of this process and of all that it has started."""
    total, here = 0.0, psutil.Process()
    for process in (here, *here.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system
    return total
