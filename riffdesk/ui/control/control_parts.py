"""The parts of the window that are controlled from outside."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from riffdesk.audio.playing.player import Player
from riffdesk.settings import Settings
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.actions import Actions
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.tool_panel import ToolPanel
from riffdesk.ui.canvas.tools.tool import Tool
from riffdesk.ui.jam.jam_panel import JamPanel
from riffdesk.ui.notices import Notice
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.playing.transport import Transport


class ControlParts(Protocol):
    """The parts that are controlled; `riffdesk.ui.window.main_window.MainWindow` has them."""

    sketch: Sketch
    player: Player
    settings: Settings
    notice: Notice
    playback: Playback
    transport: Transport
    canvas: SpectrogramCanvas
    jam: JamPanel
    tools: dict[str, Tool]
    tool_panel: ToolPanel
    actions_: Actions

    @property
    def left(self) -> SignalInstance:
        """The window is closed."""
