"""What every test gets: a home of its own, a Qt platform that works here, and skips that say why."""

from __future__ import annotations

import ctypes.util
import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from riffdesk.system import SYSTEM
from tests.display import open_display
from tests.long_files import put_long_files_first

# A change is judged by what it does, not by a draw: CI tries the same examples every time, people new ones.
# How fast they come depends on what else the computer does.
settings.register_profile("people", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("people"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "people")

os.environ.pop("RIFFDESK_LANGUAGE", None)  # tests read English

# Before anything imports Qt. packaging/test chooses xcb.
if sys.platform == "linux" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config: pytest.Config) -> None:
    """Give a worker of pytest-xdist a display of its own: windows on one display take each other's focus.

    Nothing is garbage until all tests are imported.
    """
    gc.disable()
    if hasattr(config, "workerinput") and os.environ.get("QT_QPA_PLATFORM") == "xcb" and shutil.which("Xvfb"):
        config.add_cleanup(open_display())


def pytest_sessionstart(session: pytest.Session) -> None:
    """Have failures told of as they come, by the process that others report to."""
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal is not None and not hasattr(session.config, "workerinput"):
        session.config.pluginmanager.register(FailureLines(terminal))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Share the tests by files so that a crash does not stop the run; other ways of sharing are pytest-xdist's."""
    from tests.crashed_worker import FileScheduling

    return FileScheduling(config, log) if config.option.dist == "loadfile" else None


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that this test's settings, data and cache go to."""
    folder = tmp_path / "riffdesk-home"
    monkeypatch.setenv("RIFFDESK_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True, scope="module")
def freed_memory() -> Iterator[None]:
    """Give back what the tests of a file have freed, as several processes of tests share a machine.

    Garbage is collected here, since a process that has had a window collects none outside its event loop. What is left
    is of imports and caches; later collections need not look through it.
    """
    yield
    gc.collect()
    gc.freeze()
    SYSTEM.trim_heap()


@pytest.fixture
def no_collections() -> Iterator[None]:
    """Have garbage be collected by nobody."""
    was_enabled = gc.isenabled()
    gc.disable()
    yield
    if was_enabled:
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip what this machine cannot do, and begin with what takes long where several processes share the tests."""
    if hasattr(config, "workerinput"):
        put_long_files_first(items)
    if any(item.get_closest_marker("cuda") for item in items) and not _has_cuda():
        _skip(items, "cuda", "there is no NVIDIA graphics card that torch can use")
    if not (shutil.which("pulseaudio") and ctypes.util.find_library("portaudio")):
        _skip(items, "sound", "PulseAudio or PortAudio is not installed")


class FailureLines:
    """Says at once what failed: a run that is cut off has no summary."""

    def __init__(self, terminal: pytest.TerminalReporter) -> None:
        self._terminal = terminal

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Write a line for a test that failed, with the last line of why."""
        if report.failed:
            why = str(report.longrepr).strip().splitlines()[-1:]
            self._terminal.write_line(f"\n{report.outcome} in {report.when}: {report.nodeid} {' '.join(why)}", red=True)


def pytest_collection_finish() -> None:
    """Leave the half a million objects of the imports out of later garbage collections: each took 0.27 s."""
    gc.collect()
    gc.freeze()
    gc.enable()


def _skip(items: list[pytest.Item], marker: str, reason: str) -> None:
    for item in items:
        if item.get_closest_marker(marker):
            item.add_marker(pytest.mark.skip(reason=reason))


def _has_cuda() -> bool:
    import torch

    return torch.cuda.is_available()
