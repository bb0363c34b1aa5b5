from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QToolButton,
)

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.ui.document import file_dialogs
from riffdesk.ui.window.main_window import MainWindow
from tests.measure import riff
from tests.ui.conftest import Hands

PARAMS = SpectrogramParams()
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def ink(window: MainWindow) -> np.ndarray:
    return window.sketch.active_layer.ink


def row(hertz: float) -> int:
    return round(float(PARAMS.band_of(hertz)))


def click(
    hands: Hands, seconds: float, hertz: float, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.mouseClick(hands.canvas.viewport(), LEFT, keys, hands.canvas.point_at(seconds, hertz))


def names(window: MainWindow) -> list[str]:
    return [step.name for step in window.sketch.history.steps][1:]


def choose(window: MainWindow, name: str, value: str) -> None:
    field = window.findChild(QComboBox, name)
    field.setCurrentIndex(field.findData(value))


def test_a_line_is_straight_and_bends_by_its_middle_as_one_step(window: MainWindow, hands: Hands) -> None:
    hands.key("I")
    hands.key("Y")  # the magnet is on with tones
    hands.drag((1, 500), (3, 500))
    assert ink(window)[row(500), 120:280].min() > 0.5
    handle = hands.canvas.ghost.handle
    assert handle == pytest.approx((2.0, row(500)), abs=1.5)
    hands.drag((2, 500), (2, 1_000))
    tops = ink(window).argmax(axis=0)
    assert tops[200] == pytest.approx(row(1_000), abs=2)
    assert tops[102] == pytest.approx(row(500), abs=6)
    assert names(window) == ["Line"]
    hands.drag((2, 1_000), (2, 700), release=False)
    hands.key(Qt.Key.Key_Escape)
    assert ink(window).argmax(axis=0)[200] == pytest.approx(row(1_000), abs=2)
    QTest.mouseRelease(hands.canvas.viewport(), LEFT, pos=hands.canvas.point_at(2, 700))
    hands.drag((4, 400), (4.5, 400))
    assert names(window) == ["Line", "Line"]


def test_noise_and_spray_paint_where_one_drags(window: MainWindow, hands: Hands) -> None:
    hands.key("X")
    hands.drag((1, 2_000), (3, 2_000))
    painted = ink(window)[row(2_000) - 5 : row(2_000) + 5, 110:290]
    assert painted.min() > 0
    assert painted.std() > 0.05
    hands.tool("toolSpray")
    hands.drag((1, 6_000), (3, 6_000))
    grains = ink(window)[row(6_000) - 30 : row(6_000) + 30, 110:290] > 0
    assert 0.02 < grains.mean() < 0.6
    assert names(window) == ["Noise", "Spray"]


@pytest.mark.parametrize(
    ("kind", "loud", "quiet"), [("kick", 70, 5_000), ("snare", 200, 60), ("hat", 8_000, 200), ("clap", 3_000, 100)]
)
def test_drums_are_stamped_on_the_grid(window: MainWindow, hands: Hands, kind: str, loud: float, quiet: float) -> None:
    hands.key("D")
    hands.key("Z")
    choose(window, "snapTo", "1/8")
    choose(window, "stamp", kind)
    hands.drag((0.98, 1_000), (2.02, 1_000))
    starts = np.flatnonzero(np.diff(ink(window)[row(loud)].astype(np.float64)) > 0.2) + 1
    assert starts.tolist() == [100, 125, 150, 175]
    assert not ink(window)[row(quiet)].any()
    assert names(window) == ["Stamp"]


def test_a_selection_becomes_a_stamp(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.drag((1, 2_000), (1.4, 2_000))
    hands.tool("toolStamp")
    choose(window, "stamp", "selection")
    click(hands, 3, 2_000)
    assert "Take selection" in window.notice.text
    hands.tool("toolSelect")
    hands.drag((0.8, 1_500), (1.6, 2_600))
    hands.tool("toolStamp")
    choose(window, "stamp", "kick")
    window.findChild(QPushButton, "takeStamp").click()
    assert window.settings.stamp == "selection"
    assert window.findChild(QComboBox, "stamp").currentData() == "selection"
    before = ink(window)
    click(hands, 3, 500)
    stamped = ink(window)[:, 250:]
    columns, stamped_columns = np.flatnonzero(before.any(axis=0)), np.flatnonzero(stamped.any(axis=0))
    assert np.array_equal(stamped[:, stamped_columns], before[:, columns])
    window.findChild(QSpinBox, "stampSemitones").setValue(12)
    click(hands, 4.2, 500)
    assert ink(window)[row(4_000), 420:480].max() > 0.3


def test_a_picture_becomes_a_stamp(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = QImage(40, 30, QImage.Format.Format_ARGB32)
    picture.fill(QColor(0, 0, 0, 0))  # silent
    for x in range(40):
        picture.setPixelColor(x, 0, QColor("white"))  # the highest row
        picture.setPixelColor(x, 29, QColor(128, 128, 128))
    assert picture.save(str(tmp_path / "two lines.png"))
    monkeypatch.setattr(file_dialogs, "ask_for_picture", lambda *_: tmp_path / "two lines.png")
    hands.tool("toolStamp")
    choose(window, "stamp", "picture")
    click(hands, 3, 500)
    assert "Picture…" in window.notice.text
    window.findChild(QPushButton, "takePicture").click()
    assert window.findChild(QComboBox, "stamp").currentData() == "picture"
    click(hands, 3, 500)
    rows = np.flatnonzero(ink(window).any(axis=1))
    assert rows.tolist() == [241, 270]  # in the middle of 512 bands
    assert ink(window)[270].max() == 1
    assert ink(window)[241].max() == pytest.approx(128 / 255)
    assert np.count_nonzero(ink(window)[270]) == 40
    assert window.sketch.history.undo_name == "Stamp"
    choose(window, "stampLength", "1")
    window.editing.undo()
    click(hands, 3, 500)
    assert np.count_nonzero(ink(window)[270]) == 50  # a beat at 120 bpm


@pytest.mark.parametrize("kind", ["no picture", "all black", "too large"])
def test_a_picture_that_cannot_be_stamped_is_told_of_and_a_large_one_made_smaller(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    path = tmp_path / "picture.png"
    if kind == "no picture":
        path.write_bytes(b"no picture")
    else:
        picture = QImage(3_000, 2_000, QImage.Format.Format_RGB32)
        picture.fill(QColor("black" if kind == "all black" else "white"))
        assert picture.save(str(path))
    monkeypatch.setattr(file_dialogs, "ask_for_picture", lambda *_: path)
    hands.tool("toolStamp")
    window.actions_["actionPictureStamp"].trigger()
    if kind == "too large":
        click(hands, 1, 500)
        assert ink(window).any(axis=1).sum() == window.sketch.params.bands
    else:
        assert "picture.png" in window.notice.text
        assert window.settings.stamp != "picture"


def test_words_become_a_stamp_of_the_height_that_is_asked_for(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolStamp")
    choose(window, "stamp", "text")
    window.findChild(QSpinBox, "stampTextHeight").setValue(64)
    click(hands, 3, 500)
    assert "under Text" in window.notice.text
    assert names(window) == []
    field = window.findChild(QLineEdit, "stampText")
    QTest.keyClicks(field, "L")
    click(hands, 1, 500)
    rows, columns = (np.flatnonzero(ink(window).any(axis=axis)) for axis in (1, 0))
    assert 224 <= rows[0] < rows[-1] < 288  # 64 bands in the middle of 512
    assert columns[0] == 100
    assert ink(window).max() == pytest.approx(0.42, abs=0.01)
    letter = ink(window)[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] > 0.2
    assert letter[:3].mean() > 0.7  # the foot of an L is at the bottom, its stem at the left
    assert letter[:, : letter.shape[1] // 3].mean() > 0.7
    assert letter[letter.shape[0] // 2 :, letter.shape[1] // 2 :].mean() < 0.1
    assert names(window) == ["Stamp"]
    window.editing.undo()
    QTest.keyClicks(field, "A" * 100)
    assert len(window.settings.stamp_text) == 60
    window.findChild(QSpinBox, "stampTextHeight").setValue(512)
    click(hands, 0, 500)
    assert np.flatnonzero(ink(window).any(axis=1)).size > 300


def test_dodge_makes_louder_and_with_ctrl_quieter(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.drag((1, 2_000), (4, 2_000))
    hands.key("O")
    before = ink(window)[row(2_000), 200]
    hands.drag((1.5, 2_000), (2.5, 2_000))
    assert 80 * np.log10(ink(window)[row(2_000), 200] / before) == pytest.approx(6, abs=0.01)
    hands.drag((1.5, 2_000), (2.5, 2_000), keys=Qt.KeyboardModifier.ControlModifier)
    assert ink(window)[row(2_000), 200] == pytest.approx(before, rel=1e-4)
    assert names(window) == ["Brush", "Dodge", "Burn"]


def test_smudge_and_blur(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.drag((1, 2_000), (2, 2_000))
    edge = ink(window)[row(2_000), 200:230].copy()
    hands.key("U")
    hands.drag((1.9, 2_000), (2.4, 2_000))
    assert (ink(window)[row(2_000), 210:230] > edge[10:] + 0.05).any()
    hands.tool("toolBlur")
    steepest = np.abs(np.diff(ink(window)[row(2_000) - 20 : row(2_000) + 20, 150])).max()
    hands.drag((1.3, 2_000), (1.7, 2_000))
    assert np.abs(np.diff(ink(window)[row(2_000) - 20 : row(2_000) + 20, 150])).max() < 0.8 * steepest
    assert names(window) == ["Brush", "Smudge", "Blur"]


def test_clone_copies_from_where_ctrl_was_clicked(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolNoise")
    hands.drag((0.5, 2_000), (1.5, 2_000))
    hands.key("J")
    hands.drag((3, 2_000), (3.5, 2_000))
    assert "Ctrl" in window.notice.text
    assert names(window) == ["Noise"]
    click(hands, 1, 2_000, Qt.KeyboardModifier.ControlModifier)
    assert hands.canvas.ghost.handle is not None
    before = ink(window)
    hands.drag((3, 2_000), (3.3, 2_000))
    core = slice(row(2_000) - 8, row(2_000) + 8)
    columns = [round(hands.canvas.cell_at(QPointF(hands.canvas.point_at(second, 2_000)))[0]) for second in (1, 3)]
    offset = columns[1] - columns[0]
    copied = ink(window)[core, 300:330]
    matches = [np.array_equal(copied, before[core, 300 - by : 330 - by]) for by in (offset - 1, offset, offset + 1)]
    assert any(matches)
    hands.tool("toolBrush")
    assert hands.canvas.ghost.handle is None


def test_back_to_the_original_gives_an_import_back_in_ink_and_samples(window: MainWindow, hands: Hands) -> None:
    from riffdesk.dsp.mel import analyse

    samples = riff(4.0)[None]
    source = Source(samples, analyse(samples[0], PARAMS)[..., :400])
    layer = Layer(source.tiles, "Clip", source=source)
    window.sketch.add_layer(
        replace(layer, sound=replace(layer.sound, waveform=source.waveform)), samples=samples.shape[-1]
    )
    hands.idle()
    imported = ink(window)
    hands.tool("toolEraser")
    hands.drag((1, 1_000), (3, 1_000))
    hands.idle()
    assert not np.array_equal(ink(window), imported)
    assert not np.array_equal(window.sketch.active_layer.sound.audio, samples)
    hands.key("R")
    window.settings.original_size, window.settings.original_hardness = 64.0, 1.0
    hands.drag((1.5, 1_000), (4.0, 1_000))
    hands.idle()
    assert np.array_equal(ink(window)[:, 150:], imported[:, 150:])
    assert not np.array_equal(ink(window)[:, :110], imported[:, :110])
    window_columns = PARAMS.window_columns
    changed = np.flatnonzero((ink(window) != imported).any(axis=0))
    after = (int(changed[-1]) + window_columns + 1) * PARAMS.hop
    audio = window.sketch.active_layer.sound.audio
    assert np.array_equal(audio[:, after : samples.shape[-1]], samples[:, after:])
    assert names(window)[-1] == "Back to the original"


def test_back_to_the_original_gives_a_riff_back_bit_for_bit_after_it_was_saved_and_opened(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = np.abs(np.random.default_rng(5).standard_normal((PARAMS.bands, 512)) / 8).astype(np.float32)
    recipe = Recipe("starter", (Keyframe(prompt="flute"),), 5.12, 12)
    window.sketch.add_layer(Layer(made, "flute", recipe=recipe), samples=512 * PARAMS.hop)
    hands.tool("toolEraser")
    hands.drag((1, 1_000), (2, 1_000))
    hands.tool("toolBrush")
    hands.drag((1.5, 300), (2.5, 300))
    hands.idle()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "flute.riff"), ""))
    hands.key("S", CTRL)
    hands.wait(lambda: window.documents.path is not None and not window.sketch.modified)
    history = window.sketch.history
    window.documents.open_path(tmp_path / "flute.riff")
    hands.wait(lambda: window.sketch.history is not history)
    assert not np.array_equal(ink(window), made)
    hands.key("R")
    window.settings.original_size, window.settings.original_hardness = 128.0, 1.0
    for hertz in (1_000, 300):
        hands.drag((0.5, hertz), (3.5, hertz))
    assert np.array_equal(ink(window), made)
    assert names(window) == ["Back to the original"] * 2


def test_tools_of_a_group_share_a_button_that_offers_the_others_when_pressed_again(
    window: MainWindow, hands: Hands
) -> None:
    button = window.tool_bar.widgetForAction(window.actions_["toolBrush"])
    assert isinstance(button, QToolButton)
    assert window.tool_bar.widgetForAction(window.actions_["toolSpray"]) is button
    hands.tool("toolSpray")
    assert button.defaultAction() is window.actions_["toolSpray"]
    hands.tool("toolSelect")
    QTest.mouseClick(button, LEFT)
    assert window.canvas.tool is window.tools["toolSpray"]
    texts = [action.text() for action in button.menu().actions()]
    assert texts == ["Brush", "Noise", "Spray"]


def pen(
    hands: Hands, kind: QEvent.Type, seconds: float, hertz: float, pressure: float, end: QPointingDevice.PointerType
) -> None:
    """Send an event of a pen, and the event of a mouse that Qt makes of it."""
    view = hands.canvas.viewport()
    place = QPointF(hands.canvas.point_at(seconds, hertz))
    kind_of = QPointingDevice.PointerType
    device = QPointingDevice(
        "pen", 7, QPointingDevice.DeviceType.Stylus, end, QPointingDevice.Capability.Pressure, 1, 1
    )
    assert end in (kind_of.Pen, kind_of.Eraser)
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else LEFT
    event = QTabletEvent(
        kind, device, place, QPointF(view.mapToGlobal(place.toPoint())), pressure, 0.0, 0.0, 0.0, 0.0, 0.0,
        Qt.KeyboardModifier.NoModifier, LEFT, held,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    position = place.toPoint()
    if kind == QEvent.Type.TabletPress:
        QTest.mousePress(view, LEFT, pos=position)
    elif kind == QEvent.Type.TabletRelease:
        QTest.mouseRelease(view, LEFT, pos=position)


def test_a_pen_presses_and_its_other_end_erases(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    tip, other = QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser
    for seconds, pressure in ((1, 1.0), (2, 0.5)):
        pen(hands, QEvent.Type.TabletPress, seconds, 2_000, pressure, tip)
        pen(hands, QEvent.Type.TabletRelease, seconds, 2_000, 0.0, tip)
    heights = [np.count_nonzero(ink(window)[:, column - 2 : column + 3].max(axis=1)) for column in (100, 200)]
    assert heights[1] == pytest.approx(heights[0] / 2, abs=2)
    pen(hands, QEvent.Type.TabletPress, 1, 2_000, 1.0, other)
    pen(hands, QEvent.Type.TabletRelease, 1, 2_000, 0.0, other)
    assert not ink(window)[:, 95:105].any()
    assert names(window) == ["Brush", "Brush", "Eraser"]
    hands.drag((3, 2_000), (3.5, 2_000))
    assert np.count_nonzero(ink(window)[:, 320]) == pytest.approx(heights[0], abs=2)


def test_presets_keep_the_options_of_a_tool(window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    presets = window.modifier_bar.presets
    hands.tool("toolBrush")
    window.settings.brush_size, window.settings.brush_strength = 90.0, 0.25
    window.tool_panel.refresh()
    monkeypatch.setattr(QInputDialog, "exec", lambda question: question.setTextValue("Wide  and soft") or True)
    menu = presets.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Save…").trigger()
    assert presets.names == ["Wide and soft"]
    window.settings.brush_size, window.settings.brush_strength = 4.0, 0.9
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Wide and soft").trigger()
    assert (window.settings.brush_size, window.settings.brush_strength) == (90, 0.25)
    assert window.findChild(QSlider, "brush_size").value() == 90
    hands.tool("toolEraser")
    assert presets.names == []
    hands.tool("toolBrush")
    window.settings.tool_presets["toolBrush:Broken"] = '{"brush_size": 1e9, "brush_hardness": 0.1, "theme": "light"}'
    presets.take("Broken")
    assert (window.settings.brush_size, window.settings.brush_hardness, window.settings.theme) == (90, 0.1, "dark")
    window.settings.tool_presets["toolBrush:Worse"] = "{"
    presets.take("Worse")
    presets.remove("Wide and soft")
    assert presets.names == ["Broken", "Worse"]


def test_the_menu_says_why_no_more_presets_can_be_saved(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    presets = window.modifier_bar.presets
    window.settings.tool_presets = {f"toolTone:{number}": "{}" for number in range(200)}
    presets.menu().aboutToShow.emit()
    save = next(action for action in presets.menu().actions() if action.text().startswith("Save…"))
    assert not save.isEnabled()
    assert "remove one" in save.text()
    window.settings.tool_presets.pop("toolTone:0")
    presets.menu().aboutToShow.emit()
    assert next(action for action in presets.menu().actions() if action.text() == "Save…").isEnabled()


def test_the_outline_of_a_soft_tip_shows_its_hard_part(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    window.settings.brush_size, window.settings.brush_hardness = 40.0, 0.5
    QTest.mouseMove(hands.canvas.viewport(), hands.canvas.point_at(2, 2_000))
    hands.pause()
    outer, core = hands.canvas.overlays.cursor, hands.canvas.ghost.core
    assert core.isVisible()
    assert core.rect().height() == pytest.approx(outer.rect().height() / 2)
    hands.tool("toolTone")
    assert not core.isVisible()


def test_what_a_pen_drives_is_chosen_in_the_menu(window: MainWindow, hands: Hands) -> None:
    assert window.actions_["actionPenSize"].isChecked()
    assert window.actions_["actionPenEven"].isChecked()
    window.actions_["actionPenStrength"].trigger()
    window.actions_["actionPenFirm"].trigger()
    assert (window.settings.pen_drives, window.settings.pen_curve) == ("strength", 2.0)
    hands.tool("toolBrush")
    tip = QPointingDevice.PointerType.Pen
    pen(hands, QEvent.Type.TabletPress, 2, 2_000, 0.5, tip)
    pen(hands, QEvent.Type.TabletRelease, 2, 2_000, 0.0, tip)
    assert ink(window).max() == pytest.approx(0.5 / 4, abs=0.01)


def test_a_line_over_minutes_is_thin_while_it_is_drawn_and_painted_at_the_release(
    window: MainWindow, hands: Hands
) -> None:
    window.sketch.set_length(120)
    hands.tool("toolLine")
    hands.key("Y")
    hands.drag((10, 500), (100, 500), release=False)
    assert not hands.canvas.ghost.path.path().isEmpty()
    assert not ink(window)[row(500), 5_000]
    QTest.mouseRelease(hands.canvas.viewport(), LEFT, pos=hands.canvas.point_at(100, 500))
    assert hands.canvas.ghost.path.path().isEmpty()
    assert ink(window)[row(500), 1_200:9_800].min() > 0.5
    hands.drag((20, 900), (100, 900), release=False)
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.ghost.path.path().isEmpty()
    assert names(window) == ["Length", "Line"]
