"""The compared entries side by side, each with a picture and a letter; the played one is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from riffdesk.language import tr
from riffdesk.store.library.entry import Entry
from riffdesk.ui.button_keys import is_plain, keep_from_shortcuts
from riffdesk.ui.fields import give_back_focus
from riffdesk.ui.library.entries.entry_view import STAR_KEYS
from riffdesk.ui.plain_text import plain, wrapped

LETTERS = "ABCD"
"""Letters of the compared entries, as many as the maximum."""
_PICTURE = QSize(64, 32)
_KEYS = {Qt.Key(Qt.Key.Key_A + number): number for number in range(len(LETTERS))}


class ComparisonStrip(QWidget):
    """Buttons A to D. Their letters, Left and Right choose an entry, 0 to 5 rate it, Return adds it, Esc ends."""

    chosen = Signal(int)
    """Number of the entry to hear, from 0."""
    rated = Signal(int)
    """Stars for the played entry."""
    added = Signal()
    """The user adds the played entry to the sketch."""
    ended = Signal()
    """The comparison is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="libraryComparison", accessibleName=tr("Comparison"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(wrapped(tr("A to D, Left and Right choose a riff; 0 to 5 rate it, Return adds it, Esc ends")))
        self._count = self._number = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons = [self._button(number) for number in range(len(LETTERS))]
        for button in self._buttons:
            row.addWidget(button, 1)
        self.end = QToolButton(objectName="endComparison", text=tr("End"), accessibleName=tr("End the comparison"))
        self.end.setToolTip(tr("Hear the sketch again (Esc)"))
        self.end.clicked.connect(self.ended)
        row.addWidget(self.end)
        self.hide()

    def _button(self, number: int) -> QToolButton:
        letter = LETTERS[number]
        button = QToolButton(objectName=f"compare{letter}", checkable=True, iconSize=_PICTURE)
        button.setText(letter)
        button.setToolTip(tr("Hear riff {letter} of the comparison from the same beat on ({letter})", letter=letter))
        button.setAccessibleName(tr("Riff {letter} of the comparison", letter=letter))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the strip has the keys
        button.clicked.connect(lambda: self.chosen.emit(number))
        return button

    def show_entries(self, entries: Sequence[Entry], pictures: Sequence[QPixmap | None], number: int) -> None:
        """Show entries with their pictures, the one of a number pressed; hide if there are none."""
        self._count, self._number = len(entries), number
        for index, button in enumerate(self._buttons):
            button.setVisible(index < len(entries))
            button.setChecked(index == number)
            if index < len(entries):
                name, letter = entries[index].name, LETTERS[index]
                button.setIcon(QIcon(pictures[index] or QPixmap()))
                button.setToolTip(
                    plain(wrapped(tr("Hear {name} from the same beat on ({letter})", name=name, letter=letter)))
                )
                button.setAccessibleName(f"{letter}: {name}")
        if self.isHidden() and entries:
            self.show()
            self.setFocus()
        elif not entries and not self.isHidden():
            if self.hasFocus():
                give_back_focus(self)
            self.hide()

    def event(self, event: QEvent) -> bool:
        """Keep the strip's own keys from being shortcuts of the window."""
        return keep_from_shortcuts(event, self._is_own) or super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        others = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape
        return is_plain(event) and event.key() in (*_KEYS, *STAR_KEYS, *others)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the strip's own keys."""
        key = Qt.Key(event.key())
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif key in _KEYS:
            self.chosen.emit(_KEYS[key])
        elif key in STAR_KEYS:
            self.rated.emit(STAR_KEYS[key])
        elif key == Qt.Key.Key_Escape:
            self.ended.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self.chosen.emit((self._number + step) % max(1, self._count))
        else:
            self.added.emit()
