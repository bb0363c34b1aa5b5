from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMenu, QScrollArea, QSlider, QWidget

from riffdesk.engine.events import Plan
from riffdesk.sketch.recipe.timeline import Keyframe, Walk
from riffdesk.ui.riff.render_progress import RenderProgress
from riffdesk.ui.riff.timeline.seed_colours import colour_at, seed_colour
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands, _move

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def row(window: MainWindow, number: int = 0):
    return window.layers._rows[window.sketch.layers[number].id]


def test_every_control_of_a_layer_edits_the_sketch_and_undo_brings_the_control_back(window: MainWindow) -> None:
    controls = row(window)
    controls.gain.setValue(-12)
    controls.pan.setValue(50)
    controls.mute.click()
    controls.solo.click()
    controls.name.setText("Bass")
    controls.name.editingFinished.emit()
    layer = window.sketch.layers[0]
    assert (layer.gain_db, layer.pan, layer.mute, layer.solo, layer.name) == (-6.0, 0.5, True, True, "Bass")
    for _ in range(5):
        window.sketch.undo()
    assert (controls.gain.value(), controls.pan.value(), controls.mute.isChecked()) == (0, 0, False)
    assert (controls.solo.isChecked(), controls.name.text()) == (False, "Layer 1")
    assert window.sketch.history.undo_name is None


def test_layer_buttons_add_copy_move_and_remove(window: MainWindow) -> None:
    buttons = window.layers._buttons
    buttons["add"].click()
    buttons["duplicate"].click()
    names = [layer.name for layer in window.sketch.layers]
    assert names == ["Layer 1", "Layer 2", "Layer 2 copy"]
    buttons["down"].click()
    assert [layer.name for layer in window.sketch.layers] == ["Layer 1", "Layer 2 copy", "Layer 2"]
    buttons["remove"].click()
    assert [layer.name for layer in window.sketch.layers] == ["Layer 1", "Layer 2"]
    QTest.mouseClick(row(window, 0), LEFT, NONE, QPoint(4, 4))
    assert window.sketch.active_layer.name == "Layer 1"


def seen_rows(window: MainWindow, width: int, height: int) -> int:
    """Return how many layers are wholly in sight in a window of a size, as it first appears."""
    window.resize(width, height)
    QTest.qWait(100)
    panel = window.layers.findChild(QScrollArea).viewport()
    return sum(
        panel.rect().contains(row.rect().translated(row.mapTo(panel, QPoint(0, 0))).adjusted(1, 1, -1, -1))
        for row in window.layers._rows.values()
    )


@pytest.mark.parametrize(("width", "height", "wanted"), [(1440, 900, 4), (1280, 720, 2)])
def test_layers_are_in_sight_in_the_first_window(window: MainWindow, width: int, height: int, wanted: int) -> None:
    for _ in range(5):
        window.sketch.new_layer()
    assert seen_rows(window, width, height) >= wanted


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (1280, 680)])
def test_what_one_does_in_the_first_hour_is_in_sight(window: MainWindow, width: int, height: int) -> None:
    window.resize(width, height)
    QTest.qWait(100)
    assert (window.width(), window.height()) == (width, height)
    panel = window.prompt_panel
    for part in (panel.prompt, panel.generate, panel.variations, panel.bars, panel.seed, window.transport.bars):
        assert part.visibleRegion().boundingRect() == part.rect(), part.objectName()
    assert panel.generate.height() > panel.steps.height()
    panel.more.setChecked(False)
    for part in (panel.guidance, panel.scheduler, panel.negative):
        assert not part.isVisible(), part.objectName()


def test_the_layer_list_can_be_made_higher(window: MainWindow) -> None:
    for _ in range(7):
        window.sketch.new_layer()
    before = seen_rows(window, 1440, 900)
    window.resizeDocks([window.findChild(QDockWidget, "layersDock")], [330], Qt.Orientation.Vertical)
    assert seen_rows(window, 1440, 900) > before


def test_pan_is_seen_on_the_selected_layer_alone(window: MainWindow) -> None:
    window.sketch.new_layer()
    QApplication.processEvents()
    assert [row(window, number).pan.isVisible() for number in (0, 1)] == [False, True]
    window.sketch.select_layer(window.sketch.layers[0].id)
    assert [row(window, number).pan.isVisible() for number in (0, 1)] == [True, False]


