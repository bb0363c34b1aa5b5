"""A worker that crashes costs the test that it was at, and no other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = """
from tests.crashed_worker import FileScheduling

def pytest_xdist_make_scheduler(config, log):
    return FileScheduling(config, log)
"""
TESTS = """
import os
import pytest

@pytest.mark.parametrize("number", range(3))
def test_number(number):
    if {crashes} and number == {at}:
        os._exit(1)
"""


@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_run_goes_on_after_a_crash(tmp_path: Path, at: int) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    for name in ("test_a", "test_b", "test_c"):
        (tmp_path / f"{name}.py").write_text(TESTS.format(crashes=name == "test_b", at=at))
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "xdist",
            "-n",
            "2",
            "--dist",
            "loadfile",
            "-p",
            "no:cacheprovider",
            tmp_path,
        ],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parents[1]), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert "1 failed, 8 passed" in ran.stdout
    assert f"crashed while running 'test_b.py::test_number[{at}]'" in ran.stdout
