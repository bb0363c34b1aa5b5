"""What several tests of the command line need."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from riffdesk import cli
from tests.disk import full_disk
from tests.engine.riffs import add_tiny

__all__ = ["full_disk"]

Riffdesk = Callable[..., int]
FullDisk = Callable[[int], AbstractContextManager[None]]


def hears_sigint() -> None:
    """Have a child be stopped by Ctrl+C, also where the tests were started in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def ctrl_c(when: Callable[[], bool]) -> Iterator[list[float]]:
    """Interrupt this process as soon as a condition holds, as Ctrl+C does.

    Yields a list that gets the time of it, as of `time.monotonic`; it stays empty if the block ends before.
    """
    sent: list[float] = []
    over = threading.Event()

    def press() -> None:
        while not when():
            if over.wait(0.02):
                return
        sent.append(time.monotonic())
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    pressing = threading.Thread(target=press)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    pressing.start()
    try:
        yield sent
    finally:
        over.set()
        pressing.join()
        signal.signal(signal.SIGINT, before)


@pytest.fixture
def riffdesk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Riffdesk:
    """Return a function that runs a command line in a folder of its own and returns its exit code."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def no_window(path: Path | None) -> int:
        raise AssertionError("this command opens no window")

    return lambda *arguments: cli.run([str(argument) for argument in arguments], open_window=no_window)


@pytest.fixture
def tiny(riffdesk: Riffdesk) -> None:
    """Have a model called tiny."""
    add_tiny()
