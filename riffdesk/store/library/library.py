"""The library: adds, finds, changes and removes entries.

    library/
        library.db             the entries, see `riffdesk.store.library.schema`
        sounds/2026-11/*.flac  the sounds of riffs, named after them

A sound is complete and on the disk before its entry is. Deleting an entry first moves it to the trash; when that is
emptied, the file is removed before the entry. So a killed process leaves at worst a sound without an entry, which
gets one again (`riffdesk.analysis.upkeep`), or an entry in the trash without its sound. A `Library` is used by one
thread at a time.
"""

from __future__ import annotations

import os
import time
from array import array
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Row

from riffdesk.errors import UserError, reason
from riffdesk.files import safe_name, sync_folder
from riffdesk.language import tr
from riffdesk.paths import data_dir
from riffdesk.store.library.database import Database
from riffdesk.store.library.entry import MAX_STARS, MAX_TEXT, Entry, NewEntry, clean_tags
from riffdesk.store.library.query import Query, Value
from riffdesk.store.library.room import make_room
from riffdesk.store.library.rows import insert_row, joined, storable
from riffdesk.store.library.similar import by_similarity

PAGE = 100
"""Entries of a page."""
_NAME_LENGTH = 60
_IN_ONE_STATEMENT = 500

_SORT_COLUMNS = {
    "newest": ("", "DESC"), "oldest": ("", "ASC"), "stars": ("stars", "DESC"), "name": ("name COLLATE NOCASE", "ASC"),
    "tempo": ("tempo", "ASC"), "length": ("seconds", "ASC"), "key": ("key", "ASC"), "model": ("model", "ASC"),
}  # fmt: skip
SORTS = tuple(_SORT_COLUMNS)
"""Orders in which entries are listed."""

Write = Callable[[Path], object]


@dataclass(frozen=True)
class Details:
    """Fields of an entry that lists do not need; see `NewEntry`."""

    recipe: str
    score: str
    picture: bytes
    features: bytes


def root() -> Path:
    """Return the folder of the library."""
    return data_dir() / "library"


