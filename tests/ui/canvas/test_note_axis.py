"""The frequency axis by semitones, with real mouse and keys in a real window."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.canvas.test_canvas import wheel
from tests.ui.canvas.test_notes import at, notes, play
from tests.ui.conftest import Hands, _move

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
C2 = hertz_of_midi(36)


@pytest.fixture
def semitones(window: MainWindow, hands: Hands) -> Hands:
    hands.key("F", SHIFT)
    assert window.settings.frequency_axis == "notes"
    hands.pause()
    return hands


def hertz_at(hands: Hands, point: QPoint) -> float:
    return float(hands.window.sketch.params.hertz_of(hands.canvas.cell_at(QPointF(point))[1]))


def picture(hands: Hands) -> QImage:
    hands.pause()
    return hands.canvas.viewport().grab().toImage()


def colour(hands: Hands, shown: QImage, seconds: float, hertz: float) -> QColor:
    return shown.pixelColor((QPointF(hands.canvas.point_at(seconds, hertz)) * shown.devicePixelRatio()).toPoint())


def test_every_semitone_is_as_high_and_at_c2_several_pixels(window: MainWindow, semitones: Hands) -> None:
    heights = [window.canvas.point_at(1.0, hertz_of_midi(midi)).y() for midi in range(20, 120)]
    steps = [below - above for below, above in pairwise(heights)]
    assert max(steps) - min(steps) <= 1
    assert min(steps) >= 4


def test_the_key_switches_back_and_the_menu_has_a_mark(window: MainWindow, semitones: Hands) -> None:
    assert window.actions_["actionNoteAxis"].isChecked()
    semitones.key("F", SHIFT)
    assert window.settings.frequency_axis == "mel"
    assert not window.actions_["actionNoteAxis"].isChecked()
    low, high = (window.canvas.point_at(1.0, hertz_of_midi(midi)).y() for midi in (36, 37))
    assert low - high <= 2, "by mel a semitone at C2 is a pixel"


def test_a_tone_is_painted_at_the_pitch_under_the_mouse_on_either_axis(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.key("F", SHIFT)
    hands.drag((1.0, C2), (2.0, C2))
    by_notes = window.sketch.layers[0].ink.copy()
    window.sketch.undo()
    hands.key("F", SHIFT)
    hands.drag((1.0, C2), (2.0, C2))
    np.testing.assert_array_equal(by_notes[:, 120:180], window.sketch.layers[0].ink[:, 120:180])
    assert by_notes.any()


@pytest.mark.parametrize("hertz", [110, 400, 2_000, 7_000])
def test_the_brush_is_as_high_in_semitones_at_every_pitch(window: MainWindow, semitones: Hands, hertz: float) -> None:
    semitones.tool("toolBrush")
    window.settings.brush_size, window.settings.brush_hardness = 24.0, 1.0
    QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, window.canvas.point_at(2.0, hertz))
    painted = window.sketch.layers[0].ink > 0.9 * window.settings.brush_strength
    bands, columns = np.flatnonzero(painted.any(axis=1)), np.flatnonzero(painted.any(axis=0))
    params, semitone = window.sketch.params, 512 / 107
    up, down = (12 * np.log2(float(params.hertz_of(edge)) / hertz) for edge in (bands[-1] + 0.5, bands[0] - 0.5))
    band = 12 * np.log2(float(params.hertz_of(bands[0] + 1) / params.hertz_of(bands[0])))  # it paints whole bands
    assert up == pytest.approx(12 / semitone, abs=band + 0.3)
    assert down == pytest.approx(-12 / semitone, abs=band + 0.3)
    assert len(columns) == pytest.approx(24, abs=2)


def test_a_small_brush_paints_wherever_it_is_pressed(window: MainWindow, semitones: Hands) -> None:
    semitones.tool("toolBrush")
    window.settings.brush_size = 2.0
    middle = window.canvas.point_at(2.0, C2)
    for row in range(12):
        point = QPoint(middle.x() + 8 * row, middle.y() - row)
        before = window.sketch.layers[0].ink.sum()
        QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, point)
        assert window.sketch.layers[0].ink.sum() > before


def test_the_eraser_and_the_mask_follow_the_mouse(window: MainWindow, semitones: Hands) -> None:
    semitones.tool("toolBrush")
    semitones.drag((1.0, 150), (2.0, 150))
    semitones.tool("toolEraser")
    semitones.drag((0.8, 150), (2.2, 150))
    assert window.sketch.layers[0].ink.max() < 0.1
    semitones.tool("toolMask")
    semitones.drag((1.0, 150), (2.0, 150))
    assert window.sketch.state.mask is not None
    marked = np.flatnonzero(window.sketch.state.mask.read(150, 151)[:, 0] > 0.5)
    low, high = window.sketch.params.hertz_of(marked[[0, -1]])
    assert 60 < low < 150 < high < 320, "five semitones to each side"


def test_what_is_painted_is_seen_where_it_was_painted(window: MainWindow, semitones: Hands) -> None:
    semitones.tool("toolBrush")
    for hertz in (90, 1_000, 6_000):
        semitones.drag((1.0, hertz), (2.0, hertz))
    shown = picture(semitones)
    for hertz in (90, 1_000, 6_000):
        assert colour(semitones, shown, 1.5, hertz).lightness() > 100
        for other in (hertz * 1.4, hertz / 1.4):
            assert colour(semitones, shown, 1.5, other).lightness() < 30
        assert colour(semitones, shown, 3.0, hertz).lightness() < 30


def test_no_thin_line_is_lost_where_a_pixel_has_several_bands(window: MainWindow, semitones: Hands) -> None:
    edit = window.sketch.begin_stroke("lines")
    for band in range(400, 512, 7):
        edit.write((band - 400) * 4, np.ones((1, 20), np.float32), slice(band, band + 1))
    edit.commit()
    shown = picture(semitones)
    ratio = shown.devicePixelRatio()
    for band in range(400, 512, 7):
        hertz = float(window.sketch.params.hertz_of(band))
        place = (QPointF(semitones.canvas.point_at((band - 400) * 0.04 + 0.1, hertz)) * ratio).toPoint()
        near = [shown.pixelColor(place.x(), place.y() + off).lightness() for off in (-2, -1, 0, 1, 2)]
        assert max(near) > 150, band


def test_a_selection_has_the_frequencies_it_was_drawn_around_and_keeps_them(window: MainWindow, hands: Hands) -> None:
    hands.key("F", SHIFT)
    hands.tool("toolSelect")
    hands.drag((1.0, 60), (2.0, 500))
    selection = window.canvas.selection
    assert selection is not None
    low, high = window.sketch.params.hertz_of([selection.low - 0.5, selection.high - 0.5])
    assert low == pytest.approx(60, abs=3)
    assert high == pytest.approx(500, abs=5)
    hands.pause()
    bar = window.selection_bar.geometry()
    hands.key("F", SHIFT)
    hands.pause()
    assert window.canvas.selection == selection
    assert window.selection_bar.geometry() != bar, "the buttons follow the selection"


def test_a_rectangle_drawn_to_below_the_axis_has_the_lowest_bands(window: MainWindow, semitones: Hands) -> None:
    semitones.tool("toolSelect")
    view, start = window.canvas.viewport(), window.canvas.point_at(1.0, 200)
    end = window.canvas.point_at(2.0, 21) + QPoint(0, 15)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, start)
    _move(view, end, Qt.MouseButton.LeftButton, NONE)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, end)
    assert window.canvas.selection is not None
    assert window.canvas.selection.low == 0


def test_ctrl_and_the_wheel_zoom_at_the_pitch_under_the_mouse(window: MainWindow, semitones: Hands) -> None:
    point = window.canvas.point_at(2.0, 220)
    wheel(semitones, point, 5, CTRL)
    assert hertz_at(semitones, point) == pytest.approx(220, rel=0.01)
    low, high = (window.canvas.point_at(1.0, hertz_of_midi(midi)).y() for midi in (57, 58))
    assert low - high >= 10, "it is zoomed in"
    wheel(semitones, point, -20, CTRL)
    assert window.canvas.visible_rect().height() == pytest.approx(512)


def test_the_middle_button_drags_the_pitch_along(window: MainWindow, semitones: Hands) -> None:
    wheel(semitones, window.canvas.point_at(2.0, 220), 8, CTRL)
    view, start = window.canvas.viewport(), window.canvas.point_at(2.0, 220)
    end = start + QPoint(0, 40)
    QTest.mousePress(view, Qt.MouseButton.MiddleButton, NONE, start)
    _move(view, end, Qt.MouseButton.MiddleButton, NONE)
    QTest.mouseRelease(view, Qt.MouseButton.MiddleButton, NONE, end)
    assert hertz_at(semitones, end) == pytest.approx(220, rel=0.01)


def test_the_frequencies_in_view_stay_in_view(window: MainWindow, hands: Hands) -> None:
    wheel(hands, window.canvas.point_at(2.0, 440), 6, CTRL)

    def ends() -> tuple[float, float]:
        shown = window.canvas.visible_rect()
        low, high = window.sketch.params.hertz_of(window.canvas.scale.band_at([shown.top(), shown.bottom()]))
        return float(low), float(high)

    before = ends()
    hands.key("F", SHIFT)
    assert ends() == pytest.approx(before, rel=0.01)


def test_the_axes_stand_at_their_frequencies(window: MainWindow, semitones: Hands) -> None:
    canvas = window.canvas
    _, (low, high) = canvas._view.viewRange()
    for axis, label, hertz in ((canvas._notes, "C2", C2), (canvas._hertz, "1 kHz", 1_000.0)):
        ticks = axis.tickValues(low, high, canvas._view.height())[0][1]
        names = axis.tickStrings(ticks, 1, 1)
        height = ticks[names.index(label)]
        assert height == pytest.approx(float(canvas.scale.height_of(window.sketch.params.band_of(hertz))), abs=0.01)


def test_a_note_is_dragged_by_the_semitones_that_the_mouse_moves(window: MainWindow, semitones: Hands) -> None:
    play(window)
    window.canvas.fit()
    semitones.key("N")
    semitones.drag(at(0.5, 60), at(0.5, 36))
    assert (0.0, 1.0, 36, 80) in notes(window)
    assert window.canvas.note_item.about(window.canvas.cell_at(QPointF(window.canvas.point_at(*at(0.5, 36)))))


def test_another_spectrogram_keeps_the_axis(window: MainWindow, semitones: Hands) -> None:
    from riffdesk.dsp.params import SpectrogramParams
    from riffdesk.sketch.state import empty_state

    params = SpectrogramParams.wide_stereo()
    window.sketch.open(empty_state(params, render=window.defaults.new()), new=True)
    semitones.pause()
    assert window.canvas.scale.axis == "notes"
    assert hertz_at(semitones, window.canvas.point_at(1.0, 12_000)) == pytest.approx(12_000, rel=0.02)
