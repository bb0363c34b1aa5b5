"""The command palette, by keyboard alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QWidget

from riffdesk.ui.actions import entries, why_not
from riffdesk.ui.window.app import create_window
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Palette:
    """The palette of a window, used as a person would."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def frame(self) -> QWidget:
        return self.window.findChild(QWidget, "commandPalette")

    @property
    def field(self) -> QLineEdit:
        return self.window.findChild(QLineEdit, "commandField")

    @property
    def list(self) -> QListWidget:
        return self.window.findChild(QListWidget, "commandList")

    def open(self) -> None:
        QTest.keyClick(self.window.canvas, Qt.Key.Key_P, CTRL | SHIFT)
        QApplication.processEvents()
        assert self.frame.isVisible()
        assert self.field.hasFocus()

    def type(self, text: str) -> list[str]:
        self.field.clear()
        QTest.keyClicks(self.field, text)
        return self.texts

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.field, key, held)
        QApplication.processEvents()

    @property
    def texts(self) -> list[str]:
        return [self.list.item(row).text() for row in range(self.list.count())]

    def spoken(self, row: int = 0) -> str:
        interface = QAccessible.queryAccessibleInterface(self.list)
        return interface.child(row).text(QAccessible.Text.Name)


@pytest.fixture
def palette(window: MainWindow) -> Palette:
    return Palette(window)


def test_it_offers_every_command_of_the_menus_and_of_the_timeline(window: MainWindow, palette: Palette) -> None:
    palette.open()
    offered = {command.action for command in palette.frame._listed}
    listed = {entry.action for menu in window.actions_.menus for entry in entries(menu)}
    assert {action for action in listed if action.objectName()} - offered == {window.actions_["actionPalette"]}
    assert {"New seed", "Copy of it here", "Remove", "Linear"} <= set(palette.texts)
    assert "To the next keyframe:" not in palette.texts
    assert "Nothing yet" not in palette.texts


def test_return_runs_what_is_found_and_the_canvas_has_the_keyboard(window: MainWindow, palette: Palette) -> None:
    palette.open()
    assert palette.type("tools tone")[0] == "Tone"
    palette.press(Qt.Key.Key_Return)
    assert window.settings.tool == "toolTone"
    assert not palette.frame.isVisible()
    assert window.canvas.hasFocus()


def test_down_chooses_and_a_command_of_the_timeline_runs(window: MainWindow, palette: Palette) -> None:
    seed = window.sketch.state.keyframes[0].seed
    palette.open()
    texts = palette.type("seed timeline")
    for _ in range(texts.index("New seed")):
        palette.press(Qt.Key.Key_Down)
    palette.press(Qt.Key.Key_Return)
    assert window.sketch.state.keyframes[0].seed != seed


@pytest.mark.parametrize("key", ["Esc", "Ctrl+Shift+P"])
def test_it_closes_and_gives_the_keyboard_back(window: MainWindow, palette: Palette, key: str) -> None:
    palette.open()
    palette.type("fit")
    combination = QKeySequence(key)[0]
    palette.press(combination.key(), combination.keyboardModifiers())
    assert not palette.frame.isVisible()
    assert window.canvas.hasFocus()


def test_no_key_of_the_window_works_while_it_is_open(window: MainWindow, palette: Palette, hands: Hands) -> None:
    palette.open()
    palette.type("b t  [")
    for key, held in ((Qt.Key.Key_PageUp, None), (Qt.Key.Key_Home, None), (Qt.Key.Key_N, CTRL), (Qt.Key.Key_Tab, None)):
        palette.press(key, held or Qt.KeyboardModifier.NoModifier)
    assert palette.field.hasFocus()
    assert palette.field.text() == "b t  ["
    assert (window.settings.tool, window.player.playing, window.settings.brush_size) == ("toolBrush", False, 16)


def test_a_click_elsewhere_closes_it_and_leaves_the_keyboard_there(window: MainWindow, palette: Palette) -> None:
    palette.open()
    window.prompt_panel.prompt.setFocus()
    QApplication.processEvents()
    assert not palette.frame.isVisible()
    assert window.prompt_panel.prompt.hasFocus()


def test_what_is_not_possible_is_grey_says_why_and_does_not_run(window: MainWindow, palette: Palette) -> None:
    palette.open()
    palette.type("delete")
    item = palette.list.item(palette.texts.index("Delete"))
    assert item.foreground().color() == palette.frame.palette().placeholderText().color()
    assert "Select something on the canvas first" in palette.spoken(palette.texts.index("Delete"))
    palette.list.setCurrentItem(item)
    palette.press(Qt.Key.Key_Return)
    assert palette.frame.isVisible()
    palette.press(Qt.Key.Key_Escape)
    window.editing.select_all()
    palette.open()
    palette.type("delete")
    assert "Select something" not in palette.spoken(palette.texts.index("Delete"))


def test_every_disabled_command_says_why(window: MainWindow) -> None:
    silent = [
        name for name, action in window.actions_.by_name.items() if not action.isEnabled() and not why_not(action)
    ]
    assert silent == []


def test_what_was_run_last_comes_first_also_at_the_next_start(window: MainWindow, palette: Palette, home: Path) -> None:
    for text in ("select all", "metronome"):
        palette.open()
        palette.type(text)
        palette.press(Qt.Key.Key_Return)
    palette.open()
    assert palette.texts[:2] == ["Metronome", "Select all"]
    assert palette.type("se")[0] == "Select all"
    palette.press(Qt.Key.Key_Escape)
    stored = json.loads((home / "config" / "settings.json").read_text())
    assert stored["recent_commands"] == ["actionMetronome", "actionSelectAll"]
    again = create_window()
    again.help.palette.open()
    assert Palette(again).texts[:2] == ["Metronome", "Select all"]
    again.close()


def test_recent_files_are_offered(window: MainWindow, palette: Palette) -> None:
    window.settings.recent_files = ["/music/my song.riff"]
    palette.open()
    assert palette.type("my song") == ["my song.riff"]
    assert "File > Open recent" in palette.spoken()


def test_a_screen_reader_hears_what_is_chosen_with_menu_key_and_state(window: MainWindow, palette: Palette) -> None:
    palette.open()
    palette.type("loop")
    assert palette.spoken() == "Loop, Play, L, on"
    assert palette.field.accessibleDescription() == "Loop, Play, L, on"
    palette.type("xyzzy")
    assert palette.field.accessibleDescription() == "No such command"
    for widget in (palette.frame, palette.field, palette.list):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_changed_key_is_shown(window: MainWindow, palette: Palette) -> None:
    window.shortcuts.set_key("actionFit", 0, QKeySequence("F5"))
    palette.open()
    palette.type("fit")
    assert palette.spoken() == "Fit, View, F5"


@pytest.mark.parametrize("size", [(1_280, 720), (820, 660)])
def test_it_stays_inside_a_window_of_any_size(window: MainWindow, palette: Palette, size: tuple[int, int]) -> None:
    palette.open()
    window.resize(*size)
    QApplication.processEvents()
    assert window.rect().contains(palette.frame.geometry())
    assert abs(palette.frame.geometry().center().x() - window.rect().center().x()) <= 1
