"""What a screen reader is told: names, roles and values of what can be used, texts of labels, messages; keys alone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDockWidget, QLabel, QWidget

from riffdesk.ui import notices
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands
from tests.ui.test_tooltips import used_in

NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)
DRAWN = ("canvas", "Seed timeline", "Drag the mix out as a file", "Drag this layer out as a file")
"""What draws itself: it has a role, a name, and a description that says how it is used."""


@pytest.fixture
def whole(complete_window: MainWindow, hands: Hands) -> MainWindow:
    """Return the window with all panels."""
    window = complete_window
    window.resize(1440, 900)
    for dock in window.findChildren(QDockWidget):
        dock.show()
    window.notice.warn("Something to be closed.")
    hands.pause()
    return window


def said(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


def label_of(widget: QWidget) -> str:
    """Return the text of what labels a widget."""
    labels = QAccessible.queryAccessibleInterface(widget).relations(QAccessible.RelationFlag.Label)
    return " ".join(found.text(QAccessible.Text.Name) for found, _ in labels)


def test_everything_has_a_name_a_role_and_a_description(whole: MainWindow) -> None:
    lacking = {
        widget.objectName() or str(widget)
        for widget in used_in(whole)
        for interface in [QAccessible.queryAccessibleInterface(widget)]
        if interface.role() in NO_ROLES
        or not interface.text(QAccessible.Text.Name)
        or not interface.text(QAccessible.Text.Description)
    }
    assert lacking == set()


def test_what_is_drawn_by_the_program_says_how_it_is_used(whole: MainWindow) -> None:
    drawn = [
        widget
        for widget in whole.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.focusProxy() is None  # as the viewport of the canvas has
        if hasattr(widget, "accessible_role")
    ]
    assert {widget.objectName() for widget in drawn} | {widget.accessibleName() for widget in drawn} >= set(DRAWN)
    silent = {
        (widget.objectName(), said(widget), said(widget, QAccessible.Text.Description))
        for widget in drawn
        if not said(widget) or len(said(widget, QAccessible.Text.Description).split()) < 4
    }
    assert silent == set()
    assert not [widget for widget in drawn if QAccessible.queryAccessibleInterface(widget).role() in NO_ROLES]


def test_a_choice_says_what_is_chosen_and_not_only_the_text_that_is(whole: MainWindow) -> None:
    choices = [choice for choice in whole.findChildren(QComboBox) if choice.isVisible()]
    assert len(choices) >= 10
    for choice in choices:
        assert label_of(choice) == choice.accessibleName(), choice
        assert said(choice, QAccessible.Text.Value) == choice.currentText()
    whole.hide()
    whole.show()
    assert all(label_of(choice) == choice.accessibleName() for choice in choices), "one label each"


def test_what_a_label_shows_is_what_is_read(whole: MainWindow, hands: Hands) -> None:
    """A fixed name would hide it."""
    whole.playback.seek(3.5)
    whole.prompt_panel.prompt.setFocus()
    QTest.keyClicks(whole.prompt_panel.prompt, "xylophonist in the gloaming, 92 bpm, in A minor")
    hands.pause(1.2)
    labels = [label for label in whole.findChildren(QLabel) if label.isVisible() and label.text().strip()]
    hidden = {}
    for label in labels:
        name, text = said(label), label.text()
        if text.rstrip("…").strip() not in name and label is not whole.transport.place:
            hidden[text] = name
    assert hidden == {}
    assert said(whole.transport.clock) == "Time 0:03.50"
    assert said(whole.transport.place) == "Bar 2, beat 4"


def test_a_message_is_announced(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(notices, "announce", lambda _, text: heard.append(text))
    window.notice.tell("It is done.")
    window.notice.offer("Open it?", ("Yes", lambda: None))
    assert heard == ["It is done.", "Open it?"]


def test_tab_stops_at_everything_that_can_be_pressed(whole: MainWindow) -> None:
    """But for the crosses of panels, which the View menu closes."""
    skipped = {
        widget.objectName() or widget.accessibleName()
        for widget in used_in(whole)
        if widget.isVisible() and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert skipped <= {"qt_dockwidget_closebutton", "qt_menubar_ext_button"}


def test_return_presses_the_buttons_of_the_bars(window: MainWindow, hands: Hands) -> None:
    button = window.tool_bar.widgetForAction(window.actions_["toolMask"])
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert window.settings.tool == "toolMask"
    loop = window.transport.widgetForAction(window.actions_["actionLoop"])
    before = window.actions_["actionLoop"].isChecked()
    loop.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(loop, Qt.Key.Key_Return)
    assert window.actions_["actionLoop"].isChecked() is not before


def test_f6_goes_round_the_parts_of_the_window(whole: MainWindow) -> None:
    whole.canvas.setFocus()
    parts = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        if focus is whole.canvas:
            break
        parts.append(focus)
    docks = [dock for dock in whole.findChildren(QDockWidget) if any(dock.isAncestorOf(part) for part in parts)]
    assert len(docks) == len(whole.findChildren(QDockWidget))
    assert any(whole.notice.isAncestorOf(part) for part in parts), "a message can be answered by keys"
    assert any(whole.tool_bar.isAncestorOf(part) for part in parts)
    QTest.keyClick(whole.canvas, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is parts[-1]
    whole.findChild(QDockWidget, "promptDock").hide()
    for _ in parts[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        assert QApplication.focusWidget().isVisible()


def items_of(widget: QWidget) -> list[str]:
    """Return the names of a list's items, each marked by what it is besides."""
    drawn = QAccessible.queryAccessibleInterface(widget)
    names = []
    for index in range(drawn.childCount()):
        item = drawn.child(index)
        assert item.role() == QAccessible.Role.ListItem
        assert drawn.indexOfChild(item) == index
        assert item.parent().object() is widget
        state = item.state()
        names.append(item.text(QAccessible.Text.Name) + " *" * state.selected + " <" * state.focused)
    return names


