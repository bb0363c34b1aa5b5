from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.ui.canvas.plot.layer_image import COLOUR_MAPS
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def ink(window: MainWindow) -> np.ndarray:
    return window.sketch.layers[0].ink


def wheel(hands: Hands, at: QPoint, notches: int, keys: Qt.KeyboardModifier = NONE) -> None:
    view = hands.canvas.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    QApplication.processEvents()


def test_a_point_is_at_its_time_and_frequency(hands: Hands) -> None:
    for seconds, hertz in ((0.5, 440.0), (4.0, 5_000.0)):
        column, band = hands.canvas.cell_at(QPointF(hands.canvas.point_at(seconds, hertz)))
        assert column / 100 == pytest.approx(seconds, abs=0.01)
        assert float(hands.window.sketch.params.hertz_of(band)) == pytest.approx(hertz, rel=0.01)


def test_a_brush_stroke_paints_where_the_mouse_went(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.drag((1.0, 1_000), (2.0, 1_000))
    band = round(float(window.sketch.params.band_of(1_000)))
    assert ink(window)[band, 105:195].min() == pytest.approx(window.settings.brush_strength, abs=0.01)
    assert not ink(window)[:, :88].any()
    assert not ink(window)[band + 14 :].any()
    assert window.sketch.history.undo_name == "Brush"


def test_the_tone_brush_paints_a_note(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.drag((1.0, 443), (2.0, 443))
    band = int(ink(window)[:, 150].argmax())
    assert abs(band - float(window.sketch.params.band_of(440))) <= 0.51


def test_the_eraser_erases(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.drag((1.0, 1_000), (2.0, 1_000))
    hands.tool("toolEraser")
    hands.drag((0.8, 1_000), (2.2, 1_000))
    assert ink(window).max() < 0.1


def test_shift_draws_a_straight_line(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    view = hands.canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, SHIFT, hands.canvas.point_at(1.0, 500))
    hands.drag((1.0, 500), (3.0, 4_000), keys=SHIFT)
    low, high = window.sketch.params.band_of([500, 4_000])
    middle = round(float(low + high) / 2)
    assert ink(window)[middle, 200] == pytest.approx(window.settings.brush_strength, abs=0.02)


def test_escape_aborts_a_stroke_and_the_release_after_it_does_nothing(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.drag((1.0, 1_000), (2.0, 1_000), release=False)
    assert ink(window).any()
    hands.key(Qt.Key.Key_Escape)
    assert not ink(window).any()
    QTest.mouseRelease(hands.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, hands.canvas.point_at(2.0, 1_000))
    assert not ink(window).any()
    assert not window.sketch.modified


def test_undo_and_redo_by_key(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.drag((1.0, 1_000), (2.0, 1_000))
    painted = ink(window).copy()
    hands.key(Qt.Key.Key_Z, CTRL)
    assert not ink(window).any()
    hands.key(Qt.Key.Key_Z, CTRL | SHIFT)
    np.testing.assert_array_equal(ink(window), painted)


@pytest.mark.parametrize(("smaller", "larger"), ["[]", ",."])
def test_brackets_change_the_size_and_comma_and_point_do_where_those_need_altgr(
    window: MainWindow, hands: Hands, smaller: str, larger: str
) -> None:
    hands.tool("toolBrush")
    before = window.settings.brush_size
    hands.key(larger)
    assert window.settings.brush_size > before
    hands.key(smaller)
    hands.key(smaller)
    assert window.settings.brush_size < before


def test_the_wheel_zooms_time_at_the_pointer(hands: Hands) -> None:
    at = hands.canvas.point_at(3.0, 1_000)
    wheel(hands, at, 3)
    shown = hands.canvas.visible_rect()
    assert shown.width() == pytest.approx(5.12 / 1.2**3, rel=0.01)
    assert (hands.canvas.point_at(3.0, 1_000) - at).manhattanLength() <= 1
    assert shown.height() == pytest.approx(512)


def test_the_wheel_with_ctrl_zooms_frequency_at_the_pointer(hands: Hands) -> None:
    at = hands.canvas.point_at(3.0, 1_000)
    wheel(hands, at, 3, CTRL)
    shown = hands.canvas.visible_rect()
    assert shown.height() == pytest.approx(512 / 1.2**3, rel=0.01)
    assert (hands.canvas.point_at(3.0, 1_000) - at).manhattanLength() <= 1
    assert shown.width() == pytest.approx(5.12)


def test_the_middle_button_pans_and_f_fits(window: MainWindow, hands: Hands) -> None:
    wheel(hands, hands.canvas.point_at(2.5, 1_000), 6)
    before = hands.canvas.visible_rect()
    hands.drag((2.5, 1_000), (2.2, 1_000), button=Qt.MouseButton.MiddleButton)
    after = hands.canvas.visible_rect()
    assert after.left() - before.left() == pytest.approx(0.3, abs=0.02)
    assert after.width() == pytest.approx(before.width())
    hands.key("f")
    assert hands.canvas.visible_rect().width() == pytest.approx(5.12)
    assert not ink(window).any()


def test_zooming_out_stops_at_the_sketch(hands: Hands) -> None:
    wheel(hands, hands.canvas.point_at(2.5, 1_000), -10)
    wheel(hands, hands.canvas.point_at(2.5, 1_000), -10, CTRL)
    shown = hands.canvas.visible_rect()
    assert shown.width() <= 5.12 + 1e-6
    assert shown.height() <= 512 + 1e-6


def test_a_sketch_shorter_than_eight_columns_is_shown_from_its_beginning_to_its_end(
    window: MainWindow, hands: Hands
) -> None:
    window.sketch.set_length(0.02)
    for notches in (10, -20):
        wheel(hands, QPoint(300, 300), notches)
        hands.pause()
        shown = hands.canvas.visible_rect()
        assert (shown.left(), shown.right()) == pytest.approx((0, 0.02), abs=1e-6)


def test_the_readout_tells_time_pitch_note_and_level(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.drag((1.0, 440), (2.0, 440))
    QTest.mouseMove(hands.canvas.viewport(), hands.canvas.point_at(1.5, 440))
    hands.wait(lambda: float(window.readout.text().split()[0]) == pytest.approx(1.5, abs=0.01))
    seconds, hertz, note, level = window.readout.text().split("    ")
    assert seconds.endswith(" s")
    assert float(hertz.split()[0]) == pytest.approx(440, rel=0.01)
    assert note.startswith("A4 ")
    assert abs(int(note.split()[1])) <= 20
    assert float(level.split()[0]) == pytest.approx(80 * np.log10(0.7) - 2, abs=3)  # up to half a band from the peak


def test_the_axes_name_seconds_beats_hertz_and_notes(window: MainWindow) -> None:
    canvas = window.canvas
    window.sketch.set_tempo(60)
    bars = canvas._bars.tickValues(0, 5.12, 900)[0][1]
    assert canvas._bars.tickStrings(bars, 1, 1)[:5] == ["1|1", "1|2", "1|3", "1|4", "2|1"]
    hertz = canvas._hertz.tickStrings(canvas._hertz.tickValues(-0.5, 511.5, 700)[0][1], 1, 1)
    assert {"1 kHz", "500 Hz", "5 kHz"} <= set(hertz)
    notes = canvas._notes.tickStrings(canvas._notes.tickValues(-0.5, 511.5, 700)[0][1], 1, 1)
    assert {"C5", "C6", "C7"} <= set(notes)
    low, high = window.sketch.params.band_of([400, 500])
    near = canvas._notes.tickStrings(canvas._notes.tickValues(float(low), float(high), 700)[0][1], 1, 1)
    assert near == ["G♯4", "A4", "A♯4", "B4"]
    assert canvas._time.tickStrings([0.5, 1.0], 1, 0.5) == ["0.5 s", "1.0 s"]


def test_there_are_five_colour_maps_and_each_gets_brighter_with_level(window: MainWindow) -> None:
    from riffdesk.ui.canvas.plot.layer_image import map_palette

    assert len(COLOUR_MAPS) >= 5
    for name in COLOUR_MAPS:
        colours = map_palette(name, 0.1, 1.0)
        light = [0.2126 * (c >> 16 & 255) + 0.7152 * (c >> 8 & 255) + 0.0722 * (c & 255) for c in colours.astype(int)]
        assert all(later >= earlier - 1.5 for earlier, later in pairwise(light[20:200])), name


def test_the_picture_shows_the_ink(window: MainWindow, hands: Hands) -> None:
    window.settings.brush_size = 60.0
    hands.tool("toolBrush")
    hands.drag((1.0, 2_000), (2.0, 2_000))
    hands.pause()
    picture = hands.canvas.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    painted = picture.pixelColor((QPointF(hands.canvas.point_at(1.5, 2_000)) * ratio).toPoint())
    empty = picture.pixelColor((QPointF(hands.canvas.point_at(3.5, 2_000)) * ratio).toPoint())
    assert painted.lightness() > empty.lightness() + 60


def test_a_loud_column_stays_visible_when_zoomed_out(window: MainWindow, hands: Hands) -> None:
    window.sketch.set_length(300)
    edit = window.sketch.begin_stroke("line")
    edit.write(15_000, np.ones((512, 1), np.float32))
    edit.commit()
    hands.pause()
    picture = hands.canvas.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    middle = (QPointF(hands.canvas.point_at(150, 2_000)) * ratio).toPoint()
    brightest = max(picture.pixelColor(middle.x() + off, middle.y()).lightness() for off in range(-3, 4))
    assert brightest > 150
    window.sketch.undo()


def test_selection_cut_copy_paste_delete_by_mouse_and_keys(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.drag((1.0, 440), (2.0, 440))
    hands.tool("toolSelect")
    hands.drag((0.9, 200), (1.5, 900))
    selection = hands.canvas.selection
    assert selection is not None
    assert selection.start == pytest.approx(90, abs=2)
    hands.key(Qt.Key.Key_C, CTRL)
    hands.key(Qt.Key.Key_Delete)
    assert not ink(window)[:, 105:148].max() > 0.6
    window.playback.seek(3.0)
    hands.key(Qt.Key.Key_V, CTRL)
    assert ink(window)[:, 330].max() > 0.6
    pasted = hands.canvas.selection
    assert pasted is not None
    hands.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    moved = int(ink(window)[:, 330].argmax())
    assert float(window.sketch.params.hertz_of(moved)) == pytest.approx(466.2, rel=0.01)
    for _ in range(3):
        hands.key(Qt.Key.Key_Z, CTRL)
    assert ink(window)[:, 130].max() > 0.6
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.selection is None


def test_a_click_on_the_time_axis_moves_the_playhead(window: MainWindow, hands: Hands) -> None:
    bottom = hands.canvas.point_at(2.0, 20)
    QTest.mouseClick(hands.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(bottom.x(), bottom.y() + 14))
    assert window.player.position / 44_100 == pytest.approx(2.0, abs=0.02)
    assert not ink(window).any()


@pytest.mark.parametrize("hertz", [55, 110, 220, 440])
def test_a_low_tone_is_seen_where_the_axis_has_its_pitch(window: MainWindow, hands: Hands, hertz: int) -> None:
    hands.tool("toolTone")
    hands.drag((1.0, hertz), (4.0, hertz))
    canvas, axis = window.canvas, window.canvas.getPlotItem().getAxis("left")
    height = float(canvas.scale.height_of(window.sketch.params.band_of(hertz)))
    low, high = canvas.visible_rect().top(), canvas.visible_rect().bottom()
    tick = axis.mapToScene(0, axis.size().height() * (1 - (height - low) / (high - low))).y()
    QTest.mouseMove(canvas.viewport(), QPoint(0, 0))
    hands.pause(0.3)
    picture = canvas.viewport().grab().toImage()
    x, first = canvas.point_at(2.5, hertz).x(), round(tick) - 9  # the frame of the plot is 12 pixels under 55 Hz
    ratio = picture.devicePixelRatio()
    rows = np.arange(first, first + 19)
    light = np.array([sum(picture.pixelColor(int(x * ratio), int(y * ratio)).getRgb()[:3]) for y in rows], float)
    weights = np.clip(light - (np.median(light) + light.max()) / 2, 0, None)
    assert weights.any()
    assert float((rows + 0.5) @ weights / weights.sum()) == pytest.approx(tick, abs=1.5)
