"""Fields as people use them: typed into, scrolled over, left, with the keys that follow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QMenu,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from riffdesk.ui.fields import BarsField, ChoiceField, decimal_field, whole_field
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands, _move


@pytest.fixture(params=["C", "en_US", "de_DE", "fr_FR"])
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def enter(field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def scroll(field: QWidget, turn: int) -> None:
    """Turn the wheel over a field."""
    place = QPointF(field.rect().center())
    event = QWheelEvent(
        place,
        QPointF(field.mapToGlobal(place)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize(
    ("typed", "value"), [("7.5", 7.5), ("7,5", 7.5), ("0.25", 0.25), ("12", 12), ("99", 30), ("-", 3)]
)
def test_decimals_are_typed_with_point_or_comma_in_every_locale(
    window: MainWindow, locale: str, typed: str, value: float
) -> None:
    field = decimal_field("x", "X", 0, 30, 2, 0.5, suffix=" s")
    field.setValue(3)
    field.show()
    enter(field, typed)
    assert field.value() == value
    assert field.text() == f"{value:.2f}".replace(".", QLocale().decimalPoint()) + " s"


def test_bars_and_whole_numbers_too(window: MainWindow, locale: str) -> None:
    bars, whole = BarsField(), whole_field("w", "W", 0, 2**31 - 1)
    for field, typed, value in ((bars, "2,5", 2.5), (bars, "4", 4), (whole, "123456", 123_456)):
        field.show()
        enter(field, typed)
        assert field.value() == value
    assert bars.text() == "4 bars"


def test_a_seed_is_any_whole_number_of_32_bits(window: MainWindow, locale: str) -> None:
    field = window.findChild(QWidget, "seed")
    for typed, value in (("4294967295", 2**32 - 1), ("2147483648", 2**31), ("0", 0), ("99999999999", 2**32 - 1)):
        enter(field, typed)
        assert field.value() == value
        assert type(field.value()) is int
        assert field.text() == str(value)
        assert window.sketch.state.keyframes[0].seed == value
        assert type(window.sketch.state.keyframes[0].seed) is int


@pytest.mark.parametrize("typed", ["-1", ""])
def test_minus_one_and_an_empty_field_are_a_random_seed(window: MainWindow, locale: str, typed: str) -> None:
    field = window.findChild(QWidget, "seed")
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == window.sketch.state.keyframes[0].seed == -1
    assert field.text() == "-1 random"
    enter(field, "77")
    assert field.value() == window.sketch.state.keyframes[0].seed == 77
    assert field.text() == "77"
    window.sketch.undo()
    window.sketch.undo()
    assert field.value() == 42
    assert field.text() == "42"


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [("guidance", "7.5", 7.5), ("tempo", "92.5", 92.5)],
)
def test_a_value_typed_key_by_key_is_the_value(window: MainWindow, name: str, typed: str, value: float) -> None:
    field = window.findChild(QWidget, name)
    enter(field, typed)
    assert field.value() == value
    state = window.sketch.state
    assert value in (state.keyframes[0].guidance, state.tempo)


@pytest.mark.parametrize(
    "name", ["seed", "steps", "scheduler", "startFrom", "denoising", "model", "tempo", "beats", "length", "bars"]
)
def test_the_wheel_changes_nothing_without_the_focus(window: MainWindow, hands: Hands, name: str) -> None:
    hands.drag((4.9, 2_000), (4.95, 2_000))
    before, field = window.sketch.state, window.findChild(QWidget, name)
    window.canvas.setFocus()
    for turn in (-120, 120, -120):
        scroll(field, turn)
    assert window.sketch.state.render == before.render
    assert window.sketch.state.keyframes == before.keyframes
    assert (window.sketch.state.tempo, window.sketch.samples) == (before.tempo, before.samples)
    assert not field.hasFocus()


def test_the_wheel_changes_no_field_of_the_window_without_the_focus(window: MainWindow, hands: Hands) -> None:
    window.prompt_panel.more.setChecked(True)
    hands.pause(0.1)
    fields = [
        field
        for field in window.findChildren(QWidget)
        if isinstance(field, QAbstractSpinBox | QComboBox | QSlider) and not isinstance(field.window(), QMenu)
    ]
    assert {"masterVolume", "brush_size", "tone_strength", "levelLow", "riffBars"} <= {
        one.objectName() for one in fields
    }
    for field in fields:
        window.canvas.setFocus()
        field.setValue(field.minimum() + 1) if isinstance(field, QSlider) else None
        before = field.currentIndex() if isinstance(field, QComboBox) else field.value()
        for turn in (-120, -120, 120):
            scroll(field, turn)
            now = field.currentIndex() if isinstance(field, QComboBox) else field.value()
            assert now == before, field.objectName() or field.accessibleName()
        assert not field.hasFocus()
    volume = window.transport.volume
    volume.setFocus()
    scroll(volume, 120)
    assert volume.value() > volume.minimum() + 1, "with the focus it does"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_return_and_escape_give_the_keyboard_back_and_space_plays(
    window: MainWindow, hands: Hands, key: Qt.Key
) -> None:
    played: list[int] = []
    window.actions_["actionPlay"].triggered.connect(lambda: played.append(1))
    tempo = window.transport.tempo
    tempo.setFocus()
    tempo.selectAll()
    QTest.keyClicks(tempo, "140")
    QTest.keyClick(tempo, key)
    assert window.focusWidget() is window.canvas
    assert window.sketch.state.tempo == (140 if key == Qt.Key.Key_Return else 120)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    QApplication.processEvents()
    assert played == [1]


def test_keys_that_no_number_has_reach_the_window_from_a_number_field(window: MainWindow) -> None:
    tempo = window.transport.tempo
    tempo.setFocus()
    QTest.keyClick(tempo, Qt.Key.Key_E)
    QApplication.processEvents()
    assert window.settings.tool == "toolEraser"
    assert tempo.value() == 120


@pytest.mark.parametrize(("name", "typed", "value"), [("tempo", "97bpm", 97.0), ("bars", "2bars", 2.0)])
def test_a_unit_that_is_typed_with_its_number_chooses_no_tool(
    window: MainWindow, name: str, typed: str, value: float
) -> None:
    field, tool = getattr(window.transport, name), window.settings.tool
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert field.value() == value
    assert window.settings.tool == tool
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_E)
    QApplication.processEvents()
    assert window.settings.tool == "toolEraser"


def test_what_is_typed_counts_for_the_command_that_follows(window: MainWindow) -> None:
    tempo, seen = window.transport.tempo, []
    window.documents.save_as = lambda *_: seen.append(window.sketch.state.tempo)
    tempo.setFocus()
    tempo.selectAll()
    QTest.keyClicks(tempo, "93,5")
    QTest.keyClick(tempo, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert seen == [93.5]


@pytest.mark.parametrize("by_button", [True, False])
def test_what_is_typed_counts_for_the_riff_that_is_generated(window: MainWindow, by_button: bool) -> None:
    asked: list[int] = []
    window.riffs.incoming.submit = lambda request, *_, **__: asked.append(request.recipe.keyframes[0].seed)
    seed = window.prompt_panel.seed
    seed.setFocus()
    seed.selectAll()
    QTest.keyClicks(seed, "77")
    if by_button:
        QTest.mouseClick(window.prompt_panel.generate, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(seed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert asked == [77]


def test_a_value_that_comes_meanwhile_does_not_disturb_what_is_being_typed(window: MainWindow) -> None:
    tempo = window.transport.tempo
    tempo.setFocus()
    tempo.selectAll()
    QTest.keyClicks(tempo, "9")
    window.sketch.set_beats_per_bar(3)
    QTest.keyClicks(tempo, "5")
    QTest.keyClick(tempo, Qt.Key.Key_Return)
    assert window.sketch.state.tempo == 95


def test_undo_in_the_prompt_is_the_sketchs_and_a_stroke_is_undone_after_it(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.drag((1, 1_000), (2, 1_000))
    prompt = window.prompt_panel.prompt
    prompt.setFocus()
    QTest.keyClicks(prompt, "slow jazz")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(prompt, Qt.Key.Key_Z, control)
    QApplication.processEvents()
    assert prompt.toPlainText() == ""
    QTest.keyClick(window.canvas, Qt.Key.Key_Z, control)
    QApplication.processEvents()
    assert window.sketch.active_layer.tiles.is_silent
    assert prompt.toPlainText() == ""
    QTest.keyClick(window.canvas, Qt.Key.Key_Y, control)
    QTest.keyClick(window.canvas, Qt.Key.Key_Y, control)
    QApplication.processEvents()
    assert not window.sketch.active_layer.tiles.is_silent
    assert prompt.toPlainText() == "slow jazz"


def test_a_pause_in_typing_is_a_place_to_undo_to(window: MainWindow, hands: Hands) -> None:
    prompt = window.prompt_panel.prompt
    prompt.setFocus()
    QTest.keyClicks(prompt, "slow")
    hands.pause(1.1)
    QTest.keyClicks(prompt, " jazz")
    window.editing.undo()
    assert prompt.toPlainText() == "slow"


def test_escape_and_return_leave_the_prompt_and_the_selection_stays(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolSelect")
    hands.drag((1, 500), (2, 1_000))
    assert window.canvas.selection is not None
    prompt = window.prompt_panel.prompt
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        prompt.setFocus()
        QTest.keyClick(prompt, key)
        QApplication.processEvents()
        assert window.focusWidget() is window.canvas
        assert window.canvas.selection is not None
    prompt.setFocus()
    QTest.keyClick(prompt, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert prompt.toPlainText() == "\n"


def test_a_layers_name_is_confirmed_by_return_and_taken_back_by_escape(window: MainWindow) -> None:
    row = next(iter(window.layers._rows.values()))
    row.name.setFocus()
    row.name.selectAll()
    QTest.keyClicks(row.name, "Bass")
    QTest.keyClick(row.name, Qt.Key.Key_Escape)
    assert window.sketch.active_layer.name == "Layer 1"
    row.name.setFocus()
    row.name.selectAll()
    QTest.keyClicks(row.name, "Bass")
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert window.sketch.active_layer.name == "Bass"
    assert window.focusWidget() is window.canvas


def test_a_pasted_name_is_one_line(window: MainWindow) -> None:
    row = window.layers._rows[window.sketch.layers[0].id]
    QApplication.clipboard().setText("verse\ntwo\r\n\u2028a")
    row.name.setFocus()
    row.name.selectAll()
    row.name.paste()
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert window.sketch.layers[0].name == "verse two   a"


def test_a_stroke_ends_when_its_button_is_up_whoever_was_told_of_that(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.drag((1, 1_000), (2, 1_000), release=False)
    assert window.canvas.painting
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    _move(window.canvas.viewport(), window.canvas.point_at(4, 3_000), *none)
    QApplication.processEvents()
    assert not window.canvas.painting
    assert window.sketch.history.undo_name == "Brush"
    columns = window.sketch.active_layer.ink.any(axis=0).nonzero()[0]
    assert columns.max() < 250


def test_a_stroke_ends_when_the_window_is_left(window: MainWindow, hands: Hands) -> None:
    from PySide6.QtCore import QEvent

    hands.tool("toolBrush")
    hands.drag((1, 1_000), (2, 1_000), release=False)
    QApplication.sendEvent(window.canvas, QEvent(QEvent.Type.WindowDeactivate))
    assert not window.canvas.painting
    assert window.sketch.history.undo_name == "Brush"


def test_the_zoom_stays_when_the_length_changes(window: MainWindow, hands: Hands) -> None:
    canvas = window.canvas
    canvas.zoom_time(4, 2.0)
    hands.pause()
    before = canvas.visible_rect()
    window.sketch.set_length(20)
    hands.pause()
    assert canvas.visible_rect().left() == pytest.approx(before.left(), abs=0.02)
    assert canvas.visible_rect().right() == pytest.approx(before.right(), abs=0.02)
    canvas.fit()
    window.sketch.set_length(8)
    hands.pause()
    assert canvas.visible_rect().right() == pytest.approx(8, abs=0.05)


def test_a_choice_that_has_no_room_ends_in_dots(window: MainWindow) -> None:
    long, short = ChoiceField("long", "Long"), ChoiceField("short", "Short")
    long.addItem("a device with a very long name")
    long.resize(120, 30)
    option = QStyleOptionComboBox()
    long.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = long.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, long).width()
    short.addItem(long.fontMetrics().elidedText(long.currentText(), Qt.TextElideMode.ElideRight, room))
    short.resize(120, 30)
    assert short.currentText().endswith("…")
    assert long.grab().toImage() == short.grab().toImage()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("7.6", 8),
        ("3,4", 3),
        ("12.9", 13),
        ("64,2", 64),
        ("0,2", 1),
        ("12", 12),
        ("99", 9),
        (",", 5),
        ("", 5),
        ("x", 5),
    ],
)
def test_a_whole_number_that_is_typed_as_a_decimal_one_is_rounded(
    window: MainWindow, locale: str, typed: str, value: int
) -> None:
    field = whole_field("count", "Count", 1, 64, suffix=" st")
    field.setParent(window)
    field.setValue(5)
    field.show()
    try:
        enter(field, typed)
        assert (field.value(), field.text()) == (value, f"{value} st")
    finally:
        field.deleteLater()  # or it would be in the window of the next test
