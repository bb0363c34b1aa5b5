"""File dialogs, and the questions about replacing files and about unsaved changes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from riffdesk.language import tr
from riffdesk.store.project.project_file import PROJECT
from riffdesk.ui.confirm import confirm
from riffdesk.ui.plain_text import question_text

SOUNDS = (".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff")
_Button = QMessageBox.StandardButton


def file_filter(title: str, suffixes: Iterable[str]) -> str:
    """Return the filter of a file dialog for a kind of file."""
    return f"{title} ({' '.join('*' + suffix for suffix in suffixes)})"


def ask_what_to_open(window: QWidget, folder: str) -> Path | None:
    """Ask for a project, sound, image or MIDI file; None if the user cancels."""
    from riffdesk.engine.riff.score.score_files import SCORES
    from riffdesk.store.image.image_file import IMAGES

    filters = file_filter(tr("Everything riffdesk opens"), (PROJECT, *SOUNDS, *IMAGES, *SCORES))
    name, _ = QFileDialog.getOpenFileName(window, tr("Open"), folder, filters)
    return Path(name) if name else None


def ask_what_to_import(window: QWidget, folder: str) -> list[Path]:
    """Ask for sounds, images and MIDI files; empty if the user cancels."""
    from riffdesk.engine.riff.score.score_files import SCORES
    from riffdesk.store.image.image_file import IMAGES

    supported = (tr("Sounds, images and MIDI files"), (*SOUNDS, *IMAGES, *SCORES))
    kinds = (supported, (tr("Sounds"), SOUNDS), (tr("Images"), IMAGES), (tr("MIDI files"), SCORES))
    filters = ";;".join((*(file_filter(title, suffixes) for title, suffixes in kinds), tr("All files (*)")))
    names, _ = QFileDialog.getOpenFileNames(window, tr("Import"), folder, filters)
    return [Path(name) for name in names]


def ask_for_picture(window: QWidget, folder: str) -> Path | None:
    """Ask for a picture of any kind; None if the user cancels."""
    from PySide6.QtGui import QImageReader

    suffixes = sorted(f".{bytes(kind.data()).decode()}" for kind in QImageReader.supportedImageFormats())
    name, _ = QFileDialog.getOpenFileName(
        window, tr("Take picture as stamp"), folder, file_filter(tr("Pictures"), suffixes)
    )
    return Path(name) if name else None


def ask_where(window: QWidget, title: str, suggested: Path, filters: str, suffix: str) -> Path | None:
    """Ask for a file to write, and return it with its suffix; None if the user cancels.

    The file dialog asks before it replaces an existing file; if the suffix had to be added, this function asks.
    """
    chosen, _ = QFileDialog.getSaveFileName(window, title, str(suggested), filters)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() == suffix:
        return path
    path = path.with_name(path.name + suffix)
    return path if not path.exists() or may_replace(window, path) else None


def may_replace(window: QWidget, path: Path) -> bool:
    """Ask whether a file may be replaced."""
    text = tr("There is a file {name} in {parent} already. Replace it?", name=path.name, parent=path.parent)
    return confirm(window, tr("Replace"), text, tr("Replace"))


def ask_unsaved(window: QWidget, text: str) -> Literal["save", "discard", "cancel"]:
    """Ask whether to save or discard unsaved changes."""
    buttons = _Button.Save | _Button.Discard | _Button.Cancel
    answer = QMessageBox.question(window, tr("Unsaved changes"), question_text(text), buttons, _Button.Save)
    return "save" if answer == _Button.Save else "discard" if answer == _Button.Discard else "cancel"


def ask_changed_on_disk(window: QWidget, name: str) -> Literal["another", "replace", "cancel"]:
    """Ask how to save a project whose file was changed by another program since it was opened."""
    box = QMessageBox(window)
    box.setObjectName("changedOnDisk")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Changed on disk"))
    box.setText(question_text(tr("{name} was changed by another program since it was opened here.", name=name)))
    box.setInformativeText(tr("If you replace it, the other program's version stays under File > Versions."))
    another = box.addButton(tr("Save as another…"), QMessageBox.ButtonRole.AcceptRole)
    replace = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(_Button.Cancel)
    box.setDefaultButton(another)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return "another" if clicked is another else "replace" if clicked is replace else "cancel"
