"""Selections of any shape, with real mouse and keys in a real window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.regions.region_editing import MISSED
from riffdesk.ui.document import export
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def circle(window: MainWindow, column: int = 200, band: int = 200, radius: int = 60) -> Region:
    x, y = np.arange(window.sketch.columns)[None, :], np.arange(512)[:, None]
    region = Region.of((x - column) ** 2 + (y - band) ** 2 < radius**2)
    assert region is not None
    return region


def noise(window: MainWindow) -> None:
    edit = window.sketch.begin_stroke("Noise")
    edit.write(0, 0.5 * np.random.default_rng(1).random((512, 512), np.float32))
    edit.commit()


def ink(window: MainWindow) -> np.ndarray:
    return window.sketch.active_layer.ink


def hertz(window: MainWindow, band: float) -> float:
    return float(window.sketch.params.hertz_of(band))


def brightness(window: MainWindow, column: float, band: float) -> int:
    picture = window.canvas.viewport().grab().toImage()
    at = window.canvas.point_at(column / 100, hertz(window, band)) * picture.devicePixelRatio()
    return max(picture.pixelColor(at + QPoint(x, y)).lightness() for x in range(-4, 5) for y in range(-4, 5))


def test_the_region_of_the_canvas_is_none_or_what_is_selected(window: MainWindow, hands: Hands) -> None:
    assert window.canvas.region is None
    hands.tool("toolSelect")
    hands.drag((1.0, 500), (2.0, 2_000))
    region, selection = window.canvas.region, window.canvas.selection
    assert selection is not None
    assert region is not None
    assert region.shape == (512, window.sketch.columns)
    assert region.sum() == (selection.stop - selection.start) * (selection.high - selection.low)
    assert region[selection.low, selection.start]


def test_a_brush_paints_only_the_selection_and_says_so_once_where_it_paints_nothing(
    window: MainWindow, hands: Hands
) -> None:
    region = circle(window)
    window.canvas.select(region)
    hands.tool("toolBrush")
    hands.drag((1.0, hertz(window, 200)), (3.0, hertz(window, 200)))
    inside = window.canvas.region
    assert inside is not None
    assert ink(window)[inside].max() > 0.4
    assert not ink(window)[~inside].any()
    for _ in range(2):
        hands.drag((4.0, 3_000), (4.5, 3_000))
    assert sum(MISSED in message.text for message in window.notice.messages) == 1
    hands.key(Qt.Key.Key_Escape)
    hands.drag((4.0, 3_000), (4.5, 3_000))
    assert ink(window)[:, 420].any()


def test_the_outline_follows_the_shape(window: MainWindow, hands: Hands) -> None:
    window.canvas.overlays.playhead.hide()
    window.canvas.overlays.hint.hide()
    window.canvas.select(circle(window))
    hands.pause(0.2)
    assert brightness(window, 260, 200) > 120
    assert brightness(window, 200, 260) > 120
    assert brightness(window, 259, 259) < 60  # the corner of its box
    window.canvas.select(circle(window).feathered(10, window.sketch))
    hands.pause(0.2)
    assert brightness(window, 260, 200) > 120
    window.canvas.select(None)
    hands.pause(0.2)
    assert brightness(window, 260, 200) < 60


def test_cut_and_paste_keep_the_shape(window: MainWindow, hands: Hands) -> None:
    noise(window)
    before = ink(window).copy()
    window.canvas.select(circle(window))
    inside = window.canvas.region
    assert inside is not None
    hands.key("x", CTRL)
    assert not ink(window)[inside].any()
    np.testing.assert_array_equal(ink(window)[~inside], before[~inside])
    window.playback.seek(window.canvas.selection.start / 100)  # type: ignore[union-attr]
    hands.key("v", CTRL)
    np.testing.assert_array_equal(ink(window), before)


def test_escape_clears_the_selection_and_reselect_gives_it_back(window: MainWindow, hands: Hands) -> None:
    region = circle(window)
    window.canvas.select(region)
    hands.key(Qt.Key.Key_Escape)
    assert window.canvas.selection is None
    hands.key("d", CTRL | SHIFT)
    assert window.canvas.selection == region
    hands.tool("toolSelect")
    hands.drag((4.0, 500), (4.5, 2_000))
    assert window.canvas.selection != region
    hands.key("d", CTRL | SHIFT)
    assert window.canvas.selection == region


def test_escape_during_a_drag_restores_the_former_selection(window: MainWindow, hands: Hands) -> None:
    region = circle(window)
    window.canvas.select(region)
    hands.tool("toolSelect")
    hands.drag((4.0, 500), (4.5, 2_000), release=False)
    assert window.canvas.selection != region
    hands.key(Qt.Key.Key_Escape)
    assert window.canvas.selection == region


def test_inverting_selects_what_is_not_selected(window: MainWindow, hands: Hands) -> None:
    window.canvas.select(circle(window))
    before = window.canvas.region
    hands.key("i", CTRL | SHIFT)
    assert before is not None
    np.testing.assert_array_equal(window.canvas.region, ~before)


def test_a_new_layer_has_what_is_selected(window: MainWindow, hands: Hands) -> None:
    noise(window)
    before = ink(window).copy()
    window.canvas.select(circle(window))
    inside = window.canvas.region
    hands.key("j", CTRL)
    assert len(window.sketch.layers) == 2
    np.testing.assert_array_equal(ink(window), before * inside)
    assert window.sketch.history.undo_name == "New layer from selection"


def test_the_loop_takes_the_columns_of_the_region(window: MainWindow) -> None:
    window.canvas.select(circle(window))
    assert window.player.loop == (window.canvas.selection.start * 441, window.canvas.selection.stop * 441)  # type: ignore[union-attr]


def test_the_exported_selection_is_as_long_as_it_and_has_only_its_sound(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import soundfile

    hands.tool("toolTone")
    for pitch in (440, 3_000):
        hands.drag((0.5, pitch), (4.0, pitch))
    window.canvas.select(Region.between(window.sketch, (100, 50), (299, 140)))
    monkeypatch.setattr(export.ExportDialog, "exec", lambda _: True)
    window.settings.export_folder = str(tmp_path)
    window.settings.export_stems = False
    window.actions_["actionExportSelection"].trigger()
    hands.wait(lambda: list(tmp_path.glob("*.wav")))
    hands.idle()
    (path,) = tmp_path.glob("*.wav")
    sound, rate = soundfile.read(path)
    selection = window.canvas.selection
    assert selection is not None
    assert len(sound) == (selection.stop - selection.start) * 441
    mono = sound if sound.ndim == 1 else sound.mean(axis=1)
    spectrum = np.abs(np.fft.rfft(mono * np.hanning(len(mono))))
    at = [spectrum[round(pitch * len(mono) / rate) - 30 :][:60].max() for pitch in (440, 3_000)]
    assert 20 * np.log10(at[0] / at[1]) > 30


def test_without_a_selection_its_commands_say_what_to_do(window: MainWindow) -> None:
    for name in ("actionSelectHarmonics", "actionLayerFromSelection", "actionExportSelection"):
        assert not window.actions_[name].isEnabled()
        assert "Select something" in window.actions_[name].toolTip()
    window.canvas.select(circle(window))
    QApplication.processEvents()
    assert window.actions_["actionLayerFromSelection"].isEnabled()
