"""Locks between riffdesks: files that the system lets go of when their process ends, however it ends.

They tell others what is going on; nothing depends on them. Where no lock can be had, on a disk that knows none or in a
folder that cannot be written to, work goes on without.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Held(OSError):
    """Somebody else holds the lock."""


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

    def take(self, patience: float = 0.0) -> bool:
        """Hold it, also where it is held here already; return False where no lock can be had.

        Parameters
        ----------
        patience : float
            Seconds to wait for somebody else.

        Raises
        ------
        Held
            If somebody else holds it.
        """
        from filelock import FileLock, SoftFileLock, Timeout  # not before there is anything to hold

        if self._lock is not None:
            return True
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
        # A disk without locks may still know that a file exists already.
        for kind, path in ((FileLock, self.path), (SoftFileLock, self.path.with_name(f"{self.path.name}.soft"))):
            lock = kind(path, timeout=patience, thread_local=False)
            try:
                lock.acquire()
            except Timeout as error:
                raise Held(f"Somebody else holds {self.path}.") from error
            except (OSError, NotImplementedError):
                continue
            self._lock = lock
            return True
        return False

    def release(self, *, remove: bool = False) -> None:
        """Let go of it, and remove its file if nobody else waits for that."""
        if self._lock is not None:
            if remove:
                with suppress(OSError):  # Windows removes no file that is open
                    self.path.unlink()
            self._lock.release()
            self._lock = None


@contextmanager
def holding(path: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold a lock for as long as this lasts; `Held` if somebody else holds it."""
    lock = Lock(path)
    lock.take(patience)
    try:
        yield
    finally:
        lock.release()


def held(path: Path) -> Lock | None:
    """Return a lock, held; None if somebody else holds it, its folder is gone, or no lock can be had."""
    lock = Lock(path)
    with suppress(Held):
        return lock if path.parent.is_dir() and lock.take() else None
    return None
