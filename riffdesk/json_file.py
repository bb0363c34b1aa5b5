"""A JSON file that several riffdesks share: it has a version, is changed under a lock, and is never lost.

Each change reads what is there, changes only that, and replaces the file in one step. An older version is migrated on
the way; a newer one is left alone; a damaged one is kept beside as a copy before it is replaced.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from riffdesk import strict_json
from riffdesk.errors import UserError, reason
from riffdesk.files import write_beside
from riffdesk.lock import Held, Lock

Body = dict[str, Any]
Migration = Callable[[Body], Body]

_PATIENCE = 5.0  # seconds to wait for another riffdesk, which needs milliseconds
_MOST_COPIES = 9


class NewerFile(UserError):
    """The file was written by a newer riffdesk, and stays as it is."""


@dataclass(frozen=True)
class Stored:
    """What a file says.

    Parameters
    ----------
    body : dict
        The object in it, migrated to the present version; empty if there is nothing that can be used.
    state : str
        ``missing``, ``good``, ``newer`` (of a version that this riffdesk does not know), ``damaged``, or
        ``unreadable`` (the system does not let it be read).
    """

    body: Body
    state: Literal["missing", "good", "newer", "damaged", "unreadable"]


class JsonFile:
    """One such file.

    Parameters
    ----------
    path : Path
    version : int
        That is written.
    what : str
        What it holds, for the messages: ``the settings``.
    migrations : mapping of int to callable
        For each older version, what makes a body of the next one of it.
    sound : callable, optional
        Says whether a body makes sense in all its parts. One that does not is used, but kept beside as a copy when it
        is changed.
    """

    def __init__(
        self,
        path: Path,
        version: int,
        what: str,
        migrations: Mapping[int, Migration] | None = None,
        *,
        sound: Callable[[Body], bool] = lambda _: True,
    ) -> None:
        self.path, self._version, self._what = path, version, what
        self._migrations, self._sound = dict(migrations or {}), sound

    def read(self) -> Stored:
        """Return what the file says. Nothing is written, not even where it is damaged."""
        try:
            body = strict_json.read(self.path)
        except FileNotFoundError:
            return Stored({}, "missing")
        except OSError:
            return Stored({}, "unreadable")
        except strict_json.InvalidJson:
            return Stored({}, "damaged")
        version = body.get("version") if isinstance(body, dict) else None
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            return Stored({}, "damaged")
        if version > self._version:
            return Stored({}, "newer")
        for older in range(version, self._version):
            body = self._migrations[older](body)
        return Stored({**body, "version": self._version}, "good")

    def update(self, change: Callable[[Body], Body]) -> None:
        """Replace the file by what ``change`` makes of what it says now.

        Parameters
        ----------
        change : callable
            Given the body, empty where the file is missing or damaged, it returns the new one.

        Raises
        ------
        NewerFile
            If the file is of a newer riffdesk.
        UserError
            If the file cannot be read or written, or another riffdesk holds it for seconds.
        """
        with self._locked():
            stored = self.read()
            if stored.state == "newer":
                raise NewerFile(f"{self._start()} in {self.path} are from a newer riffdesk and were left alone.")
            if stored.state == "unreadable":
                raise UserError(f"{self._start()} in {self.path} cannot be read, so they were not changed.")
            body = {"version": self._version, **change(dict(stored.body))}
            text = json.dumps(body, indent=2, allow_nan=False) + "\n"
            if stored.state == "good" and self._says(text):
                return
            if stored.state == "damaged" or not self._sound(stored.body):
                self._keep_copy()
            with write_beside(self.path) as temporary:
                temporary.write_text(text, encoding="ascii")

    def _start(self) -> str:
        return self._what[:1].upper() + self._what[1:]

    def _says(self, text: str) -> bool:
        return self.path.read_bytes() == text.encode("ascii")

    def _keep_copy(self) -> None:
        """Copy the file to ``NAME.damaged``, or to the first of ``NAME.damaged 2``, ... that does not exist."""
        names = [f"{self.path.name}.damaged", *(f"{self.path.name}.damaged {at}" for at in range(2, _MOST_COPIES + 1))]
        copies = [self.path.with_name(name) for name in names]
        try:
            there = self.path.read_bytes()
            if any(copy.exists() and copy.read_bytes() == there for copy in copies):
                return
            shutil.copy2(self.path, next((copy for copy in copies if not copy.exists()), copies[-1]))
        except OSError as error:
            raise UserError(
                f"{self._start()} in {self.path} are damaged, and no copy of them can be kept ({reason(error)}), so "
                "they were not replaced. Move the file away."
            ) from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = Lock(self.path.with_name(f"{self.path.name}.lock"))
        try:
            lock.take(_PATIENCE)
        except Held as error:
            raise UserError(
                f"Another riffdesk holds {self.path}, so {self._what} were not changed. Try again, or close it."
            ) from error
        try:
            yield
        finally:
            lock.release()
