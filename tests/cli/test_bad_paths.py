"""Paths that no system takes and projects of which a part cannot be read: one sentence, and no traceback."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Riffdesk
from tests.store.project.test_kept_files import DATA

LONG = "x" * 5_000


@pytest.mark.parametrize(
    "words",
    [
        (LONG,), ("open", LONG), ("models", "add", LONG), ("models", "remove", LONG),
        ("render", "jazz", "-o", f"{LONG}.wav"), ("render", "jazz", "-o", f"{LONG}/a.wav"),
        ("render", "jazz", "-o", "a.wav", "--init", LONG), ("render", "jazz", "-o", "a.wav", "--model", LONG),
        ("render", f"{LONG}.riff", "-o", "a.wav"), ("export", f"{LONG}.riff", "out"),
        ("export", "loop.riff", f"{LONG}.wav"), ("export", "loop.riff", LONG), ("batch", f"{LONG}.yaml"),
    ],
    ids=lambda words: " ".join(words)[:30].replace("x" * 9, ""),
)  # fmt: skip
def test_a_path_longer_than_any_may_be_is_one_sentence(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    shutil.copy(DATA / "loop.riff", "loop.riff")
    assert riffdesk(*words) in (1, 2)
    said = capfd.readouterr().err
    assert said
    assert "Traceback" not in said


@pytest.mark.skipif(os.name == "nt", reason="is told otherwise there")
def test_a_riff_whose_name_is_too_long_is_not_begun(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    assert riffdesk("render", "jazz", "-o", f"{LONG}.wav", "--model", "gone") == 1
    assert capfd.readouterr().err == f"riffdesk: Could not write {LONG}.wav: File name too long.\n"


def test_an_export_says_what_could_not_be_read_of_the_project(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(DATA / "loop.riff", "loop.riff")
    with zipfile.ZipFile(DATA / "loop.riff") as old, zipfile.ZipFile("loop.riff", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'"riffdesk recipe": 1', b'"riffdesk recipe": 9'))
    assert riffdesk("export", "loop.riff", "out") == 0
    said = capfd.readouterr()
    assert "loop.riff was opened without the recipe of the layer “Round”" in said.err
    assert len(list(Path("out").iterdir())) == 3


EMPTY = (
    ("open", ""), ("",), ("render", "jazz", "-o", ""), ("render", "jazz", "-o", "a.wav", "--mask", ""),
    ("render", "jazz", "-o", "a.wav", "--score", ""),
    ("interpolate", "a", "b", "-o", ""), ("variations", "a", "-o", ""),
    ("jam", "jazz", "-o", ""), ("midi", "jazz", "-o", ""), ("add-part", "", "bass", "-o", "two.riff"),
    ("add-part", "loop.riff", "bass", "-o", ""), ("split", "", "-o", "a.wav"), ("batch", ""),
    ("batch", "jobs.yaml", "-o", ""), ("image-to-audio", "", "a.wav"), ("image-to-audio", "a.png", ""),
    ("audio-to-image", "", "a.png"), ("region", "", "gain", "-o", "a.wav"), ("export", "", "out"),
    ("export", "loop.riff", ""), ("recover", "-o", ""), ("models", "add", ""), ("models", "convert", "", "out"),
    ("models", "convert", "model.safetensors", ""), ("models", "convert", "m", "out", "--config", ""),
    ("library", "import", ""), ("library", "add-folder", ""), ("desktop", "thumbnail", "", "a.png"),
)  # fmt: skip


@pytest.mark.parametrize("words", EMPTY, ids=" ".join)
def test_an_empty_path_is_no_folder(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], words: tuple[str]) -> None:
    """Python takes an empty path for the current folder."""
    before = sorted(Path().iterdir())
    assert riffdesk(*words) == 2
    said = capfd.readouterr().err
    assert "The path is empty. Name a file or a folder." in " ".join(said.replace("│", " ").split())
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize(
    "words",
    [
        ("add-part", ".", "bass", "-o", "two.riff"),
        ("split", ".", "-o", "a.wav"), ("batch", "."), ("image-to-audio", ".", "a.wav"),
        ("audio-to-image", ".", "a.png"), ("region", ".", "gain", "-o", "a.wav"), ("export", ".", "out"),
        ("export", "..", "out"), ("export", "/", "out"), ("models", "convert", ".", "out"),
        ("render", "jazz", "-o", "a.wav", "--init", "."),
        ("render", "jazz", "-o", "a.wav", "--init", "g", "--mask", "."),
        ("render", "jazz", "-o", "a.wav", "--score", "."), ("jam", "jazz", "-o", "a.wav", "--messages", "."),
        ("desktop", "thumbnail", ".", "a.png"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_folder_in_place_of_a_file_is_named(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], words: tuple[str]
) -> None:
    assert riffdesk(*words) in (1, 2)
    said = capfd.readouterr().err
    assert re.search(r"folder|directory|no file", said)
    assert "Traceback" not in said
    assert not re.search(r" [:.]?\s", said.strip()), "a name is missing"
    assert not Path("a.wav").exists()
