"""How fast each painting tool paints, with and without harmonics."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.plot.handle import Handle
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


@pytest.mark.parametrize("handle", [Handle(1, 0), Handle(0, 1), Handle(1, 1), Handle(-1, -1)])
@pytest.mark.parametrize(("seconds", "layers"), [(30, 1), (600, 8)])
def test_event_to_paint_of_a_handle(window: MainWindow, seconds: float, layers: int, handle: Handle) -> None:
    prepare(window, seconds, layers)
    window.canvas._view.setXRange(5, 25, padding=0)
    Hands(window).tool("toolSelect")
    window.canvas.select(Region(1_000, 1_500, 0, 512))
    QTest.qWait(300)
    begin = window.canvas.place_of(*window.canvas.overlays.handles.places[handle]).toPoint()
    places = [begin + QPoint(handle.side * at, -handle.level * (at * 37 % 300)) for at in range(120)]
    times = event_to_paint(window, [begin, *places], Qt.MouseButton.LeftButton)
    what = f"event to paint, {handle.name} of 5 s x 512 bands, {seconds} s, {layers} layers"
    figure(what, f"median {np.median(times):.1f} ms, {p95(times)}", "33 ms")
    assert window.sketch.history.undo_name == handle.name
    window.sketch.open()
