"""Who has a project open, and who saves it now: locks in the data folder, none beside the user's file.

The system lets go of a lock when its process ends, however it ends. The locks are advisory: they tell, and a save
compares what is on the disk in any case.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from riffdesk.errors import UserError
from riffdesk.lock import Held, Lock
from riffdesk.paths import locks_dir
from riffdesk.store.project.versions import key_of

_PATIENCE = 300.0  # seconds: the largest project on a slow disk is written by then


class ProjectLock:
    """Says to other riffdesks of this user that a project is open here.

    Parameters
    ----------
    project : Path
    """

    def __init__(self, project: Path) -> None:
        self._lock = Lock(locks_dir() / f"{key_of(project)}.open.lock")

    def take(self) -> bool:
        """Return whether the project is open here and nowhere else; where no lock can be had, nobody is told."""
        try:
            self._lock.take()
        except Held:
            return False
        return True

    def release(self) -> None:
        """Say that it is no longer open here."""
        self._lock.release(remove=True)


@contextmanager
def saving(project: Path) -> Iterator[None]:
    """Hold a project while it is compared and replaced, so that of two saves one sees the other's.

    Raises
    ------
    UserError
        If another riffdesk has been saving it for minutes.
    """
    # A few locks for all projects: one that others wait for is never removed.
    lock = Lock(locks_dir() / f"{key_of(project)[0]}.save.lock")
    try:
        lock.take(_PATIENCE)
    except Held as error:
        raise UserError(f"Another riffdesk is saving {project.name}. Wait for it, then save again.") from error
    try:
        yield
    finally:
        lock.release()
