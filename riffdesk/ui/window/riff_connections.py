"""Connects the parts that make riffs with the canvas, playback, documents and commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget

from riffdesk.audio.playing.player import Player
from riffdesk.settings import Settings
from riffdesk.sketch.events import DocumentOpened, FieldsChanged, InkChanged, LayerChanged, LayersChanged
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.actions import Actions
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.continue_button import ContinueButton
from riffdesk.ui.document.documents import Documents
from riffdesk.ui.jam.jam_line import JamLine
from riffdesk.ui.jam.jam_panel import JamPanel
from riffdesk.ui.notices import Notice
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.playing.sound_updates import SoundUpdates
from riffdesk.ui.playing.transport import Transport
from riffdesk.ui.riff.render_status import RenderStatus
from riffdesk.ui.riff.riffs import Riffs

if TYPE_CHECKING:
    from riffdesk.ui.library.riff_library import RiffLibrary


class RiffParts(Protocol):
    """The parts of the window that are connected; `riffdesk.ui.window.main_window.MainWindow` has them."""

    sketch: Sketch
    settings: Settings
    player: Player
    notice: Notice
    documents: Documents
    canvas: SpectrogramCanvas
    riffs: Riffs

    @property
    def library(self) -> RiffLibrary:
        """The library, made when it is first needed."""

    jam: JamPanel
    playback: Playback
    transport: Transport
    sound_updates: SoundUpdates
    render_status: RenderStatus
    actions_: Actions


class RiffConnections(QObject):
    """Connects signals of riffs with the other parts of the window.

    Parameters
    ----------
    parts : RiffParts
    window : QObject
        Has the dock of the jam.
    """

    def __init__(self, parts: RiffParts, window: QObject) -> None:
        super().__init__(window)
        self._parts, self._main = parts, window
        riffs = parts.riffs
        generation, panel, actions = riffs.generation, riffs.panel, parts.actions_
        panel.set_actions(actions.by_name)
        panel.rejected.connect(parts.notice.warn)
        panel.message.connect(parts.notice.tell)
        panel.prompt.entered.connect(generation.preload)
        parts.render_status.set_actions(actions.by_name)
        riffs.worker.changed.connect(self._show_rendering)
        self._show_rendering()
        parts.jam.set_actions(actions.by_name)
        self._jam_line = JamLine(actions["actionJamStop"])
        panel.below_generate.addWidget(self._jam_line)
        parts.jam.jam.changed.connect(self._show_jam)
        parts.jam.jam.paint.changed.connect(self._show_jam)
        parts.jam.jam.paint.drawn.connect(parts.canvas.show_loop)
        self._show_jam()
        parts.documents.file_import.recipe_found.connect(riffs.recipe_maker.offer_recipe)
        parts.documents.file_import.score_read.connect(riffs.recipe_maker.use_score)
        parts.sketch.subscribe(self._show_notes, DocumentOpened, LayersChanged, LayerChanged, FieldsChanged)
        notes = parts.canvas.notes
        notes.was_played, notes.part_for = riffs.recipe_maker.was_played, riffs.playing_notes.part_for
        notes.refused.connect(parts.notice.warn)
        notes.changed.connect(self._show_notes)
        riffs.playing_notes.show = lambda: actions["actionShowNotes"].setChecked(True)
        self._show_notes()
        riffs.incoming.is_painting = lambda: parts.canvas.painting
        self.continue_button = ContinueButton(
            parts.canvas, actions["actionContinueRight"], lambda: riffs.incoming.riff is not None
        )
        riffs.incoming.changed.connect(self.continue_button.look)
        riffs.incoming.previewed.connect(parts.canvas.show_preview)
        riffs.incoming.begun.connect(self._play_riff)
        riffs.incoming.changed.connect(lambda: parts.playback.update_loop())
        parts.sound_updates.handed_over.connect(lambda: parts.playback.update_loop())
        parts.transport.positioned.connect(riffs.playback_region.watch)
        riffs.continuation.shifted.connect(parts.playback.move_by)
        parts.sketch.subscribe(lambda _: riffs.variations.cancel(), DocumentOpened)
        parts.sketch.subscribe(lambda _: parts.library.audition.leave() if parts.canvas.painting else None, InkChanged)

    def _play_riff(self, sample: int) -> None:
        """Play a riff from a bar before its first section, unless something plays already."""
        parts = self._parts
        if parts.settings.play_riffs and not parts.player.playing:
            state = parts.sketch.state
            before = 60 / state.tempo * state.beats_per_bar if sample else 0.0
            parts.playback.play_from(max(0.0, sample / state.params.sample_rate - before), asked=False)

    def _show_notes(self, _: object = None) -> None:
        """Enable the commands on the notes of the layer, if it has any."""
        layer, notes, actions = self._parts.sketch.active_layer, self._parts.canvas.notes, self._parts.actions_
        has_notes = bool(layer.notes) or self._parts.riffs.recipe_maker.was_played(layer)
        for name, on in (
            ("actionExportNotes", has_notes),
            ("actionQuantise", has_notes),
            ("actionPlayNotes", notes.is_changed),
            ("actionNoteVelocity", bool(notes.selected)),
        ):
            actions[name].setEnabled(on)

    def _show_jam(self) -> None:
        """Enable the commands of a jam; show its dock when it starts."""
        parts = self._parts
        running = parts.jam.jam.running
        self._jam_line.setVisible(running)
        parts.transport.shown_seconds = parts.jam.jam.shown_seconds if parts.playback.plays_tape else None
        parts.actions_["actionJam"].setEnabled(not running)
        for name in ("actionJamStop", "actionJamFill", "actionJamAgain", "actionJamOther"):
            parts.actions_[name].setEnabled(running)
        parts.actions_["actionJamKeep8"].setEnabled(parts.jam.jam.last is not None)
        paint = parts.actions_["actionJamPaint"]
        paint.setEnabled(running and parts.jam.jam.last is not None)
        paint.setChecked(parts.jam.jam.paint.on)
        dock = self._main.findChild(QDockWidget, "jamDock")
        if running and dock is not None and dock.isHidden():
            dock.show()

    def _show_rendering(self) -> None:
        parts = self._parts
        parts.actions_["actionCancelRiff"].setEnabled(parts.riffs.worker.running is not None)
