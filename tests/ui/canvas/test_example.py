"""The example sketch: ours, small, and opened as a sketch that has no file yet."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from riffdesk.paths import resources_dir
from riffdesk.store.project.opening import OpenRequest, open_project
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

EXAMPLE = resources_dir() / "examples" / "example.riff"
SCRIPT = Path(__file__).parents[3] / "packaging" / "example_sketch.py"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def untouched_file() -> Iterator[None]:
    before = EXAMPLE.read_bytes()
    yield
    assert EXAMPLE.read_bytes() == before


def test_it_is_small_and_what_its_script_draws(tmp_path: Path) -> None:
    assert EXAMPLE.stat().st_size < 300_000
    runpy.run_path(str(SCRIPT))["main"]([str(tmp_path / "again.riff")])
    committed, drawn = (open_project(OpenRequest(path)).document for path in (EXAMPLE, tmp_path / "again.riff"))
    assert [layer.name for layer in committed.layers] == ["Chords", "Bass", "Drums", "Melody"]
    for one, other in zip(committed.layers, drawn.layers, strict=True):
        assert (one.name, one.colour, one.gain_db, one.sound.stale) == (
            other.name, other.colour, other.gain_db, other.sound.stale,
        )  # fmt: skip
        assert np.abs(one.ink - other.ink).max() <= 0.0051  # as the last bit of a machine rounds it
    for name in ("tempo", "beats_per_bar", "key", "samples", "circular", "keyframes", "render", "active"):
        assert getattr(committed, name) == getattr(drawn, name)
    assert (committed.tempo, committed.key, committed.circular) == (96, "A minor", True)


def test_it_opens_as_a_sketch_without_a_file_and_is_heard(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, untouched_file: None
) -> None:
    window.actions_["actionOpenExample"].trigger()
    hands.wait(lambda: len(window.sketch.layers) == 4)
    assert window.windowTitle().startswith("Example")
    assert window.documents.path is None
    assert not window.sketch.modified
    assert window.settings.recent_files == []
    hands.wait(lambda: not any(window.sketch.sound(layer.id).pending for layer in window.sketch.layers))
    mix = sum(
        10 ** (layer.gain_db / 20) * window.sketch.sound(layer.id).audio.mean(axis=0) for layer in window.sketch.layers
    )
    assert np.abs(mix).max() < 1.0
    assert 20 * np.log10(np.sqrt(np.mean(mix**2))) > -26
    window.sketch.set_tempo(100)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.riff"), ""))
    hands.key(Qt.Key.Key_S, CTRL)
    hands.wait(lambda: window.documents.path is not None)
    assert window.documents.path == tmp_path / "mine.riff"


@pytest.mark.parametrize(("answer", "opens"), [("Discard", True), ("Cancel", False)])
def test_unsaved_changes_are_asked_about_first(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch, answer: str, opens: bool
) -> None:
    window.sketch.set_tempo(99)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: getattr(QMessageBox.StandardButton, answer))
    window.actions_["actionOpenExample"].trigger()
    hands.pause(0.3)
    if opens:
        hands.wait(lambda: len(window.sketch.layers) == 4)
    assert (window.sketch.state.tempo == 96) == opens
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)


def test_an_empty_canvas_has_a_button_for_it_until_something_is_drawn(window: MainWindow, hands: Hands) -> None:
    button = window.findChild(QPushButton, "openExample")
    hands.wait(button.isVisible)
    canvas, params = window.canvas, window.sketch.params

    def is_under_hint() -> bool:
        place = canvas.point_at(window.sketch.seconds / 2, float(params.hertz_of(params.bands / 2)))
        return abs(button.geometry().center().x() - place.x()) < 3 and 0 < button.y() - place.y() < 60

    hands.wait(is_under_hint, 5)
    hands.drag((0.5, 1_000), (0.6, 1_000))
    hands.wait(lambda: not button.isVisible())
    window.sketch.undo()
    window.documents.new()
    hands.wait(button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.wait(lambda: len(window.sketch.layers) == 4)
    hands.wait(lambda: not button.isVisible())


def test_the_button_stays_under_the_hint_when_one_zooms(window: MainWindow, hands: Hands) -> None:
    button = window.findChild(QPushButton, "openExample")
    hands.wait(button.isVisible)
    before = button.x()
    window.canvas.zoom_time(2, 0.0)
    hands.wait(lambda: button.x() > before + 100)
