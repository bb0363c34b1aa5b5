"""Parts that are composed to a score that is there."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from riffdesk.compose.accompaniment.added_part import COUNTER_MELODY, KINDS, compose_part, harmony_of, instruments_for
from riffdesk.compose.composition import compose_riff
from riffdesk.compose.harmony import Key
from riffdesk.compose.riff_spec import Player, RiffSpec
from riffdesk.compose.score import Chord, DrumPiece, Note, Part, Score
from riffdesk.compose.vocabulary import FAMILIES
from riffdesk.errors import UserError


def a_score(seed: int = 1, bars: int = 8, beats: int = 4, key: Key = Key(9, "minor")) -> Score:  # noqa: B008
    """Return a score with a piano melody, chords of an organ and drums."""
    players = Player("piano", 0, "melody"), Player("organ", 16, "chords")
    return compose_riff(RiffSpec(players, "rock", False, 110.0, beats, key), seed, bars)


def with_rests() -> Score:
    """Return four bars of C major with a melody that pauses in the second half of each bar."""
    notes = tuple(
        Note(bar * 4 + beat, 0.9, pitch, 90) for bar in range(4) for beat, pitch in ((0.0, 72), (0.5, 74), (1.0, 76))
    )
    chords = tuple(Chord(bar * 4.0, (0, 4, 7)) for bar in range(4))
    return Score(100.0, 4, Key(0, "major"), 4, chords, (Part("melody", "flute", 73, notes),))


def overlapping(note: Note, melody: tuple[Note, ...]) -> list[Note]:
    return [other for other in melody if other.start < note.end - 0.01 and other.end > note.start + 0.01]


@pytest.mark.parametrize("kind", KINDS)
def test_a_part_is_as_long_as_the_score_in_its_key_and_the_same_for_the_same_seed(kind: str) -> None:
    for seed in range(6):
        score = a_score(seed)
        added = compose_part(score, kind, seed=seed)
        notes = added.part.notes
        assert added == compose_part(score, kind, seed=seed)
        assert all(note.start >= 0 and note.end <= score.beats + 1e-9 for note in notes)
        assert {int(note.start // 16) for note in notes} == {0, 1}  # both phrases
        assert list(notes) == sorted(notes, key=lambda note: (note.start, note.pitch))
        if kind == "drums":
            assert all(note.pitch in set(DrumPiece) for note in notes)
        else:
            family = FAMILIES[added.part.instrument]
            inside = [note for note in notes if note.pitch % 12 in score.key.scale]
            assert len(inside) >= 0.95 * len(notes)
            assert all(family.lowest <= note.pitch <= family.highest for note in notes)
    assert compose_part(a_score(), kind, seed=1) != compose_part(a_score(), kind, seed=2)


@pytest.mark.parametrize("kind", ["bass", "chords"])
def test_bass_and_chords_follow_the_chords_of_every_bar(kind: str) -> None:
    score = a_score()
    for bar in range(score.bars):
        chord = harmony_of(score, bar, 1).bars[0][0].notes
        part = compose_part(score, kind, seed=3).part
        first = [note.pitch % 12 for note in part.notes if bar * 4 <= note.start < bar * 4 + 0.6]
        assert set(first) <= set(chord)
        if kind == "bass":
            assert first[0] == chord[0]


def test_chords_that_change_inside_a_bar_are_followed_and_the_last_is_held() -> None:
    score = replace(with_rests(), chords=(Chord(0.0, (0, 4, 7)), Chord(6.0, (7, 11, 2))))
    bars = harmony_of(score, 0, 4).bars
    assert [[(chord.start, chord.notes[0]) for chord in bar] for bar in bars] == [
        [(0, 0)],
        [(0, 0), (2, 7)],
        *[[(0, 7)]] * 2,
    ]


def test_a_counter_melody_moves_in_the_rests_and_never_meets_the_melody() -> None:
    score = with_rests()
    for seed in range(20):
        notes = compose_part(score, COUNTER_MELODY, instrument="violin", seed=seed).part.notes
        in_rests = [note for note in notes if note.start % 4 >= 2]
        assert len(in_rests) >= 4
        assert len(in_rests) > len(notes) / 2
        for note in notes:
            for other in overlapping(note, score.parts[0].notes):
                assert (note.pitch - other.pitch) % 12 != 0
                assert abs(note.pitch - other.pitch) >= 3
        assert all(before.end <= after.start for before, after in pairwise(notes))


def test_a_counter_melody_avoids_melodies_of_every_kind_and_holds_notes_of_the_chord() -> None:
    long_notes = in_chord = 0
    for seed in range(20):
        score = a_score(seed, key=Key(seed % 12, ("major", "minor")[seed % 2]))
        melody = next(part for part in score.parts if part.role == "melody").notes
        notes = compose_part(score, COUNTER_MELODY, seed=seed).part.notes
        assert len(notes) >= score.bars
        for note in notes:
            assert all((note.pitch - other.pitch) % 12 != 0 for other in overlapping(note, melody))
            if note.length > 0.9:
                chord = harmony_of(score, int(note.start // 4), 1).at(0, note.start % 4).notes
                long_notes += 1
                in_chord += note.pitch % 12 in chord
    assert in_chord > 0.8 * long_notes


def test_a_counter_melody_is_not_composed_without_a_melody() -> None:
    score = with_rests()
    with pytest.raises(UserError, match="no melody"):
        compose_part(replace(score, parts=()), COUNTER_MELODY)


def test_who_plays_is_chosen_or_somebody_who_does_not_play_yet() -> None:
    score = a_score()
    assert compose_part(score, "melody", instrument="flute").part.instrument == "flute"
    drawn = {compose_part(score, "chords", seed=seed).part.instrument for seed in range(40)}
    assert len(drawn) > 4
    assert "organ" not in drawn
    with pytest.raises(UserError, match="'flute' plays no chords"):
        compose_part(score, "chords", instrument="flute")
    with pytest.raises(UserError, match="no part called 'kazoo'"):
        compose_part(score, "kazoo")
    assert instruments_for("drums") == ("drums",)


def test_drums_take_the_groove_that_is_known_and_a_waltz_in_three() -> None:
    assert compose_part(a_score(), "drums", groove="reggae").playing == "reggae"
    waltz = compose_part(a_score(beats=3), "drums", seed=4)
    assert waltz.playing == "march"
    starts = np.array([note.start % 3 for note in waltz.part.notes])
    assert starts.max() < 3
    walking = compose_part(a_score(), "bass", groove="swing").part
    assert walking.sound == 32
    assert [note.start for note in walking.notes[:4]] == [0.0, 1.0, 2.0, 3.0]
