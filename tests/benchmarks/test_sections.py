"""Long riffs: when the first sound is there, and how time and memory grow with length."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.events import Section
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render
from riffdesk.progress import Step
from tests.benchmarks.table import figure
from tests.diffusion.tiny import Tiny
from tests.engine.riffs import add_tiny, recipe

FULL = Tiny()  # windows of 512 bands by 512 columns, as the real models'


def request(seconds: float) -> RenderRequest:
    return RenderRequest(recipe(seconds=seconds, steps=4), SpectrogramParams())


@pytest.mark.bench
def test_first_sound_of_two_minutes() -> None:
    add_tiny(FULL)
    render(request(5.12))
    begin = time.monotonic()
    arrived: list[float] = []

    def on_step(step: Step) -> None:
        if isinstance(step.partial, Section):
            arrived.append(time.monotonic() - begin)

    render(request(120), on_step)
    figure("120 s: first sound, of the time for all of it", f"{arrived[0] / arrived[-1]:.1%}", "1 of 31 windows")


@pytest.mark.bench
def test_time_against_length() -> None:
    add_tiny(FULL)
    render(request(20))

    def took(seconds: float) -> float:
        begin = time.process_time()
        render(request(seconds))
        return time.process_time() - begin

    # Sections are 15.4 s each after the first window, so that these lengths have no half-empty one.
    short, long = 3 * 15.36 + 5.12, 30 * 15.36 + 5.12
    each = took(long) / long / min(took(short) / short for _ in range(3))
    figure(f"{long:.0f} s beside {short:.0f} s: time per second of riff", f"{each:.2f} x", "<= 1.1 x")


def peak_mb(seconds: float, home: Path) -> float:
    """Return a fresh process's peak memory in MB for a riff of so many seconds."""
    here = f"from tests.benchmarks.test_sections import only_memory; only_memory({seconds})"
    environment = {**os.environ, "RIFFDESK_HOME": str(home / f"{seconds:.0f}")}
    run = subprocess.run([sys.executable, "-c", here], capture_output=True, text=True, check=True, env=environment)
    return float(run.stdout.split()[-1])


def only_memory(seconds: float) -> None:
    """Render, and print the peak memory in MB."""
    add_tiny(FULL)
    render(request(seconds))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


@pytest.mark.bench
def test_memory_against_length(tmp_path: Path) -> None:
    short, long = 20, 600
    peaks = [peak_mb(seconds, tmp_path) for seconds in (short, long)]
    riffs = [seconds * (512 * 100 + 44_100) * 4 / 2**20 for seconds in (short, long)]
    beside = [peak - riff for peak, riff in zip(peaks, riffs, strict=True)]
    figure(
        f"memory from {short} to {long} s, beside the riff itself",
        f"{beside[1] / beside[0] - 1:+.1%} ({beside[0]:.0f}, {beside[1]:.0f} MB)",
        "< +10%",
    )
