from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QAction, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.ui.actions import entries
from riffdesk.ui.document.export_dialog import ExportDialog
from riffdesk.ui.window.app import create_window
from riffdesk.ui.window.main_window import MainWindow
from tests.engine.work import hang
from tests.measure import RATE, cents, over_the_rest_db, pitch_of, riff
from tests.ui.conftest import Hands

CTRL = Qt.KeyboardModifier.ControlModifier
WIDGETS = (
    "canvas", "prompt", "negativePrompt", "seed", "steps", "guidance", "denoising", "generate", "cancel", "play",
    "loop", "masterVolume", "layers", "timeline",
)  # fmt: skip
ACTIONS = (
    "actionNew", "actionOpen", "actionSave", "actionImport", "actionExport", "actionUndo", "actionRedo", "toolBrush",
    "toolTone", "toolEraser", "toolMask", "toolSelect",
)  # fmt: skip


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "clip.wav"
    soundfile.write(path, np.stack([riff(1.3), 0.5 * riff(1.3)]).T, RATE, subtype="PCM_16")
    return path


def test_everything_can_be_found_from_outside(window: MainWindow) -> None:
    assert [name for name in WIDGETS if window.findChild(QWidget, name) is None] == []
    assert [name for name in ACTIONS if window.findChild(QAction, name) is None] == []
    assert window.sketch.layers
    assert window.player.playing is False


def test_every_action_is_in_a_menu(window: MainWindow) -> None:
    listed = {entry.action for menu in window.actions_.menus for entry in entries(menu)}
    assert [name for name, action in window.actions_.by_name.items() if action not in listed] == []


def test_no_two_actions_share_a_shortcut(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions_.by_name.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_every_command_with_a_key_has_one_that_needs_no_altgr(window: MainWindow) -> None:
    """German, French and Nordic keyboards have these characters only with AltGr, which Qt takes for another key."""
    for name, action in window.actions_.by_name.items():
        keys = [key.toString() for key in action.shortcuts()]
        assert not keys or any(key[-1] not in "[]{}@\\|~`^#" for key in keys), name


def test_custom_widgets_have_accessible_names(window: MainWindow) -> None:
    for name in ("canvas", "layers", "timeline", "levelMeter", "masterVolume", "prompt", "seed", "outputDevice"):
        widget = window.findChild(QWidget, name)
        assert widget is not None, name
        assert widget.accessibleName(), name


def test_a_drawn_note_is_made_into_sound_and_handed_to_the_player(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.drag((0.5, 440), (1.5, 440))
    assert window.sketch.sound(window.sketch.layers[0].id).pending is not None
    hands.idle()
    (track,) = window.player._state.mix.tracks
    part = track.audio[0, 30_000:60_000]
    assert abs(cents(pitch_of(part), 440)) < 10
    assert over_the_rest_db(part, 440) > 20


def test_the_picture_tells_which_columns_do_not_sound_yet(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    window.sound_worker.submit(hang, 0.3, "Hang", print, print)  # what is drawn waits for it
    hands.drag((0.5, 440), (0.7, 440))
    hands.pause(0.02)
    assert window.canvas.overlays._pending.isVisible()
    hands.idle()
    assert not window.canvas.overlays._pending.isVisible()


def test_an_imported_sound_keeps_its_samples_and_sets_the_length(window: MainWindow, hands: Hands, clip: Path) -> None:
    window.documents.import_paths([clip])
    hands.idle()
    samples, _ = soundfile.read(clip, dtype="float32")
    assert [layer.name for layer in window.sketch.layers] == ["clip"]
    assert window.sketch.samples == len(samples)
    (track,) = window.player._state.mix.tracks
    np.testing.assert_array_equal(track.audio, samples.T)
    assert (track.left, track.right) == (1.0, 1.0)


def test_save_open_and_recent(
    window: MainWindow, hands: Hands, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.documents.import_paths([clip])
    hands.idle()
    hands.tool("toolTone")
    hands.drag((0.2, 440), (0.5, 440))
    hands.idle()
    window.current.edit(prompt="a riff")
    path = tmp_path / "song"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    assert window.isWindowModified()
    hands.key(Qt.Key.Key_S, CTRL)
    hands.idle()
    assert path.with_suffix(".riff").exists()
    assert not window.isWindowModified()
    assert window.windowTitle().startswith("song")
    ink, audio = window.sketch.layers[0].ink, window.sketch.sound(window.sketch.layers[0].id).audio
    hands.key(Qt.Key.Key_N, CTRL)
    assert window.sketch.untouched
    window.recent.refresh()
    window.recent.actions()[0].trigger()
    hands.idle()
    layer = window.sketch.layers[0]
    np.testing.assert_array_equal(layer.ink, ink)
    np.testing.assert_array_equal(window.sketch.sound(layer.id).audio, audio)
    assert window.prompt_panel.prompt.toPlainText() == "a riff"
    assert not window.sketch.modified


def test_strokes_painted_while_saving_stay_unsaved(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    hands.tool("toolBrush")
    hands.drag((0.5, 1_000), (0.6, 1_000))
    window.documents._save_to(tmp_path / "a.riff", lambda: None)
    hands.drag((3.0, 1_000), (3.1, 1_000))
    hands.idle()
    assert window.sketch.modified
    window.sketch.undo()
    assert not window.sketch.modified


@pytest.mark.parametrize(("answer", "gone"), [("Discard", True), ("Cancel", False), ("Save", True)])
def test_unsaved_changes_are_asked_about(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, gone: bool
) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: getattr(QMessageBox.StandardButton, answer))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "kept.riff"), ""))
    window.sketch.set_tempo(99)
    hands.key(Qt.Key.Key_N, CTRL)
    hands.idle()
    assert (window.sketch.state.tempo == 120) is gone
    assert (tmp_path / "kept.riff").exists() is (answer == "Save")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)


