"""Writing a set of files completely or not at all."""

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
    BACKUP,
    check_writable,
    give_permissions,
    remove_abandoned,
    sync_file,
    sync_folder,
    writer_mark,
)
from riffdesk.language import tr

_Move = tuple[Path, Path]


@contextmanager
def write_set(folder: Path, names: Callable[[int], Sequence[str]], *, overwrite: bool) -> Iterator[list[_Move]]:
    """Yield a temporary path for each file of a set; move all files to their places when the block succeeds.

    Parameters
    ----------
    folder : Path
        Created if it does not exist.
    names : callable
        Returns the set's file names for a number. The first number from 1 on is used for which no file exists.
    overwrite : bool
        Use the names for 1, and replace existing files.

    Yields
    ------
    list of (temporary, final)
        One pair of paths for each name.

    Raises
    ------
    UserError
        If a file cannot be written. As after any other exception, existing files are unchanged then, and no new file
        is left.
    """
    if "\0" in str(folder):
        raise UserError(tr("Could not export: the folder's name has a zero byte in it, which no system takes."))
    folder_is_new = not os.path.exists(folder)  # False if the path is too long, which raises an error below
    temporary_folder: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        remove_abandoned(folder)
        file_names = names(1) if overwrite else free_names(folder, names)
        temporary_folder = Path(tempfile.mkdtemp(prefix=f".export-{writer_mark()}", dir=folder))
        (temporary_folder / "new").mkdir()
        moves = [(temporary_folder / "new" / name, folder / name) for name in file_names]
        for _, final in moves:
            check_writable(final)
        yield moves
        for temporary, _ in moves:
            sync_file(temporary)
        _move_in(moves, temporary_folder / BACKUP, overwrite)
        folder_is_new = False
        sync_folder(folder)
    except OSError as error:
        raise UserError(
            tr("Could not export to {folder}: {reason}. Nothing was written.", folder=folder, reason=reason(error))
        ) from error
    finally:
        if temporary_folder is not None:
            shutil.rmtree(temporary_folder, ignore_errors=True)
        if folder_is_new and os.path.isdir(folder) and not any(folder.iterdir()):
            folder.rmdir()


def free_names(folder: Path, names: Callable[[int], Sequence[str]]) -> Sequence[str]:
    """Return the first names of which none exists in a folder, ignoring case."""
    taken = {name.casefold() for name in os.listdir(folder)}
    for number in itertools.count(1):
        candidates = names(number)
        if taken.isdisjoint(name.casefold() for name in candidates):
            break
    return candidates


def _move_in(moves: Sequence[_Move], backup_folder: Path, overwrite: bool) -> None:
    """Move every file to its place; if that fails, restore the replaced files."""
    backup_folder.mkdir()
    moved: list[Path] = []
    try:
        for temporary, final in moves:
            if final.is_dir():
                raise IsADirectoryError(errno.EISDIR, f"{final.name} is a folder")
            if final.exists():
                if not overwrite:
                    raise FileExistsError(errno.EEXIST, f"{final.name} has appeared there meanwhile")
                give_permissions(temporary, final)
                _back_up(final, backup_folder / final.name)
            moved.append(final)
            os.replace(temporary, final)
    except BaseException:
        for final in reversed(moved):
            if (backup_folder / final.name).exists():
                os.replace(backup_folder / final.name, final)
            else:
                final.unlink(missing_ok=True)
        raise


def _back_up(final: Path, backup: Path) -> None:
    """Link, or else move, a file that is about to be replaced to its backup."""
    try:
        os.link(final, backup)
    except (OSError, NotImplementedError):
        os.replace(final, backup)
