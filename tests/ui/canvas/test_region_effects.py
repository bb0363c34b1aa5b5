"""The Region menu, with real mouse and keys in a real window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QProgressBar, QPushButton

from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.effects.catalogue import EFFECTS
from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.regions.region_effects import CHANGED, NOTHING, NOTHING_AROUND
from riffdesk.ui.commands.effect_commands import action_of
from riffdesk.ui.fields import DecimalField, SliderField
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.canvas.test_regions import circle, in_dialog, ink, noise
from tests.ui.conftest import Hands


def type_number(dialog: QDialog, name: str, text: str) -> None:
    field = dialog.findChild(DecimalField, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    field.interpretText()  # as when the field is left, for which the dialog need not be the active window


@pytest.mark.parametrize("keep", [True, False])
def test_a_gain_is_seen_while_it_is_asked_for_and_kept_or_not(window: MainWindow, hands: Hands, keep: bool) -> None:
    noise(window)
    window.canvas.select(circle(window))
    before, inside, seen = ink(window).copy(), window.canvas.region, []
    sound, steps = window.sketch.active_layer.sound, len(window.sketch.history.steps)

    def adjust(dialog: QDialog) -> None:
        type_number(dialog, "numberDb", "-12")
        hands.wait(lambda: ink(window)[inside].max() < 0.45)
        seen.append(ink(window).copy())

    in_dialog(window, "actionRegionGain", adjust, keep=keep)
    assert inside is not None
    np.testing.assert_allclose(seen[0][inside], before[inside] * 10 ** (-12 / 80), rtol=1e-5)
    np.testing.assert_array_equal(seen[0][~inside], before[~inside])
    np.testing.assert_array_equal(ink(window), seen[0] if keep else before)
    assert len(window.sketch.history.steps) == steps + keep
    if keep:
        assert window.sketch.history.undo_name == "Gain"
        window.editing.undo()
        np.testing.assert_array_equal(ink(window), before)
    else:
        assert window.sketch.active_layer.sound is sound


@pytest.mark.parametrize("keep", [True, False])
def test_a_riff_that_arrives_while_numbers_are_asked_for_keeps_nothing_that_was_only_tried(
    window: MainWindow, hands: Hands, keep: bool
) -> None:
    noise(window)
    layer, sketch = window.sketch.active_layer, window.sketch
    before = layer.ink.copy()

    def adjust(dialog: QDialog) -> None:
        type_number(dialog, "numberDb", "-12")
        hands.wait(lambda: (sketch.layer(layer.id).ink != before).any())
        sketch.add_layer(Layer(layer.tiles, "Riff"))

    in_dialog(window, "actionRegionGain", adjust, keep=keep)
    names = [step.name for step in sketch.history.steps]
    assert names[-1] == ("Gain" if keep else "Add layer")
    assert names.count("Gain") == keep
    expected = before * np.float32(10 ** (-12 / 80)) if keep else before
    np.testing.assert_allclose(sketch.layer(layer.id).ink, expected, rtol=1e-5)
    np.testing.assert_array_equal(sketch.layers[-1].ink, before)
    window.editing.undo()
    np.testing.assert_array_equal(sketch.layer(layer.id).ink, before)


def test_a_sketch_that_is_opened_while_numbers_are_asked_for_stays_as_it_is(window: MainWindow) -> None:
    noise(window)

    def adjust(dialog: QDialog) -> None:
        type_number(dialog, "numberDb", "-12")
        window.sketch.open()

    in_dialog(window, "actionRegionGain", adjust, keep=True)
    assert window.notice.text == CHANGED
    assert len(window.sketch.history.steps) == 1
    assert not window.sketch.active_layer.ink.any()


def test_numbers_are_remembered_and_sliders_set_them(window: MainWindow, hands: Hands) -> None:
    noise(window)
    shown = []

    def adjust(dialog: QDialog) -> None:
        field, slider = dialog.findChild(DecimalField, "numberDb"), dialog.findChild(SliderField, "numberDbSlider")
        shown.append(field.value())
        slider.setValue(slider.maximum() // 4)
        shown.append(field.value())

    for _ in range(2):
        in_dialog(window, "actionRegionGain", adjust, keep=True)
    assert shown == [6.0, -39.0, -39.0, -39.0]


def test_what_is_tried_is_heard_and_the_dialog_plays(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.drag((1.0, 440), (3.0, 440))
    hands.idle()
    levels = []

    def level() -> float:
        waveform = window.sketch.active_layer.sound.waveform
        assert waveform is not None
        return float(np.abs(waveform.read(2 * 44_100 - 4_410, 2 * 44_100 + 4_410)).max())

    def adjust(dialog: QDialog) -> None:
        type_number(dialog, "numberDb", "-20")
        hands.wait(lambda: level() < 0.2 * levels[0])
        levels.append(level())
        played = []
        window.editing.regions.numbers.play = lambda: played.append(True)
        QTest.mouseClick(dialog.findChild(QPushButton, "numbersPlay"), Qt.MouseButton.LeftButton)
        assert played == [True]

    levels.append(level())
    in_dialog(window, "actionRegionGain", adjust, keep=False)
    assert 20 * np.log10(levels[1] / levels[0]) == pytest.approx(-20, abs=2)
    assert level() == pytest.approx(levels[0])


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: effect.name)
def test_every_effect_is_in_the_menu_and_changes_the_layer_as_one_named_step(
    window: MainWindow, hands: Hands, effect: object
) -> None:
    noise(window)
    edit = window.sketch.begin_stroke("Tone")
    edit.write(120, np.full((1, 100), 1.2, np.float32), slice(200, 201))
    edit.commit()
    before, steps, name = ink(window).copy(), len(window.sketch.history.steps), action_of(effect)  # type: ignore[arg-type]
    window.canvas.select(Region(103, 251, 100, 301))
    menu = next(menu for menu in window.actions_.menus if menu.title() == "Re&gion")
    assert window.actions_[name] in menu.actions()
    if effect.parameters:  # type: ignore[attr-defined]

        def adjust(dialog: QDialog) -> None:
            field = dialog.findChild(DecimalField, "numberDb")
            if field is not None:
                field.setValue(-30)

        in_dialog(window, name, adjust, keep=True)
    else:
        window.actions_[name].trigger()
    assert (ink(window) != before).any()
    assert len(window.sketch.history.steps) == steps + 1
    assert window.sketch.history.undo_name == effect.name  # type: ignore[attr-defined]
    np.testing.assert_array_equal(ink(window)[:, :103], before[:, :103])


def test_without_a_selection_an_effect_changes_all_of_the_layer(window: MainWindow) -> None:
    noise(window)
    before = ink(window).copy()
    window.actions_["actionRegionReverse"].trigger()
    np.testing.assert_array_equal(ink(window), before[:, ::-1])


def test_where_the_layer_is_silent_an_effect_says_so(window: MainWindow) -> None:
    window.actions_["actionRegionGain"].trigger()
    assert window.notice.text == NOTHING
    assert len(window.sketch.history.steps) == 1


def test_denoise_uses_the_profile_that_was_taken(window: MainWindow, hands: Hands) -> None:
    edit = window.sketch.begin_stroke("Noise")
    edit.write(0, np.full((512, 512), 0.2, np.float32))
    edit.write(300, np.full((512, 100), 0.5, np.float32))
    edit.commit()
    assert not window.actions_["actionNoiseProfile"].isEnabled()
    window.canvas.select(Region(310, 390, 0, 512))
    window.actions_["actionNoiseProfile"].trigger()
    assert "Denoise" in window.notice.text
    window.canvas.select(None)
    in_dialog(window, "actionRegionDenoise", lambda _: None, keep=True)
    assert ink(window)[:, 350].max() == pytest.approx(
        0.5 * 10 ** (-24 / 80), rel=1e-3
    )  # louder than the quietest columns


def test_the_noise_profile_is_there_again_when_the_sketch_is_opened_and_undo_takes_it_back(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    edit = window.sketch.begin_stroke("Noise")
    edit.write(0, np.full((512, 512), 0.2, np.float32))
    edit.write(300, np.full((512, 100), 0.5, np.float32))
    edit.commit()
    window.canvas.select(Region(310, 390, 0, 512))
    window.actions_["actionNoiseProfile"].trigger()
    assert window.sketch.state.noise == (0.5,) * 512
    window.editing.undo()
    assert window.sketch.state.noise == ()
    window.editing.redo()
    window.documents.path = tmp_path / "noisy.riff"
    window.documents.save()
    hands.wait(lambda: not window.sketch.modified)
    window.actions_["actionNew"].trigger()
    assert window.sketch.state.noise == ()
    window.documents.open_path(tmp_path / "noisy.riff")
    hands.wait(lambda: window.sketch.state.noise == (0.5,) * 512, 30)
    in_dialog(window, "actionRegionDenoise", lambda _: None, keep=True)
    assert ink(window)[:, 350].max() == pytest.approx(0.5 * 10 ** (-24 / 80), rel=1e-3)


def test_a_gap_that_was_selected_with_the_mouse_is_healed(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.drag((0.5, 440), (4.5, 440))
    hands.tool("toolSelect")
    hands.drag((2.0, 200), (2.4, 1_500))
    hands.key(Qt.Key.Key_Delete)
    band = round(float(window.sketch.params.band_of(440)))
    assert not ink(window)[band, 201:239].any()
    steps = len(window.sketch.history.steps)
    window.actions_["actionRegionHeal"].trigger()
    assert ink(window)[band, 190:250] == pytest.approx(ink(window)[band, 150], rel=0.02)
    assert len(window.sketch.history.steps) == steps + 1
    window.editing.undo()
    assert not ink(window)[band, 201:239].any()
    hands.key(Qt.Key.Key_Escape)
    window.actions_["actionRegionHeal"].trigger()
    assert window.notice.text == NOTHING_AROUND
    assert len(window.sketch.history.steps) == steps + 1


def test_in_a_loop_a_gap_at_the_end_is_healed_from_both_of_its_sides(window: MainWindow, hands: Hands) -> None:
    noise(window)
    window.actions_["actionCircular"].setChecked(True)
    length = window.sketch.columns
    edit = window.sketch.begin_stroke("Level")
    edit.write(0, np.full((512, length), 0.5, np.float32))
    edit.write(0, np.full((512, 60), 0.3, np.float32))
    edit.commit()
    window.canvas.select(Region(length - 40, length, 0, 512))
    window.actions_["actionRegionHeal"].trigger()
    np.testing.assert_allclose(ink(window)[:, length - 2], 0.3, atol=0.02)
    np.testing.assert_allclose(ink(window)[:, length - 39], 0.5, atol=0.02)


def choose(dialog: QDialog, name: str, text: str) -> None:
    field = dialog.findChild(QComboBox, name)
    field.setCurrentText(text)


def test_a_tone_in_a_rectangle_of_the_mouse_is_mirrored_in_time_and_in_octaves(
    window: MainWindow, hands: Hands
) -> None:
    hands.tool("toolTone")
    hands.drag((1.0, 440), (1.5, 440))
    hands.tool("toolSelect")
    hands.drag((1.0, 100), (3.0, 3_000))
    low, high = (round(float(window.sketch.params.band_of(hertz))) for hertz in (440, 880))
    level = ink(window)[low, 120]
    in_dialog(
        window, "actionRegionMirrorInTime", lambda dialog: choose(dialog, "numberStays", "Is replaced"), keep=True
    )
    assert ink(window)[low, 280] == pytest.approx(level, rel=0.01)
    assert not ink(window)[low, 110:240].any()
    in_dialog(window, "actionRegionMirrorInTime", lambda dialog: choose(dialog, "numberStays", "Stays too"), keep=True)
    assert ink(window)[low, [120, 280]] == pytest.approx(level, rel=0.01)
    in_dialog(window, "actionRegionMirrorInOctaves", lambda dialog: choose(dialog, "numberCopies", "Up"), keep=True)
    assert ink(window)[high, 280] == pytest.approx(ink(window)[low, 280] * 10 ** (-6 / 80), rel=0.12)
    assert not ink(window)[round(float(window.sketch.params.band_of(220))), 280] > 0.1
    assert [step.name for step in window.sketch.history.steps][-3:] == ["Mirror in time"] * 2 + ["Mirror in octaves"]


def test_of_a_tone_and_a_stroke_the_tone_is_echoed_in_beats(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.drag((0.5, 440), (1.0, 440))
    hands.tool("toolStamp")
    hands.drag((0.7, 500), (0.7, 500))  # a kick
    stamped = ink(window).copy()
    hands.tool("toolSelect")
    hands.drag((0.4, 30), (1.1, 5_000))

    def adjust(dialog: QDialog) -> None:
        type_number(dialog, "numberBeats", "4")
        type_number(dialog, "numberCount", "1")

    in_dialog(window, "actionRegionEchoOfPartials", adjust, keep=True)
    band = round(float(window.sketch.params.band_of(440)))
    assert ink(window)[band, 260] == pytest.approx(stamped[band, 60] * 10 ** (-6 / 80), rel=0.02)
    low = slice(6, 15)
    assert stamped[low, 72].max() > 0.3
    assert ink(window)[low, 262:300].max() < 0.1
    np.testing.assert_array_equal(ink(window)[:, :150], stamped[:, :150])
    assert window.sketch.history.undo_name == "Echo of partials"


def minutes(window: MainWindow, seconds: float = 150) -> np.ndarray:
    """Fill a long sketch; return its ink."""
    window.sketch.set_length(seconds)
    edit = window.sketch.begin_stroke("Noise")
    edit.write(0, 0.5 * np.random.default_rng(1).random(edit.shape, np.float32))
    edit.commit()
    QTest.qWait(300)
    return ink(window).copy()


@pytest.mark.parametrize("keep", [True, False])
def test_minutes_are_changed_in_the_background_while_the_window_lives(
    window: MainWindow, hands: Hands, keep: bool
) -> None:
    before, seen = minutes(window), []

    def adjust(dialog: QDialog) -> None:
        type_number(dialog, "numberDb", "-12")
        hands.wait(lambda: ink_at(window, 5_000).max() < 0.4)
        seen.append(dialog.findChild(QProgressBar, "numbersProgress") is not None)
        type_number(dialog, "numberDb", "-24")
        hands.wait(lambda: ink_at(window, 5_000).max() < 0.3)

    in_dialog(window, "actionRegionGain", adjust, keep=keep)
    hands.wait(lambda: QApplication.activeModalWidget() is None)
    assert seen == [True]
    expected = before * np.float32(10 ** (-24 / 80)) if keep else before
    np.testing.assert_allclose(ink(window), expected, rtol=1e-5)
    assert window.sketch.history.undo_name == ("Gain" if keep else "Noise")
    if keep:
        window.editing.undo()
        np.testing.assert_array_equal(ink(window), before)


@pytest.mark.parametrize("action", ["actionRegionFadeOut", "actionRegionReverse"])
def test_a_command_without_numbers_on_minutes_is_one_step_too(window: MainWindow, hands: Hands, action: str) -> None:
    before, steps = minutes(window), len(window.sketch.history.steps)
    window.actions_[action].trigger()  # until it is done
    hands.wait(lambda: QApplication.activeModalWidget() is None)
    assert len(window.sketch.history.steps) == steps + 1
    assert ink(window).shape == before.shape
    last = ink(window)[:, -200:]
    if action == "actionRegionReverse":
        np.testing.assert_array_equal(ink(window), before[:, ::-1])
    else:
        assert last.max() < 0.3
        np.testing.assert_allclose(ink(window)[:, 10], before[:, 10], atol=0.01)


def test_minutes_for_which_memory_does_not_suffice_are_told_of_and_stay_as_they_are(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = minutes(window)

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("riffdesk.ui.canvas.regions.trial.changed_ink", fail)
    window.actions_["actionRegionReverse"].trigger()  # until it is done
    hands.wait(lambda: QApplication.activeModalWidget() is None)
    assert "not enough memory" in window.notice.messages[-1].text
    np.testing.assert_array_equal(ink(window), before)
    assert window.sketch.history.undo_name == "Noise"


def test_an_echo_of_minutes_that_becomes_shorter_leaves_nothing_behind(window: MainWindow, hands: Hands) -> None:
    before = minutes(window, 60)
    window.sketch.set_length(80)
    window.canvas.select(Region(0, 5_000, 0, 512))

    def adjust(dialog: QDialog) -> None:
        type_number(dialog, "numberBeats", "8")
        hands.wait(lambda: ink_at(window, 6_100).any())
        type_number(dialog, "numberBeats", "0.5")
        type_number(dialog, "numberCount", "1")
        hands.wait(lambda: not ink_at(window, 6_100).any())

    in_dialog(window, "actionRegionEcho", adjust, keep=True)
    hands.wait(lambda: QApplication.activeModalWidget() is None)
    np.testing.assert_array_equal(ink(window)[:, 5_100:6_000], before[:, 5_100:6_000])
    assert not ink(window)[:, 6_001:].any()


def ink_at(window: MainWindow, column: int) -> np.ndarray:
    return window.sketch.active_layer.tiles.read(column, column + 1)
