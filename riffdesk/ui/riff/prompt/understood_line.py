"""The line under the prompt that says how it was understood, where notes are composed of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riffdesk.engine.riff.score.riff_score import understood
from riffdesk.engine.seed_images import GUIDE
from riffdesk.errors import UserError
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import RANDOM_SEED, Keyframe
from riffdesk.ui.plain_text import PlainLabel, plain
from riffdesk.ui.riff.render_requests import RenderRequests
from riffdesk.ui.tips import wrapped

_REST_MS = 600  # as long as the notes about words wait
_FROM_SEED = "drawn from the seed."
_DRAWN_ANEW = "The rest is drawn anew for each riff."
_WHAT = "What will be played, as the prompt was understood"


class UnderstoodLine(PlainLabel):
    """Tells on one line what is composed of a prompt; hidden where nothing is.

    Parameters
    ----------
    requests : RenderRequests
        Knows what is asked for now.
    """

    def __init__(self, requests: RenderRequests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dim")
        self.setAccessibleName("How the prompt was understood")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._requests = requests
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS, timeout=self._tell)
        self._keyframe = Keyframe()
        self._told: Recipe | None = None
        self._text = ""
        self.hide()

    def show_keyframe(self, keyframe: Keyframe) -> None:
        """Say how a keyframe's prompt is understood, after a rest in typing; at once whether anything is composed."""
        self._keyframe = keyframe
        self.setVisible(self._requests.composes)
        if self._requests.composes:
            self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text into what room there is."""
        super().resizeEvent(event)
        self._fit()

    def _tell(self) -> None:
        if not self._requests.composes:  # any more: notes were given meanwhile
            return
        keyframe = replace(self._keyframe, seconds=0.0, seed=max(0, self._keyframe.seed))
        try:
            recipe = replace(self._requests.new_riff(), keyframes=(keyframe,), init=GUIDE)
            if recipe == self._told:
                return
            sentences = understood(recipe)
        except UserError as error:
            self._told = None
            sentences = (str(error),)
        else:
            self._told = recipe
            if self._keyframe.seed == RANDOM_SEED:
                sentences = _without_drawn(sentences)
        self._text = " ".join(sentences)
        self.setToolTip(plain(wrapped("\n".join((_WHAT + ":", *sentences)))))
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width()))


def _without_drawn(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """Return what holds for every seed."""
    kept = tuple(sentence for sentence in sentences if not sentence.endswith(_FROM_SEED))
    return kept if len(kept) == len(sentences) else (*kept, _DRAWN_ANEW)
