"""Loops in bars: their length, what is made for them, and what is heard of them."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton

from riffdesk.engine.events import RenderResult
from riffdesk.engine.requests import RenderRequest
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sound import Sound
from riffdesk.ui.document.export_dialog import ExportDialog
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

RATE = 44_100


def type_into(field: object, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def loop_riff(window: MainWindow, recipe: Recipe) -> RenderResult:
    request = RenderRequest(recipe, window.sketch.params)
    ink = np.full((window.sketch.params.bands, request.columns), 0.2, np.float32)
    return RenderResult(ink, np.zeros((1, request.samples), np.float32), recipe, request.params)


def test_bars_are_typed_and_turned_and_follow_the_length_and_the_tempo(window: MainWindow) -> None:
    transport, sketch = window.transport, window.sketch
    type_into(transport.bars, "6")
    assert sketch.samples == 12 * RATE
    assert transport.length.value() == 12
    type_into(transport.tempo, "90")
    assert transport.bars.text() == "6 bars"  # nothing is there yet that would lie across the bars
    assert sketch.samples == 16 * RATE
    type_into(transport.length, "5")
    assert transport.bars.text() == "1.88 bars"
    QTest.keyClick(transport.bars, Qt.Key.Key_Up)
    assert transport.bars.text() == "2 bars"
    assert sketch.samples == round(8 * 60 / 90 * RATE)
    QTest.keyClick(transport.bars, Qt.Key.Key_Up)
    assert transport.bars.text() == "3 bars"
    for _ in range(4):
        QTest.keyClick(transport.bars, Qt.Key.Key_Down)
    assert transport.bars.text() == "1 bar"
    sketch.undo()  # lengths in a row are one step
    assert transport.bars.text() == "6 bars"


@pytest.mark.parametrize(("typed", "said"), [("0", "more than 0, not 0"), ("5000", "600 seconds")])
def test_impossible_bars_are_one_sentence_and_change_nothing(window: MainWindow, typed: str, said: str) -> None:
    before = window.sketch.samples
    type_into(window.transport.bars, typed)
    assert said in window.notice.text
    assert window.sketch.samples == before
    assert window.transport.bars.text() == "2.56 bars"


def test_the_seamless_loop_is_a_button_beside_the_bars(window: MainWindow) -> None:
    button = window.transport.findChild(QToolButton, "circular")
    assert button.accessibleName().startswith("Seamless loop")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.sketch.state.circular
    window.sketch.undo()
    assert not button.isChecked()


def test_a_loop_of_any_length_is_played_round_to_the_sample(window: MainWindow, hands: Hands) -> None:
    sketch = window.sketch
    sketch.set_circular(True)
    sketch.set_tempo(97)
    sketch.set_bars(1)
    hands.tool("toolTone")
    hands.drag((0.2, 440), (2.2, 440))
    hands.idle()
    samples = round(4 * 60 / 97 * RATE)
    assert sketch.samples == samples
    assert sketch.samples % sketch.params.hop
    score = window.player._state.mix
    assert (score.samples, score.circular) == (samples, True)
    assert [track.audio.shape[-1] for track in score.tracks] == [samples]
    window.actions_["actionLoop"].setChecked(True)
    assert window.player._state.mix.period == samples
    window.editing.select_all()
    assert window.player._state.mix.period == samples  # all of it is no less seamless


def test_a_riff_in_a_loop_is_as_long_as_that_and_knows_its_bars(window: MainWindow) -> None:
    sketch, panel = window.sketch, window.prompt_panel
    sketch.update_render(seconds=12.0)
    QApplication.processEvents()
    assert panel.bars.text() == "6 bars"
    assert panel.as_sketch.isVisibleTo(panel)
    sketch.set_circular(True)
    sketch.set_tempo(97)
    sketch.set_beats_per_bar(3)
    sketch.set_bars(2)
    QApplication.processEvents()
    assert panel.bars.text() == "2 bars"
    assert not panel.as_sketch.isVisibleTo(panel)
    recipe = window.riffs.recipe_maker.current_recipe(sketch.riff_seconds)
    assert RenderRequest(recipe, sketch.params).samples == sketch.samples
    assert (recipe.circular, recipe.tempo, recipe.beats_per_bar) == (True, 97.0, 3)
    sketch.set_circular(False)
    QApplication.processEvents()
    assert panel.bars.value() == pytest.approx(12 / (3 * 60 / 97), abs=0.005)
    assert panel.as_sketch.isVisibleTo(panel)
    plain = window.riffs.recipe_maker.current_recipe(sketch.riff_seconds)
    assert (plain.circular, plain.tempo, plain.seconds) == (False, 97.0, 12)


def test_a_new_sketch_is_four_bars_and_what_is_generated_fills_its_bars(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.documents.new()
    sketch, path = window.sketch, tmp_path / "bars.riff"
    assert window.transport.bars.text() == window.prompt_panel.bars.text() == "4 bars"
    assert sketch.samples == 8 * RATE
    type_into(window.transport.tempo, "85")
    type_into(window.prompt_panel.bars, "2")
    assert window.transport.bars.text() == "2 bars"
    assert sketch.samples == round(8 * 60 / 85 * RATE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    for _ in range(2):
        asked = RenderRequest(window.riffs.recipe_maker.new_riff(), sketch.params)
        assert asked.samples == sketch.samples
        window.documents.save_as()
        hands.idle()
        window.documents.open_path(path)
        hands.idle()
        assert window.transport.bars.text() == window.prompt_panel.bars.text() == "2 bars"


def test_the_length_beside_the_prompt_follows_the_meter_of_what_is_drawn(window: MainWindow, hands: Hands) -> None:
    window.sketch.set_bars(6)
    hands.drag((0.2, 440), (2.2, 440))
    window.sketch.set_beats_per_bar(3)
    QApplication.processEvents()
    assert window.transport.bars.text() == window.prompt_panel.bars.text() == "8 bars"
    window.sketch.undo()
    QApplication.processEvents()
    assert window.transport.bars.text() == window.prompt_panel.bars.text() == "6 bars"


def test_the_recipe_of_a_loop_makes_the_sketch_one_again_in_one_step(window: MainWindow) -> None:
    sketch = window.sketch
    seconds = 2 * 3 * 60 / 97
    recipe = Recipe("starter", (Keyframe(prompt="a waltz"),), seconds, 9, circular=True, tempo=97, beats_per_bar=3)
    riff = loop_riff(window, recipe)
    layer = Layer(np.pad(riff.ink, ((0, 0), (0, 1))), "loop.wav", recipe=recipe)  # as it comes from a file
    sketch.add_layer(layer, Sound(riff.audio), samples=riff.audio.shape[-1])
    window.riffs.recipe_maker.use_recipe()
    state = sketch.state
    assert (state.circular, state.tempo, state.beats_per_bar, state.render.steps) == (True, 97.0, 3, 9)
    assert (state.samples, state.columns) == (riff.audio.shape[-1], riff.ink.shape[-1])
    assert window.transport.bars.text() == "2 bars"
    sketch.undo()
    assert not sketch.state.circular
    assert sketch.state.tempo == 120


def test_the_recipe_of_a_loop_in_a_longer_sketch_says_that_it_is_one(window: MainWindow) -> None:
    recipe = replace(Recipe("starter", (Keyframe(),), 2.0, 9), circular=True)
    window.riffs.recipe_maker.apply_recipe(recipe)
    assert not window.sketch.state.circular
    assert "seamless loop of 2.00 s" in window.notice.text


@pytest.mark.parametrize("kind", ["WAV", "FLAC"])
def test_the_mix_and_the_stems_of_a_loop_are_exported_as_loops(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    sketch = window.sketch
    sketch.set_circular(True)
    sketch.set_tempo(97)
    sketch.set_bars(1)
    hands.tool("toolTone")
    hands.drag((0.2, 440), (2.2, 440))
    hands.idle()
    monkeypatch.setattr(ExportDialog, "exec", lambda self: True)
    window.settings.export_format = kind
    window.settings.last_folder = str(tmp_path)
    hands.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    hands.wait(lambda: window.notice.isVisible())
    hands.idle()
    samples = round(4 * 60 / 97 * RATE)
    files = sorted(tmp_path.glob(f"Untitled*.{kind.lower()}"))
    assert len(files) == 2
    for path in files:
        assert soundfile.info(path).frames == samples
        content = path.read_bytes()
        if kind == "FLAC":
            assert b"BPM=97" in content
            continue
        sampler, tempo = content.index(b"smpl") + 8, content.index(b"acid") + 8
        loops, _, _, _, start, stop = struct.unpack_from("<6I", content, sampler + 28)
        assert (loops, start, stop) == (1, 0, samples - 1)  # the last sample is played too
        beats, _, per_bar, bpm = struct.unpack_from("<IHHf", content, tempo + 12)
        assert (beats, per_bar, bpm) == (4, 4, 97)
