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

from riffdesk.arrays import Array
from riffdesk.audio.playing.player import Player
from riffdesk.dsp.mix import Track
from riffdesk.dsp.phase import Quality
from riffdesk.engine.layer_sound import live_sound
from riffdesk.engine.remote.process import EngineStopped
from riffdesk.engine.sound_requests import sound_request
from riffdesk.errors import Cancelled
from riffdesk.sketch.events import DocumentOpened, FieldsChanged, InkChanged, LayerChanged, LayersChanged, SoundChanged
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import tracks
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, SoundPatch, Waveform
from riffdesk.sketch.tiles import ranges
from riffdesk.sketch.tiles.ranges import Columns
from riffdesk.ui.worker import Job, Worker

_AUDITIONED = "audition"
_REST_MS = 250  # a hand that has not moved for so long rests
_DRAFT_COLUMNS = 400  # drafted in one go: 4 s of sound in a fifth of a second
_REFINED_COLUMNS = 200
_MIXED = frozenset(("gain_db", "pan", "mute", "solo"))
_TIMES = frozenset(("samples", "columns", "circular"))


class SoundUpdates(QObject):
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
        self._job: Job | None = None
        self._drafting = False
        self._given_up: set[str] = set()
        self._stopped: set[str] = set()  # whose audio the engine stopped over; it is asked for once more
        self._auditioned: tuple[Array, bool] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._next)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._next)
        self._hand_over = QTimer(self, singleShot=True, interval=0)
        self._hand_over.timeout.connect(self._set_tracks)
        sketch.subscribe(self._on_opened, DocumentOpened)
        sketch.subscribe(self._on_ink, InkChanged)
        sketch.subscribe(self._on_fields, FieldsChanged)
        sketch.subscribe(self._on_layer, LayerChanged)
        sketch.subscribe(self._follow, DocumentOpened, SoundChanged, LayersChanged)
        self._follow()

    @property
    def quality(self) -> Quality:
        """What drafts are refined to."""
        return self._sketch.render.quality

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
        sounds = [layer.sound for layer in self._sketch.layers if layer.id not in self._given_up]
        return sum(ranges.count(sound.stale) for sound in sounds), sum(ranges.count(sound.draft) for sound in sounds)

    def cancel(self) -> None:
        """Leave what is being rendered as it sounds, until the next stroke."""
        if self._job is not None:
            self._job.cancel.set()
        self._given_up.update(layer.id for layer in self._sketch.layers)
        self.failed.emit(Cancelled())
        self.changed.emit()

    def _on_opened(self, _: DocumentOpened) -> None:
        self._given_up.clear()
        if self._job is not None:
            self._job.cancel.set()

    def _on_ink(self, event: InkChanged) -> None:
        self._given_up.discard(event.layer_id)
        self._rest.start()
        if self._job is None:
            # At once, and not after the next repaint, which may take as long as the draft.
            self._next()
        self._soon.start()

    def _on_layer(self, event: LayerChanged) -> None:
        if event.names & _MIXED:
            self._hand_over.start()

    def _on_fields(self, event: FieldsChanged) -> None:
        if event.names & _TIMES:
            self._follow()
        if "render" in event.names:
            self._soon.start()

    def _follow(self, _: object = None) -> None:
        self._hand_over.start()
        self._soon.start()

    def _set_tracks(self) -> None:
        self._hand_over.stop()
        state = self._sketch.state
        if self._auditioned is None:
            self._player.set_tracks(tracks(state), state.samples, state.circular)
            self.handed_over.emit()
            return
        audio, with_sketch = self._auditioned
        others = tracks(state) if with_sketch else ()
        length = max(audio.shape[-1], state.samples) if with_sketch else audio.shape[-1]
        circular = state.circular and length == audio.shape[-1]
        self._player.set_tracks((*others, Track(audio, key=_AUDITIONED)), length, circular)

    def _next(self) -> None:
        """Begin what is most urgent, if the engine is free or can be freed for it."""
        self.changed.emit()
        stale = self._first(lambda sound: sound.stale)
        if self._job is not None:
            if stale is not None and not self._drafting:
                self._job.cancel.set()
        elif stale is not None:
            layer, (start, stop) = stale
            self._submit(layer, (start, min(stop, start + _DRAFT_COLUMNS)), "draft")
        elif not self._rest.isActive():
            drafted = self._first(lambda sound: sound.draft)
            if drafted is not None:
                layer, (start, stop) = drafted
                self._submit(layer, (start, min(stop, start + _REFINED_COLUMNS)), self.quality)

    def _first(self, wanted: Callable[[Sound], ranges.Ranges]) -> tuple[Layer, Columns] | None:
        """Return the first range of the active layer, or else of any; None if there is none."""
        active = self._sketch.state.active
        for layer in sorted(self._sketch.layers, key=lambda layer: layer.id != active):
            inside = ranges.removed(wanted(layer.sound), (layer.columns, 1 << 30))
            if inside and layer.id not in self._given_up:
                return layer, inside[0]
        return None

    def _submit(self, layer: Layer, columns: Columns, quality: Quality) -> None:
        self._drafting = quality == "draft"

        def hear(patch: SoundPatch) -> Waveform:
            # On the worker's thread: what was drawn is heard without waiting for the window to repaint.
            waveform = layer.patched(patch)
            self._player.replace_sound(layer.id, waveform)
            return waveform

        def end(waveform: Any) -> None:
            # Audio for another document, or for a layer that has come to sound otherwise meanwhile, is not taken:
            # that is stale, or a draft, as before.
            self._job = None
            if waveform is not None:
                self._stopped.discard(layer.id)
                self._sketch.take_sound(layer, columns, waveform, draft=quality == "draft")
            self._set_tracks()
            self._soon.start()

        def fail(error: Exception) -> None:
            # An engine that stopped is tried once more. After any other failure not again before the next stroke; the
            # amber line says that sound is missing.
            again = isinstance(error, EngineStopped) and layer.id not in self._stopped
            if again:
                self._stopped.add(layer.id)
            elif not isinstance(error, Cancelled):
                self._given_up.add(layer.id)
                self.failed.emit(error)
            end(None)

        state = self._sketch.state
        request = sound_request(layer, columns, state.params, quality, loop=state.loop)
        self._job = self._worker.submit(live_sound, request, f"Making the sound of {layer.name}", end, fail, hear)
