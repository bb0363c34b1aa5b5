"""``riffdesk library``: lists, searches, copies and sorts riffs and sounds."""

from __future__ import annotations

import json as json_format
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from riffdesk.cli.app import app
from riffdesk.cli.choices import Format, path_argument, path_option
from riffdesk.cli.terminal import examples, progress, report_errors, say, say_written
from riffdesk.errors import UserError

if TYPE_CHECKING:
    from riffdesk.store.library.entry import Entry
    from riffdesk.store.library.library import Library

library = typer.Typer(
    name="library",
    help="Find, rate and copy the riffs that were made, and sounds in folders of your own.",
    rich_markup_mode=None,
    no_args_is_help=True,
    epilog=examples(
        "riffdesk library list",
        "riffdesk library search slow piano key:Am bpm:80-100 stars:3",
        "riffdesk library export 12 15 -o best/",
        "riffdesk library import old-riffs/",
        "riffdesk library add-folder ~/Samples",
    ),
)
app.add_typer(library, name="library")


class Sort(StrEnum):
    """Orders of a list."""

    newest = "newest"
    oldest = "oldest"
    stars = "stars"
    name = "name"
    tempo = "tempo"
    length = "length"
    key = "key"
    model = "model"


SortOption = Annotated[Sort, typer.Option("--sort", help="Order of the list.")]
LimitOption = Annotated[int, typer.Option("--limit", min=1, max=1_000_000, help="Maximum number.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print it as JSON, and nothing else.")]
Ids = Annotated[list[int], typer.Argument(metavar="ID...", help="As the list shows them.")]


@library.command("list", epilog=examples("riffdesk library list", "riffdesk library list --sort stars --limit 20"))
@report_errors
def list_(sort: SortOption = Sort.newest, limit: LimitOption = 100, json: JsonOption = False) -> None:
    """List riffs: id, stars, date, tempo, key, length, model, name and tags, separated by tabs."""
    _list("", sort, limit, json)


@library.command(
    "search",
    epilog=examples(
        "riffdesk library search slow piano",
        "riffdesk library search key:Am bpm:80-100 stars:3 model:starter tag:night",
        "riffdesk library search 'tag:\"night drive\"' kind:take seconds:8-",
    ),
)
@report_errors
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="Words and fields such as key:Am.")],
    sort: SortOption = Sort.newest,
    limit: LimitOption = 100,
    json: JsonOption = False,
) -> None:
    """List the riffs that match all words and fields.

    A word matches the beginnings of words of name, prompt, tags and model. The fields are key:Am,
    bpm:80-100, stars:3 (three or more), model:starter, tag:night, kind:take (riff, variation, part,
    jam, change, sound, notes), seconds:4-10, seed:42, folder:drums and like:12 (the most
    similar to riff 12 first).
    """
    _list(" ".join(words), sort, limit, json)


@library.command(
    "export",
    epilog=examples(
        "riffdesk library export 12 -o jazz.wav",
        "riffdesk library export 12 15 18 -o best/",
        "riffdesk library export --search 'stars:4' -o best/ --format wav",
    ),
)
@report_errors
def export(
    out: Annotated[
        Path, path_option("--out", "-o", metavar="OUT", help="A folder, or for one riff a .wav or .flac file.")
    ],
    ids: Annotated[list[int] | None, typer.Argument(metavar="[ID...]", help="As the list shows them.")] = None,
    search: Annotated[str | None, typer.Option("--search", help="Export all matches, instead of ids.")] = None,
    format: Annotated[Format, typer.Option(help="Kind of the files in a folder.")] = Format.flac,
    force: Annotated[bool, typer.Option("--force", help="Replace the file OUT.")] = False,
) -> None:
    """Copy the sounds of riffs out of the library, with their recipes.

    In a folder, a file library.json keeps their names, stars and tags, which `import` reads again.
    """
    if bool(ids) == (search is not None):
        raise typer.BadParameter("name the riffs by their ids, or with --search.")
    from riffdesk.analysis.transfer import copy_sound, export_entries
    from riffdesk.cli.checks import check_folder, keep_existing

    with opened_library() as opened, progress() as on_step:
        entries = [opened.entry(one) for one in ids or ()] or _search(opened, search or "", Sort.oldest, 1_000_000)
        if not entries:
            raise UserError("Nothing in the library matches, so nothing was copied.")
        if out.suffix.lower() in (".wav", ".flac") and not out.is_dir():
            if len(entries) != 1:
                raise UserError(f"{out} is one file, and these are {len(entries)} riffs. Name a folder instead.")
            keep_existing(out, force)
            check_folder(out)
            copy_sound(opened, entries[0], out)
            paths = [out]
        else:
            paths = export_entries(opened, entries, out, "WAV" if format is Format.wav else "FLAC", on_step)
    say_written(*paths)


