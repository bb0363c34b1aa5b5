"""The last saves of each project, kept in the data folder: ``versions/NAME-KEY/TIME.riff``.

A version is a link to what the save replaces, so that keeping it costs no time and no room but what it had. Where the
project is on another disk than the data folder, it is a copy. Three are kept of each project, and no more than 4 GiB
of all.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import stat
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from riffdesk.errors import UserError, reason
from riffdesk.files import safe_name, write_beside
from riffdesk.paths import data_dir

KEPT = 3
"""Versions of one project."""

_MOST_BYTES = 4 * 2**30  # of all projects together
_LEFT_FREE = 2**30  # bytes of the disk, where a version is a copy
_NAME = re.compile(r"(\d{20})\.riff")


@dataclass(frozen=True)
class Version:
    """A project as it was saved.

    Parameters
    ----------
    path : Path
        Its file.
    saved_at : datetime
        When, in local time.
    size : int
        Bytes.
    """

    path: Path
    saved_at: datetime
    size: int


def key_of(project: Path) -> str:
    """Return what stands for the place of a project file: the same for every way that leads there."""
    place = os.path.normcase(os.path.realpath(project))
    return hashlib.blake2b(os.fsencode(place), digest_size=8).hexdigest()


def versions_of(project: Path) -> tuple[Version, ...]:
    """Return the kept versions of a project, the latest first; none where the data folder cannot be read."""
    try:
        return tuple(reversed([_version(path) for path in _kept(_folder(project))]))
    except OSError:
        return ()


def keep_version(project: Path) -> None:
    """Keep a project file as it is now, before it is replaced; what is no project, or not there, is not kept.

    Raises
    ------
    UserError
        If it cannot be kept, because the disk is full for instance.
    """
    target = Path(os.path.realpath(project))
    try:
        with target.open("rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or file.read(2) != b"PK":
                return
        folder = _folder(project)
        folder.mkdir(parents=True, exist_ok=True)
        version = folder / f"{found.st_mtime_ns:020}.riff"
        if not version.exists():
            _link_or_copy(target, version, found)
        _prune(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise UserError(f"The version of {project.name} before this one could not be kept: {reason(error)}.") from error


def _link_or_copy(target: Path, version: Path, found: os.stat_result) -> None:
    try:
        os.link(target, version)
    except (OSError, NotImplementedError):  # another disk, or one that knows no links
        if shutil.disk_usage(version.parent).free - found.st_size < _LEFT_FREE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from None
        with write_beside(version) as temporary:
            shutil.copyfile(target, temporary)
            os.utime(temporary, ns=(found.st_atime_ns, found.st_mtime_ns))


def _root() -> Path:
    return data_dir() / "versions"


def _folder(project: Path) -> Path:
    return _root() / f"{safe_name(project.stem)[:40].strip()}-{key_of(project)}"


def _kept(folder: Path) -> list[Path]:
    """Return the versions in a folder, the oldest first."""
    try:
        return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name) and path.is_file())
    except FileNotFoundError:
        return []


def _version(path: Path) -> Version:
    return Version(path, datetime.fromtimestamp(int(path.stem) / 1e9), path.stat().st_size)


def _prune(folder: Path) -> None:
    """Remove all but the last versions of a folder, and the oldest of all while there are too many bytes of them."""
    for path in _kept(folder)[:-KEPT]:
        path.unlink(missing_ok=True)
    kept = sorted((path for other in _root().iterdir() for path in _kept(other)), key=lambda path: path.name)
    sizes = {path: path.stat().st_size for path in kept}
    newest = _kept(folder)[-1:]
    for path in kept:
        if sum(sizes.values()) <= _MOST_BYTES:
            break
        if path not in newest:
            path.unlink(missing_ok=True)
            del sizes[path]
            with suppress(OSError):  # others are left in it
                path.parent.rmdir()
