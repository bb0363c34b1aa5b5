"""The library's part of the window: connects its panel with the sketch, playback, prompts and files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDockWidget, QWidget

from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.music.tempo import MAX_TEMPO, MIN_TEMPO, bar_seconds
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import MAX_SECONDS
from riffdesk.store.library.entry import Entry
from riffdesk.store.library.library import Library
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.library.comparison import Comparison
from riffdesk.ui.library.entries.entry_model import EntryModel
from riffdesk.ui.library.entry_audition import EntryAudition
from riffdesk.ui.library.entry_drop import EntryDrop
from riffdesk.ui.library.folders.own_folders import OwnFolders
from riffdesk.ui.library.library_edits import LibraryEdits
from riffdesk.ui.library.library_panel import LibraryPanel
from riffdesk.ui.library.library_thread import LibraryThread
from riffdesk.ui.library.prompt_history import PromptHistory
from riffdesk.ui.library.riff_keeper import RiffKeeper
from riffdesk.ui.library.variation_batch import VariationBatch
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.riff.riffs import Riffs
from riffdesk.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from riffdesk.analysis.upkeep import Upkeep
    from riffdesk.audio.filing.sound_files import ImportedAudio
    from riffdesk.sketch.recipe.recipe import Recipe

_UPKEEP_MS = 5_000  # after the start, when the disk is idle


class RiffLibrary(QObject):
    """Holds the parts of the library, connected with each other.

    Parameters
    ----------
    parts : WindowParts
    riffs : Riffs
    """

    def __init__(self, parts: WindowParts, riffs: Riffs, parent: QWidget) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._worker = parts.sketch, parts.player, parts.worker
        self._notice, self._riffs = parts.notice, riffs
        self._reader: Library | None = None
        self._usable = True
        self.thread_ = LibraryThread(self._fail, self)
        self.keeper = RiffKeeper(parts, riffs, self.thread_, self)
        self.model = EntryModel(self._open_reader, self)
        self.edits = LibraryEdits(self.model, self.thread_, parts.notice, self)
        self.panel = LibraryPanel(self.model, self.edits, self.thread_, parts.settings)
        self.audition = EntryAudition(parts, self.thread_, self.panel, self)
        self.panel.auditioned.connect(self.audition.hear)
        self.comparison = Comparison(parts, self.audition, self)
        self._connect_comparison()
        self.folders = OwnFolders(self.panel.folders, self.thread_, parts.notice, parts.settings, self.panel)
        self.folders.changed.connect(self._show_folders)
        self.folders.found.connect(self.panel.search.setText)
        self.panel.shown.connect(self.folders.begin)
        self.panel.added.connect(self._add_or_keep)
        self.batch = VariationBatch(parts, riffs.variations, self.keeper, self.panel, self)
        riffs.variations.started.connect(lambda *_: self._show_view())
        self.panel.recipe_used.connect(self._use_recipe)
        self.panel.more_wanted.connect(self._more_like)
        self.history = PromptHistory(riffs.panel, self.thread_, self)
        self.keeper.kept.connect(lambda _: self.panel.refresh())
        self._upkeep = QTimer(self, singleShot=True, interval=_UPKEEP_MS)
        self._upkeep.timeout.connect(self._tend)
        self.panel.shown.connect(self._upkeep.start)

    def _connect_comparison(self) -> None:
        compared, strip = self.comparison, self.panel.comparison
        self.panel.comparison_wanted.connect(compared.begin)
        compared.changed.connect(lambda: self.panel.show_comparison(compared.entries, compared.number))
        strip.chosen.connect(compared.choose)
        strip.ended.connect(compared.end)
        strip.added.connect(lambda: self._add_or_keep(compared.entries[compared.number]))
        strip.rated.connect(lambda stars: self.edits.rate([compared.entries[compared.number]], stars))

    def connect_with(self, canvas: SpectrogramCanvas, playback: Playback) -> None:
        """Accept entries that are dropped on the canvas, and play entries."""
        self.audition.playback = playback
        self._drop = EntryDrop(canvas, self)
        self._drop.dropped.connect(self._add_dropped)

    def show(self) -> None:
        """Show the panel and give the focus to its search field."""
        self._raise_dock()
        self.panel.search.setFocus()

    def add_folder(self) -> None:
        """Show the panel, and ask for a folder of the user's own."""
        self._raise_dock()
        self.folders.choose()

    def _show_folders(self, redrawn: bool) -> None:
        if redrawn:
            self.model.forget_pictures()
        self.panel.refresh()

    def _show_view(self) -> None:
        self._raise_dock()
        self.panel.view.setFocus()

    def _raise_dock(self) -> None:
        dock = self.panel.parentWidget()
        if isinstance(dock, QDockWidget):
            dock.show()
            dock.raise_()

    def close(self) -> None:
        """End the thread and close the library."""
        self._upkeep.stop()
        self.folders.close()
        self.thread_.close()
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    # Adding to the sketch

    def _add_or_keep(self, entry: Entry) -> None:
        """Add a variation of this sketch as it was rendered, at its beginning; any other entry at the playhead."""
        if not self.batch.keep(entry):
            self.add(entry)

    def add(self, entry: Entry, seconds: float | None = None) -> None:
        """Add an entry as a layer; the notes of a MIDI file are set for the next riff.

        Parameters
        ----------
        entry : Entry
        seconds : float, optional
            A time in the bar at which it begins; by default that of the playhead.
        """
        from riffdesk.audio.filing.sound_files import ImportRequest, import_audio

        if entry.kind == "notes":
            self._use_notes(entry)
            return
        if seconds is None:
            seconds = self._player.position / self._player.sample_rate
        if self._sketch.untouched:
            seconds = 0.0
        request = ImportRequest(entry.path, self._sketch.params)
        done = self._riffs.incoming.unless_closed(partial(self._add_layer, entry, seconds))
        self._worker.submit(import_audio, request, tr("Adding {name}", name=entry.name), done, self._notice.report)

    def _use_notes(self, entry: Entry) -> None:
        from riffdesk.engine.riff.score.score_files import read_score

        done = self._riffs.incoming.unless_closed(self._riffs.recipe_maker.use_score)
        self._worker.submit(read_score, entry.path, tr("Reading {name}", name=entry.name), done, self._notice.report)

    def _add_dropped(self, ids: list[int], seconds: float) -> None:
        reader = self._open_reader()
        for entry in reader.entries(ids) if reader is not None else ():
            self.add(entry, seconds)

    def _add_layer(self, entry: Entry, seconds: float, sound: ImportedAudio) -> None:
        sketch = self._sketch
        if sketch.untouched and MIN_TEMPO <= entry.tempo <= MAX_TEMPO:
            sketch.set_tempo(entry.tempo)
        state = sketch.state
        bar = bar_seconds(state.tempo, state.beats_per_bar)
        # A column may not be at the bar line, and is at most 5 ms away from it.
        column = round(int(seconds / bar + 1e-6) * bar * state.params.columns_per_second)
        source = Source(Waveform.of(sound.audio), Ink.of(sound.ink))
        layer = Layer(source.tiles, entry.name, source=source, recipe=sound.recipe, sound=Sound(source.waveform))
        longest = round(MAX_SECONDS * state.params.columns_per_second)
        if column:
            layer = layer.delayed(column, state.params.hop, longest)
        samples = column * state.params.hop + sound.audio.shape[-1]
        with self._notice.reporting_errors():
            if samples > MAX_SECONDS * state.params.sample_rate:
                raise UserError(
                    tr(
                        "{name} would end after 10 minutes, the longest a sketch can be. Add it earlier.",
                        name=entry.name,
                    )
                )
            sketch.add_layer(layer, samples=samples, name=tr("Add from library"))

    # Recipes

    def _use_recipe(self, entry: Entry) -> None:
        self._with_recipe(entry, self._riffs.recipe_maker.apply_recipe)

    def _more_like(self, entry: Entry) -> None:
        """Generate variations near an entry; the sketch is not changed."""
        from riffdesk.audio.filing.sound_files import ImportRequest, import_audio

        def generate(recipe: Recipe) -> None:
            def make(sound: ImportedAudio) -> None:
                self._riffs.variations.make_near(recipe, sound.ink, entry.path.name)

            request = ImportRequest(entry.path, self._sketch.params)
            self._worker.submit(import_audio, request, tr("Reading {name}", name=entry.name), make, self._notice.report)

        self._with_recipe(entry, generate)

    def _with_recipe(self, entry: Entry, then: Callable[[Recipe], object]) -> None:
        def use(text: str) -> None:
            recipe = recipe_json.from_text(text)
            if recipe is None:
                self._notice.tell(tr("{name} has no recipe that this riffdesk can read.", name=entry.name))
            else:
                with self._notice.reporting_errors():
                    then(recipe)

        self.thread_.submit(lambda library: library.details(entry.id).recipe, use)

    # The library's database

    def _open_reader(self) -> Library | None:
        """Return the library for reading in the GUI thread, which never waits for a writer; None if it cannot be."""
        if self._reader is None and self._usable:
            try:
                self._reader = Library()
            except UserError as error:
                self._fail(error)
        return self._reader

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._usable = self._reader is not None
            self.panel.tell(str(error))
            if self.panel.isVisible():
                self._notice.warn(str(error))
        else:
            self._notice.report(error)

    def _tend(self) -> None:
        from riffdesk.analysis.upkeep import tend

        def done(upkeep: Upkeep) -> None:
            if upkeep.message:
                self._notice.warn(upkeep.message)
            if upkeep.found or upkeep.removed:
                self.panel.refresh()

        self._worker.submit(tend, None, tr("Looking through the library"), done, self._fail)
