"""Renders the riffs of a batch into one folder.

Files that exist already are not rendered again, since a file's name identifies all its settings. Each riff is written
as soon as it is rendered, and soon after it ``index.json``, so that a batch that was stopped, or whose disk was full,
can be continued. A job that cannot be done, for instance because its model is missing, is reported and skipped. At the
end a contact sheet of the riffs is written. A `Renderer` renders the riffs: in this process, or on the workers of
`riffdesk.batch.ray_workers`.
"""

from __future__ import annotations

import errno
import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

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
_MOST_CELLS = 1_000  # few programs open a larger contact sheet
_INDEX_SHARE = 0.02  # largest part of the time spent on writing the index
_JOBS_A_STEP = 100  # a terminal shows no more steps in a second
_DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)


@dataclass(frozen=True)
class BatchReport:
    """Result of a batch.

    Parameters
    ----------
    made, kept : int
        Numbers of riffs that were rendered, and that existed already.
    failed : tuple of (name, sentence)
        Jobs that could not be done, each with the reason.
    """

    made: int
    kept: int
    failed: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PendingJobs:
    """Riffs that are to be rendered.

    Parameters
    ----------
    jobs : sequence of Job
        Those of one model follow each other.
    path_of : callable
        Returns the file of a job.
    subtype : str
        Format of the samples.
    on_step, cancel
        Progress, and a way to stop.
    """

    jobs: Sequence[Job]
    path_of: Callable[[Job], Path]
    subtype: Subtype
    on_step: OnStep
    cancel: threading.Event | None


class Renderer(Protocol):
    """Renders riffs, in any order."""

    def __call__(self, pending: PendingJobs) -> Iterator[tuple[Job, UserError | None]]:
        """Yield each job when its file is written, or with the reason why it cannot be done.

        A UserError is raised if no further job can be done: the disk is full, or cannot be written to.
        """


