"""Making room in the library: the trash, the limit of its size, and sounds without entries."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from sqlite3 import Row

from riffdesk.errors import UserError
from riffdesk.files import remove_abandoned
from riffdesk.language import tr
from riffdesk.store.library.database import Database

TRASH_SECONDS = 7 * 86_400
"""Age at which an entry in the trash is removed."""

_SWEPT = "swept"
_AT_ONCE = 200


def make_room(database: Database, folder: Path, needed: int, limit: int) -> int:
    """Remove entries until the library is within its limit with ``needed`` more bytes; return how many.

    First those in the trash, then the oldest without stars. Those with stars stay.

    Raises
    ------
    UserError
        If entries with stars take all the space.
    """
    if not limit:
        return 0
    removed = 0
    for condition in ("trashed IS NOT NULL AND bytes > 0", "trashed IS NULL AND stars = 0 AND bytes > 0"):
        while (excess := _bytes(database) + needed - limit) > 0:
            rows = _rows(database, condition)
            chosen = list(_until(rows, excess))
            if not chosen:
                break
            _remove(database, folder, chosen)
            removed += len(chosen)
    if _bytes(database) + needed > limit:
        raise UserError(
            tr(
                "The library has reached its limit of {limit:.3g} GiB, and all riffs in it have stars, "
                "so nothing new is kept. Raise the limit, or remove stars.",
                limit=limit / 2**30,
            )
        )
    return removed


def empty_trash(database: Database, folder: Path, *, older_than: float = TRASH_SECONDS) -> int:
    """Remove entries that have been in the trash for some seconds, with their sounds; return how many.

    Those of files in the user's folders stay there, as the next reading of the folder would list them again.
    """
    removed, until = 0, time.time() - older_than
    in_folder = "id IN (SELECT id FROM folder_files WHERE folder IS NOT NULL)"
    while rows := _rows(database, f"trashed IS NOT NULL AND trashed <= {until!r} AND NOT {in_folder}"):
        _remove(database, folder, rows)
        removed += len(rows)
    return removed


def orphans(database: Database, folder: Path) -> Iterator[Path]:
    """Yield the sounds in the library's folder that have no entry, and remove temporary files of killed processes.

    Only folders that have changed since the last complete run are searched.
    """
    began = time.time()
    with database.reading() as connection:
        row = connection.execute("SELECT value FROM facts WHERE name = ?", (_SWEPT,)).fetchone()
    last = row["value"] if row is not None else 0.0
    for month in sorted((folder / "sounds").glob("*")):
        with suppress(OSError):
            # Time stamps of folders may be two seconds coarse.
            if month.is_dir() and month.stat().st_mtime >= last - 2:
                remove_abandoned(month)
                yield from _without_entry(database, folder, month)
    with database.writing() as connection:
        connection.execute("REPLACE INTO facts VALUES (?, ?)", (_SWEPT, began))


def _without_entry(database: Database, folder: Path, month: Path) -> list[Path]:
    paths = [path for path in sorted(month.glob("*.flac")) if not path.name.startswith(".")]
    stored = {path.relative_to(folder).as_posix(): path for path in paths}
    with database.reading() as connection:
        for start in range(0, len(paths), _AT_ONCE):
            names = [path.relative_to(folder).as_posix() for path in paths[start : start + _AT_ONCE]]
            marks = ",".join("?" * len(names))
            for row in connection.execute(f"SELECT path FROM entries WHERE path IN ({marks})", names):
                stored.pop(row["path"], None)
    return list(stored.values())


def _bytes(database: Database) -> int:
    with database.reading() as connection:
        return int(connection.execute("SELECT bytes FROM totals").fetchone()[0])


def _rows(database: Database, condition: str) -> list[Row]:
    """Return some entries, the oldest first."""
    with database.reading() as connection:
        return connection.execute(
            f"SELECT id, path, bytes FROM entries WHERE {condition} ORDER BY id LIMIT {_AT_ONCE}"
        ).fetchall()


def _until(rows: Sequence[Row], size: int) -> Iterator[Row]:
    """Yield rows until their files have a size together."""
    for row in rows:
        if size <= 0:
            return
        size -= row["bytes"]
        yield row


def _remove(database: Database, folder: Path, rows: Sequence[Row]) -> None:
    """Remove entries: to the trash, so that a kill leaves none without its file, then their files, then the rows."""
    ids = [(row["id"],) for row in rows]
    with database.writing() as connection:
        now = time.time()
        connection.executemany(
            "UPDATE entries SET trashed = ? WHERE id = ? AND trashed IS NULL", [(now, one) for (one,) in ids]
        )
    for row in rows:
        if isinstance(row["path"], str):  # a path in bytes is the user's own file
            with suppress(OSError):  # of a file that somebody holds open; it gets an entry again at the next start
                (folder / row["path"]).unlink(missing_ok=True)
    with database.writing() as connection:
        connection.executemany("DELETE FROM entries WHERE id = ? AND trashed IS NOT NULL", ids)
