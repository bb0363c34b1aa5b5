"""Imports the modules that dialogs, files and riffs need, one after another while the program is idle.

The window appears without them (docs/decisions/0023). The first *Export*, *Open* or *Generate* would wait for their
import otherwise. They are imported on the GUI thread, as a thread would hold the interpreter's lock at any moment.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_REST_MS = 2_000  # after the window is shown, and between two checks while something runs
_PAUSE_MS = 20  # between two imports

# Imported modules come before those that import them, so that each step takes milliseconds.
MODULES = (
    "PIL.ExifTags",
    "PIL.TiffTags",
    "PIL.Image",
    "PIL.ImageChops",
    "PIL.PngImagePlugin",
    "PIL.ImageOps",
    "PIL.ImageSequence",
    "riffdesk.compose.words.phrases",
    "riffdesk.compose.words.spec_of_words",
    "riffdesk.compose.grooves",
    "riffdesk.compose.parts",
    "riffdesk.compose.composition",
    "riffdesk.compose.guide",
    "riffdesk.compose.score_pictures",
    "riffdesk.diffusion.conditioning",
    "riffdesk.engine.loaded_model",
    "riffdesk.engine.recovery.unfinished_riffs",
    "riffdesk.engine.riff.spacing",
    "riffdesk.engine.riff.score.riff_score",
    "riffdesk.engine.riff.score.played_score",
    "riffdesk.engine.riff.request_checks",
    "riffdesk.engine.riff.section_plan",
    "riffdesk.engine.riff.model_input",
    "riffdesk.engine.riff.clips",
    "riffdesk.engine.riff.kept_sound",
    "riffdesk.engine.riff.assembly",
    "riffdesk.engine.riff.whole_riff",
    "riffdesk.engine.riff.render",
    "riffdesk.engine.preparation",
    "riffdesk.store.image.picture",
    "riffdesk.store.image.exif",
    "riffdesk.store.image.image_file",
    "riffdesk.store.project.saving",
    "riffdesk.store.project.opening",
    "riffdesk.audio.filing.sample_formats",
    "riffdesk.audio.filing.channels",
    "riffdesk.audio.filing.formats.wav_chunks",
    "riffdesk.audio.filing.formats.mpeg_frames",
    "riffdesk.audio.filing.formats.wav_repair",
    "riffdesk.audio.filing.sound_source",
    "riffdesk.audio.filing.sound_reader",
    "riffdesk.audio.filing.sound_files",
    "riffdesk.audio.filing.export.export_levels",
    "riffdesk.audio.filing.export.export",
    "riffdesk.compose.midi.midi_file",
    "riffdesk.compose.midi.score_midi",
    "riffdesk.engine.riff.score.score_files",
    "riffdesk.engine.riff.score.drawn_score",
    "riffdesk.ui.document.export_dialog",
    "riffdesk.ui.document.export",
    "riffdesk.ui.document.import_questions",
    "riffdesk.engine.layer_split",
    "riffdesk.engine.riff.continuation",
    "riffdesk.compose.accompaniment.added_part",
    "riffdesk.engine.riff.score.parts",
    "riffdesk.engine.riff.score.tempo_key_estimate",
    "riffdesk.engine.riff.score.sketch_music",
    "riffdesk.engine.riff.score.part_to_add",
    "riffdesk.engine.riff.part_rendering",
    "riffdesk.ui.riff.add_part_dialog",
    "riffdesk.engine.selection_sound",
    "riffdesk.audio.filing.recording",
    "riffdesk.engine.session.jam",
    "riffdesk.ui.jam.kept_bars",
    "riffdesk.audio.recording.recording_file",
    "riffdesk.audio.recording.recorder",
    "riffdesk.audio.recording.recorded_sound",
    "riffdesk.audio.recording.latency",
    "riffdesk.ui.recording.input_dialog",
    "riffdesk.analysis.upkeep",
    "riffdesk.analysis.riff_entry",
    "riffdesk.analysis.stretch",
    "riffdesk.analysis.notes_sound",
    "riffdesk.analysis.transfer",
    "riffdesk.analysis.folder_reading",
    "riffdesk.control.connection",
    "riffdesk.ui.control.midi_box",
    "riffdesk.control.clock.link",
    "riffdesk.ui.control.clock.link_box",
    "riffdesk.ui.control.osc_box",
    "riffdesk.ui.help.command_search",
    "riffdesk.ui.help.command_palette",
    "riffdesk.ui.help.shortcuts_dialog",
    "riffdesk.ui.help.bubble",
    "riffdesk.ui.help.tour",
    "riffdesk.ui.riff.computing.computing_dialog",
    "riffdesk.ui.riff.prompt.models_dialog",
)


class IdleImports(QObject):
    """Imports `MODULES` while nothing runs and no mouse button is down.

    Parameters
    ----------
    is_busy : callable
        Returns whether something runs that an import would disturb: playback or a request.
    parent : QObject
    """

    def __init__(self, is_busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_busy, self._left = is_busy, list(reversed(MODULES))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        self._timer.start(_REST_MS)

    @property
    def done(self) -> bool:
        """Whether all modules are imported."""
        return not self._left

    def _step(self) -> None:
        if self._is_busy() or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._timer.start(_REST_MS)
            return
        import_module(self._left.pop())
        if self._left:
            self._timer.start(_PAUSE_MS)
