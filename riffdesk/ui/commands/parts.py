"""The parts of the window that its commands act on."""

from __future__ import annotations

from typing import Protocol

from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.editing import Editing
from riffdesk.ui.canvas.tools.tool import Tool
from riffdesk.ui.document.documents import Documents
from riffdesk.ui.document.layers_panel import LayersPanel
from riffdesk.ui.help.help import Help
from riffdesk.ui.playing.metronome import Metronome
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.riff.riffs import Riffs


class CommandParts(Protocol):
    """What commands act on; `riffdesk.ui.window.main_window.MainWindow` has it."""

    sketch: Sketch
    documents: Documents
    canvas: SpectrogramCanvas
    editing: Editing
    layers: LayersPanel
    riffs: Riffs
    playback: Playback
    metronome: Metronome
    help: Help
    tools: dict[str, Tool]

    def take_tool(self, on: bool) -> None:
        """Take the tool in hand whose action is checked."""

    def resize_mark(self, factor: float) -> None:
        """Make the mark of the tool in hand larger or smaller."""

    def set_play_riffs(self, on: bool) -> None:
        """Play a riff as soon as there is any of it, or not."""

    def take_quality(self, on: bool) -> None:
        """Refine drafts to the quality whose action is checked."""

    def set_light(self, on: bool) -> None:
        """Change between light and dark."""

    def escape(self) -> None:
        """Take back the stroke, leave the tour, or select nothing."""

    def close(self) -> bool:
        """Close the window."""
