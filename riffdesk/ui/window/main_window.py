"""The main window: creates the canvas, panels and bars, and connects them."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from riffdesk.audio.playing.player import Player
from riffdesk.engine.layer_sound import warm_up
from riffdesk.engine.requests import with_compiled
from riffdesk.errors import UserError
from riffdesk.language import tr, within
from riffdesk.settings import SettingsFile
from riffdesk.sketch.events import DocumentOpened, FieldsChanged, HistoryChanged
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import NEW_BARS, empty_state
from riffdesk.ui import theme
from riffdesk.ui.accessible import PartFocus, name_buttons
from riffdesk.ui.actions import Actions
from riffdesk.ui.button_keys import press_by_return
from riffdesk.ui.canvas.bars.modifier_bar import ModifierBar
from riffdesk.ui.canvas.bars.tool_bar import ToolBar
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.canvas.editing import Editing
from riffdesk.ui.canvas.example_button import ExampleButton
from riffdesk.ui.canvas.readout import Readout
from riffdesk.ui.canvas.selection_bar import BESIDE_SELECTION, SelectionBar
from riffdesk.ui.canvas.tool_panel import ToolPanel
from riffdesk.ui.canvas.tools.all_tools import all_tools
from riffdesk.ui.commands.command_table import ON_ANY_SELECTION, ON_SELECTION, commands
from riffdesk.ui.commands.menus import make_menus
from riffdesk.ui.commands.playing_commands import QUALITIES
from riffdesk.ui.commands.switches import check_switches
from riffdesk.ui.control.control_panel import ControlPanel
from riffdesk.ui.document.documents import Documents
from riffdesk.ui.document.layers_panel import LayersPanel
from riffdesk.ui.document.recent_files import RecentMenu
from riffdesk.ui.document.snapshot_bar import SnapshotBar
from riffdesk.ui.document.versions_menu import VersionsMenu
from riffdesk.ui.file_drop import FileDrop
from riffdesk.ui.help.help import Help
from riffdesk.ui.help.shortcuts import Shortcuts
from riffdesk.ui.icons import icon
from riffdesk.ui.jam.jam_panel import JamPanel
from riffdesk.ui.notices import Notice
from riffdesk.ui.playing.metronome import Metronome
from riffdesk.ui.playing.output_bar import OutputBar
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.playing.selection_playing import SelectionPlaying
from riffdesk.ui.playing.sound_drag import SoundDrag
from riffdesk.ui.playing.sound_updates import SoundUpdates
from riffdesk.ui.playing.transport import Transport
from riffdesk.ui.recording.layer_recording import LayerRecording
from riffdesk.ui.recovery.autosave import Autosave
from riffdesk.ui.recovery.riff_recovery import RiffRecovery
from riffdesk.ui.recovery.sketch_recovery import SketchRecovery
from riffdesk.ui.render_defaults import RenderDefaults
from riffdesk.ui.riff.render_status import RenderStatus
from riffdesk.ui.riff.riffs import Riffs
from riffdesk.ui.riff.timeline.seed_timeline import SeedTimeline
from riffdesk.ui.window.deferred_making import DeferredMaking
from riffdesk.ui.window.docks import RIGHT, add_docks, window_docks
from riffdesk.ui.window.hearing import connect_hearing
from riffdesk.ui.window.memory_trimming import HeapTrimmer
from riffdesk.ui.window.progress_line import ProgressLine
from riffdesk.ui.window.riff_connections import RiffConnections
from riffdesk.ui.window.shutdown import Shutdown
from riffdesk.ui.window_parts import WindowParts
from riffdesk.ui.worker import Worker, close_all

if TYPE_CHECKING:
    from riffdesk.ui.library.riff_library import RiffLibrary

_LAYOUT_VERSION = 3


class MainWindow(QMainWindow):
    """The window with one sketch. Its attributes are the parts that commands and tests use."""

    left = Signal()
    """The window is closed."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.application = application  # must outlive the window
        self._settings_file = SettingsFile()
        self.settings = self._settings_file.load()
        self._look = theme.apply(application, self.settings.theme)  # before widgets exist
        self.sketch = Sketch()
        self.worker, self.sound_worker = Worker(self), Worker(self, urgent=True)
        self.render_worker, self.download_worker, self.edit_worker = Worker(self), Worker(self), Worker(self)
        self.render_worker.prepare = lambda request: with_compiled(request, self.settings.compile_model)
        self.player = Player(latency=self.settings.latency_ms / 1000)
        self.metronome = Metronome(self.sketch, self.player, self.settings, self)
        self._centre = QWidget()
        self.notice = Notice(self._centre)
        self.defaults = RenderDefaults(self.sketch, self.settings)
        self.sketch.history.limit = self.settings.history_mib * 2**20
        self.sketch.open(empty_state(render=self.defaults.new(), bars=NEW_BARS), new=True)
        workers = self.worker, self.sound_worker, self.render_worker, self.download_worker, self.edit_worker
        self.parts = parts = WindowParts(self.sketch, self.player, self.settings, self.defaults, self.notice, *workers)
        self.documents = Documents(parts, self)
        self.tools = {tool.info.object_name: tool for tool in all_tools()}
        if self.settings.tool not in self.tools:
            self.settings.tool = "toolBrush"
        self.canvas = SpectrogramCanvas(self.sketch, self.settings, self.tools[self.settings.tool])
        self.editing = Editing(parts, self.canvas, self)
        self.playback = Playback(parts, self.metronome, self)
        self.recording = LayerRecording(parts, self.playback, self)
        self.selection_playing = SelectionPlaying(parts, self.playback, self)
        self.snapshot_bar = SnapshotBar(parts, self.documents.snapshots)
        self.riffs = Riffs(parts, self)
        self.jam = JamPanel(parts, self.riffs.recipe_maker, self.playback)
        self.current, self.prompt_panel = self.riffs.current, self.riffs.panel
        self.riff_recovery = RiffRecovery(parts, self.documents, self.riffs, self)
        self.autosave = Autosave(self.sketch, self.documents, self.riffs.incoming, self.notice, self)
        self.recovery = SketchRecovery(parts, self.documents, self.autosave, self.riffs.incoming, self.riff_recovery)
        self.help = Help(self, self)
        self.actions_ = Actions(self, commands(self))
        self.actions_.set_look(self._look)
        self.actions_.group(*QUALITIES)
        self._make_window()
        self._connect()
        self._restore()
        for problem in filter(None, (self._settings_file.notice, self.shortcuts.apply())):
            self.notice.warn(problem)
        first = self.transport.list_devices, self.actions_.show_tips
        last = self.jam.make, lambda: self.library, self.control.open_chosen, self.recording.offer_kept
        DeferredMaking(self, (*first, *self.tool_panel.page_steps(), *last, lambda: name_buttons(self)))

    @property
    def first_start(self) -> bool:
        """Whether no settings file existed."""
        return self._settings_file.is_new

    # Construction

    @cached_property
    def library(self) -> RiffLibrary:
        """The library, which is made after the window's first picture or when it is first needed."""
        from riffdesk.ui.library.riff_library import RiffLibrary

        library = RiffLibrary(self.parts, self.riffs, self)
        library.panel.set_look(self._look)
        library.connect_with(self.canvas, self.playback)
        self.jam.jam.kept.connect(library.keeper.keep_jam)
        self._library_dock.setWidget(library.panel)
        return library

    def _make_window(self) -> None:
        actions = self.actions_
        self.transport: Transport = Transport(self.sketch, self.player, self.settings)
        self.tool_panel: ToolPanel = ToolPanel(self.settings, self.tools.values())
        self.modifier_bar = ModifierBar(self.settings, actions.by_name, self.tool_panel.refresh)
        self.layers = LayersPanel(self.sketch, self.notice)
        self.timeline = SeedTimeline(self.current, self.canvas)
        self.render_status = RenderStatus(self.sketch, self.timeline, self.riffs)
        self.readout = Readout(self.sketch)
        column = QVBoxLayout(self._centre, spacing=4)
        column.setContentsMargins(6, 4, 6, 0)
        column.addWidget(self.recovery)
        column.addWidget(self.modifier_bar)
        column.addWidget(self.canvas, 1)
        self.notice.keep_over(self.canvas)
        self.setCentralWidget(self._centre)
        self.progress = ProgressLine((self.worker, self.edit_worker, self.render_worker, self.download_worker))
        self.shutdown = Shutdown(self, self.worker, self.progress)
        self.statusBar().addWidget(self.readout, 1)
        self.statusBar().addPermanentWidget(self.progress)
        self.statusBar().addPermanentWidget(self.snapshot_bar)
        self.statusBar().setSizeGripEnabled(False)

        self.tool_bar = ToolBar((tool.info for tool in self.tools.values()), actions)
        self.transport.arrange(actions.by_name, self.metronome)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.transport)
        self.output_bar = OutputBar(self.transport, self)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.tool_bar)

        self.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        self.control: ControlPanel = ControlPanel(self)
        docks = window_docks(self)
        self._library_dock = docks[-1]
        add_docks(self, docks)
        self.selection_bar = SelectionBar(self.canvas, tuple(actions[name] for name in BESIDE_SELECTION))
        self.example_button = ExampleButton(self.canvas, actions["actionOpenExample"])
        self.recent = RecentMenu(self.documents, self.settings, self)
        self.versions = VersionsMenu(self.documents, self)
        self.canvas.menu_actions = make_menus(actions, self.recent, self.versions, docks)
        self.shortcuts: Shortcuts = Shortcuts(actions, self.settings, self)
        bars = self.modifier_bar, self.tool_bar, self.transport, self.output_bar, self.snapshot_bar
        self.part_focus = PartFocus(self, self.canvas, self.notice, self.recovery, *bars)

    def _connect(self) -> None:
        canvas, player = self.canvas, self.player
        self.sound_updates = SoundUpdates(self.sketch, player, self.sound_worker, self)
        self.heap = HeapTrimmer(self.sketch, player, self)
        self.sound_updates.failed.connect(self.notice.report)
        self.progress.sound_cancelled.connect(self.sound_updates.cancel)
        self.sound_updates.changed.connect(lambda: self.progress.show_sound(*self.sound_updates.pending_columns()))
        self.sketch.subscribe(self._on_opened, DocumentOpened)
        self.sketch.subscribe(self._on_history, HistoryChanged)
        self.sketch.subscribe(self._on_fields, FieldsChanged)
        self.documents.renamed.connect(self._show_title)
        self.documents.settings_changed.connect(self._save_settings)
        self.shortcuts.changed.connect(self._save_settings)
        self.help.settings_changed.connect(self._save_settings)
        self.control.settings_changed.connect(self._save_settings)
        self.layers.set_actions(self.actions_.by_name)
        canvas.hovered.connect(self.readout.show_cell)
        self.readout.about, self.readout.numbers = canvas.note_item.about, lambda: canvas.numbers
        canvas.message.connect(self.notice.tell)
        canvas.selected.connect(self._on_selected)
        connect_hearing(self)
        self.file_drop = FileDrop((self, canvas.viewport()), self)
        self.file_drop.dropped.connect(self.documents.import_paths)
        self.editing.files_pasted.connect(self.documents.import_paths)
        self.file_drop.rejected.connect(self.notice.warn)
        self.modifier_bar.changed.connect(canvas.update_cursor)
        self.tool_panel.tool_changed.connect(canvas.update_cursor)
        self.tool_panel.set_actions(self.actions_.by_name)
        self.tool_panel.view_changed.connect(canvas.follow_levels)
        canvas.measured.connect(self.tool_panel.show_levels)
        self.sound_drag = SoundDrag(self.sketch, self.worker, lambda: self.documents.name, self.notice, self)
        self.layers.grip_added.connect(self.sound_drag.watch)
        for grip in (self.transport.grip, *self.layers.grips):
            self.sound_drag.watch(grip)
        self.riff_connections = RiffConnections(self, self)
        self._connect_playback()
        self._on_history()
        self._show_quality()
        self._on_selected()

    def _connect_playback(self) -> None:
        playback = self.playback
        playback.updates, playback.available = self.sound_updates, self.riffs.playback_region.region
        self.editing.regions.numbers.play = playback.toggle
        playback.changed.connect(self.show_playing)
        playback.listen()

    def _restore(self) -> None:
        settings = self.settings
        self._apply_theme()
        self.actions_[settings.tool].setChecked(True)
        check_switches(self.actions_, settings)
        self.playback.update_loop()
        if settings.output_device:
            self.player.set_device(settings.output_device)
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableGeometry().size()))
        self.restoreGeometry(QByteArray.fromBase64(settings.window_geometry.encode()))
        self.restoreState(QByteArray.fromBase64(settings.window_state.encode()), _LAYOUT_VERSION)
        if not self._library_dock.isHidden():  # the layout at the last exit
            self._library_dock.setWidget(self.library.panel)

    def _apply_theme(self) -> None:
        panels = self.tool_panel, self.layers, self.prompt_panel, self.timeline
        for part in (self.canvas, self.transport, *panels, self.notice, self.help):
            part.set_look(self._look)
        if "library" in vars(self):
            self.library.panel.set_look(self._look)

    def warm_up(self) -> None:
        """Load the engine's libraries in advance, so that the first stroke is heard sooner."""
        self.sound_worker.submit(warm_up, self.sketch.params, tr("Getting ready"), lambda _: None, self.notice.report)

    # Events

    def _on_opened(self, _: DocumentOpened) -> None:
        self.player.stop()
        self.player.set_sample_rate(self.sketch.params.sample_rate)
        self.playback.seek(0.0)
        self._show_quality()

    def _on_history(self, _: object = None) -> None:
        self._show_title()
        undo, redo = self.sketch.history.undo_name, self.sketch.history.redo_name
        for name, step, text in (
            ("actionUndo", undo, tr("&Undo {step}", step=within(undo)) if undo else tr("&Undo")),
            ("actionRedo", redo, tr("&Redo {step}", step=within(redo)) if redo else tr("&Redo")),
        ):
            self.actions_[name].setEnabled(step is not None)
            self.actions_[name].setText(text)

    def _on_fields(self, event: FieldsChanged) -> None:
        if event.names & {"samples", "columns", "circular", "tempo", "beats_per_bar"}:
            self.actions_["actionCircular"].setChecked(self.sketch.state.circular)
            self.playback.update_loop()
        if "render" in event.names:
            self._show_quality()

    def _show_quality(self) -> None:
        quality = self.sketch.render.quality
        name = next(name for name, row in QUALITIES.items() if row[0] == quality)
        self.actions_[name].setChecked(True)

    def show_playing(self) -> None:
        """Show the state of playback on the Play button."""
        self.actions_["actionPlay"].setIcon(icon("stop" if self.player.playing else "play", self._look))

    def _show_title(self) -> None:
        name = self.documents.name.replace("[*]", "[*][*]")  # Qt replaces a single [*] by the mark of changes
        self.setWindowTitle(f"{name}[*] — riffdesk")
        self.setWindowModified(self.sketch.modified)

    # Commands

    def set_play_riffs(self, on: bool) -> None:
        """Set whether a riff plays as soon as its first section is ready."""
        self.settings.play_riffs = on

    def select_quality(self, on: bool) -> None:
        """Set the sound quality to that of the checked action."""
        if on:
            chosen = (row[0] for name, row in QUALITIES.items() if self.actions_[name].isChecked())
            self.defaults.change(quality=next(chosen, "good"))

    def _on_selected(self) -> None:
        self.playback.update_loop()
        for name in ON_SELECTION:
            self.actions_[name].setEnabled(self.canvas.selection is not None)
        for name in ON_ANY_SELECTION:
            self.actions_[name].setEnabled(self.canvas.has_selection)

    # Tools

    def select_tool(self, on: bool) -> None:
        """Activate the tool of the checked action."""
        name = next((name for name in self.tools if self.actions_[name].isChecked()), None)
        if on and name is not None:
            self.settings.tool = name
            self.canvas.set_tool(self.tools[name])
            self.tool_panel.show_tool(name)
            self.modifier_bar.show_tool(self.tools[name].info)

    def resize_tip(self, factor: float) -> None:
        """Multiply the size of the active tool's tip by a factor."""
        self.canvas.tool.resize(self.settings, factor)
        self.canvas.update_cursor()
        self.tool_panel.refresh()

    # Window

    def escape(self) -> None:
        """Cancel the stroke in progress, or leave the tour, or clear the selection."""
        if self.canvas.painting or not self.help.leave_tour():
            self.editing.escape()

    def set_light(self, on: bool) -> None:
        """Switch to the light or the dark theme."""
        self.settings.theme = "light" if on else "dark"
        self._look = theme.apply(self.application, self.settings.theme)
        self._apply_theme()
        self.actions_.set_look(self._look)

    def _save_settings(self) -> None:
        with self.notice.reporting_errors():
            self._settings_file.save(self.settings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button with Return, or run a command whose key is written with AltGr."""
        if not press_by_return(self.focusWidget(), event) and not self.shortcuts.press_character(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for files that are being written, ask about unsaved changes, store the layout, stop all threads."""
        if not self.shutdown.may_close() or (
            self.shutdown.asks and not self.documents.may_leave(lambda: QTimer.singleShot(0, self.close))
        ):
            event.ignore()
            return
        self.settings.window_geometry = self.saveGeometry().toBase64().toStdString()
        self.settings.window_state = self.saveState(_LAYOUT_VERSION).toBase64().toStdString()
        try:
            self._settings_file.save(self.settings)
        except UserError as error:
            print(error, file=sys.stderr)
        self.hide()
        self.recovery.close_reader()
        self.autosave.close(asked=self.shutdown.asks)
        self.documents.close()
        if "library" in vars(self):
            self.library.close()
        self.sound_drag.close()
        self.jam.jam.close()
        self.recording.close()
        self.player.close()
        self.transport.end_search()
        close_all(self.parts.workers)
        event.accept()
        self.left.emit()