class Library:
    """The library, opened; see the module.

    Parameters
    ----------
    folder : Path, optional
        Its folder; the user's own by default.

    Raises
    ------
    UserError
        If it cannot be opened, or is from a newer riffdesk.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or root()
        self.database = Database(self.folder / "library.db")

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    # Adding

    def add(self, new: NewEntry, write: Write, *, limit: int = 0) -> Entry:
        """Add a riff, unless the library has the same sound already.

        Parameters
        ----------
        new : NewEntry
        write : callable
            Writes its sound to a path, completely and durably, or raises an error.
        limit : int
            Bytes that all sounds may take; 0 for any number. The trash and then the oldest entries without stars are
            removed to make room.

        Returns
        -------
        Entry
            The new entry, or the existing one.

        Raises
        ------
        UserError
            If the sound or the entry cannot be written; nothing has changed then.
        """
        existing = self._with_digest(new.digest)
        if existing is not None:
            return self.entry(existing)
        self.database.check_writable()
        path = self._path_for(new)
        _make_folder(path.parent)
        write(path)
        try:
            size = path.stat().st_size
            make_room(self.database, self.folder, size, limit)
            return self._insert(new, path, size)
        except (UserError, OSError):
            with suppress(UserError):
                if self._with_digest(new.digest) is None:
                    path.unlink(missing_ok=True)
            raise

    def add_in_place(self, new: NewEntry, path: Path) -> Entry:
        """Add a sound without copying it: one in a user's folder, or one in the library without an entry.

        If the same sound is in two places, the library has the first.
        """
        inside = path.is_relative_to(self.folder)
        return self._insert(new, path, path.stat().st_size if inside else 0)

    def _insert(self, new: NewEntry, path: Path, size: int) -> Entry:
        """Add a row for a sound that is on the disk; a row in the trash for the same sound is replaced."""
        with self.database.writing() as connection:
            stored = self._stored(path)
            row = connection.execute("SELECT id, path, trashed FROM entries WHERE digest = ?", (new.digest,)).fetchone()
            if row is not None and row["trashed"] is None:
                if row["path"] != stored and size:
                    path.unlink(missing_ok=True)  # another process was faster
                new_id = row["id"]
            else:
                if row is not None:
                    connection.execute("DELETE FROM entries WHERE id = ?", (row["id"],))
                    if row["path"] != stored:
                        _unlink(self._path(row["path"]), self.folder)
                new_id = insert_row(connection, new, stored, size)
        return self.entry(new_id)

    def _path_for(self, new: NewEntry) -> Path:
        month = time.strftime("%Y-%m", time.localtime(new.created or time.time()))
        name = safe_name(new.name[:_NAME_LENGTH], "riff")
        return self.folder / "sounds" / month / f"{name} {new.digest[:8]}.flac"

    # Reading

    def count(self) -> int:
        """Return the number of entries, without those in the trash."""
        with self.database.reading() as connection:
            return int(connection.execute("SELECT entries FROM totals").fetchone()[0])

    def size(self) -> int:
        """Return the bytes of all sounds in the library's folder, with those in the trash."""
        with self.database.reading() as connection:
            return int(connection.execute("SELECT bytes FROM totals").fetchone()[0])

    def version(self) -> int:
        """Return a number that changes when another connection has changed the library."""
        with self.database.reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def entry(self, entry_id: int) -> Entry:
        """Return an entry, also one in the trash; UserError if there is none."""
        found = self.entries((entry_id,))
        if not found:
            raise UserError(
                tr(
                    "There is no riff {entry_id} in the library. riffdesk library list shows them all.",
                    entry_id=entry_id,
                )
            )
        return found[0]

    def entries(self, ids: Sequence[int]) -> list[Entry]:
        """Return entries by id, in this order; those that do not exist any more are left out."""
        found: dict[int, Entry] = {}
        with self.database.reading() as connection:
            for start in range(0, len(ids), _IN_ONE_STATEMENT):
                part = list(ids[start : start + _IN_ONE_STATEMENT])
                rows = connection.execute(f"SELECT * FROM entries WHERE id IN ({_marks(part)})", part)
                found.update((row["id"], self._entry(row)) for row in rows)
        return [found[entry_id] for entry_id in ids if entry_id in found]

    def details(self, entry_id: int) -> Details:
        """Return the details of an entry; UserError if there is none."""
        with self.database.reading() as connection:
            row = connection.execute(
                "SELECT recipe, score, picture, vector FROM details JOIN features USING (id) WHERE id = ?", (entry_id,)
            ).fetchone()
        if row is None:
            raise UserError(tr("There is no riff {entry_id} in the library any more.", entry_id=entry_id))
        return Details(*row)

    def pictures(self, ids: Sequence[int]) -> dict[int, bytes]:
        """Return the pictures of entries by id."""
        with self.database.reading() as connection:
            rows = connection.execute(f"SELECT id, picture FROM details WHERE id IN ({_marks(ids)})", tuple(ids))
            return {row["id"]: row["picture"] for row in rows}

    def page(self, query: Query, sort: str = "newest", after: Entry | None = None, count: int = PAGE) -> list[Entry]:
        """Return the next entries that match a query.

        Parameters
        ----------
        query : Query
        sort : str
            One of `SORTS`.
        after : Entry, optional
            The last entry of the page before.
        count : int
        """
        if query.like:
            ids = self._similar(query)
            start = 0 if after is None or after.id not in ids else ids.index(after.id) + 1
            return self.entries(ids[start : start + count])
        statement, values = _selection("entries.*", query, sort, after)
        with self.database.reading() as connection:
            return [self._entry(row) for row in connection.execute(f"{statement} LIMIT ?", (*values, count))]

    def ids(self, query: Query, sort: str = "newest") -> array[int]:
        """Return the ids of all entries that match a query, in order: 0.3 s of a million, see `Database.interrupt`."""
        if query.like:
            return self._similar(query)
        statement, values = _selection("entries.id", query, sort, None)
        with self.database.reading() as connection:
            connection.row_factory = None
            try:
                return array("q", (row[0] for row in connection.execute(statement, values)))
            finally:
                connection.row_factory = Row

    def _similar(self, query: Query) -> array[int]:
        """Return the ids of entries that match a query, the most similar to the one that it names first."""
        statement, values = _selection("entries.id, features.vector", query, "newest", None)
        with self.database.reading() as connection:
            wanted = connection.execute("SELECT vector FROM features WHERE id = ?", (query.like,)).fetchone()
            rows = connection.execute(statement, values) if wanted is not None and wanted["vector"] else ()
            return by_similarity(wanted["vector"] if wanted is not None else b"", (tuple(row) for row in rows))

    # Changing

    def rate(self, ids: Iterable[int], stars: int) -> None:
        """Give entries 0 to 5 stars."""
        if not 0 <= stars <= MAX_STARS:
            raise UserError(tr("A riff has 0 to {max_stars} stars, not {stars}.", max_stars=MAX_STARS, stars=stars))
        with self.database.writing() as connection:
            connection.executemany("UPDATE entries SET stars = ? WHERE id = ?", [(stars, one) for one in ids])

    def rename(self, entry_id: int, name: str) -> None:
        """Give an entry another name; its file keeps its own."""
        name = " ".join(name.split())[:MAX_TEXT]
        if not name:
            raise UserError(tr("A riff in the library needs a name."))
        with self.database.writing() as connection:
            connection.execute("UPDATE entries SET name = ? WHERE id = ?", (storable(name), entry_id))

    def set_tags(self, entry_id: int, tags: Iterable[str]) -> None:
        """Replace the tags of an entry."""
        cleaned = clean_tags(tags)
        with self.database.writing() as connection:
            connection.execute("UPDATE entries SET tags = ? WHERE id = ?", (joined(cleaned), entry_id))
            connection.execute("DELETE FROM entry_tags WHERE id = ?", (entry_id,))
            connection.executemany("INSERT INTO entry_tags VALUES (?, ?)", [(tag, entry_id) for tag in cleaned])

    def tags(self) -> list[str]:
        """Return all tags in use, the most frequent first."""
        with self.database.reading() as connection:
            rows = connection.execute("SELECT tag FROM entry_tags GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 1000")
            return [row["tag"] for row in rows]

    def trash(self, ids: Iterable[int]) -> None:
        """Move entries to the trash, where searches do not find them."""
        self._set_trashed(ids, time.time())

    def restore(self, ids: Iterable[int]) -> None:
        """Take entries out of the trash."""
        self._set_trashed(ids, None)

    def _set_trashed(self, ids: Iterable[int], when: float | None) -> None:
        with self.database.writing() as connection:
            connection.executemany("UPDATE entries SET trashed = ? WHERE id = ?", [(when, one) for one in ids])

    def _with_digest(self, digest: str) -> int | None:
        """Return the id of the entry of a sound that is not in the trash; None if there is none."""
        with self.database.reading() as connection:
            row = connection.execute(
                "SELECT id FROM entries WHERE digest = ? AND trashed IS NULL", (digest,)
            ).fetchone()
        return None if row is None else int(row["id"])

    def _entry(self, row: Row) -> Entry:
        return Entry(
            **{name: row[name] for name in _PLAIN_FIELDS},
            tags=tuple(tag for tag in row["tags"].split(",") if tag),
            path=self._path(row["path"]),
        )

    def _path(self, stored: str | bytes) -> Path:
        return Path(os.fsdecode(stored)) if isinstance(stored, bytes) else self.folder / stored

    def _stored(self, path: Path) -> str | bytes:
        """Return a path as it is stored: within the folder as text, elsewhere as bytes, as names may be no text."""
        if path.is_relative_to(self.folder):
            return path.relative_to(self.folder).as_posix()
        return os.fsencode(os.path.abspath(path))