@pytest.mark.parametrize("name", ["empty.wav", "broken.png", "broken.riff", "missing.flac", "notes.txt"])
def test_a_bad_file_is_a_sentence_with_its_name_and_changes_nothing(
    window: MainWindow, hands: Hands, tmp_path: Path, name: str
) -> None:
    if name != "missing.flac":
        (tmp_path / name).write_bytes(b"" if name.startswith("empty") else b"\x89PNG\r\n\x1a\nnot really")
    hands.tool("toolBrush")
    hands.drag((0.5, 1_000), (0.6, 1_000))
    hands.idle()  # the stroke's sound is part of the state
    state = window.sketch.state
    for action in (window.documents.open_path, lambda path: window.documents.import_paths([path])):
        window.notice.clear()
        action(tmp_path / name)
        hands.wait(lambda: window.notice.isVisible())
        assert name in window.notice.text
        assert window.sketch.state is state
    hands.idle()


def test_an_export_writes_the_mix_and_every_stem(
    window: MainWindow, hands: Hands, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.documents.import_paths([clip])
    hands.idle()
    window.sketch.new_layer("drawn")
    hands.tool("toolTone")
    hands.drag((0.3, 440), (0.8, 440))
    monkeypatch.setattr(ExportDialog, "exec", lambda self: True)
    window.settings.export_subtype = "FLOAT"
    window.settings.last_folder = str(tmp_path)
    hands.key(Qt.Key.Key_E, CTRL)
    hands.wait(lambda: window.notice.isVisible())
    hands.idle()
    files = sorted(tmp_path.glob("Untitled*.wav"))
    assert len(files) == 3
    sounds = {path.name: soundfile.read(path, dtype="float32")[0] for path in files}
    mix = next(sound for name, sound in sounds.items() if "mix" in name)
    stems = [sound for name, sound in sounds.items() if "mix" not in name]
    assert np.abs(mix - sum(stems)).max() < 1e-6
    imported = next(sound for name, sound in sounds.items() if "clip" in name)
    np.testing.assert_array_equal(imported, soundfile.read(clip, dtype="float32")[0])
    assert "3 files" in window.notice.text


def test_the_spectrogram_is_exported_as_an_image_and_opens_again(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.tool("toolBrush")
    hands.drag((0.5, 1_000), (1.0, 1_000))
    ink = window.sketch.layers[0].ink
    recipe = Recipe("starter", (Keyframe(prompt="flute"),), 5.12, 12)
    window.sketch.set_layer(window.sketch.state.active, recipe=recipe)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "picture.png"), ""))
    window.documents.export_image()
    hands.idle()
    window.documents.open_path(tmp_path / "picture.png")
    hands.wait(lambda: window.sketch.layers[0].name == "picture")
    assert np.abs(window.sketch.layers[0].ink - ink).max() < 0.01
    assert window.sketch.layers[0].recipe == recipe


