from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.compose.chords import chords_of, key_of_chords, name_of_chord, text_of_chords
from riffdesk.compose.harmony import Key
from riffdesk.errors import UserError


def test_four_bars_of_chords_are_read_root_first() -> None:
    assert chords_of("Cm | Ab | Eb | Bb") == (((0, 3, 7),), ((8, 0, 3),), ((3, 7, 10),), ((10, 2, 5),))


def test_chords_share_a_bar_and_a_sign_repeats_one() -> None:
    assert chords_of("| Dm7 G7 | % | C/E |") == (
        ((2, 5, 9, 0), (7, 11, 2, 5)),
        ((2, 5, 9, 0), (7, 11, 2, 5)),
        ((4, 0, 7),),
    )


@pytest.mark.parametrize(
    ("text", "notes"),
    [("F#7", (6, 10, 1, 4)), ("B♭maj7", (10, 2, 5, 9)), ("Hm", None), ("E5", (4, 11)), ("G6/9", (7, 11, 2, 4, 9)),
     ("Aø", (9, 0, 3, 7)), ("Csus4", (0, 5, 7)), ("cm", None), ("C#m7b5", (1, 4, 7, 11)), ("Xyz", None)],
)  # fmt: skip
def test_a_chord_is_read_or_named_as_none(text: str, notes: tuple[int, ...] | None) -> None:
    if notes is not None:
        assert chords_of(text) == ((notes,),)
        return
    with pytest.raises(UserError, match=f"There is no chord '{text}' \\(bar 1\\)"):
        chords_of(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("C | F | Gq7", r"'Gq7' \(bar 3\)"),
        ("C | | F", "Bar 2 has no chord"),
        ("% | C", "Bar 1 is %"),
        ("C D E F G", "Bar 1 has 5 chords; 4 are the most"),
        ("|".join(["C"] * 300), "300 bars; 256"),
    ],
)
def test_a_mistake_is_told_with_its_bar(text: str, message: str) -> None:
    with pytest.raises(UserError, match=message):
        chords_of(text)


def test_nothing_is_no_chords() -> None:
    assert chords_of("  ") == ()


@given(st.text(max_size=60))
def test_any_text_is_chords_or_a_sentence(text: str) -> None:
    with suppress(UserError):
        assert all(0 <= note < 12 for bar in chords_of(text) for chord in bar for note in chord)


@given(st.integers(0, 11), st.sampled_from(["", "m", "7", "maj7", "m7", "dim", "aug", "sus2", "5", "m7b5", "9"]))
def test_a_chord_is_the_same_again_from_its_name(root: int, quality: str) -> None:
    (bar,) = chords_of(name_of_chord((root,))[:2].strip() + quality)
    for flats in (False, True):
        ((again,),) = chords_of(name_of_chord(bar[0], flats=flats))
        assert set(again) == set(bar[0])
        assert again[0] == bar[0][0]


def test_chords_are_written_with_flats_where_the_key_has_them() -> None:
    assert text_of_chords(chords_of("Cm | Ab Bb7"), Key(0, "minor")) == "Cm | A♭ B♭7"
    assert text_of_chords(chords_of("E | F#m | G#m/B"), Key(4, "major")) == "E | F♯m | G♯m/B"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Cm | Ab | Eb | Bb", Key(0, "minor")),
        ("C | G | Am | F", Key(0, "major")),
        ("Am | F | C | G", Key(9, "minor")),
        ("Dm7 | G7 | Cmaj7 | Cmaj7", Key(0, "major")),
        ("Em | C | D | Em", Key(4, "minor")),
        ("A | D | E | A", Key(9, "major")),
        ("Am | Dm | E7 | Am", Key(9, "minor")),
    ],
)
def test_the_key_of_common_progressions_is_found(text: str, key: Key) -> None:
    assert key_of_chords(chords_of(text)) == key
