"""Handles of the selection, with real mouse in a real window."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.plot.handle import Handle
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.canvas.test_regions import circle, ink, noise
from tests.ui.conftest import Hands, _move

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def place(window: MainWindow, handle: Handle) -> QPoint:
    return window.canvas.place_of(*window.canvas.overlays.handles.places[handle]).toPoint()


def drag(
    window: MainWindow, handle: Handle, by: QPoint, *, keys: Qt.KeyboardModifier = NONE, release: bool = True
) -> None:
    """Take a handle with the mouse and drag it by some pixels."""
    view, begin = window.canvas.viewport(), place(window, handle)
    QTest.mousePress(view, LEFT, NONE, begin)
    for part in range(1, 9):
        _move(view, begin + QPoint(by.x() * part // 8, by.y() * part // 8), LEFT, keys)
        QApplication.processEvents()
    if release:
        QTest.mouseRelease(view, LEFT, keys, begin + by)


def pixels(window: MainWindow, columns: float) -> int:
    return round(columns / window.canvas.pixel[0])


def lines(window: MainWindow, columns: list[int], bands: slice = slice(100, 200)) -> None:
    """Paint thin vertical lines."""
    edit = window.sketch.begin_stroke("Lines")
    for column in columns:
        edit.write(column, np.full((bands.stop - bands.start, 2), 0.6, np.float32), bands)
    edit.commit()


def select(window: MainWindow, hands: Hands, region: Region) -> None:
    hands.tool("toolSelect")
    window.canvas.select(region)
    hands.pause()


def onsets(window: MainWindow) -> list[int]:
    loud = ink(window)[150] > 0.25
    return np.flatnonzero(np.diff(loud.astype(int), prepend=0) == 1).tolist()


def test_the_right_edge_stretches_in_time_and_is_one_undo_step(window: MainWindow, hands: Hands) -> None:
    lines(window, [100, 150])
    before, steps = ink(window).copy(), len(window.sketch.history.steps)
    select(window, hands, Region(100, 200, 80, 220))
    drag(window, Handle(1, 0), QPoint(pixels(window, 100), 0), release=False)
    assert "beats" in window.readout.text()
    assert "×2.0" in window.readout.text()
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, place(window, Handle(1, 0)))
    selection = window.canvas.selection
    assert selection is not None
    assert (selection.start, selection.low, selection.high) == (100, 80, 220)
    assert selection.stop == pytest.approx(300, abs=3)
    first, second = onsets(window)
    assert first == pytest.approx(100, abs=1)
    assert second == pytest.approx(200, abs=3)
    assert len(window.sketch.history.steps) == steps + 1
    assert window.sketch.history.undo_name == "Stretch"
    hands.key("z", Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(ink(window), before)
    assert window.canvas.selection == Region(100, 200, 80, 220)
    hands.key("y", Qt.KeyboardModifier.ControlModifier)
    assert window.canvas.selection == selection


def test_the_left_edge_leaves_the_right_one_where_it_is(window: MainWindow, hands: Hands) -> None:
    lines(window, [250, 298])
    select(window, hands, Region(200, 300, 80, 220))
    drag(window, Handle(-1, 0), QPoint(pixels(window, 50), 0))
    selection = window.canvas.selection
    assert selection is not None
    assert selection.stop == 300
    assert selection.start == pytest.approx(250, abs=3)
    assert onsets(window)[0] == pytest.approx(275, abs=3)


def test_the_upper_edge_scales_intervals_and_shows_semitones(window: MainWindow, hands: Hands) -> None:
    params = window.sketch.params
    hands.tool("toolTone")
    window.actions_["actionMagnet"].setChecked(False)
    hands.drag((1.0, 440), (3.0, 440))
    low, high = (int(params.band_of(hertz)) for hertz in (220, 880))
    region = Region(90, 310, low, high)
    select(window, hands, region)
    drag(window, Handle(0, 1), QPoint(0, -60), release=False)
    said = window.readout.text()
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, place(window, Handle(0, 1)))
    fixed, top = params.hertz_of([low - 0.5, high - 0.5]).tolist()
    factor = float(said.split("×")[1])
    semitones = float(said.split(" st")[0])
    assert semitones > 2
    assert factor == pytest.approx(1 + semitones / (12 * np.log2(top / fixed)), abs=0.01)
    loudest = params.hertz_of(int(ink(window)[:, 200].argmax()))
    assert loudest == pytest.approx(fixed * (440 / fixed) ** factor, rel=0.02)
    assert window.sketch.history.undo_name == "Scale in pitch"


def test_a_corner_with_shift_scales_time_and_pitch_alike(window: MainWindow, hands: Hands) -> None:
    noise(window)
    select(window, hands, Region(100, 200, 100, 200))
    drag(window, Handle(1, 1), QPoint(pixels(window, 50), 0), keys=Qt.KeyboardModifier.ShiftModifier, release=False)
    said = window.readout.text()
    QTest.mouseRelease(window.canvas.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, place(window, Handle(1, 1)))
    assert said.count("×1.5") + said.count("×1.4") == 2
    assert window.sketch.history.undo_name == "Stretch and scale"


def test_with_the_grid_on_an_edge_goes_to_its_lines(window: MainWindow, hands: Hands) -> None:
    noise(window)
    window.settings.snap_to = "1/4"
    window.actions_["actionSnap"].setChecked(True)
    select(window, hands, Region(100, 200, 100, 200))
    drag(window, Handle(1, 0), QPoint(pixels(window, 61), 0))
    assert window.canvas.selection is not None
    assert window.canvas.selection.stop == 250  # beats of 50 columns at 120 bpm


def test_escape_takes_a_drag_of_a_handle_back(window: MainWindow, hands: Hands) -> None:
    noise(window)
    before, steps = ink(window).copy(), len(window.sketch.history.steps)
    region = Region(100, 200, 100, 200)
    select(window, hands, region)
    drag(window, Handle(1, 1), QPoint(40, -40), release=False)
    assert (ink(window) != before).any()
    hands.key(Qt.Key.Key_Escape)
    np.testing.assert_array_equal(ink(window), before)
    assert window.canvas.selection == region
    assert len(window.sketch.history.steps) == steps


def test_a_click_on_a_handle_changes_nothing(window: MainWindow, hands: Hands) -> None:
    noise(window)
    steps = len(window.sketch.history.steps)
    region = Region(100, 200, 100, 200)
    select(window, hands, region)
    QTest.mouseClick(window.canvas.viewport(), LEFT, NONE, place(window, Handle(1, 0)))
    assert window.canvas.selection == region
    assert len(window.sketch.history.steps) == steps


def test_a_shape_keeps_its_shape(window: MainWindow, hands: Hands) -> None:
    noise(window)
    region = circle(window)
    select(window, hands, region)
    drag(window, Handle(1, 0), QPoint(pixels(window, 119), 0))
    selection = window.canvas.selection
    assert selection is not None
    assert selection.mask is not None
    assert selection.stop - selection.start == pytest.approx(238, abs=4)
    assert selection.count == pytest.approx(2 * region.count, rel=0.03)


def test_handles_are_seen_only_with_a_selecting_tool(window: MainWindow, hands: Hands) -> None:
    select(window, hands, Region(100, 200, 100, 200))
    assert len(window.canvas.overlays.handles.places) == 8
    window.canvas.viewport().grab()
    QTest.mouseMove(window.canvas.viewport(), place(window, Handle(1, 0)))
    hands.wait(lambda: window.canvas.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor, 5)
    hands.tool("toolBrush")
    assert not window.canvas.overlays.handles.places


def test_undo_of_a_move_selects_its_former_place(window: MainWindow, hands: Hands) -> None:
    noise(window)
    region = Region(100, 200, 100, 200)
    select(window, hands, region)
    hertz = float(window.sketch.params.hertz_of(150))
    hands.drag((1.5, hertz), (2.5, hertz))
    moved = window.canvas.selection
    assert moved is not None
    assert moved.start > 150
    hands.key("z", Qt.KeyboardModifier.ControlModifier)
    assert window.canvas.selection == region
    hands.key("y", Qt.KeyboardModifier.ControlModifier)
    assert window.canvas.selection == moved
    hands.key(Qt.Key.Key_Escape)
    hands.key("z", Qt.KeyboardModifier.ControlModifier)
    assert window.canvas.selection is None  # what was given up stays so


def test_undo_of_a_transposition_selects_its_former_place(window: MainWindow, hands: Hands) -> None:
    noise(window)
    region = Region(100, 200, 100, 200)
    select(window, hands, region)
    hands.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert window.canvas.selection != region
    hands.key("z", Qt.KeyboardModifier.ControlModifier)
    assert window.canvas.selection == region


def test_what_is_stretched_is_heard_while_it_is_dragged(window: MainWindow, hands: Hands) -> None:
    lines(window, [100, 150])
    hands.idle()
    heard = window.sketch.active_layer.sound.waveform
    select(window, hands, Region(100, 200, 80, 220))
    drag(window, Handle(1, 0), QPoint(pixels(window, 100), 0), release=False)
    begun = time.monotonic()
    hands.wait(lambda: window.sketch.active_layer.sound.waveform is not heard, 20)
    assert time.monotonic() - begun < 20
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, place(window, Handle(1, 0)))


@pytest.mark.parametrize("tool", ["toolLasso", "toolSelectBrush"])
def test_with_the_grid_on_a_drawn_selection_ends_on_its_lines(window: MainWindow, hands: Hands, tool: str) -> None:
    window.settings.snap_to = "1/4"  # 50 columns at 120 bpm
    window.actions_["actionSnap"].setChecked(True)
    hands.tool(tool)
    window.settings.select_size = 8.0
    view, first = window.canvas.viewport(), window.canvas.point_at(1.12, 1_000)
    QTest.mousePress(view, LEFT, NONE, first)
    for seconds, hertz in ((1.12, 2_500), (2.0, 2_000), (2.64, 2_500), (2.64, 1_000)):
        _move(view, window.canvas.point_at(seconds, hertz), LEFT, NONE)
        QApplication.processEvents()
    QTest.mouseRelease(view, LEFT, NONE, window.canvas.point_at(2.64, 1_000))
    selection = window.canvas.selection
    assert selection is not None
    assert selection.mask is not None
    assert (selection.start % 50, selection.stop % 50) == (0, 0)
    assert (selection.start, selection.stop) == (100, 250)


def test_with_the_grid_on_a_move_goes_by_its_lines(window: MainWindow, hands: Hands) -> None:
    noise(window)
    window.settings.snap_to = "1/4"
    window.actions_["actionSnap"].setChecked(True)
    select(window, hands, Region(100, 200, 100, 200))
    hertz = float(window.sketch.params.hertz_of(150))
    hands.drag((1.5, hertz), (2.13, hertz))
    assert window.canvas.selection == Region(150, 250, 100, 200)
    assert window.readout.text() != ""
