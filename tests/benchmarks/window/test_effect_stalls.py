"""Whether the window stalls while an effect changes ten minutes, and how long that takes."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.sketch.paint.effects.catalogue import EFFECTS
from riffdesk.ui.canvas.regions.numbers_dialog import NumbersDialog
from riffdesk.ui.commands.effect_commands import action_of
from riffdesk.ui.window.main_window import MainWindow
from tests.benchmarks.table import figure
from tests.benchmarks.window.test_window_speed import fill, stop_rendering
from tests.ui.conftest import Hands

pytestmark = pytest.mark.bench

NAMES = ("Gain", "Fade in", "Denoise", "Reverb tail", "Echo", "Normalise", "Reverse", "Transpose")


class Stalls:
    """The longest intervals of a timer of 5 ms, in ms."""

    def __init__(self) -> None:
        self.intervals, self._last = [0.0], time.perf_counter()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.intervals.append(1e3 * (now - self._last))
        self._last = now


@pytest.mark.parametrize("name", NAMES)
def test_ten_minutes_are_changed_without_a_stall(window: MainWindow, hands: Hands, name: str) -> None:
    stop_rendering(window)
    fill(window, 600)
    QTest.qWait(3_000)
    effect = next(one for one in EFFECTS if one.name == name)
    began = 0.0

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NumbersDialog)
        dialog.accept()

    if effect.parameters:
        QTimer.singleShot(300, accept)
    stalls, began = Stalls(), time.perf_counter()
    window.actions_[action_of(effect)].trigger()
    spent = time.perf_counter() - began
    done = sorted(stalls.intervals)[-3:]
    hands.pause(1.0)
    window.editing.undo()
    hands.pause(2.0)
    worst = ", ".join(f"{one:.0f}" for one in done)
    figure(f"longest stalls of {name} on 600 s", f"{worst} ms, done in {spent:.1f} s", "50 ms")
    figure(f"longest stall of its undo, {name}", f"{max(stalls.intervals[-400:]):.0f} ms", "50 ms")
    assert window.sketch.history.redo_name == name
    window.sketch.open()
