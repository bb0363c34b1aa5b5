"""Completion offers what the model knows, and never stands in the way of what one writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.ui.riff.prompt.prompt_field import PromptField
from riffdesk.ui.window.app import application


@pytest.fixture
def field() -> Iterator[PromptField]:
    application()
    made = PromptField("prompt", "Prompt", "", 60)
    made.set_phrases(("electric piano", "electric guitar", "rock drums", "piano"))
    made.show()
    made.setFocus()
    QApplication.processEvents()
    yield made
    made.deleteLater()


def test_return_takes_the_phrase_that_was_begun(field: PromptField) -> None:
    QTest.keyClicks(field, "rock drums, electric p")
    assert field.offered.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "rock drums, electric piano"
    assert not field.offered.isVisible()


def test_a_phrase_in_brackets_is_completed_too(field: PromptField) -> None:
    QTest.keyClicks(field, "a slow (pia")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "a slow (piano"


def test_words_that_the_model_does_not_know_are_left_alone(field: PromptField) -> None:
    QTest.keyClicks(field, "kazoo")
    assert not field.offered.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "kazoo"
