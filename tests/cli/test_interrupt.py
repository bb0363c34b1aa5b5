"""Ctrl+C while riffs are made: one word, exit code 1, and no half file."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
import soundfile

from riffdesk.cli import generation
from riffdesk.engine import loaded_model
from riffdesk.progress import Step
from tests.cli.conftest import Riffdesk, hears_sigint

TINY = ("--model", "tiny", "--steps", "3", "--quality", "draft", "--no-library")

pytestmark = pytest.mark.usefixtures("tiny")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_ctrl_c_stops_within_a_step_says_so_and_keeps_what_is_finished() -> None:
    # Far more variations than there is time for.
    command = [sys.executable, "-m", "riffdesk", "variations", "jazz", "-n", "500", "-o", "out", *TINY]
    child = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=hears_sigint
    )
    try:
        deadline = time.monotonic() + 90
        while not (Path("out").is_dir() and len(list(Path("out").glob("jazz *.wav"))) >= 2):
            assert child.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    finally:
        child.kill()
    assert (child.returncode, out, err) == (1, "", "Cancelled.\n")
    names = sorted(path.name for path in Path("out").iterdir())
    assert 2 <= len(names) < 500
    assert all(re.fullmatch(r"jazz \d+\.wav", name) for name in names), "no half file is left"
    assert {soundfile.info(Path("out", name)).frames for name in names} == {56_448}


@pytest.mark.parametrize("moment", ["Loading", "Step 2", "Drawing the picture", "Making sound"])
def test_an_interrupt_anywhere_is_cancelled_and_leaves_no_file(
    riffdesk: Riffdesk, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], moment: str
) -> None:
    @contextmanager
    def interrupted():  # type: ignore[no-untyped-def]
        def on_step(step: Step) -> None:
            if step.what.startswith(moment):
                raise KeyboardInterrupt

        yield on_step

    loaded_model.unload()
    monkeypatch.setattr(generation, "progress", interrupted)
    assert riffdesk("render", "piano", "-o", "riff.wav", *TINY) == 1
    assert capfd.readouterr().err == "Cancelled.\n"
    assert list(Path().iterdir()) == []
