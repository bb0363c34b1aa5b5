"""Riffs of Stable Audio 3 in the window: from words, refused, and made anew under a mask."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from riffdesk.sketch.paint.region import Region
from riffdesk.ui.window.main_window import MainWindow
from tests.models.stable_audio import LONGEST, add_stable_audio
from tests.ui.conftest import Hands


@pytest.fixture
def band(window: MainWindow, hands: Hands) -> MainWindow:
    """A window that plays with a tiny Stable Audio."""
    hands.use_model(add_stable_audio().name)
    window.prompt_panel.steps.setValue(3)
    window.sketch.update_render(seconds=2.0)
    return window


def generate(window: MainWindow, hands: Hands) -> None:
    QTest.keyClick(window.prompt_panel.prompt, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.rendered()


def test_words_become_a_layer_that_is_heard_and_seen_and_a_part_is_made_anew(band: MainWindow, hands: Hands) -> None:
    QTest.keyClicks(band.prompt_panel.prompt, "slow jazz")
    generate(band, hands)
    assert band.notice.isHidden(), band.notice.text
    layer = band.sketch.active_layer
    assert layer.ink.any()
    assert layer.recipe is not None
    assert layer.recipe.model == band.sketch.render.model
    sound = band.sketch.sound(layer.id)
    assert not sound.unfinished
    samples = np.asarray(sound.waveform[:])
    assert samples.shape[-1] >= 2 * band.sketch.params.sample_rate
    assert np.abs(samples).max() > 0.01

    before = layer.ink
    band.canvas.select(Region(60, 120, 0, 512))
    hands.wait(lambda: band.selection_bar.isVisible())
    QTest.mouseClick(band.findChild(QToolButton, "selectionRepaint"), Qt.MouseButton.LeftButton)
    hands.rendered()
    assert band.notice.isHidden(), band.notice.text
    changed = np.flatnonzero((band.sketch.layer(layer.id).ink != before).any(axis=0))
    assert len(changed) > 20
    assert changed.min() >= 50
    assert changed.max() < 130
    band.actions_["actionUndo"].trigger()
    assert (band.sketch.layer(layer.id).ink == before).all()


def test_what_it_cannot_make_is_told_before_it_is_loaded(band: MainWindow, hands: Hands) -> None:
    layers = len(band.sketch.layers)
    QTest.keyClicks(band.prompt_panel.prompt, "slow jazz")
    band.sketch.update_render(seconds=LONGEST + 1)
    generate(band, hands)
    assert "6 s at most" in band.notice.text
    assert len(band.sketch.layers) == layers or not band.sketch.active_layer.ink.any()


def test_settings_without_effect_are_disabled_and_say_why(band: MainWindow, hands: Hands) -> None:
    panel = band.prompt_panel
    assert not panel.scheduler.isEnabled()
    assert panel.scheduler.toolTip() == "tiny-audio has a scheduler of its own"
    assert not panel.mode.isEnabled()
    assert "as a whole" in panel.mode.toolTip()
    band.sketch.update_render(clips=True)
    assert panel.mode.isEnabled(), "clips can be switched off again"
    band.sketch.update_render(clips=False)
    hands.use_model("starter")
    assert panel.scheduler.isEnabled()
    assert "removing the noise" in panel.scheduler.toolTip()
    assert panel.mode.isEnabled()
    assert "One piece" in panel.mode.toolTip()


def test_a_jam_is_refused_before_the_model_is_loaded(band: MainWindow, hands: Hands) -> None:
    band.actions_["actionJam"].trigger()
    hands.wait(lambda: "cannot jam" in band.notice.text)
