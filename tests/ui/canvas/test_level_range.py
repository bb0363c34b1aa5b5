from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.dsp.mel import analyse, db_to_ink
from riffdesk.dsp.mix import db_of, true_peak
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.layer import Layer
from riffdesk.ui.canvas.plot.layer_image import counts_of
from riffdesk.ui.canvas.plot.level_range import HIGHEST_DB, LOWEST_DB, LevelRange, automatic_range, fits, histogram
from riffdesk.ui.window.main_window import MainWindow
from tests.measure import riff
from tests.ui.conftest import Hands, _move

PARAMS = SpectrogramParams()
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def sounding(level_db: float = 0) -> np.ndarray:
    return analyse(riff(5.12) * np.float32(10 ** (level_db / 20)), PARAMS)[:, :512]


def shown(window: MainWindow) -> tuple[float, float]:
    return window.settings.level_low_db, window.settings.level_high_db


def light(window: MainWindow) -> float:
    """Return how light the middle of the canvas is, 0 to 255, as its brightest fiftieth."""
    image = window.canvas.viewport().grab().toImage().scaled(200, 100)
    values = [image.pixelColor(x, y).lightness() for x in range(40, 160) for y in range(20, 80)]
    return float(np.percentile(values, 98))


@pytest.mark.parametrize("level_db", [0, -20, -40])
def test_the_automatic_range_follows_the_level(level_db: float) -> None:
    ink = sounding(level_db)
    low, high = automatic_range(counts_of(ink), PARAMS)
    loudest = 80 * np.log10(np.quantile(ink, 0.998))
    assert loudest <= high <= loudest + 6
    assert 45 <= high - low <= 75


def test_a_few_outliers_do_not_darken_everything() -> None:
    ink = sounding(-30)
    wanted = automatic_range(counts_of(ink), PARAMS)
    ink[100:102, 100:120] = 1.2
    assert fits(automatic_range(counts_of(ink), PARAMS), wanted)


def test_silence_has_no_range() -> None:
    assert automatic_range(counts_of(np.zeros((512, 100), np.float32)), PARAMS) is None
    faint = np.full((512, 100), db_to_ink(LOWEST_DB - 5, PARAMS), np.float32)
    assert automatic_range(counts_of(faint), PARAMS) is None


@pytest.mark.parametrize("level_db", [-119, -60, -3, 8])
def test_a_range_stays_within_what_can_be_set(level_db: float) -> None:
    ink = np.full((512, 100), db_to_ink(level_db, PARAMS), np.float32)
    low, high = automatic_range(counts_of(ink), PARAMS)
    assert LOWEST_DB <= low < high <= HIGHEST_DB


def test_the_histogram_stands_where_the_levels_are() -> None:
    for level_db in (-60, -30, -6):
        shares = histogram(counts_of(np.full((512, 100), db_to_ink(level_db, PARAMS), np.float32)), PARAMS)
        middles = np.arange(LOWEST_DB + 1.5, HIGHEST_DB, 3)
        assert shares.sum() == pytest.approx(1)
        assert (shares * middles).sum() == pytest.approx(level_db, abs=2)


def test_a_new_sound_is_clear_at_any_level_without_touching_anything(window: MainWindow, hands: Hands) -> None:
    lights = []
    for level_db in (0, -40):
        window.sketch.open()
        window.sketch.add_layer(Layer(sounding(level_db)))
        hands.pause(0.4)
        lights.append(light(window))
    assert lights[1] == pytest.approx(lights[0], rel=0.15)
    assert lights[1] > 80


def test_the_colours_stay_while_a_stroke_is_painted(window: MainWindow, hands: Hands) -> None:
    window.sketch.add_layer(Layer(sounding(-40)))
    hands.pause(0.4)
    before = shown(window)
    window.settings.brush_strength, window.settings.brush_size = 1.0, 200.0
    hands.drag((0.5, 1_000), (4.5, 1_000), release=False)
    hands.pause(0.4)
    assert shown(window) == before
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, window.canvas.point_at(4.5, 1_000))
    hands.wait(lambda: shown(window)[1] > before[1] + 20)


