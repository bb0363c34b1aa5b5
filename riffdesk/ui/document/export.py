"""Exporting audio, images and MIDI: the sound is rendered and measured while the export dialog is open."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from riffdesk.audio.filing.export.export import ExportReport, export
from riffdesk.audio.filing.export.export_levels import ExportLevels, measure
from riffdesk.dsp.phase.quality import Quality
from riffdesk.engine.layer_sound import complete, quality_name
from riffdesk.engine.remote.process import EngineFunction
from riffdesk.engine.riff.score.score_files import WriteScoreRequest, write_score
from riffdesk.files import safe_name
from riffdesk.language import plural, tr
from riffdesk.progress import Step
from riffdesk.sketch.state import State
from riffdesk.store.image.image_file import WriteImageRequest, write_image
from riffdesk.ui.document.export_dialog import ExportChoice, ExportDialog
from riffdesk.ui.document.file_dialogs import ask_where, file_filter
from riffdesk.ui.window_parts import WindowParts
from riffdesk.ui.worker import Job, Worker


class Preparation(QObject):
    """Renders the missing sound of a document and measures its level, in the background.

    Parameters
    ----------
    worker : Worker
    document : State
    quality : str
        Quality of the sound that is rendered.
    """

    stepped = Signal(object)
    """A `Step` of the progress."""
    measured = Signal(object)
    """The `ExportLevels`."""
    failed = Signal(Exception)

    def __init__(self, worker: Worker, document: State, quality: Quality, parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._document, self._quality = worker, document, quality
        self._job: Job | None = None
        self._then: Callable[[State, ExportLevels], object] | None = None
        self._levels: ExportLevels | None = None
        self._cancelled = False
        worker.stepped.connect(self._on_step)

    def begin(self) -> None:
        """Start, or start again after a failure."""
        if not any(layer.sound.unfinished for layer in self._document.layers):
            self._measure(self._document)
            return
        label = tr("Making the sound to export in {quality} quality", quality=quality_name(self._quality))
        finish = partial(complete, quality=self._quality)
        self._job = self._worker.write(finish, self._document, label, self._measure, self._on_failed)

    def then(self, callback: Callable[[State, ExportLevels], object]) -> None:
        """Call a function with the document, its sound complete, and its levels, as soon as both are ready."""
        self._then = callback
        if self._levels is not None:
            self._end()
        elif self._job is None:
            self.begin()

    def cancel(self) -> None:
        """Cancel without a message."""
        self._cancelled = True
        self.deleteLater()
        if self._job is not None:
            self._worker.cancel(self._job)

    def _measure(self, document: State) -> None:
        self._document = document
        self._job = self._worker.write(measure, document, tr("Measuring the sound"), self._on_measured, self._on_failed)

    def _on_measured(self, levels: ExportLevels) -> None:
        self._job, self._levels = None, levels
        self.measured.emit(levels)
        self._end()

    def _end(self) -> None:
        if self._then is not None and self._levels is not None:
            self._then(self._document, self._levels)
            self.deleteLater()

    def _on_step(self, job: Job, step: Step) -> None:
        if job is self._job:
            self.stepped.emit(step)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if self._cancelled:
            return
        self.failed.emit(error)
        if self._then is not None:
            self.deleteLater()


class Export(QObject):
    """Shows the export dialogs, writes the files, and offers to show their folder."""

    settings_changed = Signal()
    """The choices in the settings have changed."""

    def __init__(self, parts: WindowParts, window: QWidget) -> None:
        super().__init__(window)
        self._sketch, self._worker, self._settings = parts.sketch, parts.worker, parts.settings
        self._notice, self._window = parts.notice, window
        self._left_out: frozenset[str] = frozenset()

    def ask(self, folder: Path, name: str, part: State | None = None) -> None:
        """Show the export dialog and write the files.

        Parameters
        ----------
        folder : Path
            Suggested folder if none is in the settings.
        name : str
            Suggested beginning of the files' names.
        part : State, optional
            The document to export; by default the sketch.
        """
        self._sketch.settle()
        state = part or self._sketch.state
        last_folder = self._settings.export_folder
        suggested = Path(last_folder) if last_folder and os.path.isdir(last_folder) else folder
        dialog = ExportDialog(state, self._settings, suggested, name, self._left_out, self._window)
        preparation = Preparation(self._worker, state, self._sketch.render.quality, self)
        preparation.stepped.connect(dialog.show_step)
        preparation.measured.connect(dialog.show_levels)
        preparation.failed.connect(dialog.show_failure)
        preparation.begin()
        choice = dialog.choice() if dialog.exec() else None
        preparation.stepped.disconnect(dialog.show_step)
        preparation.measured.disconnect(dialog.show_levels)
        preparation.failed.disconnect(dialog.show_failure)
        dialog.deleteLater()
        if choice is None:
            preparation.cancel()
            return
        preparation.failed.connect(self._notice.report)
        self._left_out |= choice.left_out
        self._left_out -= {layer.id for layer in state.layers if layer.id not in choice.left_out}
        self.settings_changed.emit()
        preparation.then(lambda document, levels: self._write(choice, document, levels))

    def ask_image(self, folder: Path) -> None:
        """Ask for a file and write the active layer as a spectrogram image."""
        layer, pictures = self._sketch.active_layer, file_filter(tr("Spectrogram"), (".png",))
        filters = pictures
        path = ask_where(
            self._window, tr("Export spectrogram"), folder / f"{safe_name(layer.name)}.png", filters, ".png"
        )
        if path:
            request = WriteImageRequest(path, layer.ink, self._sketch.params, layer.recipe)
            label, done = tr("Writing {name}", name=path.name), tr("Exported {name}.", name=path.name)
            self._submit(write_image, request, label, lambda _: self._notice.tell(done))

    def ask_notes(self, folder: Path) -> None:
        """Ask for a file and write the notes of the active layer as MIDI."""
        layer = self._sketch.active_layer
        if layer.recipe is None and not layer.notes:
            return
        suggested, filters = folder / f"{safe_name(layer.name)}.mid", file_filter(tr("MIDI file"), (".mid",))
        path = ask_where(self._window, tr("Export notes as MIDI"), suggested, filters, ".mid")
        if path:
            request, done = WriteScoreRequest(path, layer.recipe, layer.notes), tr("Exported {name}.", name=path.name)
            label = tr("Writing {name}", name=path.name)
            self._submit(write_score, request, label, lambda _: self._notice.tell(done))

    def _write(self, choice: ExportChoice, document: State, levels: ExportLevels) -> None:
        request = choice.request(document, levels)
        self._submit(export, request, tr("Exporting {name}", name=choice.name), self._report)

    def _submit(self, function: EngineFunction, request: object, label: str, done: Callable[[Any], object]) -> None:
        self._worker.write(function, request, label, done, self._notice.report)

    def _report(self, report: ExportReport) -> None:
        folder = report.paths[0].parent
        name, count = report.paths[0].name, len(report.paths)
        text = plural(
            count, "Exported {name} to {folder}.", "Exported {count} files to {folder}.", name=name, folder=folder
        )
        if report.gain_db < 0:
            text += " " + tr("All were turned down by {gain:.1f} dB so that nothing clips.", gain=-report.gain_db)
        self._notice.offer(text, (tr("Show in folder"), lambda: self._show(folder)))

    def _show(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._notice.warn(tr("No program shows folders here. The files are in {folder}.", folder=folder))
