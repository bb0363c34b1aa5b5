"""The window's parts that make riffs: prompt panel, models, generation, continuation, variations."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riffdesk.engine.seed_images import seed_images
from riffdesk.ui.riff.computing.computing import Computing
from riffdesk.ui.riff.continuation import Continuation
from riffdesk.ui.riff.generation import Generation
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.riff.layer_parts import LayerParts
from riffdesk.ui.riff.playback_region import PlaybackRegion
from riffdesk.ui.riff.playing_notes import PlayingNotes
from riffdesk.ui.riff.prompt.model_choice import ModelChoice
from riffdesk.ui.riff.prompt.prompt_panel import PromptPanel
from riffdesk.ui.riff.recipe_maker import RecipeMaker
from riffdesk.ui.riff.timeline.keyframe_selection import CurrentKeyframe
from riffdesk.ui.riff.variations import Variations
from riffdesk.ui.window_parts import WindowParts


class Riffs(QObject):
    """Holds the parts that make riffs, connected with each other."""

    def __init__(self, parts: WindowParts, parent: QWidget) -> None:
        super().__init__(parent)
        sketch, settings, notice = parts.sketch, parts.settings, parts.notice
        worker = parts.render_worker
        self.worker = worker
        self.current = CurrentKeyframe(sketch, self)
        self.recipe_maker = RecipeMaker(sketch, worker, notice, seed_images(), self)
        self.panel = PromptPanel(self.current, settings, parts.defaults, self.recipe_maker)
        self.models = ModelChoice(parts, self.panel, parent)
        self.incoming = IncomingRiffs(sketch, worker, notice, self)
        self.generation = Generation(parts, self.recipe_maker, self.incoming, self)
        self.variations = Variations(parts, self.recipe_maker, self.incoming, self)
        self.continuation = Continuation(sketch, notice, self.recipe_maker, self.generation, self.incoming, self)
        self.layer_parts = LayerParts(parts, self.recipe_maker, self.incoming, parent)
        self.playing_notes = PlayingNotes(sketch, parts.render_worker, notice, self.recipe_maker, self.generation, self)
        self.playback_region = PlaybackRegion(sketch, parts.player, self.incoming, self)
        self.computing = Computing(parts, parent)
