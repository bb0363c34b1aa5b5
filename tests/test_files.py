"""Writing whole or not at all, and names that every system accepts."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.audio.filing.export.file_set import write_set
from riffdesk.errors import Cancelled, UserError
from riffdesk.files import free_path, remove_abandoned, safe_name, write_beside, write_folder, writer_mark

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and modes are POSIX's")


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "song.riff"
    path.write_text("before")
    with write_beside(path) as temporary:
        temporary.write_text("after")
        assert path.read_text() == "before"
        assert temporary.parent == path.parent, "a rename across disks is a copy"
        assert temporary.suffix == ".riff"
    assert path.read_text() == "after"
    assert os.listdir(tmp_path) == ["song.riff"]


@pytest.mark.parametrize("error", [Cancelled("Cancelled."), ValueError("a bug"), KeyboardInterrupt()])
def test_whatever_goes_wrong_leaves_the_file_as_it_was_and_nothing_beside_it(
    tmp_path: Path, error: BaseException
) -> None:
    path = tmp_path / "song.riff"
    path.write_text("before")

    def write() -> None:
        with write_beside(path) as temporary:
            temporary.write_text("half")
            raise error

    with pytest.raises(type(error)):
        write()
    assert path.read_text() == "before"
    assert os.listdir(tmp_path) == ["song.riff"]


def test_a_full_disk_is_one_sentence_with_the_file_in_it(tmp_path: Path) -> None:
    path = tmp_path / "song.riff"

    def write() -> None:
        with write_beside(path):
            raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match=r"^Could not write .*song\.riff: No space left on device\.$"):
        write()
    assert os.listdir(tmp_path) == []


def test_a_missing_folder_is_one_sentence_with_the_file_in_it(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Could not write .*song\.wav"), write_beside(tmp_path / "gone" / "song.wav"):
        pass


def test_a_folder_of_that_name_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "song.wav").mkdir()
    with pytest.raises(UserError, match=r"song\.wav"), write_beside(tmp_path / "song.wav"):
        pass
    assert (tmp_path / "song.wav").is_dir()
    assert os.listdir(tmp_path) == ["song.wav"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_one_sentence_with_the_file_in_it(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(UserError, match=r"song\.wav: Permission denied"), write_beside(tmp_path / "song.wav"):
            pass
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="Linux's /proc is a folder that nobody can write to")
def test_a_folder_that_takes_no_files_is_one_sentence_with_the_file_in_it() -> None:
    with pytest.raises(UserError, match=r"Could not write /proc/.*song\.wav"), write_beside(Path("/proc/song.wav")):
        pass


@POSIX
def test_a_saved_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    with write_beside(tmp_path / "song.wav"):
        pass
    assert (tmp_path / "song.wav").stat().st_mode == (tmp_path / "other").stat().st_mode


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o640])
def test_who_may_read_and_write_a_file_stays_when_it_is_saved_again(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "song.riff"
    path.touch()
    path.chmod(mode)
    with write_beside(path) as temporary:
        temporary.write_text("after")
    assert path.read_text() == "after"
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_a_file_of_somebody_else_stays_theirs(tmp_path: Path) -> None:
    path = tmp_path / "song.riff"
    path.touch()
    os.chown(path, 1234, 4321)
    with write_beside(path):
        pass
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows have no place in a folder")
@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_or_a_device_is_not_replaced_by_a_file(tmp_path: Path, linked: bool) -> None:
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    target = tmp_path / "link.png" if linked else pipe
    if linked:
        target.symlink_to(pipe)
    with pytest.raises(UserError, match="is a device or a pipe and no file"), write_beside(target):
        pytest.fail("nothing is written")
    with (
        pytest.raises(UserError, match="is a device or a pipe and no file"),
        write_set(tmp_path, lambda _: [target.name], overwrite=True),
    ):
        pytest.fail("nothing is written")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert set(tmp_path.iterdir()) == {pipe, target}


@POSIX
@pytest.mark.parametrize("mode", [0o444, 0o400])
def test_a_read_only_file_is_not_replaced_and_nothing_is_made_before_that_is_said(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "song.riff"
    path.write_text("before")
    path.chmod(mode)
    with pytest.raises(UserError, match=r"^Could not write .*: song\.riff is read-only; "), write_beside(path):
        raise AssertionError("it was written")
    assert path.read_text() == "before"
    assert os.listdir(tmp_path) == ["song.riff"]


@POSIX
def test_a_link_stays_a_link_and_what_it_links_to_is_replaced(tmp_path: Path) -> None:
    real = tmp_path / "real.riff"
    real.write_text("before")
    link = tmp_path / "link.riff"
    link.symlink_to(real)
    with write_beside(link) as temporary:
        temporary.write_text("after")
    assert link.is_symlink()
    assert real.read_text() == "after"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Bass", "Bass"),
        ('Bass: "deep" / take 2', "Bass_ _deep_ _ take 2"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("tab\tnew\nline\x7f", "tab_new_line_"),
        (" . dots and spaces . ", "dots and spaces"),
        ("CON", "_CON"),
        ("con .wav", "_con .wav"),
        ("lpt9.take.wav", "_lpt9.take.wav"),
        ("console", "console"),
        ("Übung №1 🎸", "Übung №1 🎸"),
        ("broken \ud83c half", "broken _ half"),
        ("", "untitled"),
        ("///", "untitled"),
        ("..", "untitled"),
    ],
)
def test_names_become_safe_on_every_system_and_stay_readable(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_name_of_nothing_falls_back_to_what_the_caller_says() -> None:
    assert safe_name("???", "Layer") == "Layer"


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_name_is_one_path_component_that_two_of_fit_in_a_file_name(name: str) -> None:
    safe = safe_name(name)
    assert 1 <= len(safe) <= 81
    assert len(f"{safe} 01 {safe}.flac".encode()) <= 255
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe == safe.strip(" .")
    assert safe_name(safe) == safe


def test_a_free_path_is_the_first_number_that_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "my.song.wav"
    assert free_path(path) == path
    path.touch()
    assert free_path(path) == tmp_path / "my.song 2.wav"
    (tmp_path / "my.song 2.wav").touch()
    assert free_path(path) == tmp_path / "my.song 3.wav"


# On the disk before the rename, and nothing left of those who were killed


def recorded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that is told of each fsync and rename, in order."""
    calls: list[str] = []
    fsync, replace = os.fsync, os.replace

    def on_fsync(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        calls.append(f"fsync {kind} of {os.fstat(descriptor).st_size if kind == 'file' else 'it'}")
        fsync(descriptor)

    def on_replace(source: str, target: str) -> None:
        calls.append(f"replace {Path(target).name}")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", on_fsync)
    monkeypatch.setattr(os, "replace", on_replace)
    return calls


@POSIX
def test_a_file_is_on_the_disk_before_it_replaces_the_old_one_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = recorded(monkeypatch)
    with write_beside(tmp_path / "song.riff") as temporary:
        temporary.write_text("12345")
    assert calls == ["fsync file of 5", "replace song.riff", "fsync folder of it"]


def test_what_can_be_made_again_may_do_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = recorded(monkeypatch)
    with write_beside(tmp_path / "song.riff", durable=False):
        pass
    assert calls == ["replace song.riff"]


@POSIX
def test_a_set_of_files_is_on_the_disk_before_the_first_is_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = recorded(monkeypatch)
    with write_set(tmp_path, lambda _: ["a.wav", "b.wav"], overwrite=False) as moves:
        for temporary, _ in moves:
            temporary.write_text("1234")
    file = "fsync file of 4"
    assert calls == [file, file, "replace a.wav", "replace b.wav", "fsync folder of it"]


@POSIX
def test_a_disk_that_cannot_hold_it_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "song.riff"
    path.write_text("before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match=r"song\.riff: No space left on device"), write_beside(path) as temporary:
        temporary.write_text("after")
    assert path.read_text() == "before"
    assert os.listdir(tmp_path) == ["song.riff"]


@POSIX
def test_a_disk_that_knows_no_fsync_is_written_to_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: int) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", unknown)
    with write_beside(tmp_path / "song.riff") as temporary:
        temporary.write_text("after")
    assert (tmp_path / "song.riff").read_text() == "after"


WRITER = """
import sys, time
from pathlib import Path
from riffdesk.audio.filing.export.file_set import write_set
from riffdesk.files import write_beside
folder = Path(sys.argv[1])
with write_beside(folder / "song.riff") as one, write_set(folder, lambda _: ["mix.wav"], overwrite=True) as moves:
    one.write_text("half")
    moves[0][0].write_text("half")
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process in the middle of writing a file and a set of files."""
    child = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    yield child
    child.kill()
    child.wait()
    child.stdout.close()


def visible_and_not(folder: Path) -> tuple[list[str], int]:
    names = sorted(os.listdir(folder))
    return [name for name in names if name[0] != "."], sum(name[0] == "." for name in names)


def test_what_a_killed_writer_left_goes_with_the_next_save_and_a_living_ones_stays(
    tmp_path: Path, writer: subprocess.Popen[str]
) -> None:
    with write_beside(tmp_path / "other.riff"):
        pass
    assert visible_and_not(tmp_path) == (["other.riff"], 2), "it is still writing"
    writer.kill()
    writer.wait()
    with write_beside(tmp_path / "other.riff"):
        pass
    assert visible_and_not(tmp_path) == (["other.riff"], 0)


def test_the_next_export_removes_them_too(tmp_path: Path, writer: subprocess.Popen[str]) -> None:
    writer.kill()
    writer.wait()
    with write_set(tmp_path, lambda _: ["mix.wav"], overwrite=True) as moves:
        moves[0][0].write_text("whole")
    assert visible_and_not(tmp_path) == (["mix.wav"], 0)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells when a process began")
def test_another_process_with_the_number_of_the_writer_is_not_taken_for_it(tmp_path: Path) -> None:
    machine, process, _ = writer_mark().strip("~").split("-")
    (tmp_path / f".song.riff.~{machine}-{process}-12345~abcdefgh.riff").touch()
    (tmp_path / f".song.riff.{writer_mark()}abcdefgh.riff").touch()
    remove_abandoned(tmp_path)
    assert os.listdir(tmp_path) == [f".song.riff.{writer_mark()}abcdefgh.riff"]


def test_what_another_machine_is_writing_stays(tmp_path: Path) -> None:
    names = {".song.riff.~00000000-999999999-1~abcdefgh.riff", ".~lock.song.odt#", ".song.riff.abcdefgh.riff", ".a~b~c"}
    for name in names:
        (tmp_path / name).touch()
    remove_abandoned(tmp_path)
    assert set(os.listdir(tmp_path)) == names


def test_what_a_killed_export_had_put_aside_comes_back(tmp_path: Path) -> None:
    machine = writer_mark().strip("~").split("-")[0]
    aside = tmp_path / f".export-~{machine}-4194305-1~abcdefgh" / "old"  # no Linux has so many processes
    aside.mkdir(parents=True)
    (aside / "gone.wav").write_text("before")
    (aside / "replaced.wav").write_text("before")
    (tmp_path / "replaced.wav").write_text("after")
    remove_abandoned(tmp_path)
    assert sorted(os.listdir(tmp_path)) == ["gone.wav", "replaced.wav"]
    assert (tmp_path / "gone.wav").read_text() == "before"
    assert (tmp_path / "replaced.wav").read_text() == "after"


def test_a_folder_that_is_gone_has_nothing_to_remove(tmp_path: Path) -> None:
    remove_abandoned(tmp_path / "gone")


def test_a_folder_appears_complete_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "new" / "model"
    with write_folder(target) as temporary:
        (temporary / "weights").write_text("all")
        assert temporary.parent == target.parent
        assert not target.exists()
    assert (target / "weights").read_text() == "all"
    assert os.listdir(target.parent) == ["model"]
    with pytest.raises(UserError, match=r"There is .*model already"), write_folder(target):
        raise AssertionError
    with pytest.raises(UserError, match=r"Could not write .*other"), write_folder(tmp_path / "other") as temporary:
        (temporary / "half").rename(temporary / "no" / "such" / "folder")
    assert os.listdir(tmp_path) == ["new"]


@POSIX
def test_a_new_folder_has_the_permissions_of_any_other_and_never_replaces_a_link(tmp_path: Path) -> None:
    with write_folder(tmp_path / "model"):
        pass
    (tmp_path / "usual").mkdir()
    assert (tmp_path / "model").stat().st_mode == (tmp_path / "usual").stat().st_mode
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(UserError, match=r"There is .*link already"), write_folder(tmp_path / "link"):
        raise AssertionError
