"""A process that changes the library all the time, and is killed in the middle of it."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from contextlib import closing
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path

from riffdesk.files import write_beside
from riffdesk.store.library.entry import Entry
from riffdesk.store.library.library import Library
from riffdesk.store.library.query import query_of
from riffdesk.store.library.room import empty_trash, orphans
from tests.store.library.entries import new_entry

SOUND = b"fLaC" + bytes(range(256)) * 40
LIMIT = 60 * len(SOUND)


def write_sound(path: Path) -> None:
    """Write a file as the real ones are: beside its name, and renamed when it is complete and on the disk."""
    with write_beside(path) as temporary:
        temporary.write_bytes(SOUND)


def _work(home: str, seed: int, pipe: Connection) -> None:
    """Add, rate, tag, rename, delete and empty the trash; tell what is done only when it is."""
    os.environ["RIFFDESK_HOME"] = home
    draw = random.Random(seed)
    with closing(Library()) as library:
        pipe.send(("opened", 0, ""))
        for number in range(1_000_000):
            name = f"riff {seed} {number}"
            entry = library.add(new_entry(name, prompt="slow jazz"), write_sound, limit=LIMIT)
            pipe.send(("added", entry.id, name))
            draw.choice((_rate, _tag, _delete, _empty))(library, entry, pipe)


def _rate(library: Library, entry: Entry, pipe: Connection) -> None:
    library.rate((entry.id,), 5)
    pipe.send(("starred", entry.id, entry.name))
    for older in range(entry.id - 80, entry.id - 39):  # or soon all have stars
        pipe.send(("unstarring", older, ""))
    library.rate(range(entry.id - 80, entry.id - 39), 0)


def _tag(library: Library, entry: Entry, pipe: Connection) -> None:
    library.set_tags(entry.id, ("tagged", f"t{entry.id}"))
    pipe.send(("tagged", entry.id, entry.name))


def _delete(library: Library, entry: Entry, pipe: Connection) -> None:
    pipe.send(("deleting", entry.id, entry.name))
    library.trash((entry.id,))
    pipe.send(("deleted", entry.id, entry.name))


def _empty(library: Library, entry: Entry, pipe: Connection) -> None:
    empty_trash(library.database, library.folder, older_than=0)


def killed_librarian(
    context: ForkServerContext, home: Path, *, seed: int, longest: float = 0.25
) -> dict[int, tuple[str, str]]:
    """Let a process change the library and kill it at a random moment; return the last that it told of each entry."""
    context.set_forkserver_preload(["tests.store.library.killing", "filelock"])
    receive, send = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(str(home), seed, send))
    process.start()
    send.close()
    assert receive.poll(60)
    time.sleep(random.Random(seed).uniform(0, longest))
    process.kill()
    process.join()
    told: dict[int, tuple[str, str]] = {}
    while True:
        try:
            what, entry_id, name = receive.recv()
        except EOFError:
            told.pop(0, None)
            return told
        told[entry_id] = what, name


def check_whole(home: Path, told: dict[int, tuple[str, str]]) -> None:
    """Check that the database is sound, each entry has its complete file, and what was told last holds."""
    with closing(Library()) as library:
        with library.database.reading() as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")  # an error if they do not match
            totals = connection.execute("SELECT entries, bytes FROM totals").fetchone()
            counted = connection.execute("SELECT sum(trashed IS NULL), sum(bytes) FROM entries").fetchone()
            assert tuple(totals) == (counted[0] or 0, counted[1] or 0)
        entries = {entry.id: entry for entry in library.page(query_of(""), count=100_000)}
        assert all(entry.path.read_bytes() == SOUND for entry in entries.values())
        _check_told(entries, told)
        for path in orphans(library.database, library.folder):
            assert path.read_bytes() == SOUND, "half a sound has no final name"
            library.add_in_place(new_entry(path.stem), path)
        files = [path for path in (library.folder / "sounds").rglob("*") if path.is_file()]
        assert all(path.suffix == ".flac" and not path.name.startswith(".") for path in files)
        library.add(new_entry(f"afterwards {max(entries, default=0)}"), write_sound, limit=LIMIT)
        assert library.size() <= LIMIT


def _check_told(entries: dict[int, Entry], told: dict[int, tuple[str, str]]) -> None:
    checks: dict[str, Callable[[int], bool]] = {
        "starred": lambda entry_id: entries[entry_id].stars == 5,
        "deleted": lambda entry_id: entry_id not in entries,
        "tagged": lambda entry_id: entry_id not in entries or entries[entry_id].tags == ("tagged", f"t{entry_id}"),
    }
    newest = max((entry_id for entry_id, (what, _) in told.items() if what == "added"), default=None)
    for entry_id, (what, _) in told.items():
        if what in checks:
            assert checks[what](entry_id), (what, entry_id)
    if newest is not None and newest == max(told):
        assert newest in entries, "what was told to be in the library is in it"
