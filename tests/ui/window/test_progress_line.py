"""The line that tells how far long work is, and its clock, which never counts up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from riffdesk.progress import Step
from riffdesk.ui.time_left import TimeLeft, time_left
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands
from tests.ui.riff.test_work_meanwhile import Engine, engine  # noqa: F401


class Work:
    """A job whose time the test lets pass."""

    def __init__(self) -> None:
        self.now = 100.0
        self.time_left = TimeLeft(lambda: self.now)

    def after(self, seconds: float, done: int, total: int = 100, *, ahead: bool = False) -> str:
        """Let time pass, with a look at the clock every second, and then something be done."""
        for _ in range(int(seconds)):
            self.now += 1
            assert self.time_left.text is not None
        self.now += seconds % 1
        self.time_left.update(Step(done, total, "Working", ahead=ahead))
        return self.time_left.text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "nearly done"),
        (1, "1 s left"),
        (99.4, "99 s left"),
        (100, "2 min left"),
        (1_234, "21 min left"),
        (36_000, "10.0 h left"),
    ],
)
def test_a_time_is_told_as_one_says_it(seconds: float, text: str) -> None:
    assert time_left(seconds) == text


def test_the_time_left_follows_from_the_speed_so_far_and_goes_down_by_itself_between_steps() -> None:
    work = Work()
    assert work.after(0, 0) == ""
    assert work.after(0.5, 10) == "", "too short to measure a speed in"
    assert work.after(1.5, 20) == "8 s left"
    work.now += 3
    assert work.time_left.text == "5 s left"
    assert work.after(1, 60) == "4 s left"


def test_work_that_becomes_slower_never_counts_up_and_says_so_when_it_is_much_slower() -> None:
    work = Work()
    work.after(0, 0)
    assert work.after(2, 50) == "2 s left"
    assert work.after(4, 60) == "nearly done", "and not 4 s left again"
    assert work.after(30, 62) == "taking longer"
    assert work.after(1, 99) == "nearly done"


def test_what_comes_before_the_work_does_not_count() -> None:
    work = Work()
    for number in range(4):
        assert work.after(5, number, 4, ahead=True) == ""
    assert work.after(1, 0) == ""
    assert work.after(2, 10) == "18 s left"


def test_another_kind_of_work_has_a_speed_of_its_own() -> None:
    work = Work()
    work.after(0, 0, 4)
    work.after(30, 3, 4)
    work.after(10, 4, 4)
    work.after(1, 0, 50)
    assert work.after(2, 49, 50) == "nearly done"


@given(st.lists(st.tuples(st.floats(0.0, 50.0), st.integers(0, 100)), max_size=40))
def test_the_clock_never_counts_up_whatever_comes(steps: list[tuple[float, int]]) -> None:
    work, told = Work(), []
    for seconds, done in steps:
        work.after(seconds, done)
        told.append(work.time_left.seconds)
    numbers = [one for one in told if one is not None]
    assert numbers == sorted(numbers, reverse=True)
    assert all(one >= 0 for one in numbers)


def test_one_place_tells_the_time_left(window: MainWindow, hands: Hands, engine: Engine) -> None:  # noqa: F811
    window.actions_["actionGenerate"].trigger()
    engine.plan()
    hands.wait(window.progress.isVisible)
    job = window.render_worker.running
    assert job is not None
    job.time_left._clock = lambda: 1_000.0
    job.time_left.update(Step(0, 10))
    job.time_left._clock = lambda: 1_004.0
    job.time_left.update(Step(4, 10))
    hands.pause(1.2)
    told = [label.text() for label in window.findChildren(QLabel) if " left" in label.text() and label.isVisible()]
    assert told == ["6 s left"]
    assert window.render_status.label.text().startswith("Part 1 of 3 · step 2 of 4")
    engine.done()


def test_a_click_on_cancel_is_told_until_the_job_has_ended_and_leaves_the_keys_where_they_were(
    window: MainWindow,
    hands: Hands,
    engine: Engine,  # noqa: F811
) -> None:
    window.canvas.setFocus()
    window.actions_["actionGenerate"].trigger()
    engine.plan()
    hands.wait(window.progress.isVisible)
    job = window.render_worker.running
    assert job is not None
    QTest.mouseClick(window.progress.findChild(QPushButton, "cancel"), Qt.MouseButton.LeftButton)
    assert window.progress.label.text().startswith(f"Cancelling: {job.label}")
    hands.wait(lambda: not window.progress.isVisible())
    assert window.focusWidget() is window.canvas


def test_long_texts_take_no_more_room_than_a_narrow_window_has(
    window: MainWindow,
    hands: Hands,
    engine: Engine,  # noqa: F811
) -> None:
    window.actions_["actionGenerate"].trigger()
    engine.plan()
    hands.wait(window.progress.isVisible)
    window.progress.label.setText("Repainting " + "a layer with a long name " * 8)
    window.readout.setText("62.001 s    596.7 Hz    D5 +27 cents    -65.1 dB    " + "piano " * 20)
    hands.pause()
    assert window.statusBar().minimumSizeHint().width() < 800
    before = window.render_status.minimumSizeHint().width()
    window.render_status.label.setText("4.0 s have changed since this riff was made " * 4)
    assert window.render_status.minimumSizeHint().width() == before
    assert window.progress.width() >= window.progress.minimumSizeHint().width()
    engine.done()
