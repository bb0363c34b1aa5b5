"""Choosing the model: the list in the prompt panel, and the settings that each model suggests."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riffdesk.diffusion.prompt.notes import words_by_kind
from riffdesk.errors import UserError
from riffdesk.language import any_of, tr
from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.model_list import list_problem
from riffdesk.models.registry import models
from riffdesk.models.suggestion import Suggestion
from riffdesk.sketch.changes import with_render
from riffdesk.sketch.events import DocumentOpened, FieldsChanged
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.ui.riff.prompt.fast_box import (
    suggestion_of,
    suited,
    with_fast,
    with_model,
    without_fast,
    without_lost_fast,
)
from riffdesk.ui.riff.prompt.prompt_panel import PromptPanel
from riffdesk.ui.window_parts import WindowParts


class ModelChoice(QObject):
    """Updates the prompt panel's list of models and words, and changes the sketch's model.

    Parameters
    ----------
    parts : WindowParts
    panel : PromptPanel
    window : QWidget
        Parent of the models dialog.
    """

    def __init__(self, parts: WindowParts, panel: PromptPanel, window: QWidget) -> None:
        super().__init__(window)
        self._panel, self._sketch = panel, parts.sketch
        self._worker, self._downloads = parts.render_worker, parts.download_worker
        self._defaults, self._settings = parts.defaults, parts.settings
        self._notice, self._window = parts.notice, window
        self._shown = self._sketch.render
        panel.model_chosen.connect(self.choose)
        panel.fast_chosen.connect(self.set_fast)
        self._on_opened()
        self._sketch.subscribe(self._on_opened, DocumentOpened)
        self._sketch.subscribe(self._on_fields, FieldsChanged)

    def refresh(self) -> None:
        """Update the list of models; a missing model or LoRA of the sketch is replaced or removed, with a message."""
        render, entries = self._sketch.render, self._models()
        names = [entry.name for entry in entries if entry.kind in ("folder", "file")]
        loras = [entry.name for entry in entries if entry.kind == "lora"]
        missing_loras = [name for name, _ in render.loras if name not in loras]
        messages = []
        if render.model not in names:
            messages.append(
                tr("There is no model called {model} here; {other} plays instead.", model=render.model, other=names[0])
            )
            render = replace(render, model=names[0])
        if missing_loras:
            missing = any_of(missing_loras)
            messages.append(tr("There is no LoRA called {names} here; riffs are made without.", names=missing))
            render = replace(render, loras=tuple(pair for pair in render.loras if pair[0] in loras))
        state = with_render(self._sketch.state, render)
        after = without_lost_fast(state) if messages else state
        if after.render.steps != render.steps or after.render.scheduler != render.scheduler:
            messages.append(
                tr(
                    "They take {steps} steps with the scheduler {scheduler} again.",
                    steps=after.render.steps,
                    scheduler=after.render.scheduler,
                )
            )
        if messages:
            self._notice.tell(" ".join(messages))
        render = after.render
        self._shown = render
        self._sketch.update(after)
        self._panel.set_models(names)
        entry = next(entry for entry in entries if entry.name == render.model)
        inversions = tuple(entry.name for entry in entries if entry.kind == "embedding")
        self._panel.set_words(words_by_kind(entry.path), tuple(loras), inversions)
        self._panel.fast.show_settings(render)

    def choose(self, name: str) -> None:
        """Change the model; settings that are the former model's suggestions become the new one's."""
        before, now = (self._suggestion_of(RenderSettings(model=model)) for model in (self._sketch.render.model, name))
        self._defaults.apply(tr("Model"), lambda state: with_model(state, name, before, now), "model")

    def set_fast(self, on: bool) -> None:
        """Make the next riffs in few steps, or in as many as the model suggests."""
        try:
            self._defaults.apply(tr("Fast"), with_fast if on else without_fast)
        except UserError as error:
            self._notice.warn(str(error))
        self._panel.fast.show_settings(self._sketch.render)

    def show_dialog(self) -> None:
        """Show the models dialog."""
        from riffdesk.ui.riff.prompt.models_dialog import ModelsDialog

        dialog = ModelsDialog(
            self._sketch, self._defaults, self._settings, self._worker, self._downloads, self._notice, self._window
        )
        dialog.ended.connect(self.refresh)
        dialog.exec()
        self.refresh()

    def _on_opened(self, _: object = None) -> None:
        self.refresh()
        if self._sketch.untouched:
            state = self._sketch.state
            as_new = Suggestion(state.render.steps, state.keyframes[0].guidance)
            self._sketch.update(suited(state, as_new, self._suggestion_of(state.render)))

    def _on_fields(self, event: FieldsChanged) -> None:
        render = self._sketch.render
        if "render" not in event.names:
            return
        if (render.model, render.loras) != (self._shown.model, self._shown.loras):
            self.refresh()
        else:
            self._panel.fast.show_settings(render)

    def _suggestion_of(self, render: RenderSettings) -> Suggestion:
        try:
            return suggestion_of(render.model, render.loras, render.scheduler)
        except UserError as error:
            self._notice.warn(str(error))
            return Suggestion()

    def _models(self) -> list[ModelEntry]:
        if problem := list_problem():
            self._notice.warn(problem)
        return models()
