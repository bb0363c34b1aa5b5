"""Rows of the library's tables: how the fields of an entry are stored."""

from __future__ import annotations

import time
from collections.abc import Sequence
from sqlite3 import Connection

from riffdesk.store.library.entry import MAX_TEXT, NewEntry, clean_tags


def insert_row(connection: Connection, new: NewEntry, stored: str | bytes, size: int) -> int:
    """Add the rows of an entry in the transaction that is open; return its id."""
    tags = clean_tags(new.tags)
    texts = (storable(text[:MAX_TEXT]) for text in (new.name, new.prompt, new.negative))
    cursor = connection.execute(
        "INSERT INTO entries (digest, kind, name, prompt, negative, seed, tempo, key, seconds, model, stars, tags, "
        "created, path, bytes, loudness, peak_db) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new.digest, new.kind, *texts, new.seed, new.tempo, new.key, new.seconds, storable(new.model), new.stars,
            joined(tags), new.created or time.time(), stored, size, new.loudness, new.peak_db,
        ),
    )  # fmt: skip
    new_id = int(cursor.lastrowid or 0)
    connection.execute("INSERT INTO details VALUES (?, ?, ?, ?)", (new_id, new.recipe, new.score, new.picture))
    connection.execute("INSERT INTO features VALUES (?, ?)", (new_id, new.features))
    connection.executemany("INSERT INTO entry_tags VALUES (?, ?)", [(tag, new_id) for tag in tags])
    return new_id


def joined(tags: Sequence[str]) -> str:
    """Return tags as the table of entries has them."""
    return f",{','.join(tags)}," if tags else ""


def storable(text: str) -> str:
    """Return a text that SQLite can store: without single surrogates."""
    return text.encode(errors="replace").decode()