def test_rows_of_layers_that_are_not_heard_are_dim_and_say_so(window: MainWindow) -> None:
    sketch = window.sketch
    for _ in range(2):
        sketch.new_layer()
    one, two = (layer.id for layer in sketch.layers[:2])
    sketch.set_layer(one, mute=True)
    assert [row(window, number).property("heard") for number in range(3)] == [False, True, True]
    assert row(window, 0).accessibleName() == "Layer Layer 1, muted"
    sketch.set_layer(one, mute=False)
    sketch.set_layer(two, solo=True)
    assert [row(window, number).property("heard") for number in range(3)] == [False, True, False]
    assert row(window, 2).accessibleName() == "Layer Layer 3, selected, another layer is soloed"
    assert "another layer is soloed" in row(window, 0).name.toolTip()
    name = QPalette.ColorRole.Text
    contrast = [abs(row(window, number).name.palette().color(name).lightness() - 30) for number in range(2)]
    assert contrast[0] < contrast[1]


def test_the_stroke_goes_to_the_chosen_layer(window: MainWindow, hands: Hands) -> None:
    window.layers._buttons["add"].click()
    hands.tool("toolBrush")
    hands.drag((1.0, 1_000), (1.2, 1_000))
    assert not window.sketch.layers[0].ink.any()
    assert window.sketch.layers[1].ink.any()


def test_the_prompt_panel_edits_the_current_keyframe(window: MainWindow) -> None:
    panel = window.prompt_panel
    panel.prompt.setPlainText("jazz")
    panel.negative.setPlainText("drums")
    panel.seed.setValue(7)
    panel.guidance.setValue(5.5)
    panel.closeness.slider.setValue(40)
    panel.steps.setValue(12)
    assert window.sketch.state.keyframes == (Keyframe(0.0, "jazz", "drums", 7, 0.4, 5.5),)
    assert window.sketch.render.steps == 12
    panel.dice.click()
    assert window.sketch.state.keyframes[0].seed != 7
    for _ in range(7):
        window.sketch.undo()
    assert panel.prompt.toPlainText() == ""
    assert panel.seed.value() == Keyframe().seed


