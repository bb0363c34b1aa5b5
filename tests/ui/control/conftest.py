"""A window whose MIDI devices are those of a stand-in."""

from __future__ import annotations

import pytest

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
