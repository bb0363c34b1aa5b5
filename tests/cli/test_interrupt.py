"""Ctrl+C while riffs are made: one word, exit code 1, and no half file."""

from __future__ import annotations

import re
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
import soundfile

from riffdesk.cli import generation
from riffdesk.engine import loaded_model
from riffdesk.progress import Step
from tests.cli.conftest import Riffdesk, ctrl_c

TINY = ("--model", "tiny", "--steps", "3", "--quality", "draft", "--no-library")

pytestmark = pytest.mark.usefixtures("tiny")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_ctrl_c_stops_within_a_step_says_so_and_keeps_what_is_finished(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    with ctrl_c(lambda: Path("out").is_dir() and len(list(Path("out").glob("jazz *.wav"))) >= 2) as sent:
        # Far more variations than there is time for.
        assert riffdesk("variations", "jazz", "-n", "500", "-o", "out", *TINY) == 1
    assert time.monotonic() - sent[0] < 60
    assert capfd.readouterr() == ("", "Cancelled.\n")
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