def test_the_timeline_stays_under_the_canvas_when_a_dock_opens_beside_it(window: MainWindow, hands: Hands) -> None:
    timeline = window.timeline
    painted: list[float] = []

    class Watch(QObject):
        def eventFilter(self, _: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(timeline.axis.x_of(0.0))
            return False

    watch = Watch()
    timeline.installEventFilter(watch)
    before = timeline.axis.x_of(0.0)
    window.findChild(QWidget, "libraryDock").show()
    hands.pause(0.5)
    assert timeline.axis.x_of(0.0) > before + 100
    assert painted[-1] == pytest.approx(timeline.axis.x_of(0.0), abs=0.5)


def test_the_active_layer_is_in_sight_in_a_long_list(window: MainWindow, hands: Hands) -> None:
    for _ in range(12):
        window.layers.add()
    shown = []
    for number in (0, 6, 11, 3):
        window.sketch.select_layer(window.sketch.layers[number].id)
        hands.pause()
        active = row(window, number)
        shown.append(active.visibleRegion().boundingRect() == active.rect())
    window.resize(window.width(), 700)
    hands.pause()
    active = row(window, 3)
    assert [*shown, active.visibleRegion().boundingRect() == active.rect()] == [True] * 5


def test_no_tool_makes_the_window_higher_than_a_screen_of_720_points(window: MainWindow, hands: Hands) -> None:
    window.prompt_panel.takes.show()
    for name in window.tools:
        window.actions_[name].trigger()
        hands.pause(0.02)
    assert window.minimumSizeHint().height() <= 720


def test_the_progress_of_a_riff_is_drawn_within_the_row_that_is_updated(window: MainWindow, hands: Hands) -> None:
    timeline, progress = window.timeline, RenderProgress()
    progress.update(Plan(((0.0, 4.0), (4.0, window.sketch.seconds))))

    def above() -> QImage:
        row = timeline._windows_row()
        return timeline.grab(QRect(0, 0, row.width(), row.top())).toImage()

    before = above()
    timeline.show_riff(progress)
    assert above() == before
    timeline.show_riff(None)


def test_keyframes_are_added_dragged_and_removed_on_the_timeline(window: MainWindow, hands: Hands) -> None:
    timeline = window.timeline
    place = QPoint(round(timeline.axis.x_of(3.0)), 20)
    QTest.mouseDClick(timeline, LEFT, NONE, place)
    assert [one.seconds for one in window.sketch.state.keyframes] == [0.0, 3.0]
    QTest.mouseRelease(timeline, LEFT, NONE, place)
    QTest.mousePress(timeline, LEFT, NONE, place + QPoint(2, 0))
    QTest.mouseMove(timeline, QPoint(round(timeline.axis.x_of(4.0)), 20))
    QApplication.processEvents()
    QTest.mouseRelease(timeline, LEFT, NONE, QPoint(round(timeline.axis.x_of(4.0)), 20))
    assert abs(window.sketch.state.keyframes[1].seconds - 4.0) < 0.05
    assert window.current.index == 1
    QTest.keyClick(timeline, Qt.Key.Key_Left)
    assert window.current.index == 0
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    QTest.keyClick(timeline, Qt.Key.Key_Delete)
    assert len(window.sketch.state.keyframes) == 1
    QTest.keyClick(timeline, Qt.Key.Key_Delete)
    assert len(window.sketch.state.keyframes) == 1
    window.sketch.undo()
    assert len(window.sketch.state.keyframes) == 2


def test_a_drag_goes_from_bar_to_bar_shift_frees_it_and_a_drag_begun_with_ctrl_copies(
    window: MainWindow, hands: Hands
) -> None:
    timeline = window.timeline
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    window.current.add(3.0, 7)

    def drag(start: float, stop: float, pressed: Qt.KeyboardModifier, moved: Qt.KeyboardModifier) -> list[float]:
        begin, end = (QPoint(round(timeline.axis.x_of(seconds)) + 12, 20) for seconds in (start, stop))
        QTest.mousePress(timeline, LEFT, pressed, begin)
        _move(timeline, end, LEFT, moved)
        QTest.mouseRelease(timeline, LEFT, moved, end)
        return [round(one.seconds, 1) for one in window.sketch.state.keyframes]

    assert drag(3.0, 3.7, NONE, NONE) == [0.0, 4.0]  # bars of 2 s
    assert drag(4.0, 3.3, NONE, shift) == [0.0, 3.3]
    window.sketch.undo()
    assert [one.seconds for one in window.sketch.state.keyframes] == [0.0, 4.0]  # each drag is a step of its own
    window.sketch.redo()
    assert drag(3.3, 1.0, ctrl, ctrl | shift) == [0.0, 1.0, 3.3]
    assert [one.seed for one in window.sketch.state.keyframes] == [42, 7, 7]
    window.sketch.undo()
    window.sketch.undo()
    assert [round(one.seconds, 1) for one in window.sketch.state.keyframes] == [0.0, 3.3]


def test_keyframes_chosen_together_are_edited_together(window: MainWindow, hands: Hands) -> None:
    timeline = window.timeline
    window.current.add(2.0, 7)
    window.current.add(4.0, 8)
    place = QPoint(round(timeline.axis.x_of(2.0)) + 12, 20)
    QTest.mouseClick(timeline, LEFT, Qt.KeyboardModifier.ControlModifier, place)
    window.prompt_panel.guidance.setValue(9.0)
    assert [one.guidance == 9 for one in window.sketch.state.keyframes] == [False, True, True]
    seeds = [one.seed for one in window.sketch.state.keyframes]
    QTest.mouseClick(timeline, LEFT, NONE, timeline._dice_box(window.current.index).center().toPoint())
    now = [one.seed for one in window.sketch.state.keyframes]
    assert [one == other for one, other in zip(seeds, now, strict=True)] == [True, False, False]
    menu = QMenu()
    timeline.fill_menu(menu)
    next(action for action in menu.actions() if action.text() == "Hold").trigger()
    assert [one.curve for one in window.sketch.state.keyframes] == ["linear", "hold", "hold"]
    QTest.keyClick(timeline, Qt.Key.Key_Delete)
    assert len(window.sketch.state.keyframes) == 1


def test_what_is_done_with_a_timeline_or_a_selection_stands_in_its_context_menu(
    window: MainWindow, hands: Hands
) -> None:
    seen: list[list[str]] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.append([action.objectName() for action in menu.actions()])
        menu.close()

    window.editing.select_all()
    for place in (window.timeline, window.canvas.viewport()):
        point = place.rect().center()
        QTimer.singleShot(50, look)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place.mapToGlobal(point))
        QApplication.sendEvent(place, event)
    timeline, canvas = seen
    assert {"actionRenderTimeline", "actionRenderChanged", "actionContinueRight", "actionContinueLeft"} <= set(timeline)
    assert canvas[0] == "actionRepaint"
    assert {"actionCut", "actionSemitoneUp"} <= set(canvas)


