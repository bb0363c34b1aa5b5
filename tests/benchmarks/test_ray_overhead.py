"""What a riff costs more on a worker of Ray than in a local run of the same batch."""

from __future__ import annotations

import functools
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from riffdesk.batch.batch_run import Renderer, Work, render_here, run_batch
from riffdesk.batch.job_file import Job, read_jobs
from riffdesk.batch.ray_workers import RayRenderer
from riffdesk.errors import UserError
from tests.benchmarks.table import figure
from tests.engine.riffs import add_tiny

ray = pytest.importorskip("ray")
pytestmark = [pytest.mark.bench, pytest.mark.filterwarnings("default")]

JOBS = {
    "tiny": "model: tiny\nsteps: 20\nguidance: 3\nquality: good\nseconds: 5\nprompt: slow jazz\nseeds: [{seeds}]\n",
    "starter": "seconds: 5\nprompt: slow jazz\nseeds: [{seeds}]\n",
}
RIFFS, ROUNDS = {"tiny": 24, "starter": 6}, 3


@pytest.mark.parametrize("model", ["tiny", "starter"])
def test_a_riff_takes_as_long_on_a_worker_as_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.setattr(ray, "init", functools.partial(ray.init, num_cpus=1))  # one worker
    add_tiny()
    file = tmp_path / "jobs.yaml"
    file.write_text(JOBS[model].format(seeds=", ".join(map(str, range(RIFFS[model])))))
    jobs = read_jobs(file)
    local, remote = [], []
    for number in range(ROUNDS):
        local.append(seconds_each(jobs, tmp_path / f"here {number}", render_here))
        remote.append(seconds_each(jobs, tmp_path / f"there {number}", RayRenderer(cores=1)))
    more = [there / here - 1 for there, here in zip(remote, local, strict=True)]
    spread = ", ".join(f"{value:+.1%}" for value in more)
    each = f"{statistics.median(local):.3f} s here"
    figure(f"{model}: a riff on a worker of Ray", f"{statistics.median(more):+.1%} ({spread}; {each})", "under +3%")


def seconds_each(jobs: tuple[Job, ...], folder: Path, renderer: Renderer) -> float:
    """Return the seconds from one riff to the next, after the first, for which the model is loaded."""
    times = []

    def timed(work: Work) -> Iterator[tuple[Job, UserError | None]]:
        for outcome in renderer(work):
            times.append(time.perf_counter())
            yield outcome

    report = run_batch(jobs, folder, renderer=timed)
    assert report.made == len(jobs)
    return (times[-1] - times[0]) / (len(times) - 1)
