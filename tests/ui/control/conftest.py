"""A window whose MIDI devices are those of a stand-in."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from riffdesk.control.inbox import Inbox
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


_FLOODS, _MOST_WORK = 3, 0.1  # at most, and seconds at once


def check_flood(window: MainWindow, hands: Hands, inbox: Inbox[Any], send: Callable[[int], None], name: str) -> None:
    """Send two messages for each of many numbers from a thread: neither does the window stall, nor do they pile up.

    A stall that is no fault of the window, as of a machine that stands still for a moment, does not come back.
    """
    for _ in range(_FLOODS):
        if _work_in_flood(window, hands, inbox, send, name) < _MOST_WORK:
            return
    raise AssertionError(f"{name}: each of {_FLOODS} floods kept the window from its events")


def _work_in_flood(
    window: MainWindow, hands: Hands, inbox: Inbox[Any], send: Callable[[int], None], name: str
) -> float:
    """Return the longest time that the window's thread worked at once during a flood."""
    sent, ending = [0], threading.Event()

    def flood() -> None:
        while not ending.is_set():
            for number in range(100):
                send(number)
                sent[0] += 2
            time.sleep(0.01)

    sender = threading.Thread(target=flood)
    with WorkAtOnce(window, hands) as work:
        sender.start()
        hands.pause(1.0)
        waiting = inbox.waiting
        ending.set()
        sender.join()
    print(
        f"{name}: {sent[0] / 2:.0f} messages a second, {1e3 * work.longest:.0f} ms of work at once, {waiting} waiting"
    )
    assert sent[0] > 400, "how many there are depends on what else the computer does"
    assert waiting <= 256 + 64
    hands.wait(lambda: not inbox.waiting)
    return work.longest


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