def test_without_a_sound_device_play_says_so_and_the_rest_goes_on(window: MainWindow, hands: Hands) -> None:
    window.player.set_device("no such card, ALSA")
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: window.notice.isVisible())
    assert window.notice.text.startswith("The sound device “no such card, ALSA” is not there.")
    assert not window.player.playing
    hands.tool("toolBrush")
    hands.drag((0.5, 1_000), (0.6, 1_000))
    assert window.sketch.modified


def test_the_first_window_is_no_larger_than_a_small_screen(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, 1280, 770))
    again = create_window()
    assert (again.width(), again.height()) == (1280, 770)
    again.close()


def test_light_and_dark_can_be_changed_and_are_remembered(window: MainWindow) -> None:
    dark = QApplication.palette().window().color().lightness()
    window.actions_["actionLight"].trigger()
    assert QApplication.palette().window().color().lightness() > dark + 100
    window.close()
    again = create_window()
    assert again.actions_["actionLight"].isChecked()
    again.actions_["actionLight"].trigger()
    again.close()


def test_the_layout_is_remembered(window: MainWindow) -> None:
    window.resize(1_111, 777)
    window.findChild(QWidget, "promptDock").hide()
    QApplication.processEvents()
    window.close()
    again = create_window()
    QApplication.processEvents()
    assert (again.width(), again.height()) == (1_111, 777)
    assert not again.findChild(QWidget, "promptDock").isVisible()
    again.close()


def test_a_library_that_was_open_is_open_again_from_the_first_picture(window: MainWindow) -> None:
    window.library.show()
    window.close()
    again = create_window()
    assert again.findChild(QWidget, "library").isVisible()
    again.close()


