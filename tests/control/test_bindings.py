"""Bindings: stored, read again, damaged entries left out, and presses told from moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.compose.score import ROLES as ROLES_OF_PARTS
from riffdesk.control.bindings import Bindings, invalid_notice
from riffdesk.control.messages import Controller, Moved
from riffdesk.control.targets import TARGETS, centred, scaled
from riffdesk.engine.session.jam_message import JAM_ROLES

FADER, KEY = Controller("cc", 1, 7), Controller("note", 10, 36)
NAMES = {target.name for target in TARGETS}


def test_bindings_are_read_as_they_were_stored() -> None:
    bindings = Bindings({}, NAMES)
    bindings.bind(FADER, "layer.gain")
    bindings.bind(KEY, "play")
    bindings.bind(FADER, "tempo")
    again = Bindings(bindings.stored(), NAMES)
    assert (again.target(FADER), again.target(KEY), len(again)) == ("tempo", "play", 2)
    again.remove(FADER)
    again.remove(FADER)
    assert again.stored() == {"note:10:36": "play"}


@given(st.dictionaries(st.text(max_size=12), st.text(max_size=12)))
def test_damaged_entries_are_left_out_and_named(stored: dict[str, str]) -> None:
    bindings = Bindings({**stored, "cc:1:7": "tempo"}, NAMES)
    assert bindings.target(FADER) == "tempo"
    assert len(bindings) + len(bindings.invalid) == len({**stored, "cc:1:7": "tempo"})
    assert bool(invalid_notice(bindings)) == bool(bindings.invalid)


def test_a_sentence_names_what_was_left_out() -> None:
    stored = {"cc:1:999": "tempo", "cc:1:1": "flux", "x": "y", "z": "w"}
    assert invalid_notice(Bindings(stored, NAMES)) == (
        "Bindings of MIDI controllers in the settings that made no sense were left out: "
        "cc:1:999 for tempo, cc:1:1 for flux, x for y and 1 more."
    )


def test_a_press_is_a_move_up_through_the_middle_also_when_its_release_came_at_once() -> None:
    bindings = Bindings({KEY.text: "play"}, NAMES)
    moves = [(1.0, 1.0), (0.9, 1.0), (0.0, 0.0), (0.0, 1.0), (0.2, 0.4), (0.6, 0.6)]
    pressed = [bindings.is_press(Moved(KEY, value, peak)) for value, peak in moves]
    assert pressed == [True, False, False, True, False, True]


def test_the_move_by_which_a_controller_was_learned_is_no_press() -> None:
    bindings = Bindings({}, NAMES)
    bindings.bind(KEY, "play")
    assert not bindings.is_press(Moved(KEY, 1.0, 1.0))
    assert not bindings.is_press(Moved(KEY, 0.0, 0.0))
    assert bindings.is_press(Moved(KEY, 1.0, 1.0))


@pytest.mark.parametrize(("step", "pan"), [(0, -1.0), (32, -0.5), (64, 0.0), (127, 1.0)])
def test_the_middle_of_a_knob_is_the_centre(step: int, pan: float) -> None:
    assert centred(step / 127) == pytest.approx(pan)
    assert scaled(2.0, 0, 5) == 5


def test_names_of_targets_are_unique_and_parts_are_those_of_a_jam() -> None:
    assert len(NAMES) == len(TARGETS)
    assert sorted(JAM_ROLES) == sorted(ROLES_OF_PARTS)
