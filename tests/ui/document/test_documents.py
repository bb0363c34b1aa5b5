"""Files in the window: nothing is replaced or dropped without a question, and every save can be had back."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QPushButton

from riffdesk.engine.remote import link
from riffdesk.files import writer_mark
from riffdesk.sketch.sketch import Sketch
from riffdesk.store.project.opening import OpenRequest, load_project
from riffdesk.store.project.saving import SaveRequest, save_project
from riffdesk.store.project.versions import versions_of
from riffdesk.ui.document.export_dialog import ExportDialog
from riffdesk.ui.window.app import create_window
from riffdesk.ui.window.main_window import MainWindow
from tests.measure import RATE, riff
from tests.store.project.test_kept_files import DATA
from tests.ui.conftest import Hands

Answer = QMessageBox.StandardButton


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    return Asked(monkeypatch)


class Asked:
    """Answers questions in turn, and keeps them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.questions: list[str] = []
        self.answers: list[Answer] = []
        monkeypatch.setattr(QMessageBox, "question", self._answer)

    def _answer(self, _window: object, _title: str, text: str, *_: object) -> Answer:
        self.questions.append(text)
        return self.answers.pop(0) if self.answers else Answer.Discard  # as at the end, when the window closes


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project at 99 bpm."""
    path = tmp_path / "kept.riff"
    write(path, 99)
    return path


def write(path: Path, tempo: float) -> None:
    sketch = Sketch()
    sketch.set_tempo(tempo)
    save_project(SaveRequest(sketch.state, path))


def tempo_in(path: Path) -> float:
    return load_project(OpenRequest(path)).tempo


def paint(hands: Hands, seconds: float = 0.5) -> None:
    hands.tool("toolBrush")
    hands.drag((seconds, 1_000), (seconds + 0.1, 1_000))


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def answer_with(monkeypatch: pytest.MonkeyPatch, text: str) -> list[str]:
    """Press a button of the next dialogs with buttons of their own; return what they say."""
    said: list[str] = []

    def press(box: QMessageBox) -> int:
        said.append(box.text().replace("\u200b", ""))  # where long names may be broken
        next(button for button in box.buttons() if text in button.text()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return said


# Where to


@pytest.mark.parametrize(("answer", "replaced"), [("Replace", True), ("Cancel", False)])
def test_save_as_without_a_suffix_asks_before_it_replaces(
    window: MainWindow, hands: Hands, project: Path, monkeypatch: pytest.MonkeyPatch, answer: str, replaced: bool
) -> None:
    save_as(monkeypatch, project.with_suffix(""))
    said = answer_with(monkeypatch, answer)
    window.sketch.set_tempo(150)
    window.documents.save_as()
    hands.idle()
    assert tempo_in(project) == (150 if replaced else 99)
    assert said == [f"There is a file kept.riff in {project.parent} already. Replace it?"]


def test_so_does_export_spectrogram(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "picture.png").write_text("mine")
    save_as(monkeypatch, tmp_path / "picture")
    assert not answer_with(monkeypatch, "Cancel")
    window.documents.export_image()
    hands.idle()
    assert (tmp_path / "picture.png").read_text() == "mine"
    said = answer_with(monkeypatch, "Replace")
    window.documents.export_image()
    hands.idle()
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
    assert len(said) == 1


def test_a_name_that_is_free_or_chosen_whole_is_not_asked_about(
    window: MainWindow, hands: Hands, project: Path, monkeypatch: pytest.MonkeyPatch, asked: Asked
) -> None:
    for chosen in (project, project.with_name("new")):  # the file dialog itself has asked about the first
        save_as(monkeypatch, chosen)
        window.documents.save_as()
        hands.idle()
    assert asked.questions == []
    assert project.with_name("new.riff").exists()


def test_a_sketch_of_drafts_as_a_script_may_write_it_has_good_quality_in_the_window(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    state = window.sketch.state
    state = replace(state, render=replace(state.render, quality="draft"), tempo=99)
    save_project(SaveRequest(state, tmp_path / "drafts.riff"))
    window.documents.open_path(tmp_path / "drafts.riff")
    hands.wait(lambda: window.sketch.state.tempo == 99)
    assert window.sketch.render.quality == "good"
    assert window.actions_["actionQualityGood"].isChecked()
    assert not window.sketch.modified


# Painting meanwhile


@pytest.fixture
def gate(engines: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Have engines start once this is set, so that nothing is read before."""
    opened, start = threading.Event(), link._start

    def late(*arguments: Any) -> Any:
        opened.wait(60)
        return start(*arguments)

    monkeypatch.setattr(link, "_start", late)
    yield opened
    opened.set()


