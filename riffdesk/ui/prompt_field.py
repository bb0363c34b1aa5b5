"""A text field that completes words from what the loaded model knows."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit, QWidget

_LEAST = 2  # letters from which on something is offered
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class PromptField(QPlainTextEdit):
    """Offers phrases that go on from what is written since the last comma, or from its last word.

    Return and Tab take the phrase chosen; Tab goes on to the next field while nothing is offered.
    """

    def __init__(self, name: str, title: str, placeholder: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name, placeholderText=placeholder, accessibleName=title)
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it follows the caret by itself
        self._phrases = QStringListModel(self)
        self.completer = QCompleter(self._phrases, self)
        self.offered = QListView()
        self.offered.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.completer.setPopup(self.offered)
        self.completer.setWidget(self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.activated.connect(self._take)

    def set_phrases(self, phrases: tuple[str, ...]) -> None:
        """Offer these from now on."""
        self._phrases.setStringList(sorted(phrases))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, or take what is offered."""
        offered = self.offered
        if offered.isVisible() and event.key() in _TAKE:
            index = offered.currentIndex()
            if index.isValid():
                self._take(index.data())
            offered.hide()
            return
        super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            self._offer()
        else:
            offered.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing any more."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.offered.hide()
        super().focusOutEvent(event)

    def _begun(self) -> str:
        """Return what is written before the caret that a phrase goes on from."""
        before = self.toPlainText()[: self.textCursor().position()]
        part = before.replace("(", ",").replace("[", ",").rpartition(",")[2].lstrip()
        words = part.split(" ")
        for first in range(len(words)):
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

    def _take(self, phrase: str) -> None:
        begun = self._begun()
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun))
        cursor.insertText(phrase)
        self.setTextCursor(cursor)
