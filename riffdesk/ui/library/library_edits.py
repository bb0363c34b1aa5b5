"""Changes of the library by the user: stars, names, tags and deleting, each of which can be undone."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from riffdesk.errors import UserError
from riffdesk.language import plural, tr
from riffdesk.store.library.entry import Entry, clean_tags
from riffdesk.store.library.library import Library
from riffdesk.ui.library.entries.entry_model import EntryModel
from riffdesk.ui.library.library_thread import LibraryCall, LibraryThread
from riffdesk.ui.notices import Notice

_MAX_UNDO = 200


class LibraryEdits(QObject):
    """Shows each change at once, and changes the library in the thread.

    Parameters
    ----------
    model : EntryModel
    thread : LibraryThread
    notice : Notice
        Offers to undo a deletion.
    """

    changed = Signal()
    """The library was changed, so that another list may match the search."""

    def __init__(self, model: EntryModel, thread: LibraryThread, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._thread, self._notice = model, thread, notice
        self._undo: list[Callable[[], None]] = []

    def rate(self, entries: Sequence[Entry], stars: int) -> None:
        """Give entries stars."""
        before = {entry.id: entry.stars for entry in entries}
        self._rate(dict.fromkeys(before, stars))
        self._push(lambda: self._rate(before))

    def rename(self, entry: Entry, name: str) -> None:
        """Give an entry another name."""
        self._rename(entry.id, name)
        self._push(lambda: self._rename(entry.id, entry.name))

    def set_tags(self, entry: Entry, tags: Sequence[str]) -> None:
        """Replace the tags of an entry."""
        try:
            cleaned = clean_tags(tags)
        except UserError as error:
            self._notice.warn(str(error))
            return
        if cleaned != entry.tags:
            self._set_tags(entry.id, cleaned)
            self._push(lambda: self._set_tags(entry.id, entry.tags))

    def delete(self, entries: Sequence[Entry]) -> None:
        """Move entries to the trash, and offer to bring them back."""
        ids = [entry.id for entry in entries]
        gone = set(ids)
        self._model.set_ids(array("q", (one for one in self._model.ids if one not in gone)))
        self._change(lambda library: library.trash(ids))
        restore = self._once(lambda: self._change(lambda library: library.restore(ids)))
        self._push(restore)
        text = plural(
            len(entries),
            "Deleted {name} from the library.",
            "Deleted {count} riffs from the library.",
            name=entries[0].name if entries else "",
        )
        self._notice.offer(text, (tr("Undo"), restore))

    def undo(self) -> None:
        """Undo the last change."""
        if self._undo:
            self._undo.pop()()

    def _rate(self, stars: dict[int, int]) -> None:
        for entry_id, number in stars.items():
            self._model.change(entry_id, stars=number)
        by_stars = {number: [one for one, its in stars.items() if its == number] for number in set(stars.values())}

        def work(library: Library) -> None:
            for number, ids in by_stars.items():
                library.rate(ids, number)

        self._change(work)

    def _rename(self, entry_id: int, name: str) -> None:
        self._model.change(entry_id, name=name)
        self._change(lambda library: library.rename(entry_id, name))

    def _set_tags(self, entry_id: int, tags: Sequence[str]) -> None:
        self._model.change(entry_id, tags=tuple(tags))
        self._change(lambda library: library.set_tags(entry_id, tags))

    def _change(self, work: LibraryCall) -> None:
        self._thread.submit(work, lambda _: self.changed.emit())

    def _push(self, undo: Callable[[], None]) -> None:
        self._undo.append(undo)
        del self._undo[:-_MAX_UNDO]

    def _once(self, undo: Callable[[], None]) -> Callable[[], None]:
        """Return a function that undoes a change at its first call, by key or by notice, and nothing later."""
        done = False

        def act() -> None:
            nonlocal done
            if act in self._undo:
                self._undo.remove(act)
            if not done:
                done = True
                undo()

        return act
