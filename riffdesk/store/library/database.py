"""Opening the library's database: SQLite with a write-ahead log, which several processes read and write at once.

Each thread has a connection of its own. A transaction is on the disk when it ends (``synchronous=FULL``), so that a
kill or a power cut leaves all of it or nothing. A database of a newer riffdesk is not opened, a damaged one is set
aside, and one in a folder that cannot be written to is read only.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from riffdesk.errors import UserError, reason
from riffdesk.files import free_path
from riffdesk.language import tr
from riffdesk.lock import Held, holding
from riffdesk.paths import locks_dir
from riffdesk.store.library import schema

BUSY_SECONDS = 10.0
"""Time to wait for another process that writes."""

_MAGIC = b"SQLite format 3\0"
_VERSION_OFFSET = 60  # of user_version in the header, as the file format of SQLite has it
_LOCK = "library.lock"
_SIDE_FILES = ("-wal", "-shm", "-journal")


class NewerLibrary(UserError):
    """The library was written by a newer riffdesk; it is neither read nor changed."""


class ReadOnlyLibrary(UserError):
    """The library's folder cannot be written to."""


class Database:
    """A connection to the library's database, for one thread.

    Parameters
    ----------
    path : Path
        Its file; it is made if it does not exist.

    Attributes
    ----------
    read_only : bool
        Whether it cannot be written to.
    set_aside : Path, optional
        Where a damaged database was moved to when this one was opened.

    Raises
    ------
    NewerLibrary
    UserError
        If it can be neither opened nor made.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.read_only = path, False
        self.set_aside: Path | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                tr("The library in {parent} cannot be made: {reason}.", parent=path.parent, reason=reason(error))
            ) from error
        self._connection = self._open()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def interrupt(self) -> None:
        """Stop the query that runs in another thread, which then raises `sqlite3.OperationalError`."""
        self._connection.interrupt()

    def check_writable(self) -> None:
        """Raise `ReadOnlyLibrary` if it cannot be written to."""
        if self.read_only:
            raise ReadOnlyLibrary(
                tr(
                    "The library in {parent} cannot be changed: its folder is read-only. Make it writable first.",
                    parent=self.path.parent,
                )
            )

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Provide the connection for queries; errors of SQLite become `UserError`."""
        with self._reporting():
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Provide the connection in a transaction, which is on the disk when the block ends and undone if it fails.

        Raises
        ------
        ReadOnlyLibrary
        UserError
            If the disk is full, or another process writes for longer than `BUSY_SECONDS`.
        """
        self.check_writable()
        with self._reporting():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # some errors have ended it
                    self._connection.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        if self._suspicion.exists():
            self._replace_damaged()
        try:
            return self._prepared(self._connected(f"{self.path.absolute().as_uri()}?mode=rwc"))
        except sqlite3.OperationalError as error:
            if not _may_be_read_only(error):
                raise self._error(error) from error
        except sqlite3.DatabaseError:  # the file is no database, or damaged
            self._replace_damaged()
            return self._prepared(self._connected(f"{self.path.absolute().as_uri()}?mode=rwc"))
        return self._open_read_only()

    def _open_read_only(self) -> sqlite3.Connection:
        self.read_only = True
        for options in ("mode=ro", "mode=ro&immutable=1"):  # without a log that another process has open, or with none
            connection = self._connected(f"{self.path.absolute().as_uri()}?{options}")
            try:
                (version,) = connection.execute("PRAGMA user_version").fetchone()
                _refuse_newer(self.path, version)
                if version == schema.VERSION:
                    connection.execute("SELECT entries FROM totals").fetchone()
                    return connection
            except sqlite3.OperationalError:
                pass
            except NewerLibrary:
                connection.close()
                raise
            connection.close()
        raise ReadOnlyLibrary(
            tr("The library in {parent} cannot be opened: its folder is read-only.", parent=self.path.parent)
        )

    def _connected(self, address: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, timeout=BUSY_SECONDS, isolation_level=None, uri=True, check_same_thread=False
        )
        connection.row_factory = sqlite3.Row
        return connection

    def _prepared(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        """Return a connection with its settings and the present tables."""
        try:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA cache_size=-16000")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            _refuse_newer(self.path, version)
            if version < schema.VERSION:
                with holding(locks_dir() / _LOCK, BUSY_SECONDS):  # a change to WAL does not wait for others by itself
                    connection.execute("PRAGMA journal_mode=WAL")
                    connection.execute("BEGIN IMMEDIATE")
                    schema.migrate(connection)  # which does nothing if another process has done it meanwhile
                    connection.execute("COMMIT")
            _try_to_write(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    @property
    def _suspicion(self) -> Path:
        """A file that marks damage found while the database was in use; the next opening checks it."""
        return self.path.with_name(f"{self.path.name}.suspect")

    def _replace_damaged(self) -> None:
        """Move a damaged database aside, unless another process has done so."""
        try:
            with holding(locks_dir() / _LOCK, BUSY_SECONDS):
                self._suspicion.unlink(missing_ok=True)
                if _is_sound(self.path):
                    return
                _refuse_newer(self.path, _version_in(self.path))
                target = free_path(self.path.with_name(f"{self.path.name}.damaged"))
                os.replace(self.path, target)
                for suffix in _SIDE_FILES:
                    side = self.path.with_name(self.path.name + suffix)
                    if side.exists():
                        os.replace(side, target.with_name(target.name + suffix))
                self.set_aside = target
        except (OSError, Held) as error:
            raise UserError(
                tr("The library in {parent} is damaged: {reason}.", parent=self.path.parent, reason=reason(error))
            ) from error

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            if _code(error) == sqlite3.SQLITE_INTERRUPT:
                raise
            raise self._error(error) from error
        except sqlite3.DatabaseError as error:
            raise self._error(error) from error

    def _error(self, error: sqlite3.Error) -> UserError:
        """Return an error of SQLite as a sentence."""
        folder = self.path.parent
        match _code(error):
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return UserError(
                    tr("Another riffdesk is busy with the library in {folder}. Try again in a moment.", folder=folder)
                )
            case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
                return UserError(
                    tr(
                        "The library in {folder} could not be changed: the disk is full or fails. Make room on it.",
                        folder=folder,
                    )
                )
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
                return ReadOnlyLibrary(
                    tr(
                        "The library in {folder} cannot be opened or changed: {error}. Make the folder writable first.",
                        folder=folder,
                        error=error,
                    )
                )
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
                with suppress(OSError):
                    self._suspicion.touch()
                return UserError(
                    tr(
                        "The library in {folder} is damaged: {error}. Start riffdesk again, which makes a new "
                        "list of the sounds in it.",
                        folder=folder,
                        error=error,
                    )
                )
        return UserError(tr("The library in {folder} reports an error: {error}.", folder=folder, error=error))


def _try_to_write(connection: sqlite3.Connection) -> None:
    """Raise `sqlite3.OperationalError` if the database cannot be written to, by a write that changes nothing."""
    connection.execute("PRAGMA busy_timeout=0")
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE totals SET entries = entries")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if _code(error) != sqlite3.SQLITE_BUSY:  # another process does write
            raise
    finally:
        connection.execute(f"PRAGMA busy_timeout={round(BUSY_SECONDS * 1_000)}")


def _version_in(path: Path) -> int:
    """Return the version in the header of a database that is damaged; 0 if there is none.

    Only of a damaged one: on POSIX, closing a file ends all locks that this process has on it, also those of other
    connections to the same database. A process that closes it then assumes to be the last one and removes the
    write-ahead log, and later writes of the others are lost.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_VERSION_OFFSET + 4)
    except OSError:
        return 0
    if len(header) < _VERSION_OFFSET + 4 or not header.startswith(_MAGIC):
        return 0
    return int.from_bytes(header[_VERSION_OFFSET:], "big")


def _refuse_newer(path: Path, version: int) -> None:
    if version > schema.VERSION:
        raise NewerLibrary(
            tr(
                "The library in {parent} is from a newer riffdesk and was not changed. Update riffdesk to use it.",
                parent=path.parent,
            )
        )


def _is_sound(path: Path) -> bool:
    """Whether a database can be read, by its own check."""
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
            (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error:
        return False
    return bool(answer == "ok")


def _may_be_read_only(error: sqlite3.OperationalError) -> bool:
    return _code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def _code(error: sqlite3.Error) -> int:
    """Return the primary code of an error of SQLite; 0 for one of the module's own."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
