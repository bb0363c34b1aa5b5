"""The last three saves of a project can be had back."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from riffdesk.paths import data_dir
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.state import State
from riffdesk.store.project import versions
from riffdesk.store.project.opening import OpenRequest, load_project
from riffdesk.store.project.saving import SaveRequest, save_project
from riffdesk.store.project.versions import versions_of
from tests.store.documents import PARAMS


def document(tempo: float) -> State:
    layer = Layer(np.zeros((8, 3), np.float32), id="a")
    return State(PARAMS, 3 * 441, 3, (layer,), "a", tempo)


def save(path: Path, tempo: float) -> tuple[str, ...]:
    notes = save_project(SaveRequest(document(tempo), path)).notes
    os.utime(path, ns=(round(tempo) * 10**9, round(tempo) * 10**9))  # two saves in one tick of the clock are rare
    return notes


def tempos(path: Path) -> list[float]:
    return [load_project(OpenRequest(version.path)).tempo for version in versions_of(path)]


def everything_kept() -> list[Path]:
    return sorted((data_dir() / "versions").rglob("*.riff"))


def test_the_three_saves_before_the_last_one_are_kept_the_latest_first(tmp_path: Path) -> None:
    path = tmp_path / "song.riff"
    assert versions_of(path) == ()
    for tempo in (101, 102, 103, 104, 105):
        assert save(path, tempo) == ()
    assert load_project(OpenRequest(path)).tempo == 105
    assert tempos(path) == [104, 103, 102]
    first = versions_of(path)[0]
    assert first.saved_at.timestamp() == 104
    assert first.size == first.path.stat().st_size > 300
    assert len(everything_kept()) == 3


def test_nothing_is_left_beside_the_users_file(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    save(folder / "song.riff", 101)
    save(folder / "song.riff", 102)
    assert os.listdir(folder) == ["song.riff"]


@pytest.mark.skipif(os.name == "nt", reason="links are POSIX's")
def test_a_version_takes_no_room_of_its_own_where_the_disk_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "song.riff"
    save(path, 101)
    inode = path.stat().st_ino
    save(path, 102)
    assert versions_of(path)[0].path.stat().st_ino == inode


def test_on_another_disk_it_is_a_copy_with_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def another_disk(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", another_disk)
    path = tmp_path / "song.riff"
    for tempo in (101, 102, 103):
        save(path, tempo)
    assert tempos(path) == [102, 101]
    assert [version.saved_at.timestamp() for version in versions_of(path)] == [102, 101]


def test_projects_of_one_name_in_two_folders_have_versions_of_their_own(tmp_path: Path) -> None:
    one, other = tmp_path / "one" / "song.riff", tmp_path / "other" / "song.riff"
    for path, tempo in ((one, 101), (other, 111)):
        path.parent.mkdir()
        save(path, tempo)
        save(path, tempo + 1)
    assert (tempos(one), tempos(other)) == ([101], [111])
    assert tempos(tmp_path / "other" / ".." / "one" / "song.riff") == [101]


def test_what_is_no_project_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "song.riff"
    path.write_text("a letter")
    assert save(path, 101) == ()
    assert versions_of(path) == ()


def test_the_oldest_of_all_go_when_there_are_too_many_bytes_and_the_newest_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "one.riff", tmp_path / "other.riff"
    for tempo in (101, 102, 103):
        save(one, tempo)
    size = one.stat().st_size
    monkeypatch.setattr(versions, "_MAX_BYTES", 3 * size + size // 2)
    for tempo in (104, 105, 106):
        save(other, tempo)
    assert (tempos(one), tempos(other)) == ([102], [105, 104])
    monkeypatch.setattr(versions, "_MAX_BYTES", 0)
    save(other, 107)
    assert (tempos(one), tempos(other)) == ([], [106])
    assert len(list((data_dir() / "versions").iterdir())) == 1, "no empty folders are left"


def test_a_save_whose_version_cannot_be_kept_is_a_save_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "song.riff"
    save(path, 101)
    (data_dir() / "versions").write_text("in the way")
    (note,) = save(path, 102)
    assert note.startswith("The version of song.riff before this one could not be kept: ")
    assert load_project(OpenRequest(path)).tempo == 102


def test_without_a_data_folder_there_are_no_versions_and_saves_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("RIFFDESK_HOME", str(tmp_path / "file"))
    path = tmp_path / "song.riff"
    assert save(path, 101) == ()
    assert versions_of(path) == ()
    (note,) = save(path, 102)
    assert "could not be kept: Not a directory" in note
    assert load_project(OpenRequest(path)).tempo == 102
    assert versions_of(path) == ()


def test_saves_of_the_same_tick_of_the_clock_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "song.riff"
    for tempo in (101, 102, 103):
        save(path, tempo)
        os.utime(path, ns=(10**18, 10**18))  # as on a memory card, whose clock ticks every two seconds
    assert sorted(tempos(path)) == [101, 102]
    assert [round(version.saved_at.timestamp()) for version in versions_of(path)] == [10**9, 10**9]
    (tmp_path / "other.riff").write_bytes(path.read_bytes())
    save(path, 104)
    assert sorted(tempos(path)) == [101, 102, 103]


def test_a_file_of_the_systems_beside_the_versions_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "song.riff"
    save(path, 101)
    save(path, 102)
    (data_dir() / "versions" / ".DS_Store").write_bytes(b"Finder")
    assert save(path, 103) == ()
    assert tempos(path) == [102, 101]
    assert (data_dir() / "versions" / ".DS_Store").exists()
