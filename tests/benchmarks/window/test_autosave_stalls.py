"""For how long a window at most does nothing else while autosave writes the largest sketch for the first time."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer

from riffdesk.store.journal.journal_folders import folders, size_of
from riffdesk.ui.window.main_window import MainWindow
from tests.benchmarks.table import figure
from tests.benchmarks.test_journal import told, waited_for_a_processor
from tests.benchmarks.window.test_window_speed import stop_rendering
from tests.store.sketches import wide
from tests.ui.conftest import Hands

pytestmark = pytest.mark.bench


class Heart:
    """A timer of 5 ms in the window's thread that records its longest interval.

    Attributes
    ----------
    waits : tuple of float
        Milliseconds: as they are, and without what the process's threads waited for a processor meanwhile.
    """

    def __init__(self) -> None:
        self.waits = 0.0, 0.0
        self._threads = [thread.native_id for thread in threading.enumerate() if thread.native_id is not None]
        self._last, self._queued = time.perf_counter(), waited_for_a_processor(*self._threads)
        self._timer = QTimer(interval=5)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, queued = time.perf_counter(), waited_for_a_processor(*self._threads)
        wait, own = now - self._last, now - self._last - (queued - self._queued)
        self.waits = max(self.waits[0], 1_000 * wait), max(self.waits[1], 1_000 * own)
        self._last, self._queued = time.perf_counter(), queued

    def stop(self) -> None:
        self._timer.stop()


def live(seconds: float) -> None:
    """Let the window live; an event loop of its own, so that nothing but its events takes its time."""
    loop = QEventLoop()
    QTimer.singleShot(round(1_000 * seconds), loop.quit)
    loop.exec()


@pytest.fixture
def frozen() -> Iterator[None]:
    """Have the garbage collector leave alone what there is, as `riffdesk.ui.window.app.main` does."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("frozen")
def test_the_window_while_autosave_first_writes_ten_minutes_of_eight_layers(window: MainWindow, hands: Hands) -> None:
    stop_rendering(window)
    window.sketch.open(wide())
    hands.pause(5)
    heart = Heart()
    live(10)
    heart.stop()
    figure("5 ms timer in the GUI thread, 10 minutes x 8 layers, nothing is stored", told(heart.waits), "-")
    for what, painting in (("nothing else", False), ("a stroke", True)):
        window.sketch.open(wide())
        hands.pause(5)
        window.sketch.set_tempo(99 if painting else 98)
        edit = window.sketch.begin_stroke("Brush") if painting else None
        live(0.3)  # autosave begins half a second after the change
        heart, began = Heart(), time.perf_counter()
        while not window.autosave.wait(0) or time.perf_counter() - began < 1:
            live(0.05)
            if edit is not None:
                column = round(20 * (time.perf_counter() - began)) % 50_000
                edit.write(column, edit.read(column, column + 20) + 0.1)
        took = time.perf_counter() - began
        heart.stop()
        if edit is not None:
            edit.commit()
        stored = size_of(folders()[0]) / 1e6
        figure(f"first version of 10 minutes x 8 layers and {what}", f"{took:.1f} s, {stored:.0f} MB", "-")
        figure(f"5 ms timer in the GUI thread meanwhile, and {what}", told(heart.waits), "50 ms")
