"""The line under the prompt that shows how it was interpreted, if notes are composed from it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riffdesk.engine.seed_images import GUIDE
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import RANDOM_SEED, Keyframe
from riffdesk.ui.plain_text import PlainLabel, plain, wrapped
from riffdesk.ui.riff.recipe_maker import RecipeMaker

_REST_MS = 600  # a pause in typing, after which the line is updated; as long as that of the hints
_DRAWN_ANEW = tr("The rest is random in each riff.")
_TIP = tr("The music that will be played, as the prompt was understood")


class InterpretationLine(PlainLabel):
    """Shows the music that will be composed from a prompt on one line; hidden if nothing is composed.

    Parameters
    ----------
    requests : RecipeMaker
        Makes the recipe of the next riff.
    """

    def __init__(self, requests: RecipeMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dim")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._requests = requests
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS, timeout=self._update_text)
        self._keyframe = Keyframe()
        self._shown: Recipe | None = None
        self._text = ""
        self.hide()

    def show_keyframe(self, keyframe: Keyframe) -> None:
        """Show the interpretation of a keyframe's prompt after a pause in typing; show or hide the line at once."""
        self._keyframe = keyframe
        if self._requests.composes:
            if self.isHidden():  # what it showed before is of another prompt
                self._shown = None
                self._show(())
            self._rest.start()
        self.setVisible(self._requests.composes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the width of the line."""
        super().resizeEvent(event)
        self._elide()

    def _update_text(self) -> None:
        from riffdesk.engine.riff.score.riff_score import understood

        if not self._requests.composes:  # notes of a file were given in the meantime
            return
        keyframe = replace(self._keyframe, seconds=0.0, seed=max(0, self._keyframe.seed))
        try:
            recipe = replace(self._requests.new_riff(), keyframes=(keyframe,), init=GUIDE)
            if recipe == self._shown:
                return
            sentences = understood(recipe)
        except UserError as error:
            self._shown = None
            sentences = (str(error),)
        else:
            self._shown = recipe
            if self._keyframe.seed == RANDOM_SEED:
                sentences = _without_drawn(sentences)
        self._show(sentences)

    def _show(self, sentences: tuple[str, ...]) -> None:
        self._text = " ".join(sentences)
        self.setAccessibleName(self._text)
        self.setToolTip(plain(wrapped("\n".join((_TIP + ":", *sentences)))) if sentences else "")
        self._elide()

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width()))


def _without_drawn(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sentences that hold for every seed."""
    from riffdesk.compose.words.requested import DrawnSentence

    kept = tuple(sentence for sentence in sentences if not isinstance(sentence, DrawnSentence))
    return kept if len(kept) == len(sentences) else (*kept, _DRAWN_ANEW)
