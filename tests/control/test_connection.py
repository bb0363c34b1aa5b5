"""The chosen devices are open while they are there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from riffdesk.control.connection import Connection
from riffdesk.control.ports import MidiPorts, plain_name, port_of
from riffdesk.errors import UserError
from tests.control.standin import Computer

KEYS = "Keys:Keys MIDI 1"


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
def connection(computer: Computer) -> Iterator[Connection]:
    made = Connection(computer, lambda message: None, look_seconds=0.01)
    yield made
    made.close()
    assert computer.listened_to == []


def wait(until: Callable[[], object]) -> None:
    limit = time.monotonic() + 20
    while not until():
        assert time.monotonic() < limit
        time.sleep(0.002)


def test_a_device_that_was_unplugged_is_taken_again_under_its_new_number(
    computer: Computer, connection: Connection
) -> None:
    connection.choose(KEYS, "")
    wait(lambda: connection.state.input == KEYS)
    computer.input_names.clear()
    wait(lambda: not connection.state.input)
    assert computer.listened_to == []
    computer.input_names.append("Keys:Keys MIDI 1 28:0")
    wait(lambda: connection.state.input == KEYS)
    assert computer.listened_to == ["Keys:Keys MIDI 1 28:0"]


def test_another_choice_closes_what_was_open(computer: Computer, connection: Connection) -> None:
    connection.choose(KEYS, "Drum machine:port")
    wait(lambda: connection.output is not None and connection.state.input)
    connection.choose("", "")
    wait(lambda: all(wire.closed for wire in computer.opened))
    assert connection.output is None


def test_a_computer_without_midi_is_told_once_and_asked_again_when_the_user_does(
    computer: Computer, connection: Connection
) -> None:
    computer.problem = "This computer offers no MIDI: no sequencer."
    connection.choose(KEYS, "")
    wait(lambda: connection.state.problem)
    assert connection.state.problem == computer.problem
    computer.problem = ""
    connection.look()
    wait(lambda: connection.state.input)


def test_a_device_that_another_program_has_is_tried_again(computer: Computer, connection: Connection) -> None:
    computer.refused = "The MIDI input Keys cannot be opened: it is busy."
    connection.choose(KEYS, "")
    wait(lambda: connection.state.problem)
    computer.refused = ""
    wait(lambda: connection.state.input == KEYS)
    assert not connection.state.problem


def test_names_are_told_without_the_numbers_of_alsa() -> None:
    assert plain_name("Midi Through:Midi Through Port-0 14:0") == "Midi Through:Midi Through Port-0"
    assert port_of("A", ("B 1:0", "A 2:0", "A 3:0")) == "A 2:0"
    assert port_of("A", ()) is None


def test_a_computer_without_a_sequencer_is_one_calm_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("rtmidi", reason="python-rtmidi is not installed")
    problem = ""
    try:
        MidiPorts().inputs()
    except UserError as error:
        problem = str(error)
    if problem:  # there is a sequencer elsewhere
        assert problem.startswith("This computer offers no MIDI: ")
        assert problem.count(".") == 1