@pytest.mark.own_window
@pytest.mark.parametrize("suffix", [".riff", ".wav"])
@pytest.mark.parametrize("answer", [Answer.Save, Answer.Discard, Answer.Cancel])
def test_what_is_painted_while_a_file_is_opened_is_asked_about_when_it_has_been_read(
    window: MainWindow, hands: Hands, project: Path, monkeypatch: pytest.MonkeyPatch, asked: Asked, answer: Answer,
    suffix: str, gate: threading.Event,
) -> None:  # fmt: skip
    path = project.with_suffix(suffix)
    if suffix == ".wav":
        soundfile.write(path, riff(0.5), RATE)
    mine = project.with_name("mine.riff")
    save_as(monkeypatch, mine)
    asked.answers = [answer]
    window.documents.open_path(path)
    assert asked.questions == [], "nothing has been painted yet"
    paint(hands)
    painted = np.array(window.sketch.layers[0].ink)
    gate.set()
    hands.wait(lambda: asked.questions)
    hands.idle()
    assert asked.questions == [f"{path.name} has been read. Save the changes to Untitled before it is opened?"]
    assert mine.exists() is (answer == Answer.Save)
    if answer == Answer.Save:
        np.testing.assert_array_equal(load_project(OpenRequest(mine)).layers[0].ink, painted)
    opened = window.sketch.state.tempo == 99 if suffix == ".riff" else window.sketch.layers[0].name == "kept"
    assert opened is (answer != Answer.Cancel)
    if answer == Answer.Cancel:
        np.testing.assert_array_equal(window.sketch.layers[0].ink, painted)
        assert window.sketch.modified


@pytest.mark.parametrize("answer", [Answer.Cancel, Answer.Discard])
def test_so_is_what_is_painted_while_a_file_of_the_command_line_is_opened(
    tmp_path: Path, asked: Asked, answer: Answer, gate: threading.Event
) -> None:
    path = tmp_path / "hum.wav"
    soundfile.write(path, riff(2), RATE)
    asked.answers = [answer]
    window = create_window(path)
    hands = Hands(window)
    paint(hands)
    assert [layer.name for layer in window.sketch.layers] == ["Layer 1"], "it has not been read yet"
    gate.set()
    painted = window.sketch.active_layer.tiles
    assert not painted.is_silent
    hands.wait(lambda: asked.questions, 180)
    hands.wait(lambda: window.worker.running is None)
    assert [layer.name for layer in window.sketch.layers] == ["Layer 1" if answer == Answer.Cancel else "hum"]
    assert (window.sketch.active_layer.tiles is painted) is (answer == Answer.Cancel)
    window.close()
    hands.wait(lambda: not window.isVisible())


def test_what_was_given_up_before_is_not_asked_about_again(
    window: MainWindow, hands: Hands, project: Path, asked: Asked
) -> None:
    paint(hands)
    hands.idle()
    asked.answers = [Answer.Discard]
    window.documents.open_path(project)
    hands.idle()
    assert window.sketch.state.tempo == 99
    assert len(asked.questions) == 1


def test_a_stroke_between_a_save_and_the_opening_that_it_was_asked_for_is_asked_about(
    window: MainWindow, hands: Hands, project: Path, monkeypatch: pytest.MonkeyPatch, asked: Asked
) -> None:
    mine = project.with_name("mine.riff")
    save_as(monkeypatch, mine)
    paint(hands)
    hands.idle()
    asked.answers = [Answer.Save, Answer.Cancel]
    window.documents.open_path(project)
    paint(hands, 3.0)  # while it is being saved
    hands.wait(lambda: len(asked.questions) == 2)
    hands.idle()
    assert window.sketch.modified
    assert window.documents.path == mine
    assert np.array(window.sketch.layers[0].ink)[:, 300:].any()
    assert not np.array(load_project(OpenRequest(mine)).layers[0].ink)[:, 300:].any()


