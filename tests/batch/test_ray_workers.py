"""A batch on a Ray cluster of this machine: two workers, one of which is killed."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import psutil
import pytest

from riffdesk import cli
from riffdesk.batch.batch_run import run_batch
from riffdesk.batch.job_file import Job, read_jobs
from riffdesk.batch.ray_workers import RayRenderer
from riffdesk.errors import UserError
from riffdesk.progress import Step

pytest.importorskip("ray")
pytestmark = pytest.mark.filterwarnings("default")  # Ray has warnings of its own

SHORT = "steps: 1\nguidance: 3\nquality: draft\nseconds: 0.5\n"


@pytest.fixture(scope="module")
def _two_cores() -> Any:
    """Start Ray with two cores, as on a machine that has no more."""
    import ray

    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = "1"
    yield ray
    ray.shutdown()
    os.environ.pop("OMP_NUM_THREADS") if before is None else os.environ.__setitem__("OMP_NUM_THREADS", before)


def jobs_of(folder: Path, text: str) -> tuple[Job, ...]:
    (folder / "jobs.yaml").write_text(SHORT + text)
    return read_jobs(folder / "jobs.yaml")


@pytest.mark.usefixtures("_two_cores")
def test_a_killed_worker_loses_nothing_and_the_samples_are_those_of_a_local_run(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, "prompts: [slow jazz, house]\nseeds: [1, 2, 3, 4]\n")
    (tmp_path / "broken.wav").write_bytes(b"no sound")
    jobs += jobs_of(tmp_path, f"prompt: techno\ninit: {tmp_path / 'broken.wav'}\n")
    renderer, killed, told = RayRenderer(cores=1), [], []

    def on_step(step: Step) -> None:
        told.append(step.what)
        if step.done >= 2 and not killed and len(renderer.workers) > 1:
            killed.append(next(iter(renderer.workers.values())))
            os.kill(killed[0], signal.SIGKILL)

    report = run_batch(jobs, tmp_path / "there", renderer=renderer, on_step=on_step)
    assert killed, "two workers were there while riffs were made"
    assert (report.made, report.kept) == (8, 0)
    ((name, sentence),) = report.failed
    assert name.startswith("techno")
    assert "broken.wav" in sentence
    assert any("on 2 workers" in what for what in told)

    run_batch(jobs, tmp_path / "here")
    for job in jobs[:-1]:
        file = f"{job.name}.wav"
        assert (tmp_path / "there" / file).read_bytes() == (tmp_path / "here" / file).read_bytes(), file
    there, here = (json.loads((tmp_path / name / "index.json").read_text()) for name in ("there", "here"))
    assert there == here


@pytest.mark.usefixtures("_two_cores")
def test_what_is_there_is_kept_and_a_cluster_that_is_not_there_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    jobs = jobs_of(tmp_path, "prompt: jazz\nseeds: [1, 2]\n")
    run_batch(jobs[:1], tmp_path / "jobs")
    assert cli.run(["batch", "jobs.yaml", "--ray", "--cores", "1"], open_window=lambda _: 1) == 0
    assert sorted(path.name for path in (tmp_path / "jobs").glob("*.wav")) == sorted(f"{job.name}.wav" for job in jobs)
    with pytest.raises(UserError, match=r"Could not reach the Ray cluster at 127\.0\.0\.1:1"):
        run_batch(jobs, tmp_path / "none", renderer=RayRenderer("127.0.0.1:1"))


@pytest.mark.usefixtures("_two_cores")
def test_where_ray_ends_on_this_machine_a_sentence_says_so(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, "prompt: jazz\nseeds: [1, 2]\n")
    ended: list[psutil.Process] = []

    def on_step(step: Step) -> None:
        if step.what == "Waiting for a worker" and not ended:
            children = psutil.Process().children(recursive=True)
            ended.extend(child for child in children if child.name() == "raylet")
            for raylet in ended:
                raylet.kill()

    with pytest.raises(UserError, match="Ray has ended on this machine"):
        run_batch(jobs, tmp_path / "jobs", renderer=RayRenderer(cores=1), on_step=on_step)
    assert ended


@pytest.mark.parametrize("name", ["jobs.yaml", "JOBS.YAML", "jobs.yml"])
def test_ray_needs_no_address_before_the_jobs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("promt: a\n")
    assert cli.run(["batch", "--ray", name], open_window=lambda _: 1) == 1
    assert "Did you mean 'prompt'?" in capsys.readouterr().err


def test_cores_go_with_ray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    jobs_of(tmp_path, "prompt: jazz\n")
    assert cli.run(["batch", "jobs.yaml", "--cores", "1"], open_window=lambda _: 1) == 2