def test_keyframes_are_moved_by_keys_from_bar_to_bar_or_freely(window: MainWindow) -> None:
    timeline, sketch = window.timeline, window.sketch
    window.current.add(2.3, 7)
    ctrl, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    for key, keys, there in (
        (Qt.Key.Key_Right, ctrl, 4.0),
        (Qt.Key.Key_Left, ctrl, 2.0),
        (Qt.Key.Key_Right, alt, 2.1),
        (Qt.Key.Key_Left, ctrl, 2.0),
        (Qt.Key.Key_Left, alt, 1.9),
        (Qt.Key.Key_Right, ctrl, 2.0),
    ):
        QTest.keyClick(timeline, key, keys)
        assert sketch.state.keyframes[1].seconds == pytest.approx(there)
    assert len(sketch.state.keyframes) == 2
    sketch.undo()  # moves in a row are one step
    assert sketch.state.keyframes[1].seconds == 2.3


def test_flags_stay_in_the_view_and_share_its_room(window: MainWindow) -> None:
    timeline, sketch = window.timeline, window.sketch
    end = sketch.seconds
    sketch.set_keyframes(tuple(Keyframe(seconds=part * end, seed=9) for part in (0.0, 0.4, 0.41, 0.98, 1.0)))
    boxes = [timeline._box(index) for index in range(5)]
    assert boxes[4].right() <= timeline.width()
    assert boxes[4].left() <= timeline.axis.x_of(end)
    assert boxes[1].left() == timeline.axis.x_of(0.4 * end)  # no room for words, but for its grip
    assert boxes[1].width() < boxes[2].width()
    assert boxes[2].right() < boxes[4].left()
    window.current.choose(3)
    assert timeline._box(3).width() > boxes[3].width()


def test_no_seed_has_the_colour_of_a_warning() -> None:
    hues = [seed_colour(seed).hueF() for seed in range(1_000)]
    assert min(hues) > 0.1
    assert max(hues) < 0.85
    near = [abs(one - other) for one, other in pairwise(hues)]
    assert min(near) > 0.1


def test_names_of_layers_show_their_end_where_they_have_no_room(window: MainWindow, hands: Hands) -> None:
    window.layers.add()
    for number in (0, 1):
        window.sketch.set_layer(window.sketch.layers[number].id, name=f"slow jazz piano, a long bass · {41 + number}")
    window.canvas.setFocus()
    hands.pause(0.05)
    first, second = (row(window, number).name for number in (0, 1))
    assert first.fontMetrics().horizontalAdvance(first.text()) > first.width()
    assert first.grab().toImage() != second.grab().toImage()
    assert first.text().endswith("41")


def test_more_is_seen_when_it_is_unfolded(window: MainWindow, hands: Hands) -> None:
    window.resize(1280, 720)
    panel = window.prompt_panel
    panel.more.setChecked(False)
    hands.pause(0.1)
    panel.more.click()
    hands.pause(0.1)
    assert not panel.guidance.visibleRegion().isEmpty()


