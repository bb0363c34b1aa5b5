"""What is dropped on the window, wherever, is taken or told of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from riffdesk.ui.fields import TextField
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

_BUTTON, _NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def drop(widget: QWidget, urls: Iterable[QUrl]) -> None:
    """Drop on a widget, or on the first around it that welcomes files, as Qt does."""
    data, copy = QMimeData(), Qt.DropAction.CopyAction
    data.setUrls(list(urls))
    place = QPoint(20, 10)
    target: QWidget | None = widget
    while target is not None:
        enter = QDragEnterEvent(place, copy, data, _BUTTON, _NO_KEY)
        enter.ignore()
        if target.acceptDrops():
            QApplication.sendEvent(target, enter)
        if enter.isAccepted():
            QApplication.sendEvent(target, QDropEvent(QPointF(place), copy, data, _BUTTON, _NO_KEY))
            return
        target = target.parentWidget()
    raise AssertionError("it is not welcome")


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    path = tmp_path / "tone.wav"
    soundfile.write(path, np.sin(np.arange(44_100) / 20).astype(np.float32) / 4, 44_100)
    return path


@pytest.mark.parametrize("place", ["canvas", "prompt", "layer's name", "tempo", "dock", "window"])
def test_a_file_becomes_a_layer_wherever_it_is_dropped(
    window: MainWindow, hands: Hands, tone: Path, place: str
) -> None:
    prompt = window.findChild(QPlainTextEdit, "prompt")
    places: dict[str, QWidget] = {
        "canvas": window.canvas.viewport(),
        "prompt": prompt.viewport(),
        "layer's name": window.layers.findChild(TextField),
        "tempo": window.findChild(QWidget, "tempo"),
        "dock": window.layers,
        "window": window,
    }
    drop(places[place], [QUrl.fromLocalFile(str(tone))])
    hands.idle()
    assert [layer.name for layer in window.sketch.layers] == ["tone"]
    assert prompt.toPlainText() == ""


def test_a_link_to_the_web_is_told_of(window: MainWindow, hands: Hands) -> None:
    drop(window.canvas.viewport(), [QUrl("https://example.org/beat.png")])
    hands.idle()
    assert "link to the web" in window.notice.text
    assert window.sketch.untouched


def test_a_folder_is_told_of_as_one(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    drop(window, [QUrl.fromLocalFile(str(tmp_path))])
    hands.idle()
    assert f"{tmp_path.name} is a folder" in window.notice.text


def test_what_was_copied_last_is_pasted_be_it_ink_or_files(window: MainWindow, hands: Hands, tone: Path) -> None:
    hands.tool("toolTone")
    hands.drag((1.0, 440), (2.0, 440))
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(tone))])
    QApplication.clipboard().setMimeData(copied)
    hands.key(Qt.Key.Key_V, CTRL)
    hands.idle()
    assert [layer.name for layer in window.sketch.layers] == ["Layer 1", "tone"]
    hands.key(Qt.Key.Key_A, CTRL)
    hands.key(Qt.Key.Key_C, CTRL)
    window.playback.seek(2.0)
    hands.key(Qt.Key.Key_V, CTRL)
    hands.idle()
    assert len(window.sketch.layers) == 2
    assert window.sketch.history.undo_name == "Paste"


def test_a_picture_that_another_program_copied_becomes_a_layer(window: MainWindow, hands: Hands) -> None:
    picture = QImage(300, 128, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    for x in range(20, 280):
        picture.setPixel(x, 100, 0)
    for count in (1, 2):
        QApplication.clipboard().setImage(picture)
        hands.key(Qt.Key.Key_V, CTRL)
        hands.wait(lambda: [layer.name for layer in window.sketch.layers] == ["Pasted picture"] * count)  # noqa: B023
    ink = window.sketch.active_layer.ink
    assert ink[..., 30:250].any()
    assert not ink[..., :18].any()


PASTED = "slow jazz\nNegative prompt: drums\nSteps: 20, Sampler: Euler a, CFG scale: 5.5, Seed: 99, Model: {}"


@pytest.mark.parametrize("model", ["starter", "another"])
def test_a_prompt_with_its_settings_fills_the_fields_in_one_step(window: MainWindow, hands: Hands, model: str) -> None:
    prompt = window.findChild(QPlainTextEdit, "prompt")
    before = window.sketch.state
    prompt.setFocus()
    QApplication.clipboard().setText(PASTED.format(model))
    QTest.keyClick(prompt, Qt.Key.Key_V, CTRL)
    hands.pause()
    keyframe, render = window.sketch.state.keyframes[0], window.sketch.render
    assert (keyframe.prompt, keyframe.negative, keyframe.seed) == ("slow jazz", "drums", 99)
    assert prompt.toPlainText() == "slow jazz"
    if model == "starter":
        assert (render.steps, render.scheduler, keyframe.guidance) == (20, "Euler a", 5.5)
        assert "the settings" in window.notice.text
    else:
        assert (render, keyframe.guidance) == (before.render, before.keyframes[0].guidance)
        assert "the model another, which is not installed" in window.notice.text
    window.actions_["actionUndo"].trigger()
    assert (window.sketch.state.keyframes, window.sketch.render) == (before.keyframes, before.render)