def test_keys_typed_into_the_prompt_do_not_reach_the_tools(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    prompt = window.prompt_panel.prompt
    prompt.setFocus()
    QTest.keyClicks(prompt, "the best loops")
    assert prompt.toPlainText() == "the best loops"
    assert window.settings.tool == "toolBrush"
    assert window.sketch.state.keyframes[0].prompt == "the best loops"
    assert not window.player.playing


def test_long_work_shows_progress_and_can_be_cancelled(window: MainWindow, hands: Hands) -> None:
    window.sketch.set_length(20)
    hands.tool("toolTone")
    hands.drag((0.5, 440), (19, 440))
    hands.wait(lambda: window.progress.isVisible(), 20)
    hands.wait(lambda: window.progress._bar.maximum() > 0, 30)
    window.findChild(QWidget, "cancel").click()
    hands.wait(lambda: window.sound_worker.running is None, 10)
    hands.pause(0.5)
    assert window.sound_worker.running is None
    assert not window.progress.isVisible()
    assert window.notice.text == "Cancelled."
    assert window.sketch.sound(window.sketch.layers[0].id).unfinished


def test_closing_while_it_renders_ends_at_once(hands: Hands, window: MainWindow) -> None:
    hands.tool("toolTone")
    hands.drag((0.5, 440), (5, 440))
    hands.wait(lambda: window.sound_worker.running is not None)
    hands.pause(0.3)
    assert window.close()
    assert not window.isVisible()


def write_wide_image(path: Path) -> None:
    from riffdesk.dsp.params import SpectrogramParams
    from riffdesk.store.image.image_file import WriteImageRequest, write_image

    ink = np.zeros((2, 512, 300), np.float32)
    ink[:, 200:204, 100:200] = 0.6
    write_image(WriteImageRequest(path, ink, SpectrogramParams.wide_stereo()))


def test_a_stereo_20_khz_image_in_a_new_sketch_brings_its_settings(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    write_wide_image(tmp_path / "wide.png")
    window.documents.open_path(tmp_path / "wide.png")
    hands.wait(lambda: window.sketch.layers[0].name == "wide")
    assert window.sketch.params.max_hz == 20_000
    assert window.sketch.layers[0].ink.shape == (2, 512, 300)
    hands.tool("toolBrush")
    hands.drag((0.5, 15_000), (0.6, 15_000))
    hands.idle()
    assert window.sketch.sound(window.sketch.layers[0].id).audio.shape == (2, 300 * 441)


def test_a_stereo_20_khz_image_beside_other_layers_is_fitted_to_them(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    write_wide_image(tmp_path / "wide.png")
    hands.tool("toolBrush")
    hands.drag((0.5, 1_000), (0.6, 1_000))
    window.documents.import_paths([tmp_path / "wide.png"])
    hands.wait(lambda: len(window.sketch.layers) == 2)
    ink = window.sketch.layers[1].ink
    assert ink.shape == (2, 512, 512)
    from riffdesk.dsp.params import SpectrogramParams

    hertz = float(SpectrogramParams.wide_stereo().hertz_of(201.5))
    assert abs(int(ink[0, :, 150].argmax()) - float(window.sketch.params.band_of(hertz))) < 4
    hands.idle()


def test_a_new_sketch_shows_where_to_begin(window: MainWindow, hands: Hands) -> None:
    assert window.canvas.overlays.hint.isVisible()
    hands.pause()
    picture = window.canvas.viewport().grab().toImage()
    middle = (QPointF(window.canvas.point_at(2.56, 1_600)) * picture.devicePixelRatio()).toPoint()
    around = [(x, y) for x in range(-120, 120) for y in range(-40, 40)]
    assert max(picture.pixelColor(middle.x() + x, middle.y() + y).lightness() for x, y in around) > 100
    hands.tool("toolBrush")
    hands.drag((0.5, 1_000), (0.6, 1_000))
    assert not window.canvas.overlays.hint.isVisible()


def test_the_view_follows_the_playhead_unless_one_looks_elsewhere(window: MainWindow) -> None:
    canvas = window.canvas
    canvas._view.setXRange(0, 1, padding=0)
    canvas.set_playhead(0.9, follow=True)
    canvas.set_playhead(1.1, follow=True)
    assert canvas.visible_rect().left() == pytest.approx(1.1)
    canvas._view.setXRange(4, 5, padding=0)
    canvas.set_playhead(1.5, follow=True)
    assert canvas.visible_rect().left() == pytest.approx(4)


def test_a_sketch_of_another_sample_rate_plays_at_that_rate(window: MainWindow) -> None:
    from riffdesk.dsp.params import SpectrogramParams
    from riffdesk.sketch.state import empty_state

    window.sketch.open(empty_state(SpectrogramParams(sample_rate=22_050)))
    assert window.player.sample_rate == 22_050
    assert window.sketch.seconds == pytest.approx(5.12, rel=0.01)
    window.sketch.open()
    assert window.player.sample_rate == 44_100


def test_menus_mark_the_tool_in_hand_and_what_is_on(window: MainWindow) -> None:
    for action in window.actions_.by_name.values():
        if action.isCheckable():  # its icon would stand where the mark is
            assert not action.isIconVisibleInMenu(), action.objectName()
    assert window.actions_["actionSave"].isIconVisibleInMenu()
