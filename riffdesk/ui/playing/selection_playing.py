"""*Play the selection*: its time and its bands alone, at its place in the sketch, looped or once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from riffdesk.arrays import Array
from riffdesk.dsp.mix import PlacedAudio
from riffdesk.errors import Cancelled
from riffdesk.language import tr
from riffdesk.sketch.events import DocumentOpened, InkChanged, LayersChanged
from riffdesk.sketch.paint.region import Region
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.window_parts import WindowParts
from riffdesk.ui.worker import Job


class SelectionPlaying(QObject):
    """Plays the selection alone, and then the sketch again.

    Parameters
    ----------
    playback : Playback
    """

    def __init__(self, parts: WindowParts, playback: Playback, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._settings = parts.sketch, parts.player, parts.settings
        self._worker, self._notice, self._playback = parts.edit_worker, parts.notice, playback
        self.selection: Callable[[], Region | None] = lambda: None
        """Returns the selection of the canvas."""
        self.leave_others: Callable[[], object] = lambda: None
        """Ends other sounds that are played in place of the sketch."""
        self._job: Job | None = None
        self._return_to: int | None = None  # former sample of the playhead, while the selection plays
        playback.ended.connect(self._on_ended)
        self._sketch.subscribe(lambda _: self.stop(), DocumentOpened, InkChanged, LayersChanged)

    @property
    def plays(self) -> bool:
        """Whether the selection plays."""
        return self._return_to is not None

    def set_roll(self, on: bool) -> None:
        """Set whether a beat of the mix is played before and after it."""
        self._settings.selection_roll = on

    def toggle(self) -> None:
        """Play the selection, or stop it."""
        if self.plays or self._job is not None:
            self.stop()
        else:
            self._begin()

    def stop(self) -> None:
        """Stop, and return the playhead in the sketch to its former place."""
        if self._job is not None:
            self._job.cancel.set()
            self._job = None
        if self.plays:
            self._player.stop()
            self._on_ended()

    def _begin(self) -> None:
        from riffdesk.engine.selection_sound import selection_sound, selection_sound_request

        selection, state = self.selection(), self._sketch.state
        if selection is None:
            return
        if self._playback.plays_tape:
            self._notice.tell(tr("The jam plays. Stop it to hear the selection alone."))
            return
        beat = round(60 / state.tempo * state.params.sample_rate)
        request = selection_sound_request(state, selection, beat if self._settings.selection_roll else 0)
        if request is None:
            self._notice.tell(tr("The layer has no sound there yet: draw something, or wait until it is made."))
            return

        def play(audio: Array) -> None:
            if self._job is job:
                self._job = None
                self._play(PlacedAudio(audio, request.first))

        def fail(error: Exception) -> None:
            if self._job is job:
                self._job = None
            if not isinstance(error, Cancelled):
                self._notice.report(error)

        if request.mask is None:
            self._play(PlacedAudio(selection_sound(request), request.first))
            return
        job = self._job = self._worker.submit(selection_sound, request, tr("Filtering the selection"), play, fail)

    def _play(self, audio: PlacedAudio) -> None:
        self.leave_others()
        self._return_to = self._player.position
        self._playback.play_excerpt(audio, once=self._settings.selection_roll)

    def _on_ended(self) -> None:
        if self._return_to is not None:
            sample, self._return_to = self._return_to, None
            self._playback.end_excerpt(sample)
