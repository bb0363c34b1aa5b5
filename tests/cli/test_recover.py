"""``riffdesk recover``: lists, writes and discards what a crash has left."""

from __future__ import annotations

from pathlib import Path

import pytest

from riffdesk.store.journal.journal import Journal, Snapshot
from riffdesk.store.journal.journal_folders import folders
from riffdesk.store.project.opening import OpenRequest, load_project
from tests.cli.conftest import Riffdesk
from tests.store.sketches import everything, painted, same_bits


def leave(name: str = "Untitled", value: float = 0.5) -> str:
    """Have a sketch be left by a process that was killed; return its id."""
    journal = Journal()
    journal.write(Snapshot(painted(everything(), 10, value), name))
    folder = journal.folder
    assert folder is not None
    journal.release()
    return folder.name


def test_nothing_to_recover_is_said_and_is_no_failure(riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str]) -> None:
    assert riffdesk("recover") == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "There is nothing to recover.\n")


def test_each_sketch_is_a_line_with_id_time_name_and_length(
    riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = {leave("Söng\tone"), leave("Untitled")}
    assert riffdesk("recover") == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert {line[0] for line in lines} == ids
    assert {line[2] for line in lines} == {"Söng one", "Untitled"}
    assert {line[3] for line in lines} == {"2.99 s"}
    assert all(len(line[1]) == len("2026-01-31 12:59:59") for line in lines)


def test_one_is_written_as_a_project_and_stays_until_it_is_discarded(riffdesk: Riffdesk) -> None:
    one = leave()
    assert riffdesk("recover", one, "-o", "song.riff") == 0
    state = load_project(OpenRequest(Path("song.riff")))
    assert same_bits(state.layers[0].tiles, painted(everything(), 10, 0.5).layers[0].tiles)
    assert len(folders()) == 1
    assert riffdesk("recover", one, "--discard") == 0
    assert folders() == []


def test_a_file_that_is_there_is_kept(riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str]) -> None:
    one = leave()
    Path("song.riff").write_text("mine")
    assert riffdesk("recover", one, "-o", "song.riff") == 1
    assert "Add --force" in capsys.readouterr().err
    assert Path("song.riff").read_text() == "mine"
    assert riffdesk("recover", one, "-o", "song.riff", "--force", "--discard") == 0
    assert Path("song.riff").stat().st_size > 1_000
    assert folders() == []


@pytest.mark.parametrize("more", [("-o", "song.riff"), ("--discard",)])
def test_an_unknown_id_is_refused_in_a_sentence(
    riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    leave()
    assert riffdesk("recover", "../x", *more) == 1
    err = capsys.readouterr().err
    assert err == "riffdesk: There is no sketch '../x' to recover. riffdesk recover lists them.\n"
    assert not Path("song.riff").exists()
    assert len(folders()) == 1


@pytest.mark.parametrize("arguments", [("abc",), ("--discard",), ("-o", "a.riff"), ("abc", "-o", "song.wav")])
def test_what_makes_no_sense_is_refused(riffdesk: Riffdesk, arguments: tuple[str, ...]) -> None:
    assert riffdesk("recover", *arguments) == 2


def test_one_that_is_open_in_a_window_is_not_listed(riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str]) -> None:
    journal = Journal()
    journal.write(Snapshot(everything()))
    assert riffdesk("recover") == 0
    assert capsys.readouterr().out == ""
    journal.clear()


def test_a_damaged_one_is_told_and_the_others_are_listed(
    riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = leave(), leave(value=0.25)
    folder = next(path for path in folders() if path.name == bad)
    for path in folder.glob("*.manifest"):
        path.write_bytes(path.read_bytes()[:-1])
    assert riffdesk("recover") == 0
    out, err = capsys.readouterr()
    assert out.split("\t")[0] == good
    assert "its files are damaged" in err
