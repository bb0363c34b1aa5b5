"""Makes the riffs of a batch, one after the other, into one folder.

The story: what is in the folder already is not made again, since a file's name stands for all its settings. Each
riff is written as soon as it is there, and ``index.json`` after it, so that a batch that was stopped, or whose disk was
full, goes on where it was. A job that cannot be done, because its model is missing for one, is told of and left out.
At last all are shown on a contact sheet.
"""

from __future__ import annotations

import errno
import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from riffdesk.audio.filing.sample_formats import Subtype
from riffdesk.audio.filing.sound_files import read_recipe
from riffdesk.batch.contact_sheet import Cell, thumbnail, write_sheet
from riffdesk.batch.job_file import Job
from riffdesk.errors import UserError, reason
from riffdesk.files import write_beside
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.scripting.api import write_riff
from riffdesk.scripting.requests import request_of
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.store.image.image_file import ImageRequest, read_image

INDEX, SHEET = "index.json", "contact-sheet.png"

_VERSION = 1
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)


@dataclass(frozen=True)
class BatchReport:
    """What came of a batch.

    Parameters
    ----------
    made, kept : int
        Riffs that were made now, and that were there already.
    failed : tuple of (name, sentence)
        Jobs that could not be done, and why.
    """

    made: int
    kept: int
    failed: tuple[tuple[str, str], ...]


def run_batch(
    jobs: Sequence[Job],
    folder: Path,
    *,
    suffix: str = ".wav",
    subtype: Subtype = "PCM_24",
    again: bool = False,
    on_failure: Callable[[str, str], None] = lambda name, sentence: None,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> BatchReport:
    """Make every riff that is not there yet.

    Parameters
    ----------
    jobs : sequence of Job
    folder : Path
        Where to; made if it is missing.
    suffix, subtype : str
        Of the files, see `riffdesk.scripting.api.Riff.save`.
    again : bool
        Whether to make those anew that are there already.
    on_failure : callable
        Hears the name of a job that cannot be done, and why.
    on_step, cancel
        Progress, and a way to stop.

    Raises
    ------
    UserError
        If nothing can be written there, or no longer. What is finished stays.
    Cancelled
        If ``cancel`` was set; the same holds.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"Could not make the folder {folder}: {reason(error)}.") from error
    batch = _Batch(jobs, folder, suffix)
    todo = [job for job in jobs if again or not batch.is_there(job)]
    batch.write_index()
    for count, job in enumerate(_by_model(todo), 1):
        check(cancel)
        named = _naming(count, len(todo), on_step)
        try:
            request = request_of(job.prompt, named, cancel, **job.options)
            write_riff(request, batch.path(job), subtype=subtype, on_step=named, cancel=cancel)
        except UserError as error:
            if _is_full(error):
                raise
            batch.fail(job, str(error))
            on_failure(job.name, str(error))
        else:
            batch.add(job)
        batch.write_index()
    batch.write_sheet(on_step, cancel)
    failed = tuple(batch.failures.items())
    return BatchReport(len(todo) - len(failed), len(jobs) - len(todo), failed)


class _Batch:
    """The folder, and what is known of each job."""

    def __init__(self, jobs: Sequence[Job], folder: Path, suffix: str) -> None:
        self._jobs, self._folder, self._suffix = jobs, folder, suffix
        self.failures: dict[str, str] = {}
        self._recipes: dict[str, Recipe | None] = {}
        for job in jobs:
            if self.is_there(job):
                self.add(job)

    def path(self, job: Job) -> Path:
        """Return the file of a job."""
        return self._folder / f"{job.name}{self._suffix}"

    def is_there(self, job: Job) -> bool:
        """Return whether a job has its file: files come whole or not at all."""
        return self.path(job).exists()

    def add(self, job: Job) -> None:
        """Note that the file of a job is there."""
        self._recipes[job.name] = _recipe_in(self.path(job))

    def fail(self, job: Job, sentence: str) -> None:
        """Note that a job cannot be done."""
        self.failures[job.name] = sentence

    def write_index(self) -> None:
        """Write what is there, what failed and what is still to be made."""
        told = {"riffdesk batch": _VERSION, "riffs": [self._entry(job) for job in self._jobs]}
        with write_beside(self._folder / INDEX) as temporary:
            temporary.write_text(json.dumps(told, indent=1) + "\n", encoding="ascii")

    def _entry(self, job: Job) -> dict[str, Any]:
        entry: dict[str, Any] = {"file": self.path(job).name, "prompt": job.prompt, "settings": dict(job.settings)}
        if job.name in self.failures:
            return entry | {"state": "failed", "reason": self.failures[job.name]}
        if job.name not in self._recipes:
            return entry | {"state": "waiting"}
        recipe = self._recipes[job.name]
        return entry | {"state": "ready", "recipe": recipe and recipe_json.to_json(recipe)}

    def write_sheet(self, on_step: OnStep, cancel: threading.Event | None) -> None:
        """Write the contact sheet of all that are there."""
        cells = []
        for number, job in enumerate(self._jobs):
            check(cancel)
            on_step(Step(number, len(self._jobs), "Drawing the contact sheet"))
            ready = job.name in self._recipes and job.name not in self.failures
            picture = thumbnail(self.path(job)) if ready else None
            others = [f"{key} {value}" for key, value in job.settings.items() if key != "seed"]
            recipe = self._recipes.get(job.name)
            seed = recipe.keyframes[0].seed if recipe else job.settings["seed"]
            subtitle = ", ".join([f"seed {seed}", *others]) if ready else self.failures[job.name]
            cells.append(Cell(job.prompt or "(no words)", subtitle, picture))
        write_sheet(self._folder / SHEET, cells)


def _recipe_in(path: Path) -> Recipe | None:
    """Return what made a file; None if it does not say, or is damaged."""
    try:
        return read_image(ImageRequest(path)).recipe if path.suffix == ".png" else read_recipe(path)
    except UserError:
        return None


def _by_model(jobs: Sequence[Job]) -> list[Job]:
    """Return the jobs so that each model is loaded once, otherwise in their order."""
    models = [json.dumps([job.settings.get("model"), job.settings.get("lora")]) for job in jobs]
    first = {model: models.index(model) for model in set(models)}
    return [job for _, job in sorted(zip(models, jobs, strict=True), key=lambda pair: first[pair[0]])]


def _naming(number: int, total: int, on_step: OnStep) -> OnStep:
    return lambda step: on_step(replace(step, what=f"Riff {number} of {total}: {step.what}", partial=None))


def _is_full(error: UserError) -> bool:
    """Return whether there is no room on the disk for a file: then there is none for the next one either."""
    return isinstance(error.__cause__, OSError) and error.__cause__.errno in _FULL
