"""A set of files that is written completely or not at all."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from riffdesk.errors import UserError, reason
from riffdesk.files import (
    ASIDE,
    check_writable,
    give_permissions,
    remove_abandoned,
    sync_file,
    sync_folder,
    writer_mark,
)

_Move = tuple[Path, Path]


@contextmanager
def write_set(folder: Path, names: Callable[[int], Sequence[str]], *, overwrite: bool) -> Iterator[list[_Move]]:
    """Give a temporary path for each file of a set, and move them all to their places when the block succeeds.

    Parameters
    ----------
    folder : Path
        Where to; it is made if it is missing.
    names : callable
        The set's file names for a number: those for 1 are tried first, then those for 2, ... until
        none of them exists.
    overwrite : bool
        Take the names for 1, and replace files of these names.

    Yields
    ------
    list of (temporary, final)
        One pair of paths for each name.

    Raises
    ------
    UserError
        If anything cannot be written. No file of the set is there then, and those that were there
        before are as they were, as after any other exception.
    """
    if "\0" in str(folder):
        raise UserError("Could not export: the folder's name has a zero byte in it, which no system takes.")
    made = not os.path.exists(folder)  # False of a path that is too long, which is told of below
    hold: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        remove_abandoned(folder)
        chosen = names(1) if overwrite else free_names(folder, names)
        hold = Path(tempfile.mkdtemp(prefix=f".export-{writer_mark()}", dir=folder))
        (hold / "new").mkdir()
        moves = [(hold / "new" / name, folder / name) for name in chosen]
        for _, final in moves:
            check_writable(final)
        yield moves
        for temporary, _ in moves:
            sync_file(temporary)
        _move_in(moves, hold / ASIDE, overwrite)
        made = False
        sync_folder(folder)
    except OSError as error:
        raise UserError(f"Could not export to {folder}: {reason(error)}. Nothing was written.") from error
    finally:
        if hold is not None:
            shutil.rmtree(hold, ignore_errors=True)
        if made and os.path.isdir(folder) and not any(folder.iterdir()):
            folder.rmdir()


def free_names(folder: Path, names: Callable[[int], Sequence[str]]) -> Sequence[str]:
    """Return the first names of which none exists in a folder, on systems too that do not tell case apart."""
    taken = {name.casefold() for name in os.listdir(folder)}
    for number in itertools.count(1):
        chosen = names(number)
        if taken.isdisjoint(name.casefold() for name in chosen):
            break
    return chosen


def _move_in(moves: Sequence[_Move], aside: Path, overwrite: bool) -> None:
    """Move every file to its place; if one cannot be, take back those before it."""
    aside.mkdir()
    begun: list[Path] = []
    try:
        for temporary, final in moves:
            if final.is_dir():
                raise IsADirectoryError(errno.EISDIR, f"{final.name} is a folder")
            if final.exists():
                if not overwrite:
                    raise FileExistsError(errno.EEXIST, f"{final.name} has appeared there meanwhile")
                give_permissions(temporary, final)
                _put_aside(final, aside / final.name)
            begun.append(final)
            os.replace(temporary, final)
    except BaseException:
        for final in reversed(begun):
            if (aside / final.name).exists():
                os.replace(aside / final.name, final)
            else:
                final.unlink(missing_ok=True)
        raise


def _put_aside(final: Path, aside: Path) -> None:
    """Keep a file that is about to be replaced; it stays under its name too, where the disk knows links."""
    try:
        os.link(final, aside)
    except (OSError, NotImplementedError):
        os.replace(final, aside)