@library.command("import", epilog=examples("riffdesk library import jazz.wav", "riffdesk library import best/"))
@report_errors
def import_(
    paths: Annotated[list[Path], path_argument(metavar="PATH...", help="Sound files, and folders with sound files.")],
) -> None:
    """Copy sound files into the library, with the recipes in them.

    Tempo and key are those of the recipe, or else estimated. Sounds that the library has are not
    added again. Files that cannot be read are reported, and the exit code is 1.
    """
    from riffdesk.analysis.transfer import import_paths

    with opened_library() as opened, progress() as on_step:
        imported = import_paths(opened, paths, _limit(), on_step)
    for problem in imported.problems:
        say(f"riffdesk: {problem}")
    known = f"; {imported.known:,} were in the library already" if imported.known else ""
    print(f"Added {imported.added:,} {'sound' if imported.added == 1 else 'sounds'}{known}.")
    if imported.problems:
        raise typer.Exit(1)


@library.command("rate", epilog=examples("riffdesk library rate 12 15 --stars 4"))
@report_errors
def rate(ids: Ids, stars: Annotated[int, typer.Option(min=0, max=5, help="0 to 5.")]) -> None:
    """Give riffs stars. Those with stars are never removed to make room."""
    with opened_library() as opened:
        opened.rate(_existing(opened, ids), stars)


@library.command(
    "tag",
    epilog=examples("riffdesk library tag 12 15 --add night --add drums", "riffdesk library tag 12 --remove night"),
)
@report_errors
def tag(
    ids: Ids,
    add: Annotated[list[str] | None, typer.Option("--add", metavar="TAG", help="A tag to add.")] = None,
    remove: Annotated[list[str] | None, typer.Option("--remove", metavar="TAG", help="A tag to remove.")] = None,
) -> None:
    """Add tags to riffs, or remove them."""
    if not add and not remove:
        raise typer.BadParameter("say which tag, with --add or --remove.")
    from riffdesk.store.library.entry import clean_tag

    removed = {clean_tag(one) for one in remove or ()}
    with opened_library() as opened:
        for entry in [opened.entry(one) for one in ids]:
            kept = [one for one in entry.tags if one not in removed]
            opened.set_tags(entry.id, [*kept, *(add or ())])


@library.command("rename", epilog=examples("riffdesk library rename 12 'Night drive'"))
@report_errors
def rename(
    id: Annotated[int, typer.Argument(metavar="ID", help="As the list shows it.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its new name.")],
) -> None:
    """Give a riff another name."""
    with opened_library() as opened:
        opened.rename(_existing(opened, [id])[0], name)


@library.command("remove", epilog=examples("riffdesk library remove 12 15"))
@report_errors
def remove(ids: Ids) -> None:
    """Move riffs to the trash; `riffdesk library restore` brings them back within a week."""
    with opened_library() as opened:
        opened.trash(_existing(opened, ids))


@library.command("restore", epilog=examples("riffdesk library restore 12 15"))
@report_errors
def restore(ids: Ids) -> None:
    """Bring removed riffs back, within a week."""
    with opened_library() as opened:
        opened.restore(_existing(opened, ids))


@contextmanager
def opened_library() -> Iterator[Library]:
    """Open the library; print a message if its list was damaged."""
    from riffdesk.store.library.library import Library

    with closing(Library()) as opened:
        if opened.database.set_aside is not None:
            say(f"The list of the library was damaged; it is kept as {opened.database.set_aside}.")
        yield opened


def _list(text: str, sort: Sort, limit: int, json: bool) -> None:
    with opened_library() as opened:
        entries = _search(opened, text, sort, limit)
        if json:
            print(json_format.dumps([_description(entry) for entry in entries], indent=2))
            return
        for entry in entries:
            print(_line(entry))
        if not entries:
            say("Nothing in the library matches." if text else "The library is empty.")
        elif len(entries) == limit < opened.count() and not text:
            say(f"These are {limit:,} of {opened.count():,}; --limit lists more.")


def _search(opened: Library, text: str, sort: Sort, limit: int) -> list[Entry]:
    from riffdesk.store.library.query import query_of

    query = query_of(text)
    for problem in query.problems:
        say(problem)
    return opened.page(query, sort.value, count=limit)


def _existing(opened: Library, ids: Sequence[int]) -> list[int]:
    """Return ids; UserError if there is no such riff."""
    return [opened.entry(one).id for one in ids]


def _line(entry: Entry) -> str:
    date = datetime.fromtimestamp(entry.created)
    columns = (
        str(entry.id),
        "*" * entry.stars,
        f"{date:%Y-%m-%d %H:%M}",
        f"{entry.tempo:g} bpm" if entry.tempo else "",
        entry.key,
        f"{entry.seconds:.2f} s",
        entry.model,
        f"{entry.name} (missing)" if entry.missing else entry.name,
        ", ".join(entry.tags),
    )
    return "\t".join(" ".join(text.split()) for text in columns)


def _description(entry: Entry) -> dict[str, Any]:
    fields = (
        "id", "kind", "name", "prompt", "negative", "seed", "tempo", "key", "seconds", "model", "stars", "created",
        "loudness", "missing",
    )  # fmt: skip
    described = {name: getattr(entry, name) for name in fields}
    return described | {"tags": list(entry.tags), "path": str(entry.path)}


def _limit() -> int:
    """Return the size limit of the library in bytes, from the settings."""
    from riffdesk.settings import SettingsFile

    return SettingsFile().load().library_mib * 2**20
