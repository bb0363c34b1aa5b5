"""Autosave: hands every version of an unsaved sketch to its journal, which a thread writes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from riffdesk.sketch.events import DocumentOpened, HistoryChanged
from riffdesk.sketch.sketch import Sketch
from riffdesk.store.journal.journal import Journal, Snapshot
from riffdesk.store.journal.writer_thread import JournalThread
from riffdesk.ui.document.documents import Documents
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs

_EVERY_MS = 500
"""From a change to the version that has it, which leaves a busy disk 1.5 s of the two that may be lost. A version that
waited for the last change would never come while the hand is busy."""
_RETRY_MS = 10_000


class Autosave(QObject):
    """Keeps the journal of the sketch. The user's file is never touched.

    The window hands over the document, an immutable value, and does nothing else: packing and writing are the
    thread's. A sketch without changes has nothing in its journal to recover.
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
        self._told: set[str] = set()
        self._thread = JournalThread(self._failed.emit)
        self._timer = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._timer.timeout.connect(self.save)
        self._failed.connect(self._on_failed)
        sketch.subscribe(self._on_change)
        documents.renamed.connect(self._soon)

    def save(self) -> None:
        """Have the document stored as it is now."""
        self._timer.stop()
        if not self._sketch.modified:
            self._thread.mark_saved()
            return
        documents = self._documents
        riffs = self._incoming.partial_riffs()
        self._thread.write(Snapshot(self._sketch.state, documents.name, documents.path, documents.stamp, riffs))

    def adopt(self, journal: Journal) -> None:
        """Go on with the journal of the sketch that was just recovered."""
        self._thread.adopt(journal)
        self._soon()

    def wait(self, seconds: float = 60.0) -> bool:
        """Wait until all that was handed over is on disk; return whether it is."""
        return self._thread.wait(seconds)

    def close(self, *, asked: bool = True) -> None:
        """End.

        Parameters
        ----------
        asked : bool
            Whether the sketch was saved, or given up by the user: then nothing is left to recover. Where nobody was
            asked, as at Ctrl+C in the terminal, unsaved changes wait for the next start.
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
            self._timer.stop()
            self._thread.clear()
        elif isinstance(event, HistoryChanged) and not self._sketch.modified:
            self.save()
        else:
            self._soon()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _on_failed(self, error: Exception) -> None:
        """Report a problem once, and try again later."""
        if str(error) not in self._told:
            self._told.add(str(error))
            self._notice.report(error)
        QTimer.singleShot(_RETRY_MS, self, self._soon)
