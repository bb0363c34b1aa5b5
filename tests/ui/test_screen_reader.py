"""What a screen reader is told: names, roles and values of what can be used, texts of labels, messages; keys alone."""

from __future__ import annotations

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
"""What draws itself, for which Qt has no role: it has a name, and a description that says how it is used."""


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
        if QAccessible.queryAccessibleInterface(widget).role() in NO_ROLES
    ]
    assert {widget.objectName() for widget in drawn} | {widget.accessibleName() for widget in drawn} >= set(DRAWN)
    silent = {
        (widget.objectName(), said(widget), said(widget, QAccessible.Text.Description))
        for widget in drawn
        if not said(widget) or len(said(widget, QAccessible.Text.Description).split()) < 4
    }
    assert silent == set()


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
