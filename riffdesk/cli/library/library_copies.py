"""Copies in the library of sounds that commands have made, and the option ``--no-library``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from riffdesk.cli.terminal import say
from riffdesk.errors import UserError

LibraryOption = Annotated[
    bool, typer.Option("--library/--no-library", help="Whether the library keeps a copy of the sound.")
]


def keep_copies(paths: Iterable[Path], kind: str = "") -> None:
    """Copy new sounds into the library; a failure is printed, and does not fail the command.

    Parameters
    ----------
    paths : iterable of Path
        Pictures among them are left out.
    kind : str
        See `riffdesk.analysis.riff_entry.AddFileRequest`.
    """
    from riffdesk.analysis.riff_entry import AddFileRequest, add_file
    from riffdesk.settings import SettingsFile

    limit = SettingsFile().load().library_mib * 2**20
    for path in paths:
        if path.suffix.lower() != ".png":
            try:
                add_file(AddFileRequest(path, limit, kind=kind))
            except UserError as error:
                say(f"The library keeps no copy: {error}")