def test_the_band_has_the_colours_that_the_render_walks_through(window: MainWindow) -> None:
    keyframes = (Keyframe(0.0, seed=1, curve="smooth"), Keyframe(4.0, seed=2), Keyframe(5.0, seed=2))
    walk, start, end = Walk(keyframes), seed_colour(1), seed_colour(2)
    assert colour_at(walk, 0.0).name() == start.name()
    assert colour_at(walk, 4.5).name() == end.name()
    quarter = colour_at(walk, 1.0)
    assert quarter.redF() == pytest.approx(0.84375 * start.redF() + 0.15625 * end.redF(), abs=1e-3)
    window.sketch.set_keyframes(keyframes)
    picture = window.timeline.grab().toImage()
    y = picture.height() - 24 * window.timeline.devicePixelRatioF()
    ratio = window.timeline.devicePixelRatioF()
    seen = picture.pixelColor(round(window.timeline.axis.x_of(2.0) * ratio), round(y))
    wanted = colour_at(walk, 2.0)
    assert abs(seen.red() - wanted.red()) <= 3
    assert abs(seen.green() - wanted.green()) <= 3


def test_flags_stand_under_their_time_on_the_canvas(window: MainWindow) -> None:
    window.canvas.zoom_time(2, 2.0)
    for seconds in (1.0, 2.5):
        there = window.canvas.viewport().mapToGlobal(window.canvas.point_at(seconds, 1_000))
        here = window.timeline.mapToGlobal(QPoint(round(window.timeline.axis.x_of(seconds)), 0))
        assert abs(there.x() - here.x()) <= 1


def test_the_transport_sets_tempo_meter_and_length(window: MainWindow) -> None:
    transport = window.transport
    transport.tempo.setValue(93.5)
    transport.beats.setValue(3)
    transport.length.setValue(8.0)
    state = window.sketch.state
    assert (state.tempo, state.beats_per_bar, state.columns) == (93.5, 3, 800)
    for _ in range(3):
        window.sketch.undo()
    assert (transport.tempo.value(), transport.beats.value(), transport.length.value()) == (120, 4, 5.12)


def test_home_and_end_and_the_clock(window: MainWindow, hands: Hands) -> None:
    hands.key(Qt.Key.Key_End)
    assert window.transport.clock.text() == "0:05.12"
    assert window.transport.place.text() == "3|3"
    hands.key(Qt.Key.Key_Home)
    assert window.transport.clock.text() == "0:00.00"


def test_the_loop_follows_the_selection(window: MainWindow, hands: Hands) -> None:
    assert window.player.loop == (0, 512 * 441)
    hands.tool("toolSelect")
    hands.drag((1.0, 100), (2.0, 5_000))
    start, stop = window.player.loop
    assert abs(start / 44_100 - 1.0) < 0.03
    assert abs(stop / 44_100 - 2.0) < 0.03
    hands.key("l")
    assert window.player.loop is None
    hands.key("l")


def test_the_meter_holds_peaks_and_keeps_its_clip_light(window: MainWindow) -> None:
    meter = window.transport.meter
    meter.show_levels((0.5, 0.25), False)
    assert abs(meter._held[0] + 6.02) < 0.01
    for _ in range(30):
        meter.show_levels((0.0, 0.0), True)
    assert abs(meter._held[0] + 6.02) < 0.01
    assert meter._shown[0] < -20
    assert meter._clipped
    assert "lower a layer's gain" in meter.toolTip()
    for _ in range(200):
        meter.show_levels((0.0, 0.0), False)
    assert meter.at_rest
    assert "lower a layer's gain" not in meter.toolTip()


def test_that_the_mix_is_too_loud_is_said_once_with_what_to_do(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    loud = window.player.levels._replace(clipped=True)
    monkeypatch.setattr(type(window.player), "levels", property(lambda _: loud))
    for _ in range(3):
        window.transport.show_position()
    assert sum("lower a layer's gain or the master volume" in str(message) for message in window.notice.messages) == 1


def test_master_volume_reaches_the_player(window: MainWindow) -> None:
    window.transport.volume.setValue(-6)
    assert abs(window.player._state.mix.master - 0.501) < 0.001
    window.transport.volume.setValue(-60)
    assert window.player._state.mix.master == 0
    window.transport.volume.setValue(0)
    assert window.player._state.mix.master == 1.0


def test_tool_sliders_change_the_tool(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    window.tool_panel.findChild(QSlider, "brush_strength").setValue(30)
    hands.drag((1.0, 1_000), (1.5, 1_000))
    assert abs(float(window.sketch.layers[0].ink.max()) - 0.3) < 0.01
