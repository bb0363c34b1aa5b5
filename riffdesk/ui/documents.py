"""Opening, saving, importing and exporting: asks the user, sends a request to the worker, takes the answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from riffdesk.audio.export import ExportReport, ExportRequest, export
from riffdesk.audio.files import ImportedAudio, ImportRequest, import_audio
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.request import ConvertRequest
from riffdesk.engine.sound import complete, convert
from riffdesk.settings import Settings
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State, empty_state
from riffdesk.store.image_file import IMAGES, ImageInk, ImageRequest, WriteImageRequest, read_image, write_image
from riffdesk.store.project import PROJECT, OpenRequest, SaveRequest, load_project, save_project
from riffdesk.store.recovery import Recovered
from riffdesk.ui.export_dialog import ExportDialog
from riffdesk.ui.notify import Notice
from riffdesk.ui.render_defaults import RenderDefaults
from riffdesk.ui.worker import Worker

SOUNDS = (".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff")


def _filter(title: str, suffixes: tuple[str, ...]) -> str:
    return f"{title} ({' '.join('*' + suffix for suffix in suffixes)})"


class Documents(QObject):
    """The sketch's life on disk."""

    renamed = Signal()
    """The project's file or its saved state has changed."""
    recipe_found = Signal(object, bool)
    """An imported file told its `Recipe`; whether the sketch was untouched before."""

    def __init__(
        self,
        sketch: Sketch,
        worker: Worker,
        settings: Settings,
        defaults: RenderDefaults,
        notice: Notice,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._sketch, self._worker, self._settings = sketch, worker, settings
        self._defaults, self._notice, self._window = defaults, notice, window
        self.path: Path | None = None

    @property
    def name(self) -> str:
        """What the project is called."""
        return self.path.stem if self.path else "Untitled"

    @property
    def stamp(self) -> str:
        """Identifies the contents of the project's file when it was last opened or saved; '' if that is not known."""
        return ""

    # New, open, import

    def new(self) -> None:
        """Begin a new sketch."""
        self._unless_unsaved(lambda: self._become(None, None))

    def new_with(self, params: SpectrogramParams, then: Callable[[], object]) -> None:
        """Begin a new sketch with other spectrogram settings, and go on there."""

        def begin() -> None:
            self._become(self._empty(params), None)
            then()

        self._unless_unsaved(begin)

    def open(self) -> None:
        """Ask for a file and open it."""
        filters = _filter("Everything riffdesk opens", (PROJECT, *SOUNDS, *IMAGES))
        name, _ = QFileDialog.getOpenFileName(self._window, "Open", self._settings.last_folder, filters)
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a project, or a new sketch with a sound or an image in it."""
        if path.suffix.lower() == PROJECT:
            self._unless_unsaved(lambda: self._load(path))
        else:
            self._unless_unsaved(lambda: self._import(path, fresh=True))

    def import_files(self) -> None:
        """Ask for sounds and images and add each as a layer."""
        filters = ";;".join(
            (
                _filter("Sounds and images", (*SOUNDS, *IMAGES)),
                _filter("Sounds", SOUNDS),
                _filter("Images", IMAGES),
                "All files (*)",
            )
        )
        names, _ = QFileDialog.getOpenFileNames(self._window, "Import", self._settings.last_folder, filters)
        self.import_paths([Path(name) for name in names])

    def import_paths(self, paths: list[Path]) -> None:
        """Add sounds and images as layers; a project among them is opened instead."""
        projects = [path for path in paths if path.suffix.lower() == PROJECT]
        if projects:
            self.open_path(projects[0])
            return
        for path in paths:
            self._import(path)

    def _load(self, path: Path) -> None:
        def done(document: State) -> None:
            self._become(document, path)
            self._settings.remember_file(path)
            self.renamed.emit()

        self._submit(load_project, OpenRequest(path), f"Opening {path.name}", done)

    def open_recovered(self, recovered: Recovered, then: Callable[[], object]) -> None:
        """Open a sketch that was recovered, with unsaved changes; saving goes to its project's file."""

        def begin() -> None:
            self._become(recovered.state, recovered.path)
            self._sketch.history.mark_unsaved()
            self.renamed.emit()
            then()

        self._unless_unsaved(begin)

    def _become(self, document: State | None, path: Path | None) -> None:
        self.path = path
        self._sketch.open(document or self._empty())
        self.renamed.emit()

    def _empty(self, params: SpectrogramParams | None = None) -> State:
        return empty_state(params, self._defaults.new())

    def _import(self, path: Path, *, fresh: bool = False) -> None:
        """Read a sound or an image; begin a new sketch with it only once it has been read."""

        def done(result: ImportedAudio | ImageInk) -> None:
            if fresh:
                self._become(None, None)
            self._settings.last_folder = str(path.parent)
            if isinstance(result, ImageInk):
                self._add_image(path.stem, result)
            elif self._sketch.params == params:
                self._add_sound(result)
            else:  # another sketch was opened meanwhile
                self._import(path)

        params = SpectrogramParams() if fresh else self._sketch.params
        label = f"Importing {path.name}"
        if path.suffix.lower() in IMAGES:
            self._submit(read_image, ImageRequest(path), label, done)
        else:
            self._submit(import_audio, ImportRequest(path, params), label, done)

    def _add_sound(self, sound: ImportedAudio) -> None:
        source = Source(Waveform.of(sound.audio), Ink.of(sound.ink))
        layer = Layer(source.tiles, sound.name, source=source, recipe=sound.recipe)
        self._add(layer, Sound(source.waveform), sound.audio.shape[-1])

    def _add(self, layer: Layer, sound: Sound | None = None, samples: int | None = None) -> None:
        untouched = self._sketch.untouched
        self._sketch.add_layer(layer, sound, samples=samples)
        if layer.recipe is not None:
            self.recipe_found.emit(layer.recipe, untouched)

    def _add_image(self, name: str, image: ImageInk) -> None:
        same_rate = image.params.sample_rate == self._sketch.params.sample_rate
        if self._sketch.untouched and same_rate and image.params != self._sketch.params:
            self._sketch.open(self._empty(image.params))
        params = self._sketch.params
        if image.params.mono() == params.mono():
            self._add(Layer(Ink.of(image.ink), name, recipe=image.recipe))
        else:
            request = ConvertRequest(image.ink, image.params, params)
            add = lambda ink: self._add(Layer(Ink.of(ink), name, recipe=image.recipe))  # noqa: E731
            self._submit(convert, request, f"Fitting {name} to the sketch", add)

    # Save, export

    def save(self, then: Callable[[], None] = lambda: None) -> None:
        """Save to the project's file, asking for one where there is none."""
        if self.path is None:
            self.save_as(then)
        else:
            self._save_to(self.path, then)

    def save_as(self, then: Callable[[], None] = lambda: None) -> None:
        """Ask for a file and save there."""
        sketches = _filter("riffdesk sketches", (PROJECT,))
        path = self._ask_where("Save sketch", f"{self.name}{PROJECT}", sketches, PROJECT)
        if path:
            self._save_to(path, then)

    def _save_to(self, path: Path, then: Callable[[], None]) -> None:
        position, history = self._sketch.history.position, self._sketch.history

        def done(_: object) -> None:
            if history is self._sketch.history:
                self.path = path
                self._sketch.mark_saved(position)
            self._settings.remember_file(path)
            self._notice.tell(f"Saved {path.name}.")
            self.renamed.emit()
            then()

        self._submit(save_project, SaveRequest(self._sketch.state, path), f"Saving {path.name}", done)

    def export(self) -> None:
        """Ask what to export, bring the sound up to date and write the files."""
        folder = self.path.parent if self.path else Path(self._settings.last_folder or Path.home())
        dialog = ExportDialog(self._settings, folder, self.name, self._sketch.render.quality, self._window)
        if not dialog.exec():
            return
        choice = dialog.choice()

        def write(document: State) -> None:
            request = ExportRequest(
                document, choice.folder, choice.name, stems=choice.stems, format=choice.format, subtype=choice.subtype
            )
            self._submit(export, request, f"Exporting {choice.name}", self._tell_exported)

        quality = self._sketch.render.quality
        label = f"Making the sound to export in {quality} quality"
        self._submit(partial(complete, quality=quality), self._sketch.state, label, write)

    def _tell_exported(self, report: ExportReport) -> None:
        files = f"{len(report.paths)} files" if len(report.paths) != 1 else report.paths[0].name
        text = f"Exported {files} to {report.paths[0].parent}."
        if report.gain_db < 0:
            text += f" All were turned down by {-report.gain_db:.1f} dB so that nothing clips."
        self._notice.tell(text)

    def export_image(self) -> None:
        """Ask for a file and write the active layer as a spectrogram image."""
        layer = self._sketch.active_layer
        path = self._ask_where("Export spectrogram", f"{layer.name}.png", _filter("Spectrogram", (".png",)), ".png")
        if path:
            request = WriteImageRequest(path, layer.ink, self._sketch.params, layer.recipe)
            done = f"Exported {path.name}."
            self._submit(write_image, request, f"Writing {path.name}", lambda _: self._notice.tell(done))

    # Asking

    def _ask_where(self, title: str, name: str, filters: str, suffix: str) -> Path | None:
        folder = self.path.parent if self.path else Path(self._settings.last_folder or Path.home())
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(folder / name), filters)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _unless_unsaved(self, go_on: Callable[[], None]) -> None:
        """Go on, after asking about unsaved changes if there are any."""
        if self.may_leave(go_on):
            go_on()

    def may_leave(self, after_saving: Callable[[], None]) -> bool:
        """Return whether the sketch may be given up now; if the user saves first, go on after that."""
        if not self._sketch.modified:
            return True
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            "Unsaved changes",
            f"Save the changes to {self.name} first?",
            button.Save | button.Discard | button.Cancel,
            button.Save,
        )
        if answer == button.Save:
            self.save(after_saving)
        return answer == button.Discard

    def _submit(self, function: Any, request: object, label: str, done: Callable[[Any], object]) -> None:
        self._worker.submit(function, request, label, done, self._notice.report)
