"""The page of keyboard shortcuts: found, changed, taken over, refused, reset, and remembered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton, QTreeWidget, QWidget

from riffdesk.ui.help.shortcuts_dialog import KeyField, ShortcutsDialog
from riffdesk.ui.window.app import create_window
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
PLAIN = Qt.KeyboardModifier.NoModifier


class Page:
    """The open page, used as a person would."""

    def __init__(self, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ShortcutsDialog, "exec", ShortcutsDialog.show)
        window.actions_["actionShortcuts"].trigger()
        self.dialog = window.findChild(ShortcutsDialog, "shortcutsDialog")
        self.tree = self.dialog.findChild(QTreeWidget, "shortcutList")
        QTest.qWaitForWindowExposed(self.dialog)

    def rows(self) -> dict[str, tuple[str, str]]:
        """Return what is listed now: each command as "menu > command", with its keys."""
        groups = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        items = [(group, group.child(at)) for group in groups for at in range(group.childCount())]
        return {
            f"{group.text(0)} > {item.text(0)}": (item.text(1), item.text(2))
            for group, item in items
            if not (group.isHidden() or item.isHidden())
        }

    def find(self, text: str) -> None:
        field = self.dialog.findChild(QLineEdit, "shortcutSearch")
        field.clear()
        QTest.keyClicks(field, text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN, place: int = 1) -> None:
        """Press a key in a field of the command that was found."""
        field = self.dialog.findChild(KeyField, f"shortcutKey{place}")
        field.setFocus()
        QTest.keyClick(field, key, held)
        QApplication.processEvents()

    def click(self, name: str) -> None:
        button = self.dialog.findChild(QPushButton, name)
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def offers(self, name: str) -> bool:
        return self.dialog.findChild(QPushButton, name).isVisible()

    @property
    def message(self) -> str:
        return self.dialog.findChild(QLabel, "shortcutMessage").text()


@pytest.fixture
def page(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    made = Page(window, monkeypatch)
    yield made
    made.dialog.close()


@pytest.fixture
def stored(home: Path) -> Path:
    path = home / "config" / "settings.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_every_command_of_the_menus_is_listed_with_its_keys(window: MainWindow, page: Page) -> None:
    rows = page.rows()
    assert rows["File > Save"] == ("Ctrl+S", "")
    assert rows["Edit > Delete"] == ("Del", "Backspace")
    assert rows["Play > Sound quality > Best"] == ("", "")
    assert rows["View > Layers"] == ("", "")
    assert rows["Mouse > Zoom time at the pointer"] == ("Wheel", "")
    assert sorted(page.dialog._items) == sorted(window.actions_.by_name)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("semitone up", "Edit > Up a semitone"),
        ("file image", ""),
        ("ctrl+shift+e", "File > Export spectrogram…"),
        ("riff keep", "Riff > Keep this take"),
        ("zoom frequency", "Mouse > Zoom frequency at the pointer"),
    ],
)
def test_commands_are_found_by_word_menu_and_key(page: Page, text: str, command: str) -> None:
    page.find(text)
    assert list(page.rows()) == ([command] if command else [])


def test_a_changed_key_counts_at_once_and_at_the_next_start(
    window: MainWindow, hands: Hands, page: Page, stored: Path
) -> None:
    page.find("riff ctrl+return")
    page.press(Qt.Key.Key_F5)
    page.find("riff generate")
    assert page.rows()["Riff > Generate"] == ("F5", "")
    page.dialog.close()
    assert window.actions_["actionGenerate"].shortcut() == QKeySequence("F5")
    assert window.findChild(QPushButton, "generate").toolTip().endswith("(F5)")
    assert json.loads(stored.read_text())["shortcuts"] == {"actionGenerate": "F5"}
    again = create_window()
    assert again.actions_["actionGenerate"].shortcut() == QKeySequence("F5")
    assert again.findChild(QPushButton, "generate").toolTip().endswith("(F5)")
    assert again.notice.text == ""
    again.close()


def test_a_tool_can_have_a_digit_and_the_letter_does_nothing_more(window: MainWindow, hands: Hands, page: Page) -> None:
    page.find("tools tone")
    page.press(Qt.Key.Key_2)
    assert page.message == "While you write in a text field, 2 writes."
    page.dialog.close()
    window.activateWindow()
    window.canvas.setFocus()
    hands.key(Qt.Key.Key_T)
    assert window.settings.tool == "toolBrush"
    hands.key(Qt.Key.Key_2)
    assert window.settings.tool == "toolTone"
    window.prompt_panel.prompt.setFocus()
    QTest.keyClicks(window.prompt_panel.prompt, "2 bars")
    assert window.prompt_panel.prompt.toPlainText() == "2 bars"


def test_space_can_be_taken_over_from_play(window: MainWindow, hands: Hands, page: Page) -> None:
    page.find("view fit")
    page.press(Qt.Key.Key_Space)
    assert page.message == "Space is the key of Play > Play or stop."
    assert window.actions_["actionFit"].shortcut() == QKeySequence("F"), "nothing has changed yet"
    page.click("shortcutTake")
    page.find("")
    rows = page.rows()
    assert (rows["View > Fit"], rows["Play > Play or stop"]) == (("Space", ""), ("", ""))
    page.dialog.close()
    window.activateWindow()
    window.canvas.zoom_middle(4)
    window.canvas.setFocus()
    hands.key(Qt.Key.Key_Space)
    assert window.canvas.visible_rect().width() == pytest.approx(window.sketch.seconds)
    assert not window.player.playing


def test_a_key_of_another_command_can_be_left_there(window: MainWindow, page: Page) -> None:
    page.find("view fit")
    page.press(Qt.Key.Key_E, CTRL)
    assert "File > Export audio…" in page.message
    page.click("shortcutKeep")
    assert (page.message, page.offers("shortcutTake")) == ("", False)
    assert page.dialog.findChild(KeyField, "shortcutKey1").keySequence() == QKeySequence("F")
    assert window.actions_["actionExport"].shortcut() == QKeySequence("Ctrl+E")


@pytest.mark.parametrize(
    ("key", "held", "why"),
    [
        (Qt.Key.Key_Return, PLAIN, "presses buttons"),
        (Qt.Key.Key_Enter, SHIFT, "presses buttons"),
        (Qt.Key.Key_Left, PLAIN, "moves in lists"),
        (Qt.Key.Key_Down, SHIFT, "moves in lists"),
        (Qt.Key.Key_F4, ALT, "the system"),
        (Qt.Key.Key_Delete, CTRL | ALT, "the system"),
        (Qt.Key.Key_A, Qt.KeyboardModifier.MetaModifier, "the system"),
        (Qt.Key.Key_F, ALT, "opens the menu File"),
        (Qt.Key.Key_Menu, PLAIN, "context menus"),
    ],
)
def test_keys_that_are_needed_elsewhere_are_refused_with_why(
    window: MainWindow, page: Page, key: Qt.Key, held: Qt.KeyboardModifier, why: str
) -> None:
    page.find("view fit")
    page.press(key, held)
    assert why in page.message
    assert not page.offers("shortcutTake")
    assert page.dialog.findChild(KeyField, "shortcutKey1").keySequence() == QKeySequence("F")
    assert not window.shortcuts.any_changed


def test_tab_and_esc_leave_the_field_and_change_nothing(window: MainWindow, page: Page) -> None:
    page.find("view fit")
    page.press(Qt.Key.Key_Escape)
    assert page.dialog.isVisible()
    assert page.dialog.focusWidget() is page.tree
    page.press(Qt.Key.Key_Tab)
    assert page.dialog.findChild(KeyField, "shortcutKey1").keySequence() == QKeySequence("F")
    page.press(Qt.Key.Key_Control)  # held alone, it is no key yet
    QTest.qWait(1_200)
    assert page.dialog.findChild(KeyField, "shortcutKey1").keySequence() == QKeySequence("F")
    assert not window.shortcuts.any_changed


def test_a_command_has_two_keys_or_none(window: MainWindow, page: Page) -> None:
    page.find("view fit")
    page.press(Qt.Key.Key_Home, CTRL, place=2)
    assert [key.toString() for key in window.actions_["actionFit"].shortcuts()] == ["F", "Ctrl+Home"]
    page.click("shortcutNone1")
    assert [key.toString() for key in window.actions_["actionFit"].shortcuts()] == ["Ctrl+Home"]
    page.click("shortcutNone1")
    assert window.actions_["actionFit"].shortcuts() == []
    assert window.actions_["actionFit"].toolTip() == "Show all of the sketch"


def test_one_is_reset_and_takes_its_key_back_after_a_question(window: MainWindow, page: Page) -> None:
    page.find("view fit")
    page.press(Qt.Key.Key_F5)
    page.find("to the end")
    page.press(Qt.Key.Key_F)
    page.find("view fit")
    page.click("shortcutReset")
    assert page.message == "F is the key of Play > To the end."
    page.click("shortcutTake")
    assert window.actions_["actionFit"].shortcut() == QKeySequence("F")
    assert window.actions_["actionEnd"].shortcuts() == []
    page.find("to the end")
    page.click("shortcutReset")
    assert window.actions_["actionEnd"].shortcut() == QKeySequence("End")
    assert not window.shortcuts.any_changed


def test_all_are_reset_after_a_question(
    window: MainWindow, page: Page, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(text: str) -> None:
        def press(box: QMessageBox) -> int:
            next(button for button in box.buttons() if button.text() == text).click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", press)

    first = {name: action.shortcuts() for name, action in window.actions_.by_name.items()}
    assert not page.dialog.findChild(QPushButton, "shortcutResetAll").isEnabled()
    page.find("view fit")
    page.press(Qt.Key.Key_Space)
    page.click("shortcutTake")
    assert json.loads(stored.read_text())["shortcuts"] == {"actionFit": "Space", "actionPlay": ""}
    answer("Cancel")
    page.click("shortcutResetAll")
    assert window.shortcuts.any_changed
    answer("Reset all")
    page.click("shortcutResetAll")
    assert {name: action.shortcuts() for name, action in window.actions_.by_name.items()} == first
    assert json.loads(stored.read_text())["shortcuts"] == {}


def test_what_makes_no_sense_in_the_settings_is_left_out_with_one_sentence(stored: Path, window: MainWindow) -> None:
    shortcuts = {
        "actionFit": "F5",
        "actionGone": "F6",
        "actionSave": "Ctrl+Banana",
        "actionOpen": "Ctrl+K, Ctrl+O",
        "actionLoop": "Tab",
        "actionEnd": "F5",
        "actionStart": "F7; F8; F9",
        "actionPlay": "",
    }
    stored.write_text(json.dumps({"version": 2, "shortcuts": shortcuts}))
    again = create_window()
    first = window.actions_
    assert len(again.notice.messages) == 1
    for name in ("actionGone", "actionSave", "actionOpen", "actionLoop", "actionEnd", "actionStart"):
        assert name in again.notice.text
        assert name not in first.by_name or again.actions_[name].shortcuts() == first[name].shortcuts()
    assert again.actions_["actionFit"].shortcut() == QKeySequence("F5")
    assert again.actions_["actionPlay"].shortcuts() == []
    again.close()
    assert json.loads(stored.read_text())["shortcuts"] == {"actionFit": "F5", "actionPlay": ""}, "told once"


def test_a_key_of_the_settings_goes_before_the_first_key_of_another_command(stored: Path, window: MainWindow) -> None:
    stored.write_text(json.dumps({"version": 2, "shortcuts": {"actionFit": "Ctrl+E"}}))
    again = create_window()
    assert again.actions_["actionFit"].shortcut() == QKeySequence("Ctrl+E")
    assert again.actions_["actionExport"].shortcuts() == []
    keys = [key.toString() for action in again.actions_.by_name.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    again.close()


def test_the_timeline_keeps_its_keys_while_it_has_the_keyboard(window: MainWindow, hands: Hands, page: Page) -> None:
    page.find("to the end")
    page.press(Qt.Key.Key_Right, CTRL)
    page.dialog.close()
    window.activateWindow()
    timeline = window.findChild(QWidget, "timeline")
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_Right, CTRL)
    assert window.sketch.state.keyframes[0].seconds == pytest.approx(2.0)
    assert window.player.position == 0
    window.canvas.setFocus()
    hands.key(Qt.Key.Key_Right, CTRL)
    assert window.player.position > 0


@pytest.mark.parametrize(("character", "factor"), [("[", 1 / 1.2), ("]", 1.2)])
def test_a_key_that_is_written_with_altgr_runs_its_command(window: MainWindow, character: str, factor: float) -> None:
    window.canvas.setFocus()
    size = window.settings.brush_size
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key(ord(character)), Qt.KeyboardModifier.GroupSwitchModifier, character
    )  # as AltGr+8 and AltGr+9 are sent on a German keyboard
    QApplication.sendEvent(window.canvas, event)
    assert (window.settings.brush_size > size) == (factor > 1)
    assert window.settings.brush_size != size


def test_no_command_has_the_access_key_of_a_menu(window: MainWindow) -> None:
    titles = [menu.title() for menu in window.actions_.menus]
    access_keys = {f"Alt+{title[title.index('&') + 1].upper()}" for title in titles}
    assert len(access_keys) == len(titles)
    keys = {key.toString(): name for name, action in window.actions_.by_name.items() for key in action.shortcuts()}
    assert {key: name for key, name in keys.items() if key in access_keys} == {}
