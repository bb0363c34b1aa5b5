"""The library's panel: a search field, the list or grid of results, and buttons for the selected riff."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPersistentModelIndex, QPoint, QSignalBlocker, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from riffdesk.language import plural, tr
from riffdesk.settings import Settings
from riffdesk.store.library.entry import Entry
from riffdesk.store.library.query import query_of, query_of_ids
from riffdesk.ui.fields import TextField
from riffdesk.ui.library.comparison_strip import LETTERS, ComparisonStrip
from riffdesk.ui.library.entries.entry_model import EntryModel
from riffdesk.ui.library.entries.entry_view import GRID, EntryView
from riffdesk.ui.library.entry_menu import entry_menu
from riffdesk.ui.library.folders.folder_bar import FolderBar
from riffdesk.ui.library.library_edits import LibraryEdits
from riffdesk.ui.library.library_room import LibraryRoom
from riffdesk.ui.library.library_thread import LibraryThread
from riffdesk.ui.library.sort_field import SortField
from riffdesk.ui.plain_text import PlainLabel, wrapped
from riffdesk.ui.theme import Colours

_SEARCH_MS = 30  # a pause in typing
_POLL_MS = 2_000
_AUDITION_MS = 60
_SEARCH_TIP = tr(
    "Words of name, prompt, tags and model, and fields: key:Am bpm:80-100 stars:3 model:starter tag:night kind:take "
    "seconds:4-10 seed:42 folder:drums"
)
_CONTEXT_TIP = tr("Play a riff together with the sketch, in its tempo and on its beat; or alone")
_MORE_TIP = tr("Generate variations near it: from its sound and its notes, with the next seeds, from closer to freer")
_GRID_TIP = tr("Pictures, names and stars side by side, or one riff in each row")
_COMPARE_TIP = tr(
    "Hear two to four selected riffs by turns, in step and equally loud; Ctrl and a click select another one"
)
_HOVER_TIP = tr("Hear a riff when the pointer rests on it; Up, Down and a click always do")


class LibraryPanel(QWidget):
    """Shows the library. The library is opened when the panel is shown for the first time.

    Parameters
    ----------
    model : EntryModel
    edits : LibraryEdits
        Changes entries, and undoes changes.
    thread : LibraryThread
    settings : Settings
    """

    auditioned = Signal(object)
    """The `Entry` to hear; None to hear the sketch again."""
    added = Signal(object)
    """The `Entry` to add to the sketch."""
    recipe_used = Signal(object)
    """The `Entry` whose recipe goes to the prompt panel."""
    more_wanted = Signal(object)
    """The `Entry` to which similar riffs are generated."""
    comparison_wanted = Signal(object)
    """The list of `Entry` to compare."""
    shown = Signal()
    """The panel was shown."""

    def __init__(self, model: EntryModel, edits: LibraryEdits, thread: LibraryThread, settings: Settings) -> None:
        super().__init__(objectName="library", accessibleName=tr("Library"))
        self.model, self._edits, self._thread, self._settings = model, edits, thread, settings
        self.search = TextField(
            objectName="librarySearch", placeholderText=tr("Search: piano key:Am bpm:80-100 stars:3")
        )
        self.search.setAccessibleName(tr("Search the library"))
        self.search.setToolTip(wrapped(_SEARCH_TIP))
        self.sort = SortField(settings)
        self.grid = QToolButton(objectName="libraryGrid", text=GRID, accessibleName=GRID, checkable=True)
        self.grid.setToolTip(_GRID_TIP)
        self.view = EntryView(model)
        self.status = PlainLabel("", objectName="libraryStatus", wordWrap=True)
        self.tags = TextField(objectName="libraryTags", placeholderText=tr("Tags, with commas between them"))
        self.tags.setAccessibleName(tr("Tags of the riff"))
        self.tags.setToolTip(tr("Tags of the selected riff; tag:night finds them"))
        self.context = QCheckBox(tr("With the sketch"), objectName="libraryContext", checked=settings.library_context)
        self.context.setToolTip(wrapped(_CONTEXT_TIP))
        self.hover = QCheckBox(tr("On hover"), objectName="libraryHover", checked=settings.library_hover)
        self.hover.setToolTip(wrapped(_HOVER_TIP))
        self.add = QPushButton(tr("Add as layer"), objectName="libraryAdd")
        self.add.setToolTip(tr("Add the riff as a layer at the bar of the playhead (Return)"))
        self.recipe = QPushButton(tr("Use recipe"), objectName="libraryRecipe")
        self.recipe.setToolTip(tr("Copy the settings of the riff to the prompt panel"))
        self.more = QPushButton(tr("More like this"), objectName="libraryMore")
        self.more.setToolTip(wrapped(_MORE_TIP))
        self.compare = QToolButton(objectName="libraryCompare", text=tr("Compare"), accessibleName=tr("Compare riffs"))
        self.compare.setToolTip(wrapped(_COMPARE_TIP))
        self.comparison = ComparisonStrip()
        self.all = QToolButton(objectName="libraryAll", text=tr("All riffs"), accessibleName=tr("Show all riffs"))
        self.all.hide()
        self.all.setToolTip(tr("Show all of the library again"))
        self.back = QToolButton(objectName="libraryStop", text=tr("Stop"), accessibleName=tr("Back to the sketch"))
        self.back.setToolTip(tr("End the riff, and hear the sketch again (Esc)"))
        self.folders = FolderBar()
        self.room = LibraryRoom(thread, settings)
        self._version = -1
        self._opened = False
        self._query = query_of("")
        self._batch: Sequence[int] | None = None
        self._title = ""
        self._typing = self._timer(_SEARCH_MS, self._search)
        self._hearing = self._timer(_AUDITION_MS, self._audition_current)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._look_for_changes)
        self._lay_out()
        self._connect()
        self._show_selection()

    def sizeHint(self) -> QSize:
        """Size for a few riffs."""
        return QSize(330, 420)

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self.view.delegate.look = look
        self.view.viewport().update()

    def set_colour_map(self, name: str) -> None:
        """Set the colours of the pictures."""
        if self.model.colour_map != name:
            self.model.colour_map = name
            self.model.forget_pictures()

    def refresh(self) -> None:
        """Search again, as the library has changed."""
        if self._opened:
            self._search()

    def show_batch(self, ids: Sequence[int] | None, title: str = "") -> None:
        """Show only some entries, with a sentence about them, until the user searches; None for all again.

        The first one is played when it arrives.
        """
        begins = ids is not None and self._batch is None
        if ids is None and self._batch is None:
            return
        if begins:
            self.search.clear()
            self.view.clearSelection()
        self._batch, self._title = ids, title
        self._search()

    def show_playing(self, entry: Entry | None) -> None:
        """Mark the played entry."""
        self.view.delegate.playing = None if entry is None else entry.id
        self.back.setEnabled(entry is not None)
        self.view.viewport().update()

    def show_comparison(self, entries: Sequence[Entry], number: int) -> None:
        """Show compared entries, with the number of the played one; no entries hide the strip."""
        rows = [self.model.row_of(entry.id) for entry in entries]
        pictures = [self.model.picture(row) if row >= 0 else None for row in rows]
        self.comparison.show_entries(entries, pictures, number)

    def tell(self, problem: str) -> None:
        """Show a sentence, such as why the library cannot be opened."""
        self.status.setText(problem)

    # Construction

    def _timer(self, interval: int, function: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(function)
        return timer

    def _lay_out(self) -> None:
        top, found, switches, buttons = (QHBoxLayout() for _ in range(4))
        found.addWidget(self.status, 1)
        found.addWidget(self.all)
        found.addWidget(self.folders.button)
        top.addWidget(self.search, 1)
        top.addWidget(self.sort)
        top.addWidget(self.grid)
        switches.addWidget(self.context)
        switches.addWidget(self.hover)
        switches.addStretch(1)
        switches.addWidget(self.compare)
        switches.addWidget(self.back)
        for button in (self.add, self.recipe, self.more):
            button.setStyleSheet("padding: 6px 4px")
            buttons.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addLayout(found)
        column.addWidget(self.folders)
        column.addWidget(self.comparison)
        column.addWidget(self.tags)
        column.addLayout(switches)
        column.addLayout(buttons)
        column.addWidget(self.room)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.sort.chosen.connect(self._search)
        view, edits = self.view, self._edits
        view.selectionModel().currentChanged.connect(lambda *_: self._hearing.start())
        view.selectionModel().selectionChanged.connect(lambda *_: self._show_selection())
        view.clicked.connect(lambda _: self._hearing.start())
        view.rested.connect(self._on_rest)
        view.rated.connect(lambda stars: edits.rate(view.selected_entries(), stars))
        view.delegate.rated.connect(self._rate_one)
        view.deleted.connect(self._delete)
        view.undone.connect(edits.undo)
        view.left.connect(lambda: self.auditioned.emit(None))
        view.activated_entry.connect(lambda: self._emit(self.added))
        view.customContextMenuRequested.connect(self._show_menu)
        self.model.renamed.connect(self._rename)
        self.tags.editingFinished.connect(self._set_tags)
        self.add.clicked.connect(lambda: self._emit(self.added))
        self.recipe.clicked.connect(lambda: self._emit(self.recipe_used))
        self.more.clicked.connect(lambda: self._emit(self.more_wanted))
        self.compare.clicked.connect(self._compare)
        self.all.clicked.connect(lambda: self.show_batch(None))
        self.back.clicked.connect(lambda: self.auditioned.emit(None))
        self.context.toggled.connect(self._set_context)
        self.hover.toggled.connect(lambda on: setattr(self._settings, "library_hover", on))
        edits.changed.connect(self.refresh)
        self.grid.toggled.connect(self._set_grid)
        self.grid.setChecked(self._settings.library_grid)

    # Searching

    def showEvent(self, event: QShowEvent) -> None:
        """Search, and check for changes by other windows from now on."""
        super().showEvent(event)
        self._opened = True
        self._poll.start()
        self.shown.emit()
        self._search()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop playing the riff, as its panel is hidden."""
        self._poll.stop()
        self._hearing.stop()
        self.auditioned.emit(None)
        super().hideEvent(event)

    def _set_grid(self, on: bool) -> None:
        self._settings.library_grid = on
        self.view.set_grid(on)

    def _search(self) -> None:
        self._typing.stop()
        if not self._opened:
            return
        text = self.search.text()
        if text.strip():
            self._batch = None
        self._query = query_of(text) if self._batch is None else query_of_ids(self._batch)
        sort = self.sort.currentData()
        if self._batch is not None and sort == "newest":
            sort = "oldest"  # new entries are added at the end, where they do not move the others
        self.all.setVisible(self._batch is not None)
        self._thread.search(self._query, sort, self._show_ids)
        self.room.refresh()

    def _look_for_changes(self) -> None:
        if not self._thread.busy:
            self._thread.submit(lambda library: library.version(), self._compare_version)

    def _compare_version(self, version: int) -> None:
        if version != self._version:
            first, self._version = self._version < 0, version
            if not first:
                self._search()

    def _show_ids(self, ids: array[int]) -> None:
        """Show the results; the selection stays on its entries."""
        chosen = {entry.id for entry in self.view.selected_entries()}
        current = self.view.current_entry()
        top = self.view.verticalScrollBar().value()
        blocked = QSignalBlocker(self.view.selectionModel())
        self.model.set_ids(ids)
        if chosen:
            self._select(chosen, None if current is None else current.id)
        del blocked
        self.view.verticalScrollBar().setValue(top)
        self._show_selection()
        count = plural(len(ids), "{count:,} riff", "{count:,} riffs")
        if not len(ids):
            empty = tr("Riffs appear here as soon as they are made.")
            count = tr("Nothing matches.") if self.search.text().strip() else empty
        if self._batch is not None:
            count = self._title
            if len(ids) and not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))
        if self._query.like and len(ids):
            count = tr("{riffs}, the most similar first.", riffs=count)
        self.status.setText(" ".join((count, *self._query.problems)))

    def _select(self, chosen: set[int], current: int | None) -> None:
        selection = self.view.selectionModel()
        for entry_id in chosen:
            row = self.model.row_of(entry_id)
            if row >= 0:
                selection.select(self.model.index(row), selection.SelectionFlag.Select)
                if entry_id == current:
                    selection.setCurrentIndex(self.model.index(row), selection.SelectionFlag.NoUpdate)
        self.view.viewport().update()

    # The selected riffs

    def _emit(self, signal: object) -> None:
        entry = self.view.current_entry()
        if entry is not None:
            signal.emit(entry)  # type: ignore[attr-defined]

    def _audition_current(self) -> None:
        self._hearing.stop()
        entry = self.view.current_entry()
        if entry is not None and self.isVisible() and self.view.selectionModel().hasSelection():
            self.auditioned.emit(entry)

    def _compare(self) -> None:
        self._hearing.stop()
        self.comparison_wanted.emit(self.view.selected_entries())

    def _on_rest(self, index: QPersistentModelIndex) -> None:
        entry = self.model.entry(index.row())
        if self.hover.isChecked() and entry is not None and entry.id != self.view.delegate.playing:
            self.auditioned.emit(entry)

    def _set_context(self, on: bool) -> None:
        self._settings.library_context = on
        if self.view.delegate.playing is not None:
            self._audition_current()

    def _show_selection(self) -> None:
        entries = self.view.selected_entries()
        one = entries[0] if len(entries) == 1 else None
        self.tags.setEnabled(one is not None)
        if not self.tags.hasFocus():
            self.tags.setText(", ".join(one.tags) if one is not None else "")
            self.tags.setModified(False)
        self.add.setEnabled(one is not None)
        self.compare.setEnabled(2 <= len(entries) <= len(LETTERS))
        for button in (self.recipe, self.more):
            button.setEnabled(one is not None and one.seed is not None)

    def _rate_one(self, entry_id: int, stars: int) -> None:
        entry = self.model.entry(self.model.row_of(entry_id))
        if entry is not None:
            self._edits.rate([entry], stars)

    def _rename(self, entry_id: int, name: str) -> None:
        entry = self.model.entry(self.model.row_of(entry_id))
        if entry is not None:
            self._edits.rename(entry, name)

    def _set_tags(self) -> None:
        entries = self.view.selected_entries()
        if self.tags.isModified() and len(entries) == 1:
            self.tags.setModified(False)
            self._edits.set_tags(entries[0], self.tags.text().split(","))

    def _delete(self) -> None:
        entries = self.view.selected_entries()
        if not entries:
            return
        row = self.model.row_of(entries[0].id)
        self.auditioned.emit(None)
        self._edits.delete(entries)
        after = min(row, len(self.model.ids) - 1)
        if after >= 0:
            blocked = QSignalBlocker(self.view.selectionModel())
            self.view.setCurrentIndex(self.model.index(after))
            del blocked
            self._show_selection()

    def _show_menu(self, place: QPoint) -> None:
        entries = self.view.selected_entries()
        if not entries:
            return
        one = len(entries) == 1
        has_recipe = one and entries[0].seed is not None
        choices = (
            (tr("&Add as layer"), lambda: self._emit(self.added), one),
            (tr("&Use its recipe"), lambda: self._emit(self.recipe_used), has_recipe),
            (tr("&Generate more like this"), lambda: self._emit(self.more_wanted), has_recipe),
            (tr("&Find similar"), lambda: self.search.setText(f"like:{entries[0].id}"), one),
            (tr("C&ompare"), self._compare, 2 <= len(entries) <= len(LETTERS)),
            (tr("Re&name"), lambda: self.view.edit(self.view.currentIndex()), one),
            (tr("&Copy as file"), self.view.copy_files, True),
            (tr("&Delete"), self._delete, True),
        )
        menu = entry_menu(choices, lambda stars: self._edits.rate(entries, stars), self)
        menu.popup(self.view.viewport().mapToGlobal(place))
