"""Messages to a jam are read from JSON; what makes no sense is named."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.engine.session.jam_message import InvalidValue, JamMessage, message_of_line, read_message
from riffdesk.engine.session.jam_state import JamState, Scene, applied
from riffdesk.errors import UserError


def test_a_line_is_a_message() -> None:
    line = '{"bar": 8, "prompt": "techno", "parts": {"drums": false, "bass": "new"}, "plan": "A8 b2", "scene": "C"}'
    message = message_of_line(line)
    assert message == JamMessage(
        8, prompt="techno", parts={"drums": "silent", "bass": "new"}, plan=((1, 8), (2, 2)), scene=3
    )
    assert read_message(message.to_json()) == message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ([1], "A message is an object"),
        ({"promt": "x"}, "takes no 'promt'"),
        ({"bar": -1}, "bar of a message cannot be -1"),
        ({"bar": 1.5}, "whole number"),
        ({"bar": True}, "whole number"),
        ({"prompt": 3}, "it is a text"),
        ({"prompt": "word " * 10_000}, "50,000 characters, and 1,000 are the most"),
        ({"chords": "Cm | Hx"}, "There is no chord 'Hx'"),
        ({"density": "loud"}, "sparse"),
        ({"guidance": float("nan")}, "it is a number"),
        ({"parts": {"tuba": True}}, "parts are melody"),
        ({"parts": {"bass": "loud"}}, "one of free"),
        ({"parts": ["bass"]}, "parts of a message"),
        ({"levels": {"bass": 99}}, "from -24 to 24"),
        ({"plan": "A8 B"}, "A8 A8 B8 A8"),
        ({"plan": "A0"}, "A8 A8 B8 A8"),
        ({"scene": "J"}, "from 1 to 9"),
        ({"scenes": {"A": {"scene": 2}}}, "a scene has a prompt"),
        ({"fill": 1}, "true or false"),
    ],
)
def test_what_makes_no_sense_is_named(content: object, words: str) -> None:
    with pytest.raises(UserError) as raised:
        read_message(content)
    assert words in str(raised.value)
    assert len(str(raised.value)) < 400


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
_NAMES = st.sampled_from(["bar", "prompt", "parts", "levels", "plan", "scenes", "scene", "store", "over", "seed", "x"])


@given(st.dictionaries(_NAMES, _JSON, max_size=4))
def test_anything_is_a_message_that_is_written_as_it_is_read_or_a_plain_error(content: dict[str, Any]) -> None:
    with suppress(UserError):
        message = read_message(content)
        assert read_message(message.to_json()) == message


def test_a_blend_has_weights_and_the_strongest_prompt_has_the_notes() -> None:
    message = read_message({"blend": {"techno": 3, "jazz": 1, "funk": 0}})
    state = applied(JamState(Scene("lofi"), 8), message, 4)
    assert state.scene.prompt == "techno"
    assert state.scene.blend == (("techno", 0.75), ("jazz", 0.25))
    assert state.loop_start == 4
    # Other weights of the same strongest prompt leave the notes as they are.
    less = applied(state, read_message({"blend": {"techno": 0.6, "jazz": 0.4}}), 6)
    assert (less.scene.prompt, less.loop_start) == ("techno", 4)
    other = applied(less, read_message({"prompt": "ambient"}), 8)
    assert (other.scene.blend, other.loop_start) == ((), 8)
    assert read_message(message.to_json()) == message


@pytest.mark.parametrize("blend", [{}, {"techno": 0}, {"techno": -1}, {str(n): 1 for n in range(7)}, ["techno"], 3])
def test_a_blend_that_makes_no_sense_is_an_error(blend: object) -> None:
    with pytest.raises(UserError, match="blend"):
        read_message({"blend": blend})


def test_a_wrong_value_is_told_without_words_of_messages_in_the_window() -> None:
    with pytest.raises(InvalidValue) as raised:
        read_message({"plan": "A4 B"})
    assert raised.value.sentence.startswith("Plan 'A4 B': a plan is written as in A8 A8 B8 A8")
    assert "message" not in raised.value.sentence
