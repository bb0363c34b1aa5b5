"""A text field that completes words from what the loaded model knows."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QEvent, QMimeData, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit, QWidget

from riffdesk.sketch.recipe.infotext import infotext_in
from riffdesk.ui.fields import give_back_focus, keeps_escape
from riffdesk.ui.theme import line_height

_AROUND = 20  # pixels around the lines of text
_LEAST = 2  # letters from which on something is offered
_REST_MS = 1_000  # a pause in typing, after which undo takes back what comes by itself
_KEPT = "\n\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"  # some scripts and emoji need those two
_BACK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class PromptField(QPlainTextEdit):
    """Offers phrases that go on from what is written since the last comma, or from its last word.

    Return and Tab take the phrase chosen; Tab goes on to the next field while nothing is offered. Esc, and Return
    with nothing offered, give the keyboard back to the canvas; Shift+Return begins a new line. Undo and redo are the
    sketch's, here as everywhere.
    """

    entered = Signal()
    """The user begins to work here: the mouse or the keyboard has come."""
    typed = Signal(str, int)
    """The text, and the number of the run of typing; a rest of a second or another place begins a new one."""
    pasted = Signal(object)
    """An `Infotext`: a prompt with all its settings, which is not in the field."""

    def __init__(self, name: str, title: str, placeholder: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name, placeholderText=placeholder, accessibleName=title)
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self.setUndoRedoEnabled(False)
        self._run = 0
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self.textChanged.connect(self._on_text)
        self.setFixedHeight(lines * line_height() + _AROUND)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it follows the caret by itself
        self._phrases = QStringListModel(self)
        self._longest = 0  # words of a phrase
        self.completer = QCompleter(self._phrases, self)
        self.offered = QListView()
        self.offered.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.completer.setPopup(self.offered)
        self.completer.setWidget(self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.activated.connect(self._take)

    def set_phrases(self, phrases: tuple[str, ...]) -> None:
        """Offer these from now on, the shortest first: of what begins with "pia", the piano and then the pianist."""
        self._phrases.setStringList(sorted(phrases, key=lambda phrase: (len(phrase), phrase)))
        self._longest = max((len(phrase.split()) for phrase in phrases), default=0)

    def add_phrase(self, phrase: str) -> None:
        """Write a phrase after what is there, as if the user had."""
        text = self.toPlainText().rstrip().rstrip(",")
        self.setPlainText(f"{text}, {phrase}" if text else phrase)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def show_text(self, text: str) -> None:
        """Show a text without telling anybody, with the caret where it was."""
        if self.toPlainText() == text:
            return
        place = self.textCursor().position()
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)
        self._rest.stop()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in _HISTORY):
                event.ignore()
                return False
            if keeps_escape(event):
                return True
        return super().event(event)

    def _on_text(self) -> None:
        if not self._rest.isActive():
            self._run += 1
        self._rest.start()
        self.typed.emit(self.toPlainText(), self._run)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, take what is offered, or go back to the canvas."""
        offered = self.offered
        if event.key() == Qt.Key.Key_Escape and offered.isVisible():
            offered.hide()
            return
        if offered.isVisible() and event.key() in _TAKE:
            index = offered.currentIndex()
            if index.isValid():
                self._take(index.data())
            offered.hide()
            return
        if event.key() in _BACK and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            give_back_focus(self)
            return
        super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            self._offer()
        else:
            offered.hide()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files that are dropped here to the window."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take text, without characters that cannot be seen; a prompt that comes with its settings is told of."""
        if any(url.isLocalFile() for url in source.urls()):
            return
        text = _visible(source.text())
        told = infotext_in(text)
        if told is not None:
            self.pasted.emit(told)
        else:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell that somebody may be about to write; a pointer that was here before the window does not move."""
        super().mouseMoveEvent(event)
        self.entered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody is about to write."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing any more."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.offered.hide()
        super().focusOutEvent(event)

    def _begun(self) -> str:
        """Return what is written before the caret that a phrase goes on from."""
        before = self.toPlainText()[: self.textCursor().position()]
        part = re.sub(r"[(\[\n]", ",", before).rpartition(",")[2].lstrip()
        words = part.split(" ")
        for first in range(max(0, len(words) - self._longest), len(words)):
            begun = " ".join(words[first:])
            if len(begun) >= _LEAST and self._knows(begun):
                return begun
        return ""

    def _knows(self, begun: str) -> bool:
        self.completer.setCompletionPrefix(begun)
        return self.completer.completionCount() > 0 and self.completer.currentCompletion().lower() != begun.lower()

    def _offer(self) -> None:
        if not self._begun():
            self.offered.hide()
            return
        self.offered.setCurrentIndex(self.completer.completionModel().index(0, 0))
        place = self.cursorRect()
        place.setWidth(self.offered.sizeHintForColumn(0) + self.offered.verticalScrollBar().sizeHint().width() + 20)
        self.completer.complete(place)
        # QCompleter leaves no room for what a style puts around the rows, and cuts the last one off.
        rows = min(self.completer.completionCount(), self.completer.maxVisibleItems())
        missing = rows * self.offered.sizeHintForRow(0) - self.offered.viewport().height()
        if missing > 0:
            self.offered.resize(self.offered.width(), self.offered.height() + missing)

    def _take(self, phrase: str) -> None:
        begun = self._begun()
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun))
        cursor.insertText(phrase)
        self.setTextCursor(cursor)


def _visible(text: str) -> str:
    """Return a text without what web pages and PDFs have between its letters: soft hyphens, marks of direction."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = (letter for letter in lines if letter in _KEPT or unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return re.sub(r"[^\S\n]", " ", "".join(kept))
