"""The user's folders in the library: their files are listed at their place, and nothing is copied.

An entry stands for a file by its path. It is listed by its header first, and measured later. Removing a folder moves
its entries to the trash; if it is added again before that is emptied, they keep their stars and tags.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection, Row

from riffdesk.errors import UserError, readable
from riffdesk.language import tr
from riffdesk.store.library.database import Database
from riffdesk.store.library.entry import NewEntry
from riffdesk.store.library.library import Library
from riffdesk.store.library.rows import insert_row, storable


@dataclass(frozen=True)
class Folder:
    """One of the user's folders.

    Parameters
    ----------
    id : int
    path : Path
    files : int
        Entries that are listed.
    """

    id: int
    path: Path
    files: int

    @property
    def name(self) -> str:
        """Its name."""
        return readable(self.path.name) or readable(str(self.path))


@dataclass(frozen=True)
class FolderFile:
    """A file in a folder.

    Parameters
    ----------
    path : Path
        Absolute.
    place : str
        Names of the folder and its subfolders, such as ``Drums/Kicks``.
    bytes : int
    changed : float
        Time of its last change, in seconds since 1970.
    """

    path: Path
    place: str
    bytes: int
    changed: float


@dataclass(frozen=True)
class KnownFile:
    """Facts about a file when it was last read.

    Parameters
    ----------
    id : int
        Of its entry.
    bytes : int
    changed : float
    folder : int, optional
        The folder it belongs to; None if that was removed.
    valued : bool
        Whether its entry has stars or tags.
    """

    id: int
    bytes: int
    changed: float
    folder: int | None
    valued: bool


def folders(database: Database) -> list[Folder]:
    """Return the user's folders, by name."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT folders.id, folders.path, count(entries.id) AS files FROM folders "
            "LEFT JOIN folder_files ON folder_files.folder = folders.id "
            "LEFT JOIN entries ON entries.id = folder_files.id AND entries.trashed IS NULL GROUP BY folders.id"
        ).fetchall()
    found = [Folder(row["id"], Path(os.fsdecode(row["path"])), row["files"]) for row in rows]
    return sorted(found, key=lambda folder: folder.name.lower())


def add_folder(library: Library, path: Path) -> Folder:
    """Add a folder, without its files yet; return the present entry if it was added before.

    Raises
    ------
    UserError
        If it is no folder, lies in one that was added before, or is the library's own.
    """
    path = Path(os.path.abspath(path))
    if not path.is_dir():
        raise UserError(tr("There is no folder {path}. Choose a folder with sounds.", path=readable(str(path))))
    if path.is_relative_to(os.path.abspath(library.folder)):
        raise UserError(
            tr("{path} is the library's own folder; its riffs are listed already.", path=readable(str(path)))
        )
    present = folders(library.database)
    for folder in present:
        if folder.path == path:
            return folder
        if path.is_relative_to(folder.path):
            raise UserError(
                tr(
                    "{path} is in {folder}, which the library lists already.",
                    path=readable(str(path)),
                    folder=readable(str(folder.path)),
                )
            )
    with library.database.writing() as connection:
        connection.execute("INSERT OR IGNORE INTO folders (path) VALUES (?)", (os.fsencode(path),))
    return next(folder for folder in folders(library.database) if folder.path == path)


def remove_folder(database: Database, folder_id: int) -> None:
    """Remove a folder from the library: its entries go to the trash, its files are not touched."""
    with database.writing() as connection:
        connection.execute(
            "UPDATE entries SET trashed = ? WHERE trashed IS NULL AND id IN "
            "(SELECT id FROM folder_files WHERE folder = ?)",
            (time.time(), folder_id),
        )
        connection.execute("DELETE FROM folders WHERE id = ?", (folder_id,))


def known_files(database: Database, folder: Path) -> dict[bytes, KnownFile]:
    """Return all files that are known in a folder and those inside it, by path; also those of other folders."""
    begin = os.fsencode(os.path.join(folder, ""))
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT entries.path, entries.stars, entries.tags, folder_files.* FROM folder_files "
            "JOIN entries USING (id) WHERE substr(entries.path, 1, ?) = ?",
            (len(begin), begin),
        )
        return {row["path"]: _known(row) for row in rows}