_PLAIN_FIELDS = (
    "id", "digest", "kind", "name", "prompt", "negative", "seed", "tempo", "key", "seconds", "model", "stars",
    "created", "bytes", "loudness", "peak_db",
)  # fmt: skip


def _selection(columns: str, query: Query, sort: str, after: Entry | None) -> tuple[str, list[Value]]:
    """Return the statement that lists the matches of a query after an entry, and its values."""
    if sort not in _SORT_COLUMNS:
        raise UserError(
            tr("The library cannot be sorted by {sort!r}, only by {sorts}.", sort=sort, sorts=", ".join(SORTS))
        )
    column, order = _SORT_COLUMNS[sort]
    conditions, values = ["entries.trashed IS NULL"], list[Value]()
    source, row_id = "entries", "entries.id"
    if query.words:
        source, row_id = "words CROSS JOIN entries ON entries.id = words.rowid", "words.rowid"
        conditions.insert(0, "words MATCH ?")
        values.append(query.words)
    if query.like:
        source += " JOIN features ON features.id = entries.id"
    if query.condition:
        conditions.append(query.condition)
        values.extend(query.values)
    if after is not None:
        sign = "<" if order == "DESC" else ">"
        if column:
            conditions.append(f"(entries.{column}, entries.id) {sign} (?, ?)")
            values.append(getattr(after, column.split()[0]))
        else:
            conditions.append(f"{row_id} {sign} ?")
        values.append(after.id)
    by = f"entries.{column} {order}, entries.id {order}" if column else f"{row_id} {order}"
    return f"SELECT {columns} FROM {source} WHERE {' AND '.join(conditions)} ORDER BY {by}", values


def _make_folder(folder: Path) -> None:
    try:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            sync_folder(folder.parent)
    except OSError as error:
        raise UserError(
            tr("The folder {folder} of the library cannot be made: {reason}.", folder=folder, reason=reason(error))
        ) from error


def _unlink(path: Path, folder: Path) -> None:
    """Remove a sound in the library's folder; one elsewhere is the user's own."""
    if path.is_relative_to(folder):
        path.unlink(missing_ok=True)


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
