"""``riffdesk batch`` with a tiny model: one folder, an index, a contact sheet, and no riff made twice."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PIL import Image

from riffdesk.audio.filing.sound_files import read_recipe
from riffdesk.batch import batch_run
from riffdesk.batch.job_file import read_jobs
from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from riffdesk.scripting import api
from riffdesk.sketch.recipe import recipe_json
from tests.cli.conftest import FullDisk, Riffdesk

BATCH = ("batch", "jobs.yaml", "--no-library")
TINY = "model: tiny\nsteps: 2\nguidance: 3\nquality: draft\nseconds: 0.5\n"

pytestmark = pytest.mark.usefixtures("tiny")


def write(text: str) -> None:
    Path("jobs.yaml").write_text(TINY + text)


def index(folder: str = "jobs") -> list[dict[str, Any]]:
    told = json.loads(Path(folder, "index.json").read_text())
    assert told["riffdesk batch"] == 1
    riffs: list[dict[str, Any]] = told["riffs"]
    return riffs


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Return a list that fills up with the prompt and seed of every riff that is made."""
    riffs: list[tuple[str, int]] = []
    whole = batch_run.write_riff

    def write_riff(request: RenderRequest, path: Path, **options: Any) -> float:
        first = request.recipe.keyframes[0]
        riffs.append((first.prompt, first.seed))
        return whole(request, path, **options)

    monkeypatch.setattr(batch_run, "write_riff", write_riff)
    return riffs


def test_every_riff_of_the_grid_is_the_one_that_render_makes(riffdesk: Riffdesk) -> None:
    write("prompts: [slow jazz, house]\nseeds: [1, 2]\nscheduler: [Euler, DDIM]\n")
    assert riffdesk(*BATCH, "--subtype", "float") == 0
    riffs = index()
    assert [(one["prompt"], one["settings"]["seed"], one["settings"]["scheduler"]) for one in riffs] == [
        (prompt, seed, scheduler)
        for prompt in ("slow jazz", "house")
        for seed in (1, 2)
        for scheduler in ("Euler", "DDIM")
    ]
    assert {one["state"] for one in riffs} == {"ready"}
    names = {path.name for path in Path("jobs").iterdir()}
    assert names == {*(one["file"] for one in riffs), "index.json", "contact-sheet.png"}
    assert all(one["file"].startswith(f"{one['prompt']} {one['settings']['seed']} ") for one in riffs)
    last = riffs[-1]
    path = Path("jobs", last["file"])
    assert recipe_json.from_json(last["recipe"]) == read_recipe(path)
    alone = api.render(
        "house", seed=2, model="tiny", steps=2, guidance=3, quality="draft", seconds=0.5, scheduler="DDIM"
    )
    assert np.array_equal(soundfile.read(path, dtype="float32")[0], alone.audio[0])


def test_the_contact_sheet_shows_every_riff_in_its_place(riffdesk: Riffdesk) -> None:
    write("prompt: jazz\nseed: [1, 2, 3]\n")
    assert riffdesk(*BATCH, "-o", "out", "--format", "png") == 0
    sheet = np.asarray(Image.open("out/contact-sheet.png"))
    assert sheet.ndim == 2
    for number, one in enumerate(index("out")):
        x, y = 16 + number % 2 * 252, 16 + number // 2 * 140
        shown = sheet[y + 1 : y + 95, x + 1 : x + 239].astype(float)
        riff = np.asarray(Image.open(Path("out", one["file"])).convert("L").resize((240, 96), Image.Resampling.BOX))
        assert np.corrcoef(shown.ravel(), riff[1:95, 1:239].astype(float).ravel())[0, 1] > 0.99
        assert (sheet[y + 97 : y + 128, x : x + 240] < 128).sum() > 40  # its words


def test_what_is_there_is_not_made_again_unless_forced(riffdesk: Riffdesk, made: list[tuple[str, int]]) -> None:
    write("prompt: jazz\nseed: [1, 2]\n")
    assert riffdesk(*BATCH) == 0
    first = {path.name: path.read_bytes() for path in Path("jobs").glob("*.wav")}
    write("prompt: [funk, jazz]\nseed: [1, 2]\n")
    assert riffdesk(*BATCH) == 0
    assert made == [("jazz", 1), ("jazz", 2), ("funk", 1), ("funk", 2)]
    assert {name: Path("jobs", name).read_bytes() for name in first} == first
    assert [one["state"] for one in index()] == ["ready"] * 4
    assert all(one["recipe"]["keyframes"][0]["prompt"] == one["prompt"] for one in index())
    assert riffdesk(*BATCH, "--force") == 0
    assert len(made) == 8


