"""Recovery of unsaved sketches after a crash: a bar above the canvas offers them one after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from riffdesk.engine.recovery.riff_folders import root as unfinished_root
from riffdesk.errors import Cancelled
from riffdesk.language import plural, tr
from riffdesk.language.dates import date
from riffdesk.store.journal.journal_folders import mark_reported
from riffdesk.store.journal.manifest import OpenRiff
from riffdesk.store.journal.recovery import FoundJournals, Recoverable, Recovered, discard, find_recoverable, recover
from riffdesk.ui.button_keys import OfferButton
from riffdesk.ui.canvas.thumbnail import thumbnail
from riffdesk.ui.document.documents import Documents
from riffdesk.ui.plain_text import PlainLabel
from riffdesk.ui.recovery.autosave import Autosave
from riffdesk.ui.recovery.riff_recovery import RiffRecovery
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.theme import width_of
from riffdesk.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from riffdesk.engine.requests import RenderRequest

_PICTURE = QSize(120, 34)
_ROOM = "n" * 80  # width of the bar with the buttons beside the text


class SketchRecovery(QFrame):
    """Asks whether to open each sketch, keep it for the next start, or discard it.

    Files are read in a background thread.
    """

    _done = Signal(object, object)

    def __init__(
        self,
        parts: WindowParts,
        documents: Documents,
        autosave: Autosave,
        incoming: IncomingRiffs,
        riff_recovery: RiffRecovery,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("recovery")
        self.setAccessibleName(tr("Recovery"))
        self._documents, self._autosave, self._incoming = documents, autosave, incoming
        self._riff_recovery, self._worker, self._notice = riff_recovery, parts.render_worker, parts.notice
        self._sketches: list[Recoverable] = []
        self._recovered: Recovered | None = None
        self._stop = threading.Event()
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="recovery")
        self._picture = QLabel(accessibleName=tr("Picture of the sketch"))
        self._text = PlainLabel(wordWrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.open_button = OfferButton(
            tr("Open"), "recoveryOpen", tr("Open the last stored state of the sketch"), space=True
        )
        self.later_button = OfferButton(tr("Later"), "recoveryLater", tr("Ask again at the next start"), space=True)
        self.discard_button = OfferButton(tr("Discard"), "recoveryDiscard", tr("Remove it permanently"), space=True)
        offer, buttons = QHBoxLayout(), QHBoxLayout()
        offer.addWidget(self._picture)
        offer.addWidget(self._text, 1)
        buttons.addStretch(1)
        for button in (self.open_button, self.later_button, self.discard_button):
            buttons.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(12, 6, 6, 6)
        self._box.addLayout(offer, 1)
        self._box.addLayout(buttons)
        self.open_button.clicked.connect(self.open)
        self.later_button.clicked.connect(self.postpone)
        self.discard_button.clicked.connect(self.discard)
        self._done.connect(self._on_done)
        self.hide()

    @property
    def text(self) -> str:
        """Text about the sketch that is offered."""
        return self._text.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons beside the text, or below it if the text would be too narrow."""
        beside = event.size().width() >= width_of(_ROOM)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def look(self) -> None:
        """Search for unsaved sketches and offer them; then search for unfinished riffs."""
        self._read(partial(find_recoverable, self._stop), self._offer)

    def open(self) -> None:
        """Open the offered sketch with unsaved changes."""
        if self._recovered is not None:  # it was read before, and the user has cancelled the question about changes
            self._open(self._recovered)
        elif self._sketches:
            self._enable(False)
            self._read(partial(recover, self._sketches[0], self._stop), self._open)

    def postpone(self) -> None:
        """Keep the offered sketch for the next start."""
        if self._recovered is not None:
            self._recovered.journal.release()
        self._next()

    def discard(self) -> None:
        """Remove the offered sketch."""
        if self._recovered is not None:
            self._recovered.journal.release()
            self._recovered = None
        if self._sketches:
            self._enable(False)
            self._riff_recovery.reserved -= _riff_folders(self._sketches[0])
            self._read(partial(discard, self._sketches[0]), self._discarded)

    def close_reader(self) -> None:
        """Stop reading and release the journal of an unopened sketch; to be called when the window is closed."""
        self._stop.set()
        self._reader.shutdown(cancel_futures=True)
        if self._recovered is not None:
            self._recovered.journal.release()

    # Background reading

    def _read(self, function: Callable[[], object], then: Callable[[Any], object]) -> None:
        def finish(future: Future[Any]) -> None:
            if not self._stop.is_set():
                self._done.emit(then, future)
            elif not (future.cancelled() or future.exception()) and isinstance(future.result(), Recovered):
                future.result().journal.release()

        self._reader.submit(function).add_done_callback(finish)

    def _on_done(self, then: Callable[[Any], object], future: Future[Any]) -> None:
        error = future.exception()
        if error is None:
            then(future.result())
        elif not isinstance(error, Cancelled):
            self._notice.report(error)
            self._next()

    def _discarded(self, _: None) -> None:
        self._riff_recovery.search_soon()
        self._next()

    # Offers

    def _offer(self, found: FoundJournals) -> None:
        self._sketches = list(found.sketches)
        for sketch in self._sketches:
            self._riff_recovery.reserved |= _riff_folders(sketch)
        if found.damaged:
            folders = ", ".join(str(folder) for folder in found.damaged)
            self._notice.warn(
                tr(
                    "An unsaved sketch could not be recovered, because its files are damaged: {folders}.",
                    folders=folders,
                )
            )
            for folder in found.damaged:
                mark_reported(folder)
        self._riff_recovery.search_soon()
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._sketches))
        if not self._sketches:
            return
        sketch = self._sketches[0]
        others = len(self._sketches) - 1
        text = tr(
            "“{name}”, {length}, was not saved when riffdesk ended at {when}.",
            name=sketch.name,
            length=_length(sketch.seconds),
            when=_when(sketch),
        )
        if others:
            text += " " + plural(others, "There is another one.", "There are {count} others.", meaning="sketch")
        self._text.setText(text)
        self._picture.setPixmap(thumbnail(sketch.picture, _PICTURE))
        self._enable(True)

    def _next(self) -> None:
        self._recovered = None
        del self._sketches[:1]
        self._show()

    def _enable(self, on: bool) -> None:
        for button in (self.open_button, self.later_button, self.discard_button):
            button.setEnabled(on)

    def _open(self, recovered: Recovered) -> None:
        self._recovered = recovered
        self._enable(True)
        self._documents.open_recovered(recovered, self._opened)

    def _opened(self) -> None:
        """Continue the journal and the riffs of the sketch that was opened."""
        recovered = self._recovered
        if recovered is None:
            return
        self._autosave.adopt(recovered.journal)
        self._resume_riffs(recovered.riffs)
        self._next()

    def _resume_riffs(self, riffs: Sequence[OpenRiff]) -> None:
        """Render the rest of the sketch's unfinished riffs, each in its layer."""
        from riffdesk.engine.recovery.unfinished_riffs import read_request

        for riff in riffs:
            folder = unfinished_root() / riff.folder
            label = tr("Continuing a riff")
            if folder.is_dir():
                self._autosave.add_riff(riff)
                done, failed = partial(self._resume, riff, label), partial(self._report, riff)
                self._worker.submit(read_request, folder, label, done, failed)
            else:
                self._notice.tell(tr("The riff that was being made cannot be continued; its finished part stays."))

    def _resume(self, riff: OpenRiff, label: str, request: RenderRequest) -> None:
        if self._autosave.remove_riff(riff):
            self._incoming.resume(riff.partial, label, request)

    def _report(self, riff: OpenRiff, error: Exception) -> None:
        self._autosave.remove_riff(riff)
        self._notice.report(error)


def _riff_folders(sketch: Recoverable) -> set[str]:
    return {str(riff["folder"]) for riff in sketch.manifest.riffs}


def _length(seconds: float) -> str:
    return (
        f"{seconds:.1f} s"
        if seconds < 100
        else tr("{minutes}:{seconds:02} minutes", minutes=int(seconds) // 60, seconds=int(seconds) % 60)
    )


def _when(sketch: Recoverable) -> str:
    return tr("{time} on {date}", time=f"{sketch.time:%H:%M:%S}", date=date(sketch.time))
