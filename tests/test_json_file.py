"""A JSON file that several riffdesks share: changed under a lock, migrated, never lost."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from riffdesk import json_file
from riffdesk.errors import UserError
from riffdesk.json_file import JsonFile, NewerFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "things.json"


def things(path: Path) -> JsonFile:
    return JsonFile(path, 3, "the things", {1: lambda body: {**body, "b": 1}, 2: lambda body: {**body, "c": body["b"]}})


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def adding(**more: object) -> Any:
    return lambda body: {**body, **more}


def beside(path: Path) -> list[str]:
    return sorted(name for name in os.listdir(path.parent) if not name.endswith(".lock"))


def test_a_file_begins_with_its_first_change(path: Path) -> None:
    assert things(path).read().state == "missing"
    assert not path.parent.exists()
    things(path).update(adding(a=1))
    assert json.loads(path.read_text()) == {"version": 3, "a": 1}
    assert beside(path) == ["things.json"]


def test_what_another_one_wrote_meanwhile_stays(path: Path) -> None:
    one, other = things(path), things(path)
    one.update(adding(a=1))
    other.update(adding(z=2))
    assert one.read().body == {"version": 3, "a": 1, "z": 2}


def test_an_older_version_is_migrated_step_by_step(path: Path) -> None:
    write(path, '{"version": 1, "a": 5}')
    assert things(path).read().body == {"version": 3, "a": 5, "b": 1, "c": 1}
    things(path).update(adding())
    assert json.loads(path.read_text()) == {"version": 3, "a": 5, "b": 1, "c": 1}
    assert beside(path) == ["things.json"]


def test_a_newer_version_is_left_alone(path: Path) -> None:
    write(path, '{"version": 4, "a": 5}')
    assert (things(path).read().state, things(path).read().body) == ("newer", {})
    with pytest.raises(
        NewerFile, match=r"^The things in .*things\.json are from a newer riffdesk and were not changed"
    ):
        things(path).update(adding(a=1))
    assert path.read_text() == '{"version": 4, "a": 5}'


DAMAGED = [
    "", "{", "[]", "null", "[" * 100_000, '{"version": true}', '{"version": 0}', '{"version": 1.5}', '{"a": 1}',
    '{"version": NaN}',
]  # fmt: skip


@pytest.mark.parametrize("text", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_file_is_kept_beside_as_a_copy_and_replaced(path: Path, text: str) -> None:
    write(path, text)
    assert things(path).read().state == "damaged"
    assert beside(path) == ["things.json"], "looking changes nothing"
    things(path).update(adding(a=1))
    assert json.loads(path.read_text()) == {"version": 3, "a": 1}
    assert path.with_name("things.json.damaged").read_text() == text


def test_copies_of_damaged_files_are_numbered_and_the_same_is_kept_once(path: Path) -> None:
    for text in ("one", "one", "two"):
        write(path, text)
        things(path).update(adding())
    assert beside(path) == ["things.json", "things.json.damaged", "things.json.damaged 2"]
    for number in range(20):
        write(path, str(number))
        things(path).update(adding())
    assert len(beside(path)) == 10


def test_nothing_is_written_where_nothing_changes(path: Path) -> None:
    things(path).update(adding(a=1))
    before = path.stat().st_mtime_ns, path.stat().st_ino
    things(path).update(adding(a=1))
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_a_file_that_somebody_holds_is_one_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    things(path).update(adding(a=1))
    monkeypatch.setattr(json_file, "_LOCK_TIMEOUT", 0.05)
    with FileLock(f"{path}.lock"), pytest.raises(UserError, match=r"Another riffdesk holds .*Try again"):
        things(path).update(adding(a=2))
    assert things(path).read().body["a"] == 1


def test_a_folder_in_its_place_is_one_sentence(path: Path) -> None:
    path.mkdir(parents=True)
    assert things(path).read().state == "unreadable"
    with pytest.raises(UserError, match=r"things\.json cannot be read"):
        things(path).update(adding())


def test_a_folder_that_cannot_be_made_is_the_reason(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mkdir(folder: Path, *arguments: object, **options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(UserError, match=r"Could not write .*things\.json: Permission denied\."):
        things(path).update(lambda body: {**body, "a": 1})


def test_processes_at_the_same_time_lose_nothing_of_each_other(path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom riffdesk.json_file import JsonFile\n"
        "file = JsonFile(Path(sys.argv[1]), 1, 'the things')\n"
        "for n in range(15): file.update(lambda body: {**body, f'{sys.argv[2]}{n}': n})"
    )
    running = [subprocess.Popen([sys.executable, "-c", script, str(path), name]) for name in "abc"]
    assert [child.wait(60) for child in running] == [0, 0, 0]
    assert len(json.loads(path.read_text())) == 1 + 45
