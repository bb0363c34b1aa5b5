"""Entries of the library for tests, with files that only stand for sounds."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from riffdesk.store.library.entry import Entry, NewEntry
from riffdesk.store.library.library import Library
from riffdesk.store.library.query import query_of

SIZE = 1_000


def new_entry(name: str = "slow jazz", **fields: Any) -> NewEntry:
    """Return an entry whose digest is that of its name."""
    digest = hashlib.blake2b(name.encode(), digest_size=16).hexdigest()
    return NewEntry(**{"digest": digest, "kind": "riff", "seconds": 5.0, "name": name, **fields})


def add(library: Library, name: str = "slow jazz", *, limit: int = 0, **fields: Any) -> Entry:
    return library.add(new_entry(name, **fields), write, limit=limit)


def write(path: Path) -> None:
    path.write_bytes(b"x" * SIZE)


def names(library: Library, text: str = "", sort: str = "newest") -> list[str]:
    """Return the names of what a search finds, page by page as well as all at once."""
    query, found = query_of(text), list[Entry]()
    while page := library.page(query, sort, found[-1] if found else None, count=2):
        found.extend(page)
    assert [entry.id for entry in found] == list(library.ids(query, sort))
    return [entry.name for entry in found]
