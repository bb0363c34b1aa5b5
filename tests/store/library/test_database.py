"""The library's database: newer, damaged, older, in a folder that cannot be written to."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from riffdesk.errors import UserError
from riffdesk.store.library import database, schema
from riffdesk.store.library.database import NewerLibrary, ReadOnlyLibrary
from riffdesk.store.library.folders import add_folder, folders
from riffdesk.store.library.library import Library, root
from riffdesk.store.library.query import query_of
from tests.store.library.entries import add, names


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_library_of_a_newer_version_is_left_alone() -> None:
    with closing(Library()) as library:
        add(library)
        path = library.database.path
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = contents(root())
    with pytest.raises(NewerLibrary, match=r"newer riffdesk.*Update"):
        Library()
    assert contents(root()) == before


def test_a_damaged_database_is_set_aside_and_a_new_one_made() -> None:
    with closing(Library()) as library:
        entry = add(library)
        path = library.database.path
    before = path.read_bytes()
    path.write_bytes(before[:100] + b"junk" * (len(before) // 4))
    with closing(Library()) as library:
        assert names(library) == []
        assert library.database.set_aside == path.with_name("library.db.damaged")
        assert library.database.set_aside.read_bytes()[100:108] == b"junkjunk"
        assert entry.path.exists(), "sounds stay"


def read_everything(library: Library) -> None:
    for entry in library.page(query_of(""), count=1_000):
        library.details(entry.id)


def test_damage_that_is_found_later_is_mended_at_the_next_opening() -> None:
    with closing(Library()) as library:
        for number in range(50):
            add(library, f"riff {number}", recipe="long " * 1_000)
        path = library.database.path
    content = path.read_bytes()
    half = len(content) // 2 // 4096 * 4096
    path.write_bytes(content[:half] + b"\xff" * (len(content) - half))
    with closing(Library()) as library, pytest.raises(UserError, match=r"damaged.*Start riffdesk again"):
        read_everything(library)
    with closing(Library()) as library:
        assert library.database.set_aside is not None
        assert add(library, "anew").id == 1


def test_a_file_that_is_no_database_is_set_aside() -> None:
    root().mkdir(parents=True)
    (root() / "library.db").write_text("hello")
    with closing(Library()) as library:
        assert add(library).id == 1
    assert (root() / "library.db.damaged").read_text() == "hello"


def test_a_database_that_was_never_finished_is_made_anew() -> None:
    """As after a kill while it was made: an empty file."""
    root().mkdir(parents=True)
    (root() / "library.db").touch()
    with closing(Library()) as library:
        assert add(library).id == 1


def test_an_older_version_is_migrated(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Library()) as library:
        add(library, "old")
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setitem(schema.MIGRATIONS, schema.VERSION - 1, ("ALTER TABLE entries ADD COLUMN mood TEXT",))
    with closing(Library()) as library:
        assert names(library, "old") == ["old"]
        with library.database.reading() as connection:
            assert connection.execute("SELECT mood FROM entries").fetchone()["mood"] is None
            assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION


def test_a_library_of_the_first_version_can_have_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(schema, "VERSION", 1)
        with closing(Library()) as library:
            add(library, "old", stars=3)
    with closing(Library()) as library:
        assert names(library, "old stars:3") == ["old"]
        assert folders(library.database) == []
        assert [add_folder(library, tmp_path)] == folders(library.database)


def test_a_migration_that_fails_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Library()) as library:
        add(library, "old")
    with monkeypatch.context() as patched:
        patched.setattr(schema, "VERSION", schema.VERSION + 1)
        patched.setitem(
            schema.MIGRATIONS, schema.VERSION - 1, ("ALTER TABLE entries ADD COLUMN mood TEXT", "SELECT nonsense")
        )
        with pytest.raises(UserError, match="nonsense"):
            Library()
    with closing(Library()) as library:
        assert names(library) == ["old"]


@pytest.mark.skipif(os.name == "nt", reason="folders have no permissions of this kind")
def test_a_read_only_library_is_read_and_not_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Library()) as library:
        entry = add(library, "one")
    monkeypatch.setattr(database, "_try_to_write", refuse)  # as root may write everywhere
    with closing(Library()) as library:
        assert library.database.read_only
        assert names(library, "one") == ["one"]
        for change in (
            lambda: library.rate((entry.id,), 3),
            lambda: add(library, "two"),
            lambda: library.trash((entry.id,)),
        ):
            with pytest.raises(ReadOnlyLibrary, match="read-only"):
                change()
        assert [path.name for path in library.folder.rglob("*.flac")] == [entry.path.name]
    copy = tmp_path / "copy"  # without a log, as on a disc
    shutil.copytree(root(), copy)
    with closing(Library(copy)) as library:
        assert [found.name for found in library.page(query_of(""))] == ["one"]


def refuse(_: sqlite3.Connection) -> None:
    error = sqlite3.OperationalError("attempt to write a readonly database")
    error.sqlite_errorcode = sqlite3.SQLITE_READONLY  # type: ignore[misc]
    raise error


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot be made"):
        Library(tmp_path / "file" / "library")


def test_two_connections_of_one_process_keep_their_log_when_another_process_closes_the_library() -> None:
    """A window has two, and the process that keeps a riff opens and closes the library for each one."""
    with closing(Library()) as first, closing(Library()) as second:
        entry = add(first)
        in_another_process("library.add(new_entry('from elsewhere'), write)")
        second.rate([entry.id], 5)
        assert sorted(names(first)) == ["from elsewhere", "slow jazz"]
        assert in_another_process("print(library.entry(1).stars)") == "5"


def in_another_process(statement: str) -> str:
    """Run a statement with the library open in another process, and return what it prints."""
    code = (
        "from contextlib import closing\n"
        "from riffdesk.store.library.library import Library\n"
        "from tests.store.library.entries import new_entry, write\n"
        f"with closing(Library()) as library:\n    {statement}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()
