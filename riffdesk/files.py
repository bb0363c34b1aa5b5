"""Writing files atomically, and file names that every system accepts."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import socket
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from riffdesk.errors import UserError, reason
from riffdesk.language import tr
from riffdesk.system import SYSTEM

_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)
}

BACKUP = "old"
"""Name of the folder for replaced files in the temporary folder of a set of files."""

_ANY_WRITE_BIT = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_TEMPORARY = re.compile(r"\..*~(?P<machine>[0-9a-f]{8})-(?P<process>\d{1,10})-(?P<began>\d{1,20})~[^~]*", re.DOTALL)


@contextmanager
def write_beside(path: Path, *, durable: bool = True) -> Iterator[Path]:
    """Yield a temporary path in the target's folder, and rename it over ``path`` when the block succeeds.

    The file is on the disk before the rename, and the rename before this returns (fsync of the file, then of its
    folder), so that after a power cut the old or the new file is complete. Temporary files of processes that were
    killed are removed from the folder.

    Parameters
    ----------
    path : Path
        The file to write. It is replaced in one step, or unchanged; its permissions stay. If it is a link, its target
        is replaced.
    durable : bool
        False for files that can be made again, such as a cache: a power cut may leave an empty file.

    Raises
    ------
    UserError
        If the folder is missing or read-only, the file is read-only or no file (a device, a pipe), or the disk is full.
    """
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        check_writable(target)
        remove_abandoned(target.parent)
        prefix = f".{target.name[:40]}.{writer_mark()}"
        descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=target.suffix, dir=target.parent)
        os.close(descriptor)
        temporary = Path(name)
        _give_usual_permissions(temporary)
        yield temporary
        give_permissions(temporary, target)
        if durable:
            sync_file(temporary)
        os.replace(temporary, target)
        if durable:
            sync_folder(target.parent)
    except OSError as error:
        raise UserError(tr("Could not write {path}: {reason}.", path=path, reason=reason(error))) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


@contextmanager
def write_folder(target: Path) -> Iterator[Path]:
    """Yield a temporary folder beside ``target``, and rename it to ``target`` when the block succeeds.

    The folder around it is made if it is missing. Temporary folders of processes that were killed are removed from it.

    Raises
    ------
    UserError
        If there is something of that name already, or it cannot be written. As after any other exception, nothing is
        left of the folder then.
    """
    temporary: Path | None = None
    try:
        with suppress(FileNotFoundError):
            target.lstat()
            raise UserError(tr("There is {target} already. Choose another name for the folder.", target=target))
        target.parent.mkdir(parents=True, exist_ok=True)
        remove_abandoned(target.parent)
        temporary = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}.{writer_mark()}", dir=target.parent))
        temporary.chmod(0o777 & ~_usual_mask())
        yield temporary
        os.rename(temporary, target)
        sync_folder(target.parent)
    except OSError as error:
        raise UserError(tr("Could not write {target}: {reason}.", target=target, reason=reason(error))) from error
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)


def sync_file(path: Path) -> None:
    """Write a file's buffers to the disk (fsync); OSError if that fails."""
    with path.open("rb+") as file:
        SYSTEM.sync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Write the list of files of a folder to the disk (fsync); OSError if that fails."""
    SYSTEM.sync_folder(folder)


def writer_mark() -> str:
    """Return the mark in the names of temporary files of this process: machine, process and its start time."""
    return f"~{_machine()}-{os.getpid()}-{SYSTEM.start_time(os.getpid())}~"


def remove_abandoned(folder: Path) -> None:
    """Remove temporary files and folders of processes that have ended from a folder.

    A process has ended if it ran on this machine and its number is unused, or used by a process with another start
    time. Files that a killed export had replaced are restored.
    """
    try:
        names = [name for name in os.listdir(folder) if name.startswith(".") and "~" in name]
    except OSError:
        return  # the following write reports the error
    for name in names:
        match = _TEMPORARY.fullmatch(name)
        if match and match["machine"] == _machine() and not _is_running(int(match["process"]), match["began"]):
            _remove(folder / name)


def _remove(abandoned: Path) -> None:
    with suppress(OSError):  # another process removes it too, or it belongs to another user
        if abandoned.is_dir() and not abandoned.is_symlink():
            backup = abandoned / BACKUP
            for path in backup.iterdir() if backup.is_dir() else ():
                if not (abandoned.parent / path.name).exists():
                    os.replace(path, abandoned.parent / path.name)
            shutil.rmtree(abandoned)
        else:
            abandoned.unlink()


@cache
def _machine() -> str:
    """Return a digest of the machine's name, and on Linux of the container's process namespace."""
    return hashlib.blake2b(f"{socket.gethostname()} {SYSTEM.process_namespace()}".encode(), digest_size=4).hexdigest()


def _is_running(process: int, start_time: str) -> bool:
    import psutil  # slow to import, and rarely needed

    return psutil.pid_exists(process) and SYSTEM.start_time(process) in (start_time, "0")


def check_writable(path: Path) -> None:
    """Raise an OSError if the file exists and is read-only, a device or a pipe: renaming over it would not fail."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return  # there is no such file
    # For root, renaming would replace even /dev/null, for every program of the machine.
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, tr("{name} is a device or a pipe and no file; choose another name", name=path.name))
    # Root can write to any file, but a file that nobody may write to is treated as read-only.
    if stat.S_ISREG(mode) and not (mode & _ANY_WRITE_BIT and os.access(path, os.W_OK)):
        raise PermissionError(
            errno.EACCES, tr("{name} is read-only; choose another name, or make it writable", name=path.name)
        )


def give_permissions(new: Path, old: Path) -> None:
    """Give a new file the owner, group and permissions of the old one, if there is one."""
    try:
        old_status = old.stat()
    except OSError:
        return
    for owner in (old_status.st_uid, -1):
        with suppress(OSError, AttributeError):  # not permitted, or a system without owners
            os.chown(new, owner, old_status.st_gid)
            break
    with suppress(OSError):
        new.chmod(stat.S_IMODE(old_status.st_mode) & 0o777)


def _give_usual_permissions(path: Path) -> None:
    """Replace mkstemp's private permissions by those of any new file."""
    path.chmod(0o666 & ~_usual_mask())


def _usual_mask() -> int:
    """Return the permissions that new files of this process do not have."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def safe_name(name: str, fallback: str = "untitled") -> str:
    """Return ``name`` as a file name that Windows, macOS and Linux all accept.

    At most 80 characters and 100 bytes, so that two of them fit in one file name. Dots at the ends are removed.

    Examples
    --------
    >>> safe_name('Bass: "deep" / take 2')
    'Bass_ _deep_ _ take 2'
    >>> safe_name('house drums, 120…')
    'house drums, 120'
    """
    cleaned = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]', "_", name)[:80]
    cleaned = cleaned.encode()[:100].decode(errors="ignore").strip(" .…")
    if not cleaned or set(cleaned) == {"_"}:
        return fallback
    if cleaned.split(".")[0].strip().lower() in _RESERVED:
        return f"_{cleaned}"
    return cleaned


def path_beside(path: Path, name: str) -> Path:
    """Return a file beside another one: ``song drums.wav`` for ``song.wav``."""
    return path.with_name(f"{path.stem} {name}{path.suffix}")


def free_path(path: Path) -> Path:
    """Return ``path``, or the first of ``name 2``, ``name 3``, ... that does not exist yet."""
    if not path.exists():
        return path
    number = 2
    while (candidate := path_beside(path, str(number))).exists():
        number += 1
    return candidate
