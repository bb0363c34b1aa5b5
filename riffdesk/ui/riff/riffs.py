"""The riff's corner of the window: prompt panel, models, generation and variations, and what connects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget, QWidget

from riffdesk.audio.playing.player import Player
from riffdesk.engine.events import RenderResult
from riffdesk.engine.seed_images import seed_images
from riffdesk.settings import Settings
from riffdesk.sketch.events import DocumentOpened
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.document.render_defaults import RenderDefaults
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.continuing import Continuing
from riffdesk.ui.riff.generation import Generation
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.riff.playback_region import PlaybackRegion
from riffdesk.ui.riff.prompt.model_choice import ModelChoice
from riffdesk.ui.riff.prompt.prompt_panel import PromptPanel
from riffdesk.ui.riff.render_requests import RenderRequests
from riffdesk.ui.riff.timeline.keyframe_selection import CurrentKeyframe
from riffdesk.ui.riff.variations import VariationsPanel
from riffdesk.ui.worker import Worker

if TYPE_CHECKING:
    from riffdesk.ui.window.main_window import MainWindow


class Riffs(QObject):
    """Everything between a prompt and a layer.

    Parameters
    ----------
    worker : Worker
        For rendering alone.
    downloads : Worker
        For getting models.
    """

    def __init__(
        self,
        sketch: Sketch,
        player: Player,
        worker: Worker,
        downloads: Worker,
        settings: Settings,
        defaults: RenderDefaults,
        notice: Notice,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        starts = seed_images()
        self._worker, self._settings = worker, settings
        self.current = CurrentKeyframe(sketch, self)
        self.panel = PromptPanel(self.current, settings, defaults, tuple(starts))
        self.models = ModelChoice(self.panel, self.current, worker, downloads, defaults, settings, notice, parent)
        self.render_requests = RenderRequests(sketch, worker, notice, starts, self)
        self.incoming = IncomingRiffs(sketch, worker, notice, self)
        self.generation = Generation(sketch, worker, settings, notice, self.render_requests, self.incoming, self)
        self.continuing = Continuing(sketch, notice, self.render_requests, self.generation, self.incoming, self)
        self.playback_region = PlaybackRegion(sketch, player, self.incoming, self)
        self.variations = VariationsPanel()

    def join(self, window: MainWindow) -> None:
        """Connect it with the rest of the window, when that is there."""
        self._window = window
        generation, panel, actions, variations = self.generation, self.panel, window.actions_, self.variations
        panel.set_actions(actions.by_name)
        panel.refused.connect(window.notice.warn)
        panel.told.connect(window.notice.tell)
        panel.prompt.entered.connect(generation.get_ready)
        window.render_status.set_actions(actions.by_name)
        self._worker.changed.connect(self._show_rendering)
        self._show_rendering()
        window.documents.recipe_found.connect(self.render_requests.found_recipe)
        self.incoming.hand_is_busy = lambda: window.canvas.painting
        self.incoming.previewed.connect(window.canvas.show_preview)
        self.incoming.begun.connect(self._hear_riff)
        self.incoming.changed.connect(lambda: window.set_loop(self._settings.loop))
        window.sound_updates.handed_over.connect(lambda: window.set_loop(self._settings.loop))
        window.transport.positioned.connect(self.playback_region.watch)
        self.continuing.came_later.connect(self._come_later)
        generation.varying.connect(self._show_variations)
        generation.varied.connect(variations.put)
        variations.kept.connect(lambda result: generation.add(result))
        variations.auditioned.connect(self._audition)
        window.sketch.subscribe(lambda _: variations.leave(), DocumentOpened)  # which is to be heard from now on

    def _hear_riff(self, sample: int) -> None:
        """Play a riff as soon as there is any of it, from a bar before what is new, unless something plays already."""
        window = self._window
        if self._settings.play_riffs and not window.player.playing:
            state = window.sketch.state
            before = 60 / state.tempo * state.beats_per_bar if sample else 0.0
            window.play_from(max(0.0, sample / state.params.sample_rate - before), asked=False)

    def _come_later(self, seconds: float) -> None:
        """Leave the playhead where it is in the music."""
        player = self._window.player
        self._window.seek(player.position / player.sample_rate + seconds)

    def _show_rendering(self) -> None:
        busy = self._worker.running is not None
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
        window.sound_updates.audition(None if result is None else result.audio, with_sketch)
        window.set_loop(window.settings.loop)
        if result is None:
            window.player.stop()
        else:
            window.player.play(0)
        window.show_playing()
