"""The library as a grid: tiles side by side, with the keys, the stars and the audition of the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton

from riffdesk.store.library.entry import Entry
from riffdesk.ui.library.entries.entry_places import tile_places
from riffdesk.ui.window.main_window import MainWindow
from tests.analysis.sounds import keep, recipe, tone
from tests.ui.conftest import Hands
from tests.ui.library.test_library_panel import choose, key, listed, settle, stored

COUNT = 5


@pytest.fixture
def panel(window: MainWindow, hands: Hands):
    """The panel as a grid, with five riffs of one second."""
    for number in range(COUNT):
        keep(tone(300 + 100 * number, 1.0), f"riff {number}", recipe=recipe(f"riff {number}", number, seconds=1.0))
    window.actions_["actionLibrary"].trigger()
    hands.wait(lambda: len(window.library.model.ids) == COUNT)
    button = window.findChild(QToolButton, "libraryGrid")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.wait(lambda: place(window, 1).top() == place(window, 0).top())
    return window.library.panel


def place(window: MainWindow, row: int):
    view = window.library.panel.view
    return view.visualRect(view.model().index(row))


def test_tiles_stand_side_by_side_and_fill_the_width(panel, window: MainWindow) -> None:
    first, second, third = (place(window, row) for row in range(3))
    assert second.left() >= first.right()
    assert third.top() > first.top(), "the default width holds two"
    assert second.right() > 0.85 * panel.view.viewport().width()
    assert window.settings.library_grid


def test_arrows_go_from_tile_to_tile_and_each_is_heard(panel, window: MainWindow, hands: Hands) -> None:
    choose(window, hands)
    for pressed, row in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 3), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Up, 0)):
        key(window, hands, pressed)
        name = listed(window)[row]
        assert panel.view.current_entry().name == name
        hands.wait(lambda name=name: window.library.audition.heard and window.library.audition.heard.name == name)


def test_stars_of_a_tile_are_given_by_click_and_key(panel, window: MainWindow, hands: Hands) -> None:
    entry: Entry = panel.model.entry(1)
    line = panel.view.fontMetrics().lineSpacing()
    star = tile_places(place(window, 1), line).star(4).center().toPoint()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, star)
    settle(window, hands)
    assert stored(entry).stars == 4
    choose(window, hands, 1)
    key(window, hands, "2")
    assert stored(entry).stars == 2


def test_a_tile_is_renamed_in_its_place(panel, window: MainWindow, hands: Hands) -> None:
    entry = choose(window, hands, 1)
    key(window, hands, Qt.Key.Key_F2)
    editor = panel.view.findChild(QLineEdit, "libraryName")
    assert place(window, 1).contains(editor.geometry().center())
    editor.selectAll()
    QTest.keyClicks(editor, "Best one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(window, hands)
    assert stored(entry).name == "Best one"


def test_the_list_comes_back_with_the_same_riff(panel, window: MainWindow, hands: Hands) -> None:
    entry = choose(window, hands, 3)
    panel.grid.click()
    hands.wait(lambda: place(window, 1).top() > place(window, 0).top())
    assert panel.view.current_entry() == entry
    assert not window.settings.library_grid
