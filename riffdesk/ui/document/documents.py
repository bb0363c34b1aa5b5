"""Opening, saving, importing and exporting: asks the user, sends a request to the worker, takes the answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riffdesk.audio.filing.sound_files import ImportedAudio, ImportRequest, import_audio
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.layer_sound import convert
from riffdesk.engine.riff.score.score_files import SCORES, GivenScore, read_score
from riffdesk.engine.sound_requests import ConvertRequest
from riffdesk.errors import readable
from riffdesk.files import remove_abandoned, safe_name
from riffdesk.paths import config_dir, data_dir, resources_dir
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import NEW_BARS, State, empty_state
from riffdesk.store.image.image_file import IMAGES, ImageInk, ImageRequest, read_image
from riffdesk.store.journal.recovery import Recovered
from riffdesk.store.project.opening import OpenedProject, OpenRequest, open_project
from riffdesk.store.project.project_file import PROJECT
from riffdesk.store.project.project_lock import ProjectLock
from riffdesk.store.project.saving import SavedProject
from riffdesk.store.project.stamp import ChangedOnDisk
from riffdesk.store.project.versions import Version
from riffdesk.ui.document import file_questions
from riffdesk.ui.document.export import Export
from riffdesk.ui.document.import_questions import is_inverted, read_instead, take_tempo, with_level
from riffdesk.ui.document.save_queue import Moment, Save, SaveQueue
from riffdesk.ui.parts import Parts

_UNTITLED = "Untitled"
_EXAMPLE = "Example"


class Documents(QObject):
    """The sketch's life on disk."""

    renamed = Signal()
    """The project's file or its saved state has changed."""
    recipe_found = Signal(object, bool)
    """An imported file told its `Recipe`; whether the sketch was untouched before."""
    score_read = Signal(object)
    """The `GivenScore` of a MIDI file, to be played."""
    remembered = Signal()
    """Files that were opened, saved or exported are in the settings, for the next start to know."""

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._sketch, self._worker, self._settings = parts.sketch, parts.worker, parts.settings
        self._defaults, self._notice, self._window = parts.defaults, parts.notice, window
        self.path: Path | None = None
        self._copy_of: Path | None = None
        self._copy_name = _UNTITLED
        self._lock: ProjectLock | None = None
        self._export = Export(parts, window)
        self._export.remembered.connect(self.remembered)
        self._saves = SaveQueue(self._worker, self._on_saved, self._on_save_failed)

    @property
    def name(self) -> str:
        """What the project is called."""
        return readable(self.path.stem) if self.path else self._copy_name

    @property
    def project(self) -> Path | None:
        """The project whose versions there are: the sketch's own, or what it is an earlier version of."""
        return self.path or self._copy_of

    def close(self) -> None:
        """Say to other windows that the project is no longer open here."""
        self._hold(None)

    def tidy(self) -> None:
        """Remove what killed riffdesks left where this one was saving and exporting; in a thread of its own."""
        files, folders = self._settings.recent_files, (self._settings.last_folder, self._settings.export_folder)
        places = {data_dir(), config_dir(), *(Path(file).parent for file in files), *map(Path, filter(None, folders))}

        def remove() -> None:
            for place in places:
                remove_abandoned(place)

        threading.Thread(target=remove, daemon=True).start()

    @property
    def stamp(self) -> str:
        """Identifies the contents of the project's file when it was last opened or saved; '' if that is not known."""
        return "" if self.path is None else self._saves.stamps.get(self.path, "")

    # New, open, import

    def new(self) -> None:
        """Begin a new sketch."""
        self._unless_unsaved(lambda: self._become(None, None))

    def new_with(self, params: SpectrogramParams, then: Callable[[], object]) -> None:
        """Begin a new sketch with other spectrogram settings, and go on there."""

        def begin() -> None:
            self._become(None, None, params=params)
            then()

        self._unless_unsaved(begin)

    def open(self) -> None:
        """Ask for a file and open it."""
        path = file_questions.ask_what_to_open(self._window, self._settings.last_folder)
        if path is not None:
            self.open_path(path)

    def open_example(self) -> None:
        """Open the sketch that comes with riffdesk, as one that has no file yet."""
        request = OpenRequest(resources_dir() / "examples" / "example.riff", "the example")

        def arrive(opened: OpenedProject) -> None:
            self._become(opened.document, None)
            self._copy_name = _EXAMPLE
            self.renamed.emit()

        self._unless_unsaved(lambda: self._load(request, arrive))

    def open_path(self, path: Path) -> None:
        """Open a project, or a new sketch with a sound or an image in it."""
        if path.suffix.lower() == PROJECT:
            self._unless_unsaved(lambda: self._load(OpenRequest(path), partial(self._arrive, path)))
        else:
            self._unless_unsaved(lambda: self._import(path, fresh=True))

    def import_files(self) -> None:
        """Ask for sounds, images and notes; add each as a layer, and have notes played."""
        self.import_paths(file_questions.ask_what_to_import(self._window, self._settings.last_folder))

    def import_paths(self, paths: list[Path]) -> None:
        """Add sounds and images as layers; a project among them is opened instead."""
        projects = [path for path in paths if path.suffix.lower() == PROJECT]
        if projects:
            self.open_path(projects[0])
            return
        for path in paths:
            self._import(path)

    def open_version(self, project: Path, version: Version) -> None:
        """Open a project as it was saved before, as a copy that is not saved yet, and offer to restore it."""
        request = OpenRequest(version.path, project.name)
        self._unless_unsaved(lambda: self._load(request, partial(self._arrive_version, project, version)))

    def _load(self, request: OpenRequest, arrive: Callable[[OpenedProject], None]) -> None:
        moment, name = Moment(self._sketch), request.name or request.path.name

        def done(opened: OpenedProject) -> None:
            self._unless_changed_since(moment, name, lambda: arrive(opened))

        self._submit(open_project, request, f"Opening {name}", done)

    def _arrive(self, path: Path, opened: OpenedProject) -> None:
        notes = list(opened.notes)
        if not self._become(opened.document, path, opened.stamp):
            notes.append(
                f"{path.name} is open in another window of riffdesk too. Go on there, or save a copy of it here first."
            )
        self._remember(path)
        if notes:
            self._notice.warn(" ".join(notes))

    def _arrive_version(self, project: Path, version: Version, opened: OpenedProject) -> None:
        when = f"{version.saved_at:%d %B %Y, %H:%M:%S}"
        self._become(opened.document, None)
        self._copy_of, self._copy_name = project, f"{project.stem}, {when}"
        self._sketch.history.mark_unsaved()
        moment = Moment(self._sketch)

        def restore() -> None:
            if moment.same_sketch:
                self._save_to(project, compare=True)
            else:
                self._notice.warn("That version is no longer open. Choose it again under File > Versions.")

        text = (
            f"This is a copy of {project.name} as it was saved on {when}. To restore is to save it as {project.name}."
        )
        self._notice.offer(" ".join((*opened.notes, text)), ("Restore", restore))
        self.renamed.emit()

    def open_recovered(self, recovered: Recovered, then: Callable[[], object]) -> None:
        """Open a sketch that was recovered, with unsaved changes; saving goes to its project's file.

        A save asks first where the file is no longer what it was when the sketch was opened or saved last.
        """

        def begin() -> None:
            path = recovered.path
            alone = self._become(recovered.state, path, recovered.stamp)
            self._sketch.history.mark_unsaved()
            self.renamed.emit()
            if path is not None and not alone:
                self._notice.warn(f"{path.name} is open in another window of riffdesk too. Save a copy of it here.")
            then()

        self._unless_unsaved(begin)

    def _become(
        self, document: State | None, path: Path | None, stamp: str = "", params: SpectrogramParams | None = None
    ) -> bool:
        """Show another sketch; return whether its project is open in no other window."""
        alone = self._hold(path)
        if path is not None:
            self._saves.stamps[path] = stamp
        self._sketch.open(document or self._empty(params), new=document is None)
        self.renamed.emit()
        return alone

    def _hold(self, path: Path | None) -> bool:
        """Be at a project's file from now on; return whether no other window is."""
        self._copy_of, self._copy_name = None, _UNTITLED
        if path is None or path != self.path or self._lock is None:
            if self._lock is not None:
                self._lock.release()
            self._lock = ProjectLock(path) if path is not None else None
        self.path = path
        return self._lock is None or self._lock.take()

    def _remember(self, path: Path) -> None:
        self._settings.remember_file(path)
        self.renamed.emit()
        self.remembered.emit()

    def _empty(self, params: SpectrogramParams | None = None) -> State:
        return empty_state(params, self._defaults.new(), bars=NEW_BARS)

    def _import(self, path: Path, *, fresh: bool = False) -> None:
        """Read a sound, an image or notes; begin a new sketch with it only once it has been read."""

        def done(result: ImportedAudio | ImageInk | GivenScore) -> None:
            if fresh:
                self._unless_changed_since(moment, path.name, lambda: begin(result))
            else:
                add(result)

        def begin(result: ImportedAudio | ImageInk | GivenScore) -> None:
            self._become(None, None)
            add(result)

        def add(result: ImportedAudio | ImageInk | GivenScore) -> None:
            self._settings.last_folder = str(path.parent)
            if isinstance(result, GivenScore):
                self.score_read.emit(result)
            elif isinstance(result, ImageInk):
                name = readable(path.stem)
                level = partial(with_level, self._submit, self._notice, name, then=partial(self._add_image, name))
                if result.looks_inverted and is_inverted(self._window, name):
                    inverted = ImageRequest(path, invert=True)
                    self._submit(read_image, inverted, label, level)
                else:
                    level(result)
            elif self._sketch.params == params:
                request = ImportRequest(path, params)
                again = read_instead(self._window, request, result)
                for one in again:
                    self._submit(import_audio, one, label, self._add_sound)
                if not again:
                    self._add_sound(result)
            else:  # another sketch was opened meanwhile
                self._import(path)

        moment = Moment(self._sketch)
        params = SpectrogramParams() if fresh else self._sketch.params
        label = f"Importing {readable(path.name)}"
        if path.suffix.lower() in IMAGES:
            self._submit(read_image, ImageRequest(path), label, done)
        elif path.suffix.lower() in SCORES:
            self._submit(read_score, path, label, done)
        else:
            self._submit(import_audio, ImportRequest(path, params), label, done)

    def _add_sound(self, sound: ImportedAudio) -> None:
        untouched = self._sketch.untouched
        source = Source(Waveform.of(sound.audio), Ink.of(sound.ink))
        layer = Layer(source.tiles, sound.name, source=source, recipe=sound.recipe)
        self._add(layer, Sound(source.waveform), sound.audio.shape[-1])
        take_tempo(self._sketch, self._notice, sound, untouched=untouched)

    def _add(self, layer: Layer, sound: Sound | None = None, samples: int | None = None) -> None:
        untouched = self._sketch.untouched
        self._sketch.add_layer(layer, sound, samples=samples)
        if layer.recipe is not None:
            self.recipe_found.emit(layer.recipe, untouched)

    def _add_image(self, name: str, image: ImageInk) -> None:
        same_rate = image.params.sample_rate == self._sketch.params.sample_rate
        if self._sketch.untouched and same_rate and image.params != self._sketch.params:
            self._sketch.open(self._empty(image.params), new=True)
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
            self._save_to(self.path, then, compare=True)

    def save_as(self, then: Callable[[], None] = lambda: None) -> None:
        """Ask for a file and save there."""
        sketches = file_questions.file_filter("riffdesk sketches", (PROJECT,))
        path = self._ask_where("Save sketch", f"{safe_name(self.name)}{PROJECT}", sketches, PROJECT)
        if path:
            self._save_to(path, then)

    def _save_to(self, path: Path, then: Callable[[], None] = lambda: None, *, compare: bool = False) -> None:
        self._sketch.settle()  # a stroke that is being painted is in it as a step, which Esc no longer takes back
        moment = Moment(self._sketch)
        self._saves.add(Save(self._sketch.state, path, moment, then, compare))

    def _on_saved(self, save: Save, saved: SavedProject) -> None:
        if save.moment.same_sketch:
            self._hold(save.path)
            self._sketch.mark_saved(save.moment.position)
        self._remember(save.path)
        if saved.notes:
            self._notice.warn(" ".join((f"Saved {save.path.name}.", *saved.notes)))
        else:
            self._notice.tell(f"Saved {save.path.name}.")
        save.then()

    def _on_save_failed(self, save: Save, error: Exception) -> None:
        if not isinstance(error, ChangedOnDisk):
            self._notice.report(error)
            return
        answer = file_questions.ask_changed_on_disk(self._window, save.path.name)
        if answer == "another":
            self.save_as(save.then)
        elif answer == "replace":
            self._saves.add(replace(save, compare=False))

    def export(self) -> None:
        """Ask what to export, bring the sound up to date and write the files."""
        self._export.ask(self._folder, self.name)

    def export_image(self) -> None:
        """Ask for a file and write the active layer as a spectrogram image."""
        self._export.ask_image(self._folder)

    def export_notes(self) -> None:
        """Ask for a file and write the notes of the active layer as MIDI."""
        self._export.ask_notes(self._folder)

    # Asking

    def _ask_where(self, title: str, name: str, filters: str, suffix: str) -> Path | None:
        return file_questions.ask_where(self._window, title, self._folder / name, filters, suffix)

    @property
    def _folder(self) -> Path:
        """Where files of this sketch go, unless the user says otherwise."""
        return self.path.parent if self.path else Path(self._settings.last_folder or Path.home())

    def _unless_unsaved(self, go_on: Callable[[], object], text: str = "") -> None:
        """Go on, after asking about unsaved changes if there are any; and again, if there are new ones after saving."""
        if self.may_leave(lambda: self._unless_unsaved(go_on, text), text):
            go_on()

    def _unless_changed_since(self, moment: Moment, name: str, go_on: Callable[[], object]) -> None:
        """Go on with a file that has been read, after asking about what was done to the sketch meanwhile."""
        if moment.is_now:
            go_on()
        else:
            text = f"{name} has been read. Save the changes to {self.name} before it is opened?"
            self._unless_unsaved(go_on, text)

    def may_leave(self, after_saving: Callable[[], None], text: str = "") -> bool:
        """Return whether the sketch may be given up now; if the user saves first, go on after that."""
        self._sketch.settle()
        if not self._sketch.modified:
            return True
        answer = file_questions.ask_unsaved(self._window, text or f"Save the changes to {self.name} first?")
        if answer == "save":
            self.save(after_saving)
        return answer == "discard"

    def _submit(self, function: Any, request: object, label: str, done: Callable[[Any], object]) -> None:
        self._worker.submit(function, request, label, done, self._notice.report)
