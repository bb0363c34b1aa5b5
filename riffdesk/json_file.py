"""A versioned JSON file that several processes share, and change under a lock.

Each change reads the file, changes its fields, and replaces the file in one step. An older version is migrated; a newer
one is not changed; of a damaged one a copy is kept before it is replaced.
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
from riffdesk.language import capital, tr, translated
from riffdesk.lock import Held, Lock

Body = dict[str, Any]
Migration = Callable[[Body], Body]

_LOCK_TIMEOUT = 5.0  # seconds to wait for another process, which needs milliseconds
_MAX_COPIES = 9


class NewerFile(UserError):
    """The file was written by a newer riffdesk, and is not changed."""


@dataclass(frozen=True)
class StoredJson:
    """Contents of a file.

    Parameters
    ----------
    body : dict
        Its JSON object, migrated to the present version; empty unless the state is ``good``.
    state : str
        ``missing``, ``good``, ``newer`` (of a later version), ``damaged``, or ``unreadable`` (the system does not
        allow reading it).
    """

    body: Body
    state: Literal["missing", "good", "newer", "damaged", "unreadable"]


class JsonFile:
    """A versioned JSON file that several processes share.

    Parameters
    ----------
    path : Path
    version : int
        Version that is written.
    name : str
        Name of its contents for messages, such as ``the settings``, marked for translators.
    migrations : mapping of int to callable
        For each older version, a function that converts its body to the next one.
    is_valid : callable, optional
        Returns whether a body is valid. An invalid body is used, but a copy of the file is kept when it is changed.
    """

    def __init__(
        self,
        path: Path,
        version: int,
        name: str,
        migrations: Mapping[int, Migration] | None = None,
        *,
        is_valid: Callable[[Body], bool] = lambda _: True,
    ) -> None:
        self.path, self._version, self._name = path, version, name
        self._migrations, self._is_valid = dict(migrations or {}), is_valid

    def read(self) -> StoredJson:
        """Return the contents of the file, without writing anything."""
        try:
            body = strict_json.read(self.path)
        except FileNotFoundError:
            return StoredJson({}, "missing")
        except OSError:
            return StoredJson({}, "unreadable")
        except strict_json.InvalidJson:
            return StoredJson({}, "damaged")
        version = body.get("version") if isinstance(body, dict) else None
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            return StoredJson({}, "damaged")
        if version > self._version:
            return StoredJson({}, "newer")
        for older in range(version, self._version):
            body = self._migrations[older](body)
        return StoredJson({**body, "version": self._version}, "good")

    def update(self, change: Callable[[Body], Body]) -> None:
        """Replace the body of the file by the result of a function of it.

        Parameters
        ----------
        change : callable
            Called with the body, which is empty if the file is missing or damaged; returns the new one.

        Raises
        ------
        NewerFile
            If a newer riffdesk wrote the file.
        UserError
            If the file cannot be read or written, or another process has locked it for 5 seconds.
        """
        with self._locked():
            stored = self.read()
            if stored.state == "newer":
                raise NewerFile(
                    tr(
                        "{start} in {path} are from a newer riffdesk and were not changed.",
                        start=self._start(),
                        path=self.path,
                    )
                )
            if stored.state == "unreadable":
                raise UserError(
                    tr(
                        "{start} in {path} cannot be read, so they were not changed.",
                        start=self._start(),
                        path=self.path,
                    )
                )
            body = {"version": self._version, **change(dict(stored.body))}
            text = json.dumps(body, indent=2, allow_nan=False) + "\n"
            if stored.state == "good" and self._has_text(text):
                return
            if stored.state == "damaged" or not self._is_valid(stored.body):
                self._keep_copy()
            self._make_folder()
            with write_beside(self.path) as temporary:
                temporary.write_text(text, encoding="ascii")

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(tr("Could not write {path}: {reason}.", path=self.path, reason=reason(error))) from error

    def _start(self) -> str:
        return capital(translated(self._name))

    def _has_text(self, text: str) -> bool:
        return self.path.read_bytes() == text.encode("ascii")

    def _keep_copy(self) -> None:
        """Copy the file to ``NAME.damaged``, or to the first of ``NAME.damaged 2``, ... that does not exist."""
        names = [
            f"{self.path.name}.damaged",
            *(f"{self.path.name}.damaged {number}" for number in range(2, _MAX_COPIES + 1)),
        ]
        copies = [self.path.with_name(name) for name in names]
        try:
            contents = self.path.read_bytes()
            if any(copy.exists() and copy.read_bytes() == contents for copy in copies):
                return
            shutil.copy2(self.path, next((copy for copy in copies if not copy.exists()), copies[-1]))
        except OSError as error:
            raise UserError(
                tr(
                    "{start} in {path} are damaged, and no copy of them can be kept ({reason}), so they were "
                    "not replaced. Move the file away.",
                    start=self._start(),
                    path=self.path,
                    reason=reason(error),
                )
            ) from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = Lock(self.path.with_name(f"{self.path.name}.lock"))
        try:
            lock.take(_LOCK_TIMEOUT)
        except Held as error:
            raise UserError(
                tr(
                    "Another riffdesk holds {path}, so {name} were not changed. Try again, or close it.",
                    path=self.path,
                    name=translated(self._name),
                )
            ) from error
        try:
            yield
        finally:
            lock.release()
