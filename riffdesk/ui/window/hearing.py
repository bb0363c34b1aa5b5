"""Connects canvas, transport and playback: the playhead, the tones of tools, the selection alone, recording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QApplication, QStatusBar

from riffdesk.ui.actions import Actions
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.listening_key import ListeningKey
from riffdesk.ui.notices import Notice
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.playing.selection_playing import SelectionPlaying
from riffdesk.ui.playing.transport import TOO_LOUD, Transport
from riffdesk.ui.recording.input_meter import RecordingLine
from riffdesk.ui.recording.layer_recording import LayerRecording

if TYPE_CHECKING:
    from riffdesk.ui.library.riff_library import RiffLibrary


class HearingParts(Protocol):
    """The parts of the window that are connected; `riffdesk.ui.window.main_window.MainWindow` has them."""

    application: QApplication
    canvas: SpectrogramCanvas
    playback: Playback
    recording: LayerRecording
    selection_playing: SelectionPlaying
    transport: Transport
    notice: Notice

    @property
    def library(self) -> RiffLibrary:
        """The library, made when it is first needed."""

    actions_: Actions

    def statusBar(self) -> QStatusBar:
        """The bar at the lower edge of the window."""


def connect_hearing(parts: HearingParts) -> None:
    """Connect the canvas and the transport with playback and recording."""
    canvas, playback, recording = parts.canvas, parts.playback, parts.recording
    playback.followed.connect(parts.transport.follow_player)
    playback.moved.connect(parts.transport.show_position)
    playback.devices_changed.connect(parts.transport.list_devices)
    playback.selection = lambda: canvas.selection
    canvas.sought.connect(playback.seek)
    parts.transport.positioned.connect(canvas.set_playhead)
    parts.transport.rejected.connect(parts.notice.warn)
    parts.transport.clipped.connect(lambda: parts.notice.tell(TOO_LOUD))
    canvas.sounded.connect(playback.sound)
    canvas.scrubbed.connect(playback.scrub)
    ListeningKey(canvas, parts.actions_.by_name, parts.application, canvas)
    parts.selection_playing.selection = lambda: canvas.selection
    parts.selection_playing.leave_others = lambda: parts.library.audition.hear(None)
    recording.changed.connect(lambda: parts.actions_["actionRecord"].setChecked(recording.running))
    parts.statusBar().addPermanentWidget(RecordingLine(recording.input))
