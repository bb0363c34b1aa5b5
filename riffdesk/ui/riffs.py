"""The riff's corner of the window: prompt panel, models, generation and variations, and what connects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget, QWidget

from riffdesk.engine.request import RenderResult
from riffdesk.engine.seeds import seed_images
from riffdesk.settings import Settings
from riffdesk.sketch.edits import Change
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.generation import Generation
from riffdesk.ui.keyframes import CurrentKeyframe
from riffdesk.ui.models import Models
from riffdesk.ui.notify import Notice
from riffdesk.ui.prompt_panel import PromptPanel
from riffdesk.ui.variations import VariationsPanel
from riffdesk.ui.worker import Worker

if TYPE_CHECKING:
    from riffdesk.ui.main_window import MainWindow


class Riffs(QObject):
    """Everything between a prompt and a layer.

    Parameters
    ----------
    worker : Worker
        For rendering alone.
    """

    def __init__(self, sketch: Sketch, worker: Worker, settings: Settings, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        starts = seed_images()
        self._worker = worker
        self.current = CurrentKeyframe(sketch, self)
        self.panel = PromptPanel(self.current, settings, tuple(starts))
        self.models = Models(self.panel, self.current, worker, settings, notice, parent)
        self.generation = Generation(sketch, worker, settings, notice, starts, self)
        self.variations = VariationsPanel()

    def join(self, window: MainWindow) -> None:
        """Connect it with the rest of the window, when that is there."""
        self._window = window
        generation, panel, actions, variations = self.generation, self.panel, window.actions_, self.variations
        real = actions["actionMakeReal"], actions["actionMakeAllReal"]
        panel.set_actions(actions["actionGenerate"], actions["actionVariations"], actions["actionRepaint"], real)
        panel.cancel.clicked.connect(generation.cancel)
        self._worker.changed.connect(self._show_rendering)
        self._show_rendering()
        generation.settings_changed.connect(self.models.refresh)
        generation.settings_changed.connect(panel.show_settings)
        window.documents.recipe_found.connect(generation.found_recipe)
        generation.hand_is_busy = lambda: window.canvas.painting
        generation.previewed.connect(window.canvas.show_preview)
        generation.varying.connect(self._show_variations)
        generation.varied.connect(variations.put)
        variations.kept.connect(lambda result: generation.add(result))
        variations.auditioned.connect(self._audition)
        window.sketch.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        if change.what == "document":  # which is what is to be heard from now on
            self.variations.leave()

    def _show_rendering(self) -> None:
        busy = self._worker.running is not None
        self.panel.cancel.setEnabled(busy)
        self._window.actions_["actionCancelRiff"].setEnabled(busy)
        if not busy:
            self.variations.stop()

    def _show_variations(self, seeds: tuple[int, ...]) -> None:
        self.variations.begin(seeds)
        dock = self._window.findChild(QDockWidget, "variationsDock")
        if dock is not None:
            dock.show()
            self.variations.list.setFocus()

    def _audition(self, result: RenderResult | None, with_sketch: bool) -> None:
        """Hear a variation from its beginning, or the sketch again."""
        window = self._window
        window.sounding.audition(None if result is None else result.audio, with_sketch)
        window.set_loop(window.settings.loop)
        if result is None:
            window.player.stop()
        else:
            window.player.play(0)
        window.show_playing()
