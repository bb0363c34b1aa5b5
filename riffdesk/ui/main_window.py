"""The main window: puts canvas, docks and bars together and says what every action does."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QMenu, QScrollArea, QToolBar
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riffdesk.audio.player import Player, PlayerEvent
from riffdesk.dsp.mel import ink_to_db
from riffdesk.dsp.pitch import note_of
from riffdesk.errors import UserError
from riffdesk.settings import SettingsFile
from riffdesk.sketch import selection as cells
from riffdesk.sketch.sketch import Change, Sketch
from riffdesk.ui import theme
from riffdesk.ui.actions import SEPARATOR, Actions, Command
from riffdesk.ui.canvas import SpectrogramCanvas
from riffdesk.ui.documents import Documents
from riffdesk.ui.help import ShortcutsDialog, show_about
from riffdesk.ui.keyframes import CurrentKeyframe
from riffdesk.ui.layers import LayersPanel
from riffdesk.ui.notify import Notice
from riffdesk.ui.progress_line import ProgressLine
from riffdesk.ui.prompt_panel import PromptPanel
from riffdesk.ui.sounding import Sounding
from riffdesk.ui.timeline import SeedTimeline
from riffdesk.ui.tool_panel import ToolPanel
from riffdesk.ui.tools import all_tools
from riffdesk.ui.transport import Transport
from riffdesk.ui.worker import Worker

_LAYOUT_VERSION = 1
_RESIZE = 1.25


class MainWindow(QMainWindow):
    """The window. `sketch` is the document, `player` what plays it, `worker` what computes."""

    _player_event = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._settings_file = SettingsFile()
        self.settings = self._settings_file.load()
        self.sketch = Sketch()
        self.worker = Worker(self)
        self.player = Player(latency=self.settings.latency_ms / 1000)
        self.notice = Notice()
        self.documents = Documents(self.sketch, self.worker, self.settings, self.notice, self)
        self.tools = {tool.object_name: tool for tool in all_tools()}
        if self.settings.tool not in self.tools:
            self.settings.tool = "toolBrush"
        self.canvas = SpectrogramCanvas(self.sketch, self.settings, self.tools[self.settings.tool])
        self._clip: cells.Clip | None = None
        self._play_from = 0.0
        self._make_actions()
        self._make_window()
        self._connect()
        self._restore()
        if self._settings_file.notice:
            self.notice.warn(self._settings_file.notice)

    # Putting it together

    def _make_actions(self) -> None:
        key, documents, canvas = QKeySequence.StandardKey, self.documents, self.canvas
        tools = tuple(
            Command(tool.object_name, tool.name, (tool.shortcut,), self._on_tool_toggled, icon, True, tool.hint)
            for tool, icon in zip(self.tools.values(), ("brush", "tone", "eraser", "select"), strict=True)
        )
        self.actions_ = Actions(
            self,
            (
                Command("actionNew", "&New", (key.New,), documents.new),
                Command("actionOpen", "&Open…", (key.Open,), documents.open, "open", hint="Open a sketch, sound or image"),
                Command("actionSave", "&Save", (key.Save,), lambda: documents.save(), "save", hint="Save the sketch"),
                Command("actionSaveAs", "Save &as…", ("Ctrl+Shift+S",), lambda: documents.save_as()),
                Command("actionImport", "&Import…", ("Ctrl+I",), documents.import_files, "import",
                        hint="Add a sound or an image as a layer"),
                Command("actionExport", "&Export audio…", ("Ctrl+E",), documents.export, "export",
                        hint="Export the mix and one file per layer"),
                Command("actionExportImage", "Export s&pectrogram…", ("Ctrl+Shift+E",), documents.export_image),
                Command("actionQuit", "&Quit", (key.Quit, "Ctrl+Q"), self.close),
                Command("actionUndo", "&Undo", (key.Undo,), self._undo, "undo"),
                Command("actionRedo", "&Redo", (key.Redo, "Ctrl+Y"), self._redo, "redo"),
                Command("actionCut", "Cu&t", (key.Cut,), self._cut),
                Command("actionCopy", "&Copy", (key.Copy,), self._copy),
                Command("actionPaste", "&Paste at playhead", (key.Paste,), self._paste),
                Command("actionDelete", "&Delete", (key.Delete, "Backspace"), self._delete),
                Command("actionSelectAll", "Select &all", (key.SelectAll,), self._select_all),
                Command("actionSemitoneUp", "Up a semitone", ("Alt+Up",), lambda: self._transpose(1)),
                Command("actionSemitoneDown", "Down a semitone", ("Alt+Down",), lambda: self._transpose(-1)),
                Command("actionOctaveUp", "Up an octave", ("Alt+Shift+Up",), lambda: self._transpose(12)),
                Command("actionOctaveDown", "Down an octave", ("Alt+Shift+Down",), lambda: self._transpose(-12)),
                Command("actionEscape", "Abort stroke, clear selection", ("Esc",), self._escape),
                *tools,
                Command("actionSmaller", "Smaller mark", ("[",), lambda: self._resize_mark(1 / _RESIZE)),
                Command("actionLarger", "Larger mark", ("]",), lambda: self._resize_mark(_RESIZE)),
                Command("actionFit", "&Fit", ("F",), canvas.fit, "fit", hint="Show the whole sketch"),
                Command("actionZoomIn", "Zoom &in", ("+", "="), lambda: canvas.zoom_middle(1.5)),
                Command("actionZoomOut", "Zoom &out", ("-",), lambda: canvas.zoom_middle(1 / 1.5)),
                Command("actionLight", "&Light colours", (), self._set_light, checkable=True),
                Command("actionStart", "To the &start", ("Home",), lambda: self.seek(0.0), "start", hint="To the start"),
                Command("play", "&Play or stop", ("Space",), self.toggle_play, "play", hint="Play or stop"),
                Command("actionEnd", "To the &end", ("End",), lambda: self.seek(self.sketch.seconds), "end",
                        hint="To the end"),
                Command("loop", "&Loop", ("L",), self._set_loop, "loop", True, "Loop the selection, or all"),
                Command("actionRefreshDevices", "Look for sound &devices", (), self._refresh_devices),
                Command("actionAddLayer", "&New layer", ("Ctrl+Shift+N",), lambda: self.sketch.new_layer()),
                Command("actionShortcuts", "&Shortcuts", (key.HelpContents,), self._show_shortcuts),
                Command("actionAbout", "&About riffdesk", (), lambda: show_about(self)),
            ),
        )
        self.actions_.group(*self.tools)

    def _make_window(self) -> None:
        actions, line = self.actions_, SEPARATOR
        self.current = CurrentKeyframe(self.sketch, self)
        self.transport = Transport(self.sketch, self.player, self.settings)
        self.tool_panel = ToolPanel(self.settings)
        self.layers = LayersPanel(self.sketch, self.notice)
        self.prompt_panel = PromptPanel(self.current)
        self.timeline = SeedTimeline(self.current, self.canvas)
        self.readout = QLabel(" ", objectName="readout", accessibleName="Under the cursor")
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(6, 4, 6, 0)
        column.setSpacing(4)
        column.addWidget(self.notice)
        column.addWidget(self.canvas, 1)
        self.setCentralWidget(centre)
        self.progress = ProgressLine(self.worker)
        self.statusBar().addWidget(self.readout, 1)
        self.statusBar().addPermanentWidget(self.progress)
        self.statusBar().setSizeGripEnabled(False)

        self.tool_bar = QToolBar("Tools", objectName="toolBar", movable=False)
        self.tool_bar.setOrientation(Qt.Orientation.Vertical)
        for name in (*self.tools, line, "actionFit", line, "actionUndo", "actionRedo"):
            self.tool_bar.addAction(actions[name]) if name else self.tool_bar.addSeparator()
        self.transport.arrange(actions.by_name)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.transport)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.tool_bar)

        right, below = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
        self.setCorner(Qt.Corner.BottomRightCorner, right)
        docks = [
            self._dock("Tool and picture", "toolDock", self.tool_panel, right),
            self._dock("Layers", "layersDock", self.layers, right),
            self._dock("Prompt", "promptDock", _scrolled(self.prompt_panel), right),
            self._dock("Seed timeline", "timelineDock", self.timeline, below),
        ]
        self.recent = QMenu("Open &recent", self)
        self.recent.aboutToShow.connect(self._list_recent)
        actions.menu("&File", "actionNew", "actionOpen", self.recent, line, "actionSave", "actionSaveAs", line,
                     "actionImport", "actionExport", "actionExportImage", line, "actionQuit")
        edit = actions.menu("&Edit", "actionUndo", "actionRedo", line, "actionCut", "actionCopy", "actionPaste",
                            "actionDelete", line, "actionSelectAll", "actionEscape", line, "actionSemitoneUp",
                            "actionSemitoneDown", "actionOctaveUp", "actionOctaveDown")
        self.canvas.menu_actions = edit.actions()
        actions.menu("&Tools", *self.tools, line, "actionSmaller", "actionLarger", line, "actionAddLayer")
        view = actions.menu("&View", "actionFit", "actionZoomIn", "actionZoomOut", line, "actionLight", line)
        view.addActions([dock.toggleViewAction() for dock in docks])
        actions.menu("&Play", "play", "loop", line, "actionStart", "actionEnd", line, "actionRefreshDevices")
        actions.menu("&Help", "actionShortcuts", "actionAbout")

    def _dock(self, title: str, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self, objectName=name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable)
        dock.setWidget(widget)
        self.addDockWidget(area, dock)
        return dock

    def _connect(self) -> None:
        canvas, player = self.canvas, self.player
        self.sounding = Sounding(self.sketch, player, self.worker, self)
        self.sounding.failed.connect(self.notice.report)
        self.sketch.subscribe(self._on_change)
        self.documents.renamed.connect(self._show_title)
        canvas.hovered.connect(self._show_readout)
        canvas.sought.connect(self.seek)
        canvas.selected.connect(self._on_selected)
        canvas.dropped.connect(self.documents.import_paths)
        self.tool_panel.tool_changed.connect(canvas.update_cursor)
        self.tool_panel.view_changed.connect(canvas.colour_layers)
        self.transport.positioned.connect(canvas.set_playhead)
        self.transport.refused.connect(self.notice.warn)
        self.prompt_panel.cancel.clicked.connect(self.worker.cancel)
        self.worker.changed.connect(lambda: self.prompt_panel.cancel.setEnabled(self.worker.running is not None))
        self._player_event.connect(self._on_player_event, Qt.ConnectionType.QueuedConnection)
        player.subscribe(self._player_event.emit)
        self._show_title()
        self._on_change(Change("state"))

    def _restore(self) -> None:
        settings = self.settings
        self._dress()
        self.actions_["actionLight"].setChecked(settings.theme == "light")
        self.actions_[settings.tool].setChecked(True)
        self.actions_["loop"].setChecked(settings.loop)
        self._set_loop(settings.loop)
        if settings.output_device:
            self.player.set_device(settings.output_device)
        self.resize(1440, 900)
        self.restoreGeometry(QByteArray.fromBase64(settings.window_geometry.encode()))
        self.restoreState(QByteArray.fromBase64(settings.window_state.encode()), _LAYOUT_VERSION)

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            look = theme.apply(application, self.settings.theme)
            for part in (self.canvas, self.transport, self.layers, self.prompt_panel, self.timeline, self.notice):
                part.set_look(look)
            self.actions_.set_look(look)
            self._look = look

    # What the sketch and the player tell

    def _on_change(self, change: Change) -> None:
        if change.what == "document":
            self.player.stop()
            self.seek(0.0)
        if change.what == "state":
            self._show_title()
            for name, verb, step in (
                ("actionUndo", "Undo", self.sketch.history.undo_name),
                ("actionRedo", "Redo", self.sketch.history.redo_name),
            ):
                self.actions_[name].setEnabled(step is not None)
                self.actions_[name].setText(f"&{verb} {step.lower()}" if step else f"&{verb}")
            self._set_loop(self.settings.loop)

    def _on_player_event(self, event: PlayerEvent) -> None:
        self.actions_["play"].setIcon(theme.icon("stop" if self.player.playing else "play", self._look))
        if event.what == "started":
            self.transport.follow_player()
        elif event.what == "finished":
            self.seek(self._play_from)
        elif event.what == "failed":
            self.notice.warn(event.message)
            self.transport.list_devices()

    def _show_title(self) -> None:
        self.setWindowTitle(f"{self.documents.name}[*] — riffdesk")
        self.setWindowModified(self.sketch.modified)

    def _show_readout(self, cell: tuple[float, float] | None) -> None:
        if cell is None:
            self.readout.setText(" ")
            return
        params, ink = self.sketch.params, self.sketch.active_layer.ink
        hertz = max(float(params.hertz_of(cell[1])), 0.0)
        column = min(max(0, round(cell[0])), ink.shape[-1] - 1)
        band = min(max(0, round(cell[1])), ink.shape[-2] - 1)
        level = ink_to_db(float(ink[..., band, column].max()), params)
        name, cents = note_of(hertz) if hertz >= 1 else ("–", 0)
        loud = f"{level:.1f} dB" if level > -200 else "silence"
        seconds = max(0.0, cell[0] / params.columns_per_second)
        self.readout.setText(f"{seconds:.3f} s    {hertz:.1f} Hz    {name} {cents:+d} cents    {loud}")

    # Playing

    def toggle_play(self) -> None:
        """Play from the playhead, or stop."""
        if self.player.playing:
            self.player.stop()
            self.transport.follow_player()
        else:
            self._play_from = self.player.position / self.sketch.params.sample_rate
            if self._play_from >= self.sketch.seconds:
                self._play_from = 0.0
            self.player.play(round(self._play_from * self.sketch.params.sample_rate))

    def seek(self, seconds: float) -> None:
        """Move the playhead, playing or not."""
        self.player.seek(round(min(max(0.0, seconds), self.sketch.seconds) * self.sketch.params.sample_rate))
        self.transport.show_position()

    def _set_loop(self, on: bool) -> None:
        self.settings.loop = on
        hop, samples = self.sketch.params.hop, self.sketch.samples
        selection = self.canvas.selection
        region = (0, samples)
        if selection is not None:
            region = (selection.start * hop, min(selection.stop * hop, samples))
        self.player.set_loop(region if on and region[0] < region[1] else None)

    def _on_selected(self) -> None:
        self._set_loop(self.settings.loop)
        for name in ("actionCut", "actionCopy", "actionDelete"):
            self.actions_[name].setEnabled(True)

    def _refresh_devices(self) -> None:
        self.player.stop()
        self.transport.list_devices()

    # Editing

    def _undo(self) -> None:
        if not self.canvas.cancel_drag():
            self.sketch.undo()

    def _redo(self) -> None:
        if not self.canvas.cancel_drag():
            self.sketch.redo()

    def _copy(self) -> None:
        if self.canvas.selection is not None:
            self._clip = cells.copy(self.sketch, self.canvas.selection)

    def _cut(self) -> None:
        if self.canvas.selection is not None:
            self._clip = cells.copy(self.sketch, self.canvas.selection)
            cells.delete(self.sketch, self.canvas.selection, "Cut")

    def _paste(self) -> None:
        if self._clip is None:
            self.notice.tell("There is nothing to paste yet: select something and copy it first.")
            return
        if self._clip.ink.ndim != self.sketch.active_layer.ink.ndim:
            self.notice.warn("What was copied cannot be pasted here: one is stereo, the other is not.")
            return
        column = round(self.player.position / self.sketch.params.hop)
        place = cells.paste(self.sketch, self._clip, column)
        if place is None:
            self.notice.tell("There is no room for it here: move the playhead to the left.")
        self.canvas.select(place)

    def _delete(self) -> None:
        if self.canvas.selection is not None:
            cells.delete(self.sketch, self.canvas.selection)

    def _transpose(self, semitones: int) -> None:
        if self.canvas.selection is not None:
            self.canvas.select(cells.transpose(self.sketch, self.canvas.selection, semitones))

    def _select_all(self) -> None:
        self.actions_["toolSelect"].setChecked(True)
        self.canvas.select(cells.Selection.everything(self.sketch))

    def _escape(self) -> None:
        if not self.canvas.cancel_drag():
            self.canvas.select(None)
        self.canvas.setFocus()

    def _on_tool_toggled(self, on: bool) -> None:
        name = next((name for name in self.tools if self.actions_[name].isChecked()), None)
        if on and name is not None:
            self.settings.tool = name
            self.canvas.set_tool(self.tools[name])
            self.tool_panel.show_tool(name)

    def _resize_mark(self, factor: float) -> None:
        self.canvas.tool.resize(self.settings, factor)
        self.canvas.update_cursor()
        self.tool_panel.refresh()

    # The window itself

    def _set_light(self, on: bool) -> None:
        self.settings.theme = "light" if on else "dark"
        self._dress()

    def _list_recent(self) -> None:
        self.recent.clear()
        for name in self.settings.recent_files:
            action = QAction(Path(name).name, self.recent, toolTip=name)
            action.triggered.connect(lambda _=False, name=name: self.documents.open_path(Path(name)))
            self.recent.addAction(action)
        self.recent.setEnabled(True)
        if not self.settings.recent_files:
            self.recent.addAction("Nothing yet").setEnabled(False)

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self.actions_.by_name.values(), self).exec()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, remember the layout, and end sound and worker."""
        if not self.documents.may_leave(lambda: QTimer.singleShot(0, self.close)):
            event.ignore()
            return
        self.settings.window_geometry = self.saveGeometry().toBase64().toStdString()
        self.settings.window_state = self.saveState(_LAYOUT_VERSION).toBase64().toStdString()
        try:
            self._settings_file.save(self.settings)
        except UserError as error:
            print(error, file=sys.stderr)
        self.player.close()
        self.worker.close()
        event.accept()


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
