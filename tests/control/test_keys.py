"""Keys, pedal, voices and chords."""

from __future__ import annotations

import pytest

from riffdesk.control.held_chord import chord_of
from riffdesk.control.keys import Keys
from riffdesk.control.messages import AllReleased, Pedal, Pressed, Released, Tick
from riffdesk.control.played_notes import MOST_WAITING, PlayedNote, PlayedNotes
from riffdesk.control.voices import VOICES, Voices, amplitude_of
from riffdesk.dsp.pitch import hertz_of_midi


def test_the_pedal_holds_what_is_released_until_it_goes_up() -> None:
    keys = Keys()
    for event in (Pressed(1, 60, 100), Pedal(1, True), Released(1, 60), Pressed(1, 64, 90)):
        assert keys.take(event)
    assert (keys.down, keys.sounding) == ((64,), {60: 100, 64: 90})
    keys.take(Pedal(1, False))
    assert keys.sounding == {64: 90}
    assert not keys.take(Tick())


def test_the_pedal_of_one_channel_holds_no_keys_of_another() -> None:
    keys = Keys()
    for event in (Pedal(2, True), Pressed(1, 60, 100), Pressed(2, 62, 50), Released(1, 60), Released(2, 62)):
        keys.take(event)
    assert keys.sounding == {62: 50}
    keys.take(AllReleased(2))
    assert keys.sounding == {}


def test_a_note_that_begins_or_ends_leaves_the_places_of_the_others() -> None:
    voices = Voices()
    first = voices.tones({60: 100})
    second = voices.tones({60: 100, 64: 100})
    third = voices.tones({64: 100})
    assert first is not None
    assert second is not None
    assert third is not None
    assert [hertz for hertz, _ in second.partials[3:6]] == [hertz for hertz, _ in third.partials[3:6]]
    assert third.partials[0] == (hertz_of_midi(60), 0.0)
    assert third.partials[3] == (hertz_of_midi(64), amplitude_of(100))
    assert voices.tones({}) is None


def test_of_many_notes_those_sound_that_were_struck_last() -> None:
    tones = Voices().tones({note: 100 for note in range(40, 60)})
    assert tones is not None
    sounding = {round(hertz, 3) for hertz, level in tones.partials[::3] if level}
    assert sounding == {round(hertz_of_midi(note), 3) for note in range(60 - VOICES, 60)}


@pytest.mark.parametrize(
    ("notes", "name"),
    [
        ((57, 60, 64), "Am"), ((48, 64, 67, 72), "C"), ((60, 64, 67, 70), "C7"), ((59, 62, 67), "G/B"),
        ((60, 67), "C5"), ((60,), ""), ((), ""), ((60, 61, 62, 63), ""), ((58, 62, 65), "A♯"),
    ],
)  # fmt: skip
def test_held_notes_have_the_name_of_their_chord(notes: tuple[int, ...], name: str) -> None:
    assert chord_of(notes) == name


def played(*events: Pressed | Released) -> list[tuple[PlayedNote, ...]]:
    notes = PlayedNotes()
    for event in events:
        notes.take(event)
    return list(iter(notes.next, None))


def test_keys_that_go_down_together_are_a_chord_and_others_notes_of_their_own() -> None:
    assert played(
        Pressed(1, 60, 90, 0.0, 0, True),
        Pressed(1, 64, 80, 0.05, 2_205, True),
        Pressed(1, 67, 70, 0.5, 22_050, True),
        Released(1, 60, 0.6, 26_460, True),
        Released(1, 64, 0.7, 30_870, True),
        Released(1, 67, 0.8, 35_280, True),
    ) == [
        (PlayedNote(60, 90, 0, 26_460), PlayedNote(64, 80, 2_205, 30_870)),
        (PlayedNote(67, 70, 22_050, 35_280),),
    ]


def test_while_stopped_all_that_is_held_together_is_a_chord_without_a_length() -> None:
    groups = played(
        Pressed(1, 60, 90, 0.0, 500), Pressed(1, 64, 80, 3.0, 500), Released(1, 60, 4.0, 500), Released(1, 64, 5.0, 500)
    )
    assert groups == [(PlayedNote(60, 90, 500), PlayedNote(64, 80, 500))]


def test_a_key_that_goes_down_twice_is_two_notes() -> None:
    assert len(played(Pressed(1, 60, 90), Pressed(1, 60, 90), Released(1, 60), Released(1, 60))) == 2


def test_a_flood_of_notes_is_counted_and_not_kept() -> None:
    notes = PlayedNotes()
    for _ in range(1_000):
        notes.take(Pressed(1, 60, 90))
        notes.take(Released(1, 60))
    assert notes.dropped == 1_000 - MOST_WAITING
