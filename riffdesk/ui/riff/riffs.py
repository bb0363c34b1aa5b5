"""The parts of the window that make riffs: prompt panel, models, generation, continuing, variations."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riffdesk.audio.playing.player import Player
from riffdesk.engine.seed_images import seed_images
from riffdesk.settings import Settings
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
        self.worker = worker
        self.current = CurrentKeyframe(sketch, self)
        self.panel = PromptPanel(self.current, settings, defaults, tuple(starts))
        self.models = ModelChoice(self.panel, self.current, worker, downloads, defaults, settings, notice, parent)
        self.render_requests = RenderRequests(sketch, worker, notice, starts, self)
        self.incoming = IncomingRiffs(sketch, worker, notice, self)
        self.generation = Generation(sketch, worker, settings, notice, self.render_requests, self.incoming, self)
        self.continuing = Continuing(sketch, notice, self.render_requests, self.generation, self.incoming, self)
        self.playback_region = PlaybackRegion(sketch, player, self.incoming, self)
        self.variations = VariationsPanel()
