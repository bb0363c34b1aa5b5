"""Locks between riffdesks, and that nothing stops where none can be had."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from riffdesk.engine.recovery import riff_folders
from riffdesk.errors import UserError
from riffdesk.json_file import JsonFile
from riffdesk.lock import Held, Lock, held, holding
from riffdesk.models.registry import _fetch_lock
from riffdesk.store.journal import journal_folders
from riffdesk.store.project.project_lock import ProjectLock, saving

HOLD = """
import sys, time
from pathlib import Path
from riffdesk.lock import Lock
lock = Lock(Path(sys.argv[1]))
print(lock.take(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds a lock."""
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "lock")], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "True\n"
    yield child
    child.kill()
    child.wait()
    child.stdout.close()


def test_a_lock_is_held_by_one_until_its_process_ends(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    lock = Lock(tmp_path / "lock")
    with pytest.raises(Held):
        lock.take()
    with pytest.raises(Held), holding(tmp_path / "lock"):
        pass
    assert held(tmp_path / "lock") is None
    other.kill()
    other.wait()
    assert lock.take(5)
    assert lock.take(), "it is held here already"
    assert held(tmp_path / "lock") is None
    lock.release()
    lock.release()
    with holding(tmp_path / "lock"):
        assert held(tmp_path / "lock") is None
    found = held(tmp_path / "lock")
    assert found is not None
    found.release(remove=True)
    assert list(tmp_path.iterdir()) == []


def test_a_lock_in_a_folder_that_is_gone_is_nobodys(tmp_path: Path) -> None:
    assert held(tmp_path / "gone" / "lock") is None
    assert not (tmp_path / "gone").exists()


NO_LOCKS = [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS]


@pytest.fixture(params=NO_LOCKS, ids=[errno.errorcode[one] for one in NO_LOCKS])
def disk_without_locks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def flock(*_: object) -> None:
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(pytest.importorskip("fcntl"), "flock", flock)


pytestmark = pytest.mark.filterwarnings("ignore:.*flock:UserWarning")


@pytest.mark.usefixtures("disk_without_locks")
def test_on_a_disk_without_locks_nothing_stops(tmp_path: Path) -> None:
    things = JsonFile(tmp_path / "things.json", 1, "the things")
    for number in range(2):
        things.update(lambda body, number=number: body | {"number": number})
    assert things.read().body["number"] == 1
    project = ProjectLock(tmp_path / "song.riff")
    assert project.take()
    project.release()
    with saving(tmp_path / "song.riff"):
        pass
    for _ in range(2):
        with _fetch_lock("model"):
            pass
    folder, lock = journal_folders.create()
    lock.release()
    again = journal_folders.hold(folder)
    assert again is not None
    journal_folders.remove(folder, again)
    assert not folder.exists()
    (tmp_path / "riff").mkdir()
    riff = riff_folders.hold(tmp_path / "riff")
    assert riff is not None
    riff.release()
    riff_folders.discard(tmp_path / "riff")
    assert not (tmp_path / "riff").exists()


@pytest.mark.usefixtures("disk_without_locks")
def test_such_a_disk_still_tells_one_riffdesk_of_another(tmp_path: Path) -> None:
    with _fetch_lock("model"), pytest.raises(UserError, match="being fetched already"), _fetch_lock("model"):
        pass
    first, second = ProjectLock(tmp_path / "song.riff"), ProjectLock(tmp_path / "song.riff")
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_where_no_file_can_be_made_work_goes_on_without_a_lock(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    lock = Lock(tmp_path / "file" / "lock")
    assert lock.take() is False
    lock.release()
    with holding(tmp_path / "file" / "lock"):
        pass
