"""Who has a project open, and who saves it now: locks in the data folder, none beside the user's file.

The system lets go of a lock when its process ends, however it ends. The locks are advisory: they tell, and a save
compares what is on the disk in any case.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from riffdesk.errors import UserError
from riffdesk.paths import locks_dir
from riffdesk.store.project.versions import key_of

if TYPE_CHECKING:
    from filelock import FileLock

_PATIENCE = 300.0  # seconds: the largest project on a slow disk is written by then


class ProjectLock:
    """Says to other riffdesks of this user that a project is open here.

    Parameters
    ----------
    project : Path
    """

    def __init__(self, project: Path) -> None:
        self._path = locks_dir() / f"{key_of(project)}.open.lock"
        self._lock: FileLock | None = None

    def take(self) -> bool:
        """Return whether the project is open here and nowhere else; where no lock can be had, nobody is told."""
        from filelock import FileLock, Timeout

        if self._lock is not None:
            return True
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._path, timeout=0, thread_local=False)
            lock.acquire()
        except Timeout:
            return False
        except (OSError, NotImplementedError):
            return True
        self._lock = lock
        return True

    def release(self) -> None:
        """Say that it is no longer open here."""
        if self._lock is not None:
            with suppress(OSError):  # Windows removes no file that is open
                self._path.unlink()
            self._lock.release()
            self._lock = None


@contextmanager
def saving(project: Path) -> Iterator[None]:
    """Hold a project while it is compared and replaced, so that of two saves one sees the other's.

    Raises
    ------
    UserError
        If another riffdesk has been saving it for minutes.
    """
    from filelock import FileLock, Timeout

    lock: FileLock | None = None
    try:
        locks_dir().mkdir(parents=True, exist_ok=True)
        # A few locks for all projects: one that others wait for is never removed.
        lock = FileLock(locks_dir() / f"{key_of(project)[0]}.save.lock", timeout=_PATIENCE)
        lock.acquire()
    except Timeout as error:
        raise UserError(f"Another riffdesk is saving {project.name}. Wait for it, then save again.") from error
    except (OSError, NotImplementedError):
        lock = None  # the data folder cannot be written to, and that is no reason to lose a drawing
    try:
        yield
    finally:
        if lock is not None:
            lock.release()
