"""Writing whole or not at all, and names that every system accepts."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.errors import Cancelled, UserError
from riffdesk.files import free_path, safe_name, write_beside

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
