"""The questions that the user is asked about files: where to, whether to replace, what to do with changes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

_Button = QMessageBox.StandardButton


def ask_where(window: QWidget, title: str, suggested: Path, filters: str, suffix: str) -> Path | None:
    """Ask for a file to write, and return it with its suffix; None if the user does not want to.

    The file dialog asks before it replaces what was chosen; if that becomes another file by its suffix, this does.
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
    text = f"There is a file {path.name} in {path.parent} already. Replace it?"
    return QMessageBox.question(window, "Replace", text, _Button.Yes | _Button.No, _Button.No) == _Button.Yes


def ask_unsaved(window: QWidget, text: str) -> Literal["save", "discard", "cancel"]:
    """Ask what becomes of unsaved changes."""
    buttons = _Button.Save | _Button.Discard | _Button.Cancel
    answer = QMessageBox.question(window, "Unsaved changes", text, buttons, _Button.Save)
    return "save" if answer == _Button.Save else "discard" if answer == _Button.Discard else "cancel"


def ask_changed_on_disk(window: QWidget, name: str) -> Literal["another", "replace", "cancel"]:
    """Ask what becomes of a save whose file somebody else has saved since it was opened."""
    box = QMessageBox(window)
    box.setObjectName("changedOnDisk")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Changed on disk")
    box.setText(f"{name} was saved by somebody else since it was opened here.")
    box.setInformativeText("Replacing it keeps that one under File > Versions.")
    another = box.addButton("Save as another…", QMessageBox.ButtonRole.AcceptRole)
    replace = box.addButton("Replace", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(_Button.Cancel)
    box.setDefaultButton(another)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return "another" if clicked is another else "replace" if clicked is replace else "cancel"
