"""How fast each painting tool paints, with and without harmonics."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.ui.window.main_window import MainWindow
from tests.benchmarks.table import figure
from tests.benchmarks.window.test_window_speed import event_to_paint, fill, p95, stop_rendering, wave
from tests.ui.conftest import Hands

pytestmark = pytest.mark.bench

TOOLS = (
    "toolBrush", "toolNoise", "toolSpray", "toolTone", "toolLine", "toolStamp", "toolEraser", "toolOriginal",
    "toolClone", "toolSmudge", "toolBlur", "toolDodge",
)  # fmt: skip
SIZES = ("brush", "noise", "spray", "eraser", "original", "clone", "smudge", "blur", "dodge")


def prepare(window: MainWindow, seconds: float, layers: int) -> None:
    stop_rendering(window)
    fill(window, seconds)
    for _ in range(layers - 1):
        window.sketch.duplicate_layer(window.sketch.state.active)
    edit = window.sketch.begin_stroke("Quieter")  # so that the original differs
    edit.write(0, edit.read(0, edit.shape[-1]) * np.float32(0.8))
    edit.commit()
    for name in SIZES:
        setattr(window.settings, f"{name}_size", 64.0)
    QTest.qWait(500)


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize(("seconds", "layers", "must"), [(30, 1, 16), (600, 8, 33)])
def test_event_to_paint(window: MainWindow, seconds: float, layers: int, must: int, tool: str) -> None:
    prepare(window, seconds, layers)
    hands = Hands(window)
    hands.tool(tool)
    if tool == "toolClone":
        place = window.canvas.point_at(seconds / 2, 1_000)
        QTest.mouseClick(
            window.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place
        )
    QApplication.processEvents()
    times = event_to_paint(window, wave(), Qt.MouseButton.LeftButton)
    if tool == "toolStamp":  # whose moves paint only now and then
        times = [time for time in times if time < 500]
    figure(f"event to paint, {tool} of 64 cells, {seconds} s, {layers} layers", p95(times), f"p95 {must} ms")
    window.sketch.open()


@pytest.mark.parametrize("tool", ["toolBrush", "toolTone", "toolEraser"])
def test_event_to_paint_with_harmonics(window: MainWindow, tool: str) -> None:
    prepare(window, 30, 1)
    window.settings.harmonic_count = 16
    window.actions_["actionHarmonics"].setChecked(True)
    window.settings.magnet = "off"
    Hands(window).tool(tool)
    times = event_to_paint(window, wave(), Qt.MouseButton.LeftButton)
    figure(f"event to paint, {tool} of 64 cells with 16 harmonics, 30 s", p95(times), "p95 33 ms")
    assert np.isfinite(times).all()
    window.sketch.open()
