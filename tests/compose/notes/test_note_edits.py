"""Edits of a score: selected notes change, all others stay, and nothing leaves the score."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from riffdesk.compose.harmony import Key
from riffdesk.compose.notes import note_edits
from riffdesk.compose.notes.note_edits import Selection
from riffdesk.compose.score import DrumPiece, Note, Part, Score
from riffdesk.compose.score_text import score_of_text, text_of

PIANO = Part("melody", "piano", 0, tuple(Note(float(beat), 0.5, 60 + beat, 80) for beat in range(8)))
DRUMS = Part("drums", "drums", 0, tuple(Note(float(beat), 0.1, DrumPiece.KICK, 100) for beat in range(8)))
SCORE = Score(120.0, 4, Key(0, "major"), 2, (), (PIANO, DRUMS))


def chosen(*places: tuple[int, int]) -> Selection:
    return frozenset((part, SCORE.parts[part].notes[note]) for part, note in places)


def test_moved_notes_keep_their_distances_and_stop_at_the_ends() -> None:
    score, selected = note_edits.moved(SCORE, chosen((0, 1), (0, 3)), -5.0, 2)
    assert sorted((note.start, note.pitch) for _, note in selected) == [(0.0, 63), (2.0, 65)]
    assert len(score.parts[0].notes) == 8
    assert score.parts[1] is SCORE.parts[1]


def test_drums_are_moved_in_time_and_to_another_piece_only() -> None:
    score, selected = note_edits.moved(SCORE, chosen((1, 0)), 0.5, 7)
    assert [(note.start, note.pitch) for _, note in selected] == [(0.5, DrumPiece.KICK)]
    _, selected = note_edits.with_piece(score, selected, DrumPiece.SNARE)
    assert [note.pitch for _, note in selected] == [DrumPiece.SNARE]


def test_lengthened_at_either_end() -> None:
    _, later = note_edits.lengthened(SCORE, chosen((0, 2)), 1.5)
    _, earlier = note_edits.lengthened(SCORE, chosen((0, 2)), 1.5, at_start=True)
    _, short = note_edits.lengthened(SCORE, chosen((0, 2)), -9.0)
    assert [(n.start, n.length) for _, n in (*later, *earlier)] == [(2.0, 2.0), (0.5, 2.0)]
    assert [n.length for _, n in short] == [note_edits.SHORTEST]


def test_quantised_notes_begin_on_the_grid_and_keep_their_length() -> None:
    notes = (Note(0.13, 0.4, 60, 80), Note(1.9, 0.4, 62, 80), Note(7.95, 0.05, 64, 80))
    score = replace(SCORE, parts=(replace(PIANO, notes=notes),))
    result, _ = note_edits.quantised(score, note_edits.everything(score), 0.25)
    assert [(note.start, note.length) for note in result.parts[0].notes] == [(0.25, 0.4), (2.0, 0.4), (7.75, 0.05)]


def test_only_bars_with_other_notes_differ() -> None:
    long = replace(SCORE, bars=4)
    moved, _ = note_edits.moved(long, chosen((0, 5)), 0.0, 1)
    assert note_edits.differing(long, long) == []
    assert note_edits.differing(long, moved) == [(4.0, 8.0)]
    held, _ = note_edits.lengthened(long, chosen((0, 7)), 5.0)
    assert note_edits.differing(long, held) == [(4.0, 16.0)], "as far as it sounds"
    louder, _ = note_edits.louder(long, chosen((1, 0)), 5)
    assert note_edits.differing(long, louder) == [(0.0, 4.0)]


def test_joined_scores_are_one_before_and_the_other_after_a_beat() -> None:
    organ = replace(PIANO, instrument="organ")
    after = replace(
        SCORE, bars=4, parts=(replace(PIANO, notes=tuple(replace(n, pitch=40) for n in PIANO.notes)), organ)
    )
    score = note_edits.joined(SCORE, after, 4.0)
    assert [part.instrument for part in score.parts] == ["piano", "drums", "organ"]
    assert [note.pitch for note in score.parts[0].notes] == [60, 61, 62, 63, 40, 40, 40, 40]
    assert [note.start for note in score.parts[2].notes] == [4.0, 5.0, 6.0, 7.0]
    assert score.bars == 4


def test_a_score_without_notes_can_be_kept_and_read() -> None:
    empty, _ = note_edits.deleted(SCORE, note_edits.everything(SCORE))
    assert score_of_text(text_of(empty)) == empty


@given(
    st.sets(st.tuples(st.integers(0, 1), st.integers(0, 7)), min_size=1),
    st.sampled_from(["moved", "lengthened", "at_start", "quantised", "louder"]),
    st.floats(-40, 40),
    st.integers(-140, 140),
)
def test_whatever_is_edited_can_be_read_again_and_leaves_other_notes(
    places: set[tuple[int, int]], edit: str, beats: float, number: int
) -> None:
    selection = chosen(*places)
    score, selected = {
        "moved": lambda: note_edits.moved(SCORE, selection, beats, number),
        "lengthened": lambda: note_edits.lengthened(SCORE, selection, beats),
        "at_start": lambda: note_edits.lengthened(SCORE, selection, beats, at_start=True),
        "quantised": lambda: note_edits.quantised(SCORE, selection, abs(beats) + 0.1),
        "louder": lambda: note_edits.louder(SCORE, selection, number),
    }[edit]()
    assert score_of_text(text_of(score)).bars == 2
    assert selected <= note_edits.everything(score)
    untouched = note_edits.everything(SCORE) - selection
    assert untouched <= note_edits.everything(score)
    assert sum(len(part.notes) for part in score.parts) == 16
