from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDockWidget, QSpinBox, QToolButton, QWidget

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands, _move

PARAMS = SpectrogramParams()


def ink(window: MainWindow) -> np.ndarray:
    return window.sketch.active_layer.ink


def row(hertz: float) -> int:
    return round(float(PARAMS.band_of(hertz)))


def test_harmonics_go_with_every_tool(window: MainWindow, hands: Hands) -> None:
    hands.key("V")
    assert window.actions_["actionHarmonics"].isChecked()
    window.findChild(QSpinBox, "harmonicCount").setValue(3)
    window.findChild(QSpinBox, "harmonicRolloff").setValue(12)
    hands.tool("toolBrush")
    hands.drag((1, 500), (3, 500))
    levels = [ink(window)[row(500 * number), 200] for number in (1, 2, 3)]
    assert 80 * np.log10(levels[1] / levels[0]) == pytest.approx(-12, abs=0.5)
    assert 80 * np.log10(levels[2] / levels[0]) == pytest.approx(-12 * np.log2(3), abs=0.5)
    hands.tool("toolEraser")
    hands.drag((0.5, 500), (3.5, 500))
    assert not ink(window)[:, 150:250].any()
    assert window.sketch.history.undo_name == "Eraser"
    hands.key("V")
    hands.tool("toolBrush")
    hands.drag((1, 500), (3, 500))
    assert not ink(window)[row(1_000), 200]


def test_odd_harmonics(window: MainWindow, hands: Hands) -> None:
    hands.key("V")
    window.findChild(QCheckBox, "harmonicsOdd").click()
    hands.tool("toolTone")
    hands.drag((1, 440), (3, 440))
    assert ink(window)[row(1_320), 200] > 0.1
    assert ink(window)[row(880), 200] < 0.1


def test_the_magnet_is_on_with_tones_until_one_switches_it(window: MainWindow, hands: Hands) -> None:
    action = window.actions_["actionMagnet"]
    hands.tool("toolBrush")
    assert not action.isChecked()
    hands.tool("toolTone")
    assert action.isChecked()
    hands.drag((1, 450), (3, 450))
    assert ink(window)[:, 200].argmax() == row(440)
    hands.key("Y")
    hands.drag((1, 660), (3, 675))
    tops = ink(window)[row(600) :, 100:300].argmax(axis=0) + row(600)
    assert tops[0] < tops[-1]
    hands.tool("toolBrush")
    assert not action.isChecked()
    hands.key("Y")
    hands.tool("toolEraser")
    assert action.isChecked()


def test_the_magnet_keeps_to_the_key(window: MainWindow, hands: Hands) -> None:
    window.sketch.set_key("C minor")
    field = window.findChild(QComboBox, "magnetTo")
    field.setCurrentIndex(field.findData("scale"))
    hands.tool("toolTone")
    hands.drag((1, 330), (3, 330))  # E, between D♯ and F
    assert ink(window)[:, 200].argmax() in (row(311.1), row(349.2))


def test_strokes_keep_to_the_grid_and_a_click_is_a_note_of_its_length(window: MainWindow, hands: Hands) -> None:
    hands.key("Z")
    field = window.findChild(QComboBox, "snapTo")
    field.setCurrentIndex(field.findData("beat"))  # 50 columns at 120 bpm
    hands.tool("toolTone")
    hands.drag((0.55, 440), (1.93, 440))
    assert np.flatnonzero(ink(window).any(axis=0))[[0, -1]].tolist() == [50, 199]
    hands.drag((0.55, 880), (1.93, 880), keys=Qt.KeyboardModifier.ShiftModifier)
    assert np.flatnonzero(ink(window)[row(880)])[[0, -1]].tolist() == [50, 199]
    QTest.mouseClick(hands.canvas.viewport(), Qt.MouseButton.LeftButton, pos=hands.canvas.point_at(3.2, 262))
    assert np.flatnonzero(ink(window)[:, 250:].any(axis=0))[[0, -1]].tolist() == [50, 99]
    assert window.sketch.history.undo_name == "Tone"


