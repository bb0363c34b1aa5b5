"""Locks between processes: lock files, which the system releases when their process ends.

They are advisory. Where no lock can be made, on a disk without locks or in a read-only folder, work continues without.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from riffdesk.language import tr

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Held(OSError):
    """Another holder has the lock."""


class Lock:
    """One lock. It may be taken in one thread and released in another.

    Parameters
    ----------
    path : Path
        Its file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: BaseFileLock | None = None

    def take(self, timeout: float = 0.0) -> bool:
        """Take the lock; return True if it is held, also if it was before, and False if no lock can be made.

        Parameters
        ----------
        timeout : float
            Seconds to wait for another holder.

        Raises
        ------
        Held
            If another holder has it.
        """
        from filelock import FileLock, SoftFileLock, Timeout  # slow to import

        if self._lock is not None:
            return True
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
        # On a disk without locks, the existence of a file is used.
        for kind, path in ((FileLock, self.path), (SoftFileLock, self.path.with_name(f"{self.path.name}.soft"))):
            lock = kind(path, timeout=timeout, thread_local=False)
            try:
                lock.acquire()
            except Timeout as error:
                raise Held(tr("Somebody else holds {path}.", path=self.path)) from error
            except (OSError, NotImplementedError):
                continue
            self._lock = lock
            return True
        return False

    def release(self, *, remove: bool = False) -> None:
        """Release the lock; with ``remove`` also remove its file, for which nobody may wait."""
        if self._lock is not None:
            if remove:
                with suppress(OSError):  # Windows does not remove open files
                    self.path.unlink()
            self._lock.release()
            self._lock = None


@contextmanager
def holding(path: Path, timeout: float = 0.0) -> Iterator[None]:
    """Hold a lock during the block; `Held` if another holder has it."""
    lock = Lock(path)
    lock.take(timeout)
    try:
        yield
    finally:
        lock.release()


def held(path: Path) -> Lock | None:
    """Take and return a lock; None if another holder has it, its folder does not exist, or no lock can be made."""
    lock = Lock(path)
    with suppress(Held):
        return lock if path.parent.is_dir() and lock.take() else None
    return None
