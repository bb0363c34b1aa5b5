"""The notes of the layer over the canvas, and the note tool, with real mouse and keys in a real window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.compose.harmony import Key
from riffdesk.compose.score import DrumPiece, Note, Part, Score
from riffdesk.compose.score_text import text_of
from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

SHIFT = Qt.KeyboardModifier.ShiftModifier
PIANO = Part("melody", "piano", 0, (Note(0.0, 1.0, 60, 80), Note(2.0, 1.0, 67, 80), Note(4.0, 1.0, 72, 80)))
DRUMS = Part("drums", "drums", 0, (Note(0.0, 0.1, DrumPiece.KICK, 100), Note(1.0, 0.1, DrumPiece.SNARE, 100)))
SCORE = Score(120.0, 4, Key(0, "major"), 3, (), (PIANO, DRUMS))


def play(window: MainWindow, score: Score = SCORE) -> Layer:
    """Add a layer that was played from a score, and zoom to where its notes are."""
    recipe = Recipe(
        "starter", (Keyframe(prompt="piano"),), window.sketch.seconds, 16, score=text_of(score), tempo=120.0
    )
    layer = window.sketch.add_layer(Layer(window.sketch.active_layer.tiles, "Riff", recipe=recipe))
    window.canvas._view.setYRange(0, 120, padding=0)
    QApplication.processEvents()
    return layer


def at(beat: float, pitch: float) -> tuple[float, float]:
    return beat / 2, hertz_of_midi(pitch)


def notes(window: MainWindow, part: int = 0) -> list[tuple[float, float, int, int]]:
    score = window.canvas.notes.score
    assert score is not None
    return [(note.start, note.length, int(note.pitch), note.velocity) for note in score.parts[part].notes]


@pytest.fixture
def tool(window: MainWindow, hands: Hands) -> Hands:
    play(window)
    hands.key("N")
    assert window.settings.tool == "toolNotes"
    return hands


def test_view_notes_shows_the_notes_of_the_layer_and_follows_layer_and_undo(window: MainWindow, hands: Hands) -> None:
    play(window)
    canvas, empty = window.canvas, window.grab().toImage()
    assert not canvas.note_item.isVisible()
    hands.key("N", SHIFT)
    assert window.actions_["actionShowNotes"].isChecked()
    hands.pause(0.1)
    assert window.grab().toImage() != empty
    assert canvas.note_item.drawn == 5
    window.sketch.select_layer(window.sketch.layers[0].id)
    hands.pause(0.1)
    assert canvas.note_item.drawn == 0, "the other layer has no notes"
    window.sketch.undo()
    assert canvas.notes.score is None


def test_a_note_is_drawn_where_it_sounds(window: MainWindow, hands: Hands) -> None:
    play(window)
    hands.key("N", SHIFT)
    hands.pause(0.1)
    places = window.canvas.notes.places
    assert places is not None
    piano, drums = places.parts
    assert list(piano.first) == [0, 100, 200]
    assert list(piano.last) == [50, 150, 250]
    middle = window.sketch.params.band_of(hertz_of_midi(67))
    assert piano.low[1] < middle < piano.high[1]
    assert drums.low[0] < drums.low[1]
    picture = window.canvas.grab().toImage()
    view = window.canvas.viewport()
    point = window.canvas.point_at(*at(2.5, 67)) + view.pos()
    column = [picture.pixelColor(point.x(), point.y() + by) for by in range(-12, 13)]
    assert any(colour.lightness() > 100 for colour in column), "its outline"


def test_the_readout_names_part_and_note(window: MainWindow, hands: Hands) -> None:
    play(window)
    hands.key("N", SHIFT)
    QTest.mouseMove(window.canvas.viewport(), window.canvas.point_at(*at(2.5, 67)))
    hands.wait(lambda: "piano (melody)  G4" in window.readout.text())
    QTest.mouseMove(window.canvas.viewport(), window.canvas.point_at(*at(3.5, 60)))
    hands.wait(lambda: "piano" not in window.readout.text())


def test_a_drag_moves_a_note_on_the_grid_and_by_semitones_as_one_step(window: MainWindow, tool: Hands) -> None:
    tool.drag(at(2.5, 67), at(3.07, 69))
    assert notes(window)[1] == (2.5, 1.0, 69, 80)
    assert window.sketch.history.undo_name == "Move notes"
    assert window.canvas.overlays.changed_notes.isVisible()
    window.sketch.undo()
    assert notes(window)[1] == (2.0, 1.0, 67, 80)
    assert not window.canvas.overlays.changed_notes.isVisible()


def test_dragging_an_end_lengthens_and_the_beginning_too(window: MainWindow, tool: Hands) -> None:
    tool.drag(at(2.98, 67), at(3.49, 67))
    assert notes(window)[1] == (2.0, 1.5, 67, 80)
    assert window.sketch.history.undo_name == "Lengthen notes"
    tool.drag(at(2.02, 67), at(1.53, 67))
    assert notes(window)[1] == (1.5, 2.0, 67, 80)


def test_a_click_adds_a_note_of_the_grids_length_and_delete_takes_it_away(window: MainWindow, tool: Hands) -> None:
    window.settings.note_grid = "1/8"
    QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=window.canvas.point_at(*at(6.3, 64)))
    assert notes(window)[-1] == (6.0, 0.5, 64, 96)
    assert window.sketch.history.undo_name == "Add note"
    tool.key(Qt.Key.Key_Delete)
    assert len(notes(window)) == 3
    assert window.sketch.history.undo_name == "Delete notes"
    assert window.sketch.active_layer.notes == "", "these are the notes that it was played from"


def test_a_rectangle_selects_and_the_selected_move_together(window: MainWindow, tool: Hands) -> None:
    tool.drag(at(1.5, 58), at(4.5, 76))
    assert sorted(note.pitch for _, note in window.canvas.notes.selected) == [67, 72]
    tool.drag(at(2.5, 67), at(3.5, 67))
    assert [note[0] for note in notes(window)] == [0.0, 3.0, 5.0]
    tool.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [note[2] for note in notes(window)] == [60, 68, 73]
    tool.key(Qt.Key.Key_Escape)
    assert not window.canvas.notes.selected


def test_q_quantises_the_selected_notes_or_all(window: MainWindow, tool: Hands) -> None:
    crooked = replace(SCORE, parts=(replace(PIANO, notes=(Note(0.1, 1.0, 60, 80), Note(2.2, 1.0, 67, 80))),))
    play(window, crooked)
    tool.key("Q")
    assert [note[0] for note in notes(window)] == [0.0, 2.25]
    assert window.sketch.history.undo_name == "Quantise notes"


def test_shift_and_up_makes_a_note_louder(window: MainWindow, tool: Hands) -> None:
    canvas = window.canvas
    start = canvas.point_at(*at(2.5, 67))
    seconds, hertz = at(2.5, 67)
    above = canvas.cell_at((start - QPoint(0, 20)).toPointF())
    tool.drag((seconds, hertz), (seconds, float(window.sketch.params.hertz_of(above[1]))), keys=SHIFT)
    assert 98 <= notes(window)[1][3] <= 102
    assert notes(window)[1][:3] == (2.0, 1.0, 67)
    assert window.sketch.history.undo_name == "Velocity"


def test_set_velocity_is_that_of_the_options(window: MainWindow, tool: Hands) -> None:
    tool.key("A", Qt.KeyboardModifier.ControlModifier)
    window.settings.note_velocity = 50.0
    window.actions_["actionNoteVelocity"].trigger()
    assert {note[3] for part in (0, 1) for note in notes(window, part)} == {50}


def test_a_drum_stroke_is_moved_to_another_piece(window: MainWindow, tool: Hands) -> None:
    window.canvas.fit()
    QApplication.processEvents()
    tool.drag((0.5, 500), (0.75, 2_400))
    assert notes(window, 1)[1][:3] == (1.5, 0.1, DrumPiece.CLAP)


def test_escape_in_a_drag_leaves_the_notes(window: MainWindow, tool: Hands) -> None:
    tool.drag(at(2.5, 67), at(3.5, 72), release=False)
    assert notes(window)[1][:3] == (3.0, 1.0, 72), "while it is dragged"
    steps = len(window.sketch.history.steps)
    tool.key(Qt.Key.Key_Escape)
    assert notes(window)[1][:3] == (2.0, 1.0, 67)
    assert len(window.sketch.history.steps) == steps


def test_notes_are_drawn_on_an_empty_layer_with_the_instrument_of_the_prompt(window: MainWindow, hands: Hands) -> None:
    window.sketch.set_keyframes((Keyframe(prompt="violin melody"),))
    hands.key("N")
    window.canvas._view.setYRange(0, 120, padding=0)
    QApplication.processEvents()
    QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=window.canvas.point_at(*at(1.1, 70)))
    score = window.canvas.notes.score
    assert score is not None
    assert [part.instrument for part in score.parts] == ["violin"]
    assert notes(window) == [(1.0, 0.25, 70, 96)]
    assert (score.tempo, score.beats_per_bar) == (window.sketch.state.tempo, window.sketch.state.beats_per_bar)


def test_ten_minutes_with_thousands_of_notes_draw_those_in_view(window: MainWindow, hands: Hands) -> None:
    many = tuple(Note(beat / 4, 0.2, 48 + beat % 36, 80) for beat in range(4_800))
    window.sketch.set_length(600)
    play(window, replace(SCORE, bars=300, parts=(replace(PIANO, notes=many),)))
    window.canvas.fit()
    hands.key("N", SHIFT)
    hands.pause(0.2)
    assert window.canvas.note_item.drawn == 4_800
    window.canvas._view.setXRange(100, 110, padding=0)
    hands.pause(0.1)
    assert 75 < window.canvas.note_item.drawn < 95
