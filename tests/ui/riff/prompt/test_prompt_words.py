"""Tempo and key of a prompt and of its sketch: what is asked for, who says so, and what the sketch takes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from riffdesk.engine.requests import VariationsRequest
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

WAYS = ("actionGenerate", "actionVariations", "actionRenderTimeline")


@pytest.fixture
def asked(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Recipe]:
    """Return the recipes of what the engine is asked for; nothing is made."""
    recipes: list[Recipe] = []

    def vary(_function: object, request: object, *_: object, **__: object) -> None:
        if isinstance(request, VariationsRequest):
            recipes.append(request.request.recipe)

    monkeypatch.setattr(window.riffs.incoming, "submit", lambda request, *_, **__: recipes.append(request.recipe))
    monkeypatch.setattr(window.render_worker, "submit", vary)
    return recipes


def write(window: MainWindow, prompt: str) -> None:
    window.prompt_panel.prompt.setPlainText(prompt)
    QApplication.processEvents()


@pytest.mark.parametrize("way", WAYS)
def test_an_empty_sketch_takes_tempo_and_key_of_the_prompt(window: MainWindow, asked: list[Recipe], way: str) -> None:
    window.sketch.set_bars(2)
    write(window, "house drums in A minor, 90 bpm")
    window.actions_[way].trigger()
    state = window.sketch.state
    assert (state.tempo, state.key) == (90, "A minor")
    assert window.transport.bars.text() == "2 bars"
    assert (asked[-1].tempo, asked[-1].key) == (90, "A minor")
    assert asked[-1].seconds == pytest.approx(2 * 4 * 60 / 90, abs=1e-4)


@pytest.mark.parametrize("way", WAYS)
def test_any_other_sketch_is_offered_the_tempo(window: MainWindow, hands: Hands, asked: list[Recipe], way: str) -> None:
    hands.tool("toolTone")
    hands.drag((0.2, 440), (1.2, 440))
    write(window, "house drums, 90 bpm")
    window.actions_[way].trigger()
    assert window.sketch.state.tempo == 120
    assert "The prompt asks for 90 bpm, and the sketch is at 120." in window.notice.text
    (button,) = [one for one in window.notice.findChildren(QPushButton) if "90 bpm" in one.text()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.sketch.state.tempo == 90


def test_a_key_of_the_sketch_does_not_move_the_canvas(window: MainWindow, hands: Hands) -> None:
    """What will be asked for is longer then, which made the panel wider."""
    window.resize(1440, 900)
    hands.pause(0.2)
    before = window.canvas.width()
    window.sketch.set_key("C♯ minor")
    window.sketch.set_tempo(97.5)
    write(window, "house drums, 100 bpm")
    hands.pause(0.2)
    box = window.prompt_panel.in_time
    assert window.canvas.width() == before
    assert box.toolTip().startswith("100 bpm, from the prompt; in C♯ minor, from the sketch")
    assert box.accessibleName() == box.text()


def test_the_panel_says_what_will_be_asked_for_and_one_click_frees_it(window: MainWindow, asked: list[Recipe]) -> None:
    window.sketch.set_tempo(90)
    window.sketch.set_key("C minor")
    write(window, "house drums")
    box = window.prompt_panel.in_time
    assert (box.text(), box.isChecked()) == ("In C minor, 90 bpm, from the sketch", True)
    write(window, "house drums, 100 bpm")
    assert box.text() == "100 bpm, from the prompt; in C minor, from the sketch"
    write(window, "house drums")
    window.actions_["actionGenerate"].trigger()
    box.click()
    QApplication.processEvents()
    assert box.text() == "In any tempo and key: tick for the sketch's"
    window.actions_["actionGenerate"].trigger()
    assert [one.in_time for one in asked] == [True, False]
