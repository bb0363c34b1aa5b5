"""Six hundred random actions in a real window: nothing is lost, and memory comes back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.table import figure

pytestmark = pytest.mark.bench

ACTIONS = int(os.environ.get("RIFFDESK_ROBOT_ACTIONS", "600"))
MODEL = """
import sys
from pathlib import Path
from riffdesk.models.registry import add_model
from tests.diffusion.tiny import Tiny, write_tiny
folder = Path(sys.argv[1]) / "tiny"
write_tiny(folder, Tiny(latent_width=16))
add_model(folder)
"""


def run(*arguments: str) -> str:
    """Run Python in a process of its own, whose memory is nobody else's; return its last line."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, timeout=3_000, check=False)
    assert done.returncode == 0, done.stderr[-4_000:]
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_actions_lose_nothing_and_memory_comes_back(home: Path, tmp_path: Path, seed: int) -> None:
    run("-c", MODEL, str(tmp_path))
    figures = json.loads(run("-m", "tests.benchmarks.window.robot", str(tmp_path), str(seed), str(ACTIONS)))
    what = f"{ACTIONS} random actions on 30 s, seed {seed}"
    figure(f"window's memory at most, {what}", f"{figures['most']:.0f} MB", "400 MB")
    figure("an engine's memory at most", f"{figures['children']:.0f} MB", "-")
    figure(
        "window's memory with a new sketch, before and after",
        f"{figures['first']:.0f}, {figures['last']:.0f} MB = {figures['last'] / figures['first']:.2f}",
        "1.15",
    )
