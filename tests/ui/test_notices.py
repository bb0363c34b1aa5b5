"""Messages in the real window: they lie over the canvas, wait for each other, and can be read again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextBrowser, QToolButton

from riffdesk.ui.help.help import MessagesDialog
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands


def shown(window: MainWindow) -> list[str]:
    QApplication.processEvents()
    labels = window.notice.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def test_a_message_lies_over_the_canvas_and_moves_nothing(window: MainWindow, hands: Hands) -> None:
    hands.pause()
    before = window.canvas.geometry()
    window.notice.warn("Something is not there.")
    hands.pause()
    assert window.canvas.geometry() == before
    place = window.notice.geometry()
    assert window.centralWidget().rect().contains(place)
    assert place.height() < 80
    window.notice.clear()
    hands.pause()
    assert window.canvas.geometry() == before


def test_what_offers_something_stays_when_something_else_is_said(window: MainWindow) -> None:
    chosen: list[str] = []
    window.notice.offer("Keep it?", ("Keep them", lambda: chosen.append("keep")))
    window.notice.tell("Saved a.riff.")
    window.notice.warn("The disk is full.")
    assert shown(window) == ["Keep it?", "Saved a.riff.", "The disk is full."]
    QTest.mouseClick(window.notice.findChild(QPushButton, "choice"), Qt.MouseButton.LeftButton)
    assert chosen == ["keep"]
    assert shown(window) == ["Saved a.riff.", "The disk is full."]


def test_many_wait_for_room_and_none_is_lost(window: MainWindow) -> None:
    for number in range(6):
        window.notice.warn(f"Trouble {number}.")
    assert shown(window) == ["Trouble 0.", "Trouble 1.", "Trouble 2."]
    seen = []
    while window.notice.isVisible():
        seen += [text for text in shown(window) if text not in seen]
        button = next(one for one in window.notice.findChildren(QToolButton) if one.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
    assert seen == [f"Trouble {number}." for number in range(6)]


def test_what_merely_informs_gives_way_to_the_next_and_is_seen_at_once(window: MainWindow) -> None:
    for number in range(4):
        window.notice.offer(f"Question {number}?", ("Yes", lambda: None))
    window.notice.tell("One.")
    window.notice.tell("Two.")
    assert shown(window)[-1] == "Two."
    assert "One." not in shown(window)


def test_a_sentence_that_is_said_twice_is_there_once(window: MainWindow) -> None:
    window.notice.warn("The card is gone.")
    window.notice.warn("The card is gone.")
    assert shown(window) == ["The card is gone."]


def test_everything_that_was_said_can_be_read_again(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.notice.tell("Saved <b>.riff.")
    window.notice.warn("The disk is full.")
    opened: list[MessagesDialog] = []
    monkeypatch.setattr(MessagesDialog, "exec", lambda dialog: opened.append(dialog))
    window.actions_["actionMessages"].trigger()
    text = opened[0].findChild(QTextBrowser, "messages").toPlainText()
    assert text.index("The disk is full.") < text.index("Saved <b>.riff.")
