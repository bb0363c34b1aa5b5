"""Variations are heard with Up and Down while the rest is still being made, and kept with Return."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDockWidget

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.events import RenderResult
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.ui.riff.variations import VariationsPanel
from riffdesk.ui.window.app import application
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands


def result(seed: int) -> RenderResult:
    recipe = Recipe("starter", (Keyframe(prompt="drums", seed=seed),), 5.12, 12)
    ink = np.random.default_rng(seed).uniform(0, 1, (512, 512)).astype(np.float32)
    return RenderResult(ink, np.zeros((1, 512 * 441), np.float32), recipe, SpectrogramParams())


class Ears:
    def __init__(self, panel: VariationsPanel) -> None:
        self.heard: list[int | None] = []
        self.kept: list[int] = []
        panel.auditioned.connect(lambda one, _: self.heard.append(one and one.recipe.keyframes[0].seed))
        panel.kept.connect(lambda one: self.kept.append(one.recipe.keyframes[0].seed))


@pytest.fixture
def panel() -> Iterator[VariationsPanel]:
    application()
    made = VariationsPanel()
    made.show()
    QApplication.processEvents()
    yield made
    made.deleteLater()


@pytest.fixture
def ears(panel: VariationsPanel) -> Ears:
    return Ears(panel)


def test_the_first_is_heard_as_soon_as_it_is_there_and_up_and_down_hear_the_others(
    panel: VariationsPanel, ears: Ears
) -> None:
    panel.begin((7, 8, 9))
    assert ears.heard == []
    panel.add_result(0, result(7))
    assert ears.heard[-1] == 7
    panel.add_result(1, result(8))
    assert ears.heard[-1] == 7  # nobody is interrupted
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert ears.heard[-1] == 8
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert ears.heard[-1] == 8  # the third is not there yet
    panel.add_result(2, result(9))
    assert ears.heard[-1] == 9  # one waited for it
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    assert ears.heard[-1] == 8


def test_return_keeps_what_is_heard(panel: VariationsPanel, ears: Ears) -> None:
    panel.begin((7, 8))
    panel.add_result(0, result(7))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert ears.kept == [7]
    assert "kept" in panel.list.item(0).text()
    panel.list.setCurrentRow(1)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert ears.kept == [7]  # what is not there cannot be kept
    assert not panel.keep.isEnabled()


def test_a_hidden_panel_is_silent_and_the_sketch_is_heard_again(panel: VariationsPanel, ears: Ears) -> None:
    panel.begin((7,))
    panel.add_result(0, result(7))
    panel.hide()
    assert ears.heard == [7, None]


def test_what_was_cancelled_says_so(panel: VariationsPanel, ears: Ears) -> None:
    panel.begin((7, 8))
    panel.add_result(0, result(7))
    panel.stop()
    assert "not made" in panel.list.item(1).text()
    assert "ready" in panel.list.item(0).text()


def test_what_is_heard_with_the_sketch_and_kept_is_not_heard_twice(panel: VariationsPanel, ears: Ears) -> None:
    context = panel.findChild(QCheckBox, "variationContext")
    assert context is not None
    context.setChecked(True)
    panel.begin((7, 8))
    panel.add_result(0, result(7))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert ears.kept == [7]
    assert ears.heard == [7, None]


def test_what_is_done_to_the_sketch_is_heard_and_not_the_variation(window: MainWindow, hands: Hands) -> None:
    panel, updates = window.variations, window.sound_updates
    window.findChild(QDockWidget, "variationsDock").show()
    panel.begin((7, 8))
    panel.add_result(0, result(7))
    assert updates.auditioning
    panel.kept.emit(result(7))  # as a layer, which is to be heard in the sketch
    assert not updates.auditioning
    panel.list.setCurrentRow(-1)
    panel.list.setCurrentRow(0)
    assert updates.auditioning
    hands.tool("toolBrush")
    hands.drag((1.0, 500.0), (2.0, 500.0))
    assert not updates.auditioning
    assert not panel.back.isEnabled()
    hands.idle()


def test_a_new_sketch_has_no_variations_of_the_old_one_and_none_go_on_being_made(window: MainWindow) -> None:
    hands, panel = Hands(window), window.variations
    panel.begin((7, 8))
    panel.add_result(0, result(7))
    assert panel.list.count() == 2
    window.documents.new()
    assert panel.list.count() == 0
    assert panel.auditioning is None
    assert not panel.keep.isEnabled()
    window.prompt_panel.prompt.setPlainText("drums")
    window.actions_["actionVariations"].trigger()
    hands.wait(lambda: window.render_worker.running)
    job = window.render_worker.running
    window.documents.new()
    assert job is not None
    assert job.cancel.is_set()
    hands.wait(lambda: not window.render_worker.running)
    assert panel.list.count() == 0
