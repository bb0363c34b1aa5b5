"""The folders of journals: listing, creating, locking and removing them, and the disk space that they take.

``recovery/<id>/`` holds a lock, manifests and segments. A process that writes or recovers a journal holds its lock,
which the system releases when the process ends. A journal without a holder was left by a process that was killed.
"""

from __future__ import annotations

import re
import secrets
import shutil
import time
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from riffdesk.errors import UserError
from riffdesk.files import sync_folder
from riffdesk.language import tr
from riffdesk.lock import Lock, held, holding
from riffdesk.paths import data_dir, locks_dir
from riffdesk.store.journal.manifest import manifests_in

MAX_BYTES = 8 * 2**30
"""Maximum size of all journals together, twice that of the largest project."""
MIN_FREE_BYTES = 2**30
"""Disk space that journals leave free."""
MAX_AGE_SECONDS = 30 * 86_400
"""Age at which a journal that was not opened is removed."""

_LOCK = "lock"
_FOLDERS_LOCK = "recovery.lock"
_REPORTED = "reported"
_FOLDER = re.compile(r"[0-9a-f]{8}")
_LOCK_TIMEOUT = 10.0  # seconds, while another process creates or removes a journal


def root() -> Path:
    """Return the folder of all journals."""
    return data_dir() / "recovery"


def folders() -> list[Path]:
    """Return the folders of journals, the most recently written first. Other files and folders are ignored."""
    with suppress(OSError):
        paths = [path for path in root().iterdir() if _FOLDER.fullmatch(path.name) and path.is_dir()]
        return sorted(paths, key=last_written, reverse=True)
    return []


def create() -> tuple[Path, Lock]:
    """Make a folder for a journal; return it and its lock, held.

    Raises
    ------
    OSError
        If it cannot be made.
    """
    root().mkdir(parents=True, exist_ok=True)
    with _folders_locked():
        while (folder := root() / secrets.token_hex(4)).exists():
            pass
        folder.mkdir()
        lock = Lock(folder / _LOCK)
        lock.take()
        sync_folder(root())
    return folder, lock


def hold(folder: Path) -> Lock | None:
    """Take the lock of a journal and return it; None if the journal was removed or is locked."""
    with suppress(OSError), _folders_locked():
        return held(folder / _LOCK) if folder.is_dir() else None
    return None


def remove(folder: Path, lock: Lock) -> None:
    """Remove a journal whose lock is held. The newest version is removed last, in case the process is killed."""
    with suppress(OSError):
        for path in reversed(manifests_in(folder)):
            path.unlink(missing_ok=True)
    with _folders_locked():
        lock.release()  # Windows does not remove open files
        shutil.rmtree(folder, ignore_errors=True)


def last_written(folder: Path) -> float:
    """Return the time of the newest version in a journal, in seconds since 1970; 0 if the journal was removed."""
    with suppress(OSError):
        return max((path.stat().st_mtime for path in manifests_in(folder)), default=folder.stat().st_mtime)
    return 0.0


def prune() -> None:
    """Remove journals older than 30 days."""
    for folder in folders():
        if 0 < last_written(folder) < time.time() - MAX_AGE_SECONDS:
            _discard(folder)


def make_room(needed: int, own: Path) -> None:
    """Remove the oldest unlocked journals until some bytes more are within the limit of all journals.

    Parameters
    ----------
    needed : int
        Bytes to be written.
    own : Path
        The journal that they are written to, which is not removed.

    Raises
    ------
    UserError
        If the limit or the free disk space is exceeded even then.
    """
    sizes = {folder: size_of(folder) for folder in folders()}
    others = [folder for folder in sizes if folder != own]
    while sum(sizes.values()) + needed > MAX_BYTES and others:
        oldest = others.pop()
        _discard(oldest)
        sizes[oldest] = size_of(oldest)
    if sum(sizes.values()) + needed > MAX_BYTES:
        raise UserError(
            tr(
                "Autosave has paused: unsaved sketches take more than {most:.0f} GiB. Save this sketch.",
                most=MAX_BYTES / 2**30,
            )
        )
    if shutil.disk_usage(own).free - needed < MIN_FREE_BYTES:
        raise UserError(
            tr(
                "Autosave has paused: less than {least:.0f} GiB is free on the disk of {root}. "
                "Save this sketch, and make some room.",
                least=MIN_FREE_BYTES / 2**30,
                root=root(),
            )
        )


def size_of(folder: Path) -> int:
    """Return the size of a journal in bytes; 0 if it was removed."""
    total = 0
    with suppress(OSError):
        for path in folder.iterdir():
            total += path.stat().st_size
    return total


def is_reported(folder: Path) -> bool:
    """Return whether a journal was reported to the user as damaged."""
    return (folder / _REPORTED).exists()


def mark_reported(folder: Path) -> None:
    """Remember that a journal was reported to the user as damaged; if that cannot be stored, it is reported again."""
    with suppress(OSError):
        (folder / _REPORTED).touch()


def _discard(folder: Path) -> None:
    lock = hold(folder)
    if lock is not None:
        remove(folder, lock)


def _folders_locked() -> AbstractContextManager[None]:
    """Keep other processes from creating, locking and removing journals."""
    return holding(locks_dir() / _FOLDERS_LOCK, _LOCK_TIMEOUT)
