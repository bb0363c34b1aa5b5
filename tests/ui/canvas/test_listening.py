"""Hearing what is under the pointer: the listening tool, its key held down, and moving the playhead by hand."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.dsp.synth import Tones
from riffdesk.ui.window.main_window import MainWindow
from tests.measure import cents
from tests.ui.conftest import Hands, _move

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def sounded(window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> list[Tones | None]:
    """What the player is told to sound, after two tones were drawn."""
    hands.tool("toolTone")
    hands.drag((1.0, 440), (2.0, 440))
    hands.drag((3.0, 880), (4.0, 880))
    told: list[Tones | None] = []
    monkeypatch.setattr(window.player, "sound", told.append)
    return told


def loudest(tones: Tones | None) -> tuple[float, float]:
    assert tones is not None
    return max(tones.partials, key=lambda pair: pair[1], default=(0.0, 0.0))


def hover(hands: Hands) -> None:
    """Have the pointer over the first tone."""
    for seconds, shown in ((2.5, ("2.49", "2.50")), (1.5, ("1.49", "1.50"))):
        QTest.mouseMove(hands.canvas.viewport(), hands.canvas.point_at(seconds, 440))
        hands.wait(lambda shown=shown: hands.window.readout.text().startswith(shown))


def test_the_tool_sounds_what_the_layer_has_under_the_pointer(
    window: MainWindow, hands: Hands, sounded: list[Tones | None]
) -> None:
    tiles, undo_name = [layer.tiles for layer in window.sketch.layers], window.sketch.history.undo_name
    hands.tool("toolListen")
    hands.drag((1.5, 440), (3.5, 880))
    assert abs(cents(loudest(sounded[0])[0], 440)) < 6
    assert loudest(sounded[0])[1] == pytest.approx(0.7**4, rel=0.4)
    assert abs(cents(loudest(sounded[-2])[0], 880)) < 6
    assert sounded[-1] is None
    assert any(loudest(tones)[1] < 1e-3 for tones in sounded[1:-2]), "between the tones there is nothing"
    assert [layer.tiles for layer in window.sketch.layers] == tiles, "listening changes nothing"
    assert window.sketch.history.undo_name == undo_name


def test_it_is_heard_at_the_gain_of_the_layer_and_while_the_sketch_plays(
    window: MainWindow, hands: Hands, sounded: list[Tones | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.tool("toolListen")
    view, point = window.canvas.viewport(), window.canvas.point_at(1.5, 440)
    QTest.mouseClick(view, LEFT, NONE, point)
    full = loudest(sounded[0])[1]
    window.sketch.set_layer(window.sketch.state.active, gain_db=-6.0)
    monkeypatch.setattr(type(window.player), "playing", True)
    QTest.mouseClick(view, LEFT, NONE, point)
    assert loudest(sounded[-2])[1] == pytest.approx(full * 10 ** (-6 / 20), rel=1e-3)


def test_holding_h_sounds_under_the_pointer_and_the_tool_comes_back(
    window: MainWindow, hands: Hands, sounded: list[Tones | None]
) -> None:
    hands.tool("toolEraser")
    view = window.canvas.viewport()
    hover(hands)
    QTest.keyPress(window.canvas, Qt.Key.Key_H)
    hands.wait(lambda: sounded)
    assert abs(cents(loudest(sounded[-1])[0], 440)) < 6
    _move(view, window.canvas.point_at(3.5, 880), NO_BUTTON, NONE)
    assert abs(cents(loudest(sounded[-1])[0], 880)) < 6
    hands.pause(0.3)
    QTest.keyRelease(window.canvas, Qt.Key.Key_H)
    assert sounded[-1] is None
    assert window.settings.tool == "toolEraser"
    assert window.actions_["toolEraser"].isChecked()
    count = len(sounded)
    _move(view, window.canvas.point_at(1.5, 440), NO_BUTTON, NONE)
    assert len(sounded) == count, "it is silent again"


def test_another_tool_that_is_taken_meanwhile_ends_the_sound_and_stays(
    window: MainWindow, hands: Hands, sounded: list[Tones | None]
) -> None:
    hover(hands)
    QTest.keyPress(window.canvas, Qt.Key.Key_H)
    hands.wait(lambda: sounded)
    hands.pause(0.3)
    hands.tool("toolBrush")
    assert sounded[-1] is None
    QTest.keyRelease(window.canvas, Qt.Key.Key_H)
    assert window.settings.tool == "toolBrush"


def test_a_tap_of_h_takes_the_tool(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.key("H")
    hands.pause(0.3)
    assert window.settings.tool == "toolListen"
    assert window.canvas.tool.info.object_name == "toolListen"


def test_moving_the_playhead_by_hand_sounds_both_ways(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int | None] = []
    monkeypatch.setattr(window.player, "scrub", told.append)
    view, rate = window.canvas.viewport(), 44_100
    axis = window.canvas.point_at(0, 20).y() + 14
    places = [window.canvas.point_at(seconds, 20).x() for seconds in (1.0, 2.0, 1.5)]
    QTest.mousePress(view, LEFT, NONE, QPoint(places[0], axis))
    for x in places[1:]:
        _move(view, QPoint(x, axis), LEFT, NONE)
        QApplication.processEvents()
    QTest.mouseRelease(view, LEFT, NONE, QPoint(places[-1], axis))
    assert told[-1] is None
    assert np.array(told[:-1]) / rate == pytest.approx([1.0, 2.0, 1.5], abs=0.02)
    assert window.player.position / rate == pytest.approx(1.5, abs=0.02)


def test_the_edges_of_what_is_heard_are_shown_under_the_pointer(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hover(hands)
    assert not window.canvas.ghost.isVisible()
    hands.tool("toolListen")
    hover(hands)
    assert window.canvas.ghost.isVisible()
    (text,) = window.canvas.ghost.texts  # that of the upper edge has no room
    low = float(text.split("ct")[1].split()[0])
    pointed = float(window.readout.text().split("Hz")[0].split()[-1])
    assert cents(pointed, low) == pytest.approx(150, abs=5)
    assert len(window.canvas.ghost._rungs) == 2
    hands.tool("toolBrush")
    hover(hands)
    assert not window.canvas.ghost.isVisible()
