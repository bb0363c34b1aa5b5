"""``riffdesk library``: what was made is listed, found, copied, rated and removed."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from riffdesk.audio.filing.sound_files import read_audio, read_recipe
from riffdesk.store.library.library import Library, root
from riffdesk.store.library.query import query_of
from riffdesk.store.library.schema import VERSION
from tests.analysis.sounds import RATE, keep, recipe, tone, write_wav
from tests.cli.conftest import Riffdesk
from tests.engine.riffs import SCORED, add_tiny

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def kept() -> tuple[int, int]:
    """Have two riffs in the library; return their ids."""
    one = keep(tone(440), "slow jazz · 42", recipe=recipe("slow jazz piano", 42, tempo=90.0, key="A minor"))
    two = keep(tone(550), "dark techno · 7", recipe=recipe("dark techno", 7, tempo=130.0, key="C minor"))
    return one.id, two.id


def names(riffdesk: Riffdesk, capsys: Capture, *arguments: str) -> list[str]:
    assert riffdesk("library", *arguments) == 0
    return [line.split("\t")[7] for line in capsys.readouterr().out.splitlines()]


def test_an_empty_library_is_said_and_no_failure(riffdesk: Riffdesk, capsys: Capture) -> None:
    assert riffdesk("library", "list") == 0
    assert capsys.readouterr() == ("", "The library is empty.\n")


def test_each_riff_is_a_line(riffdesk: Riffdesk, kept: tuple[int, int], capsys: Capture) -> None:
    assert riffdesk("library", "list") == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [(line[0], line[3], line[4], line[5], line[6], line[7]) for line in lines] == [
        (str(kept[1]), "130 bpm", "C minor", "1.00 s", "starter", "dark techno · 7"),
        (str(kept[0]), "90 bpm", "A minor", "1.00 s", "starter", "slow jazz · 42"),
    ]
    assert names(riffdesk, capsys, "list", "--limit", "1", "--sort", "oldest") == ["slow jazz · 42"]


def test_a_search_finds_by_words_and_fields(riffdesk: Riffdesk, kept: tuple[int, int], capsys: Capture) -> None:
    assert names(riffdesk, capsys, "search", "pia", "key:Am", "bpm:80-100") == ["slow jazz · 42"]
    assert riffdesk("library", "search", "polka") == 0
    assert capsys.readouterr().err == "Nothing in the library matches.\n"
    assert riffdesk("library", "search", "bpm:fast", "techno") == 0
    out, err = capsys.readouterr()
    assert "dark techno" in out
    assert "bpm: needs a number" in err


def test_json_is_all_there_is(riffdesk: Riffdesk, kept: tuple[int, int], capsys: Capture) -> None:
    assert riffdesk("library", "search", "jazz", "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["id"], told["prompt"], told["seed"], told["missing"]) == (kept[0], "slow jazz piano", 42, False)


def test_stars_tags_and_names_are_given(riffdesk: Riffdesk, kept: tuple[int, int], capsys: Capture) -> None:
    assert riffdesk("library", "rate", *kept, "--stars", "4") == 0
    assert riffdesk("library", "tag", *kept, "--add", "Night", "--add", "x") == 0
    assert riffdesk("library", "tag", kept[0], "--remove", "night") == 0
    assert riffdesk("library", "rename", kept[1], "Best one") == 0
    assert names(riffdesk, capsys, "search", "tag:night", "stars:4") == ["Best one"]
    assert names(riffdesk, capsys, "search", "tag:x") == ["Best one", "slow jazz · 42"]


def test_what_was_removed_comes_back(riffdesk: Riffdesk, kept: tuple[int, int], capsys: Capture) -> None:
    assert riffdesk("library", "remove", kept[0]) == 0
    assert names(riffdesk, capsys, "list") == ["dark techno · 7"]
    assert riffdesk("library", "restore", kept[0]) == 0
    assert names(riffdesk, capsys, "list") == ["dark techno · 7", "slow jazz · 42"]


@pytest.mark.parametrize(
    "arguments",
    [("rate", "99", "--stars", "3"), ("tag", "99", "--add", "x"), ("remove", "99"), ("export", "99", "-o", "out")],
)
def test_a_riff_that_does_not_exist_is_told(riffdesk: Riffdesk, capsys: Capture, arguments: tuple[str, ...]) -> None:
    assert riffdesk("library", *arguments) == 1
    assert "There is no riff 99 in the library" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [("rate", "1", "--stars", "6"), ("tag", "1"), ("rate", "x", "--stars", "1"), ("export", "-o", "out")]
)
def test_what_makes_no_sense_is_a_wrong_command_line(riffdesk: Riffdesk, arguments: tuple[str, ...]) -> None:
    assert riffdesk("library", *arguments) == 2


def test_a_folder_that_was_exported_is_imported_with_stars_and_tags(
    riffdesk: Riffdesk, kept: tuple[int, int], capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    riffdesk("library", "rate", kept[0], "--stars", "5")
    riffdesk("library", "tag", kept[0], "--add", "night")
    assert riffdesk("library", "export", "--search", "stars:0-5", "-o", "best") == 0
    assert sorted(path.name for path in Path("best").iterdir()) == [
        "dark techno · 7.flac", "library.json", "slow jazz · 42.flac",
    ]  # fmt: skip
    assert read_recipe(Path("best") / "slow jazz · 42.flac").keyframes[0].seed == 42
    capsys.readouterr()
    assert riffdesk("library", "import", "best") == 0
    assert capsys.readouterr().out == "Added 0 sounds; 2 were in the library already.\n"
    monkeypatch.setenv("RIFFDESK_HOME", str(tmp_path / "another home"))
    assert riffdesk("library", "import", "best") == 0
    assert capsys.readouterr().out == "Added 2 sounds.\n"
    assert names(riffdesk, capsys, "search", "stars:5", "tag:night") == ["slow jazz · 42"]


def test_one_riff_is_exported_to_a_file(riffdesk: Riffdesk, kept: tuple[int, int], capsys: Capture) -> None:
    assert riffdesk("library", "export", kept[0], "-o", "jazz.wav") == 0
    assert read_audio(Path("jazz.wav"), RATE).shape == (1, RATE)
    assert read_recipe(Path("jazz.wav")).keyframes[0].prompt == "slow jazz piano"
    assert riffdesk("library", "export", kept[1], "-o", "jazz.wav") == 1
    assert "already exists" in capsys.readouterr().err
    assert riffdesk("library", "export", *kept, "-o", "two.wav") == 1
    assert riffdesk("library", "export", "--search", "polka", "-o", "none") == 1


def test_files_that_are_no_sounds_are_told_and_the_others_imported(riffdesk: Riffdesk, capsys: Capture) -> None:
    write_wav(Path("good.wav"))
    Path("bad.wav").write_text("hello")
    Path("notes.txt").write_text("hello")
    assert riffdesk("library", "import", ".") == 1
    out, err = capsys.readouterr()
    assert out == "Added 1 sound.\n"
    assert "bad.wav" in err
    assert "notes.txt" not in err
    assert riffdesk("library", "import", "nothing.wav") == 1
    assert "nothing.wav" in capsys.readouterr().err


def test_a_missing_file_is_shown_as_missing(riffdesk: Riffdesk, kept: tuple[int, int], capsys: Capture) -> None:
    with closing(Library()) as library:
        library.entry(kept[0]).path.unlink()
    assert names(riffdesk, capsys, "search", "jazz") == ["slow jazz · 42 (missing)"]
    assert riffdesk("library", "export", kept[0], "-o", "x.flac") == 1
    assert "missing" in capsys.readouterr().err


def test_a_newer_library_is_told_in_one_line(riffdesk: Riffdesk, kept: tuple[int, int], capsys: Capture) -> None:
    with closing(sqlite3.connect(root() / "library.db")) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert riffdesk("library", "list") == 1
    assert capsys.readouterr().err.count("\n") == 1


TINY = ("--model", "tiny", "--seconds", 1.28, "--steps", 2, "--quality", "draft")


def test_render_puts_what_it_made_into_the_library_unless_it_is_told_not_to(
    riffdesk: Riffdesk, capsys: Capture
) -> None:
    add_tiny()
    assert riffdesk("render", "slow piano", "-o", "mine.wav", *TINY, "--seed", 3) == 0
    assert riffdesk("render", "slow piano", "-o", "other.wav", *TINY, "--seed", 4, "--no-library") == 0
    capsys.readouterr()
    assert names(riffdesk, capsys, "search", "slow piano") == ["mine"]
    with closing(Library()) as library:
        (entry,) = library.page(query_of("seed:3"))
        assert (entry.kind, entry.prompt) == ("riff", "slow piano")
        assert read_recipe(entry.path) == read_recipe(Path("mine.wav"))
        assert (read_audio(entry.path, RATE) == read_audio(Path("mine.wav"), RATE)).all()


def made_with(riffdesk: Riffdesk, command: str, folder: str, *more: str) -> None:
    """Make a riff or two by a command into a folder of its own."""
    Path(folder).mkdir()
    out = f"{folder}/mine.wav"
    scored = ("--model", "tiny", "--steps", 2)
    if command == "interpolate":
        arguments = ("--from", "slow piano", "--to", "rain", "-o", out, *TINY, "--seed-from", 3)
    elif command == "variations":
        arguments = ("slow piano", "-n", 2, "-o", folder, *TINY, "--seed", 3)
    elif command == "jam":
        arguments = ("slow piano", "-o", out, "--seconds", 1.5, *scored, "--seed", 3)
    else:
        text = "model: tiny\nsteps: 2\nquality: draft\nseconds: 1.28\nprompt: slow piano\nseeds: [3, 4]\n"
        Path("jobs.yaml").write_text(text)
        arguments = ("jobs.yaml", "-o", folder)
    assert riffdesk(command, *arguments, *more) == 0


@pytest.mark.parametrize(
    ("command", "kind", "count"),
    [("interpolate", "riff", 1), ("variations", "variation", 2), ("batch", "riff", 2), ("jam", "jam", 1)],
)
def test_other_commands_put_what_they_made_into_the_library_as_well(
    riffdesk: Riffdesk, capsys: Capture, command: str, kind: str, count: int
) -> None:
    add_tiny(SCORED) if command == "jam" else add_tiny()
    made_with(riffdesk, command, "left out", "--no-library")
    assert names(riffdesk, capsys, "list") == []
    made_with(riffdesk, command, "kept")
    files = {path.stem: path for path in Path("kept").glob("*.wav")}
    with closing(Library()) as library:
        entries = library.page(query_of(f"kind:{kind} slow piano"))
        assert {entry.name for entry in entries} == set(files)
        assert len(entries) == count
        assert sorted(entry.seed for entry in entries) == [3, 4][:count]
        for entry in entries:
            assert (read_audio(entry.path, RATE) == read_audio(files[entry.name], RATE)).all()
            assert read_recipe(entry.path) == read_recipe(files[entry.name])


def test_a_picture_of_a_riff_is_not_for_the_library(riffdesk: Riffdesk, capsys: Capture) -> None:
    add_tiny()
    assert riffdesk("variations", "slow piano", "-n", 1, "-o", "pictures", *TINY, "--format", "png") == 0
    capsys.readouterr()
    assert names(riffdesk, capsys, "list") == []


def test_a_library_that_takes_nothing_is_told_and_the_render_is_no_failure(riffdesk: Riffdesk, capsys: Capture) -> None:
    add_tiny()
    root().parent.mkdir(parents=True, exist_ok=True)
    root().write_text("no folder")
    assert riffdesk("render", "slow piano", "-o", "mine.wav", *TINY) == 0
    assert "The library keeps no copy" in capsys.readouterr().err
    assert Path("mine.wav").exists()
