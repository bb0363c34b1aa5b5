"""Completion offers what the model knows, and never stands in the way of what one writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.ui import theme
from riffdesk.ui.riff.prompt.prompt_field import PromptField
from riffdesk.ui.window.app import application


@pytest.fixture
def field() -> Iterator[PromptField]:
    application()
    made = PromptField("prompt", "Prompt", "", 2)
    made.set_phrases(("electric piano", "electric guitar", "rock drums", "piano"))
    made.show()
    made.setFocus()
    QApplication.processEvents()
    yield made
    made.deleteLater()


def test_return_takes_the_phrase_that_was_begun(field: PromptField) -> None:
    QTest.keyClicks(field, "rock drums, electric p")
    assert field.completions.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "rock drums, electric piano"
    assert not field.completions.isVisible()


def test_a_phrase_in_brackets_is_completed_too(field: PromptField) -> None:
    QTest.keyClicks(field, "a slow (pia")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "a slow (piano"


def test_words_that_the_model_does_not_know_are_left_alone(field: PromptField) -> None:
    QTest.keyClicks(field, "kazoo")
    assert not field.completions.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "kazoo"


def test_all_that_is_offered_is_seen_and_the_shortest_comes_first(field: PromptField) -> None:
    field.set_phrases(("pianist", "piano", "electric piano"))
    theme.apply(application(), "dark")
    QTest.keyClicks(field, "pia")
    completions = field.completions
    assert [completions.model().index(row, 0).data() for row in range(2)] == ["piano", "pianist"]
    last = completions.visualRect(completions.model().index(1, 0))
    assert completions.viewport().rect().contains(last)
    assert not completions.verticalScrollBar().isVisible()


def test_a_page_of_text_is_pasted_at_once(field: PromptField, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    monkeypatch.setattr(field.completer, "setCompletionPrefix", looked_up.append)
    paste(field, "word " * 2_000 + "pia")
    assert len(looked_up) <= 2  # no phrase has more words


def test_characters_that_cannot_be_seen_are_not_pasted(field: PromptField) -> None:
    paste(field, "slow\u00a0jazz,\u200b a pi\u00adano\ufeff\u202e \U0001f469\u200d\U0001f3a4\r\nrock")
    assert field.toPlainText() == "slow jazz, a piano \U0001f469\u200d\U0001f3a4\nrock"


def test_a_new_line_begins_a_phrase(field: PromptField) -> None:
    field.setPlainText("slow jazz\n")
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, "pia")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "slow jazz\npiano"


def paste(field: PromptField, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
