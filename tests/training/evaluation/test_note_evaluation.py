"""Notes are matched as mir_eval matches them, and read from the transcriber's pictures as basic-pitch reads them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from riffdesk.errors import UserError
from riffdesk.training.clips.soundfont import SoundFont
from riffdesk.training.evaluation import note_evaluation, transcriber
from riffdesk.training.evaluation.note_evaluation import (
    NoteCount,
    NoteRow,
    count_notes,
    f1,
    matches,
    scored_clips,
    table_by_instrument,
    table_of_notes,
)
from riffdesk.training.evaluation.transcriber import Heard, HeardNote, Transcriber, notes_of
from tests.training.specs import tiny_config


def note(start: float, pitch: int = 60) -> HeardNote:
    return HeardNote(start, start + 0.2, pitch)


def test_a_note_is_right_within_fifty_milliseconds_and_at_its_pitch() -> None:
    assert matches([note(1.0)], [note(1.049)]) == 1
    assert matches([note(1.0)], [note(1.051)]) == 0
    assert matches([note(1.0)], [note(1.0, 72)]) == 0
    assert matches([], [note(1.0)]) == 0


def test_each_note_is_matched_once_and_as_many_as_can_be() -> None:
    assert matches([note(1.0)], [note(0.98), note(1.02)]) == 1
    # The first could take either; the second only the later one.
    assert matches([note(1.0), note(1.06)], [note(0.96), note(1.02)]) == 2


def test_notes_at_the_ends_do_not_count() -> None:
    expected = [note(-1.0), note(0.02), note(1.0), note(5.1)]
    heard = Heard((note(0.02), note(1.0), note(2.0), note(5.09)), 3, 10)
    assert count_notes(expected, heard, 5.12) == NoteCount(1, 1, 2, 3, 10)
    assert f1(NoteCount(1, 1, 2, 0, 0)) == pytest.approx(2 / 3)


def pictures(*notes: tuple[int, int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Return what sounds and what begins, ``[200, 88]``, of notes (first frame, last frame, key)."""
    frames, onsets = np.full((2, 200, 88), 0.01, np.float32)
    for first, last, key in notes:
        frames[first:last, key] = 0.8
        onsets[first - 1 : first + 2, key] = (0.3, 0.9, 0.3)
    return frames, onsets


def test_notes_begin_at_onsets_and_end_where_they_are_no_longer_likely() -> None:
    times = np.arange(200) * 0.01
    heard = notes_of(*pictures((20, 60, 40), (60, 90, 40), (30, 120, 47), (150, 153, 50)), times)
    assert [(n.pitch, round(n.start, 2), round(n.end, 2)) for n in sorted(heard, key=lambda n: (n.pitch, n.start))] == [
        (61, 0.2, 0.6),
        (61, 0.6, 0.9),
        (68, 0.3, 1.2),
    ]  # the one of three frames is too short


def test_silence_has_no_notes() -> None:
    assert notes_of(np.zeros((50, 88), np.float32), np.zeros((50, 88), np.float32), np.arange(50.0)) == []


def test_the_table_compares_each_set_with_real_renders() -> None:
    real = NoteRow("real", [NoteCount(8, 10, 10, 20, 100)] * 6, ["flute"] * 3 + ["piano"] * 3)
    ours = NoteRow("ours", [NoteCount(4, 10, 10, 40, 100)] * 6, real.families)
    rows = table_of_notes([real, ours]).splitlines()
    assert len(rows) == 4
    assert "| 0.40 (0.40 to 0.40) | 0.50 (0.50 to 0.50) |" in rows[3]
    assert "| 0.40 (0.40 to 0.40) | 2.00 (2.00 to 2.00) |" in rows[3]
    assert table_by_instrument([real, ours]).splitlines()[0] == "| note F1 | flute | piano |"


def test_a_missing_network_names_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIFFDESK_TRANSCRIBER", str(tmp_path / "none.onnx"))
    with pytest.raises(UserError, match="basic-pitch"):
        transcriber.find_network()


def test_clips_are_of_one_pitched_part_and_the_instruments_take_turns(tmp_path: Path) -> None:
    try:
        font = SoundFont()
    except UserError as error:
        pytest.skip(str(error))
    clips = scored_clips(tiny_config(tmp_path), 16, [font])
    assert len({clip.spec.family for clip in clips}) == 16
    assert all(len(clip.score.parts) == 1 and not clip.spec.drums for clip in clips)
    first = clips[0].score.parts[0].notes[0]
    expected = clips[0].expected[0]
    beat = 60 / clips[0].spec.bpm
    assert (expected.start + clips[0].begin, expected.pitch) == (pytest.approx(first.start * beat), first.pitch)
    assert expected.end - expected.start == pytest.approx(first.length * beat)


def test_a_plain_melody_is_heard_where_the_score_has_it() -> None:
    try:
        judge, font = Transcriber(), SoundFont()
    except UserError as error:
        pytest.skip(str(error))
    pitches = (60, 64, 67, 72, 67, 64, 60)
    wanted = [HeardNote(0.3 + 0.5 * i, 0.7 + 0.5 * i, pitch) for i, pitch in enumerate(pitches)]
    sound = font.render([(0, 0, 0.0, [(n.start, n.end, n.pitch, 100) for n in wanted])], 44_100 * 4)
    heard = judge.hear(sound, 44_100)
    assert note_evaluation.matches(wanted, heard.notes) == len(pitches)
    assert heard.unsure < 0.6 * heard.likely
