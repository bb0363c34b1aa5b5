"""``riffdesk desktop add``, ``remove`` and ``thumbnail``: the program in the menu, and its files in file managers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.choices import path_argument
from riffdesk.cli.terminal import examples, report_errors, say, say_written

desktop = typer.Typer(help="Put riffdesk into the menu of a Linux desktop, and open .riff files with it.")
app.add_typer(desktop, name="desktop")


@desktop.command("add", epilog=examples("riffdesk desktop add"))
@report_errors
def add() -> None:
    """Put riffdesk into the menu, have .riff files be opened with it, and show thumbnails of them.

    `man riffdesk` shows the manual page then. The entries start the riffdesk that this command belongs
    to. After it was moved or installed anew, the command is given again.
    """
    from riffdesk.cli.desktop.man_page import man_page
    from riffdesk.desktop.entries import add_entries

    say_written(*add_entries(man_page()))


@desktop.command("remove", epilog=examples("riffdesk desktop remove"))
@report_errors
def remove() -> None:
    """Take riffdesk out of the menu again."""
    from riffdesk.desktop.entries import remove_entries

    removed = remove_entries()
    say(f"Removed {', '.join(map(str, removed))}." if removed else "There are no entries of riffdesk.")


@desktop.command("thumbnail", epilog=examples("riffdesk desktop thumbnail song.riff song.png --size 512"))
@report_errors
def thumbnail(
    project: Annotated[Path, path_argument(metavar="PROJECT", help="A .riff project.")],
    out: Annotated[Path, path_argument(metavar="OUT", help="The PNG file to write, in place of one that is there.")],
    size: Annotated[int, typer.Option(metavar="PIXELS", help="Width of the picture.")] = 256,
) -> None:
    """Draw a project's mix as a small picture; file managers call this."""
    from riffdesk.desktop.thumbnail import write_thumbnail

    write_thumbnail(project, out, size)
