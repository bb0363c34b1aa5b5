"""Earlier versions of each project, kept in the data folder: ``versions/NAME-KEY/TIME.riff``.

A version is a hard link to the replaced file, or a copy if that is on another disk than the data folder. Three are
kept of each project, and no more than 4 GiB of all projects.
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
from riffdesk.language import tr
from riffdesk.paths import data_dir
from riffdesk.store.project.stamp import stamp_of

MAX_VERSIONS = 3
"""Versions kept of one project."""

_MAX_BYTES = 4 * 2**30  # of all projects together
_MIN_FREE_BYTES = 2**30  # disk space that a copy leaves free
_NAME = re.compile(r"(\d{20})\.riff")


@dataclass(frozen=True)
class Version:
    """An earlier version of a project.

    Parameters
    ----------
    path : Path
        Its file.
    saved_at : datetime
        Local time of saving.
    size : int
        Bytes of the file.
    """

    path: Path
    saved_at: datetime
    size: int


def key_of(project: Path) -> str:
    """Return a digest of the real path of a project file, equal for all links to it."""
    real_path = os.path.normcase(os.path.realpath(project))
    return hashlib.blake2b(os.fsencode(real_path), digest_size=8).hexdigest()


def versions_of(project: Path) -> tuple[Version, ...]:
    """Return the kept versions of a project, the latest first; none where the data folder cannot be read."""
    try:
        return tuple(reversed([_version(path) for path in _kept(_folder(project))]))
    except OSError:
        return ()


def keep_version(project: Path) -> None:
    """Keep the present project file as a version, before it is replaced. Missing and other files are ignored.

    Raises
    ------
    UserError
        If it cannot be kept, for instance because the disk is full.
    """
    target = Path(os.path.realpath(project))
    try:
        with target.open("rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or file.read(2) != b"PK":
                return
        folder = _folder(project)
        folder.mkdir(parents=True, exist_ok=True)
        version = _version_file(folder, target, status.st_mtime_ns)
        if not version.exists():
            _link_or_copy(target, version, status)
        _prune(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise UserError(
            tr(
                "The version of {name} before this one could not be kept: {reason}.",
                name=project.name,
                reason=reason(error),
            )
        ) from error


def _version_file(folder: Path, target: Path, time_ns: int) -> Path:
    """Return the file of a version: of its time, or a little later where a different version has that time."""
    stamp = stamp_of(target)
    while (version := folder / f"{time_ns:020}.riff").exists() and stamp_of(version) != stamp:
        time_ns += 1
    return version


def _link_or_copy(target: Path, version: Path, status: os.stat_result) -> None:
    try:
        os.link(target, version)
    except (OSError, NotImplementedError):  # another disk, or one without links
        if shutil.disk_usage(version.parent).free - status.st_size < _MIN_FREE_BYTES:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from None
        with write_beside(version) as temporary:
            shutil.copyfile(target, temporary)
            os.utime(temporary, ns=(status.st_atime_ns, status.st_mtime_ns))


def _root() -> Path:
    return data_dir() / "versions"


def _folder(project: Path) -> Path:
    return _root() / f"{safe_name(project.stem)[:40].strip()}-{key_of(project)}"


def _kept(folder: Path) -> list[Path]:
    """Return the versions in a folder, the oldest first."""
    try:
        return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name) and path.is_file())
    except (FileNotFoundError, NotADirectoryError):
        return []


def _version(path: Path) -> Version:
    return Version(path, datetime.fromtimestamp(int(path.stem) / 1e9), path.stat().st_size)


def _prune(folder: Path) -> None:
    """Remove all but the last versions in a folder, and the oldest of all folders beyond the limit of bytes."""
    for path in _kept(folder)[:-MAX_VERSIONS]:
        path.unlink(missing_ok=True)
    kept = sorted(
        (path for folder_of_project in _root().iterdir() for path in _kept(folder_of_project)),
        key=lambda path: path.name,
    )
    sizes = {path: path.stat().st_size for path in kept}
    newest = _kept(folder)[-1:]
    for path in kept:
        if sum(sizes.values()) <= _MAX_BYTES:
            break
        if path not in newest:
            path.unlink(missing_ok=True)
            del sizes[path]
            with suppress(OSError):  # the folder is not empty
                path.parent.rmdir()
