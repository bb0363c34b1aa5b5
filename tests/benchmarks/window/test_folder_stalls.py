"""A folder of 10,000 sounds is added in a real window: the time until they are listed, and the longest stalls."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer

from riffdesk.ui.window.main_window import MainWindow
from tests.analysis.sounds import tone, write_wav
from tests.benchmarks.table import figure
from tests.ui.conftest import Hands, engines, forker, hands, window

__all__ = ["engines", "forker", "hands", "window"]
pytestmark = pytest.mark.bench

COUNT = 10_000
MEASURING_SECONDS = 20.0


def test_the_window_answers_while_ten_thousand_files_are_read(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    folder = tmp_path / "Samples"
    first = folder / "Set 0" / "sound 00000.wav"
    for number in range(COUNT):
        path = folder / f"Set {number // 500}" / f"sound {number:05d}.wav"
        path.parent.mkdir(parents=True, exist_ok=True)
        if number % 100:
            path.hardlink_to(first)
        else:
            first = write_wav(path, tone(200 + number / 10, 0.3))
    window.actions_["actionLibrary"].trigger()
    hands.pause(3.0)
    times: list[tuple[float, float]] = []
    clock = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    clock.timeout.connect(lambda: times.append((time.perf_counter(), time.thread_time())))
    clock.start()
    hands.pause(5.0)
    report("before, while nothing is read", times)
    times.clear()
    began = time.perf_counter()
    window.library.folders.add(folder)
    wait(hands, lambda: len(window.library.model.ids) == COUNT)
    figure("until 10,000 files are listed", f"{time.perf_counter() - began:.1f} s", "")
    report("while they are listed", times)
    times.clear()
    limit = time.perf_counter() + MEASURING_SECONDS
    wait(hands, lambda: time.perf_counter() > limit)
    assert window.library.folders.reading
    figure(f"measured in {MEASURING_SECONDS:.0f} s", f"{window.library.panel.folders.bar.value():,} files", "")
    report("while they are measured", times)
    times.clear()
    view = window.library.panel.view
    for _ in range(200):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 600)
        hands.pause(0.02)
    report("while the list is scrolled meanwhile", times)
    times.clear()
    window.library.folders.stop()
    wait(hands, lambda: not window.library.folders.reading)
    report("while reading is stopped", times)


def wait(hands: Hands, until: Callable[[], object]) -> None:
    hands.wait(until, 300)


def report(what: str, times: list[tuple[float, float]]) -> None:
    """Report the longest time between two ticks of the clock, and the most that the thread worked in one.

    Where other programs use the machine, the first also counts how long they had the processor.
    """
    gaps, worked = np.diff(np.array(times), axis=0).T * 1e3
    measured = f"{gaps.max():.0f} ms, p99 {np.percentile(gaps, 99):.0f} ms, of processor time {worked.max():.0f} ms"
    figure(f"longest stall {what}", measured, "50 ms")
