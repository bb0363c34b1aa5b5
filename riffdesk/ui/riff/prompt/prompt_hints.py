"""The line under the prompt: what of it is not understood, and a menu of the words that the model knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from riffdesk.diffusion.prompt.notes import notes_of
from riffdesk.ui.plain_text import PlainLabel, menu_text, plain

_REST_MS = 600  # nothing is said of a word that is only half written


class PromptHints(PlainLabel):
    """Tells on one line what a prompt says that nobody understands; its button offers what is understood."""

    chosen = Signal(str)
    """A phrase that the user picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dim")
        self.setAccessibleName("About the prompt")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self)
        self.button = QToolButton(objectName="words", text="Words", accessibleName="Words that the model knows")
        self.button.setToolTip("Words that the model knows: click one to add it to the prompt")
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS, timeout=self._tell)
        self._prompt: str | None = None
        self._notes: tuple[str, ...] = ()
        self._phrases: tuple[str, ...] = ()
        self._loras: tuple[str, ...] = ()
        self.set_words({}, (), ())

    def set_words(
        self, words: Mapping[str, tuple[str, ...]], loras: tuple[str, ...], inversions: tuple[str, ...]
    ) -> None:
        """Offer a model's phrases by kind, and know the names of LoRAs and textual inversions."""
        phrases = tuple(phrase for phrases in words.values() for phrase in phrases)
        self._phrases = (*phrases, *inversions) if phrases else ()
        self._loras = loras
        self.menu.clear()
        for kind, phrases in words.items():
            part = self.menu.addMenu(kind.capitalize())
            part.setStyleSheet("QMenu { menu-scrollable: 1; }")
            for phrase in phrases:
                part.addAction(menu_text(phrase)).triggered.connect(partial(self._choose, phrase))
        self.button.setEnabled(bool(words))
        self._tell()

    def _choose(self, phrase: str) -> None:
        self.chosen.emit(phrase)

    def show_prompt(self, prompt: str) -> None:
        """Say what is not understood of a prompt, after a rest in typing."""
        if prompt != self._prompt:
            self._prompt = prompt
            self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the note into what room there is."""
        super().resizeEvent(event)
        self._fit()

    def _tell(self) -> None:
        notes = () if self._prompt is None else notes_of(self._prompt, self._loras, self._phrases)
        self._notes = notes
        self.setToolTip(plain("\n".join(notes)))
        self._fit()

    def _fit(self) -> None:
        first, *more = self._notes or ("",)
        text = f"{first} (+{len(more)})" if more else first
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
