"""Keeps what sounds in step with what is drawn: strokes go to the engine, its sound to the player.

A stroke is heard as a draft at once and in good quality soon after. One request is under way at a time,
and always for the newest ink: columns painted on while the engine works are drafted together when it is
done, so that there is never a queue, however fast the hand is. Drafts come first. Only while there are
none to make and the hand rests, what was drafted is refined, piece by piece; the next stroke interrupts
that. The player crossfades from each sound to the next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from riffdesk.audio.player import Player
from riffdesk.dsp.mix import Track
from riffdesk.dsp.phase import QUALITIES, Quality
from riffdesk.engine.request import sound_request
from riffdesk.engine.sound import live_sound
from riffdesk.errors import Cancelled
from riffdesk.settings import Settings
from riffdesk.sketch import ranges
from riffdesk.sketch.edits import Change
from riffdesk.sketch.mixer import tracks
from riffdesk.sketch.ranges import Columns
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import Array, SoundPatch
from riffdesk.ui.worker import Job, Worker

_AUDITIONED = "audition"
_REST_MS = 250  # a hand that has not moved for so long rests
_DRAFT_COLUMNS = 400  # drafted in one go: 4 s of sound in a fifth of a second
_REFINED_COLUMNS = 200


def quality_of(settings: Settings) -> Quality:
    """Return what the settings say that drafts are refined to; good, if they make no sense."""
    return next((quality for quality in QUALITIES if quality == settings.sound_quality != "draft"), "good")


class Sounding(QObject):
    """Watches the sketch, has the engine render what no longer sounds as it looks, and hands the player its tracks.

    Parameters
    ----------
    worker : Worker
        For sound alone.
    """

    failed = Signal(Exception)
    changed = Signal()
    """There is more or less left to render."""
    handed_over = Signal()
    """The player has what there is to be heard."""

    def __init__(self, sketch: Sketch, player: Player, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._worker = sketch, player, worker
        self._quality: Quality = "good"
        self._job: Job | None = None
        self._drafting = False
        self._document = 0
        self._given_up: set[str] = set()
        self._auditioned: tuple[Array, bool] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._next)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._next)
        self._hand_over = QTimer(self, singleShot=True, interval=0)
        self._hand_over.timeout.connect(self._set_tracks)
        sketch.subscribe(self._on_change)
        self._on_change(Change("document"))
        self._on_change(Change("state"))

    @property
    def quality(self) -> Quality:
        """What drafts are refined to."""
        return self._quality

    def set_quality(self, quality: Quality) -> None:
        """Refine to another quality, from now on and all that there is."""
        if quality == self._quality:
            return
        self._quality = quality
        for layer in self._sketch.layers:
            if self._sketch.sound(layer.id).audio is not None:
                self._sketch.mark_draft(layer.id, (0, layer.columns))

    def audition(self, audio: Array | None, with_sketch: bool = False) -> None:
        """Have the player play another sound instead of the sketch, or with it; None for the sketch again.

        Parameters
        ----------
        audio : float32 ``[channels, samples]``, optional
        """
        self._auditioned = None if audio is None else (audio, with_sketch)
        self._set_tracks()

    @property
    def auditioning(self) -> int:
        """Samples of the sound that is played instead of the sketch or with it; 0 if there is none."""
        return 0 if self._auditioned is None else self._auditioned[0].shape[-1]

    def left(self) -> tuple[int, int]:
        """Return how many columns of all layers wait to be drafted, and how many to be refined."""
        sounds = [self._sketch.sound(layer.id) for layer in self._sketch.layers if layer.id not in self._given_up]
        drafts = [ranges.count(sound.stale) + ranges.count((sound.rendering or (0, 0),)) for sound in sounds]
        return sum(drafts), sum(ranges.count(sound.draft) for sound in sounds)

    def cancel(self) -> None:
        """Leave what is being rendered as it sounds, until the next stroke."""
        if self._job is not None:
            self._job.cancel.set()
        self._given_up.update(layer.id for layer in self._sketch.layers)
        self.failed.emit(Cancelled())
        self.changed.emit()

    def _on_change(self, change: Change) -> None:
        if change.what == "document":
            self._document += 1
            self._given_up.clear()
            if self._job is not None:
                self._job.cancel.set()
        elif change.what == "ink" and change.layer_id is not None:
            self._given_up.discard(change.layer_id)
            self._rest.start()
            if self._job is None:
                # At once, and not after the next repaint, which may take as long as the draft.
                self._next()
        if change.what in ("sound", "state", "document"):
            self._hand_over.start()
            self._soon.start()

    def _set_tracks(self) -> None:
        self._hand_over.stop()
        state = self._sketch.state
        sounds = {layer.id: self._sketch.sound(layer.id) for layer in state.layers}
        if self._auditioned is None:
            self._player.set_tracks(tracks(state, sounds), state.samples, state.circular)
            self.handed_over.emit()
            return
        audio, with_sketch = self._auditioned
        others = tracks(state, sounds) if with_sketch else ()
        length = max(audio.shape[-1], state.samples) if with_sketch else audio.shape[-1]
        circular = state.circular and length == audio.shape[-1]
        self._player.set_tracks((*others, Track(audio, key=_AUDITIONED)), length, circular)

    def _next(self) -> None:
        """Begin what is most urgent, if the engine is free or can be freed for it."""
        self.changed.emit()
        stale = self._first(lambda layer_id: self._sketch.sound(layer_id).stale)
        if self._job is not None:
            if stale is not None and not self._drafting:
                self._job.cancel.set()
        elif stale is not None:
            layer_id, (start, stop) = stale
            self._draft(layer_id, (start, min(stop, start + _DRAFT_COLUMNS)))
        elif not self._rest.isActive():
            drafted = self._first(lambda layer_id: self._sketch.sound(layer_id).draft)
            if drafted is not None:
                layer_id, (start, stop) = drafted
                self._refine(layer_id, (start, min(stop, start + _REFINED_COLUMNS)))

    def _first(self, wanted: Callable[[str], ranges.Ranges]) -> tuple[str, Columns] | None:
        """Return the first range of the active layer, or else of any; None if there is none."""
        active = self._sketch.state.active
        for layer in sorted(self._sketch.layers, key=lambda layer: layer.id != active):
            inside = ranges.removed(wanted(layer.id), (layer.columns, 1 << 30))
            if inside and layer.id not in self._given_up:
                return layer.id, inside[0]
        return None

    def _draft(self, layer_id: str, columns: Columns) -> None:
        self._sketch.begin_rendering(layer_id, columns)
        self._drafting = True
        self._submit(layer_id, columns, "draft", lambda patch: self._sketch.end_rendering(layer_id, patch))

    def _refine(self, layer_id: str, columns: Columns) -> None:
        def take(patch: SoundPatch | None) -> None:
            if patch is not None:
                self._sketch.refine(layer_id, columns, patch)

        self._drafting = False
        self._submit(layer_id, columns, self._quality, take)

    def _submit(
        self, layer_id: str, columns: Columns, quality: Quality, take: Callable[[SoundPatch | None], None]
    ) -> None:
        layer, sound, document = self._sketch.layer(layer_id), self._sketch.sound(layer_id), self._document

        def hear(patch: SoundPatch) -> SoundPatch:
            # On the worker's thread: what was drawn is heard without waiting for the window to repaint.
            audio = sound.with_patch(patch)
            self._player.replace_sound(layer_id, audio)
            return SoundPatch(0, audio, audio.shape[-1])

        def end(patch: Any) -> None:
            self._job = None
            # An answer for a document that was closed meanwhile has nobody to go to. A layer that is gone may
            # come back by undo, and is rendered then.
            if document == self._document:
                there = any(other.id == layer_id for other in self._sketch.layers)
                same = self._sketch.sound(layer_id).audio is sound.audio  # no other sound has come from elsewhere
                take(patch if there and same else None)
                self._set_tracks()
            self._soon.start()

        def fail(error: Exception) -> None:
            # After a failure not again before the next stroke; the amber line says that sound is missing.
            if not isinstance(error, Cancelled):
                self._given_up.add(layer_id)
                self.failed.emit(error)
            end(None)

        state = self._sketch.state
        request = sound_request(layer, sound, columns, state.params, quality, loop=state.loop)
        self._job = self._worker.submit(live_sound, request, f"Making the sound of {layer.name}", end, fail, hear)