def test_a_slider_that_goes_on_while_saving_is_not_marked_as_saved(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, tmp_path / "a.riff")
    window.sketch.set_tempo(100)
    window.documents.save()
    window.sketch.set_tempo(101)  # the same undo step
    hands.idle()
    assert tempo_in(tmp_path / "a.riff") == 100
    assert window.sketch.modified
    window.documents.save()
    hands.idle()
    assert not window.sketch.modified
    assert tempo_in(tmp_path / "a.riff") == 101


def test_two_saves_in_a_row_are_two_saves(window: MainWindow, hands: Hands, tmp_path: Path, asked: Asked) -> None:
    path = tmp_path / "a.riff"
    write(path, 99)
    window.documents.open_path(path)
    hands.idle()
    for tempo in (100, 101, 102):
        window.sketch.set_tempo(tempo)
        window.documents.save()
    hands.idle()
    assert tempo_in(path) == 102
    assert not window.sketch.modified
    assert asked.questions == []


# Two windows


@pytest.fixture
def other(window: MainWindow) -> Iterator[MainWindow]:
    made = create_window()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def open_in_both(window: MainWindow, other: MainWindow, hands: Hands, project: Path) -> None:
    for one in (window, other):
        one.documents.open_path(project)
        hands.wait(lambda one=one: one.documents.path == project)


def test_the_second_window_is_told_that_the_project_is_open(
    window: MainWindow, other: MainWindow, hands: Hands, project: Path
) -> None:
    open_in_both(window, other, hands, project)
    assert "kept.riff is open in another window of riffdesk too" in other.notice.text
    assert not window.notice.isVisible()
    assert os.listdir(project.parent).count("kept.riff") == 1
    assert sorted(path.name for path in project.parent.iterdir()) == ["kept.riff", "riffdesk-home"]
    window.close()
    other.notice.clear()
    other.documents.open_path(project)
    hands.pause(0.3)
    hands.wait(lambda: not other.worker.running)
    assert not other.notice.isVisible()


@pytest.mark.parametrize(
    ("button", "kept", "elsewhere"), [("another", 111, 122), ("Replace", 122, 0), ("Cancel", 111, 0)]
)
def test_no_save_undoes_anothers_without_a_question(
    window: MainWindow, other: MainWindow, hands: Hands, project: Path, monkeypatch: pytest.MonkeyPatch, button: str,
    kept: int, elsewhere: int,
) -> None:  # fmt: skip
    open_in_both(window, other, hands, project)
    window.sketch.set_tempo(111)
    window.documents.save()
    hands.idle()
    new = project.with_name("mine.riff")
    save_as(monkeypatch, new)
    said = answer_with(monkeypatch, button)
    other.sketch.set_tempo(122)
    other.documents.save()
    hands.wait(lambda: said)
    hands.pause(0.1)
    hands.wait(lambda: not other.worker.running)
    assert said == ["kept.riff was changed by another program since it was opened here."]
    assert tempo_in(project) == kept
    assert (tempo_in(new) if new.exists() else 0) == elsewhere
    assert other.sketch.modified is (button == "Cancel")
    if button == "Replace":
        assert [tempo_in(version.path) for version in versions_of(project)] == [111, 99]
        other.sketch.set_tempo(123)
        other.documents.save()
        hands.pause(0.1)
        hands.wait(lambda: not other.worker.running)
        assert len(said) == 1, "what this window wrote itself is no surprise"


# Versions


def versions_menu(window: MainWindow) -> list[QAction]:
    menu = window.findChild(QMenu, "versionsMenu")
    assert menu is not None
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if action.isEnabled()]


