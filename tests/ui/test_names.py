"""Names of files and layers, whatever is in them, are shown as they are and can be written to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as TextFunctions
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from riffdesk.ui.document.file_dialogs import ask_unsaved
from riffdesk.ui.fields import TextField
from riffdesk.ui.plain_text import menu_text, plain
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

TAGS = "<h1>kick<h1> R&B"


def test_messages_know_no_markup(window: MainWindow) -> None:
    window.notice.warn(f"Could not open {TAGS}.wav.")
    (label,) = window.notice.findChildren(QLabel)
    assert label.text() == f"Could not open {TAGS}.wav."
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_layers_tooltip_and_a_question_show_its_name_and_no_markup(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.sketch.set_layer(window.sketch.active_layer.id, name=TAGS)
    tip = window.layers.findChild(TextField).toolTip()
    assert tip.startswith("&lt;h1&gt;kick&lt;h1&gt; R&amp;B")
    asked: list[str] = []
    monkeypatch.setattr(
        QMessageBox, "question", lambda *args: (asked.append(args[2]), QMessageBox.StandardButton.Discard)[1]
    )
    ask_unsaved(window, f"Save the changes to {TAGS} first?")
    assert "<h1>" not in asked[0]


@pytest.mark.parametrize("text", ["plain", "a < b & c", "two\nlines"])
def test_texts_without_markup_stay_as_they_are(text: str) -> None:
    assert not TextFunctions.mightBeRichText(text)
    assert plain(text) == text


def test_an_ampersand_in_a_menu_is_no_shortcut_and_long_names_are_cut_in_the_middle() -> None:
    assert menu_text("R&B.riff") == "R&&B.riff"
    shown = menu_text("a" * 100 + ".riff")
    assert len(shown) <= 61
    assert shown.endswith("a.riff")


def test_recent_projects_of_one_name_are_told_apart_by_their_folders(window: MainWindow, tmp_path: Path) -> None:
    for folder in ("rock", "R&B", "other/rock"):
        window.settings.remember_file(tmp_path / folder / "song.riff")
    window.settings.remember_file(tmp_path / "alone.riff")
    window.recent.refresh()
    titles = [action.text() for action in window.recent.actions()]
    assert titles[0] == "alone.riff"
    assert titles[2] == "song.riff   (R&&B)"
    assert len(set(titles)) == 4
    assert window.recent.toolTipsVisible()
    assert window.recent.actions()[2].toolTip() == str(tmp_path / "R&B" / "song.riff")


def test_a_recent_project_whose_disk_is_away_stays_in_the_list(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    window.settings.remember_file(tmp_path / "away" / "song.riff")
    window.recent.refresh()
    window.recent.actions()[0].trigger()
    hands.idle()
    assert "Could not open song.riff" in window.notice.text
    window.recent.refresh()
    assert window.recent.actions()[0].text() == "song.riff"


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("10/05/2023", "10_05_2023.png"),
        ("/etc/passwd", "_etc_passwd.png"),
        ("..", "untitled.png"),
        ("a: b", "a_ b.png"),
    ],
)
def test_a_layers_name_is_no_path_when_its_spectrogram_is_exported(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, suggested: str
) -> None:
    window.settings.last_folder = str(tmp_path)
    window.sketch.set_layer(window.sketch.active_layer.id, name=name)
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (asked.append(args[2]), ("", ""))[1])
    window.documents.export_image()
    assert asked == [str(tmp_path / suggested)]


def test_the_mark_of_changes_in_a_name_stays_in_the_title(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    window.documents._save_to(tmp_path / "song[*].riff")
    hands.idle()
    hands.wait(lambda: window.documents.path is not None)
    assert window.windowTitle() == "song[*][*][*] — riffdesk"  # as Qt has [*] written twice for itself
