"""MIDI files in the window: given to be played, and written of what was played."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from riffdesk.compose.harmony import Key
from riffdesk.compose.midi.midi_file import Event, Kind, MidiFile, midi_bytes
from riffdesk.compose.midi.score_midi import read_midi, write_midi
from riffdesk.compose.score import Note, Part, Score
from riffdesk.compose.score_text import score_of_text
from riffdesk.engine.riff.score import riff_score
from riffdesk.models.registry import add_model
from riffdesk.store.project.opening import OpenRequest, open_project
from riffdesk.ui.window.main_window import MainWindow
from tests.diffusion.tiny import tiny_folder
from tests.engine.riffs import SCORED
from tests.ui.conftest import Hands
from tests.ui.riff.prompt.test_notes_of_prompt import choose_start, write
from tests.ui.test_file_drop import drop

TUNE = Score(
    90,
    3,
    Key(2, "minor"),
    4,
    (),
    (Part("melody", "piano", 0, tuple(Note(3.0 * n, 1.0, 62 + n, 90) for n in range(4))),),
)


@pytest.fixture
def tune(tmp_path: Path) -> Path:
    write_midi(tmp_path / "tune.mid", TUNE)
    return tmp_path / "tune.mid"


def played(window: MainWindow) -> Score:
    """Return the notes that the next riff plays."""
    return score_of_text(window.riffs.recipe_maker.new_riff().score)


def test_a_midi_file_that_is_dropped_is_what_the_next_riff_plays(
    no_scores: None, window: MainWindow, hands: Hands, tune: Path, tmp_path: Path
) -> None:
    row, sketch = window.prompt_panel.notes, window.sketch
    assert row.isHidden()
    drop(window.canvas.viewport(), [QUrl.fromLocalFile(str(tune))])
    hands.wait(row.isVisible)
    assert row.label.text() == "Notes: tune.mid"
    assert "plays the notes of tune.mid: 4 bars at 90 bpm" in window.notice.text
    assert (sketch.state.tempo, sketch.state.beats_per_bar, sketch.state.key) == (90, 3, "D minor")
    assert sketch.seconds == pytest.approx(8.0, abs=0.01)
    assert played(window).parts == score_of_text(sketch.render.score).parts
    assert window.riffs.recipe_maker.new_riff().init == "guide", "which is how this model is told them"
    assert not window.prompt_panel.start.isEnabled()
    assert window.prompt_panel.interpretation.isHidden(), "nothing is composed"

    window.documents._save_to(tmp_path / "song.riff")
    hands.idle()
    assert open_project(OpenRequest(tmp_path / "song.riff")).document.render == sketch.render

    QTest.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert row.isHidden()
    assert window.riffs.recipe_maker.new_riff().score == ""
    assert window.prompt_panel.start.isEnabled()
    sketch.undo()
    assert row.isVisible()
    sketch.undo()
    assert row.isHidden()
    assert (sketch.state.tempo, sketch.state.beats_per_bar) == (120, 4), "one step of the history"


def test_what_is_there_keeps_its_tempo_and_the_notes_come_at_it(window: MainWindow, hands: Hands, tune: Path) -> None:
    hands.drag((0.5, 400), (1.5, 800))
    hands.idle()
    seconds = window.sketch.seconds
    window.documents.import_paths([tune])
    hands.wait(window.prompt_panel.notes.isVisible)
    assert (window.sketch.state.tempo, window.sketch.seconds) == (120, seconds)
    recipe = window.riffs.recipe_maker.new_riff()
    assert (score_of_text(recipe.score).tempo, recipe.tempo, recipe.key) == (120, 120, "D minor")
    window.prompt_panel.in_time.click()
    assert played(window).tempo == 90


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [("smpte", "SMPTE|seconds"), ("no notes", "no notes"), ("100 MB", "MB"), ("200 tracks", "200 tracks")],
)
def test_bad_midi_files_are_told_of_and_nothing_changes(
    window: MainWindow, hands: Hands, tmp_path: Path, kind: str, sentence: str
) -> None:
    path = tmp_path / "bad.mid"
    if kind == "smpte":
        path.write_bytes(b"MThd\0\0\0\6\0\0\0\1\xe7\x28MTrk\0\0\0\4\0\xff\x2f\0")
    elif kind == "100 MB":
        with path.open("wb") as file:
            file.write(b"MThd\0\0\0\6\0\1\0\1\1\xe0MTrk")
            file.truncate(100_000_000)
    else:
        on, off = Event(0, Kind.NOTE_ON, 0, (60, 90)), Event(480, Kind.NOTE_OFF, 0, (60,))
        end = Event(960, Kind.END)
        track = (on, off, end) if kind == "200 tracks" else (end,)
        path.write_bytes(midi_bytes(MidiFile(480, (track,) * (200 if kind == "200 tracks" else 1))))
    before = window.sketch.state
    drop(window.canvas.viewport(), [QUrl.fromLocalFile(str(path))])
    hands.wait(lambda: "bad.mid" in window.notice.text)
    assert any(word in window.notice.text for word in sentence.split("|")), window.notice.text
    assert window.sketch.state is before


def test_the_notes_of_a_riff_are_exported(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    action = window.actions_["actionExportNotes"]
    assert not action.isEnabled()
    assert "was not played from notes" in action.toolTip().replace("\n", " ")
    window.sketch.set_tempo(96)
    window.sketch.set_length(5.0)
    choose_start(window, "A composed guide")
    write(window, "slow jazz with a piano, no drums")
    recipe = window.riffs.recipe_maker.new_riff()
    window.sketch.add_layer(replace(window.sketch.active_layer, id="made", recipe=recipe))
    assert action.isEnabled()
    out = tmp_path / "jazz"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    action.trigger()
    hands.wait(lambda: "Exported jazz.mid" in window.notice.text)
    score = read_midi(tmp_path / "jazz.mid").score
    assert (score.tempo, score.bars) == (96, 2)
    assert "piano" in [part.instrument for part in score.parts]
    assert "drums" not in [part.instrument for part in score.parts]
    window.layers.select(-1)
    assert not action.isEnabled()


def test_given_notes_are_not_read_again_while_one_types(
    window: MainWindow, hands: Hands, tune: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.documents.import_paths([tune])
    hands.wait(window.prompt_panel.notes.isVisible)
    read: list[str] = []
    monkeypatch.setattr(riff_score, "score_of_text", lambda text: read.append(text) or score_of_text(text))
    riff_score._at_tempo.cache_clear()
    QTest.keyClicks(window.prompt_panel.prompt, "piano")
    hands.pause(1.0)  # longer than the rest after which a prompt is read
    assert read == [], "thousands of them would stall the keys"
    window.riffs.recipe_maker.new_riff()
    assert len(read) == 1


def test_a_model_that_plays_notes_is_told_them_without_a_guide(window: MainWindow, hands: Hands, tune: Path) -> None:
    hands.use_model(add_model(tiny_folder(SCORED)).name)
    window.documents.import_paths([tune])
    hands.wait(window.prompt_panel.notes.isVisible)
    recipe = window.riffs.recipe_maker.new_riff()
    assert (recipe.init, score_of_text(recipe.score).bars) == ("", 4)
