"""Autosave: stores each change of an unsaved sketch in its journal."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from riffdesk.sketch.events import DocumentOpened, HistoryChanged
from riffdesk.sketch.sketch import Sketch
from riffdesk.store.journal.journal import Journal, Snapshot
from riffdesk.store.journal.manifest import OpenRiff
from riffdesk.store.journal.writer_thread import JournalThread
from riffdesk.ui.document.documents import Documents
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs

_INTERVAL_MS = 500
"""Delay from the first change to the snapshot that contains it. At most 2 s of work may be lost, which leaves 1.5 s to
a busy disk. The delay does not restart with each change, as then a long stroke would not be stored."""
_RETRY_MS = 10_000


class Autosave(QObject):
    """Writes the journal of the sketch; the project's file is never changed.

    The GUI thread only passes the document, an immutable value, to the journal's thread, which packs and writes it.
    The journal of a saved sketch is empty.

    Parameters
    ----------
    sketch : Sketch
    documents : Documents
        Has the project's name and file.
    incoming : IncomingRiffs
        Has the riffs that are being rendered, which are continued after a recovery.
    notice : Notice
        Reports write errors.
    """

    _failed = Signal(object)

    def __init__(
        self,
        sketch: Sketch,
        documents: Documents,
        incoming: IncomingRiffs,
        notice: Notice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sketch, self._documents, self._incoming, self._notice = sketch, documents, incoming, notice
        self._reported: set[str] = set()
        self._recovered_riffs: list[OpenRiff] = []
        self._thread = JournalThread(self._failed.emit)
        self._timer = QTimer(self, singleShot=True, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self.save)
        self._failed.connect(self._on_failed)
        sketch.subscribe(self._on_change)
        documents.renamed.connect(self._schedule)

    def save(self) -> None:
        """Store the present document."""
        self._timer.stop()
        if not self._sketch.modified:
            self._thread.mark_saved()
            return
        documents = self._documents
        riffs = self._incoming.partial_riffs()
        riffs += [(riff.partial, partial(getattr, riff, "folder")) for riff in self._recovered_riffs]
        named = documents.name, documents.path, documents.stamp
        self._thread.write(Snapshot(self._sketch.state, *named, riffs, documents.snapshots.states))

    def adopt(self, journal: Journal) -> None:
        """Continue the journal of a recovered sketch."""
        self._thread.adopt(journal)
        self._schedule()

    def add_riff(self, riff: OpenRiff) -> None:
        """Store a recovered riff with the sketch, although it is not being rendered yet."""
        self._recovered_riffs.append(riff)

    def remove_riff(self, riff: OpenRiff) -> bool:
        """Undo `add_riff`; return False if the riff's sketch was closed."""
        added = riff in self._recovered_riffs
        self._recovered_riffs = [other for other in self._recovered_riffs if other is not riff]
        return added

    def wait(self, seconds: float = 60.0) -> bool:
        """Wait until the last snapshot is on disk; return False after a timeout in seconds."""
        return self._thread.wait(seconds)

    def close(self, *, asked: bool = True) -> None:
        """Stop autosave.

        Parameters
        ----------
        asked : bool
            Whether the user has saved or discarded the changes, so that the journal is removed. Otherwise, as after
            Ctrl+C in the terminal, unsaved changes are kept for the next start.
        """
        keep = not asked and self._sketch.modified
        if keep:
            self._sketch.settle()
            self.save()
        self._timer.stop()
        self._sketch.unsubscribe(self._on_change)
        self._thread.close(keep=keep)

    def _on_change(self, event: object) -> None:
        if isinstance(event, DocumentOpened):
            self._recovered_riffs.clear()
            self._timer.stop()
            self._thread.clear()
        elif isinstance(event, HistoryChanged) and not self._sketch.modified:
            self.save()
        else:
            self._schedule()

    def _schedule(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _on_failed(self, error: Exception) -> None:
        """Report each problem once, and try again later."""
        if str(error) not in self._reported:
            self._reported.add(str(error))
            self._notice.report(error)
        QTimer.singleShot(_RETRY_MS, self, self._schedule)
