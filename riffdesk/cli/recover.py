"""``riffdesk recover``: sketches that were not saved when riffdesk was killed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.checks import check_folder, keep_existing
from riffdesk.cli.choices import ForceOption, path_option
from riffdesk.cli.terminal import examples, progress, report_errors, say, say_written
from riffdesk.errors import UserError

if TYPE_CHECKING:
    from riffdesk.store.journal.recovery import Recoverable


@app.command(
    "recover",
    epilog=examples(
        "riffdesk recover",
        "riffdesk recover 3fa9c1d2 -o song.riff",
        "riffdesk recover 3fa9c1d2 --discard",
    ),
)
@report_errors
def recover(
    id: Annotated[str | None, typer.Argument(metavar="ID", help="Which sketch, as the list names it.")] = None,
    out: Annotated[Path | None, path_option("-o", "--out", help="The project to write: a .riff file.")] = None,
    discard: Annotated[bool, typer.Option("--discard", help="Remove it; after writing it, with -o.")] = False,
    force: ForceOption = False,
) -> None:
    """Recover sketches that were not saved when riffdesk was killed or the power went.

    Without an ID, it lists them, the latest first: id, time, name and length, separated by tabs.
    A recovered sketch stays in the list until it is discarded. The window offers them too.
    """
    if id is None:
        if out is not None or discard:
            raise typer.BadParameter("say which sketch: riffdesk recover lists them.")
        _list()
        return
    if out is None and not discard:
        raise typer.BadParameter("say where to write the sketch, with -o song.riff, or --discard it.")
    if out is not None:
        if out.suffix.lower() != ".riff":
            raise typer.BadParameter(f"'{out}' is no name for a project: it must end in .riff.")
        keep_existing(out, force)
        check_folder(out)
    sketch = next((sketch for sketch in _recoverable() if sketch.id == id), None)
    if sketch is None:
        raise UserError(f"There is no sketch '{id}' to recover. riffdesk recover lists them.")
    if out is not None:
        _write(sketch, out)
    if discard:
        from riffdesk.store.journal import recovery

        recovery.discard(sketch)


def _recoverable() -> tuple[Recoverable, ...]:
    from riffdesk.store.journal.recovery import find_recoverable

    found = find_recoverable()
    for folder in found.damaged:
        say(f"A sketch in {folder} cannot be recovered: its files are damaged.")
    return found.sketches


def _list() -> None:
    sketches = _recoverable()
    for sketch in sketches:
        name = sketch.name.replace("\t", " ").replace("\n", " ")
        print(f"{sketch.id}\t{sketch.time:%Y-%m-%d %H:%M:%S}\t{name}\t{sketch.seconds:.2f} s")
    if not sketches:
        say("There is nothing to recover.")


def _write(sketch: Recoverable, out: Path) -> None:
    from riffdesk.store.journal import recovery
    from riffdesk.store.project.saving import SaveRequest, save_project

    recovered = recovery.recover(sketch)
    try:
        with progress() as on_step:
            save_project(SaveRequest(recovered.state, out, snapshots=recovered.snapshots), on_step)
    finally:
        recovered.journal.release()
    say_written(out)