def _known(row: Row) -> KnownFile:
    valued = bool(row["stars"] or row["tags"])
    return KnownFile(row["id"], row["bytes"], row["changed"], row["folder"], valued)


def digest_of_path(path: Path) -> str:
    """Return the digest of the entry of a file: of its path, and different from all digests of samples."""
    return f"file {hashlib.blake2b(os.fsencode(path), digest_size=16).hexdigest()}"


def list_files(database: Database, folder_id: int, files: Iterable[tuple[NewEntry, FolderFile]]) -> None:
    """List files to be measured: new ones, changed ones, and those whose folder was removed before."""
    with database.writing() as connection:
        if connection.execute("SELECT id FROM folders WHERE id = ?", (folder_id,)).fetchone() is None:
            return  # it was removed meanwhile
        for new, file in files:
            row = connection.execute("SELECT id FROM entries WHERE digest = ?", (new.digest,)).fetchone()
            if row is None:
                entry_id = insert_row(connection, new, os.fsencode(file.path), 0)
            else:
                entry_id = row["id"]
                _set_facts(connection, entry_id, new)
                connection.execute(
                    "UPDATE entries SET trashed = NULL WHERE id = ? AND trashed IS NOT NULL AND "
                    "(SELECT folder FROM folder_files WHERE folder_files.id = entries.id) IS NULL",
                    (entry_id,),
                )
            connection.execute(
                "REPLACE INTO folder_files (id, folder, place, bytes, changed, measured) VALUES (?, ?, ?, ?, ?, 0)",
                (entry_id, folder_id, storable(file.place), file.bytes, file.changed),
            )


def forget_files(database: Database, ids: Sequence[int]) -> None:
    """Remove the entries of missing files."""
    with database.writing() as connection:
        connection.executemany("DELETE FROM entries WHERE id = ?", [(one,) for one in ids])


def unmeasured(database: Database, after: int = 0, count: int = 100) -> list[int]:
    """Return the ids of the next entries to measure, at most ``count``."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT folder_files.id FROM folder_files JOIN entries USING (id) WHERE NOT measured AND "
            "folder IS NOT NULL AND trashed IS NULL AND folder_files.id > ? ORDER BY folder_files.id LIMIT ?",
            (after, count),
        )
        return [row["id"] for row in rows]


def unmeasured_count(database: Database) -> int:
    """Return the number of entries to measure."""
    with database.reading() as connection:
        row = connection.execute(
            "SELECT count(*) FROM folder_files JOIN entries USING (id) WHERE NOT measured AND folder IS NOT NULL AND "
            "trashed IS NULL"
        ).fetchone()
    return int(row[0])


def set_measured(database: Database, measured: Iterable[tuple[int, NewEntry | None]]) -> None:
    """Store measurements of files by the ids of their entries; None for a file that cannot be measured."""
    with database.writing() as connection:
        for entry_id, new in measured:
            if new is not None:
                _set_facts(connection, entry_id, new)
            connection.execute("UPDATE folder_files SET measured = 1 WHERE id = ?", (entry_id,))


def _set_facts(connection: Connection, entry_id: int, new: NewEntry) -> None:
    """Replace the facts that come from a file; name, stars and tags are the user's."""
    connection.execute(
        "UPDATE entries SET kind = ?, prompt = ?, negative = ?, seed = ?, tempo = ?, key = ?, seconds = ?, model = ?, "
        "loudness = ?, peak_db = ? WHERE id = ?",
        (
            new.kind, storable(new.prompt), storable(new.negative), new.seed, new.tempo, new.key, new.seconds,
            storable(new.model), new.loudness, new.peak_db, entry_id,
        ),
    )  # fmt: skip
    connection.execute(
        "UPDATE details SET recipe = ?, score = ?, picture = ? WHERE id = ?",
        (new.recipe, new.score, new.picture, entry_id),
    )
    connection.execute("UPDATE features SET vector = ? WHERE id = ?", (new.features, entry_id))
