"""Opening and saving the sketch: shows the dialogs, sends requests to the worker, uses the results."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import readable
from riffdesk.files import remove_abandoned, safe_name
from riffdesk.language import tr
from riffdesk.language.dates import date
from riffdesk.paths import config_dir, data_dir, resources_dir
from riffdesk.sketch.changes import with_render
from riffdesk.sketch.history import Revision
from riffdesk.sketch.snapshots import Snapshots
from riffdesk.sketch.state import NEW_BARS, State, empty_state
from riffdesk.store.project.project_file import PROJECT
from riffdesk.store.project.project_lock import ProjectLock
from riffdesk.store.project.stamp import ChangedOnDisk
from riffdesk.ui.document import file_dialogs
from riffdesk.ui.document.file_import import FileImport
from riffdesk.ui.document.save_queue import Moment, Save, SaveQueue
from riffdesk.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from riffdesk.store.journal.recovery import Recovered
    from riffdesk.store.project.opening import OpenedProject, OpenRequest
    from riffdesk.store.project.saving import SavedProject
    from riffdesk.store.project.versions import Version
    from riffdesk.ui.document.export import Export
    from riffdesk.ui.document.file_import import FileContents


_UNTITLED = tr("Untitled")
_EXAMPLE = tr("Example")


class Documents(QObject):
    """Opens and saves the sketch; starts imports and exports."""

    renamed = Signal()
    """The project's file or name has changed, or the list of recent files."""
    settings_changed = Signal()
    """The recent files or the folders in the settings have changed."""

    def __init__(self, parts: WindowParts, window: QWidget) -> None:
        super().__init__(window)
        self._sketch, self._worker, self._settings = parts.sketch, parts.worker, parts.settings
        self._defaults, self._notice, self._window = parts.defaults, parts.notice, window
        self.path: Path | None = None
        self._copy_of: Path | None = None
        self._copy_name = _UNTITLED
        self._lock: ProjectLock | None = None
        self.file_import = FileImport(parts, window)
        self._parts, self.snapshots = parts, Snapshots(parts.sketch)
        self._saves = SaveQueue(self._worker, self._on_saved, self._on_save_failed)

    @property
    def name(self) -> str:
        """Name of the project: that of its file without the suffix, or "Untitled"."""
        return readable(self.path.stem) if self.path else self._copy_name

    @property
    def project(self) -> Path | None:
        """The project whose versions can be opened: the sketch's file, or that of which it is an earlier version."""
        return self.path or self._copy_of

    def close(self) -> None:
        """Release the lock of the project's file."""
        self._set_path(None)

    def remove_abandoned(self) -> None:
        """Remove temporary files of crashed saves and exports from the known folders, in a background thread."""
        files, folders = self._settings.recent_files, (self._settings.last_folder, self._settings.export_folder)
        places = {data_dir(), config_dir(), *(Path(file).parent for file in files), *map(Path, filter(None, folders))}

        def remove() -> None:
            for place in places:
                remove_abandoned(place)

        threading.Thread(target=remove, daemon=True).start()

    @property
    def stamp(self) -> str:
        """Stamp of the project's file when it was last opened or saved; '' if it is unknown."""
        return "" if self.path is None else self._saves.stamps.get(self.path, "")

    # New, open, import

    def new(self) -> None:
        """Begin a new sketch."""
        self._unless_unsaved(lambda: self._show_document(None, None))

    def new_with(self, params: SpectrogramParams, then: Callable[[], object]) -> None:
        """Begin a new sketch with other spectrogram settings, then call a function."""

        def begin() -> None:
            self._show_document(None, None, params=params)
            then()

        self._unless_unsaved(begin)

    def open(self) -> None:
        """Ask for a file and open it."""
        path = file_dialogs.ask_what_to_open(self._window, self._settings.last_folder)
        if path is not None:
            self.open_path(path)

    def open_example(self) -> None:
        """Open the example that comes with riffdesk, as an unsaved sketch."""
        from riffdesk.store.project.opening import OpenRequest

        request = OpenRequest(resources_dir() / "examples" / "example.riff", tr("the example"))

        def show(opened: OpenedProject) -> None:
            self._show_document(opened.document, None, snapshots=opened.snapshots)
            self._copy_name = _EXAMPLE
            self.renamed.emit()

        self._unless_unsaved(lambda: self._load(request, show))

    def open_path(self, path: Path) -> None:
        """Open a project, or import a file into a new sketch."""
        from riffdesk.store.project.opening import OpenRequest

        if path.suffix.lower() == PROJECT:
            self._unless_unsaved(lambda: self._load(OpenRequest(path), partial(self._show_project, path)))
        else:
            self._unless_unsaved(lambda: self._open_as_new(path))

    def import_files(self) -> None:
        """Ask for sounds, images and MIDI files, and import them."""
        self.import_paths(file_dialogs.ask_what_to_import(self._window, self._settings.last_folder))

    def ask_for_picture(self) -> Path | None:
        """Ask for a picture, and remember its folder; None if the user cancels."""
        path = file_dialogs.ask_for_picture(self._window, self._settings.last_folder)
        if path is not None:
            self._settings.last_folder = str(path.parent)
        return path

    def import_paths(self, paths: list[Path]) -> None:
        """Import sounds and images as layers, and MIDI files as the next riff's notes; open a project instead."""
        projects = [path for path in paths if path.suffix.lower() == PROJECT]
        if projects:
            self.open_path(projects[0])
            return
        for path in paths:
            self.file_import.import_file(path)

    def open_version(self, project: Path, version: Version) -> None:
        """Open an earlier version of a project as an unsaved copy, and offer to restore it."""
        from riffdesk.store.project.opening import OpenRequest

        request = OpenRequest(version.path, project.name)
        self._unless_unsaved(lambda: self._load(request, partial(self._show_version, project, version)))

    def _load(self, request: OpenRequest, show: Callable[[OpenedProject], None]) -> None:
        from riffdesk.store.project.opening import open_project

        moment, name = Moment(self._sketch), request.name or request.path.name

        def done(opened: OpenedProject) -> None:
            self._unless_changed_since(moment, name, lambda: show(opened))

        self._submit(open_project, request, tr("Opening {name}", name=name), done)

    def _show_project(self, path: Path, opened: OpenedProject) -> None:
        notes = list(opened.notes)
        if not self._show_document(opened.document, path, opened.stamp, snapshots=opened.snapshots):
            notes.append(
                tr(
                    "{name} is open in another window of riffdesk too. Work there, or save a copy of it here first.",
                    name=path.name,
                )
            )
        self._remember(path)
        if notes:
            self._notice.warn(" ".join(notes))

    def _show_version(self, project: Path, version: Version, opened: OpenedProject) -> None:
        when = f"{date(version.saved_at)}, {version.saved_at:%H:%M:%S}"
        self._show_document(opened.document, None, snapshots=opened.snapshots)
        self._copy_of, self._copy_name = project, f"{project.stem}, {when}"
        self._sketch.history.mark_unsaved()
        moment = Moment(self._sketch)

        def restore() -> None:
            if moment.same_sketch:
                self._save_to(project, compare=True)
            else:
                self._notice.warn(tr("That version is no longer open. Choose it again under File > Versions."))

        text = tr(
            "This is a copy of the version of {name} of {when}. Restore saves it as {name}.",
            name=project.name,
            when=when,
        )
        self._notice.offer(" ".join((*opened.notes, text)), (tr("Restore"), restore))
        self.renamed.emit()

    def open_recovered(self, recovered: Recovered, then: Callable[[], object]) -> None:
        """Open a recovered sketch with unsaved changes, then call a function.

        It is saved to its project's file; a save asks first if that was changed since by another program.
        """

        def begin() -> None:
            path = recovered.path
            alone = self._show_document(recovered.state, path, recovered.stamp, snapshots=recovered.snapshots)
            self._sketch.history.mark_unsaved()
            self.renamed.emit()
            if path is not None and not alone:
                self._notice.warn(
                    tr("{name} is open in another window of riffdesk too. Save a copy of it here.", name=path.name)
                )
            then()

        self._unless_unsaved(begin)

    def _show_document(
        self,
        document: State | None,
        path: Path | None,
        stamp: str = "",
        params: SpectrogramParams | None = None,
        snapshots: tuple[State | None, ...] = (),
    ) -> bool:
        """Show a document, or an empty one; return False if its project is open in another window of riffdesk."""
        alone = self._set_path(path)
        if path is not None:
            self._saves.stamps[path] = stamp
        state = self._empty(params) if document is None else with_render(document, document.render.refined())
        self._sketch.open(state, new=document is None)
        self.snapshots.restore(tuple(kept and with_render(kept, kept.render.refined()) for kept in snapshots))
        self.renamed.emit()
        return alone

    def _set_path(self, path: Path | None) -> bool:
        """Set and lock the project's file; return False if another window of riffdesk has locked it."""
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
        self.settings_changed.emit()

    def _empty(self, params: SpectrogramParams | None = None) -> State:
        return empty_state(params, self._defaults.new(), bars=NEW_BARS)

    def _open_as_new(self, path: Path) -> None:
        """Import a file into a new sketch, which is shown once the file is read."""
        moment, params = Moment(self._sketch), SpectrogramParams()

        def show(contents: FileContents) -> None:
            self._show_document(None, None)
            self.file_import.add(path, params, contents)

        def done(contents: FileContents) -> None:
            self._unless_changed_since(moment, path.name, lambda: show(contents))

        self.file_import.read(path, params, done)

    # Save, export

    def save(self, then: Callable[[], None] = lambda: None) -> None:
        """Save to the project's file, or ask for one; then call a function."""
        if self.path is None:
            self.save_as(then)
        else:
            self._save_to(self.path, then, compare=True)

    def save_as(self, then: Callable[[], None] = lambda: None) -> None:
        """Ask for a file and save to it; then call a function."""
        sketches = file_dialogs.file_filter(tr("riffdesk sketches"), (PROJECT,))
        path = self._ask_where(tr("Save sketch"), f"{safe_name(self.name)}{PROJECT}", sketches, PROJECT)
        if path:
            self._save_to(path, then)

    def _save_to(self, path: Path, then: Callable[[], None] = lambda: None, *, compare: bool = False) -> None:
        self._sketch.settle()  # a stroke in progress is saved as a step, which Esc no longer reverts
        moment = Moment(self._sketch)
        held = self.snapshots.states, self.snapshots.revision
        self._saves.add(Save(self._sketch.state, path, moment, then, compare, *held))

    def _on_saved(self, save: Save, saved: SavedProject) -> None:
        if save.moment.same_sketch:
            self._set_path(save.path)
            self._sketch.mark_saved(save.moment.position)
            if save.revision is not self.snapshots.revision:  # one was held meanwhile
                self._sketch.mark_saved(Revision())
        self._remember(save.path)
        if saved.notes:
            self._notice.warn(" ".join((tr("Saved {name}.", name=save.path.name), *saved.notes)))
        else:
            self._notice.tell(tr("Saved {name}.", name=save.path.name))
        save.then()

    def _on_save_failed(self, save: Save, error: Exception) -> None:
        if not isinstance(error, ChangedOnDisk):
            self._notice.report(error)
            return
        answer = file_dialogs.ask_changed_on_disk(self._window, save.path.name)
        if answer == "another":
            self.save_as(save.then)
        elif answer == "replace":
            self._saves.add(replace(save, compare=False))

    @cached_property
    def _export(self) -> Export:
        from riffdesk.ui.document.export import Export

        export = Export(self._parts, self._window)
        export.settings_changed.connect(self.settings_changed)
        return export

    def export(self) -> None:
        """Show the export dialog, finish the sound and write the files."""
        self._export.ask(self._folder, self.name)

    def export_part(self, part: State | None) -> None:
        """Do as `export` with a part of the sketch; nothing if it is None."""
        if part is not None:
            self._export.ask(self._folder, tr("{name} part", name=self.name), part)

    def export_image(self) -> None:
        """Ask for a file and write the active layer as a spectrogram image."""
        self._export.ask_image(self._folder)

    def export_notes(self) -> None:
        """Ask for a file and write the notes of the active layer as MIDI."""
        self._export.ask_notes(self._folder)

    # Questions

    def _ask_where(self, title: str, name: str, filters: str, suffix: str) -> Path | None:
        return file_dialogs.ask_where(self._window, title, self._folder / name, filters, suffix)

    @property
    def _folder(self) -> Path:
        """Folder that file dialogs suggest."""
        return self.path.parent if self.path else Path(self._settings.last_folder or Path.home())

    def _unless_unsaved(self, then: Callable[[], object], text: str = "") -> None:
        """Ask about unsaved changes, if there are any, and call a function unless the user cancels.

        Asks again about changes that are made during the save.
        """
        if self.may_leave(lambda: self._unless_unsaved(then, text), text):
            then()

    def _unless_changed_since(self, moment: Moment, name: str, then: Callable[[], object]) -> None:
        """Call a function, after asking about the sketch's changes since a moment if there are any."""
        if moment.is_now:
            then()
        else:
            text = tr(
                "{name} has been read. Save the changes to {sketch} before it is opened?",
                name=name,
                sketch=self.name,
            )
            self._unless_unsaved(then, text)

    def may_leave(self, after_saving: Callable[[], None], text: str = "") -> bool:
        """Ask about unsaved changes; return whether to close the sketch now.

        If the user chooses to save, ``after_saving`` is called after that.
        """
        self._sketch.settle()
        if not self._sketch.modified:
            return True
        answer = file_dialogs.ask_unsaved(self._window, text or tr("Save the changes to {name} first?", name=self.name))
        if answer == "save":
            self.save(after_saving)
        return answer == "discard"

    def _submit(self, function: Any, request: object, label: str, done: Callable[[Any], object]) -> None:
        self._worker.submit(function, request, label, done, self._notice.report)
