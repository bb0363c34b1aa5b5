"""The parts of the window that its commands use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from riffdesk.settings import Settings
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.accessible import PartFocus
from riffdesk.ui.canvas.bars.modifier_bar import ModifierBar
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.editing import Editing
from riffdesk.ui.canvas.tool_panel import ToolPanel
from riffdesk.ui.canvas.tools.tool import Tool
from riffdesk.ui.document.documents import Documents
from riffdesk.ui.document.layers_panel import LayersPanel
from riffdesk.ui.document.snapshot_bar import SnapshotBar
from riffdesk.ui.help.help import Help
from riffdesk.ui.jam.jam_panel import JamPanel
from riffdesk.ui.notices import Notice
from riffdesk.ui.playing.metronome import Metronome
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.playing.selection_playing import SelectionPlaying
from riffdesk.ui.recording.layer_recording import LayerRecording
from riffdesk.ui.riff.riffs import Riffs

if TYPE_CHECKING:
    from riffdesk.ui.library.riff_library import RiffLibrary


class CommandParts(Protocol):
    """The parts and methods that commands use; `riffdesk.ui.window.main_window.MainWindow` has them."""

    sketch: Sketch
    documents: Documents
    canvas: SpectrogramCanvas
    editing: Editing
    layers: LayersPanel
    riffs: Riffs

    @property
    def library(self) -> RiffLibrary:
        """The library, made when it is first needed."""

    playback: Playback
    recording: LayerRecording
    jam: JamPanel
    selection_playing: SelectionPlaying
    snapshot_bar: SnapshotBar
    metronome: Metronome
    help: Help
    part_focus: PartFocus
    modifier_bar: ModifierBar
    tool_panel: ToolPanel
    tools: dict[str, Tool]
    settings: Settings
    notice: Notice

    def select_tool(self, on: bool) -> None:
        """Activate the tool of the checked action."""

    def resize_tip(self, factor: float) -> None:
        """Multiply the size of the active tool's tip by a factor."""

    def set_play_riffs(self, on: bool) -> None:
        """Set whether a riff plays as soon as its first section is ready."""

    def select_quality(self, on: bool) -> None:
        """Set the sound quality to that of the checked action."""

    def set_light(self, on: bool) -> None:
        """Switch to the light or the dark theme."""

    def escape(self) -> None:
        """Cancel the stroke in progress, or leave the tour, or clear the selection."""

    def close(self) -> bool:
        """Close the window."""
