"""Recovery of unfinished riffs: offers to continue riffs that were being rendered when riffdesk or its engine stopped.

Riffs of an earlier session are offered at the start, those of a crashed engine at once.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from riffdesk.engine.remote.process import EngineKilled, EngineStopped
from riffdesk.engine.requests import RenderRequest
from riffdesk.language import plural, tr
from riffdesk.sketch.state import MAX_SECONDS
from riffdesk.ui.document.documents import Documents
from riffdesk.ui.riff.recipe_maker import riff_name
from riffdesk.ui.riff.riffs import Riffs
from riffdesk.ui.window_parts import WindowParts
from riffdesk.ui.worker import Job

if TYPE_CHECKING:
    from riffdesk.engine.recovery.unfinished_riffs import UnfinishedRiff

_SEARCH_MS = 1_500  # time for the engine of a killed window to end
_RETRY_MS = 2_000


class RiffRecovery(QObject):
    """Offers unfinished riffs, one after the other."""

    def __init__(self, parts: WindowParts, documents: Documents, riffs: Riffs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._worker, self._notice = parts.sketch, parts.render_worker, parts.notice
        self._documents, self._recipe_maker, self._generation = documents, riffs.recipe_maker, riffs.generation
        self.reserved: set[str] = set()
        """Folders of riffs that are continued when their sketch is recovered, and are not offered here."""
        self._search = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._search.timeout.connect(self.offer)
        self._worker.failed.connect(self._on_failed)

    def search_soon(self) -> None:
        """Search for unfinished riffs after a delay."""
        self._search.start()

    def offer(self) -> None:
        """Offer the latest unfinished riff, once no other message is shown."""
        from riffdesk.engine.recovery.unfinished_riffs import unfinished

        if self._notice.isVisible():
            self._search.start(_RETRY_MS)
            return
        riffs = [riff for riff in unfinished() if riff.path.name not in self.reserved]
        if riffs:
            self._offer(riffs[0], len(riffs) - 1)

    def _on_failed(self, job: Job, error: Exception) -> None:
        """Offer the riff of an engine that crashed; remove that of one that the user has killed."""
        from riffdesk.engine.recovery.unfinished_riffs import forget, unfinished

        if not isinstance(job.request, RenderRequest):
            return
        if isinstance(error, EngineKilled):
            label = tr("Tidying up")
            self._worker.write(forget, job.request, label, lambda _: None, self._notice.report)
        elif isinstance(error, EngineStopped):
            riffs = unfinished()
            riff = next((other for other in riffs if other.recipe == job.request.recipe), None)
            if riff is not None:
                self._offer(riff, len(riffs) - 1, tr("The engine stopped in the middle of its work."))

    def _offer(self, riff: UnfinishedRiff, others: int, why: str = "") -> None:
        text = tr(
            "“{riff}” was not finished: {done} are ready.",
            riff=riff_name(riff.recipe),
            done=_of(riff.seconds_done, riff.seconds),
        )
        text = f"{why} {text}" if why else text
        choices = [(tr("Continue"), partial(self.resume, riff)), (tr("Discard"), partial(self._discard, riff))]
        if riff.recipe.seconds > MAX_SECONDS:
            text += " " + tr("It is too long for the window; the same command on the command line continues it.")
            del choices[0]
        elif not self._fits(riff):
            text += " " + tr("It has other spectrogram settings than this sketch, so it continues in a new one.")
        if others:
            text += " " + plural(others, "There is another one.", "There are {count} others.", meaning="riff")
        self._notice.offer(text, *choices)

    def resume(self, riff: UnfinishedRiff) -> None:
        """Render the rest of a riff as a layer; its stored sections are added at once."""
        from riffdesk.engine.recovery.unfinished_riffs import read_request

        label = tr("Continuing {riff}", riff=riff_name(riff.recipe))

        def submit(request: RenderRequest) -> None:
            if self._fits(riff):
                self._submit(request, label)
            else:
                self._documents.new_with(riff.params, partial(self._submit, request, label))

        self._worker.submit(read_request, riff.path, label, submit, self._notice.report)

    def _submit(self, request: RenderRequest, label: str) -> None:
        if self._sketch.untouched:
            self._recipe_maker.apply_recipe(request.recipe)
        # The layer that this window has begun is muted, so that the stored sections are not heard twice.
        begun = tuple(layer.id for layer in self._sketch.layers if layer.recipe == request.recipe and not layer.mute)
        self._generation.submit(request, label, instead_of=begun)

    def _discard(self, riff: UnfinishedRiff) -> None:
        from riffdesk.engine.recovery.unfinished_riffs import discard

        discard(riff.path)
        self.offer()

    def _fits(self, riff: UnfinishedRiff) -> bool:
        """Return whether a riff has the spectrogram settings of the sketch; the number of channels may differ."""
        return riff.params.mono() == self._sketch.params.mono()


def _of(done: float, total: float) -> str:
    """Return the finished length out of the total as text, in seconds or, if it is long, in minutes."""
    if total < 100:
        return tr("{done:.0f} of {total:.0f} s", done=done, total=total)
    minutes = (f"{round(seconds) // 60}:{round(seconds) % 60:02}" for seconds in (done, total))
    return tr("{done} of {total} minutes", done=next(minutes), total=next(minutes))
