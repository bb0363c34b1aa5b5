"""What is found by what is typed, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.ui.help.command_search import match_score

COMMANDS = {
    "Export audio…": ("File",),
    "Export spectrogram…": ("File",),
    "Render what changed": ("Riff",),
    "Best": ("Play", "Sound quality"),
    "Play or stop": ("Play",),
    "Zoom in": ("View",),
    "Linear": ("Seed timeline", "To the next keyframe"),
}


def found(typed: str) -> list[str]:
    fits = {text: match_score(typed, text, path) for text, path in COMMANDS.items()}
    return sorted((text for text, good in fits.items() if good is not None), key=lambda text: -(fits[text] or 0))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("export", "Export audio…"),
        ("EXPORT spec", "Export spectrogram…"),
        ("gram", "Export spectrogram…"),
        ("rwc", "Render what changed"),
        ("chngd", "Render what changed"),
        ("quality", "Best"),
        ("sound best", "Best"),
        ("stop play", "Play or stop"),
        ("zööm", "Zoom in"),
        ("keyframe linear", "Linear"),
    ],
)
def test_words_in_any_order_parts_initials_and_menus_find_a_command(typed: str, first: str) -> None:
    assert found(typed)[0] == first


@pytest.mark.parametrize("typed", ["xyzzy", "export quality", "oxe", "audio audiox"])
def test_what_fits_nowhere_finds_nothing(typed: str) -> None:
    assert found(typed) == []


def test_the_text_counts_more_than_the_menu() -> None:
    assert found("play") == ["Play or stop", "Best"]


@given(st.sampled_from(sorted(COMMANDS)), st.data())
def test_any_beginning_of_a_command_finds_it(text: str, data: st.DataObject) -> None:
    typed = text[: data.draw(st.integers(0, len(text)))]
    assert match_score(typed, text, COMMANDS[text]) is not None


@given(st.text(max_size=20))
def test_any_text_can_be_typed(typed: str) -> None:
    for text, path in COMMANDS.items():
        good = match_score(typed, text, path)
        assert good is None or good > -1