def test_a_batch_that_is_stopped_goes_on_where_it_was(
    riffdesk: Riffdesk, made: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("prompt: jazz\nseed: [1, 2, 3]\n")
    whole = batch_run.write_riff

    def stopped(request: RenderRequest, path: Path, **options: Any) -> float:
        if request.recipe.keyframes[0].seed == 3:
            raise Cancelled("Cancelled.")
        return whole(request, path, **options)

    with monkeypatch.context() as patch:
        patch.setattr(batch_run, "write_riff", stopped)
        assert riffdesk(*BATCH) == 1
    assert [one["state"] for one in index()] == ["ready", "ready", "waiting"]
    assert riffdesk(*BATCH) == 0
    assert made == [("jazz", 1), ("jazz", 2), ("jazz", 3)]
    assert [one["state"] for one in index()] == ["ready"] * 3


def test_a_job_whose_model_is_missing_is_left_out_and_told_of(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], made: list[tuple[str, int]]
) -> None:
    write("prompt: jazz\njobs:\n  - model: [gone, tiny]\n  - init: gone.wav\n  - prompt: funk\n")
    assert riffdesk(*BATCH) == 1
    lines = capfd.readouterr().err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("riffdesk: skipped jazz 42 ")
    assert "There is no model called 'gone'" in lines[0]
    assert "There is no file gone.wav" in lines[1]
    assert made == [("jazz", 42), ("funk", 42)]
    assert [one["state"] for one in index()] == ["failed", "ready", "failed", "ready"]
    assert "no model called 'gone'" in index()[0]["reason"]
    assert Path("jobs/contact-sheet.png").exists()


def test_each_model_is_loaded_once(riffdesk: Riffdesk, made: list[tuple[str, int]]) -> None:
    write("jobs:\n  - prompt: [a, b]\n    model: [tiny, starter]\n    seconds: 0.1\n")
    assert riffdesk(*BATCH) == 0
    assert [prompt for prompt, _ in made] == ["a", "b", "a", "b"]
    assert [one["settings"]["model"] for one in index()] == ["tiny", "starter"] * 2


def test_on_a_full_disk_what_is_finished_stays_and_the_rest_is_made_later(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], full_disk: FullDisk, made: list[tuple[str, int]]
) -> None:
    write("prompt: jazz\nseed: [1, 2, 3]\njobs:\n  - seconds: 0.5\n  - seconds: 3\n")
    with full_disk(100_000):
        assert riffdesk(*BATCH) == 1
    assert "Could not write jobs/jazz 1 " in capfd.readouterr().err
    assert made == [("jazz", 1), ("jazz", 2), ("jazz", 3), ("jazz", 1)]
    assert [one["state"] for one in index()] == ["ready"] * 3 + ["waiting"] * 3
    assert len(list(Path("jobs").iterdir())) == 4
    assert riffdesk(*BATCH) == 0
    assert [one["state"] for one in index()] == ["ready"] * 6
    assert len(made) == 7


def test_a_typo_names_its_line_and_nothing_is_made(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    write("prompt: jazz\nsede: 3\n")
    assert riffdesk(*BATCH) == 1
    out, err = capfd.readouterr()
    assert (out, err) == ("", "riffdesk: jobs.yaml, line 7: there is no setting 'sede'. Did you mean 'seed'?\n")
    assert [path.name for path in Path().iterdir()] == ["jobs.yaml"]


def test_the_example_in_the_help_is_one(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from riffdesk.batch.job_file import read_jobs

    assert riffdesk("batch", "--help") == 0
    lines = capfd.readouterr().out.split("one more:\n")[1].splitlines()
    Path("jobs.yaml").write_text("\n".join(line.removeprefix("    ") for line in lines))
    assert len(read_jobs(Path("jobs.yaml"))) == 13


def test_finding_the_riffs_of_a_large_batch_shows_progress_and_can_be_stopped(tmp_path: Path) -> None:
    jobs_file = tmp_path / "jobs.yaml"
    jobs_file.write_text(f"prompt: jazz\nseeds: {list(range(250))}\n")
    cancel = threading.Event()
    steps: list[Step] = []

    def on_step(step: Step) -> None:
        steps.append(step)
        if step.done == 200:
            cancel.set()

    jobs = read_jobs(jobs_file)
    with pytest.raises(Cancelled):
        batch_run.run_batch(jobs, tmp_path / "riffs", on_step=on_step, cancel=cancel)
    assert [(step.done, step.total, step.what) for step in steps] == [
        (done, 250, "Finding the riffs that exist") for done in (0, 100, 200)
    ]
