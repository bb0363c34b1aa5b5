"""Every command, button and field says what it does, by which key and why; and to a screen reader what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QFrame,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QToolButton,
    QWidget,
)

from riffdesk.ui.actions import allow, why_not
from riffdesk.ui.document.export_dialog import ExportDialog
from riffdesk.ui.riff.prompt.models_dialog import ModelsDialog
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

USED = (
    QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSlider, QAbstractItemView,
    QKeySequenceEdit,
)  # fmt: skip
PARTS = (QAbstractSpinBox, QComboBox, QKeySequenceEdit)
BUTTONS = {
    "generate": "actionGenerate",
    "variationsButton": "actionVariations",
    "models": "actionModels",
    "tapTempo": "actionTapTempo",
    "play": "actionPlay",
    "loop": "actionLoop",
    "metronome": "actionMetronome",
    "toolBrushButton": "toolBrush",
    "layerAdd": "actionAddLayer",
    "layerRemove": "actionRemoveLayer",
    "clearMask": "actionClearMask",
    "openExample": "actionOpenExample",
    "selectionRepaint": "actionRepaint",
    "renderTimeline": "actionRenderTimeline",
    "makeReal": "actionMakeReal",
}
"""Buttons that do what an action does."""


def used_in(parent: QWidget) -> Iterator[QWidget]:
    """Return what a user can press, turn or write into; parts of such, and what only Qt shows, left out."""
    for widget in parent.findChildren(QWidget):
        own = isinstance(widget, USED) and not isinstance(widget, QScrollBar)
        inside = isinstance(widget.parent(), PARTS) or isinstance(widget.window(), QFrame)
        float_button = widget.objectName() == "qt_dockwidget_floatbutton"  # panels do not float
        header = isinstance(widget.parent(), QAbstractItemView)
        standard = isinstance(widget.parent(), QDialogButtonBox)  # Close and Cancel, which say so themselves
        if own and not (inside or float_button or header or standard):
            yield widget


def told(widget: QWidget) -> tuple[str, str]:
    """Return the tooltip of a widget and its name for a screen reader."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return widget.toolTip(), interface.text(QAccessible.Text.Name)


def silent(parent: QWidget) -> list[str]:
    """Return what has no tooltip or no name."""
    return [f"{widget.objectName() or widget}: {told(widget)}" for widget in used_in(parent) if not all(told(widget))]


@pytest.mark.usefixtures("complete_window")
def test_everything_in_the_window_has_a_tooltip_and_a_name(window: MainWindow, hands: Hands) -> None:
    for dock in window.findChildren(QDockWidget):
        dock.show()
    window.editing.select_all()
    window.notice.warn("Something to be closed.")
    hands.pause()
    assert silent(window) == []
    assert len(list(used_in(window))) > 80, "what is looked at"


@pytest.mark.usefixtures("complete_window")
def test_no_tooltip_in_the_window_is_only_a_title(window: MainWindow, hands: Hands) -> None:
    """It has a sentence's worth of words, and others than those that are on the widget or read out as its name."""
    for dock in window.findChildren(QDockWidget):
        dock.show()
    window.editing.select_all()
    hands.pause()
    titles = {
        f"{widget.objectName() or widget}: {tip}"
        for widget in used_in(window)
        for tip, name in [told(widget)]
        if len(tip.split()) < 3 or tip.partition(" (")[0] in (name, getattr(widget, "text", str)())
    }
    assert titles == set()


@pytest.mark.parametrize("name", ["export", "models", "shortcuts"])
def test_everything_in_the_dialogs_has_a_tooltip_and_a_name(window: MainWindow, tmp_path: Path, name: str) -> None:
    made = {
        "export": lambda: ExportDialog(window.sketch.state, window.settings, tmp_path, "song", parent=window),
        "models": lambda: ModelsDialog(
            window.sketch, window.defaults, window.settings, window.render_worker, window.download_worker,
            window.notice, window,
        ),
        "shortcuts": window.help.shortcuts_page,
    }[name]()  # fmt: skip
    made.show()
    QApplication.processEvents()
    assert silent(made) == []
    assert list(used_in(made))
    made.close()


def test_every_command_says_what_it_does_with_its_key(window: MainWindow) -> None:
    for name, action in window.actions_.by_name.items():
        tip, key = action.toolTip(), action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        assert len(tip.split()) >= 3, name
        assert tip.partition(" (")[0] != action.text().replace("&", ""), name
        if key:
            assert f"({key})" in tip.replace("\n", " "), name


@pytest.mark.usefixtures("complete_window")
def test_buttons_say_what_their_command_says_and_do_it(window: MainWindow) -> None:
    for button, action in BUTTONS.items():
        assert window.findChild(QAbstractButton, button).toolTip() == window.actions_[action].toolTip(), button


def test_the_dots_beside_the_model_open_the_models(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    monkeypatch.setattr(ModelsDialog, "exec", lambda self: opened.append(self))
    QTest.mouseClick(window.findChild(QToolButton, "models"), Qt.MouseButton.LeftButton)
    assert len(opened) == 1


@pytest.mark.usefixtures("complete_window")
def test_no_line_of_a_tooltip_is_too_long_to_read(window: MainWindow) -> None:
    tips = {widget.objectName(): widget.toolTip() for widget in window.findChildren(QWidget)}
    tips |= {name: action.toolTip() for name, action in window.actions_.by_name.items()}
    longest = {name: max(map(len, tip.splitlines()), default=0) for name, tip in tips.items()}
    assert {name: length for name, length in longest.items() if length > 100} == {}


def test_a_command_that_is_off_says_why_in_its_tooltip(window: MainWindow, hands: Hands) -> None:
    action = window.actions_["actionCut"]
    assert "Select something on the canvas first" in action.toolTip()
    window.editing.select_all()
    assert "Select something" not in action.toolTip()
    allow(action, False, "Not on Sundays")
    assert "Not on Sundays" in action.toolTip()
    assert why_not(action) == "Not on Sundays"
    assert "(Ctrl+X)" in action.toolTip()


def test_tooltips_are_seen_in_menus(window: MainWindow) -> None:
    assert all(menu.toolTipsVisible() for menu in window.actions_.menus)
