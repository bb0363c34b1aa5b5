"""Locks of projects that are open or being saved. They lie in the data folder, not beside the user's file.

The system releases a lock when its process ends. The locks are advisory: a save compares the file's stamp in any case.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.lock import Held, Lock
from riffdesk.paths import locks_dir
from riffdesk.store.project.versions import key_of

_SAVE_TIMEOUT = 300.0  # seconds in which the largest project is written to a slow disk


class ProjectLock:
    """Shows other processes of this user that a project is open.

    Parameters
    ----------
    project : Path
    """

    def __init__(self, project: Path) -> None:
        self._lock = Lock(locks_dir() / f"{key_of(project)}.open.lock")

    def take(self) -> bool:
        """Take the lock; return False if another process has it, True also where no lock can be made."""
        try:
            self._lock.take()
        except Held:
            return False
        return True

    def release(self) -> None:
        """Release and remove the lock."""
        self._lock.release(remove=True)


@contextmanager
def saving(project: Path) -> Iterator[None]:
    """Lock a project while its stamp is compared and the file replaced, so that a save sees another one's result.

    Raises
    ------
    UserError
        If another riffdesk has been saving it for 5 minutes.
    """
    # 16 lock files for all projects, which are never removed, as others may wait for them.
    lock = Lock(locks_dir() / f"{key_of(project)[0]}.save.lock")
    try:
        lock.take(_SAVE_TIMEOUT)
    except Held as error:
        raise UserError(
            tr("Another riffdesk is saving {name}. Wait for it, then save again.", name=project.name)
        ) from error
    try:
        yield
    finally:
        lock.release()