def test_the_last_three_saves_are_in_the_menu_and_open_as_copies(
    window: MainWindow, hands: Hands, project: Path
) -> None:
    assert versions_menu(window) == []
    window.documents.open_path(project)
    hands.idle()
    for tempo in (101, 102, 103, 104):
        window.sketch.set_tempo(tempo)
        window.documents.save()
        hands.idle()
    actions = versions_menu(window)
    assert len(actions) == 3
    assert all("kB)" in action.text() and ":" in action.text() for action in actions)
    actions[1].trigger()
    hands.wait(lambda: window.sketch.state.tempo == 102)
    assert window.documents.path is None
    assert window.isWindowModified(), "it is not saved yet"
    assert window.windowTitle().startswith("kept, ")
    assert tempo_in(project) == 104


def test_a_version_can_be_restored_and_what_it_replaces_is_a_version(
    window: MainWindow, hands: Hands, project: Path
) -> None:
    window.documents.open_path(project)
    hands.idle()
    window.sketch.set_tempo(101)
    window.documents.save()
    hands.idle()
    versions_menu(window)[0].trigger()
    hands.wait(lambda: window.sketch.state.tempo == 99)
    restore = window.notice.findChild(QPushButton, "choice")
    assert restore.text() == "Restore"
    restore.click()
    hands.idle()
    assert tempo_in(project) == 99
    assert window.documents.path == project
    assert not window.sketch.modified
    assert [tempo_in(version.path) for version in versions_of(project)] == [101, 99]


def test_an_offer_to_restore_is_for_that_copy_only(window: MainWindow, hands: Hands, project: Path) -> None:
    window.documents.open_path(project)
    hands.idle()
    window.sketch.set_tempo(101)
    window.documents.save()
    hands.idle()
    versions_menu(window)[0].trigger()
    hands.wait(lambda: window.sketch.state.tempo == 99)
    restore = window.notice.findChild(QPushButton, "choice")
    window.documents.new()
    restore.click()
    hands.idle()
    assert tempo_in(project) == 101
    assert "no longer open" in window.notice.text


# What is remembered and said


def test_a_project_is_among_the_recent_ones_as_soon_as_it_is_open(
    window: MainWindow, hands: Hands, project: Path, home: Path
) -> None:
    window.documents.open_path(project)
    hands.idle()
    stored = json.loads((home / "config" / "settings.json").read_text())
    assert stored["recent_files"] == [str(project)]
    other = project.with_name("other.riff")
    window.documents._save_to(other)
    hands.idle()
    stored = json.loads((home / "config" / "settings.json").read_text())
    assert stored["recent_files"] == [str(other), str(project)]


def test_what_killed_riffdesks_left_is_gone_after_the_next_start(
    window: MainWindow, hands: Hands, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports = project.parent / "exports"
    monkeypatch.setattr(ExportDialog, "exec", lambda self: self._folder.setText(str(exports)) or True)
    window.documents.open_path(project)
    hands.idle()
    window.documents.export()
    hands.wait(lambda: "Exported" in window.notice.text)
    machine = writer_mark().strip("~").split("-")[0]
    mark = f"~{machine}-4194305-1~"  # no Linux has so many processes
    left = (project.with_name(f".kept.riff.{mark}abcdefgh.riff"), exports / f".export-{mark}abcdefgh")
    left[0].touch()
    (left[1] / "new").mkdir(parents=True)
    again = create_window()
    hands.wait(lambda: not any(path.exists() for path in left), 10)
    again.close()


def test_a_recipe_that_cannot_be_read_is_said_and_the_rest_opens(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    import zipfile

    path = tmp_path / "layers.riff"
    with zipfile.ZipFile(DATA / "layers.riff") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'"riffdesk recipe": 1', b'"riffdesk recipe": 9'))
    window.documents.open_path(path)
    hands.wait(lambda: len(window.sketch.layers) == 5)
    assert "this version of riffdesk cannot read that recipe" in window.notice.text
    assert window.notice.isVisible()
    assert not window.sketch.modified


def test_closing_asks_about_a_stroke_that_is_not_finished(window: MainWindow, hands: Hands, asked: Asked) -> None:
    hands.tool("toolBrush")
    hands.drag((0.5, 1_000), (0.6, 1_000), release=False)
    asked.answers = [Answer.Cancel, Answer.Discard]
    assert not window.close()
    assert asked.questions == ["Save the changes to Untitled first?"]
    hands.drag((0.6, 1_000), (0.6, 1_000))
    hands.key(Qt.Key.Key_Escape)
