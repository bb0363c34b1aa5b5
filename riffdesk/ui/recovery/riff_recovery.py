"""Riffs that were being made when riffdesk or its engine was killed: offered, and gone on with as a layer.

Those of an earlier riffdesk are offered at the start, those of an engine that died at once.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from riffdesk.engine.recovery.unfinished_riffs import UnfinishedRiff, discard, forget, read_request, unfinished
from riffdesk.engine.remote.process import EngineKilled, EngineStopped
from riffdesk.engine.requests import RenderRequest
from riffdesk.sketch.state import MAX_SECONDS
from riffdesk.ui.document.documents import Documents
from riffdesk.ui.parts import Parts
from riffdesk.ui.riff.render_requests import riff_name
from riffdesk.ui.riff.riffs import Riffs
from riffdesk.ui.worker import Job

_LOOK_MS = 1_500  # an engine whose window was killed has left by then
_AGAIN_MS = 2_000


class RiffRecovery(QObject):
    """Offers riffs that were not finished, one after the other."""

    def __init__(self, parts: Parts, documents: Documents, riffs: Riffs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._worker, self._notice = parts.sketch, parts.render_worker, parts.notice
        self._documents, self._render_requests, self._generation = documents, riffs.render_requests, riffs.generation
        self.reserved: set[str] = set()
        """Folders of riffs that belong to sketches to be recovered, and go on there."""
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self.offer)
        self._worker.failed.connect(self._on_failed)

    def look_soon(self) -> None:
        """Offer what there is when the window has come to rest."""
        self._look.start()

    def offer(self) -> None:
        """Offer the latest riff, if there is one, as soon as nothing else is being said."""
        if self._notice.isVisible():
            self._look.start(_AGAIN_MS)
            return
        found = [riff for riff in unfinished() if riff.path.name not in self.reserved]
        if found:
            self._offer(found[0], len(found) - 1)

    def _on_failed(self, job: Job, error: Exception) -> None:
        """Offer what an engine that died has left, and see to it that one that was killed leaves nothing."""
        if not isinstance(job.request, RenderRequest):
            return
        if isinstance(error, EngineKilled):
            self._worker.submit(forget, job.request, "Tidying up", lambda _: None, self._notice.report)
        elif isinstance(error, EngineStopped):
            found = unfinished()
            riff = next((one for one in found if one.recipe == job.request.recipe), None)
            if riff is not None:
                self._offer(riff, len(found) - 1, "The engine stopped in the middle of its work. ")

    def _offer(self, riff: UnfinishedRiff, others: int, why: str = "") -> None:
        text = f"{why}“{riff_name(riff.recipe)}” was not finished: {_of(riff.seconds_done, riff.seconds)} are there."
        choices = [("Go on", partial(self.go_on, riff)), ("Discard", partial(self._discard, riff))]
        if riff.recipe.seconds > MAX_SECONDS:
            text += " It is too long for the window; the command line goes on with it if asked for the same."
            del choices[0]
        elif not self._fits(riff):
            text += " It has other spectrogram settings than this sketch, so it goes on in a new one."
        if others:
            text += " Another one waits." if others == 1 else f" {others} others wait."
        self._notice.offer(text, *choices)

    def go_on(self, riff: UnfinishedRiff) -> None:
        """Make the rest of a riff; what is there of it is heard at once."""
        label = f"Continuing {riff_name(riff.recipe)}"

        def submit(request: RenderRequest) -> None:
            if self._fits(riff):
                self._submit(request, label)
            else:
                self._documents.new_with(riff.params, partial(self._submit, request, label))

        self._worker.submit(read_request, riff.path, label, submit, self._notice.report)

    def _submit(self, request: RenderRequest, label: str) -> None:
        if self._sketch.untouched:
            self._render_requests.apply_recipe(request.recipe)
        # Where this window has begun it, the part that is there is left to compare with, and not heard twice.
        begun = tuple(layer.id for layer in self._sketch.layers if layer.recipe == request.recipe and not layer.mute)
        self._generation.submit(request, label, instead_of=begun)

    def _discard(self, riff: UnfinishedRiff) -> None:
        discard(riff.path)
        self.offer()

    def _fits(self, riff: UnfinishedRiff) -> bool:
        """Return whether a riff can be a layer of the sketch, which may have another number of channels."""
        return riff.params.mono() == self._sketch.params.mono()


def _of(done: float, total: float) -> str:
    """Return how much there is of something, in seconds, or in minutes where it is long."""
    if total < 100:
        return f"{done:.0f} of {total:.0f} s"
    minutes = (f"{round(seconds) // 60}:{round(seconds) % 60:02}" for seconds in (done, total))
    return "{} of {} minutes".format(*minutes)
