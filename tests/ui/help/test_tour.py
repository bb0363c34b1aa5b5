"""The tour: it comes once, points at the real controls, hides none of them, and can always be left."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QPushButton, QWidget

from riffdesk.models.registry import add_model
from riffdesk.ui.help.tour import STOPS
from riffdesk.ui.window.main_window import MainWindow
from tests.diffusion.tiny import Tiny, tiny_folder
from tests.ui.conftest import Hands, WindowProcess

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from riffdesk.ui.window import app

def look():
    window = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "mainWindow")
    tour = window.help.tour
    print("tour" if tour.isVisible() else "none")
    if len(sys.argv) > 1 and sys.argv[1] == "skip":
        tour.skip.click()
        sys.stdout.flush()
        import os
        os._exit(0)  # a crash: nothing is saved at the end
    window.shutdown.leave()

app.application()
QTimer.singleShot(1500, look)
app.main(*[Path(one) for one in sys.argv[1:] if one != "skip"])
"""


@pytest.fixture
def start(window_process: WindowProcess) -> Callable[..., str]:
    """Return what starts riffdesk as a user does, and returns what was seen after a moment."""

    def start(*arguments: object) -> str:
        child = window_process(START, *arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, err = child.communicate(timeout=60)
        assert child.returncode == 0, err
        return out.strip()

    return start


@pytest.fixture
def tour(window: MainWindow) -> QWidget:
    window.actions_["actionTour"].trigger()
    QApplication.processEvents()
    found = window.findChild(QWidget, "tour")
    assert found.isVisible()
    return found


def click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    QTest.qWait(20)


def controls_of(window: MainWindow, at: int) -> list[QWidget]:
    """Return the controls that a bubble speaks of, as far as they are seen now."""
    found = [window.findChild(QWidget, name) for name in STOPS[at].controls]
    assert None not in found
    return [control for control in found if control.isVisible()]


def text_of(tour: QWidget) -> str:
    return tour.findChild(QLabel, "tourText").text()


def test_it_comes_at_the_first_start_and_never_again(start: Callable[..., str]) -> None:
    assert start() == "tour"
    assert start() == "none"


def test_it_does_not_come_again_after_it_was_left_even_if_riffdesk_crashes_then(start: Callable[..., str]) -> None:
    assert start("skip") == "tour"
    assert start() == "none"


def test_it_does_not_come_where_a_file_is_opened(start: Callable[..., str], tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", np.zeros(4_410), 44_100)
    assert start(tmp_path / "a.wav") == "none"


def test_it_does_not_come_in_a_window_that_a_script_makes(window: MainWindow) -> None:
    assert window.first_start
    tour = window.findChild(QWidget, "tour")
    assert tour is None or not tour.isVisible()


@pytest.mark.parametrize("size", [(1_440, 900), (1_280, 720), (820, 660)])
def test_five_bubbles_stand_beside_their_controls_in_every_window(
    window: MainWindow, tour: QWidget, size: tuple[int, int]
) -> None:
    window.resize(*size)
    QTest.qWait(50)
    for at, stop in enumerate(STOPS):
        controls = controls_of(window, at)
        assert controls, stop.title
        for control in controls:
            box = control.rect().translated(control.mapTo(window, control.rect().topLeft()))
            assert not tour.geometry().intersects(box), stop.title
        assert window.rect().contains(tour.geometry())
        assert tour.findChild(QLabel, "tourText").height() >= tour.findChild(QLabel, "tourText").heightForWidth(
            tour.findChild(QLabel, "tourText").width()
        )
        assert f"{at + 1} of 5" in tour.accessibleName()
        click(window, "tourNext")
    assert not tour.isVisible()
    assert len(STOPS) == 5


def test_it_follows_its_control_when_the_window_or_a_panel_changes(
    window: MainWindow, tour: QWidget, hands: Hands
) -> None:
    before = tour.geometry()
    window.resize(1_200, 760)
    hands.wait(lambda: tour.geometry() != before, 5)
    assert not tour.geometry().intersects(tour.control())
    before = tour.geometry()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.findChild(QDockWidget, "promptDock"))
    hands.wait(lambda: tour.geometry().center().x() < before.center().x(), 5)
    assert not tour.geometry().intersects(tour.control())


def test_back_goes_back_and_is_off_at_the_first(window: MainWindow, tour: QWidget) -> None:
    first = text_of(tour)
    assert not window.findChild(QPushButton, "tourBack").isEnabled()
    click(window, "tourNext")
    assert text_of(tour) != first
    click(window, "tourBack")
    assert text_of(tour) == first


def test_skip_leaves_it_and_help_begins_it_again(window: MainWindow, tour: QWidget, home: Path) -> None:
    click(window, "tourNext")
    click(window, "tourSkip")
    assert not tour.isVisible()
    assert window.canvas.hasFocus()
    assert (home / "config" / "settings.json").exists()
    window.actions_["actionTour"].trigger()
    assert tour.isVisible()
    assert "1 of 5" in tour.accessibleName()


@pytest.mark.parametrize("where", ["tourNext", "canvas"])
def test_esc_leaves_it(window: MainWindow, tour: QWidget, where: str) -> None:
    widget = window.findChild(QWidget, where)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert not tour.isVisible()


def test_esc_takes_back_a_stroke_first(window: MainWindow, tour: QWidget, hands: Hands) -> None:
    hands.drag((0.5, 1_000), (1.0, 1_000), release=False)
    hands.key(Qt.Key.Key_Escape)
    assert tour.isVisible()
    assert not window.sketch.active_layer.ink.any()
    hands.key(Qt.Key.Key_Escape)
    assert not tour.isVisible()


def test_return_goes_on_and_space_plays(window: MainWindow, tour: QWidget) -> None:
    played = []
    window.actions_["actionPlay"].triggered.connect(lambda: played.append(True))
    button = window.findChild(QPushButton, "tourNext")
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert "2 of 5" in tour.accessibleName()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert played == [True]
    assert "3 of 5" in tour.accessibleName(), "it was played"
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert played == [True, True]
    assert "3 of 5" in tour.accessibleName()


def test_what_it_speaks_of_can_be_used_meanwhile(window: MainWindow, tour: QWidget, hands: Hands) -> None:
    prompt = window.prompt_panel.prompt
    QTest.mouseClick(prompt.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClicks(prompt, "slow jazz")
    assert window.sketch.state.keyframes[0].prompt == "slow jazz"
    assert tour.isVisible()
    for _ in range(2):
        click(window, "tourNext")
    QTest.mouseClick(window.tool_bar.widgetForAction(window.actions_["toolTone"]), Qt.MouseButton.LeftButton)
    assert window.settings.tool == "toolTone"
    hands.drag((4, 440), (6, 440))
    assert window.sketch.active_layer.ink.any()


@pytest.fixture
def quick_model(window: MainWindow, hands: Hands) -> None:
    """Choose a model that makes a riff of two seconds at once."""
    hands.use_model(add_model(tiny_folder(Tiny(latent_width=16))).name)
    window.prompt_panel.steps.setValue(2)
    window.sketch.update_render(seconds=2.0)


def generate(window: MainWindow) -> None:
    QTest.mouseClick(window.prompt_panel.prompt.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClicks(window.prompt_panel.prompt, "slow jazz")
    QTest.mouseClick(window.findChild(QPushButton, "generate"), Qt.MouseButton.LeftButton)


def rendered(window: MainWindow, hands: Hands) -> None:
    """Wait until the riff is complete."""
    hands.wait(lambda: window.sketch.active_layer.takes is not None, 120)
    hands.rendered(120)


@pytest.mark.usefixtures("quick_model")
def test_who_does_what_a_bubble_describes_sees_the_next_one(window: MainWindow, tour: QWidget, hands: Hands) -> None:
    generate(window)
    assert "2 of 5" in tour.accessibleName()
    assert not window.findChild(QPushButton, "tourNext").hasFocus(), "it does not take the keys from the user's hands"
    rendered(window, hands)
    hands.key(Qt.Key.Key_Space)
    assert "3 of 5" in tour.accessibleName()
    hands.key(Qt.Key.Key_Space)
    hands.tool("toolBrush")
    hands.drag((0.5, 440), (1.0, 880))
    assert "4 of 5" in tour.accessibleName()
    hands.key(Qt.Key.Key_K)
    assert "5 of 5" in tour.accessibleName()
    QTest.mouseDClick(window.timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(window.timeline.axis.x_of(1.0)), 40))
    assert len(window.sketch.state.keyframes) == 2
    assert not tour.isVisible()


@pytest.mark.usefixtures("quick_model")
def test_what_was_done_before_its_bubble_is_left_out_and_back_shows_it(
    window: MainWindow, tour: QWidget, hands: Hands
) -> None:
    hands.tool("toolBrush")
    hands.drag((0.5, 440), (1.0, 880))
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Space)
    assert "1 of 5" in tour.accessibleName(), "nothing was written yet"
    generate(window)
    assert "4 of 5" in tour.accessibleName()
    click(window, "tourBack")
    assert "3 of 5" in tour.accessibleName()
    rendered(window, hands)
    click(window, "tourSkip")
    window.actions_["actionTour"].trigger()
    click(window, "tourNext")
    click(window, "tourNext")
    assert "3 of 5" in tour.accessibleName(), "a tour that begins again shows all"


def test_a_stroke_that_is_given_up_or_a_selection_is_no_drawing(
    window: MainWindow, tour: QWidget, hands: Hands
) -> None:
    click(window, "tourNext")
    click(window, "tourNext")
    hands.tool("toolBrush")
    hands.drag((0.5, 440), (1.0, 880), release=False)
    hands.key(Qt.Key.Key_Escape)
    hands.tool("toolSelect")
    hands.drag((0.5, 440), (1.0, 880))
    assert window.canvas.selection is not None
    assert "3 of 5" in tour.accessibleName()


def test_a_panel_that_was_closed_is_shown(window: MainWindow) -> None:
    for name in ("promptDock", "timelineDock", "transport", "toolBar"):
        window.findChild(QWidget, name).hide()
    window.actions_["actionTour"].trigger()
    for at, stop in enumerate(STOPS):
        QTest.qWait(50)
        assert controls_of(window, at), stop.title
        click(window, "tourNext")


def test_it_names_the_keys_as_they_are_now(window: MainWindow, tour: QWidget) -> None:
    assert "Generate (Ctrl+Return)" in text_of(tour)
    window.shortcuts.set_key("actionPlay", 0, QKeySequence("F5"))
    click(window, "tourNext")
    assert text_of(tour).startswith("Play or stop (F5)")


def test_a_screen_reader_hears_every_bubble(window: MainWindow, tour: QWidget) -> None:
    button = window.findChild(QPushButton, "tourNext")
    for stop in STOPS:
        described = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description)
        assert described.startswith(stop.title)
        assert text_of(tour) in described
        click(window, "tourNext")


def test_the_second_click_of_a_double_click_on_a_bubble_does_not_paint(window: MainWindow, tour: QWidget) -> None:
    following = window.findChild(QPushButton, "tourNext")
    QTest.mouseDClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, pos=following.mapTo(window, following.rect().center())
    )
    QApplication.processEvents()
    assert window.findChild(QLabel, "tourTitle").text() == STOPS[1].title
    assert len(window.sketch.history.steps) == 1


def test_a_double_click_on_the_canvas_is_two_presses(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.tool("toolBrush")
    presses: list[object] = []
    press = window.canvas.tool.press
    monkeypatch.setattr(window.canvas.tool, "press", lambda *args: (presses.append(args), press(*args)))
    middle = window.canvas.viewport().mapTo(window, window.canvas.viewport().rect().center())
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
    QApplication.processEvents()
    assert len(presses) == 2
