"""``riffdesk library add-folder``, ``folders`` and ``remove-folder``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.analysis.sounds import tone, write_wav
from tests.cli.conftest import Riffdesk

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def sounds(riffdesk: Riffdesk) -> Path:
    folder = Path("Sounds").absolute()
    folder.mkdir()
    for number in range(3):
        write_wav(folder / f"tone {number}.wav", tone(300 + 100 * number, 0.5))
    return folder


def found(riffdesk: Riffdesk, capsys: Capture, *words: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert riffdesk("library", "search", *words, "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_a_folder_is_added_found_and_taken_out(riffdesk: Riffdesk, capsys: Capture, sounds: Path) -> None:
    assert riffdesk("library", "add-folder", "Sounds") == 0
    assert capsys.readouterr().out == f"{sounds}: 3 files.\n"
    told = found(riffdesk, capsys, "tone", "folder:sounds")
    assert sorted(one["path"] for one in told) == [str(sounds / f"tone {number}.wav") for number in range(3)]
    assert all(one["loudness"] is not None for one in told)
    assert riffdesk("library", "folders") == 0
    assert capsys.readouterr().out == f"3\t{sounds}\n"
    assert riffdesk("library", "remove-folder", "Sounds") == 0
    assert found(riffdesk, capsys, "tone") == []
    assert len(list(sounds.iterdir())) == 3
    assert riffdesk("library", "folders") == 0
    assert "no folders" in capsys.readouterr().err


def test_a_quick_reading_measures_nothing_and_the_next_one_all(
    riffdesk: Riffdesk, capsys: Capture, sounds: Path
) -> None:
    assert riffdesk("library", "add-folder", "Sounds", "--quick") == 0
    assert [one["loudness"] for one in found(riffdesk, capsys, "tone")] == [None] * 3
    (sounds / "tone 1.wav").unlink()
    (sounds / "bad.wav").write_text("hello")
    capsys.readouterr()
    assert riffdesk("library", "add-folder", "Sounds") == 0
    out, err = capsys.readouterr()
    assert out == f"{sounds}: 2 files.\n"
    assert err == "1 file cannot be read, and is left out.\n"
    assert all(one["loudness"] is not None for one in found(riffdesk, capsys, "tone"))


def test_a_folder_that_vanished_is_shown_as_missing(riffdesk: Riffdesk, capsys: Capture, sounds: Path) -> None:
    assert riffdesk("library", "add-folder", "Sounds") == 0
    sounds.rename("elsewhere")
    assert [one["missing"] for one in found(riffdesk, capsys, "tone")] == [True] * 3
    assert riffdesk("library", "folders") == 0
    assert capsys.readouterr().out == f"3\t{sounds} (missing)\n"
    assert riffdesk("library", "folders", "--json") == 0
    assert json.loads(capsys.readouterr().out) == [{"path": str(sounds), "files": 3, "missing": True}]
    assert riffdesk("library", "remove-folder", sounds) == 0


@pytest.mark.parametrize("command", ["add-folder", "remove-folder"])
def test_what_is_no_folder_is_told(riffdesk: Riffdesk, capsys: Capture, command: str) -> None:
    assert riffdesk("library", command, "nothing") == 1
    assert "nothing" in capsys.readouterr().err
