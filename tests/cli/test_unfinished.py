"""``riffdesk render`` and ``batch`` that were killed half-way: the same command goes on and says so."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import soundfile

from riffdesk.engine.events import Section
from riffdesk.engine.recovery.unfinished_riffs import Store
from riffdesk.paths import data_dir
from tests.cli.conftest import FullDisk, Riffdesk

TINY = ("--model", "tiny", "--steps", "3", "--guidance", "3", "--quality", "draft", "--no-library")
SECONDS = "4"  # three sections
RENDER = ("render", "piano", "-o", "riff.wav", "--seconds", SECONDS, *TINY)

pytestmark = pytest.mark.usefixtures("tiny")


def sections() -> list[str]:
    return sorted(path.name for path in (data_dir() / "unfinished").glob("*/0*-0*.npz"))


def folders() -> list[Path]:
    return list((data_dir() / "unfinished").iterdir())


def kill_half_way(*command: str) -> None:
    """Run a command in a process of its own and kill it as soon as something of its riff is stored."""
    child = subprocess.Popen([sys.executable, "-m", "riffdesk", *command], stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 90
        while not sections():
            assert child.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.002)
    finally:
        child.kill()
        child.wait()


def test_a_killed_render_goes_on_and_says_so_in_one_line(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    assert riffdesk(*RENDER) == 0
    whole = soundfile.read("riff.wav", dtype="int32")[0]
    Path("riff.wav").unlink()
    kill_half_way(*RENDER)
    assert not Path("riff.wav").exists()
    capfd.readouterr()
    assert riffdesk(*RENDER) == 0
    said = capfd.readouterr().err
    assert said.startswith("Continuing after ")
    assert said.count("\n") == 1
    assert (soundfile.read("riff.wav", dtype="int32")[0] == whole).all()
    assert folders() == []


def test_a_riff_that_the_disk_had_no_room_for_is_not_made_again(
    riffdesk: Riffdesk, full_disk: FullDisk, capfd: pytest.CaptureFixture[str]
) -> None:
    with full_disk(450_000):  # less than the sound, and more than the first section
        assert riffdesk(*RENDER) == 1
    assert "Could not write riff.wav" in capfd.readouterr().err
    assert sections() == ["00000-00001.npz"]
    assert riffdesk(*RENDER) == 0
    assert capfd.readouterr().err.startswith("Continuing after 1.2 s")
    assert soundfile.info("riff.wav").duration == pytest.approx(4)


def test_a_killed_batch_goes_on_inside_its_riff(
    riffdesk: Riffdesk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = f"prompt: piano\nmodel: tiny\nsteps: 3\nguidance: 3\nquality: draft\nseconds: {SECONDS}\n"
    Path("jobs.yaml").write_text(jobs)
    command = ("batch", "jobs.yaml", "-o", "out", "--no-library")
    made: list[int] = []
    put = Store.put

    def killed(self: Store, section: Section, *others: Any) -> None:
        """Note what is on the disk at this moment, which is what a kill would leave."""
        put(self, section, *others)
        for folder in (home, Path("out")):
            shutil.copytree(folder, Path("killed") / folder.name)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Store, "put", killed)
        assert riffdesk(*command) == 1
    for folder in (home, Path("out")):
        shutil.rmtree(folder)
        shutil.move(Path("killed") / folder.name, folder)
    assert len(sections()) == 1
    assert not list(Path("out").glob("*.wav"))

    def watched(self: Store, section: Section, *others: Any) -> None:
        made.append(section.first)
        put(self, section, *others)

    monkeypatch.setattr(Store, "put", watched)
    assert riffdesk(*command) == 0
    assert min(made) >= 1, "what was there is not made again"
    assert len(list(Path("out").glob("*.wav"))) == 1
    assert folders() == []
