"""Variations in the library: shown alone as they come, heard, starred, discarded, kept as they were rendered."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QPushButton

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.events import RenderResult
from riffdesk.errors import UserError
from riffdesk.ui.window.main_window import MainWindow
from tests.analysis.sounds import keep, recipe, tone
from tests.ui.conftest import Hands
from tests.ui.library.test_library_panel import key, listed, settle, stored


def result(seed: int) -> RenderResult:
    ink = np.full((512, 100), 0.001 * seed, np.float32)
    return RenderResult(ink, tone(100.0 * seed, 1.0), recipe("drums", seed), SpectrogramParams())


@pytest.fixture
def begun(window: MainWindow, hands: Hands) -> MainWindow:
    """Three variations were asked for, and the first two of them are ready."""
    keep(tone(900), "something older")
    variations = window.riffs.variations
    variations.started.emit((7, 8, 9), "drums")
    for index, seed in enumerate((7, 8)):
        variations.ready.emit(index, result(seed))
        hands.wait(lambda number=index + 1: len(window.library.model.ids) == number)
    settle(window, hands)
    return window


def status(window: MainWindow) -> str:
    return window.library.panel.status.text()


def test_they_are_shown_alone_as_they_come_and_the_first_is_heard(begun: MainWindow, hands: Hands) -> None:
    assert begun.findChild(QDockWidget, "libraryDock").isVisible()
    assert listed(begun) == ["drums · 7", "drums · 8"]
    assert status(begun) == "2 of 3 variations of drums are ready."
    hands.wait(lambda: begun.library.audition.heard is not None)
    assert begun.library.audition.heard.name == "drums · 7", "the second one does not interrupt it"
    begun.riffs.variations.ready.emit(2, result(9))
    hands.wait(lambda: len(begun.library.model.ids) == 3)
    begun.riffs.variations.ended.emit()
    hands.wait(lambda: status(begun) == "3 variations of drums.")


def test_they_are_starred_and_discarded_like_all_riffs(begun: MainWindow, hands: Hands) -> None:
    entry = begun.library.panel.view.current_entry()
    key(begun, hands, "5")
    assert stored(entry).stars == 5
    key(begun, hands, Qt.Key.Key_Down)
    key(begun, hands, Qt.Key.Key_Delete)
    assert listed(begun) == ["drums · 7"]


def test_return_keeps_one_sample_for_sample(begun: MainWindow, hands: Hands) -> None:
    key(begun, hands, Qt.Key.Key_Down)
    key(begun, hands, Qt.Key.Key_Return)
    layer = begun.sketch.active_layer
    assert layer.name == "drums · 8"
    assert np.array_equal(layer.sound.audio[:, :44_100], result(8).audio)
    assert np.array_equal(layer.ink[:, :100], result(8).ink)
    assert begun.library.audition.heard is None, "it is heard in the sketch"


def test_a_word_in_the_search_or_a_button_shows_the_whole_library(begun: MainWindow, hands: Hands) -> None:
    begun.library.panel.search.setText("older")
    hands.wait(lambda: listed(begun) == ["something older"])
    begun.library.panel.search.setText("")
    hands.wait(lambda: len(listed(begun)) == 3)
    begun.riffs.variations.started.emit((7,), "drums")
    hands.wait(lambda: listed(begun) == [])
    QTest.mouseClick(begun.library.panel.all, Qt.MouseButton.LeftButton)
    hands.wait(lambda: len(listed(begun)) == 3)
    assert begun.library.panel.all.isHidden()


def test_a_stroke_is_heard_and_not_the_variation(begun: MainWindow, hands: Hands) -> None:
    hands.wait(lambda: begun.sound_updates.auditioning)
    hands.tool("toolBrush")
    hands.drag((1.0, 500.0), (2.0, 500.0))
    assert not begun.sound_updates.auditioning
    hands.idle()


def test_another_sketch_has_no_variations_of_the_old_one(begun: MainWindow, hands: Hands) -> None:
    begun.documents.new()
    hands.wait(lambda: len(listed(begun)) == 3)
    assert begun.library.batch._results == {}, "their memory is free"
    assert begun.sound_updates.auditioning == 0


def test_what_the_library_does_not_take_is_offered_as_layers(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(function, request, label, done, fail):
        fail(UserError("The disk is full."))

    monkeypatch.setattr(window.library.keeper._worker, "write", refuse)
    window.riffs.variations.started.emit((7, 8), "drums")
    for index, seed in enumerate((7, 8)):
        window.riffs.variations.ready.emit(index, result(seed))
    assert any("disk is full" in message.text for message in window.notice.messages)
    button = next(one for one in window.notice.findChildren(QPushButton) if one.text() == "Add as layers")
    button.click()
    assert [layer.name for layer in window.sketch.layers[-2:]] == ["drums · 7", "drums · 8"]
