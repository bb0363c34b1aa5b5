"""Dialogs that ask or tell something: which button Return presses, where Tab leads, what a screen reader says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton

from riffdesk.compose.accompaniment.added_part import COUNTER_MELODY
from riffdesk.ui.confirm import ask_text, confirm
from riffdesk.ui.document.file_dialogs import ask_changed_on_disk
from riffdesk.ui.notices import BugDialog
from riffdesk.ui.riff.add_part_dialog import AddPartDialog
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.riff.test_layer_parts import MUSIC


def seen(call: Callable[[], object], look: Callable[[QDialog], object]) -> object:
    """Look at the dialog that a call opens, close it, and return what the call returns."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        focus = QApplication.focusWidget()
        if not isinstance(dialog, QDialog) or focus is None or focus.window() is not dialog:
            if dialog is not None:
                dialog.activateWindow()
            QTimer.singleShot(20, when_open)
            return
        try:
            look(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(20, when_open)
    return call()


def default_button(dialog: QDialog) -> str:
    return next(button.text() for button in dialog.findChildren(QPushButton) if button.isDefault())


def tab_order(dialog: QDialog) -> list[str]:
    """Press Tab until the first widget comes again; return the name of each, which none lacks."""
    names: list[str] = []
    first = QApplication.focusWidget()
    while not names or QApplication.focusWidget() is not first:
        widget = QApplication.focusWidget()
        names.append(widget.accessibleName() or widget.text())  # type: ignore[attr-defined]
        assert names[-1]
        assert len(names) < 20
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return names


@pytest.mark.parametrize(
    ("ask", "answer", "order"),
    [
        (lambda window: ask_changed_on_disk(window, "a"), "cancel", ["Save as another…", "Replace", "Cancel"]),
        (lambda window: confirm(window, "Replace", "Replace it?", "Replace"), False, ["Cancel", "Replace"]),
    ],
)
def test_the_button_that_loses_nothing_is_the_one_that_return_presses(
    window: MainWindow, ask: Callable[[MainWindow], object], answer: object, order: list[str]
) -> None:
    def look(dialog: QDialog) -> None:
        assert default_button(dialog) == order[0]
        assert tab_order(dialog) == order

    assert seen(lambda: ask(window), look) == answer


def test_a_name_is_asked_for_in_a_field_that_has_one_and_none_is_not_taken(window: MainWindow) -> None:
    def look(dialog: QDialog) -> None:
        save = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Save")
        assert not save.isEnabled()
        QTest.keyClicks(QApplication.focusWidget(), "  ")
        assert not save.isEnabled()
        QTest.keyClicks(QApplication.focusWidget(), "Soft ")
        assert save.isEnabled()
        assert save.isDefault()
        assert tab_order(dialog) == ["Name of it", "Save", "Cancel"]
        answer = QApplication.focusWidget()
        if take:
            QTest.keyClick(answer, Qt.Key.Key_Return)

    for take in (True, False):
        text = seen(lambda: ask_text(window, "Save preset", "Name:", "Name of it", "Save"), look)
        assert text == ("Soft" if take else "")


def test_a_bug_is_copied_with_return_and_closed_with_the_next(window: MainWindow) -> None:
    dialog = BugDialog("first line\n    ^^^^", window)

    def look(shown: QDialog) -> None:
        assert shown is dialog
        text = dialog.findChild(QPlainTextEdit)
        assert "not something you did" in dialog.copy.accessibleDescription()
        assert text.fontMetrics().horizontalAdvance("iiii") == text.fontMetrics().horizontalAdvance("^^^^")
        assert tab_order(dialog) == ["Copy details", "Close", "Details of the bug"]
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert QGuiApplication.clipboard().text() == "first line\n    ^^^^"
        assert dialog.copy.text() == "Copied"
        assert default_button(dialog) == "Close"
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert not dialog.isVisible()

    seen(dialog.exec, look)


def test_a_part_is_asked_for_from_top_to_bottom(window: MainWindow) -> None:
    def look(dialog: QDialog) -> None:
        assert default_button(dialog) == "Add"
        assert tab_order(dialog) == ["Part", "Instrument", "Tempo", "Key", "Chords", "Add", "Cancel"]

    seen(AddPartDialog(MUSIC, "chords", window).exec, look)


def test_all_lines_about_a_part_are_shown_as_it_is_chosen(window: MainWindow) -> None:
    long = replace(
        MUSIC, source="Tempo, key and chords are estimated from what is heard in a clip with a long name. " * 3
    )
    dialog = AddPartDialog(long, "bass", window)

    def look(_: QDialog) -> None:
        for kind in ("bass", COUNTER_MELODY):
            dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
            QTest.qWait(50)
            for label in (dialog.source, dialog.problem_label):
                assert not label.isVisible() or label.height() >= label.heightForWidth(label.width())
        assert dialog.problem_label.isVisible()
        assert dialog.height() < 360, "there is one of 1280 x 720 at 200%"

    seen(dialog.exec, look)


def test_a_name_without_spaces_is_broken_and_not_cut(window: MainWindow) -> None:
    def look(dialog: QDialog) -> None:
        label = dialog.findChild(QLabel, "qt_msgbox_label")
        assert "long_name" in label.text()
        assert dialog.width() < 640
        assert label.minimumSizeHint().width() <= label.width()

    seen(lambda: confirm(window, "Replace", f"There is a file {'long_name_' * 24} already.", "Replace"), look)
