"""Writing files so that half a file is never left, and naming them so that every system accepts them."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from riffdesk.errors import UserError, reason

_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)
}


@contextmanager
def write_beside(path: Path) -> Iterator[Path]:
    """Give a temporary path in the target's folder and rename it over ``path`` when the block succeeds.

    Parameters
    ----------
    path : Path
        The file to write. It is replaced in one step, or left as it was. Where it is a link, what it
        links to is replaced.

    Raises
    ------
    UserError
        If the folder is missing or read-only, or the disk is full; the message names the file.
    """
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=target.suffix, dir=target.parent)
        os.close(descriptor)
        temporary = Path(name)
        _give_usual_permissions(temporary)
        yield temporary
        os.replace(temporary, target)
    except OSError as error:
        raise UserError(f"Could not write {path}: {reason(error)}.") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """Return when the file's bytes are on the disk; OSError if they cannot be."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when it is on the disk which files the folder has; OSError if that cannot be.

    Windows and some network disks know no such thing, and return at once.
    """
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def _give_usual_permissions(path: Path) -> None:
    """Undo mkstemp's private mode: a saved song is as readable as any other new file."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def safe_name(name: str, fallback: str = "untitled") -> str:
    """Return ``name`` as a file name that Windows, macOS and Linux all accept.

    At most 80 characters and 100 bytes, so that two of them fit in one file name.

    Examples
    --------
    >>> safe_name('Bass: "deep" / take 2')
    'Bass_ _deep_ _ take 2'
    """
    cleaned = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]', "_", name)[:80]
    cleaned = cleaned.encode()[:100].decode(errors="ignore").strip(" .")
    if not cleaned or set(cleaned) == {"_"}:
        return fallback
    if cleaned.split(".")[0].strip().lower() in _RESERVED:
        return f"_{cleaned}"
    return cleaned


def free_path(path: Path) -> Path:
    """Return ``path``, or the first of ``name 2``, ``name 3``, ... that does not exist yet."""
    if not path.exists():
        return path
    number = 2
    while (candidate := path.with_name(f"{path.stem} {number}{path.suffix}")).exists():
        number += 1
    return candidate
