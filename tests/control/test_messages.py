"""What MIDI messages mean; those that are out of range are named, whatever they hold."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mido import Message

from riffdesk.control.messages import (
    AllReleased,
    Controller,
    Moved,
    Pedal,
    Pressed,
    Released,
    SongPosition,
    Tick,
    Transport,
    Unreadable,
    controller_of,
    event_of,
)

KINDS = ("note_on", "note_off", "control_change", "pitchwheel", "songpos", "clock", "start", "sysex", "nonsense", None)
VALUES = st.one_of(st.integers(), st.none(), st.booleans(), st.text(), st.floats())


def moved(kind: str, channel: int, number: int, value: float) -> Moved:
    return Moved(Controller(kind, channel, number), value, value)


@pytest.mark.parametrize(
    ("message", "meaning"),
    [
        (Message("note_on", channel=0, note=60, velocity=96), Pressed(1, 60, 96, 2.0, 44, True)),
        (Message("note_on", channel=15, note=60, velocity=0), Released(16, 60, 2.0, 44, True)),
        (Message("note_off", note=60), Released(1, 60, 2.0, 44, True)),
        (Message("control_change", control=7, value=127), moved("cc", 1, 7, 1.0)),
        (Message("control_change", control=64, value=127), Pedal(1, True)),
        (Message("control_change", control=64, value=10), Pedal(1, False)),
        (Message("control_change", control=123, value=0), AllReleased(1)),
        (Message("pitchwheel", pitch=-8192), moved("bend", 1, 0, 0.0)),
        (Message("pitchwheel", pitch=8191), moved("bend", 1, 0, 1.0)),
        (Message("clock"), Tick()),
        (Message("start"), Transport("start")),
        (Message("songpos", pos=16), SongPosition(16)),
        (Message("program_change", program=3), None),
        (Message("sysex", data=[1, 2]), None),
    ],
)
def test_each_message_has_its_meaning(message: Message, meaning: Any) -> None:
    assert event_of(message, 2.0, (44, True)) == meaning


@given(st.sampled_from(KINDS), VALUES, VALUES, VALUES)
@example("note_on", 0, 128, 1)
@example("control_change", 0, 7, -1)
def test_what_is_out_of_range_is_named_and_not_raised(kind: Any, channel: Any, number: Any, value: Any) -> None:
    message = SimpleNamespace(
        type=kind, channel=channel, note=number, control=number, velocity=value, value=value, pitch=value, pos=value
    )
    event = event_of(message, 0.0)
    if isinstance(event, Unreadable):
        assert event.text.startswith(f"A MIDI message was left out: {kind} with ")
        assert event.text.endswith(".")


def test_a_sentence_names_the_value_and_its_range() -> None:
    message = SimpleNamespace(type="note_on", channel=0, note=200, velocity=1)
    told = event_of(message, 0.0)
    assert told == Unreadable("A MIDI message was left out: note_on with note 200, which is from 0 to 127.")
    assert isinstance(event_of(SimpleNamespace(type="note_on"), 0.0), Unreadable)


@given(st.sampled_from(["cc", "note", "bend"]), st.integers(1, 16), st.integers(0, 127))
def test_the_text_of_a_controller_is_read_as_that_controller(kind: str, channel: int, number: int) -> None:
    controller = Controller(kind, channel, 0 if kind == "bend" else number)
    assert controller_of(controller.text) == controller


@pytest.mark.parametrize(
    "text", ["", "cc", "cc:0:7", "cc:17:7", "cc:1:128", "bend:1:3", "knob:1:1", "cc:1:7 ", "cc:1:٧"]
)
def test_a_damaged_text_is_no_controller(text: str) -> None:
    assert controller_of(text) is None
