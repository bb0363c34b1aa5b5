"""The button that continues a riff stands on the canvas where the riff ends."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

RECIPE = Recipe("starter", (Keyframe(prompt="piano", seed=7),), 2.0, 12)


def add_riff(window: MainWindow, columns: int, recipe: Recipe | None = RECIPE) -> Layer:
    ink = np.zeros((512, columns), np.float32)
    ink[100:300] = 0.5
    return window.sketch.add_layer(Layer(ink, "riff", recipe=recipe), samples=window.sketch.samples)


@pytest.fixture
def button(window: MainWindow) -> QToolButton:
    found = window.findChild(QToolButton, "canvasContinue")
    assert found is not None
    return found


def test_it_stands_after_the_end_of_the_riff_and_follows_the_zoom(
    window: MainWindow, hands: Hands, button: QToolButton
) -> None:
    hands.pause(0.1)
    assert not button.isVisible(), "there is no riff"
    add_riff(window, 200)
    hands.wait(button.isVisible, 5)
    end = window.canvas.point_at(2.0, 440).x()
    assert 0 < button.x() - end < 20
    hands.tool("actionZoomIn")
    hands.wait(lambda: 0 < button.x() - window.canvas.point_at(2.0, 440).x() < 20, 5)
    assert button.x() != pytest.approx(end, abs=20)


def test_it_stands_before_the_end_where_the_sketch_ends(window: MainWindow, hands: Hands, button: QToolButton) -> None:
    add_riff(window, window.sketch.columns)
    hands.wait(button.isVisible, 5)
    end = window.canvas.point_at(window.sketch.seconds, 440).x()
    assert 0 < end - button.geometry().right() < 20


@pytest.mark.parametrize("what", ["drawing", "loop", "other layer"])
def test_only_a_riff_that_has_an_end_can_be_continued(
    window: MainWindow, hands: Hands, button: QToolButton, what: str
) -> None:
    add_riff(window, 200, None if what == "drawing" else RECIPE)
    if what != "drawing":
        hands.wait(button.isVisible, 5)
    if what == "loop":
        hands.tool("actionCircular")
    if what == "other layer":
        window.sketch.new_layer()
    hands.wait(lambda: not button.isVisible(), 5)
    hands.pause(0.2)
    assert not button.isVisible()


def test_a_click_continues_the_riff_and_the_button_waits_until_that_has_an_end(
    window: MainWindow, hands: Hands, button: QToolButton
) -> None:
    add_riff(window, 200)
    hands.wait(button.isVisible, 5)
    assert window.actions_["actionContinueRight"].toolTip() == button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.wait(lambda: window.riffs.incoming.riff is not None, 30)
    hands.wait(lambda: not button.isVisible(), 5)
    window.actions_["actionCancelRiff"].trigger()
    hands.wait(lambda: window.riffs.incoming.riff is None, 60)
    hands.wait(button.isVisible, 5)
