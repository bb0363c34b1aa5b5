"""Hints about words of the prompt that the model does not know, and a menu of the words that it knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from riffdesk.diffusion.prompt.notes import notes_of
from riffdesk.language import capital, tr, translated
from riffdesk.ui.plain_text import PlainLabel, menu_text, plain

_REST_MS = 600  # a pause in typing, after which the hints are updated


class PromptHints(PlainLabel):
    """One line of hints about unknown words and syntax; ``button`` opens the menu of known words."""

    chosen = Signal(str)
    """The phrase that the user has chosen from the menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dim")
        self.setAccessibleDescription(tr("About the prompt"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self, aboutToShow=self._fill_menu)
        self.menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.button = QToolButton(objectName="words", text=tr("Words"), accessibleName=tr("Words that the model knows"))
        self.button.setToolTip(tr("Words that the model knows: click one to add it to the prompt"))
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.composes: Callable[[], bool] = lambda: False
        """Whether notes are composed of the prompt, which needs no word that the model knows."""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS, timeout=self._update_hints)
        self._prompt: str | None = None
        self._hints: tuple[str, ...] = ()
        self._phrases: tuple[str, ...] = ()
        self._words: Mapping[str, tuple[str, ...]] = {}
        self._loras: tuple[str, ...] = ()
        self.set_words({}, (), ())

    def set_words(
        self, words: Mapping[str, tuple[str, ...]], loras: tuple[str, ...], inversions: tuple[str, ...]
    ) -> None:
        """Set the known words.

        Parameters
        ----------
        words : mapping of str to tuple of str
            Phrases that the model knows, by kind; a submenu for each.
        loras, inversions : tuple of str
            Names of LoRAs and textual inversions.
        """
        phrases = tuple(phrase for phrases in words.values() for phrase in phrases)
        self._phrases = (*phrases, *inversions) if phrases else ()
        self._loras = loras
        self._words = words
        self.menu.clear()
        self.button.setEnabled(bool(words))
        self._update_hints()

    def _fill_menu(self) -> None:
        """Fill the menu when it is opened, as it has hundreds of words."""
        if not self.menu.isEmpty():
            return
        for kind, phrases in self._words.items():
            part = self.menu.addMenu(capital(translated(kind)))
            part.setStyleSheet("QMenu { menu-scrollable: 1; }")
            for phrase in phrases:
                part.addAction(menu_text(phrase)).setData(phrase)

    def show_prompt(self, prompt: str) -> None:
        """Show the hints about a prompt, after a pause in typing."""
        if prompt != self._prompt:
            self._prompt = prompt
            self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the hint to the width of the line."""
        super().resizeEvent(event)
        self._elide()

    def _update_hints(self) -> None:
        prompt = self._prompt or ""
        has_interpretation = not prompt.strip() and self.composes()  # how notes are composed of an empty prompt
        if self._prompt is None or has_interpretation:
            hints: tuple[str, ...] = ()
        else:
            hints = notes_of(prompt, self._loras, self._known_phrases())
        self._hints = hints
        self.setAccessibleName("\n".join(hints))
        self.setToolTip(plain("\n".join(hints)))
        self._elide()

    def _known_phrases(self) -> tuple[str, ...]:
        if not self._phrases or not self.composes():
            return self._phrases
        from riffdesk.compose.words.phrases import known_phrases

        return (*self._phrases, *known_phrases())

    def _elide(self) -> None:
        first, *more = self._hints or ("",)
        text = f"{first} (+{len(more)})" if more else first
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
