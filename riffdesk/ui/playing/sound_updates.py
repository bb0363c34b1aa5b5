"""Updates the sound after each stroke: sends stale columns to the engine, and their sound to the player.

A stroke is rendered as a draft at once, and in good quality later. One request runs at a time, for the newest ink:
columns that are painted during a request are drafted together after it, so that no queue builds up. Drafts have
priority. Drafted columns are refined in chunks while no column is stale and the user pauses; the next stroke cancels
the refinement. The player crossfades from each sound to the next.

During playback, instant sound is made before the draft and played until the draft is ready. It is no part of the
sketch, so it has no influence on drafts and refined sound. For the ink of a stroke in progress drafts are deferred, but
only for a short time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from riffdesk.arrays import Array
from riffdesk.audio.playing.player import Player
from riffdesk.audio.playing.tape import Tape
from riffdesk.dsp.mix import PlacedAudio, Track
from riffdesk.dsp.phase.quality import LiveQuality, Quality
from riffdesk.engine.layer_sound import live_sound
from riffdesk.engine.remote.process import EngineStopped
from riffdesk.engine.sound_requests import sound_request
from riffdesk.errors import Cancelled
from riffdesk.language import tr
from riffdesk.sketch.events import DocumentOpened, FieldsChanged, InkChanged, LayerChanged, LayersChanged, SoundChanged
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import isolated, tracks
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, SoundPatch, Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles import ranges
from riffdesk.sketch.tiles.ranges import Columns
from riffdesk.ui.playing.instant_sounds import InstantSounds
from riffdesk.ui.worker import Job, Worker

_AUDITIONED, _TAPE = "audition", "tape"
_REST_MS = 250  # pause after a stroke before the refinement begins
_DRAFT_COLUMNS = 400  # maximum of a request: 4 s of sound, drafted in 0.2 s
_REFINED_COLUMNS = 200
_PUT_OFF_SECONDS = 0.3  # for which instant sound of newer ink cancels drafts
_MIXED = frozenset(("gain_db", "pan", "mute", "solo"))
_TIMES = frozenset(("samples", "columns", "circular"))


class SoundUpdates(QObject):
    """Renders the stale columns of a sketch, and sets the player's tracks.

    Parameters
    ----------
    worker : Worker
        The worker for the sound of layers.
    """

    failed = Signal(Exception)
    """A request has failed or was cancelled."""
    changed = Signal()
    """The number of columns that wait to be rendered has changed."""
    handed_over = Signal()
    """The player's tracks were set."""

    def __init__(self, sketch: Sketch, player: Player, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._worker = sketch, player, worker
        self._job: Job | None = None
        self._quality: LiveQuality = "draft"  # of the request
        self._instant = InstantSounds()
        self._put_off_from: float | None = None
        self._abandoned: set[str] = set()
        self._stopped: set[str] = set()  # layers whose request stopped the engine once; they are tried once more
        self._isolated = False
        self._auditioned: tuple[Array | PlacedAudio, bool] | None = None
        self.tape: Tape | None = None
        """The tape that is played in place of the sketch; see `play_tape`."""
        self._next_timer = QTimer(self, singleShot=True, interval=0)
        self._next_timer.timeout.connect(self._next)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._next)
        self._hand_over = QTimer(self, singleShot=True, interval=0)
        self._hand_over.timeout.connect(self._set_tracks)
        sketch.subscribe(self._on_opened, DocumentOpened)
        sketch.subscribe(self._on_ink, InkChanged)
        sketch.subscribe(self._on_fields, FieldsChanged)
        sketch.subscribe(self._on_layer, LayerChanged)
        sketch.subscribe(self._on_layers, LayersChanged)
        sketch.subscribe(self._follow, DocumentOpened, SoundChanged, LayersChanged)
        self._follow()

    @property
    def quality(self) -> Quality:
        """Quality of refined sound."""
        return self._sketch.render.quality

    def audition(self, audio: Array | PlacedAudio | None, with_sketch: bool = False) -> None:
        """Play another sound instead of the sketch or with it; None ends it.

        Parameters
        ----------
        audio : float32 ``[channels, samples]``, optional
            Or a part of the sketch, at its place.
        """
        self._auditioned = None if audio is None else (audio, with_sketch)
        self._set_tracks()

    def set_isolated(self, on: bool) -> None:
        """Play the active layer alone, or the mix."""
        self._isolated = on
        self._set_tracks()

    def play_tape(self, tape: Tape | None) -> None:
        """Play a tape in place of the sketch, without end; None ends it."""
        self.tape = tape
        self._set_tracks()

    @property
    def auditioning(self) -> int:
        """Length in samples of the sound that is auditioned; 0 if there is none."""
        return 0 if self._auditioned is None else self._auditioned[0].shape[-1]

    @property
    def plays_excerpt(self) -> bool:
        """Whether a part of the sketch is auditioned."""
        return self._auditioned is not None and isinstance(self._auditioned[0], PlacedAudio)

    def pending_columns(self) -> tuple[int, int]:
        """Return the number of columns, of all layers, that wait to be drafted, and that wait to be refined."""
        sounds = [layer.sound for layer in self._sketch.layers if layer.id not in self._abandoned]
        return sum(ranges.count(sound.stale) for sound in sounds), sum(ranges.count(sound.draft) for sound in sounds)

    def cancel(self) -> None:
        """Stop rendering until the next stroke."""
        if self._job is not None:
            self._job.cancel.set()
        self._abandoned.update(layer.id for layer in self._sketch.layers)
        self._instant.clear()
        self.failed.emit(Cancelled())
        self.changed.emit()

    def _on_opened(self, _: DocumentOpened) -> None:
        self._abandoned.clear()
        self._instant.clear()
        if self._job is not None:
            self._job.cancel.set()

    def _on_ink(self, event: InkChanged) -> None:
        self._abandoned.discard(event.layer_id)
        self._rest.start()
        if self._player.playing:
            self._instant.paint(event.layer_id, event.columns)
        if self._job is None or self._player.playing:
            # Not deferred until after the next repaint, which may take as long as the sound.
            self._next()
        self._next_timer.start()

    def _on_layer(self, event: LayerChanged) -> None:
        if event.names & _MIXED:
            self._hand_over.start()

    def _on_layers(self, event: LayersChanged) -> None:
        for layer_id in event.removed:
            self._instant.clear(layer_id)

    def _on_fields(self, event: FieldsChanged) -> None:
        if event.names & _TIMES or (self._isolated and "active" in event.names):
            self._follow()
        if "render" in event.names:
            self._next_timer.start()

    def _follow(self, _: object = None) -> None:
        self._hand_over.start()
        self._next_timer.start()

    def _set_tracks(self) -> None:
        self._hand_over.stop()
        state = self._sketch.state
        if self.tape is not None:
            self._player.set_tracks((Track(self.tape, key=_TAPE),), self.tape.shape[-1])
            return
        if self._auditioned is None:
            self._player.set_tracks(self._tracks(state), state.samples, state.circular)
            self.handed_over.emit()
            return
        audio, with_sketch = self._auditioned
        others = self._tracks(state) if with_sketch else ()
        length = max(audio.shape[-1], state.samples) if with_sketch else audio.shape[-1]
        circular = state.circular and length == audio.shape[-1]
        self._player.set_tracks((*others, Track(audio, key=_AUDITIONED)), length, circular)

    def _tracks(self, state: State) -> tuple[Track, ...]:
        heard = self._instant.heard_state(state)
        return tracks(isolated(heard) if self._isolated else heard)

    def _next(self) -> None:
        """Submit the most urgent request if the engine is idle; cancel a less urgent one that is running."""
        self.changed.emit()
        stale = self._first(lambda sound: sound.stale)
        instant = None if stale is None else self._instant.next(self._layers())
        if self._job is not None:
            if (stale is not None and self._quality not in ("instant", "draft")) or (instant and self._puts_off()):
                self._job.cancel.set()
        elif instant is not None:
            self._submit(*instant, "instant")
        elif stale is not None:
            layer, (start, stop) = stale
            self._submit(layer, (start, min(stop, start + _DRAFT_COLUMNS)), "draft")
        elif not self._rest.isActive():
            drafted = self._first(lambda sound: sound.draft)
            if drafted is not None:
                layer, (start, stop) = drafted
                self._submit(layer, (start, min(stop, start + _REFINED_COLUMNS)), self.quality)

    def _puts_off(self) -> bool:
        """Return whether instant sound may cancel the running draft."""
        if self._quality != "draft":
            return False
        now = time.monotonic()
        self._put_off_from = now if self._put_off_from is None else self._put_off_from
        return now - self._put_off_from < _PUT_OFF_SECONDS

    def _layers(self) -> Sequence[Layer]:
        """Return the layers whose sound is made, the active one first."""
        active = self._sketch.state.active
        layers = sorted(self._sketch.layers, key=lambda layer: layer.id != active)
        return [layer for layer in layers if layer.id not in self._abandoned]

    def _first(self, wanted: Callable[[Sound], ranges.Ranges]) -> tuple[Layer, Columns] | None:
        """Return the first range of columns in the active layer, or else in another; None if there is none."""
        for layer in self._layers():
            inside = ranges.removed(wanted(layer.sound), (layer.columns, 1 << 30))
            if inside:
                return layer, inside[0]
        return None

    def _submit(self, layer: Layer, columns: Columns, quality: LiveQuality) -> None:
        self._quality = quality
        heard_layer, is_instant = self._instant.heard(layer), quality == "instant"
        source = heard_layer if is_instant else layer
        if is_instant:
            self._instant.leave(layer.id, columns)
        elif not ranges.removed(layer.sound.stale, columns):
            heard_layer = layer

        def hear(patch: SoundPatch) -> tuple[Waveform, Waveform]:
            # In the worker's thread, so that the player has the sound before the window repaints.
            waveform = source.patched_waveform(patch)
            heard = waveform if heard_layer is source else heard_layer.patched_waveform(_cut(patch, columns, state))
            self._player.replace_sound(layer.id, heard)
            return waveform, heard

        def end(waveforms: tuple[Waveform, Waveform] | None) -> None:
            # The sketch ignores the sound if the document or the layer's sound has changed in the meantime.
            self._job = None
            if waveforms is not None:
                self._stopped.discard(layer.id)
                waveform, heard = waveforms
                self._instant.put(layer.id, layer.sound.waveform if is_instant else waveform, heard)
                if not is_instant:
                    self._put_off_from = None
                    self._sketch.take_sound(layer, columns, waveform, draft=quality == "draft")
            self._set_tracks()
            self._next_timer.start()

        def fail(error: Exception) -> None:
            # After a stop of the engine, the request is repeated once. After other failures, the layer waits for the
            # next stroke; the amber line on the canvas marks its stale columns. Instant sound that fails is dropped.
            repeat = isinstance(error, EngineStopped) and layer.id not in self._stopped
            if repeat:
                self._stopped.add(layer.id)
            elif not is_instant and not isinstance(error, Cancelled):
                self._abandoned.add(layer.id)
                self.failed.emit(error)
            end(None)

        state = self._sketch.state
        request = sound_request(source, columns, state.params, quality, loop=state.loop)
        self._job = self._worker.submit(
            live_sound, request, tr("Making the sound of {name}", name=layer.name), end, fail, hear
        )


def _cut(patch: SoundPatch, columns: Columns, state: State) -> SoundPatch:
    """Return the part of a patch in which the sound of columns may have changed: a window more on each side."""
    params = state.params
    start = columns[0] * params.hop - params.window - patch.start
    stop = columns[1] * params.hop + params.window - patch.start
    if patch.circular or start <= 0:
        return patch
    return SoundPatch(patch.start + start, patch.audio[:, start:stop], patch.samples)
