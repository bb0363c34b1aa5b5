"""What is said under the prompt, and the words that can be picked there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.ui.riff.prompt.prompt_field import PromptField
from riffdesk.ui.riff.prompt.prompt_hints import PromptHints
from riffdesk.ui.window.app import application


@pytest.fixture
def words() -> Iterator[PromptHints]:
    application()
    made = PromptHints()
    made.resize(600, 30)
    made.set_words({"drums": ("rock drums",), "tempo": ("slow", "fast")}, ("funk",), ("pixel",))
    made.show()
    QApplication.processEvents()
    yield made
    made.deleteLater()


def said(words: PromptHints, prompt: str) -> str:
    words.show_prompt(prompt)
    QTest.qWait(800)
    return words.text()


def test_unknown_words_and_empty_prompts_are_told_after_a_rest(words: PromptHints) -> None:
    words.show_prompt("slow kaz")
    assert "kaz" not in words.text()
    assert said(words, "slow kazoo") == "The model does not know “kazoo”: it may play something else."
    assert said(words, "slow pixel rock drums <lora:funk:1>") == ""
    assert said(words, "slow <lora:pixel:1>").startswith("There is no LoRA called “pixel” here")
    assert said(words, "").startswith("The prompt is empty")


def test_words_that_notes_are_composed_of_need_not_be_known_to_the_model(words: PromptHints) -> None:
    assert "“brushes”" in said(words, "rock drums with brushes")
    words.composes = lambda: True
    assert said(words, "slow rock drums with brushes and a banjo") == ""
    assert said(words, "slow banjo and kazoo") == "The model does not know “kazoo”: it may play something else."
    assert said(words, "  ") == "", "what is composed of an empty prompt is told in the line below"


def test_a_long_note_keeps_to_its_line_and_is_whole_in_the_tip(words: PromptHints) -> None:
    words.resize(200, 30)
    assert said(words, "kazoo <lora:swing:1>").endswith("…")
    assert words.toolTip().count("\n") == 1
    assert words.width() == 200


def test_picked_words_go_on_with_the_prompt(words: PromptHints) -> None:
    field = PromptField("prompt", "Prompt", "", 2)
    words.chosen.connect(field.add_phrase)
    told: list[str] = []
    field.typed.connect(lambda text, _: told.append(text))
    words.menu.popup(QPoint())  # it is filled when it is opened
    for menu, place in ((0, 0), (1, 1)):
        part = words.menu.actions()[menu].menu()
        part.actions()[place].trigger()
    assert field.toPlainText() == "rock drums, fast"
    assert told[-1] == "rock drums, fast"
    words.menu.close()
    field.deleteLater()
