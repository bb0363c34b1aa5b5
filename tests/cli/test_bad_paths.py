"""Paths that no system takes and projects of which a part cannot be read: one sentence, and no traceback."""

from __future__ import annotations

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
        ("export", "loop.riff", f"{LONG}.wav"), ("export", "loop.riff", LONG), ("batch", f"{LONG}.yaml", "out"),
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