def test_a_ladder_under_the_pointer_shows_where_marks_fall(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    view = hands.canvas.viewport()
    QTest.mouseMove(view, hands.canvas.point_at(2, 445))
    hands.pause()
    assert not hands.canvas.ghost.isVisible()
    hands.key("V")
    hands.key("Y")
    window.findChild(QSpinBox, "harmonicCount").setValue(4)
    hands.pause()
    _move(view, hands.canvas.point_at(2, 446), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    assert hands.canvas.ghost.isVisible()
    assert hands.canvas.ghost.texts == [
        "A4 +0 ct  440.0 Hz", "A5 +0 ct  880.0 Hz", "E6 +2 ct  1320.0 Hz", "A6 +0 ct  1760.0 Hz",
    ]  # fmt: skip
    hands.tool("toolSelect")
    hands.tool("toolNotes")
    assert not hands.canvas.ghost.isVisible()


def test_a_brush_goes_past_the_end_of_a_seamless_loop(window: MainWindow, hands: Hands) -> None:
    window.actions_["actionCircular"].setChecked(True)
    hands.tool("toolBrush")
    end = window.sketch.seconds
    hands.drag((end - 0.5, 1_000), (end - 0.02, 1_000))
    assert ink(window)[row(1_000), 0] > 0.3
    assert not ink(window)[row(1_000), 20]


def test_modifiers_are_remembered(window: MainWindow, hands: Hands) -> None:
    hands.key("V")
    hands.key("Z")
    window.findChild(QSpinBox, "harmonicCount").setValue(20)
    settings = window.settings
    assert (settings.harmonics, settings.snap, settings.harmonic_count) == (True, True, 20)


def test_the_bar_makes_room_for_a_dock_and_shows_what_is_on(window: MainWindow, hands: Hands) -> None:
    window.resize(1280, 720)
    hands.wait(lambda: window.width() == 1280)
    button = window.findChild(QToolButton, "actionMagnetButton")
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert window.findChild(QWidget, "magnetTo").isVisible()
    window.findChild(QDockWidget, "jamDock").show()
    hands.wait(lambda: button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly)
    assert window.width() == 1280
    assert not window.findChild(QWidget, "magnetTo").isVisible()
    window.actions_["actionMagnet"].trigger()
    assert window.findChild(QWidget, "magnetTo").isVisible()
    window.findChild(QDockWidget, "jamDock").hide()
    hands.wait(lambda: button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    assert window.findChild(QWidget, "snapTo").isVisible()


def test_a_rectangle_keeps_to_the_grid_and_has_its_harmonics(window: MainWindow, hands: Hands) -> None:
    hands.key("Z")
    choose = window.findChild(QComboBox, "snapTo")
    choose.setCurrentIndex(choose.findData("beat"))
    hands.tool("toolSelect")
    hands.drag((0.55, 420), (1.93, 470))
    selection = window.canvas.selection
    assert selection is not None
    assert (selection.start, selection.stop) == (50, 200)
    window.canvas.select(None)
    hands.key("V")
    window.findChild(QSpinBox, "harmonicCount").setValue(3)
    hands.drag((0.55, 420), (1.93, 470))
    selection = window.canvas.selection
    assert selection is not None
    assert [selection.contains(100, row(hertz)) for hertz in (440, 660, 880, 1_320, 1_760)] == [
        True, False, True, True, False,
    ]  # fmt: skip


def test_what_is_pasted_goes_to_the_grid(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.drag((1.0, 440), (1.5, 440))
    hands.tool("toolSelect")
    hands.drag((1.0, 300), (1.5, 600))
    window.actions_["actionCopy"].trigger()
    hands.key("Z")
    choose = window.findChild(QComboBox, "snapTo")
    choose.setCurrentIndex(choose.findData("beat"))
    window.playback.seek(3.1)
    window.actions_["actionPaste"].trigger()
    selection = window.canvas.selection
    assert selection is not None
    assert selection.start == 300
