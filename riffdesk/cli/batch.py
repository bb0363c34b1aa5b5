"""``riffdesk batch``: many riffs from one file of jobs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from riffdesk.cli.app import app
from riffdesk.cli.checks import NO_FLOAT_FLAC
from riffdesk.cli.choices import RiffFormat, Subtype, SubtypeOption, path_argument, path_option
from riffdesk.cli.library.library_copies import LibraryOption, keep_copies
from riffdesk.cli.terminal import examples, progress, report_errors, say, say_written


class _BatchCommand(TyperCommand):
    """A command whose ``--ray`` needs no address, which Typer's options cannot say."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse arguments, with the address of this machine where none is given."""
        given: list[str] = []
        for argument, following in zip(args, [*args[1:], "-"], strict=True):
            given.append(argument)
            if argument == "--ray" and (following.startswith("-") or following.lower().endswith((".yaml", ".yml"))):
                given.append("local")
        return super().parse_args(ctx, given)


@app.command(
    "batch",
    cls=_BatchCommand,
    epilog=examples(
        "riffdesk batch jobs.yaml",
        "riffdesk batch jobs.yaml -o riffs/ --format flac",
        "riffdesk batch jobs.yaml --ray auto",
        "",
        "A file of jobs, here of 2 x 3 x 2 riffs and one more:",
        "",
        "steps: 20",
        "jobs:",
        "  - prompts: [slow jazz, fast funk]",
        "    seeds: [1, 2, 3]",
        "    guidance: [3, 7]",
        "  - prompt: rain on a tin roof",
        "    seconds: 30",
        "    init: rain.wav",
    ),
)
@report_errors
def batch(
    jobs: Annotated[Path, path_argument(metavar="JOBS.yaml", help="The jobs: a YAML file.")],
    folder: Annotated[
        Path | None,
        path_option(
            "--out", "-o", metavar="DIR", help="Folder for the riffs; by default beside JOBS, with the same name."
        ),
    ] = None,
    format: Annotated[RiffFormat, typer.Option(help="Kind of file.")] = RiffFormat.wav,
    subtype: SubtypeOption = Subtype.pcm24,
    force: Annotated[bool, typer.Option("--force", help="Render again, and replace, riffs that exist.")] = False,
    ray: Annotated[
        str | None,
        typer.Option(metavar="[ADDRESS]", help="On a Ray cluster: its address, or auto; without one, on this machine."),
    ] = None,
    cores: Annotated[
        int | None, typer.Option(min=1, help="With --ray: processor cores of each worker without a graphics card.")
    ] = None,
    library: LibraryOption = True,
) -> None:
    """Make a riff for every job of a YAML file, into one folder.

    The keys are the options of `riffdesk render` without their dashes; a list makes a riff for each of
    its values, several lists one for each combination. Paths in a job are relative to JOBS. Each riff
    is written as soon as it is rendered, named after prompt, seed and a digest of all its settings,
    with an index.json of all riffs and, at the end, a contact-sheet.png. A batch that was stopped is
    continued by the same command. A job that fails is reported and skipped; the exit code is 1 then.

    With --ray the riffs are made on the machines of a Ray cluster, or on several workers of this one.

    The library keeps a copy of each riff that was made; use --no-library for thousands of them, as the
    oldest without stars go when it is full.
    """
    if cores is not None and ray is None:
        raise typer.BadParameter("--cores needs --ray.")
    if format is RiffFormat.flac and subtype is Subtype.float:
        raise typer.BadParameter(NO_FLOAT_FLAC)
    from riffdesk.batch.batch_run import INDEX, SHEET, run_batch
    from riffdesk.batch.job_file import read_jobs
    from riffdesk.batch.ray_workers import RayRenderer

    riff_jobs = read_jobs(jobs)
    if folder is None:
        folder = jobs.with_suffix("") if jobs.suffix else jobs.with_name(f"{jobs.name} riffs")
    with progress() as on_step:
        report = run_batch(
            riff_jobs,
            folder,
            suffix=f".{format.value}",
            subtype=subtype.code,
            again=force,
            renderer=None if ray is None else RayRenderer(ray, cores),
            on_made=(lambda path: keep_copies([path])) if library else (lambda path: None),
            on_failure=lambda name, sentence: say(f"riffdesk: skipped {name}: {sentence}"),
            on_step=on_step,
        )
    say_written(folder / INDEX, folder / SHEET)
    if report.failed:
        raise typer.Exit(1)
