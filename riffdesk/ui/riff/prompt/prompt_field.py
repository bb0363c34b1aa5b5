"""A text field that completes the phrases which the loaded model knows."""

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
_MIN_LETTERS = 2  # that are completed
_REST_MS = 1_000  # a pause in typing, after which a new undo step begins
_KEPT = "\n\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"  # some scripts and emoji need the joiners
_BACK_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_HISTORY_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_RECALL_KEYS: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_COMPLETE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class PromptField(QPlainTextEdit):
    """Completes the text after the last comma, or its last words, to phrases of the model.

    In an empty field Up recalls the last used prompts, one after the other, and Down goes back.

    While completions are listed, Return and Tab insert the chosen one, and Esc hides the list. Otherwise Tab moves the
    focus to the next field, Return and Esc give it to the canvas. Shift+Return begins a new line. Undo and redo are
    those of the sketch.
    """

    entered = Signal()
    """The mouse pointer or the focus has entered the field."""
    typed = Signal(str, int)
    """The text, and the number of the run of typing; a run ends with a pause of a second."""
    pasted = Signal(object)
    """An `Infotext`: a prompt with its settings, which was not inserted into the field."""
    history_wanted = Signal()
    """The field got the focus, so that `earlier` may be needed."""

    def __init__(self, name: str, title: str, placeholder: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name, placeholderText=placeholder, accessibleName=title)
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self.setUndoRedoEnabled(False)
        self.earlier: list[str] = []
        """The used prompts, the latest first."""
        self._recalled = -1  # index of the earlier prompt that is shown
        self._run = 0
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self.textChanged.connect(self._on_text)
        self.setFixedHeight(lines * line_height() + _AROUND)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the view follows the caret
        self._phrases = QStringListModel(self)
        self._longest = 0  # words of the longest phrase
        self.completer = QCompleter(self._phrases, self)
        self.completions = QListView()
        self.completions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.completer.setPopup(self.completions)
        self.completer.setWidget(self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.activated.connect(self._complete)

    def set_phrases(self, phrases: tuple[str, ...]) -> None:
        """Set the phrases for completion; shorter ones are listed first, such as "piano" before "pianist"."""
        self._phrases.setStringList(sorted(phrases, key=lambda phrase: (len(phrase), phrase)))
        self._longest = max((len(phrase.split()) for phrase in phrases), default=0)

    def add_phrase(self, phrase: str) -> None:
        """Append a phrase, after a comma, as if the user had typed it."""
        text = self.toPlainText().rstrip().rstrip(",")
        self.setPlainText(f"{text}, {phrase}" if text else phrase)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def show_text(self, text: str) -> None:
        """Show a text without emitting `typed`; the caret keeps its position."""
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
        """Ignore undo and redo, which are actions of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in _HISTORY_KEYS):
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
        """Type, insert the chosen completion, or give the focus to the canvas."""
        completions = self.completions
        if event.key() == Qt.Key.Key_Escape and completions.isVisible():
            completions.hide()
            return
        if completions.isVisible() and event.key() in _COMPLETE_KEYS:
            index = completions.currentIndex()
            if index.isValid():
                self._complete(index.data())
            completions.hide()
            return
        if not completions.isVisible() and self._recall(event):
            return
        if event.key() in _BACK_KEYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            give_back_focus(self)
            return
        super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            self._show_completions()
        else:
            completions.hide()

    def _recall(self, event: QKeyEvent) -> bool:
        """Show an earlier prompt for Up, a later one for Down; return False if the user has typed a text."""
        step = _RECALL_KEYS.get(event.key(), 0)
        if not step or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        shown = self.earlier[self._recalled] if 0 <= self._recalled < len(self.earlier) else ""
        if self.toPlainText() != shown:
            self._recalled = -1
            if self.toPlainText():
                return False
        wanted = self._recalled + step
        if not -1 <= wanted < len(self.earlier):
            return wanted >= 0 and bool(shown)
        self._recalled = wanted
        self.setPlainText(self.earlier[wanted] if wanted >= 0 else "")
        self.moveCursor(QTextCursor.MoveOperation.End)
        return True

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Ignore dropped files, which the window imports."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert text without invisible characters; a prompt with its settings is emitted as `pasted` instead."""
        if any(url.isLocalFile() for url in source.urls()):
            return
        text = _visible(source.text())
        infotext = infotext_in(text)
        if infotext is not None:
            self.pasted.emit(infotext)
        else:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Emit `entered`. An enter event would also come when the window opens under the pointer."""
        super().mouseMoveEvent(event)
        self.entered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Emit `entered`."""
        super().focusInEvent(event)
        self.entered.emit()
        self.history_wanted.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the completions."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.completions.hide()
        super().focusOutEvent(event)

    def _prefix(self) -> str:
        """Return the text before the caret that can be completed; '' if there is none."""
        before = self.toPlainText()[: self.textCursor().position()]
        part = re.sub(r"[(\[\n]", ",", before).rpartition(",")[2].lstrip()
        words = part.split(" ")
        for first in range(max(0, len(words) - self._longest), len(words)):
            prefix = " ".join(words[first:])
            if len(prefix) >= _MIN_LETTERS and self._can_complete(prefix):
                return prefix
        return ""

    def _can_complete(self, prefix: str) -> bool:
        self.completer.setCompletionPrefix(prefix)
        return self.completer.completionCount() > 0 and self.completer.currentCompletion().lower() != prefix.lower()

    def _show_completions(self) -> None:
        if not self._prefix():
            self.completions.hide()
            return
        self.completions.setCurrentIndex(self.completer.completionModel().index(0, 0))
        area = self.cursorRect()
        area.setWidth(
            self.completions.sizeHintForColumn(0) + self.completions.verticalScrollBar().sizeHint().width() + 20
        )
        self.completer.complete(area)
        # QCompleter ignores the margins that a style adds around the rows, and cuts the last row off.
        rows = min(self.completer.completionCount(), self.completer.maxVisibleItems())
        missing = rows * self.completions.sizeHintForRow(0) - self.completions.viewport().height()
        if missing > 0:
            self.completions.resize(self.completions.width(), self.completions.height() + missing)

    def _complete(self, phrase: str) -> None:
        prefix = self._prefix()
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(prefix))
        cursor.insertText(phrase)
        self.setTextCursor(cursor)


def _visible(text: str) -> str:
    """Return a text without invisible characters of web pages and PDFs, such as soft hyphens and direction marks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = (letter for letter in lines if letter in _KEPT or unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return re.sub(r"[^\S\n]", " ", "".join(kept))
