"""The history panel in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QListWidget

from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands


@pytest.fixture
def steps(window: MainWindow) -> QListWidget:
    dock = window.findChild(QDockWidget, "historyDock")
    assert not dock.isVisible()
    dock.toggleViewAction().trigger()
    QApplication.processEvents()
    found = dock.findChild(QListWidget, "historyList")
    assert found.isVisible()
    return found


def names(steps: QListWidget) -> list[str]:
    return [steps.item(row).text() for row in range(steps.count())]


def click(steps: QListWidget, row: int) -> None:
    place = steps.visualItemRect(steps.item(row)).center()
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    QApplication.processEvents()


def test_it_lists_the_steps_marks_the_present_one_and_a_click_goes_there(hands: Hands, steps: QListWidget) -> None:
    sketch = hands.window.sketch
    for tool, hertz in (("toolBrush", 500.0), ("toolTone", 1_000.0)):
        hands.tool(tool)
        hands.drag((0.5, hertz), (2.0, hertz))
    sketch.set_tempo(90)
    hands.pause()
    assert names(steps) == ["New sketch", "Brush", "Tone", "Tempo"]
    assert steps.currentRow() == 3
    click(steps, 1)
    assert sketch.history.undo_name == "Brush"
    assert sketch.state.tempo == 120
    hands.pause()
    assert steps.currentRow() == 1
    assert [steps.item(row).font().italic() for row in range(4)] == [False, False, True, True]
    click(steps, 3)
    assert sketch.state.tempo == 90
    click(steps, 0)
    assert sketch.active_layer.tiles.is_silent


def test_a_step_after_undo_takes_the_place_of_what_was_undone(hands: Hands, steps: QListWidget) -> None:
    sketch = hands.window.sketch
    sketch.set_tempo(90)
    sketch.set_beats_per_bar(3)
    hands.pause()
    click(steps, 1)
    sketch.new_layer()
    hands.pause()
    assert names(steps) == ["New sketch", "Tempo", "Add layer"]


def test_it_says_how_much_memory_the_history_holds(hands: Hands, steps: QListWidget) -> None:
    panel = steps.parent()
    hands.tool("toolBrush")
    for _ in range(2):
        hands.drag((0.1, 500), (5.0, 3_000))
        hands.tool("toolEraser")
    hands.pause()
    assert panel.memory.text().startswith("The history takes about ")
    assert panel.memory.text().endswith(" of 1,024 MiB.")
    assert hands.window.sketch.history.size > 0
