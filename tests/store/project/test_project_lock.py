"""A project that is open in two riffdesks is told of; one whose riffdesk was killed is free."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from riffdesk.paths import locks_dir
from riffdesk.store.project.project_lock import ProjectLock
from riffdesk.store.project.saving import SaveRequest, save_project
from tests.store.project.test_versions import document

HOLD = """
import sys, time
from pathlib import Path
from riffdesk.store.project.project_lock import ProjectLock
lock = ProjectLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
time.sleep(60)
"""


def test_the_second_one_is_told_until_the_first_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "song.riff"
    first, second = ProjectLock(path), ProjectLock(tmp_path / "." / "song.riff")
    assert first.take()
    assert first.take()
    assert not second.take()
    assert ProjectLock(tmp_path / "other.riff").take()
    first.release()
    assert second.take()
    second.release()
    assert not path.exists()


def test_a_riffdesk_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "song.riff"
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "True\n"
    assert not ProjectLock(path).take()
    child.kill()
    child.wait()
    child.stdout.close()
    lock = ProjectLock(path)
    assert lock.take()
    lock.release()


def test_a_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    lock = ProjectLock(tmp_path / "song.riff")
    lock.take()
    lock.release()
    assert list(locks_dir().iterdir()) == []


def test_where_no_lock_can_be_had_nobody_is_kept_from_working(tmp_path: Path, home: Path) -> None:
    home.write_text("no folder")
    assert ProjectLock(tmp_path / "song.riff").take()


def test_two_saves_at_once_do_not_both_replace_what_they_expect(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom riffdesk.store.project.saving import *\n"
        "from riffdesk.store.project.stamp import ChangedOnDisk\n"
        "from tests.store.project.test_versions import document\n"
        "path = Path(sys.argv[1])\n"
        "try:\n    save_project(SaveRequest(document(float(sys.argv[2])), path, expected=sys.argv[3]))\n"
        "except ChangedOnDisk:\n    sys.exit(3)\n"
    )
    path = tmp_path / "song.riff"
    stamp = save_project(SaveRequest(document(100), path)).stamp
    running = [subprocess.Popen([sys.executable, "-c", script, str(path), tempo, stamp]) for tempo in ("110", "111")]
    assert sorted(child.wait(60) for child in running) == [0, 3]
