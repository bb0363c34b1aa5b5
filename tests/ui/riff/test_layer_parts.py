"""Add a part and Split the layer, in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton

from riffdesk.compose.guide import guide_of
from riffdesk.compose.harmony import Key
from riffdesk.compose.score import Note, Part
from riffdesk.compose.score_text import score_of_text
from riffdesk.engine.riff.score.sketch_music import SketchMusic
from riffdesk.models.registry import add_model
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.state import MAX_LAYERS, empty_state
from riffdesk.ui.riff.add_part_dialog import AddPartDialog
from riffdesk.ui.window.main_window import MainWindow
from tests.diffusion.tiny import Tiny, tiny_folder
from tests.engine.riff.score.test_sketch_music import in_four
from tests.ui.conftest import Hands

QUICK = Tiny(latent_width=16)
MUSIC = SketchMusic(
    100.0, 4, Key(9, "minor"), (((9, 0, 4),), ((5, 9, 0),)), 0.0, 8.0, False, source="Estimated from the sound of clip."
)


def with_drawing(window: MainWindow) -> None:
    """Open a sketch with four seconds of a composed picture, at its tempo."""
    Hands(window).use_model(add_model(tiny_folder(QUICK)).name)
    window.prompt_panel.steps.setValue(3)
    score = in_four(120.0)
    sketch = window.sketch
    sketch.open(replace(empty_state(render=sketch.render), tempo=120.0))
    sketch.add_layer(Layer(guide_of(score, 800, sketch.params), "drawing"))


def add_button(dialog: AddPartDialog) -> QPushButton:
    box = dialog.findChild(QDialogButtonBox)
    return next(button for button in box.buttons() if button.text() == "Add")  # type: ignore[union-attr,return-value]


def in_dialog(act: Callable[[AddPartDialog], object]) -> QTimer:
    """Act in the dialog as soon as it is there."""
    timer = QTimer(interval=50)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, AddPartDialog) and dialog.isVisible():
            timer.stop()
            act(dialog)

    timer.timeout.connect(look)
    timer.start()
    return timer


def test_a_part_is_composed_to_a_drawing_and_becomes_a_layer_and_undo_takes_it_away(
    window: MainWindow, hands: Hands
) -> None:
    with_drawing(window)
    seen: dict[str, object] = {}

    def act(dialog: AddPartDialog) -> None:
        seen.update(tempo=dialog.tempo.value(), key=dialog.key.currentData(), chords=dialog.chords.text())
        seen["source"] = dialog.source.text()
        dialog.kind.setFocus()
        for _ in range(dialog.kind.findText("Chords") - dialog.kind.currentIndex()):
            QTest.keyClick(dialog.kind, Qt.Key.Key_Down)
        dialog.instrument.setCurrentText("Organ")
        dialog.chords.selectAll()
        QTest.keyClicks(dialog.chords, "Dm | A")
        QTest.mouseClick(add_button(dialog), Qt.MouseButton.LeftButton)

    timer = in_dialog(act)
    window.actions_["actionAddPart"].trigger()
    hands.wait(lambda: len(window.sketch.layers) == 2, 300)
    assert not timer.isActive()
    assert seen["tempo"] == 120.0
    assert seen["key"] == "A minor"
    assert str(seen["chords"]).startswith("Am | F | C | G")
    assert "Estimated from the sound of drawing" in str(seen["source"])
    layer = window.sketch.layers[1]
    assert layer.name == "Chords"
    assert (layer.columns, window.sketch.state.active) == (window.sketch.columns, layer.id)
    assert layer.recipe is not None
    score = score_of_text(layer.recipe.score)
    assert [part.instrument for part in score.parts] == ["organ"]
    assert {note.pitch % 12 for note in score.parts[0].notes if note.start < 3.5} <= {2, 5, 9}
    assert window.sketch.history.undo_name == "Add part"
    window.sketch.undo()
    assert [layer.name for layer in window.sketch.layers] == ["drawing"]


def test_cancel_adds_nothing_and_an_empty_sketch_has_nothing_to_add_to(window: MainWindow, hands: Hands) -> None:
    window.actions_["actionAddPart"].trigger()
    hands.wait(lambda: "nothing to add a part to" in window.notice.text)
    with_drawing(window)
    timer = in_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    window.actions_["actionAddPart"].trigger()
    hands.wait(lambda: not timer.isActive())
    hands.pause(0.2)
    assert window.render_worker.running is None
    assert len(window.sketch.layers) == 1


def test_the_dialog_says_what_keeps_a_part_from_being_composed(hands: Hands) -> None:
    dialog = AddPartDialog(MUSIC, "bass")
    dialog.show()
    assert dialog.instrument.currentText() == "Any"
    assert dialog.chords.text() == "Am | F"
    dialog.chords.setText("Am | Xy")
    assert "'Xy' (bar 2)" in dialog.problem_label.text()
    assert not add_button(dialog).isEnabled()
    dialog.chords.setText("Am | Dm")
    assert add_button(dialog).isEnabled()
    dialog.kind.setCurrentIndex(dialog.kind.findText("Counter-melody"))
    assert "needs a melody" in dialog.problem_label.text()
    assert not add_button(dialog).isEnabled()
    melody = replace(MUSIC, parts=(Part("melody", "flute", 73, (Note(0.0, 1.0, 72, 90),)),))
    other = AddPartDialog(melody, "counter-melody")
    assert add_button(other).isEnabled()
    assert "Flute" in [other.instrument.itemText(index) for index in range(other.instrument.count())]
    assert other.music() == melody
    dialog.close()


def test_the_layers_menu_splits_a_layer_into_three_that_sum_to_it(window: MainWindow, hands: Hands) -> None:
    with_drawing(window)
    hands.idle()
    before = window.sketch.active_layer
    offered = [action.objectName() for action in window.layers.menu.actions()]
    assert {"actionAddPart", "actionSplitLayer"} <= set(offered)
    next(one for one in window.layers.menu.actions() if one.objectName() == "actionSplitLayer").trigger()
    hands.wait(lambda: len(window.sketch.layers) == 3, 300)
    names = [layer.name for layer in window.sketch.layers]
    assert names == ["drawing harmonic", "drawing bass", "drawing percussive"]
    total = np.sum([layer.sound.audio for layer in window.sketch.layers], axis=0, dtype=np.float64)
    assert np.abs(total - before.sound.audio).max() <= 2.0**-22  # type: ignore[operator]
    assert window.sketch.history.undo_name == "Split"
    window.sketch.undo()
    assert window.sketch.layers[0].tiles is before.tiles


@pytest.mark.parametrize(("action", "left"), [("actionAddPart", 0), ("actionSplitLayer", 1)])
def test_where_there_is_no_room_nothing_is_begun(window: MainWindow, hands: Hands, action: str, left: int) -> None:
    full = np.full((512, 512), 0.1, np.float32)
    state = window.sketch.state
    layers = tuple(Layer(full, f"{n}") for n in range(MAX_LAYERS - left))
    window.sketch.open(replace(state, layers=layers, active=layers[0].id))
    window.actions_[action].trigger()
    hands.wait(lambda: f"at most {MAX_LAYERS} layers" in window.notice.text)


def test_a_command_that_is_pressed_twice_is_done_once(window: MainWindow, hands: Hands) -> None:
    with_drawing(window)
    hands.idle()
    shown = []
    for _ in range(2):
        window.actions_["actionAddPart"].trigger()
    timer = in_dialog(lambda dialog: (shown.append(dialog), QTest.keyClick(dialog, Qt.Key.Key_Escape)))
    hands.wait(lambda: shown)
    timer.start()
    hands.wait(lambda: window.worker.running is None and not window.worker.waiting, 60)
    hands.pause(0.2)
    assert len(shown) == 1
    for _ in range(2):
        window.actions_["actionSplitLayer"].trigger()
    hands.wait(lambda: len(window.sketch.layers) == 3, 300)
    hands.idle()
    assert "was not split" not in window.notice.text
