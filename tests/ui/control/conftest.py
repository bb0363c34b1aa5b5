"""A window whose MIDI devices are those of a stand-in."""

from __future__ import annotations

import gc
import time

import pytest
from PySide6.QtCore import QTimer

from riffdesk.ui.control.midi_box import MidiBox
from riffdesk.ui.window.main_window import MainWindow
from tests.control.standin import Computer, plug_in
from tests.ui.conftest import Hands

KEYS = "Keys:Keys MIDI 1"


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    return plug_in(monkeypatch)


@pytest.fixture
def box(computer: Computer, window: MainWindow, hands: Hands) -> MidiBox:
    """Return the dock's controls, with the keyboard chosen."""
    window.findChild(object, "controlDock").show()
    box = window.control.midi
    hands.wait(lambda: box.input.findData(KEYS) > 0)
    choose(box, "input", KEYS)
    hands.wait(lambda: computer.listened_to)
    return box


def choose(box: MidiBox, field: str, value: object) -> None:
    """Choose an entry of a list as a click would."""
    choice = getattr(box, field)
    index = choice.findData(value)
    assert index >= 0, value
    choice.setCurrentIndex(index)
    choice.activated.emit(index)


class WorkAtOnce:
    """Measures the longest time that the window's thread works between two turns of a timer of 5 ms.

    It is the time of its thread, so that it does not matter what else the computer does.
    """

    def __init__(self, window: MainWindow, hands: Hands) -> None:
        window.notice.tell("C♯: the first such text loads fonts.")
        hands.pause(0.5)
        self.longest = 0.0
        """Seconds."""
        self._last = time.thread_time()
        self._timer = QTimer(window, interval=5)
        self._timer.timeout.connect(self._look)

    def __enter__(self) -> WorkAtOnce:
        gc.collect()
        gc.freeze()  # as the program does when it starts: a collection of all that pytest holds takes 0.1 s
        self._last = time.thread_time()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()
        gc.unfreeze()

    def _look(self) -> None:
        now = time.thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now
