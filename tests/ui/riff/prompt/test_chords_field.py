"""The chords of a keyframe: typed, checked as they are typed, undone in one step, saved, and played."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from riffdesk.compose.chords import chords_of
from riffdesk.engine.riff.score.riff_score import riff_score
from riffdesk.store.project.opening import OpenRequest, open_project
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands
from tests.ui.riff.prompt.test_notes_of_prompt import choose_start


def type_chords(window: MainWindow, text: str) -> None:
    field = window.prompt_panel.chords.field
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def test_chords_are_typed_checked_played_and_saved(
    no_scores: None, window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    panel, sketch = window.prompt_panel, window.sketch
    panel.more.setChecked(True)
    hands.pause(0.1)
    type_chords(window, "Cm | Ax | Eb")
    assert panel.chords.message.isVisible()
    assert "'Ax' (bar 2)" in panel.chords.message.text()
    hands.pause(1.2)  # a rest in typing
    QTest.keyClicks(panel.chords.field, " | Bb")
    type_chords(window, "Cm | Ab | Eb | Bb")
    assert panel.chords.message.isHidden()
    assert sketch.state.keyframes[0].chords == "Cm | Ab | Eb | Bb"
    assert panel.start.currentText() == "A composed guide", "which hears them, where nobody has chosen"
    assert panel.interpretation.isVisible()

    recipe = window.riffs.recipe_maker.new_riff()
    chords = [chord.pitch_classes for chord in riff_score(recipe).score.chords]
    assert chords[:2] == [bar[0] for bar in chords_of("Cm | Ab")]

    window.documents._save_to(tmp_path / "song.riff")
    hands.idle()
    assert open_project(OpenRequest(tmp_path / "song.riff")).document.keyframes == sketch.state.keyframes

    sketch.undo()
    assert panel.chords.field.toPlainText() == "Cm | Ax | Eb", "what was typed in one go is one step"
    sketch.undo()
    assert panel.chords.field.toPlainText() == ""
    assert panel.start.currentText() == "Words alone"


def test_chords_that_nothing_hears_are_told_of(no_scores: None, window: MainWindow, hands: Hands) -> None:
    panel = window.prompt_panel
    panel.more.setChecked(True)
    hands.pause(0.1)
    choose_start(window, "A composed guide")
    choose_start(window, "Words alone")
    type_chords(window, "C | G")
    assert "no effect" in panel.chords.message.text()
    choose_start(window, "A composed guide")
    assert panel.chords.message.isHidden()


def test_generate_with_a_typo_says_where_it_is(window: MainWindow, hands: Hands) -> None:
    window.prompt_panel.more.setChecked(True)
    hands.pause(0.1)
    type_chords(window, "C | Gq")
    QTest.mouseClick(window.prompt_panel.generate, Qt.MouseButton.LeftButton)
    hands.wait(lambda: "'Gq' (bar 2)" in window.notice.text)
    assert len(window.sketch.layers) == 1
