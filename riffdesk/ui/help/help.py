"""The Help menu's pages: shortcuts and About."""

from __future__ import annotations

import html
from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QTextBrowser, QVBoxLayout, QWidget

from riffdesk import __version__
from riffdesk.ui.notices import Message

_MOUSE = (
    ("Wheel", "Zoom time at the pointer"),
    ("Ctrl + wheel", "Zoom frequency at the pointer"),
    ("Shift + wheel", "Pan along time"),
    ("Middle-drag", "Pan"),
    ("Click on a time axis", "Move the playhead"),
    ("Shift while painting", "Draw a straight line"),
    ("Double-click on a fader", "Back to the middle"),
    ("Double-click on the timeline", "Add a keyframe"),
    ("Drag a keyframe", "Move it from bar to bar; with Shift freely, a drag begun with Ctrl moves a copy"),
    ("Ctrl + click on keyframes", "Choose several, to be edited together"),
)
_TIMELINE = (
    ("Left, Right", "Choose the keyframe before or after; with Shift several"),
    ("Ctrl + Left, Right", "Move the chosen ones to the next bar line"),
    ("Alt + Left, Right", "Move them by a tenth of a second"),
    ("Insert", "Add a keyframe in the middle of the view"),
    ("Delete", "Remove the chosen ones"),
    ("Menu", "Curve, new seed, copy"),
)


class ShortcutsDialog(QDialog):
    """All shortcuts on one page, made from the actions themselves."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Shortcuts")
        self.resize(460, 620)
        native = QKeySequence.SequenceFormat.NativeText
        rows = [
            (" or ".join(keys.toString(native) for keys in action.shortcuts()), action.text().replace("&", ""))
            for action in actions
            if action.shortcuts()
        ]
        page = QTextBrowser(accessibleName="Shortcuts")
        page.setHtml(
            f"<h3>Keys</h3>{_table(rows)}<h3>Seed timeline</h3>{_table(_TIMELINE)}<h3>Mouse</h3>{_table(_MOUSE)}"
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(page)
        column.addWidget(buttons)


class MessagesDialog(QDialog):
    """Everything that was said since the start, the latest first."""

    def __init__(self, told: Iterable[Message], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Messages")
        self.resize(560, 420)
        page = QTextBrowser(objectName="messages", accessibleName="Messages")
        rows = [(f"{one.when:%H:%M:%S}", html.escape(one.text)) for one in reversed(tuple(told))]
        page.setHtml(_table(rows, 70) if rows else "<p>Nothing was said yet.</p>")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(page)
        column.addWidget(buttons)


def _table(rows: Iterable[tuple[str, str]], width: int = 180) -> str:
    cells = "".join(f"<tr><td width='{width}'><b>{keys}</b></td><td>{what}</td></tr>" for keys, what in rows)
    return f"<table cellpadding='3'>{cells}</table>"


def show_about(parent: QWidget) -> None:
    """Say what riffdesk is."""
    QMessageBox.about(
        parent,
        "About riffdesk",
        f"<h3>riffdesk {__version__}</h3><p>A music sketchpad: draw a spectrogram and hear it.</p>"
        "<p>It reads and writes the spectrogram images of Riffusion (Seth Forsgren and Hayk Martiros, 2022).</p>"
        "<p>MIT licence.</p>",
    )
