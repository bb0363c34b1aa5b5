from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.sketch.timeline import Keyframe
from riffdesk.ui.main_window import MainWindow
from tests.ui.conftest import Hands

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
    panel.denoising.setValue(0.4)
    panel.steps.setValue(12)
    assert window.sketch.state.keyframes == (Keyframe(0.0, "jazz", "drums", 7, 0.4, 5.5),)
    assert window.sketch.state.steps == 12
    panel.dice.click()
    assert window.sketch.state.keyframes[0].seed != 7
    for _ in range(7):
        window.sketch.undo()
    assert panel.prompt.toPlainText() == ""
    assert panel.seed.value() == Keyframe().seed


def test_keyframes_are_added_dragged_and_removed_on_the_timeline(window: MainWindow, hands: Hands) -> None:
    timeline = window.timeline
    place = QPoint(round(timeline._x_of(3.0)), 20)
    QTest.mouseDClick(timeline, LEFT, NONE, place)
    assert [one.seconds for one in window.sketch.state.keyframes] == [0.0, 3.0]
    QTest.mouseRelease(timeline, LEFT, NONE, place)
    QTest.mousePress(timeline, LEFT, NONE, place + QPoint(2, 0))
    QTest.mouseMove(timeline, QPoint(round(timeline._x_of(4.0)), 20))
    QApplication.processEvents()
    QTest.mouseRelease(timeline, LEFT, NONE, QPoint(round(timeline._x_of(4.0)), 20))
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


def test_flags_stand_under_their_time_on_the_canvas(window: MainWindow) -> None:
    window.canvas.zoom_time(2, 2.0)
    for seconds in (1.0, 2.5):
        there = window.canvas.viewport().mapToGlobal(window.canvas.point_at(seconds, 1_000))
        here = window.timeline.mapToGlobal(QPoint(round(window.timeline._x_of(seconds)), 0))
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
    for _ in range(200):
        meter.show_levels((0.0, 0.0), False)
    assert meter.at_rest


def test_master_volume_reaches_the_player(window: MainWindow) -> None:
    window.transport.volume.setValue(-6)
    assert abs(window.player._transport.score.master - 0.501) < 0.001
    window.transport.volume.setValue(-60)
    assert window.player._transport.score.master == 0
    window.transport.volume.setValue(0)
    assert window.player._transport.score.master == 1.0


def test_tool_sliders_change_the_tool(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    slider = next(slider for slider in window.tool_panel._sliders if slider._setting == "brush_strength")
    slider._slider.setValue(30)
    hands.drag((1.0, 1_000), (1.5, 1_000))
    assert abs(float(window.sketch.layers[0].ink.max()) - 0.3) < 0.01
