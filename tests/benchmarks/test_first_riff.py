"""How long the first riff takes from a cold start, in the window and on the command line; each run has new processes.

The files of the libraries are in the machine's cache from the second run on; the first run is left out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pytest

from riffdesk.paths import child_environment
from tests.benchmarks.table import figure

RUNS = 5


def told(seconds: list[float]) -> str:
    return f"{median(seconds):.1f} s (worst {max(seconds):.1f})"


def run(*arguments: str) -> str:
    environment = child_environment() | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # who has started it before has the bytecode
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


@pytest.mark.bench
@pytest.mark.parametrize("wait", [4, 0])
def test_first_riff_in_the_window(wait: int) -> None:
    runs = [json.loads(run("-m", "tests.benchmarks.first_riff", str(wait)).splitlines()[-1]) for _ in range(RUNS + 1)]
    for name, take in (("first", "first"), ("second", "again")):
        what = f"{name} riff of {runs[0]['seconds']:g} s, Generate {wait} s after the prompt"
        first, whole = zip(*(one[take] for one in runs[1:]), strict=True)
        figure(f"{what}: first sound", told(list(first)), "<= 6 s")
        figure(f"{what}: all of it", told(list(whole)), "<= 6 s")


@pytest.mark.bench
def test_first_riff_on_the_command_line(tmp_path: Path) -> None:
    took = []
    for number in range(RUNS + 1):
        begin = time.monotonic()
        run("-m", "riffdesk", "render", "funk drums", "-o", str(tmp_path / f"{number}.wav"), "--seconds", "5.12")
        took.append(time.monotonic() - begin)
    figure("riffdesk render, a riff of 5.12 s, the whole command", told(took[1:]), "<= 6 s")
