"""Folders of the user's own in the library's panel: added by menu, button and drop, found, heard, used, taken out."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from riffdesk.analysis.folder_reading import list_folders
from riffdesk.compose.composition import compose_riff
from riffdesk.compose.midi.score_midi import write_midi
from riffdesk.compose.words.spec_of_words import read_words
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.mix import stereo
from riffdesk.store.library.folders import add_folder, folders, unmeasured_count
from riffdesk.store.library.library import Library
from riffdesk.ui.library.entries.entry_model import MIME, MISSING_ROLE
from riffdesk.ui.library.entry_audition import LOUDNESS
from riffdesk.ui.window.main_window import MainWindow
from tests.analysis.sounds import RATE, tone, write_wav
from tests.ui.conftest import Hands

MANY = 200
_COPY, _BUTTON, _NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def sounds(tmp_path: Path) -> Path:
    folder = tmp_path / "My sounds"
    (folder / "Low").mkdir(parents=True)
    write_wav(folder / "hum.wav", tone(440, 2.0, 0.05))
    write_wav(folder / "Low" / "bass.flac", tone(110, 1.0))
    score = compose_riff(read_words("slow jazz with a piano").spec, 1, 2)
    write_midi(folder / "tune.mid", replace(score, tempo=90.0))
    return folder


def listed(window: MainWindow) -> list[str]:
    """Return the names that are there; a row whose entry is still being read has none."""
    model = window.library.model
    return sorted(filter(None, (model.index(row).data() for row in range(model.rowCount()))))


def left_to_measure() -> int:
    """Return how many files the library lists whose sound was not measured yet."""
    with closing(Library()) as library:
        return unmeasured_count(library.database)


def settled(window: MainWindow, hands: Hands) -> None:
    library = window.library
    hands.pause(0.15)
    hands.wait(
        lambda: not (library.folders.reading or library.thread_.busy or window.worker.running or window.worker.waiting)
    )
    hands.pause(0.05)


def show(window: MainWindow, hands: Hands) -> None:
    window.actions_["actionLibrary"].trigger()
    settled(window, hands)


@pytest.fixture
def added(window: MainWindow, hands: Hands, sounds: Path) -> Path:
    """Have a folder in the library, whose three files are measured."""
    show(window, hands)
    window.library.folders.add(sounds)
    hands.wait(lambda: len(listed(window)) == 3)
    settled(window, hands)
    return sounds


def choose(window: MainWindow, hands: Hands, name: str) -> None:
    view, model = window.library.panel.view, window.library.model
    row = next(row for row in range(model.rowCount()) if model.index(row).data() == name)
    QTest.mouseClick(view.viewport(), _BUTTON, _NO_KEY, view.visualRect(model.index(row)).center())
    settled(window, hands)


def heard(window: MainWindow) -> np.ndarray:
    (track,) = window.player._state.mix.tracks
    return np.asarray(track.audio)


def titles(window: MainWindow) -> list[str]:
    return [action.text().replace("&", "") for action in window.library.panel.folders.menu.actions() if action.text()]


@pytest.mark.parametrize("by", ["menu", "button"])
def test_a_folder_is_chosen_and_its_files_are_listed(
    window: MainWindow, hands: Hands, sounds: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(sounds))
    if by == "menu":
        window.actions_["actionLibraryFolder"].trigger()
    else:
        show(window, hands)
        window.library.panel.folders.menu.actions()[0].trigger()
    hands.wait(lambda: listed(window) == ["bass", "hum", "tune"])
    settled(window, hands)
    assert window.library.panel.isVisible()
    assert titles(window) == ["Add a folder…", "Read all again", "My sounds (3)"]
    assert not window.library.panel.folders.isVisible(), "nothing is read any more"
    assert sorted(path.name for path in sounds.rglob("*.*")) == ["bass.flac", "hum.wav", "tune.mid"]


def drop_on_panel(window: MainWindow, *paths: Path) -> None:
    data, panel = QMimeData(), window.library.panel
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(QPointF(20, 20).toPoint(), _COPY, data, _BUTTON, _NO_KEY)
    enter.ignore()
    QApplication.sendEvent(panel, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(panel, QDropEvent(QPointF(20, 20), _COPY, data, _BUTTON, _NO_KEY))


def test_a_folder_is_dropped_on_the_panel_and_a_file_is_left_to_the_window(
    window: MainWindow, hands: Hands, sounds: Path
) -> None:
    show(window, hands)
    drop_on_panel(window, sounds / "hum.wav")
    hands.wait(lambda: [layer.name for layer in window.sketch.layers][-1] == "hum")
    settled(window, hands)
    assert listed(window) == []
    drop_on_panel(window, sounds)
    hands.wait(lambda: listed(window) == ["bass", "hum", "tune"])


def test_words_and_the_folders_menu_find_them(window: MainWindow, hands: Hands, added: Path) -> None:
    panel = window.library.panel
    panel.search.setText("hum")
    hands.wait(lambda: listed(window) == ["hum"])
    panel.search.setText("folder:low")
    hands.wait(lambda: listed(window) == ["bass"])
    inner = panel.folders.menu.actions()[-1].menu()
    inner.actions()[0].trigger()
    assert panel.search.text() == 'folder:"My sounds"'
    hands.wait(lambda: len(listed(window)) == 3)


def test_they_have_pictures_as_soon_as_they_are_measured(window: MainWindow, hands: Hands, added: Path) -> None:
    model = window.library.model
    hands.wait(lambda: all(model.picture(row) is not None for row in range(3)), 20)
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "bass.flac" in tip


def test_they_are_heard_as_loud_as_riffs(window: MainWindow, hands: Hands, added: Path) -> None:
    choose(window, hands, "hum")
    assert loudness(stereo(heard(window)), RATE) == pytest.approx(LOUDNESS, abs=0.2)
    assert window.library.audition.heard.path == added / "hum.wav"
    choose(window, hands, "tune")
    hands.wait(lambda: window.library.audition.heard is not None and window.library.audition.heard.name == "tune")
    audio = heard(window)
    assert audio.shape[-1] / RATE == pytest.approx(8 * 60 / 90, abs=0.1)
    assert -30 < loudness(stereo(audio), RATE) <= LOUDNESS + 0.3


def test_a_file_that_was_not_measured_yet_is_heard_as_loud(window: MainWindow, hands: Hands, sounds: Path) -> None:
    with closing(Library()) as library:
        add_folder(library, sounds)
    list_folders()
    window.library.folders._read_at = time.monotonic()  # as if reading had been stopped
    show(window, hands)
    choose(window, hands, "hum")
    assert window.library.audition.heard.loudness is None
    assert loudness(stereo(heard(window)), RATE) == pytest.approx(LOUDNESS, abs=0.2)


def test_a_file_is_dragged_onto_the_canvas(window: MainWindow, hands: Hands, added: Path) -> None:
    hands.drag((0.5, 300), (0.8, 3_000))
    hands.idle()
    model, view = window.library.model, window.canvas.viewport()
    row = next(row for row in range(3) if model.index(row).data() == "bass")
    data = model.mimeData([model.index(row)])
    assert data.hasFormat(MIME)
    assert data.urls()[0].toLocalFile() == str(added / "Low" / "bass.flac")
    place = QPointF(window.canvas.point_at(4.4, 1_000))
    QApplication.sendEvent(view, QDragEnterEvent(place.toPoint(), _COPY, data, _BUTTON, _NO_KEY))
    QApplication.sendEvent(view, QDropEvent(place, _COPY, data, _BUTTON, _NO_KEY))
    hands.wait(lambda: len(window.sketch.layers) == 2, 20)
    audio = window.sketch.active_layer.sound.audio
    assert window.sketch.active_layer.name == "bass"
    assert np.abs(audio[:, 4 * RATE : 5 * RATE] - tone(110, 1.0)).max() < 1e-6


def test_the_next_riff_plays_the_notes_of_a_midi_file(window: MainWindow, hands: Hands, added: Path) -> None:
    choose(window, hands, "tune")
    QTest.mouseClick(window.library.panel.add, _BUTTON)
    settled(window, hands)
    assert window.sketch.state.render.score_name == "tune.mid"
    assert window.sketch.state.tempo == 90


def test_a_folder_is_taken_out_and_brought_back_with_its_stars(window: MainWindow, hands: Hands, added: Path) -> None:
    choose(window, hands, "hum")
    QTest.keyClick(window.library.panel.view, "4")
    settled(window, hands)
    window.library.panel.folders.menu.actions()[-1].menu().actions()[1].trigger()
    hands.wait(lambda: listed(window) == [])
    settled(window, hands)
    assert titles(window) == ["Add a folder…"]
    assert (added / "hum.wav").exists()
    undo = next(button for button in window.notice.findChildren(QPushButton) if button.text() == "Undo")
    undo.click()
    hands.wait(lambda: len(listed(window)) == 3)
    window.library.panel.search.setText("stars:4")
    hands.wait(lambda: listed(window) == ["hum"])


def test_files_that_vanished_are_missing_and_left_out_at_the_next_reading(
    window: MainWindow, hands: Hands, added: Path
) -> None:
    (added / "hum.wav").unlink()
    window.library.panel.refresh()
    settled(window, hands)
    model = window.library.model
    missing = {model.index(row).data(): model.index(row).data(MISSING_ROLE) for row in range(3)}
    assert missing == {"bass": False, "hum": True, "tune": False}
    choose(window, hands, "hum")
    assert window.library.audition.heard is None
    shown = len(window.notice.messages)
    window.library.panel.folders.menu.actions()[1].trigger()
    hands.wait(lambda: listed(window) == ["bass", "tune"])
    settled(window, hands)
    assert len(window.notice.messages) == shown, "no error"
    added.rename(added.with_name("elsewhere"))
    window.library.panel.folders.menu.actions()[1].trigger()
    settled(window, hands)
    assert listed(window) == ["bass", "tune"]
    assert "was not found" in window.notice.messages[-1].text


def test_a_folder_that_cannot_be_added_is_told(window: MainWindow, hands: Hands, added: Path) -> None:
    window.library.folders.add(added / "Low")
    settled(window, hands)
    assert "lists already" in window.notice.messages[-1].text
    assert len(listed(window)) == 3


def many_sounds(parent: Path) -> Path:
    """Return a folder of many sounds, so that some are left, and of short ones, so that a step is not waited for."""
    folder = parent / "many"
    folder.mkdir()
    first = write_wav(parent / "first.wav", tone(200, 0.5))
    for number in range(MANY):
        (folder / f"{number}.wav").hardlink_to(first)
    return folder


def test_reading_many_files_shows_progress_and_stops(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    folder = many_sounds(tmp_path)
    show(window, hands)
    bar = window.library.panel.folders
    window.library.folders.add(folder)
    hands.wait(lambda: bar.bar.maximum() == MANY and bar.bar.value() >= 2)
    assert bar.isVisible()
    assert "Measuring" in bar.what.text()
    assert len(listed(window)) == MANY, "all are listed before they are measured"
    bar.stop.click()
    settled(window, hands)
    assert not bar.isVisible()
    assert 0 < left_to_measure() < MANY


@pytest.mark.own_window
def test_the_window_closes_while_a_folder_is_read(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    folder = many_sounds(tmp_path)
    show(window, hands)
    bar = window.library.panel.folders.bar
    window.library.folders.add(folder)
    hands.wait(lambda: bar.maximum() == MANY and bar.value() >= 2)
    began = time.monotonic()
    window.close()
    hands.wait(lambda: not window.isVisible(), 60)  # what is being written is written first
    assert time.monotonic() - began < 60  # on a machine with much else to do
    assert 0 < left_to_measure() < MANY


def test_folders_are_read_again_after_the_start(window: MainWindow, hands: Hands, sounds: Path) -> None:
    with closing(Library()) as library:
        add_folder(library, sounds)
    window.library.folders._read_at = -60.0  # a window that was used by another test read them then
    show(window, hands)
    hands.wait(lambda: len(listed(window)) == 3)
    with closing(Library()) as library:
        assert folders(library.database)[0].files == 3


def test_the_window_does_not_stall_while_a_folder_is_listed(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    """By the time of its thread, as other tests use the machine; tests/benchmarks measures a folder of 10,000."""
    first = write_wav(tmp_path / "first.wav", tone(440, 0.2))
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(2_000):
        (folder / f"{number}.wav").hardlink_to(first)
    show(window, hands)
    window.library.folders.add(folder)
    longest, before = 0.0, time.thread_time()
    limit = time.monotonic() + 60
    while len(listed(window)) < 2_000:
        assert time.monotonic() < limit
        QApplication.processEvents()
        now = time.thread_time()
        longest, before = max(longest, now - before), now
    window.library.folders.stop()
    settled(window, hands)
    assert longest < 0.5


def test_a_file_that_comes_into_a_folder_is_listed_by_itself_and_one_that_goes_is_not(
    window: MainWindow, hands: Hands, added: Path
) -> None:
    write_wav(added / "Low" / "new.wav", tone(220, 0.5))
    hands.wait(lambda: "new" in listed(window), 30)
    (added / "hum.wav").unlink()
    hands.wait(lambda: "hum" not in listed(window), 30)
    settled(window, hands)
    assert len(listed(window)) == 3


def test_folders_are_read_again_when_the_library_is_shown(
    window: MainWindow, hands: Hands, added: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = window.library.folders
    own._watch._watcher.removePaths(own._watch._watcher.directories())  # as on a drive that is not watched
    window.library.panel.hide()
    write_wav(added / "new.wav", tone(220, 0.5))
    own._read_at -= 60.0
    window.library.panel.show()
    hands.wait(lambda: "new" in listed(window), 30)


def test_the_first_ten_minutes_of_a_longer_sound_are_heard(window: MainWindow, hands: Hands, added: Path) -> None:
    write_wav(added / "long.wav", tone(330, 615.0, 0.1))
    hands.wait(lambda: "long" in listed(window), 30)
    settled(window, hands)
    choose(window, hands, "long")
    hands.wait(lambda: window.library.audition.heard is not None, 60)
    assert window.library.audition.heard.name == "long"
    assert window.library.audition.heard.seconds == pytest.approx(615.0, abs=0.1)
    assert window.library.audition.heard.loudness is not None  # it was measured
    assert window.sound_updates.auditioning == 600 * RATE