def test_the_timeline_is_a_list_of_keyframes(window: MainWindow, hands: Hands) -> None:
    sketch, timeline = window.sketch, window.timeline
    drawn = QAccessible.queryAccessibleInterface(timeline)
    assert drawn.role() == QAccessible.Role.List
    first = replace(sketch.state.keyframes[0], prompt="rain", seed=7)
    sketch.set_keyframes((first, replace(first, seconds=2.0, prompt="storm"), replace(first, seconds=4.0, prompt="")))
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert items_of(timeline) == [
        "Keyframe 1 of 3 at 0.00 seconds: rain, seed 7",
        "Keyframe 2 of 3 at 2.00 seconds: storm, seed 7 * <",
        "Keyframe 3 of 3 at 4.00 seconds: no prompt, seed 7",
    ]
    assert drawn.focusChild().text(QAccessible.Text.Name).startswith("Keyframe 2")
    middle = drawn.child(2).rect().center()
    assert drawn.childAt(middle.x(), middle.y()).text(QAccessible.Text.Name).startswith("Keyframe 3")
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=timeline.mapFromGlobal(middle))
    assert items_of(timeline)[2].endswith("* <"), "the rectangle is where a click chooses it"
    QTest.keyClick(timeline, Qt.Key.Key_Delete)
    hands.pause()
    assert [name[:14] for name in items_of(timeline)] == ["Keyframe 1 of ", "Keyframe 2 of "]
    sketch.undo()
    assert len(items_of(timeline)) == 3


def test_the_canvas_is_a_picture_that_says_what_is_seen_with_which_tool(window: MainWindow, hands: Hands) -> None:
    canvas = window.canvas
    assert QAccessible.queryAccessibleInterface(canvas).role() == QAccessible.Role.Graphic
    hands.tool("toolTone")
    text = said(canvas, QAccessible.Text.Description)
    assert "Tool: Tone. Layer 1 of 1: Layer 1, empty." in text
    assert "Visible: 0.00 to 5.12 of 5.12 seconds, 2 to 9972 hertz." in text, "the centres of the outer bands"
    hands.drag((1, 440), (2, 440))
    window.sketch.set_layer(window.sketch.active_layer.id, mute=True)
    hands.tool("toolSelect")
    hands.drag((1, 500), (2, 1_000))
    text = said(canvas, QAccessible.Text.Description)
    assert "Tool: Select. Layer 1 of 1: Layer 1, not heard: muted." in text
    selected = [
        float(number) for number in re.findall(r"Selected: ([\d.]+) to ([\d.]+) seconds, (\d+) to (\d+)", text)[0]
    ]
    assert selected == pytest.approx([1, 2, 500, 1_000], rel=0.02)


def test_what_draws_itself_has_a_role(whole: MainWindow) -> None:
    roles = {
        "soundGrip": QAccessible.Role.Button,
        "piano": QAccessible.Role.Graphic,
        "levelRange": QAccessible.Role.Graphic,
        "levelMeter": QAccessible.Role.Indicator,
        "jamBlend": QAccessible.Role.Graphic,
    }
    for name, role in roles.items():
        assert QAccessible.queryAccessibleInterface(whole.findChild(QWidget, name)).role() == role, name