def run_batch(  # noqa: PLR0913 - options, by keyword only
    jobs: Sequence[Job],
    folder: Path,
    *,
    suffix: str = ".wav",
    subtype: Subtype = "PCM_24",
    again: bool = False,
    renderer: Renderer | None = None,
    on_made: Callable[[Path], None] = lambda path: None,
    on_failure: Callable[[str, str], None] = lambda name, sentence: None,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> BatchReport:
    """Render every riff whose file does not exist.

    Parameters
    ----------
    jobs : sequence of Job
    folder : Path
        Created if it does not exist.
    suffix, subtype : str
        Format of the files, see `riffdesk.scripting.api.Riff.save`.
    again : bool
        Render all riffs, and replace existing files.
    renderer : Renderer, optional
        Where the riffs are rendered; by default `render_here`.
    on_made : callable
        Called with the file of each riff that was rendered.
    on_failure : callable
        Called with the name of a job that cannot be done and the reason.
    on_step, cancel
        Progress, and a way to stop.

    Raises
    ------
    UserError
        If the folder cannot be written to, or the disk is full. Finished riffs stay.
    Cancelled
        If ``cancel`` was set. Finished riffs stay.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"Could not make the folder {folder}: {reason(error)}.") from error
    batch = _Batch(jobs, folder, suffix)
    found = batch.find_files(on_step, cancel)
    pending = [job for job in jobs if again or job.name not in found]
    batch.write_index()
    try:
        jobs_left = PendingJobs(_by_model(pending), batch.path, subtype, on_step, cancel)
        for job, failure in (renderer or render_here)(jobs_left):
            if failure is None:
                batch.add(job)
                on_made(batch.path(job))
            else:
                batch.fail(job, str(failure))
                on_failure(job.name, str(failure))
            batch.write_index_soon()
    finally:
        batch.write_index()
    batch.write_sheet(on_step, cancel)
    failed = tuple(batch.failures.items())
    return BatchReport(len(pending) - len(failed), len(jobs) - len(pending), failed)


def render_here(pending: PendingJobs) -> Iterator[tuple[Job, UserError | None]]:
    """Render jobs in this process, one after the other; a `Renderer`."""
    cancel = pending.cancel
    for count, job in enumerate(pending.jobs, 1):
        check(cancel)
        named_steps = _with_number(count, len(pending.jobs), pending.on_step)
        try:
            request = request_of(job.prompt, named_steps, cancel, **job.options)
            write_riff(request, pending.path_of(job), subtype=pending.subtype, on_step=named_steps, cancel=cancel)
        except UserError as error:
            if is_disk_error(error):
                raise
            yield job, error
        else:
            yield job, None


class _Batch:
    """The folder of a batch, and the state of each job."""

    def __init__(self, jobs: Sequence[Job], folder: Path, suffix: str) -> None:
        self._jobs, self._folder, self._suffix = jobs, folder, suffix
        self.failures: dict[str, str] = {}
        self._recipes: dict[str, Recipe | None] = {}
        self._written, self._writing = 0.0, 0.0  # when the index was written, and how long that took

    def find_files(self, on_step: OnStep, cancel: threading.Event | None) -> set[str]:
        """Add the jobs whose files exist, which takes a while for many, and return their names.

        Files are never incomplete.
        """
        for number, job in enumerate(self._jobs):
            if number % _JOBS_A_STEP == 0:
                check(cancel)
                on_step(Step(number, len(self._jobs), "Finding the riffs that exist"))
            if self.path(job).exists():
                self.add(job)
        return set(self._recipes)

    def path(self, job: Job) -> Path:
        """Return the file of a job."""
        return self._folder / f"{job.name}{self._suffix}"

    def add(self, job: Job) -> None:
        """Record that the file of a job exists."""
        self._recipes[job.name] = _recipe_of(self.path(job))

    def fail(self, job: Job, sentence: str) -> None:
        """Record that a job cannot be done."""
        self.failures[job.name] = sentence

    def write_index_soon(self) -> None:
        """Write the index, unless that would take too large a part of the time: the end of the batch writes it."""
        if time.monotonic() - self._written >= self._writing / _INDEX_SHARE:
            self.write_index()

    def write_index(self) -> None:
        """Write the state of every job: ready, failed or waiting."""
        started = time.monotonic()
        index = {"riffdesk batch": _VERSION, "riffs": [self._entry(job) for job in self._jobs]}
        with write_beside(self._folder / INDEX) as temporary:
            temporary.write_text(json.dumps(index, indent=1) + "\n", encoding="ascii")
        self._written = time.monotonic()
        self._writing = self._written - started

    def _entry(self, job: Job) -> dict[str, Any]:
        entry: dict[str, Any] = {"file": self.path(job).name, "prompt": job.prompt, "settings": dict(job.settings)}
        if job.name in self.failures:
            return entry | {"state": "failed", "reason": self.failures[job.name]}
        if job.name not in self._recipes:
            return entry | {"state": "waiting"}
        recipe = self._recipes[job.name]
        return entry | {"state": "ready", "recipe": recipe and recipe_json.to_json(recipe)}

    def write_sheet(self, on_step: OnStep, cancel: threading.Event | None) -> None:
        """Write the contact sheet of the ready and failed jobs, of the first ones if there are too many."""
        cells = []
        shown = self._jobs[:_MOST_CELLS]
        for number, job in enumerate(shown):
            check(cancel)
            on_step(Step(number, len(shown), "Drawing the contact sheet"))
            ready = job.name in self._recipes and job.name not in self.failures
            picture = thumbnail(self.path(job)) if ready else None
            other_settings = [f"{key} {value}" for key, value in job.settings.items() if key != "seed"]
            recipe = self._recipes.get(job.name)
            seed = recipe.keyframes[0].seed if recipe else job.settings["seed"]
            subtitle = ", ".join([f"seed {seed}", *other_settings]) if ready else self.failures[job.name]
            cells.append(Cell(job.prompt or "(no words)", subtitle, picture))
        write_sheet(self._folder / SHEET, cells)


def _recipe_of(path: Path) -> Recipe | None:
    """Return the recipe in a file; None if there is none, or the file is damaged."""
    try:
        return read_image(ImageRequest(path)).recipe if path.suffix == ".png" else read_recipe(path)
    except UserError:
        return None


def _by_model(jobs: Sequence[Job]) -> list[Job]:
    """Return the jobs grouped by model, so that each is loaded once, otherwise in their order."""
    models = [json.dumps([job.settings.get("model"), job.settings.get("lora")]) for job in jobs]
    first: dict[str, int] = {}
    for place, model in enumerate(models):
        first.setdefault(model, place)
    return [job for _, job in sorted(zip(models, jobs, strict=True), key=lambda pair: first[pair[0]])]


def _with_number(number: int, total: int, on_step: OnStep) -> OnStep:
    return lambda step: on_step(replace(step, what=f"Riff {number} of {total}: {step.what}", partial=None))


def is_disk_error(error: UserError) -> bool:
    """Return whether the disk is full or read-only, so that the next file cannot be written either."""
    return isinstance(error.__cause__, OSError) and error.__cause__.errno in _DISK_ERRORS
