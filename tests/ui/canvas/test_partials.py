"""The partials over the canvas, in a real window."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands


def bluish(window: MainWindow, seconds: float, hertz: float) -> bool:
    """Return whether a line of a partial is near a place on the canvas."""
    picture = window.canvas.viewport().grab().toImage()
    at = window.canvas.point_at(seconds, hertz) * picture.devicePixelRatio()
    colours = [picture.pixelColor(at + QPoint(0, y)) for y in range(-3, 4)]
    return any(colour.blue() > 150 and colour.blue() > colour.red() + 60 for colour in colours)


def test_lines_follow_tones_that_are_drawn_and_undone_and_not_noise(window: MainWindow, hands: Hands) -> None:
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert window.settings.show_partials
    hands.tool("toolTone")
    hands.drag((0.5, 440), (4.5, 440))
    hands.tool("toolNoise")
    hands.drag((1.0, 3_000), (4.0, 3_000))
    hands.wait(lambda: window.canvas.partials.is_complete)
    hands.wait(lambda: bluish(window, 2.5, 440), 20)
    assert not bluish(window, 2.5, 600)
    assert sum(bluish(window, seconds, 3_000) for seconds in np.arange(1.2, 3.8, 0.2)) <= 2
    window.editing.undo()
    window.editing.undo()
    hands.wait(lambda: not bluish(window, 2.5, 440), 20)
    window.editing.redo()
    hands.wait(lambda: bluish(window, 2.5, 440), 20)
    window.actions_["actionNoteAxis"].trigger()
    hands.wait(lambda: bluish(window, 2.5, 440), 20)
    window.actions_["actionNoteAxis"].trigger()
    window.actions_["actionPartials"].trigger()
    QApplication.processEvents()
    assert not bluish(window, 2.5, 440)
    assert not window.settings.show_partials


def test_partials_of_ten_minutes_do_not_block_the_window(window: MainWindow, hands: Hands) -> None:
    window.sketch.set_length(600)
    edit = window.sketch.begin_stroke("Tones")
    ink = 0.3 * np.random.default_rng(1).random(edit.shape, np.float32)
    ink[60:500:40] = 0.9
    edit.write(0, ink)
    edit.commit()
    hands.pause(1)
    window.actions_["actionPartials"].trigger()
    turns = 0
    while not window.canvas.partials.is_complete:
        QApplication.processEvents()
        turns += 1
    assert turns > 60_000 / 192  # events come between the pieces