def test_another_layer_is_shown_in_its_own_range(window: MainWindow, hands: Hands) -> None:
    window.sketch.add_layer(Layer(sounding(0)))
    window.sketch.add_layer(Layer(sounding(-40)))
    hands.pause(0.4)
    quiet = shown(window)
    window.sketch.select_layer(window.sketch.layers[0].id)
    hands.wait(lambda: shown(window)[1] > quiet[1] + 30)


def test_moving_an_end_switches_automatic_off_and_the_tick_box_switches_it_on(window: MainWindow, hands: Hands) -> None:
    window.sketch.add_layer(Layer(sounding(-20)))
    hands.pause(0.4)
    panel, automatic = window.tool_panel, shown(window)
    levels, start = panel.levels, QPoint(round(panel.levels.x_of(automatic[1])), 10)
    QTest.mousePress(levels, LEFT, NONE, start)
    _move(levels, start + QPoint(-30, 0), LEFT, NONE)
    QTest.mouseRelease(levels, LEFT, NONE, start + QPoint(-30, 0))
    by_hand = shown(window)
    assert by_hand[0] == automatic[0]
    assert by_hand[1] < automatic[1] - 5
    assert not panel.automatic.isChecked()
    assert not window.settings.level_auto
    assert panel._high.value() == by_hand[1]
    hands.pause(0.4)
    assert shown(window) == by_hand
    panel.automatic.click()
    hands.wait(lambda: shown(window) == automatic)
    assert panel._high.value() == automatic[1]


def test_the_ends_can_be_typed_and_never_cross(window: MainWindow) -> None:
    panel = window.tool_panel
    panel._low.setValue(-10)
    panel._high.setValue(-70)
    assert shown(window)[1] == -70
    assert shown(window)[0] < -70
    assert not window.settings.level_auto
    assert "-70 dB, bright" in panel.levels.accessibleDescription()


def test_dragging_between_the_ends_moves_both() -> None:
    levels = LevelRange()
    levels.resize(266, 40)
    levels.show_range(-90, -30)
    moved: list[tuple[float, float]] = []
    levels.moved.connect(lambda low, high: moved.append((low, high)))
    middle = QPoint(round(levels.x_of(-60)), 20)
    QTest.mousePress(levels, LEFT, NONE, middle)
    _move(levels, middle + QPoint(20, 0), LEFT, NONE)
    QTest.mouseRelease(levels, LEFT, NONE, middle)
    assert moved[-1] == (-80, -20)
    levels.deleteLater()


def test_a_layer_that_is_not_heard_is_grey_and_dark_with_a_word(window: MainWindow, hands: Hands) -> None:
    window.sketch.add_layer(Layer(sounding(-20)))
    window.canvas.overlays.playhead.hide()
    hands.pause(0.4)

    def colourful() -> float:
        image = window.canvas.viewport().grab().toImage().scaled(200, 100)
        seen = [image.pixelColor(x, y) for x in range(40, 160) for y in range(25, 80)]
        return float(np.mean([max(c.getRgb()[:3]) - min(c.getRgb()[:3]) for c in seen]))

    before, colours = light(window), colourful()
    assert not window.canvas.overlays.unheard.isVisible()
    window.sketch.set_layer(window.sketch.state.active, mute=True)
    QApplication.processEvents()
    assert light(window) < 0.8 * before
    assert colourful() < 0.1 * colours
    assert "muted" in window.canvas.overlays.unheard.text()
    assert window.canvas.overlays.unheard.isVisible()
    window.sketch.set_layer(window.sketch.state.active, mute=False)
    QApplication.processEvents()
    assert light(window) == pytest.approx(before, rel=0.02)
    assert not window.canvas.overlays.unheard.isVisible()


@pytest.mark.parametrize("automatic", [True, False])
def test_a_preview_is_as_bright_as_the_riff_that_comes_of_it(window: MainWindow, hands: Hands, automatic: bool) -> None:
    window.settings.level_auto = automatic
    made = sounding(-3 - db_of(true_peak(riff(5.12)[None])))  # riffs peak at -3 dBTP
    image = made * np.float32(1.3 / made.max())  # as a model makes it, which knows no level
    window.canvas.show_preview(image)
    hands.pause(0.4)
    preview = light(window)
    window.canvas.show_preview(None)
    window.sketch.add_layer(Layer(made))
    hands.pause(0.4)
    assert preview == pytest.approx(light(window), rel=0.2)
