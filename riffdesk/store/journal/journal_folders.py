"""The folders of journals: where they are, who holds one, how much room they take, and when they are removed.

``recovery/<id>/`` holds a lock, manifests and segments. Whoever writes or recovers a journal holds its lock; the system
lets go of it when the process ends, however it ends. A journal that nobody holds was left by a process that was killed.
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
from riffdesk.lock import Lock, held, holding
from riffdesk.paths import data_dir, locks_dir
from riffdesk.store.journal.manifest import manifests_in

MOST_BYTES = 8 * 2**30
"""Of all journals together: the largest project is half of this."""
LEFT_FREE = 2**30
"""Bytes of the disk that journals leave to others."""
MOST_SECONDS = 30 * 86_400
"""How long a journal is kept that nobody opens."""

_LOCK = "lock"
_GUARD = "recovery.lock"
_REPORTED = "reported"
_FOLDER = re.compile(r"[0-9a-f]{8}")
_PATIENCE = 10.0  # seconds that another process may need to create or remove a journal


def root() -> Path:
    """Return the folder of all journals."""
    return data_dir() / "recovery"


def folders() -> list[Path]:
    """Return the folders of journals, the one that was written to last first. What else is there is ignored."""
    with suppress(OSError):
        found = [path for path in root().iterdir() if _FOLDER.fullmatch(path.name) and path.is_dir()]
        return sorted(found, key=last_written, reverse=True)
    return []


def create() -> tuple[Path, Lock]:
    """Make a folder for a journal; return it and its lock, held.

    Raises
    ------
    OSError
        If it cannot be made.
    """
    root().mkdir(parents=True, exist_ok=True)
    with _guard():
        while (folder := root() / secrets.token_hex(4)).exists():
            pass
        folder.mkdir()
        lock = Lock(folder / _LOCK)
        lock.take()
        sync_folder(root())
    return folder, lock


def hold(folder: Path) -> Lock | None:
    """Return the lock of a journal, held; None if it is gone or somebody holds it."""
    with suppress(OSError), _guard():
        return held(folder / _LOCK) if folder.is_dir() else None
    return None


def remove(folder: Path, lock: Lock) -> None:
    """Remove a journal whose lock is held, the newest version last, so that a kill leaves the newest or nothing."""
    with suppress(OSError):
        for path in reversed(manifests_in(folder)):
            path.unlink(missing_ok=True)
    with _guard():
        lock.release()  # Windows removes no file that is open
        shutil.rmtree(folder, ignore_errors=True)


def last_written(folder: Path) -> float:
    """Return when a version was written to a journal last, in seconds since 1970; 0 if it is gone."""
    with suppress(OSError):
        return max((path.stat().st_mtime for path in manifests_in(folder)), default=folder.stat().st_mtime)
    return 0.0


def prune() -> None:
    """Remove journals that nobody has opened for long."""
    for folder in folders():
        if 0 < last_written(folder) < time.time() - MOST_SECONDS:
            _discard(folder)


def make_room(needed: int, own: Path) -> None:
    """Remove the oldest journals of others that nobody holds while there is no room for so many more bytes.

    Raises
    ------
    UserError
        If there is no room even so.
    """
    sizes = {folder: size_of(folder) for folder in folders()}
    others = [folder for folder in sizes if folder != own]
    while sum(sizes.values()) + needed > MOST_BYTES and others:
        oldest = others.pop()
        _discard(oldest)
        sizes[oldest] = size_of(oldest)
    if sum(sizes.values()) + needed > MOST_BYTES:
        raise UserError(
            f"Autosave has paused: unsaved sketches take more than {MOST_BYTES / 2**30:.0f} GiB. Save this sketch."
        )
    if shutil.disk_usage(own).free - needed < LEFT_FREE:
        raise UserError(
            f"Autosave has paused: less than {LEFT_FREE / 2**30:.0f} GiB is free on the disk of {root()}. "
            "Save this sketch, and make some room."
        )


def size_of(folder: Path) -> int:
    """Return the bytes of a journal; 0 if it is gone."""
    total = 0
    with suppress(OSError):
        for path in folder.iterdir():
            total += path.stat().st_size
    return total


def is_reported(folder: Path) -> bool:
    """Return whether the user was told that a journal is damaged."""
    return (folder / _REPORTED).exists()


def mark_reported(folder: Path) -> None:
    """Remember that the user was told that a journal is damaged; where that cannot be stored, it is told again."""
    with suppress(OSError):
        (folder / _REPORTED).touch()


def _discard(folder: Path) -> None:
    lock = hold(folder)
    if lock is not None:
        remove(folder, lock)


def _guard() -> AbstractContextManager[None]:
    """Keep others from creating, holding and removing journals meanwhile."""
    return holding(locks_dir() / _GUARD, _PATIENCE)
