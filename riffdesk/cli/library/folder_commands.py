"""``riffdesk library add-folder``, ``folders`` and ``remove-folder``: the user's own folders in the library."""

from __future__ import annotations

import json as json_format
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riffdesk.cli.choices import path_argument
from riffdesk.cli.library.library_commands import JsonOption, library, opened_library
from riffdesk.cli.terminal import examples, progress, report_errors, say
from riffdesk.errors import UserError, readable

if TYPE_CHECKING:
    from riffdesk.store.library.folders import Folder
    from riffdesk.store.library.library import Library

FolderPaths = Annotated[list[Path], path_argument(metavar="DIR...", help="Folders with sounds and MIDI files.")]


@library.command(
    "add-folder",
    epilog=examples("riffdesk library add-folder ~/Samples", "riffdesk library add-folder ~/Samples --quick"),
)
@report_errors
def add_folder(
    paths: FolderPaths,
    quick: Annotated[bool, typer.Option("--quick", help="List only; the window measures the files later.")] = False,
) -> None:
    """List the sounds and MIDI files of folders in the library, where they are.

    Nothing is copied or changed. A folder that was added before is read again: new files are listed,
    and missing ones are removed, unless they have stars or tags. First all files are listed, which
    takes seconds for thousands; then loudness, tempo, key and picture are measured one by one. After
    Ctrl+C the next call continues.
    """
    from riffdesk.analysis.folder_reading import list_folders, measure_folders
    from riffdesk.store.library import folders

    with opened_library() as opened, progress() as on_step:
        added = [folders.add_folder(opened, path) for path in paths]
        read = list_folders(tuple(folder.id for folder in added), on_step)
        listed = {folder.id: folder.files for folder in folders.folders(opened.database)}
        for folder in added:
            print(f"{readable(str(folder.path))}: {_files(listed.get(folder.id, 0))}.")
        if read.unreadable:
            say(f"{_files(read.unreadable)} cannot be read, and {'is' if read.unreadable == 1 else 'are'} left out.")
        if not quick:
            measure_folders(None, on_step)


@library.command("folders", epilog=examples("riffdesk library folders"))
@report_errors
def folders_(json: JsonOption = False) -> None:
    """List the folders in the library: the number of files, and the path, separated by a tab."""
    from riffdesk.store.library.folders import folders

    with opened_library() as opened:
        present = folders(opened.database)
    if json:
        rows = [
            {"path": str(folder.path), "files": folder.files, "missing": not folder.path.is_dir()} for folder in present
        ]
        print(json_format.dumps(rows, indent=2))
        return
    for folder in present:
        print(f"{folder.files}\t{readable(str(folder.path))}{'' if folder.path.is_dir() else ' (missing)'}")
    if not present:
        say("There are no folders in the library; riffdesk library add-folder adds one.")


@library.command("remove-folder", epilog=examples("riffdesk library remove-folder ~/Samples"))
@report_errors
def remove_folder(paths: FolderPaths) -> None:
    """Take folders out of the library; their files stay where they are.

    If a folder is added again within a week, its files have their stars and tags again.
    """
    from riffdesk.store.library import folders

    with opened_library() as opened:
        for folder in [_find_folder(opened, path) for path in paths]:
            folders.remove_folder(opened.database, folder.id)


def _find_folder(opened: Library, path: Path) -> Folder:
    """Return a folder of the library by its path; UserError if it is none."""
    from riffdesk.store.library.folders import folders

    absolute = Path(os.path.abspath(path))
    for folder in folders(opened.database):
        if folder.path == absolute:
            return folder
    raise UserError(f"{readable(str(absolute))} is no folder of the library. riffdesk library folders lists them.")


def _files(count: int) -> str:
    return f"{count:,} {'file' if count == 1 else 'files'}"
