"""From closer to freer: one slider for what a riff starts from, with words for what is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QSlider, QToolButton, QWidget

from riffdesk.engine.requests import RenderRequest
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands
from tests.ui.riff.test_work_meanwhile import Engine, engine  # noqa: F401


def words(slider: QSlider) -> str:
    """What is written beside a slider."""
    return " ".join(label.text() for label in slider.parentWidget().findChildren(QLabel))


def in_the_panel(window: MainWindow) -> QSlider:
    slider = window.prompt_panel.findChild(QSlider, "denoising")
    assert slider is not None
    return slider


def in_the_menu(window: MainWindow) -> tuple[QMenu, QSlider]:
    button = window.findChild(QToolButton, "makeReal")
    assert button is not None
    slider = button.menu().findChild(QSlider, "realCloseness")
    assert slider is not None
    return button.menu(), slider


def test_it_stands_between_closer_and_freer_and_says_what_is_kept(window: MainWindow) -> None:
    slider = in_the_panel(window)
    assert window.current.keyframe.denoising == 0.75
    assert slider.value() == 75
    assert all(word in words(slider) for word in ("closer", "freer", "next to nothing"))
    told = []
    for place in (0, 20, 45, 60, 100):
        slider.setValue(place)
        told.append(words(slider))
        assert window.current.keyframe.denoising == place / 100
        assert f"Denoising {place / 100:.2f}" in slider.toolTip()
    assert len(set(told)) == 5
    assert "as it is" in told[0]
    assert "rhythm and pitch" in told[1]
    assert "nothing" in told[-1]


def test_the_slider_at_make_it_real_is_the_same_one(window: MainWindow, hands: Hands, engine: Engine) -> None:  # noqa: F811
    hands.drag((0.5, 500), (1.0, 800))
    in_the_panel(window).setValue(30)
    menu, slider = in_the_menu(window)
    menu.popup(window.mapToGlobal(QPoint(200, 200)))
    hands.wait(menu.isVisible)
    assert slider.value() == 30
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 35
    assert menu.isVisible()
    assert in_the_panel(window).value() == 35
    menu.hide()
    window.actions_["actionMakeReal"].trigger()
    hands.wait(lambda: engine.requests)
    request = engine.requests[-1]
    assert isinstance(request, RenderRequest)
    assert request.recipe.keyframes[0].denoising == 0.35
    engine.done()


def test_dragging_it_is_one_step_and_showing_a_value_between_two_places_changes_nothing(window: MainWindow) -> None:
    slider, before = in_the_panel(window), window.current.keyframe
    for place in (70, 60, 50):
        slider.setValue(place)
    window.editing.undo()
    assert window.current.keyframe == before
    window.sketch.set_keyframes((replace(before, denoising=0.333),))
    assert slider.value() == 33
    assert window.current.keyframe.denoising == 0.333


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_return_and_escape_give_the_keyboard_back_to_the_canvas(window: MainWindow, hands: Hands, key: Qt.Key) -> None:
    slider = in_the_panel(window)
    slider.setFocus()
    hands.wait(slider.hasFocus)
    QTest.keyClick(slider, key)
    assert window.canvas.hasFocus()


def test_a_bare_number_is_nowhere_asked_for(window: MainWindow) -> None:
    names = [widget.accessibleName() for widget in window.findChildren(QWidget)]
    assert "Denoising" not in names
    assert names.count("From closer to freer") == 2
