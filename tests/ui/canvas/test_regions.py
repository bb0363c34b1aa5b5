"""Selections of any shape, with real mouse and keys in a real window."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QToolButton

from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.regions.region_editing import MISSED
from riffdesk.ui.document import export
from riffdesk.ui.fields import DecimalField
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands, _move

NONE = Qt.KeyboardModifier.NoModifier
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


def in_dialog(window: MainWindow, action: str, act: Callable[[QDialog], object], *, keep: bool) -> None:
    """Run a command, do something in its dialog, and press one of its buttons."""

    def use() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, QDialog)
            act(dialog)
        finally:
            role = QDialogButtonBox.ButtonRole.AcceptRole if keep else QDialogButtonBox.ButtonRole.RejectRole
            (box,) = dialog.findChildren(QDialogButtonBox)
            (button,) = (one for one in box.buttons() if box.buttonRole(one) == role)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(100, use)
    window.actions_[action].trigger()


@pytest.mark.parametrize("keep", [True, False])
def test_all_strokes_like_the_one_that_is_framed_are_selected(window: MainWindow, hands: Hands, keep: bool) -> None:
    hands.tool("toolStamp")
    for at in (0.5, 1.5, 2.6, 4.0):
        hands.drag((at, 500), (at, 500))  # kicks
    hands.tool("toolTone")
    hands.drag((3.0, 100), (3.5, 300))
    hands.tool("toolSelect")
    hands.drag((0.45, 25), (0.8, 700))
    framed, strokes = window.canvas.selection, len(window.sketch.history.steps)
    assert framed is not None
    band = (framed.low + framed.high) // 2

    def adjust(_: QDialog) -> None:
        hands.wait(lambda: window.canvas.selection != framed, 20)

    in_dialog(window, "actionSelectSimilar", adjust, keep=keep)
    assert len(window.sketch.history.steps) == strokes
    if not keep:
        assert window.canvas.selection == framed
        return
    selected = window.canvas.region
    assert selected is not None
    width = framed.stop - framed.start
    assert selected[band].sum() == 4 * width
    for at in (0.5, 1.5, 2.6, 4.0):
        assert selected[band, round(100 * at) : round(100 * at) + width - 8].all()
    before = ink(window).copy()
    window.actions_["actionDelete"].trigger()  # a command on all of them
    assert not ink(window)[selected.astype(bool)].any()
    np.testing.assert_array_equal(ink(window)[~selected.astype(bool)], before[~selected.astype(bool)])


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


def test_the_buttons_of_a_selection_stay_in_sight_when_the_window_becomes_narrow(
    window: MainWindow, hands: Hands
) -> None:
    window.resize(1500, 900)
    window.canvas.select(Region.everything(window.sketch))
    hands.wait(window.selection_bar.isVisible)
    hands.pause()
    window.resize(1000, 900)
    hands.pause()
    assert window.canvas.viewport().rect().contains(window.selection_bar.geometry())


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
    hands.wait(lambda: list(tmp_path.glob("*.wav")), 150)
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


def lasso(hands: Hands, corners: list[tuple[float, float]], keys: Qt.KeyboardModifier) -> None:
    """Draw an outline through corners in seconds and Hz with the mouse."""
    view, left = hands.canvas.viewport(), Qt.MouseButton.LeftButton
    points = [hands.canvas.point_at(*corner) for corner in corners]
    QTest.mousePress(view, left, keys, points[0])
    for before, after in pairwise(points):
        for part in range(1, 6):
            _move(view, before + (after - before) * part / 5, left, keys)
    QTest.mouseRelease(view, left, keys, points[-1])
    QApplication.processEvents()


def test_the_lasso_selects_the_inside_of_what_is_drawn(window: MainWindow, hands: Hands) -> None:
    hands.key("g")
    assert window.settings.tool == "toolLasso"
    lasso(hands, [(1.0, 500), (3.0, 500), (2.0, 4_000)], NONE)
    selection, params = window.canvas.selection, window.sketch.params
    assert selection is not None
    assert selection.mask is not None
    assert selection.contains(200, float(params.band_of(1_000)))
    assert selection.contains(200, float(params.band_of(3_700)))
    assert not selection.contains(120, float(params.band_of(3_000)))
    assert (selection.start, selection.stop) == (pytest.approx(100, abs=2), pytest.approx(300, abs=2))


def test_ctrl_adds_to_the_selection_and_ctrl_with_shift_takes_away(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolSelect")
    hands.drag((1.0, 500), (2.0, 2_000))
    first = window.canvas.region
    hands.drag((3.0, 500), (4.0, 2_000), keys=CTRL)
    both = window.canvas.region
    assert first is not None
    assert both is not None
    assert both[:, :250].sum() == first.sum()
    assert both[:, 305:395].any()
    hands.drag((1.5, 300), (3.5, 9_000), keys=CTRL | SHIFT)
    less = window.canvas.region
    assert less is not None
    assert not less[:, 152:348].any()
    np.testing.assert_array_equal(less[:, :148], first[:, :148])


@pytest.mark.parametrize("mode", ["add", "subtract", "intersect"])
def test_the_buttons_of_the_tool_panel_set_what_a_shape_does(window: MainWindow, hands: Hands, mode: str) -> None:
    hands.tool("toolSelect")
    hands.drag((1.0, 500), (3.0, 2_000))
    before = window.canvas.region
    button = next(
        one for one in window.tool_panel.findChildren(QToolButton, f"selectMode{mode.capitalize()}") if one.isVisible()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.drag((2.0, 100), (4.0, 5_000))
    after = window.canvas.region
    assert before is not None
    assert after is not None
    there = {"add": (True, True, True), "subtract": (True, False, False), "intersect": (False, True, False)}[mode]
    band = round(float(window.sketch.params.band_of(1_000)))
    assert tuple(bool(after[band, column]) for column in (150, 250, 350)) == there
    hands.tool("toolLasso")  # the mode is one for all selecting tools
    shown = [one for one in window.tool_panel.findChildren(QToolButton) if one.isVisible() and one.isChecked()]
    assert f"selectMode{mode.capitalize()}" in [one.objectName() for one in shown]


def test_a_range_of_time_and_a_band(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolSelect")
    hands.drag((1.0, 500), (2.0, 2_000), keys=SHIFT)
    selection = window.canvas.selection
    assert selection is not None
    assert (selection.low, selection.high) == (0, 512)
    for span in ("time", "band"):
        (button,) = window.tool_panel.findChildren(QToolButton, f"selectSpan{span.capitalize()}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        window.canvas.select(None)  # a drag that begins inside of it would move it
        hands.drag((3.0, 500), (4.0, 2_000))
        selection = window.canvas.selection
        assert selection is not None
        if span == "time":
            assert (selection.low, selection.high) == (0, 512)
            assert selection.start == pytest.approx(300, abs=2)
        else:
            assert (selection.start, selection.stop) == (0, window.sketch.columns)
            assert selection.low == pytest.approx(float(window.sketch.params.band_of(500)), abs=3)


def test_the_wand_selects_the_line_that_is_clicked(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    for pitch in (440, 1_000):
        hands.drag((1.0, pitch), (3.0, pitch))
    hands.key("w")
    assert window.settings.tool == "toolWand"
    QTest.mouseClick(hands.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, hands.canvas.point_at(2.0, 440))
    selection, params = window.canvas.selection, window.sketch.params
    assert selection is not None
    assert (selection.start, selection.stop) == (pytest.approx(100, abs=2), pytest.approx(301, abs=2))
    assert selection.contains(200, float(params.band_of(440)))
    assert not selection.contains(200, float(params.band_of(1_000)))
    QTest.mouseClick(hands.canvas.viewport(), Qt.MouseButton.LeftButton, CTRL, hands.canvas.point_at(2.0, 1_000))
    selection = window.canvas.selection
    assert selection is not None
    assert selection.contains(200, float(params.band_of(440)))
    assert selection.contains(200, float(params.band_of(1_000)))


def test_the_selection_brush_adds_softly_and_its_size_follows_the_keys(window: MainWindow, hands: Hands) -> None:
    hands.key("w", SHIFT)
    assert window.settings.tool == "toolSelectBrush"
    size = window.settings.select_size
    hands.key("]")
    assert window.settings.select_size > size
    hands.drag((1.0, 1_000), (2.0, 1_000))
    hands.drag((3.0, 1_000), (4.0, 1_000))
    region, band = window.canvas.region, round(float(window.sketch.params.band_of(1_000)))
    assert region is not None
    assert region.dtype == np.float32
    assert region[band, 150] == pytest.approx(1)
    assert region[band, 350] == pytest.approx(1)
    assert region[band, 250] == 0
    assert 0 < region[band + round(0.7 * window.settings.select_size / 2), 150] < 1
    hands.drag((1.5, 1_000), (1.6, 1_000), keys=CTRL | SHIFT)
    after = window.canvas.region
    assert after is not None
    assert after[band, 155] < 0.01


@pytest.mark.parametrize("keep", [True, False])
def test_the_selection_grows_while_its_dialog_is_open_and_stays_so_or_not(
    window: MainWindow, hands: Hands, keep: bool
) -> None:
    before, seen = circle(window), []
    window.canvas.select(before)

    def adjust(dialog: QDialog) -> None:
        dialog.findChild(DecimalField, "numberCells").setValue(9)
        hands.pause(0.1)
        seen.append(window.canvas.selection)

    in_dialog(window, "actionGrowSelection", adjust, keep=keep)
    wanted = before.grown(9, window.sketch)
    assert seen == [wanted]
    assert window.canvas.selection == (wanted if keep else before)
    if keep:
        in_dialog(window, "actionShrinkSelection", lambda _: hands.pause(0.1), keep=True)
        assert window.canvas.selection == wanted.grown(-4, window.sketch)
        window.actions_["actionReselect"].trigger()
        assert window.canvas.selection == wanted


def test_a_feathered_selection_has_soft_edges_and_the_number_is_remembered(window: MainWindow, hands: Hands) -> None:
    for shown in (4, 12):
        window.canvas.select(circle(window))
        fields = []

        def adjust(dialog: QDialog, fields: list[float] = fields) -> None:
            field = dialog.findChild(DecimalField, "numberCells")
            fields.append(field.value())
            field.setFocus()
            field.selectAll()
            QTest.keyClicks(field, "12")

        in_dialog(window, "actionFeatherSelection", adjust, keep=True)
        assert fields == [shown]
        assert window.canvas.selection == circle(window).feathered(12, window.sketch)
        assert window.canvas.region.dtype == np.float32  # type: ignore[union-attr]


def a_selected_tone(window: MainWindow, hands: Hands) -> tuple[np.ndarray, Region]:
    hands.tool("toolTone")
    hands.drag((1.0, 440), (2.0, 440))
    hands.tool("toolSelect")
    hands.drag((0.8, 40), (2.2, 6_000), keys=SHIFT)
    selection = window.canvas.selection
    assert selection is not None
    return ink(window).copy(), selection


def test_a_drag_inside_the_selection_moves_its_ink_in_time_as_one_step(window: MainWindow, hands: Hands) -> None:
    before, selection = a_selected_tone(window, hands)
    steps = len(window.sketch.history.steps)
    hands.drag((1.5, 440), (3.0, 440), release=False)
    moved = round((ink(window).any(axis=0)).argmax() - before.any(axis=0).argmax())
    assert moved == pytest.approx(150, abs=2)  # seen while the mouse is down
    assert window.sketch.active_layer.sound.pending is not None  # and being made audible
    end_drag(hands, (3.0, 440))
    after = ink(window)
    np.testing.assert_array_equal(after[:, moved:], before[:, :-moved])
    assert window.canvas.selection == selection.moved(moved, 0, window.sketch)
    assert len(window.sketch.history.steps) == steps + 1
    assert window.sketch.history.undo_name == "Move"
    hands.key("z", CTRL)
    np.testing.assert_array_equal(ink(window), before)


def test_undo_of_a_paste_selects_again_what_was_selected_before(window: MainWindow, hands: Hands) -> None:
    before, copied = a_selected_tone(window, hands)
    hands.key("c", CTRL)
    QTest.mouseClick(hands.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, hands.canvas.point_at(3.0, 440))
    assert window.canvas.selection is None  # a click moves the playhead
    hands.key("v", CTRL)
    pasted = window.canvas.selection
    assert pasted is not None
    assert (pasted.start, pasted.stop - pasted.start) == (pytest.approx(300, abs=2), copied.stop - copied.start)
    hands.key("z", CTRL)
    np.testing.assert_array_equal(ink(window), before)
    assert window.canvas.selection is None
    hands.drag((0.3, 1_000), (0.6, 2_000))
    other = window.canvas.selection
    assert other is not None
    hands.key("v", CTRL)
    assert window.canvas.selection not in (None, other)
    hands.key("z", CTRL)
    assert window.canvas.selection == other
    hands.key("y", CTRL)
    assert window.canvas.selection == pasted
    hands.key("z", CTRL)
    hands.drag((0.1, 3_000), (0.2, 4_000))
    chosen = window.canvas.selection
    hands.key("y", CTRL)
    assert window.canvas.selection == chosen, "what was selected since then stays"


def end_drag(hands: Hands, at: tuple[float, float], keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseRelease(hands.canvas.viewport(), Qt.MouseButton.LeftButton, keys, hands.canvas.point_at(*at))


def test_a_drag_upwards_moves_by_whole_semitones_and_shift_keeps_the_time(window: MainWindow, hands: Hands) -> None:
    before, _ = a_selected_tone(window, hands)
    hands.drag((1.5, 440), (1.5, 664), release=False)
    _move(hands.canvas.viewport(), hands.canvas.point_at(1.55, 664), Qt.MouseButton.LeftButton, SHIFT)
    end_drag(hands, (1.55, 664), SHIFT)
    band = int(ink(window)[:, 150].argmax())
    assert band == pytest.approx(float(window.sketch.params.band_of(440 * 2 ** (7 / 12))), abs=0.6)
    np.testing.assert_array_equal(ink(window).any(axis=0), before.any(axis=0))


def test_ctrl_drag_inside_the_selection_copies(window: MainWindow, hands: Hands) -> None:
    before, _ = a_selected_tone(window, hands)
    hands.drag((1.5, 440), (3.5, 440), keys=CTRL)
    np.testing.assert_array_equal(ink(window)[:, :210], before[:, :210])
    assert ink(window)[:, 310:390].max() == pytest.approx(before.max())
    assert window.sketch.history.undo_name == "Copy"


def test_escape_while_dragging_puts_ink_and_selection_back(window: MainWindow, hands: Hands) -> None:
    before, selection = a_selected_tone(window, hands)
    hands.drag((1.5, 440), (3.5, 600), release=False)
    hands.key(Qt.Key.Key_Escape)
    np.testing.assert_array_equal(ink(window), before)
    assert window.canvas.selection == selection
    end_drag(hands, (3.5, 600))
    np.testing.assert_array_equal(ink(window), before)


def test_a_click_inside_the_selection_clears_it_and_moves_nothing(window: MainWindow, hands: Hands) -> None:
    before, _ = a_selected_tone(window, hands)
    QTest.mouseClick(hands.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, hands.canvas.point_at(1.5, 500))
    assert window.canvas.selection is None
    np.testing.assert_array_equal(ink(window), before)
    assert window.player.position == pytest.approx(1.5 * 44_100, abs=700)


def test_the_pointer_shows_where_a_drag_moves(window: MainWindow, hands: Hands) -> None:
    a_selected_tone(window, hands)
    for at, shape in (((1.5, 500), Qt.CursorShape.SizeAllCursor), ((4.0, 500), Qt.CursorShape.CrossCursor)):
        QTest.mouseMove(hands.canvas.viewport(), hands.canvas.point_at(*at))
        hands.wait(lambda shape=shape: hands.canvas.viewport().cursor().shape() == shape)


@pytest.mark.parametrize(
    "name",
    ["Brush", "Tone", "Line", "Noise", "Spray", "Stamp", "Eraser", "Smudge", "Blur", "Dodge", "Clone", "Original"],
)
def test_every_painting_tool_changes_the_selection_alone(window: MainWindow, hands: Hands, name: str) -> None:
    noise(window)
    window.canvas.select(circle(window).feathered(8, window.sketch))
    before, region = ink(window).copy(), window.canvas.region
    assert region is not None
    hands.tool(f"tool{name}")
    if name == "Clone":
        QTest.mouseClick(hands.canvas.viewport(), Qt.MouseButton.LeftButton, CTRL, hands.canvas.point_at(4, 2_000))
    hands.drag((1.2, hertz(window, 190)), (2.8, hertz(window, 210)))
    after = ink(window)
    np.testing.assert_array_equal(after[region == 0], before[region == 0])
    if name != "Original":  # which gives back what is there
        assert (after[region > 0.9] != before[region > 0.9]).any()


def test_with_the_grid_on_a_moved_selection_begins_at_a_line(window: MainWindow, hands: Hands) -> None:
    window.sketch.set_tempo(120)
    a_selected_tone(window, hands)
    window.settings.snap, window.settings.snap_to = True, "1/4"
    for way in (0.9, -0.33):
        hands.drag((1.5, 440), (1.5 + way, 440))
        selection = window.canvas.selection
        assert selection is not None
        assert selection.start % 50 == 0
        hands.key("z", CTRL)
        window.canvas.select(Region(80, 220, 0, 512))


def test_with_the_harmonics_on_a_selection_has_the_multiples_too(window: MainWindow, hands: Hands) -> None:
    params = window.sketch.params
    for odd in (False, True):
        window.settings.harmonics, window.settings.harmonic_count, window.settings.harmonics_odd = True, 5, odd
        hands.tool("toolSelect")
        hands.drag((1.0, 420), (2.0, 460))
        selection = window.canvas.selection
        assert selection is not None
        there = [selection.contains(150, float(params.band_of(440 * number))) for number in range(1, 7)]
        assert there == [True, not odd, True, not odd, True, False]
        hands.key(Qt.Key.Key_Escape)
