"""Writing files so that half a file is never left, and naming them so that every system accepts them."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from riffdesk.errors import UserError, reason

_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)
}

ASIDE = "old"
"""In the temporary folder of a set of files: what was there before under their names."""

_TEMPORARY = re.compile(r"\..*~(?P<machine>[0-9a-f]{8})-(?P<process>\d{1,10})-(?P<began>\d{1,20})~[^~]*", re.DOTALL)


@contextmanager
def write_beside(path: Path, *, durable: bool = True) -> Iterator[Path]:
    """Give a temporary path in the target's folder and rename it over ``path`` when the block succeeds.

    The file is on the disk before the rename, and the rename before this returns (fsync of the file, then of its
    folder), so that after a power cut there is the old file or the new one, whole. Temporaries of writers that were
    killed are removed from the folder.

    Parameters
    ----------
    path : Path
        The file to write. It is replaced in one step, or left as it was. Where it is a link, what it
        links to is replaced.
    durable : bool
        False for what can be made again, such as a cache: a power cut may leave an empty file.

    Raises
    ------
    UserError
        If the folder is missing or read-only, or the disk is full; the message names the file.
    """
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        remove_abandoned(target.parent)
        prefix = f".{target.name[:40]}.{writer_mark()}"
        descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=target.suffix, dir=target.parent)
        os.close(descriptor)
        temporary = Path(name)
        _give_usual_permissions(temporary)
        yield temporary
        if durable:
            sync_file(temporary)
        os.replace(temporary, target)
        if durable:
            sync_folder(target.parent)
    except OSError as error:
        raise UserError(f"Could not write {path}: {reason(error)}.") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """Return when the file's bytes are on the disk; OSError if they cannot be."""
    with path.open("rb+") as file:
        _sync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when it is on the disk which files the folder has; OSError if that cannot be."""
    if os.name == "nt":  # which opens no folder
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # a folder that one may write to and not read
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):  # some network disks know no such thing
            raise


def writer_mark() -> str:
    """Return what the name of a temporary of this process has in it: the machine, the process, and when that began."""
    return f"~{_machine()}-{os.getpid()}-{_began(os.getpid())}~"


def remove_abandoned(folder: Path) -> None:
    """Remove the temporary files and folders from a folder whose writer is gone; never those of a living one.

    The writer is gone if it ran on this machine and there is no such process any more, or another one that began at
    another time. What a killed export had put aside comes back under its name.
    """
    try:
        names = [name for name in os.listdir(folder) if name.startswith(".") and "~" in name]
    except OSError:
        return  # who writes there says what is wrong with it
    for name in names:
        match = _TEMPORARY.fullmatch(name)
        if match and match["machine"] == _machine() and not _lives(int(match["process"]), match["began"]):
            _remove(folder / name)


def _remove(abandoned: Path) -> None:
    with suppress(OSError):  # another riffdesk removes it too, or it is another user's
        if abandoned.is_dir() and not abandoned.is_symlink():
            aside = abandoned / ASIDE
            for path in aside.iterdir() if aside.is_dir() else ():
                if not (abandoned.parent / path.name).exists():
                    os.replace(path, abandoned.parent / path.name)
            shutil.rmtree(abandoned)
        else:
            abandoned.unlink()


@cache
def _machine() -> str:
    """Return what stands for this machine, and on Linux for this container on it, where processes have numbers."""
    try:
        numbers = os.readlink("/proc/self/ns/pid")
    except OSError:
        numbers = ""
    return hashlib.blake2b(f"{socket.gethostname()} {numbers}".encode(), digest_size=4).hexdigest()


def _began(process: int) -> str:
    """Return when a process began, in ticks since the machine did, on Linux; 0 elsewhere."""
    try:
        # proc_pid_stat(5): the name, in parentheses, may hold anything; starttime is field 22.
        return Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()[19].decode()
    except (OSError, IndexError):
        return "0"


def _lives(process: int, began: str) -> bool:
    import psutil  # not before there is something to remove

    return psutil.pid_exists(process) and _began(process) in (began, "0")


def _give_usual_permissions(path: Path) -> None:
    """Undo mkstemp's private mode: a saved song is as readable as any other new file."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def safe_name(name: str, fallback: str = "untitled") -> str:
    """Return ``name`` as a file name that Windows, macOS and Linux all accept.

    At most 80 characters and 100 bytes, so that two of them fit in one file name. No dots at the ends, which would run
    into the suffix.

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


def free_path(path: Path) -> Path:
    """Return ``path``, or the first of ``name 2``, ``name 3``, ... that does not exist yet."""
    if not path.exists():
        return path
    number = 2
    while (candidate := path.with_name(f"{path.stem} {number}{path.suffix}")).exists():
        number += 1
    return candidate
