"""Marks in prompts as other programs have them: LoRAs, and words that change on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.diffusion.prompt.syntax import changes_in, loras_in, networks_in, words_at


@pytest.mark.parametrize(
    ("prompt", "loras"),
    [
        ("jazz", ()),
        ("<lora:funk:0.8> jazz", (("funk", 0.8),)),
        ("<lora:FUNK>, <lyco:swing: 0,5 >", (("funk", 1.0), ("swing", 0.5))),
        ("<lora:funk:-1:0.3> <lora:funk:0.5>", (("funk", -1.0),)),
        ("<lora:swing:te=0.4:unet=1>", (("swing", 0.4),)),
        ("<lora:funk:much>", (("funk", 1.0),)),
        ("<lora:rock:1> <hypernet:funk:1> <lora::1> < lora:funk:1>", ()),
    ],
)
def test_loras_are_named_in_the_prompt(prompt: str, loras: tuple[tuple[str, float], ...]) -> None:
    assert loras_in(prompt, ["funk", "swing"]) == loras


def test_a_weight_that_is_no_number_is_told_of() -> None:
    assert [one.has_valid_weight for one in networks_in("<lora:a:x> <lora:a:1> <lora:a>")] == [False, True, True]


@pytest.mark.parametrize(
    ("prompt", "changes", "start", "end"),
    [
        ("[piano:drums:0.5]", [0.5], "piano", "drums"),
        ("slow [piano: (drums:1.2) :0,25], rain", [0.25], "slow piano, rain", "slow  (drums:1.2) , rain"),
        ("[drums:0.5]", [0.5], "", "drums"),
        ("[drums::0.5]", [0.5], "drums", ""),
        ("[a:b:5]", [0.25], "a", "b"),  # of 20 steps
        ("[a:b:40]", [1.0], "a", "b"),
        ("[a:b:1.0]", [1.0], "a", "b"),
        ("[[a:b:0.25]:c:0.5]", [0.25, 0.5], "a", "c"),
        ("[(a:1.3):b:0.5]", [0.5], "(a:1.3)", "b"),
        ("[a:b:0.2] [c:d:0.8]", [0.2, 0.8], "a c", "b d"),
        ("[rain] [a:b] [a|b] \\[a:b:0.5\\]", [], "[rain] [a:b] [a|b] \\[a:b:0.5\\]", None),
        ("[a:b:c:0.5] [never [closed:x", [], "[a:b:c:0.5] [never [closed:x", None),
        ("4:4 ]x[", [], "4:4 ]x[", None),
    ],
)
def test_words_change_on_the_way(prompt: str, changes: list[float], start: str, end: str | None) -> None:
    assert changes_in(prompt, 20) == changes
    assert words_at(prompt, 0, 20) == start
    assert words_at(prompt, 1, 20) == (start if end is None else end)


def test_between_two_changes_one_has_happened() -> None:
    assert words_at("[a:b:0.2] [c:d:0.8]", 0.5, 20) == "b c"


@given(st.text("ab :()[]\\.,15", max_size=60), st.floats(0, 1))
def test_any_text_is_read_and_one_without_changes_stays_as_it_is(prompt: str, part: float) -> None:
    changes = changes_in(prompt, 20)
    assert all(0 <= change <= 1 for change in changes)
    if not changes:
        assert words_at(prompt, part, 20) == prompt
