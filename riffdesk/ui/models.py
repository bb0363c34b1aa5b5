"""Which model plays: the list in the prompt panel, what suits each model, and the dialog that manages them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riffdesk import strict_json
from riffdesk.diffusion.model import Suggestion
from riffdesk.diffusion.model_list import list_problem
from riffdesk.diffusion.registry import ModelEntry, describe, models
from riffdesk.errors import UserError
from riffdesk.settings import Settings
from riffdesk.sketch.edits import Change
from riffdesk.ui.keyframes import CurrentKeyframe
from riffdesk.ui.models_dialog import ModelsDialog
from riffdesk.ui.notify import Notice
from riffdesk.ui.prompt_panel import PromptPanel
from riffdesk.ui.worker import Worker

_WORDS_FILE = "prompt_words.json"


class Models(QObject):
    """Keeps the prompt panel in step with the models that there are.

    Parameters
    ----------
    worker : Worker
        The one that renders, which holds the model that was used last.
    """

    def __init__(
        self,
        panel: PromptPanel,
        current: CurrentKeyframe,
        worker: Worker,
        settings: Settings,
        notice: Notice,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panel, self._sketch, self._worker = panel, current.sketch, worker
        self._settings, self._notice, self._window = settings, notice, window
        self._suggestion = self._suggestion_of(settings.model)
        panel.model_chosen.connect(self.choose)
        self.refresh()
        self._sketch.subscribe(self._on_change)
        self._on_change(Change("document"))

    def refresh(self) -> None:
        """Look again which models there are; one that is not here is not asked for any more."""
        settings, entries = self._settings, self._models()
        names = [entry.name for entry in entries if entry.kind != "lora"]
        loras = [entry.name for entry in entries if entry.kind == "lora"]
        gone = [name for name, _ in settings.lora_weights if name not in loras]
        told = []
        if settings.model not in names:
            told.append(f"There is no model called {settings.model} here; {names[0]} plays instead.")
        if gone:
            told.append(f"There is no LoRA called {' or '.join(gone)} here; riffs are made without.")
            settings.loras = [f"{name}:{weight:g}" for name, weight in settings.lora_weights if name in loras]
        if told:
            self._notice.tell(" ".join(told))
        self._panel.set_models(names)
        self._suggestion = self._suggestion_of(settings.model)
        self._panel.set_phrases(_phrases(self._entry(settings.model)))

    def choose(self, name: str) -> None:
        """Play with another model from now on; settings that the former one suggested become what this one suggests."""
        before, self._settings.model = self._suggestion, name
        self._suggestion = self._suggestion_of(name)
        self._suit(before)
        self._panel.set_phrases(_phrases(self._entry(name)))

    def show_dialog(self) -> None:
        """Add, get and remove models."""
        dialog = ModelsDialog(self._settings, self._worker, self._notice, self._window)
        dialog.ended.connect(self.refresh)
        dialog.exec()
        self.refresh()

    def _on_change(self, change: Change) -> None:
        if change.what == "document" and self._sketch.untouched:
            state = self._sketch.state
            self._suit(Suggestion(state.steps, state.keyframes[0].guidance))

    def _suit(self, before: Suggestion) -> None:
        """Bring steps and guidance from what one model suggests to what the present one does."""
        state, now = self._sketch.state, self._suggestion
        keyframes = tuple(
            replace(one, guidance=now.guidance) if one.guidance == before.guidance else one for one in state.keyframes
        )
        steps = now.steps if state.steps == before.steps else state.steps
        if (keyframes, steps) == (state.keyframes, state.steps):
            return
        if self._sketch.untouched:  # nobody has done anything that could be undone
            self._sketch.become(replace(state, keyframes=keyframes, steps=steps))
            self._sketch.tell(Change("state"))
        else:
            self._sketch.change("Model", keyframes=keyframes, steps=steps)

    def _suggestion_of(self, name: str) -> Suggestion:
        entry = self._entry(name)
        try:
            return describe(entry).suggestion if entry is not None else Suggestion()
        except UserError as error:
            self._notice.warn(str(error))
            return Suggestion()

    def _entry(self, name: str) -> ModelEntry | None:
        return next((entry for entry in self._models() if entry.name == name), None)

    def _models(self) -> list[ModelEntry]:
        if problem := list_problem():
            self._notice.warn(problem)
        return models()


def _phrases(entry: ModelEntry | None) -> tuple[str, ...]:
    """Return what a model says that it knows; nothing, if it does not say."""
    try:
        words = strict_json.read(entry.path / _WORDS_FILE) if entry is not None else {}
        return tuple(dict.fromkeys(str(phrase) for group in words.values() for phrase in group))
    except (OSError, ValueError, AttributeError):
        return ()
